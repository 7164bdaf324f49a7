"""What a chat model wrote, held against the article it wrote about: nothing it adds gets through.

A sentence is let through whole or not at all; it is never mended. Why it was left out is told in words that fit
behind "sentence 2 of the model's brief was left out:".
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from service.engines.prompts import escape
from service.records import Article, Name, Quote, Sentence, Span
from service.text.alignment import LEAST_SUPPORT, Alignment
from service.text.language import identify
from service.text.marks import pair_marks
from service.text.names import find_names
from service.text.standalone import is_unbalanced
from service.text.tags import base
from service.text.tokens import tokenise
from service.text.words import count_words

_LINK = regex.compile(
    r"(?i)\bhttps?:|\bwww\.|\]\(|[\p{L}\p{N}_.+-]@[\p{L}\p{N}-]++\.\p{L}|(?<![\p{L}\p{N}-])\p{L}[\p{L}\p{N}-]*+\.\p{L}{2,24}/|data:\w"
)
_TAG = regex.compile(r"</?\p{L}[^<>]{0,300}>|&(?:#\d{1,7}|[a-zA-Z]{2,12});|```|!\[")
_EMPHASIS = regex.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|_{2,3}|`")
_LIST_MARK = regex.compile(r"(?m)^[ \t]{0,8}(?:[-*•‣]|#{1,6}|>)[ \t]+")
_LIST_NUMBER = regex.compile(r"(?m)^[ \t]{0,8}(\d{1,2})[.)][ \t]+")
_NUMBER = regex.compile(r"\p{Nd}++(?:[.,:/ '’\u00a0\u202f]\p{Nd}++)*+")
_DIGITS = regex.compile(r"\p{Nd}++")
_QUOTE_ENDS = ",.،，。!?…"
# Written news of these can't be told apart in a few words, whoever reads it; a brief in the neighbour is not caught.
_NEIGHBOURS = ({"nb", "nn", "no", "da"}, {"hr", "sr", "bs", "sl"}, {"id", "ms"}, {"cs", "sk"}, {"gl", "pt", "es"})
_FEWEST_WORDS, _SURE = 8, 0.8
_SHORTEST_STEM, _ENDING = 4, 3
_MOST_LOOKED_AT = 50


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
        self._alignment = Alignment(article.sentences)
        self._flat = _flat(escape(article.text))
        self._numbers = set(_number_forms(article.text))
        self._words = sorted({token.lower for token in tokenise(article.text)})
        self._persons = {name.text.split()[-1] for name in article.names if name.kind == "person" and name.text.split()}

    def evidence(self, text: str) -> tuple[Span, ...]:
        """Where the article carries `text`; empty where it does not carry enough of it."""
        support = self._alignment.support(text)
        return self._alignment.spans(support) if support.share >= LEAST_SUPPORT else ()

    def flaw(self, text: str) -> str | None:
        """Why `text` must not stand in a brief of the article, or None."""
        if has_link(text):
            return "it holds a link"
        if has_markup(text):
            return "it holds markup"
        return self._unquoted(text) or self._unknown_number(text) or self._unknown_name(text) or self._unsupported(text)

    def _unsupported(self, text: str) -> str | None:
        return None if self.evidence(text) else "nothing in the article supports it"

    def _unknown_number(self, text: str) -> str | None:
        for match in _NUMBER.finditer(text):
            parts = [_plain_digits(part) for part in _DIGITS.findall(match.group())]
            if "".join(parts) not in self._numbers and not all(part in self._numbers for part in parts):
                return f"its number {match.group()} does not stand in the article"
        return None

    def _unknown_name(self, text: str) -> str | None:
        whole = Sentence(text, 0, len(text), 0)
        for name in find_names(text, [whole], language=self._article.language):
            if not any(map(str.isalpha, text[: name.start])) and " " not in name.text:
                continue  # a capital at the beginning says nothing
            if not all(self._knows(word) for word in _long_words(name)):
                return f"its name {name.text} does not stand in the article"
        return None

    def _knows(self, word: str) -> bool:
        """Whether some word of the article begins as this one does, endings aside."""
        stem = word[: max(_SHORTEST_STEM, len(word) - _ENDING)]
        at = bisect_left(self._words, stem)
        return at < len(self._words) and self._words[at].startswith(stem)

    def _unquoted(self, text: str) -> str | None:
        marked = pair_marks(text)
        if is_unbalanced(text) or any(stretch.runs_on or stretch.resumes for stretch in marked):
            return "its quotation marks don't pair"
        for stretch in marked:
            said = _flat(escape(text[stretch.start : stretch.end])).rstrip(_QUOTE_ENDS)
            if not said or not _stands_in(self._flat, said):
                return "what stands in its quotation marks is not in the article word for word"
            if self._misattributed(said, text):
                return "it gives a quote to another speaker than the article does"
        return None

    def _misattributed(self, said: str, text: str) -> bool:
        """Whether the article gives the quote a speaker, and the sentence names somebody else alone."""
        speakers = {quote.speaker.name.split()[-1] for quote in self._quotes(said) if quote.speaker is not None}
        named = {surname for surname in self._persons if _stands_in(text, surname)}
        return bool(speakers and named) and not speakers & named

    def _quotes(self, said: str) -> Iterator[Quote]:
        for quote in self._article.quotes:
            flat = _flat(escape(quote.text))
            if said in flat or flat in said:
                yield quote


def _flat(text: str) -> str:
    return " ".join(text.split())


def _stands_in(text: str, part: str) -> bool:
    """Whether `part` stands in `text` and is not cut from the middle of words."""
    at = text.find(part)
    for _ in range(_MOST_LOOKED_AT):
        if at < 0:
            return False
        before, after = text[at - 1 : at], text[at + len(part) : at + len(part) + 1]
        if not _joined(before, part[0]) and not _joined(part[-1], after):
            return True
        at = text.find(part, at + 1)
    return False


def _joined(left: str, right: str) -> bool:
    """Whether two characters belong to one word, in scripts that part words by spaces."""
    return left.isalnum() and right.isalnum() and max(left, right) < "\u0e00"


def _plain_digits(digits: str) -> str:
    return "".join(str(int(digit)) for digit in digits)


def _number_forms(text: str) -> Iterator[str]:
    """Every number as bare decimal digits: whole, and its groups one by one."""
    for match in _NUMBER.finditer(text):
        parts = [_plain_digits(part) for part in _DIGITS.findall(match.group())]
        yield "".join(parts)
        yield from parts


def _long_words(name: Name) -> Sequence[str]:
    return [token.lower for token in tokenise(name.text) if len(token.lower) >= _SHORTEST_STEM]
