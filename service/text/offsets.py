"""Offsets in other units than Unicode code points.

Inside the house every offset counts code points. JavaScript, Java and C# index UTF-16 code units,
Go and Rust index UTF-8 bytes.
"""

from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from typing import Literal

Unit = Literal["codepoint", "utf16", "byte"]


def _extra_utf16(character: str) -> int:
    return 1 if ord(character) > 0xFFFF else 0


def _extra_bytes(character: str) -> int:
    code = ord(character)
    return (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)


def converter(text: str, unit: Unit) -> Callable[[int], int]:
    """A function from a code point offset into `text` to the same place in `unit`.

    Costs one pass over `text`; each conversion is a binary search over its wide characters.
    """
    if unit == "codepoint" or text.isascii():
        return lambda offset: offset
    extra = _extra_utf16 if unit == "utf16" else _extra_bytes
    wide = [(position, more) for position, character in enumerate(text) if (more := extra(character))]
    positions = [position for position, _ in wide]
    added = [0, *accumulate(more for _, more in wide)]
    return lambda offset: offset + added[bisect_left(positions, offset)]
