"""Who said it: quotes in a brief that are none of the article, and words given to somebody who did not say them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from service.checks.findings import Finding
from service.records import Article
from service.text.lang import language_data
from service.text.marks import pair_marks
from service.text.tokens import tokenise

# What an editor may do to a quote without changing it: leave out, and put in brackets.
_CUT = regex.compile(r"\s*(?:\.\.\.|…|\[[^\[\]]{0,80}\]|\([^()]{0,80}\))\s*")
_ENDS = " ,.،，。!?…;:-–—"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})
# Shorter ones are also titles, terms and words the writer keeps at a distance.
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 8
# So many words may stand between a verb of saying and whom it belongs to: "said Mayor Anna Berg".
_REACH = 4
_MOST_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says and who says it in it.

    `flat` is its text in one line, in small letters; `quotes` are (words, last word of the speaker's name or None);
    `surnames` the last words of all persons' names.
    """

    flat: str
    quotes: tuple[tuple[str, str | None], ...]
    surnames: frozenset[str]
    language: str


def read_said(article: Article) -> Said:
    """What `check_quotes` and `check_speaker` need of an article."""
    quotes = tuple((flatten(q.text), _last(q.speaker.name) if q.speaker else None) for q in article.quotes)
    surnames = {_last(name.text) for name in article.names if name.kind == "person"}
    surnames |= {surname for _, surname in quotes}
    flat = flatten(f"{article.title or ''}\n{article.text}")
    return Said(flat, quotes, frozenset(filter(None, surnames)), article.language)


def check_quotes(text: str, said: Said) -> tuple[Finding, ...]:
    """Findings about what stands between quotation marks in a sentence of a brief."""
    marked = [text[stretch.start : stretch.end] for stretch in pair_marks(text)]
    return tuple(finding for words in marked for finding in _quote(words.strip(), text, said))


def check_speaker(text: str, evidence: Sequence[str], said: Said) -> tuple[Finding, ...]:
    """Whether a sentence says of one person that they said what the article's sentences have another one say."""
    claimed = speakers(text, said)
    if not claimed or not evidence or any(surname in flatten(e) for e in evidence for surname in claimed):
        return ()
    told = {surname for sentence in evidence for surname in speakers(sentence, said)}
    if not told:
        return ()
    value = _written(min(claimed), text)
    return (Finding("speaker", "warning", value, f"the article has {_listed(told)} say this, not {value}"),)


def speakers(text: str, said: Said) -> frozenset[str]:
    """The last names of the article's persons that stand beside a verb of saying, in small letters."""
    if not said.surnames:
        return frozenset()
    verbs = language_data(said.language).cue_verbs
    lower = [token.lower for token in tokenise(text)]
    found: set[str] = set()
    for at, word in enumerate(lower):
        if word in verbs:
            found.update(said.surnames.intersection(lower[max(0, at - _REACH) : at + _REACH + 1]))
    return frozenset(found)


def flatten(text: str) -> str:
    """A text in one line and in small letters, its apostrophes, dashes and marks plain."""
    return " ".join(text.translate(_PLAIN).split()).casefold()


def stands_in(text: str, part: str) -> bool:
    """Whether `part` stands in `text` and is not cut from the middle of words."""
    at = text.find(part)
    for _ in range(_MOST_LOOKED_AT):
        if at < 0:
            return False
        before, after = text[max(0, at - 1) : at], text[at + len(part) : at + len(part) + 1]
        if not _joined(before, part[0]) and not _joined(part[-1], after):
            return True
        at = text.find(part, at + 1)
    return False


def _quote(words: str, text: str, said: Said) -> Iterator[Finding]:
    parts = [part for piece in _CUT.split(words) if (part := flatten(piece).strip(_ENDS))]
    if not parts or not any(map(str.isalpha, words)):
        return
    if not all(stands_in(said.flat, part) for part in parts):
        long = len(words.split()) >= _FEWEST_WORDS or (
            not language_data(said.language).spaced and len(words) >= _FEWEST_LETTERS
        )
        message = "what stands in quotation marks is not in the article word for word"
        yield Finding("quote", "error" if long else "warning", words, message)
        return
    yield from _given_away(parts, text, said)


def _given_away(parts: Iterable[str], text: str, said: Said) -> Iterator[Finding]:
    """A true quote in a sentence that names other persons than its speaker; surely wrong where one is said to speak."""
    told = {surname for part in parts for surname in _speakers_of(part, said) if surname}
    named = said.surnames.intersection(token.lower for token in tokenise(text))
    if told and named and not told & named:
        claimed = speakers(text, said)
        value = _written(min(claimed or named), text)
        message = f"the article has {_listed(told)} say what stands in quotation marks, not {value}"
        yield Finding("speaker", "error" if claimed else "warning", value, message)


def _speakers_of(part: str, said: Said) -> Iterator[str | None]:
    for words, surname in said.quotes:
        if part in words or words in part:
            yield surname


def _joined(left: str, right: str) -> bool:
    """Whether two characters belong to one word, in scripts that part words by spaces."""
    return left.isalnum() and right.isalnum() and max(left, right) < "\u0e00"


def _last(name: str) -> str | None:
    """The last word of a name in small letters; None for an office ("the envoy"), whose holder may be named too."""
    tokens = tokenise(name)
    if not tokens:
        return name.casefold()
    return None if tokens[-1].text[0].islower() else tokens[-1].lower


def _written(surname: str, text: str) -> str:
    """A surname as the text has it."""
    return next((token.text for token in tokenise(text) if token.lower == surname), surname)


def _listed(surnames: Iterable[str]) -> str:
    return " or ".join(surname.title() for surname in sorted(surnames))
