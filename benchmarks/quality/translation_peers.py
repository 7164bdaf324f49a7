"""What can be checked about a translation in an afternoon: what the checks of the service are held against."""

from collections import Counter
from collections.abc import Sequence

import regex

from service.records import Name
from service.text.language import identify
from service.text.tags import base

_NUMBER = regex.compile(r"\p{Nd}+(?:[.,\u00a0\u202f ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,]\p{Nd}+)?")
_NOT_DIGIT = regex.compile(r"\P{Nd}")
_SHORTEST, _LONGEST = 0.5, 2.0
_REPEATED = 3


def plain_findings(
    source: str, text: str, *, names: Sequence[Name], target: str, with_model: bool
) -> frozenset[tuple[str, str]]:
    """(kind, value) of everything found: digits compared, names sought letter for letter, a ratio of lengths.

    `with_model` asks the language of the text, which takes longer than all the rest.
    """
    found = {("number", value) for value in _digits(source) ^ _digits(text)}
    found |= {("name", name.text) for name in names if name.text not in text}
    ratio = len(text) / max(1, len(source))
    if not _SHORTEST <= ratio <= _LONGEST:
        found.add(("omission", ""))
    if text == source:
        found.add(("echo", ""))
    if _loops(text.split()):
        found.add(("repetition", ""))
    if with_model and base(identify(text).language) != target:
        found.add(("language", ""))
    return frozenset(found)


def _digits(text: str) -> set[str]:
    return {_NOT_DIGIT.sub("", match.group()) for match in _NUMBER.finditer(text)}


def _loops(words: Sequence[str]) -> bool:
    """Whether a word stands three times in a row, or makes up a third of a longer text."""
    runs = any(len(set(words[i : i + _REPEATED])) == 1 for i in range(len(words) - _REPEATED + 1))
    most = Counter(words).most_common(1)
    return runs or (len(words) > 10 and most[0][1] * 3 > len(words))
