"""A decoder held to the pieces that the served languages use, with a way back to the whole vocabulary.

Reading the output projection over 128,112 pieces is some 40 % of a step; over 32,000 it is a third faster greedy.
The list is chosen from real text of the languages served. What lies outside stays reachable: single characters are
always in, a row whose source has a name (a word with a capital) with a piece outside the list is decoded over the
whole vocabulary at once, and a row whose restricted output is unlikely or was cut is decoded again.
`Restricted.share` says how often.
"""

import os
import threading
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Protocol

from service.engines.decoding import Hypothesis, Row, Search
from service.errors import EngineError, EngineUnavailable

VMAP = "vmap.txt"
_WORD_STARTS = "▁Ġ"


def chosen(
    texts: Iterable[str],
    pieces_of: Callable[[str], Iterable[str]],
    vocabulary: Sequence[str],
    special: Collection[str],
    *,
    limit: int,
) -> list[str]:
    """The pieces to keep: `special`, every single character and byte, digits, punctuation, then the commonest.

    `pieces_of` tokenises as the output would be; `vocabulary` is the commonest first. What room the pieces of the
    texts leave is filled from the vocabulary with those of the texts' own alphabets. No more than `limit` are kept,
    unless the first kinds alone are more; the order is that of `vocabulary`.
    """
    counts = Counter(piece for text in texts for piece in pieces_of(text))
    alphabets = {alphabet for piece in counts for alphabet in _alphabets(piece)}
    filling = (piece for piece in vocabulary if alphabets >= _alphabets(piece))
    kept = {piece for piece in vocabulary if piece in special or _always(piece)}
    for piece in chain((piece for piece, _ in counts.most_common()), filling):
        if len(kept) >= limit:
            break
        kept.add(piece)
    return [piece for piece in vocabulary if piece in kept]


def _always(piece: str) -> bool:
    """Whether a piece spells what no list of words can foresee."""
    plain = piece.lstrip(_WORD_STARTS)
    return len(plain) <= 1 or (plain.startswith("<") and plain.endswith(">")) or not _alphabets(plain)


@lru_cache(maxsize=1 << 17)
def _alphabets(piece: str) -> frozenset[str]:
    """The scripts of a piece's letters, by the first word of their names (`LATIN`)."""
    letters = (c for c in piece.lstrip(_WORD_STARTS) if unicodedata.category(c)[0] in "LM")
    return frozenset(unicodedata.name(letter, "?").split()[0] for letter in letters)


def write(folder: Path, pieces: Sequence[str]) -> None:
    """Put the list into a converted folder, for CTranslate2 reads it when it loads the model."""
    work = folder / f".{VMAP}.{os.getpid()}"
    work.write_text("\t" + " ".join(pieces) + "\n", encoding="utf-8")
    work.replace(folder / VMAP)


def read(folder: Path) -> frozenset[str]:
    """The list of a converted folder; raises `EngineUnavailable` where there is none."""
    try:
        return frozenset((folder / VMAP).read_text(encoding="utf-8").strip("\t\n").split(" "))
    except OSError as error:
        raise EngineUnavailable(f"{folder.name}: no list of pieces in it: {error}") from error


class TwoWays(Protocol):
    """A decoder that can be held to its list, or not."""

    name: str
    revision: str

    def decode(
        self, rows: Sequence[Row], search: Search, *, restricted: bool = False
    ) -> list[Hypothesis | EngineError]:
        """Decode each row."""
        ...

    def close(self) -> None:
        """Free the memory."""
        ...


def names_outside(tokens: Iterable[str], pieces: Collection[str]) -> bool:
    """Whether a word that begins with a capital has a piece outside the list: it may have to be copied."""
    capital = False
    for token in tokens:
        plain = token.lstrip(_WORD_STARTS)
        if plain != token or not plain:
            capital = plain[:1].isupper()
        elif plain[:1].isupper():
            capital = True
        if capital and token not in pieces:
            return True
    return False


@dataclass(slots=True)
class Share:
    """How many rows there were, how many had a name outside the list, and how many were decoded again."""

    rows: int = 0
    outside: int = 0
    again: int = 0


class Restricted:
    """A `Decoder` that tries the list first where it can do.

    `floor` is the mean log probability a token under which an output is not trusted to the list.
    """

    def __init__(self, decoder: TwoWays, pieces: Collection[str], *, floor: float = -1.5) -> None:
        self.name = decoder.name
        self.revision = f"{decoder.revision}/{len(pieces)}"
        self.share = Share()
        self._decoder = decoder
        self._pieces = frozenset(pieces)
        self._floor = floor
        self._counting = threading.Lock()

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Decode each row, over the list where that suffices."""
        inside = [i for i, row in enumerate(rows) if not names_outside(row.tokens, self._pieces)]
        found = self._some(rows, inside, search, restricted=True)
        again = [i for i in inside if not self._trusted(found[i])]
        outside = [i for i in range(len(rows)) if i not in found]
        found |= self._some(rows, [*again, *outside], search, restricted=False)
        with self._counting:
            self.share.rows += len(rows)
            self.share.outside += len(outside)
            self.share.again += len(again)
        return [found[i] for i in range(len(rows))]

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        self._decoder.close()

    def _some(
        self, rows: Sequence[Row], wanted: Sequence[int], search: Search, *, restricted: bool
    ) -> dict[int, Hypothesis | EngineError]:
        if not wanted:
            return {}
        decoded = self._decoder.decode([rows[i] for i in wanted], search, restricted=restricted)
        return dict(zip(wanted, decoded, strict=True))

    def _trusted(self, output: Hypothesis | EngineError) -> bool:
        return isinstance(output, EngineError) or (output.ended and output.score >= self._floor)
