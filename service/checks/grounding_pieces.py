"""A sentence as pieces cut out of its article.

Read from the left, each piece is the longest stretch of words that stands so in the article, of equals the one in the
sentence where the piece before it stands ("extractive fragments" of Grusky et al. 2018, with their places). Work grows
with the sentence and with how often its words stand in the article, which is capped.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from service.checks.grounding import Word

_MOST_PLACES = 24
# So many words further on in the same sentence is no cut; so many words back, or on, is a far one.
_REACH, _FAR_BACK, _FAR_ON = 12, 15, 25


class Piece(NamedTuple):
    """Words `first` to before `last` of a sentence: in the article, from word `start` in sentence `source`."""

    first: int
    last: int
    start: int
    source: int

    @property
    def end(self) -> int:
        """Where the piece ends among the words of the article."""
        return self.start + self.last - self.first


class WordOrder:
    """The words of an article in their order."""

    def __init__(self, sentences: Iterable[Iterable[Word]]) -> None:
        self.words: list[Word] = []
        self.stems: list[str] = []
        self.sources: list[int] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for source, sentence in enumerate(sentences):
            for word in sentence:
                if word.content:
                    self._places[word.stem].append(len(self.stems))
                self.words.append(word)
                self.stems.append(word.stem)
                self.sources.append(source)

    def pieces(self, words: Sequence[Word]) -> list[Piece]:
        """The pieces of a sentence from left to right; a piece holds a content word."""
        stems = [word.stem for word in words]
        found: list[Piece] = []
        at = 0
        while at < len(words):
            places = self._places.get(stems[at]) if words[at].content else None
            if places:
                found.append(self._longest(stems, at, places[:_MOST_PLACES], found[-1] if found else None))
                at = found[-1].last
            else:
                at += 1
        return found

    def _longest(self, stems: Sequence[str], at: int, places: Sequence[int], before: Piece | None) -> Piece:
        """The longest piece around word `at`; it begins after the piece before it."""
        taken, end, source = (before.last, before.end, before.source) if before else (0, 0, -1)
        best, most = (at, at + 1, places[0]), (0, False, 0)
        for place in places:
            first, last = self._around(stems, at, place, taken)
            rank = (last - first, self.sources[place] == source, -abs(first + place - at - end))
            if rank > most:
                best, most = (first, last, place), rank
        first, last, place = best
        return Piece(first, last, first + place - at, self.sources[place])

    def _around(self, stems: Sequence[str], at: int, place: int, taken: int) -> tuple[int, int]:
        """From where to where the words around `at` are those of the article around `place`."""
        own, ahead = self.stems, place - at
        first, last = at, at + 1
        while first > taken and first > -ahead and stems[first - 1] == own[first - 1 + ahead]:
            first -= 1
        end = min(len(stems), len(own) - ahead)
        while last < end and stems[last] == own[last + ahead]:
            last += 1
        return first, last


@dataclass(frozen=True, slots=True)
class Cuts:
    """How a sentence was put together: its pieces, cuts, far cuts, and how many of its words stand in no piece."""

    pieces: int
    cuts: int
    far: int
    outside: int
    kept: tuple[Piece, ...] = field(default=(), compare=False, repr=False)


def count_cuts(words: Sequence[Word], order: WordOrder) -> Cuts:
    """A cut is where the sentence goes back in the article, or on in another sentence, or much further down."""
    pieces = _without_strays(order.pieces(words))
    ahead = [(right.start - left.end, left.source == right.source) for left, right in pairwise(pieces)]
    found = [distance for distance, same in ahead if not (same and 0 <= distance <= _REACH)]
    far = sum(distance <= -_FAR_BACK or distance >= _FAR_ON for distance in found)
    outside = len(words) - sum(piece.last - piece.first for piece in pieces)
    return Cuts(len(pieces), len(found), far, outside, tuple(pieces))


def _without_strays(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without single words from elsewhere between two that go on from one to the other."""
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        single = piece.last - piece.first == 1 and kept and at + 1 < len(pieces)
        if not (single and 0 <= pieces[at + 1].start - kept[-1].end <= _REACH):
            kept.append(piece)
    return kept
