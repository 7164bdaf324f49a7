"""Lines and paragraphs: which line ends are the end of something, and which only the width of a page."""

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

import regex

from service.records import Removed, Span

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NARROWEST, _WIDEST = 45, 110
_FIRST_WORD = regex.compile(r"\s*+\S{0,40}+")
# Mail and wire text breaks a line only where the next word no longer fits; one exception in ten is let through
# (hyphenated words, a long address).
_SHARE_OF_FULL_LINES = 0.9
# Text wrapped by hand is ragged; it must then show small letters at the starts of its lines.
_LOOSE = 12
_STOPS = '.!?…:;”"»“'


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of `text`: each line its own, or in hard-wrapped text each run of lines without a gap."""
    result: list[tuple[int, int]] = []
    blocks = _blocks(text)
    widths = [_wrap_width(text, block) for block in blocks]
    known = [width for width in widths if width]
    page = int(median(known)) if known else 0
    for block, width in zip(blocks, widths, strict=True):
        if width or (page and len(block) > 1 and _fills(text, block, page)):
            result.append((block[0][0], block[-1][1]))
        else:
            result.extend(block)
    return result


def kept_stretches(text: str, removed: Sequence[Removed | Span]) -> Iterator[tuple[int, int, int]]:
    """What `removed` leaves, as (number of the paragraph, start, end), none of it over a paragraph's end."""
    if not removed:
        yield from ((number, start, end) for number, (start, end) in enumerate(paragraphs(text)))
        return
    gaps = sorted((span.start, span.end) for span in removed)
    index = 0
    for number, (start, end) in enumerate(paragraphs(text)):
        while index < len(gaps) and gaps[index][1] <= start:
            index += 1
        position, at = start, index
        while at < len(gaps) and gaps[at][0] < end:
            if gaps[at][0] > position:
                yield number, position, gaps[at][0]
            position = max(position, gaps[at][1])
            at += 1
        if position < end:
            yield number, position, end


def _blocks(text: str) -> list[list[tuple[int, int]]]:
    """Runs of lines that hold something, with no empty line between them."""
    blocks: list[list[tuple[int, int]]] = []
    position = 0
    goes_on = False
    for line in text.splitlines(keepends=True):
        content = line.rstrip(_LINE_ENDS)
        if not content or content.isspace():
            goes_on = False
        elif goes_on:
            blocks[-1].append((position, position + len(content)))
        else:
            blocks.append([(position, position + len(content))])
            goes_on = True
        position += len(line)
    return blocks


def _wrap_width(text: str, block: list[tuple[int, int]]) -> int:
    """The width at which the block was wrapped, 0 where it was not."""
    if len(block) < 3:
        return 0
    width = max(end - start for start, end in block)
    return width if _NARROWEST <= width <= _WIDEST and _fills(text, block, width) else 0


def _fills(text: str, block: list[tuple[int, int]], width: int) -> bool:
    """Whether each line but the last is as full as the next word allowed, and most stop in mid-sentence."""
    if any(end - start > width + 2 for start, end in block):
        return False
    full = loose = running_on = stopped = 0
    for (start, end), (next_start, next_end) in itertools.pairwise(block):
        word = _FIRST_WORD.match(text, next_start, next_end)
        first_word = word.group().strip() if word else ""
        full += end - start + 1 + len(first_word) > width - 1
        loose += end - start + 1 + len(first_word) > width - _LOOSE
        running_on += first_word[:1].islower()
        stopped += text[start:end].rstrip()[-1:] in _STOPS
    joints = len(block) - 1
    if stopped * 2 > joints:
        return False
    return full >= _SHARE_OF_FULL_LINES * joints or (
        loose >= _SHARE_OF_FULL_LINES * joints and running_on * 2 >= joints
    )
