"""Whether a sentence of a brief says yes where its evidence says no, or surely where it says maybe.

A negation counts by the words it governs: "is not guilty" is held against what the evidence says of "guilty", whatever
else the evidence denies.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from service.checks.findings import Finding
from service.checks.lang import check_words
from service.checks.polarity import WORD, Cue, Kind, Polarity
from service.text.lang import language_data
from service.text.words import has_unspaced

_STEM = 6
_SHORTEST = 3
# How many words a negation governs, how many on either side stand near it, how many of the governed must be told where
# the nearest is not, and how many near a cue of the evidence the brief must share. From a sweep (1 to 4; 3, 4, 6; 1, 2;
# 2, 3) over the summaries people wrote in `summaries/` and `articles/` (English, French, German, Vietnamese), each
# sentence as it is and sentences of the articles with their negation dropped: of the good 2 % are told, of the broken
# 84 %.
_GOVERNED, _NEAR, _TOLD, _SAME = 3, 4, 2, 3
# A sure negation so few characters before a weak one takes it back: "did not deny".
_TAKEN_BACK = 10
_CLAUSE_ENDS = frozenset(".;:!?,—–()。，；？！؟،")
_NEGATIONS: tuple[Kind, ...] = ("sure", "weak")


@dataclass(frozen=True, slots=True)
class _Governed:
    """A cue, the stems it governs (the nearest first), and the stems around it."""

    cue: Cue
    stems: tuple[str, ...]
    near: frozenset[str]


class View:
    """A sentence, and what each of its cues governs; read when first asked for, and once for all comparisons."""

    def __init__(self, polarity: Polarity) -> None:
        self.polarity = polarity

    @cached_property
    def stems(self) -> frozenset[str]:
        """All content stems of the sentence."""
        return frozenset(stem for stem, _ in self._places)

    @cached_property
    def _places(self) -> list[tuple[str, int]]:
        return list(_content(self.polarity))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for _, start in self._places]

    @cached_property
    def _governed(self) -> list[_Governed]:
        return [self._govern(cue) for cue in _standing(self.polarity.cues)]

    def _govern(self, cue: Cue) -> _Governed:
        text = self.polarity.text
        first, last = bisect_left(self._starts, cue.end), bisect_left(self._starts, cue.start)
        after = self._places[first : first + _NEAR]
        before = self._places[max(0, last - _NEAR) : last][::-1]
        ahead = [stem for stem, start in after if _CLAUSE_ENDS.isdisjoint(text[cue.end : start])]
        behind = [stem for stem, start in before if _CLAUSE_ENDS.isdisjoint(text[start : cue.start])]
        near = frozenset(stem for stem, _ in after + before)
        follows = check_words(self.polarity.language).polarity.follows
        return _Governed(cue, tuple((behind or ahead if follows else ahead or behind)[:_GOVERNED]), near)

    def of(self, *kinds: Kind) -> list[_Governed]:
        """What the cues of these kinds govern."""
        return [governed for governed in self._governed if governed.cue.kind in kinds]

    def touches(self, stem: str, *kinds: Kind) -> bool:
        """Whether any cue of these kinds stands near the word."""
        return any(stem in governed.near for governed in self._governed if governed.cue.kind in kinds)


def flipped(ours: View, theirs: Sequence[View]) -> tuple[Finding, ...]:
    """Negations and hedges that a sentence has and its evidence lacks at the same word, or the other way.

    At most one finding of each kind; all texts are in one language.
    """
    negation = next(_denied(ours, theirs), None) or next(_affirmed(ours, theirs), None)
    modality = next(_hardened(ours, theirs), None)
    return tuple(finding for finding in (negation, modality) if finding is not None)


def _standing(cues: Sequence[Cue]) -> list[Cue]:
    """The cues without those that take each other back."""
    void: set[Cue] = set()
    for left, right in pairwise(cues):
        if left.kind == "sure" and right.kind == "weak" and right.start - left.end <= _TAKEN_BACK:
            void |= {left, right}
    return [cue for cue in cues if cue not in void]


def _content(polarity: Polarity) -> Iterator[tuple[str, int]]:
    """The content words as stems, or pairs of letters where no spaces part words, with where each begins."""
    stops = language_data(polarity.language).stops
    taken = {place for cue in polarity.cues for place in range(cue.start, cue.end)}
    for match in WORD.finditer(polarity.text):
        start, word = match.start(), match.group().lower()
        if has_unspaced(word):
            pairs = (word[place : place + 2] for place in range(len(word) - 1))
            yield from (
                (pair, start + at) for at, pair in enumerate(pairs) if taken.isdisjoint({start + at, start + at + 1})
            )
        elif start not in taken and len(word) >= _SHORTEST and word not in stops:
            yield word[:_STEM], start


def _denied(ours: View, theirs: Sequence[View]) -> Iterator[Finding]:
    """Where the brief says no and the evidence says yes."""
    for governed in ours.of("sure"):
        told = [stem for stem in governed.stems if any(stem in view.stems for view in theirs)]
        if (
            told
            and _enough(told, governed)
            and not any(view.touches(stem, *_NEGATIONS) for stem in told for view in theirs)
        ):
            value = ours.polarity.value(governed.cue)
            message = f"the brief says {value!r} where its source does not"
            yield Finding("negation", "warning", value, message)


def _enough(told: list[str], governed: _Governed) -> bool:
    """Whether the evidence tells of the same: it has the nearest governed word, or two others."""
    return len(told) >= _TOLD or governed.stems[:1] == tuple(told[:1])


def _affirmed(ours: View, theirs: Sequence[View]) -> Iterator[Finding]:
    """Where the evidence says no and the brief says yes."""
    for view in theirs:
        for governed in view.of("sure"):
            if _left_out(governed, ours, theirs, _NEGATIONS):
                value = view.polarity.value(governed.cue)
                message = f"the source says {value!r} where the brief does not"
                yield Finding("negation", "warning", value, message)


def _hardened(ours: View, theirs: Sequence[View]) -> Iterator[Finding]:
    """Where the evidence says maybe, or that somebody said so, and the brief says it outright."""
    if _attributes(ours.polarity):
        return
    for view in theirs:
        for governed in view.of("hedge"):
            if _left_out(governed, ours, theirs, ("hedge", "sure", "weak")):
                value = view.polarity.value(governed.cue)
                yield Finding("modality", "warning", value, f"the source says {value!r} where the brief is sure")


def _attributes(polarity: Polarity) -> bool:
    """Whether the sentence tells what somebody says, and so need not say maybe."""
    data = language_data(polarity.language)
    lower = polarity.text.lower()
    words = {match.group() for match in WORD.finditer(lower)}
    return not data.cue_verbs.isdisjoint(words) or any(cue in lower for cue in data.cues_before)


def _left_out(governed: _Governed, ours: View, theirs: Sequence[View], kinds: Sequence[Kind]) -> bool:
    """Whether the brief tells what a cue of the evidence governs without any such cue, and other evidence does not."""
    stems = governed.stems
    if not stems or stems[0] not in ours.stems or len(governed.near & ours.stems) < _SAME:
        return False
    if any(ours.touches(stem, *kinds) for stem in stems):
        return False
    return not any(stems[0] in view.stems and not view.touches(stems[0], *kinds) for view in theirs)
