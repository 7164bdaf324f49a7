"""Pairing quotation marks: which stretches of a text stand between marks, in any style.

Each mark is read as opening or closing from its form and its neighbours, then matched with a stack in
one pass, so that the work grows with the number of marks only. The stack is emptied where a paragraph
ends: one stray mark costs at most its own paragraph.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from service.records import Span
from service.text.mark_roles import FAMILY, Mark, read_marks
from service.text.mark_turns import leads_in, settle

_LONGEST_RUN = 12
_LINE = regex.compile(r"[^\n\r\u2028\u2029]++")
_SETTLED = regex.compile(r"[.!?…:;。！？।۔؟\"”“»«’')\]|*_>#-]\s*\Z")


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two marks: `text[start:end]`, the marks at `outer_start` and before `outer_end`.

    `runs_on` tells that no mark closes it: it goes on in the next paragraph, where `resumes` is set.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    family: str
    runs_on: bool = False
    resumes: bool = False


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: its lines, with lines that were only wrapped joined again."""
    found: list[Span] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text[start:end].isspace():
            continue
        if found and _is_wrapped(text, found[-1], start):
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def _is_wrapped(text: str, previous: Span, start: int) -> bool:
    gap = text[previous.end : start]
    if gap not in {"\n", "\r\n", "\r"}:
        return False
    head = text[start : start + 40].lstrip()
    return head[:1].islower() and not _SETTLED.search(text, max(previous.start, previous.end - 8), previous.end)


def pair_marks(text: str, *, excluded: Sequence[Span] = ()) -> list[Marked]:
    """The outermost marked stretches in text order; marks inside `excluded` are not read."""
    blocked = sorted(excluded, key=lambda span: span.start)
    found: list[Marked] = []
    held: list[Marked] = []
    for paragraph in paragraphs(text):
        marks = list(_outside(read_marks(text, paragraph), blocked))
        fresh = not held
        if held:
            held, marks = _continue(text, paragraph, held, marks, found)
        pairs, opener = _match(marks, text)
        if fresh:
            pairs, opener = settle(text, paragraph, marks, pairs, opener)
        found.extend(_outermost([_between(text, left, right) for left, right in pairs]))
        if opener is not None:
            held = [_stretch(text, opener.start, opener.end, paragraph.end, opener.family)]
    return [marked for marked in found if marked.start < marked.end and not overlaps(marked, blocked)]


def overlaps(stretch: Marked | Span, blocked: Sequence[Span]) -> bool:
    """Whether it touches any of the blocked spans, which are sorted by their start."""
    at = bisect_right(blocked, stretch.start, key=lambda span: span.start)
    return (at > 0 and blocked[at - 1].end > stretch.start) or (at < len(blocked) and blocked[at].start < stretch.end)


def _continue(
    text: str, paragraph: Span, held: list[Marked], marks: list[Mark], found: list[Marked]
) -> tuple[list[Marked], list[Mark]]:
    """Settle what the paragraphs before left open; what is settled goes to `found`."""
    family = held[0].family
    first = next((mark for mark in marks if mark.family == family and (mark.opens or mark.closes)), None)
    if first is None:
        whole = _stretch(text, paragraph.start, paragraph.start, paragraph.end, family, resumes=True)
        return ([*held, whole] if len(held) < _LONGEST_RUN else []), marks
    reopened = first.opens and not text[paragraph.start : first.start].strip(" \t>*_—–-")
    opener = held[0].outer_start
    if reopened and (
        len(held) > 1 or first.form != text[opener : opener + len(first.form)] or not leads_in(text, opener)
    ):
        return [], marks
    if not reopened and (not first.closes or (first.opens and first.form != '"')):
        return [], marks
    while found and found[-1].outer_start >= held[0].outer_start:
        found.pop()
    found.extend(held)
    if reopened:
        return [], marks
    found.append(_between(text, Mark(paragraph.start, paragraph.start, family, "", True, False), first, resumes=True))
    return [], [mark for mark in marks if mark.start > first.start]


def _outside(marks: Iterable[Mark], blocked: Sequence[Span]) -> Iterator[Mark]:
    i = 0
    for mark in marks:
        while i < len(blocked) and blocked[i].end <= mark.start:
            i += 1
        if i == len(blocked) or mark.end <= blocked[i].start:
            yield mark


def _match(marks: Iterable[Mark], text: str) -> tuple[list[tuple[Mark, Mark]], Mark | None]:
    """Pairs of marks, and the first opener that nothing closes."""
    stack: list[Mark] = []
    waiting: dict[str, list[Mark]] = {family: [] for family in FAMILY.values()}
    pairs: list[tuple[Mark, Mark]] = []
    lost: list[Mark] = []
    for mark in marks:
        if mark.closes and waiting[mark.family] and not (mark.opens and _prefers_to_open(mark, stack, text)):
            opener = waiting[mark.family][-1]
            if mark.weak:
                opener.tentative = opener.tentative or mark
                continue
            while True:
                top = stack.pop()
                waiting[top.family].pop()
                if top is opener:
                    break
                lost.append(top)
            pairs.append((opener, mark))
        elif mark.opens:
            stack.append(mark)
            waiting[mark.family].append(mark)
    pairs.extend((m, m.tentative) for m in [*stack, *lost] if m.tentative is not None)
    left_open = next((m for m in stack if m.family != "single" and m.tentative is None), None)
    return pairs, left_open


def _prefers_to_open(mark: Mark, stack: Sequence[Mark], text: str) -> bool:
    """A mark that could do both opens where its side of the white space says so."""
    if mark.form == "“":
        if text[mark.start - 1] in ",.!?…，。！？" and not text[mark.end : mark.end + 1].strip():
            return False
        return not any(m.form in {"„", ",,", "”"} and m.family == "double" for m in stack[-2:])
    before = text[mark.start - 1 : mark.start]
    return mark.form in '"＂' and before.isspace()


def _between(text: str, left: Mark, right: Mark, *, resumes: bool = False) -> Marked:
    start, end = _trim(text, left.end, right.start)
    return Marked(start, end, left.start, right.end, left.family, resumes=resumes)


def _stretch(text: str, outer: int, start: int, end: int, family: str, *, resumes: bool = False) -> Marked:
    inner, stop = _trim(text, start, end)
    return Marked(inner, stop, outer, stop, family, runs_on=True, resumes=resumes)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _outermost(stretches: Iterable[Marked]) -> list[Marked]:
    kept: list[Marked] = []
    for stretch in sorted(stretches, key=lambda m: (m.outer_start, -m.outer_end)):
        if not kept or stretch.outer_start >= kept[-1].outer_end:
            kept.append(stretch)
    return kept
