"""What a chat model wrote, held against the article it wrote about: nothing it adds gets through.

A sentence is let through whole or not at all; it is never mended. Why it was left out is told in words that fit
behind "sentence 2 of the model's brief was left out:".
"""

from dataclasses import replace

import regex

from service.checks.summary import find_details
from service.checks.summary_facts import ArticleFacts
from service.engines.prompts import escape
from service.records import Article, Span
from service.text.alignment import LEAST_SUPPORT, Support
from service.text.language import identify
from service.text.marks import pair_marks
from service.text.standalone import is_unbalanced
from service.text.tags import base
from service.text.words import count_words

_LINK = regex.compile(
    r"(?i)\bhttps?:|\bwww\.|\]\(|[\p{L}\p{N}_.+-]@[\p{L}\p{N}-]++\.\p{L}|(?<![\p{L}\p{N}-])\p{L}[\p{L}\p{N}-]*+\.\p{L}{2,24}/|data:\w"
)
_TAG = regex.compile(r"</?\p{L}[^<>]{0,300}>|&(?:#\d{1,7}|[a-zA-Z]{2,12});|```|!\[")
_EMPHASIS = regex.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|_{2,3}|`")
_LIST_MARK = regex.compile(r"(?m)^[ \t]{0,8}(?:[-*•‣]|#{1,6}|>)[ \t]+")
_LIST_NUMBER = regex.compile(r"(?m)^[ \t]{0,8}(\d{1,2})[.)][ \t]+")
# Written news of these can't be told apart in a few words, whoever reads it; a brief in the neighbour is not caught.
_NEIGHBOURS = ({"nb", "nn", "no", "da"}, {"hr", "sr", "bs", "sl"}, {"id", "ms"}, {"cs", "sk"}, {"gl", "pt", "es"})
_FEWEST_WORDS, _SURE = 8, 0.8
_REFUSED = {
    "quote": "what stands in its quotation marks is not in the article word for word",
    "speaker": "it gives a quote to another speaker than the article does",
    "number": "its number {} does not stand in the article",
    "name": "its name {} does not stand in the article",
}


def plain(written: str) -> str:
    """`written` without the list marks, headings and emphasis that models put around sentences.

    Numbers are list marks only where the lines count from 1: "7. října" is a date.
    """
    bare = _LIST_MARK.sub("", _EMPHASIS.sub("", written)).strip()
    counted = [int(number) for number in _LIST_NUMBER.findall(bare)]
    return _LIST_NUMBER.sub("", bare) if counted == list(range(1, len(counted) + 1)) and len(counted) > 1 else bare


def has_link(text: str) -> bool:
    """Whether it holds a web or mail address, or a Markdown link."""
    return _LINK.search(text) is not None


def has_markup(text: str) -> bool:
    """Whether it holds HTML, a character reference or a Markdown fence or image."""
    return _TAG.search(text) is not None


def is_foreign(text: str, wanted: str) -> str | None:
    """The language `text` is surely in where that is not `wanted`; None for a few words, or a neighbour."""
    if count_words(text) < _FEWEST_WORDS:
        return None
    guess = identify(text)
    found, asked = base(guess.language), base(wanted)
    near = any(found in group and asked in group for group in _NEIGHBOURS)
    return None if guess.language == "und" or found == asked or near or guess.confidence < _SURE else guess.language


class Judge:
    """An article, ready to judge sentences written about it."""

    def __init__(self, article: Article) -> None:
        self._article = article
        # The model was given the text escaped, and quotes it so.
        self._facts = ArticleFacts(replace(article, text=escape(article.text)))
        self._supports: dict[str, Support] = {}

    def evidence(self, text: str) -> tuple[Span, ...]:
        """Where the article carries `text`; empty where it does not carry enough of it."""
        support = self._support(text)
        return self._facts.alignment.spans(support) if support.share >= LEAST_SUPPORT else ()

    def support(self, text: str) -> float:
        """The share of `text` that its evidence carries, 0 to 1."""
        return self._support(text).share

    def _support(self, text: str) -> Support:
        if text not in self._supports:
            self._supports[text] = self._facts.alignment.support(text)
        return self._supports[text]

    def flaw(self, text: str) -> str | None:
        """Why `text` must not stand in a brief of the article, or None."""
        if has_link(text):
            return "it holds a link"
        if has_markup(text):
            return "it holds markup"
        if is_unbalanced(text) or any(stretch.runs_on or stretch.resumes for stretch in pair_marks(text)):
            return "its quotation marks don't pair"
        return self._found(escape(text)) or self._unsupported(text)

    def _unsupported(self, text: str) -> str | None:
        return None if self.evidence(text) else "nothing in the article supports it"

    def _found(self, text: str) -> str | None:
        """The first finding that no brief of a model may have: what stands nowhere in the article."""
        for finding in find_details(self._facts, text):
            opening = finding.kind == "name" and _opens(text, finding.value or "")
            if finding.kind in _REFUSED and not (opening and " " not in (finding.value or "")):
                return _REFUSED[finding.kind].format(finding.value)
        return None


def _opens(text: str, name: str) -> bool:
    """Whether a name is the first word of the text, where a capital says nothing."""
    return text.find(name) >= 0 and not any(map(str.isalnum, text[: text.find(name)]))
