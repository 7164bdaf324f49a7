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

_MARK = regex.compile(r"``|''|,,(?=\p{L})|[“”„‟\"＂〝〞〟«»‹›‘’‚‛'「」『』｢｣]")
_FAMILY = {
    **dict.fromkeys(["``", "''", ",,", *'“”„‟"＂〝〞〟'], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "single angle"),
    **dict.fromkeys("‘’‚‛'", "single"),
    **dict.fromkeys("「」｢｣", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_LONGEST_RUN = 12
_LINE = regex.compile(r"[^\n\r\u2028\u2029]++")
_SETTLED = regex.compile(r"[.!?…:;。！？।۔؟\"”“»«’')\]|*_>#-]\s*\Z")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_WORD = regex.compile(r"\p{L}+")
_OPENING = frozenset("([{—–-/¿¡“„«‘‚‹「『\"'>*_،,:：，\u200f\u200e\u2066\u2067\u202b\u202a")
_CLOSING = frozenset(".,;:!?)]}…—–-/”“»’›」』\"'<*_。，、！？：；।۔؟،؛\u200f\u200e\u2069\u202c")
_ELISIONS = frozenset(["em", "tis", "twas", "til", "cause", "bout", "round", "n", "s", "t", "ndrangheta", "k", "m"])


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


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    family: str
    form: str
    opens: bool
    closes: bool
    weak: bool = False
    tentative: "_Mark | None" = None


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
        marks = list(_outside(_read_marks(text, paragraph), blocked))
        if held:
            held, marks = _continue(text, paragraph, held, marks, found)
        pairs, opener = _match(marks, text)
        found.extend(_outermost([_between(text, left, right) for left, right in pairs]))
        if opener is not None:
            held = [_stretch(text, opener.start, opener.end, paragraph.end, opener.family)]
    return [marked for marked in found if marked.start < marked.end and not overlaps(marked, blocked)]


def overlaps(stretch: Marked | Span, blocked: Sequence[Span]) -> bool:
    """Whether it touches any of the blocked spans, which are sorted by their start."""
    at = bisect_right(blocked, stretch.start, key=lambda span: span.start)
    return (at > 0 and blocked[at - 1].end > stretch.start) or (at < len(blocked) and blocked[at].start < stretch.end)


def _continue(
    text: str, paragraph: Span, held: list[Marked], marks: list[_Mark], found: list[Marked]
) -> tuple[list[Marked], list[_Mark]]:
    """Settle what the paragraphs before left open; what is settled goes to `found`."""
    family = held[0].family
    first = next((mark for mark in marks if mark.family == family), None)
    if first is None:
        whole = _stretch(text, paragraph.start, paragraph.start, paragraph.end, family, resumes=True)
        return ([*held, whole] if len(held) < _LONGEST_RUN else []), marks
    reopened = first.opens and not text[paragraph.start : first.start].strip(" \t>*_—–-")
    opener = held[0].outer_start
    if reopened and (
        len(held) > 1 or first.form != text[opener : opener + len(first.form)] or not _leads_in(text, opener)
    ):
        return [], marks
    if not reopened and (not first.closes or (first.opens and first.form != '"')):
        return [], marks
    while found and found[-1].outer_start >= held[0].outer_start:
        found.pop()
    found.extend(held)
    if reopened:
        return [], marks
    found.append(_between(text, _Mark(paragraph.start, paragraph.start, family, "", True, False), first, resumes=True))
    return [], [mark for mark in marks if mark.start > first.start]


def _leads_in(text: str, opener: int) -> bool:
    """Whether a mark opens a paragraph or follows a colon or comma, as the first of several does."""
    before = text[max(0, opener - 40) : opener].rstrip(" \t\u00a0>*_—–-")
    return before[-1:] in {"", "\n", "\r", ":", ",", "："}


def _outside(marks: Iterable[_Mark], blocked: Sequence[Span]) -> Iterator[_Mark]:
    i = 0
    for mark in marks:
        while i < len(blocked) and blocked[i].end <= mark.start:
            i += 1
        if i == len(blocked) or mark.end <= blocked[i].start:
            yield mark


def _read_marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else ""
        after = text[end] if end < paragraph.end else ""
        form = match.group()
        opens, closes = _roles(text, form, before, after, start, end)
        if opens or closes:
            family = _FAMILY[form]
            weak = family == "single" and closes and before in "sxzSXZ" and _runs_into_word(text, end)
            yield _Mark(start, end, family, form, opens, closes, weak)


def _roles(text: str, form: str, before: str, after: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, from its form and its neighbours."""
    open_side = not before or before.isspace() or before in _OPENING
    close_side = not after or after.isspace() or after in _CLOSING
    tight = bool(before) and not before.isspace()
    if form in "“«‹":
        return open_side or not close_side, tight and (close_side or form == "“")
    if form in "”»›":
        free = not before or before.isspace() or before in "([{"
        return free and not close_side and form != "›", not (free and not close_side)
    if _FAMILY[form] == "single":
        return _single_roles(text, form, before, after, open_side, end)
    if form in '"＂':
        return _straight_roles(text, before, after, open_side, close_side, start, end)
    return form in {"``", ",,", *"„‟「『｢〝"}, form in {"''", *"」』｣〞〟"}


def _single_roles(text: str, form: str, before: str, after: str, open_side: bool, end: int) -> tuple[bool, bool]:
    closes = form != "‚" and bool(before) and not before.isspace() and not _is_wordlike(after)
    if form in "‘‚‛":
        return (open_side or form == "‚") and not after.isspace() and bool(after), closes and not open_side
    if form == "'" and open_side and (after.isalpha() or after in "¿¡"):
        word = _WORD.match(text, end, end + 12)
        return word is None or word.group().lower() not in _ELISIONS, closes and before in _CLOSING
    return False, closes


def _straight_roles(
    text: str, before: str, after: str, open_side: bool, close_side: bool, start: int, end: int
) -> tuple[bool, bool]:
    if open_side and close_side:
        return before not in ".,!?…" and bool(after) and not after.isspace(), bool(before) and not before.isspace()
    if open_side or close_side:
        loose = bool(before) and before in ",:،，：" and not after.isspace()
        return open_side, close_side or loose
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return True, True
    if _is_wordlike(before) and _is_wordlike(after):
        return _after_prefix(text, before, start, end), "\u0600" <= before <= "\u06ff"
    return True, True


def _after_prefix(text: str, before: str, start: int, end: int) -> bool:
    """Hebrew and Arabic glue prepositions to a mark; Hebrew also writes one inside abbreviations."""
    if not "\u0590" <= before <= "\u06ff":
        return False
    prefix = next((n for n in range(1, 4) if start <= n or not text[start - n - 1].isalpha()), None)
    word = _WORD.match(text, end, end + 2)
    return prefix is not None and word is not None and len(word.group()) > 1


def _is_wordlike(char: str) -> bool:
    return char.isalnum() and not _UNSPACED.match(char)


def _runs_into_word(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _match(marks: Iterable[_Mark], text: str) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    """Pairs of marks, and the first opener that nothing closes."""
    stack: list[_Mark] = []
    waiting = dict.fromkeys(_FAMILY.values(), 0)
    pairs: list[tuple[_Mark, _Mark]] = []
    lost: list[_Mark] = []
    for mark in marks:
        if mark.closes and waiting[mark.family] and not (mark.opens and _prefers_to_open(mark, stack, text)):
            opener = next(m for m in reversed(stack) if m.family == mark.family)
            if mark.weak:
                opener.tentative = opener.tentative or mark
                continue
            while True:
                top = stack.pop()
                waiting[top.family] -= 1
                if top is opener:
                    break
                lost.append(top)
            pairs.append((opener, mark))
        elif mark.opens:
            stack.append(mark)
            waiting[mark.family] += 1
    pairs.extend((m, m.tentative) for m in [*stack, *lost] if m.tentative is not None)
    left_open = next((m for m in stack if m.family != "single" and m.tentative is None), None)
    return pairs, left_open


def _prefers_to_open(mark: _Mark, stack: Sequence[_Mark], text: str) -> bool:
    """A mark that could do both opens where its side of the white space says so."""
    if mark.form == "“":
        if text[mark.start - 1] in ",.!?…，。！？" and not text[mark.end : mark.end + 1].strip():
            return False
        return not any(m.form in {"„", ",,", "”"} and m.family == "double" for m in stack[-2:])
    before = text[mark.start - 1 : mark.start]
    return mark.form in '"＂' and before.isspace()


def _between(text: str, left: _Mark, right: _Mark, *, resumes: bool = False) -> Marked:
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
