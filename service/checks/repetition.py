"""Whether a translation repeats itself where its source does not: loops of words or letters, stretches said twice.

Limits from FLORES dev, 40,877 lines in 38 spaced languages: no word and no phrase stands three times in a row, 28
phrases twice, six stretches of seven words twice anywhere. Where words are not spaced letters count instead.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import eq

from service.checks.findings import Finding
from service.checks.wording import Wording
from service.records import Severity


@dataclass(frozen=True, slots=True)
class _Limits:
    """From where on a repetition is one: `seed` words that stand twice are what is looked at at all."""

    seed: int
    longest_phrase: int
    shortest_loop: int
    shortest_doubled: int
    shortest_said_twice: int
    surely_said_twice: int


_WORDS = _Limits(
    seed=2, longest_phrase=8, shortest_loop=3, shortest_doubled=2, shortest_said_twice=7, surely_said_twice=10
)
_LETTERS = _Limits(
    seed=4, longest_phrase=24, shortest_loop=6, shortest_doubled=8, shortest_said_twice=22, surely_said_twice=30
)
_IN_WORD = _Limits(
    seed=3, longest_phrase=4, shortest_loop=12, shortest_doubled=99, shortest_said_twice=99, surely_said_twice=99
)
_TIMES, _LONG_WORD, _MOST_DISTANCES = 3, 20, 24


@dataclass(frozen=True, slots=True)
class _Repeat:
    """`length` words that stand again `distance` words later."""

    length: int
    distance: int
    words: Sequence[str]

    @property
    def times(self) -> int:
        """How often the phrase stands in a row."""
        return self.length // self.distance + 1


def compare_repetition(before: Wording, after: Wording) -> tuple[Finding, ...]:
    """Loops and doubled stretches of `after` that `before`, its source, does not have."""
    limits = _LETTERS if after.unspaced else _WORDS
    # A seed that stands again repeats each of its words.
    again = len(after.words) - len(after.distinct) >= limits.seed
    if again and (found := _check(after.words, limits)) and not _repeats(before):
        return (_finding(*found, separator="" if after.unspaced else " "),)
    if not after.unspaced and max(map(len, after.words), default=0) > _LONG_WORD:
        for word in after.words:
            if len(word) > _LONG_WORD and (found := _check(tuple(word), _IN_WORD)) and word not in before.distinct:
                return (_finding(*found, separator=""),)
    return ()


def _repeats(before: Wording) -> bool:
    return _check(before.words, _LETTERS if before.unspaced else _WORDS) is not None


def _check(words: Sequence[str], limits: _Limits) -> tuple[Severity, _Repeat] | None:
    """The worst repetition among the words, if there is one."""
    seeds = list(zip(*(words[offset:] for offset in range(limits.seed)), strict=False))
    if len(set(seeds)) == len(seeds):
        return None
    judged = [(_severity(repeat, limits), repeat) for repeat in _repeated(words, seeds, limits)]
    for severity in ("error", "warning"):
        for given, repeat in judged:
            if given == severity:
                return given, repeat
    return None


def _repeated(words: Sequence[str], seeds: Sequence[tuple[str, ...]], limits: _Limits) -> list[_Repeat]:
    """For each distance at which enough seeds stand again, the longest stretch that does."""
    last: dict[tuple[str, ...], int] = {}
    distances: Counter[int] = Counter()
    for index, seed in enumerate(seeds):
        if seed in last:
            distances[index - last[seed]] += 1
        last[seed] = index
    return [
        _longest(words, distance)
        for distance, count in distances.most_common(_MOST_DISTANCES)
        if count + limits.seed > _least(distance, limits)
    ]


def _least(distance: int, limits: _Limits) -> int:
    """How many words must stand again at a distance to be a loop, a doubled phrase or a stretch said twice."""
    doubled = max(distance, limits.shortest_doubled)
    return min((_TIMES - 1) * distance, doubled, limits.shortest_said_twice)


def _longest(words: Sequence[str], distance: int) -> _Repeat:
    best = end = length = 0
    for index, same in enumerate(map(eq, words, words[distance:])):
        length = length + 1 if same else 0
        if length > best:
            best, end = length, index + 1
    return _Repeat(best, distance, words[end - best : end])


def _severity(repeat: _Repeat, limits: _Limits) -> Severity | None:
    said = "".join(repeat.words)
    if not any(map(str.isalpha, said)) and (limits is not _WORDS or not any(map(str.isalnum, said))):
        return None
    looped = repeat.distance <= limits.longest_phrase and repeat.length + repeat.distance >= limits.shortest_loop
    if (looped and repeat.times >= _TIMES) or repeat.length >= limits.surely_said_twice:
        return "error"
    doubled = repeat.times > 1 and repeat.distance >= limits.shortest_doubled
    return "warning" if doubled or repeat.length >= limits.shortest_said_twice else None


def _finding(severity: Severity, repeat: _Repeat, *, separator: str) -> Finding:
    value = separator.join(repeat.words[: repeat.distance])
    times = f"{repeat.times} times in a row" if repeat.times > 1 else "twice"
    return Finding("repetition", severity, value, f"{value!r} stands {times}, and the source does not repeat itself")
