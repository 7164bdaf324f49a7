"""What of a text is not article, marked and never cut out: captions, credits, bylines, links, repeats.

Judged by general evidence (the shape of lines, repetition, phrases of the web in many languages), not by
publisher. In doubt a line stays: losing a paragraph of the article is worse than keeping a label.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from service.records import Dateline, RemovalReason, Removed, Span
from service.text import furniture
from service.text.captions import mark_captions
from service.text.dateline import find_dateline
from service.text.lang import language_data
from service.text.lines import Line, judge, make_line
from service.text.page import judge_page
from service.text.words import has_unspaced
from service.text.wrapping import paragraphs

# Nobody's article has more; the rest of a longer list is kept as it is.
_LINES_UNDER_TITLE = 6
_MOST_LINES_JUDGED = 2_000
_LINES_BEFORE_BODY = 4
_LONGEST_TITLE = 200
_LONGEST_CAPTION = 60
_TAIL = 160
# A short first line is page furniture where the article never takes up a word of it.
_SHORT_TITLE, _STEM, _PROSE_BEHIND_TITLE, _LONGEST_READ = 4, 5, 40, 4_000
_FOLDED = re.compile(r"[\W_]+")
_STRAY_MARKS = regex.compile(r"[\s|`“”*_#]{2,}+$|\s[|]+$")
_CREDIT_MARKS = ":：©ⓒ"
_MAY_HOLD_CREDITED_NAME = regex.compile(r"[)\]>]\.?$|/")
_SAME_LINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class CleanResult:
    """What is not article: `removed` is sorted and disjoint; the title's span is not among it."""

    removed: tuple[Removed, ...]
    title: str | None
    title_span: Span | None
    dateline: Dateline | None


def find_removed(text: str, *, language: str | None = None, title: str | None = None) -> CleanResult:
    """The stretches of `text` that are not article, and its headline where a line shows one.

    `title` is what the client or the page declares; its line is then looked for in the text.
    """
    lines = _lines(text)
    headline = _find_title(lines, title)
    judged = [line for line in lines if line is not headline]
    for line in judged:
        line.reason = judge(line)
    mark_captions(judged, text, language_data(language or "und"))
    _mark_duplicates(judged, headline)
    judge_page(judged)
    removed = [piece for line in judged for piece in _pieces(line)]
    dateline = _find_dateline(text, judged, language or "und")
    if dateline:
        removed.append(Removed(dateline.start, dateline.end, "dateline"))
    declared = " ".join(title.split()) if title else None
    return CleanResult(
        removed=_disjoint(removed),
        title=declared or (headline.text if headline else None),
        title_span=Span(headline.start, headline.end) if headline else None,
        dateline=dateline,
    )


def _lines(text: str) -> list[Line]:
    result: list[Line] = []
    previous_end = 0
    for start, end in paragraphs(text)[:_MOST_LINES_JUDGED]:
        if result:
            between = text[previous_end:start]
            result[-1].blank_after = between.count("\n") > 1 or between.count("\r") > 1
        result.append(make_line(text, start, end))
        previous_end = end
    return result


def _find_title(lines: Sequence[Line], title: str | None) -> Line | None:
    """The line that is the headline: equal to the given one, or first, short, unstopped and before a paragraph."""
    if title:
        wanted = _fold(title)
        for line in lines[:40]:
            if len(line.text) <= _LONGEST_TITLE * 2 and wanted and _fold(line.text) == wanted:
                return line
    if len(lines) < 2:
        return None
    # Between a headline and its article may stand a byline, a date, a credit.
    first, second = lines[0], next((line for line in lines[1:_LINES_UNDER_TITLE] if judge(line) is None), lines[1])
    if not 3 <= first.words <= 30 or len(first.text) > _LONGEST_TITLE or first.text[-1] in ".。:,;।…" or judge(first):
        return None
    if not second.is_prose or second.text[0].islower() or first.text[0] in "-–—•*":
        return None
    if find_dateline(first.text, 0, len(first.text), sure=True) or _is_foreign(first, lines):
        return None
    return first if first.blank_after or len(second.text) >= 1.6 * len(first.text) else None


def _is_foreign(first: Line, lines: Sequence[Line]) -> bool:
    """Whether a short line that could be a headline shares no longer word, by its stem, with any paragraph."""
    stems = {word[:_STEM] for word in _fold(first.text).split() if len(word) >= _STEM}
    if first.words > _SHORT_TITLE or has_unspaced(first.text) or not stems:
        return False
    body = lines[_LINES_UNDER_TITLE:] if len(lines) > 2 * _LINES_UNDER_TITLE else lines[1:]
    prose = [line for line in body if line.is_prose and judge(line) is None][:_PROSE_BEHIND_TITLE]
    return not any(word[:_STEM] in stems for line in prose for word in _fold(line.text[:_LONGEST_READ]).split())


def _mark_duplicates(lines: Sequence[Line], headline: Line | None) -> None:
    """Mark what stands twice; a caption's first copy is known by the credit that its second one may lack."""
    seen: dict[str, Line] = {_fold(headline.text): headline} if headline else {}
    for line in lines:
        if len(line.text) > 4_000 or line.reason in ("markup", "share") or line.words < _SAME_LINE_WORDS:
            continue
        folded = _fold(line.text)
        if folded in seen:
            line.reason = line.reason or "duplicate"
        else:
            seen[folded] = line


def _fold(text: str) -> str:
    return _FOLDED.sub(" ", text.casefold()).strip()


def _pieces(line: Line) -> list[Removed]:
    """The removed stretches of one line: all of it, a caption and its credit, or stray marks at its end."""
    if line.reason is not None and line.reason not in ("caption",):
        return [Removed(line.start, line.end, line.reason)]
    credit = find_credit(line)
    if credit is not None:
        return _parts((line.start, "caption"), (credit, "credit"), (line.end, "credit"))
    if line.reason is not None:
        return [Removed(line.start, line.end, line.reason)]
    signature = furniture.SIGNATURE.search(line.text, max(0, len(line.text) - 60)) if line.text[-1] in ")]" else None
    if signature is not None:
        return [Removed(line.start + signature.start(), line.end, "credit")]
    stray = _STRAY_MARKS.search(line.text, max(0, len(line.text) - 12))
    return [Removed(line.start + stray.start(), line.end, "markup")] if stray else []


def find_credit(line: Line) -> int | None:
    """Where the credit at the end of a caption starts, or None where the line is no caption."""
    if line.words > _LONGEST_CAPTION:
        return None
    text = line.text.rstrip(" |")
    tail = max(0, len(text) - _TAIL)
    may_hold_credit = any(text.find(mark, tail) >= 0 for mark in _CREDIT_MARKS)
    match = furniture.CREDIT_AT_END.search(text, tail) if may_hold_credit else None
    if match is None and _MAY_HOLD_CREDITED_NAME.search(text, tail):
        match = furniture.BRACKETED_CREDIT.search(text, tail)
    if match is None:
        return None
    found = str(match.group())
    return line.start + int(match.start()) + len(found) - len(found.lstrip(" |"))


def _parts(*borders: tuple[int, RemovalReason]) -> list[Removed]:
    return [Removed(start, end, reason) for (start, reason), (end, _) in itertools.pairwise(borders) if start < end]


def _find_dateline(text: str, lines: Sequence[Line], language: str) -> Dateline | None:
    """The dateline of the first paragraph that stays; under a standfirst only one that an agency signs."""
    kept = itertools.islice((line for line in lines if line.reason is None), _LINES_BEFORE_BODY)
    first = True
    for line in kept:
        found = find_dateline(text, line.start, line.end, language=language, sure=not (first and line.is_prose))
        if found:
            return found
        first = first and not line.is_prose
    return None


def _disjoint(removed: Sequence[Removed]) -> tuple[Removed, ...]:
    result: list[Removed] = []
    for piece in sorted(removed, key=lambda item: (item.start, -item.end)):
        if not result or piece.start >= result[-1].end:
            result.append(piece)
    return tuple(result)
