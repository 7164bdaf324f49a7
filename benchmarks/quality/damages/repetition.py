"""A phrase or a sentence said over and over, as by a decoder in a loop."""

import random

_UNSPACED = frozenset(("ja", "zh", "th", "km", "lo", "my"))
_WORDS, _LETTERS, _TIMES = (1, 6), (3, 12), (3, 8)


def damage(reference: str, source: str, *, language: str, rng: random.Random) -> str | None:
    """`reference` with a phrase three to eight times in a row, at its end or inside, or all of it said twice.

    A phrase has one to six words, or three to twelve letters where words are not spaced; None where there is none.
    """
    joined = language in _UNSPACED
    pieces = list(reference) if joined else reference.split()
    between = "" if joined else " "
    if rng.random() < 0.2:
        return reference + between + reference
    least, most = _LETTERS if joined else _WORDS
    if len(pieces) <= most:
        return None
    length, times = rng.randint(least, most), rng.randint(*_TIMES)
    ends_there = rng.random() < 0.5
    starts = [
        start for start in range(len(pieces) - length + 1) if _says_something(pieces[start : start + length], joined)
    ]
    if not starts:
        return None
    start = rng.choice(starts)
    end = start + length
    rest = [] if ends_there else pieces[end:]
    return between.join([*pieces[:start], *pieces[start:end] * times, *rest])


def _says_something(pieces: list[str], joined: bool) -> bool:
    """Whether there is a word in it; of unspaced letters, nothing but letters."""
    return all(map(str.isalpha, pieces)) if joined else any(map(str.isalnum, "".join(pieces)))
