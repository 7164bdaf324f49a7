"""Entries of our own in the compiled dictionaries of Apertium pairs (`*.bin`, lttoolbox 3.6 and 3.7).

A compiled dictionary is an alphabet, pairs of its symbols, and sections, each a transducer whose transitions are
numbers of pairs. New pairs go behind the old ones, so that the sections which are there stay as they are, byte for
byte, and one more is put behind them. `lt-append` does the same; it comes with libicu's headers, 50 MB.
"""

import re
import struct
from collections.abc import Iterable, Sequence

_MAGIC = b"LTTB"
_TRANSDUCER = b"LTTD"
_NO_FEATURES = bytes(8)
# A tag in angle brackets is one symbol, and so is each other character.
_SYMBOL = re.compile(r"<[^<>]+>|.", re.DOTALL)
_NUMBER = re.compile(rb"[\x00-\x3f]|[\x40-\x7f].|[\x80-\xbf]..|[\xc0-\xff]...", re.DOTALL)
_WEIGHTS = bytes(7) + b"\x01"
# A weight is a fraction of 2 ** 30 and an exponent: these are 2 and 0.
_BEHIND, _NOTHING = b"\x01\x1f", b"\x00\x00"
_MULTIBYTE = ((0x40, 0x00), (0x4000, 0x40), (0x400000, 0x80), (0x40000000, 0xC0))

Entry = tuple[str, str]


def with_entries(data: bytes, section: str, entries: Iterable[Entry], *, first: bool = False) -> bytes:
    """The dictionary `data` with one more section that maps the left of each entry to its right.

    Tags are written as `house<n><sg>`. `first` gives what is there already a weight, so that of several answers ours
    comes first. Raises ValueError where `data` is no dictionary of a known form.
    """
    reader = _Reader(data)
    alphabet = _read_alphabet(reader)
    sections = reader.number()
    rest = b"".join(_weighted(reader, data, sections)) if first else data[reader.position :]
    transducer = _transducer(sorted(set(entries)), alphabet)
    return b"".join(
        (
            data[:12],
            _text(alphabet.letters),
            alphabet.written(),
            _number(sections + 1),
            rest,
            _text(section),
            transducer,
        )
    )


class _Reader:
    def __init__(self, data: bytes) -> None:
        # With weights a dictionary is written in another way, which no pair of Debian uses.
        if data[:4] != _MAGIC or data[4:12] != _NO_FEATURES:
            raise ValueError("not a compiled dictionary without weights")
        self._data = data
        self.position = 12

    def number(self) -> int:
        first = self._data[self.position]
        end = self.position + 1 + (first >> 6)
        value = int.from_bytes(bytes([first & 0x3F]) + self._data[self.position + 1 : end], "big")
        self.position = end
        return value

    def text(self) -> str:
        return "".join(chr(self.number()) for _ in range(self.number()))


def _weighted(reader: _Reader, data: bytes, sections: int) -> Iterable[bytes]:
    """The sections as they are, with a weight at each end of an entry and none on the steps."""
    for _ in range(sections):
        start = reader.position
        reader.text()
        head = reader.position + len(_TRANSDUCER)
        if data[reader.position : head] != _TRANSDUCER or data[head : head + 8] != _NO_FEATURES:
            raise ValueError("a section of the dictionary has weights already")
        yield data[start:head] + _WEIGHTS
        start = reader.position = head + 8
        reader.number()
        finals = reader.number()
        yield data[start : reader.position]
        for _ in range(finals):
            start = reader.position
            reader.number()
            yield data[start : reader.position] + _BEHIND
        start = reader.position
        states = reader.number()
        yield data[start : reader.position]
        yield from _weightless_steps(reader, data, states)


def _weightless_steps(reader: _Reader, data: bytes, states: int) -> Iterable[bytes]:
    numbers = _NUMBER.finditer(data, reader.position)
    end = reader.position
    for _ in range(states):
        count = next(numbers)
        yield count[0]
        end = count.end()
        for _ in range(int.from_bytes(bytes([count[0][0] & 0x3F]) + count[0][1:], "big")):
            yield next(numbers)[0]
            reached = next(numbers)
            yield reached[0] + _NOTHING
            end = reached.end()
    reader.position = end


class _Alphabet:
    """Tags are negative, from -1 on; characters are their code points; nothing is 0."""

    def __init__(self, letters: str, tags: Sequence[str], pairs: Sequence[tuple[int, int]]) -> None:
        self.letters = letters
        self._tags = {f"<{tag}>": -place - 1 for place, tag in enumerate(tags)}
        self._pairs = {pair: place for place, pair in enumerate(pairs)}

    def symbols(self, side: str) -> list[int]:
        return [self._symbol(symbol) for symbol in _SYMBOL.findall(side)]

    def _symbol(self, symbol: str) -> int:
        if len(symbol) == 1:
            return ord(symbol)
        return self._tags.setdefault(symbol, -len(self._tags) - 1)

    def pair(self, left: int, right: int) -> int:
        return self._pairs.setdefault((left, right), len(self._pairs))

    def written(self) -> bytes:
        tags, shift = [_text(tag[1:-1]) for tag in self._tags], len(self._tags)
        pairs = [_number(symbol + shift) for pair in self._pairs for symbol in pair]
        return b"".join((_number(len(tags)), *tags, _number(len(self._pairs)), *pairs))


def _read_alphabet(reader: _Reader) -> _Alphabet:
    letters = reader.text()
    tags = [reader.text() for _ in range(reader.number())]
    pairs = [(reader.number() - len(tags), reader.number() - len(tags)) for _ in range(reader.number())]
    return _Alphabet(letters, tags, pairs)


def _transducer(entries: Sequence[Entry], alphabet: _Alphabet) -> bytes:
    """A tree with a branch for each entry; the shorter side ends in nothing."""
    states: list[dict[int, int]] = [{}]
    finals: set[int] = set()
    for left, right in entries:
        state = 0
        for pair in _aligned(alphabet.symbols(left), alphabet.symbols(right)):
            step = alphabet.pair(*pair)
            if step not in states[state]:
                states[state][step] = len(states)
                states.append({})
            state = states[state][step]
        finals.add(state)
    return b"".join((_TRANSDUCER, _NO_FEATURES, _number(0), *_finals(finals), _number(len(states)), *_steps(states)))


def _aligned(left: list[int], right: list[int]) -> Iterable[tuple[int, int]]:
    length = max(len(left), len(right))
    return zip(left + [0] * (length - len(left)), right + [0] * (length - len(right)), strict=True)


def _finals(finals: set[int]) -> Iterable[bytes]:
    yield _number(len(finals))
    before = 0
    for state in sorted(finals):
        yield _number(state - before)
        before = state


def _steps(states: Sequence[dict[int, int]]) -> Iterable[bytes]:
    for state, steps in enumerate(states):
        yield _number(len(steps))
        before = 0
        for step, reached in sorted(steps.items()):
            # In a tree every step leads onward, which saves the wrapping of what leads back.
            yield _number(step - before) + _number(reached - state)
            before = step


def _number(value: int) -> bytes:
    for size, (limit, mark) in enumerate(_MULTIBYTE):
        if value < limit:
            shifted = struct.pack(">I", value)[3 - size :]
            return bytes([shifted[0] | mark]) + shifted[1:]
    raise ValueError(f"{value} is too large for a compiled dictionary")


def _text(text: str) -> bytes:
    return _number(len(text)) + b"".join(_number(ord(character)) for character in text)
