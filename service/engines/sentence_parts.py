"""A text as the pieces a translation model is given one by one, so that none is skipped, and back.

A piece is a sentence; where a sentence is longer than the model takes, it is parted at its punctuation, last at its
spaces. Nothing is cut: the pieces and what lies between them are the text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import regex

from service.text.sentences import split_sentences
from service.text.tags import separator

_CLAUSE_END = regex.compile(r"(?<=[;:；：])\s*|(?<=[,،，、—–])\s+|(?<=[，、])")
_SPACE = regex.compile(r"\s+")


def pieces(text: str, *, language: str, fits: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """The pieces of a text, and what stands before each (and, last, after all): one more than pieces."""
    found, gaps, at = [], [], 0
    for sentence in split_sentences(text, language=language):
        for start, end in _parted(sentence.text, sentence.start, fits):
            gaps.append(text[at:start])
            found.append(text[start:end])
            at = end
    return found, [*gaps, text[at:]]


def joined(translated: Sequence[str], gaps: Sequence[str], *, target: str) -> str:
    """The translations in order; line ends between them stay, other gaps become the target's own."""
    parts: list[str] = []
    for index, text in enumerate(translated):
        if index:
            parts.append(gaps[index] if "\n" in gaps[index] else separator(target))
        parts.append(text)
    return "".join(parts)


def _parted(text: str, offset: int, fits: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Offsets of the parts of one sentence, each of which fits where that can be had at all."""
    if fits(text):
        yield offset, offset + len(text)
        return
    cuts = _cuts(text, _CLAUSE_END) or _cuts(text, _SPACE)
    if not cuts:
        yield offset, offset + len(text)
        return
    middle = min(cuts, key=lambda cut: abs((cut[0] + cut[1]) / 2 - len(text) / 2))
    yield from _parted(text[: middle[0]], offset, fits)
    yield from _parted(text[middle[1] :], offset + middle[1], fits)


def _cuts(text: str, pattern: regex.Pattern[str]) -> list[tuple[int, int]]:
    found: Iterable[regex.Match[str]] = pattern.finditer(text)
    return [match.span() for match in found if match.start() > 0 and match.end() < len(text)]
