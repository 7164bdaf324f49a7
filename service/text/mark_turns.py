"""Marks that their spacing does not tell apart: what is left over is read by turns, or shares its end.

Typing is careless with spaces beside marks („Words, " he said“; he said" words ".), and a closing mark is often
set once where two quotations end.
"""

from collections.abc import Sequence

import regex

from service.records import Span
from service.text.mark_roles import Mark

_ALIKE = frozenset('“”"＂')
_PAUSE = frozenset(",.!?…،؟।。，")
_SENTENCE_END = regex.compile(r"[.!?…।۔]\s+\p{Lu}|[。！？।۔]\s?\p{L}")
_LONGEST_INNER = 40

Pair = tuple[Mark, Mark]


def settle(
    text: str, paragraph: Span, marks: Sequence[Mark], pairs: list[Pair], opener: Mark | None
) -> tuple[list[Pair], Mark | None]:
    """The pairs of a paragraph and the opener left over, once what spacing left unpaired is read again."""
    turns = _by_turns(text, marks)
    double = [pair for pair in pairs if pair[0].family == "double"]
    if len(turns) > len(double):
        others = [pair for pair in pairs if pair[0].family != "double"]
        return [*turns, *others], opener if opener and opener.family != "double" else None
    closer = _shared_end(text, paragraph, opener, double) if opener and opener.family == "double" else None
    return ([*pairs, (opener, closer)], None) if opener and closer else (pairs, opener)


def leads_in(text: str, opener: int) -> bool:
    """Whether a mark opens a paragraph or a sentence, or follows a colon or comma, as the first of several does."""
    before = text[max(0, opener - 40) : opener].rstrip(" \t\u00a0>*_—–-")
    return before[-1:] in {"", "\n", "\r", ":", ",", "：", ".", "!", "?", "…"}


def _by_turns(text: str, marks: Sequence[Mark]) -> list[Pair]:
    """Every second mark closes, where all look alike, their number is even, and no neighbour speaks against it."""
    double = [mark for mark in marks if mark.family == "double"]
    if len(double) % 2 or any(mark.form not in _ALIKE for mark in double):
        return []
    pairs = list(zip(double[::2], double[1::2], strict=True))
    return pairs if all(_could_pair(text, left, right) for left, right in pairs) else []


def _could_pair(text: str, left: Mark, right: Mark) -> bool:
    if not text[left.end : right.start].strip():
        return False
    only_closes, only_opens = left.closes and not left.opens, right.opens and not right.closes
    if only_closes and only_opens:
        return False
    if only_opens:
        said = text[left.end : right.start]
        return said[-1:].isspace() and said.rstrip()[-1:] in _PAUSE
    return not only_closes or not text[left.end].isspace() or text[left.start - 1 : left.start].isalpha()


def _shared_end(text: str, paragraph: Span, opener: Mark, pairs: Sequence[Pair]) -> Mark | None:
    """The last closing mark of a sentence, where it also ends the quotation around a few marked words."""
    inner = sorted((pair for pair in pairs if pair[0].start > opener.start), key=lambda pair: pair[0].start)
    if not inner or not leads_in(text, opener.start):
        return None
    last = inner[-1][1]
    if any(right.start - left.end > _LONGEST_INNER or leads_in(text, left.start) for left, right in inner):
        return None
    if _SENTENCE_END.search(text, opener.end, last.start):
        return None
    after = text[last.end : min(paragraph.end, last.end + 1)]
    ends = not after or after in _PAUSE or text[last.start - 1] in _PAUSE
    return last if ends else None
