"""Words of a brief that its source excludes: "gain" where the article tells of a loss, "green" where it has blue.

Told only where the whole article has no word that says the same and the sentences that carry the brief's have one that
excludes it. So far for English alone (`summary_contrasts_en`); a further language is a further file of that shape.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from service.checks import summary_contrasts_en
from service.checks.findings import Finding
from service.text.tags import base

_LISTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (summary_contrasts_en.OPPOSITES, summary_contrasts_en.SERIES)
}
_NEGATING = {"en": ("un", "in", "im", "ir", "dis", "non", "mis")}
_SHORTEST_NEGATED = 4


@dataclass(frozen=True, slots=True)
class _Table:
    """For each word the sides (what says the same, what excludes it) it stands on."""

    sides: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]
    prefixes: tuple[str, ...]


def contrasting(
    words: Collection[str], article: Collection[str], evidence: Collection[str], language: str
) -> tuple[Finding, ...]:
    """A finding for each of `words` (in lower case) that the words of the evidence exclude.

    `article` are all words of the article, `evidence` those of the sentences that carry the brief's.
    """
    table = _table(base(language))
    if not table.sides:
        return ()
    return tuple(_contrasts(dict.fromkeys(words), article, evidence, table))


def _contrasts(
    words: Collection[str], article: Collection[str], evidence: Collection[str], table: _Table
) -> Iterator[Finding]:
    for word in words:
        if word in article:
            continue
        other = _excluded(word, words, article, evidence, table) or _negated(word, evidence, table)
        if other is not None:
            yield Finding("support", "warning", word, f"the brief says {word!r} where its source says {other!r}")


def _excluded(
    word: str, words: Collection[str], article: Collection[str], evidence: Collection[str], table: _Table
) -> str | None:
    for same, excluded in table.sides.get(word, ()):
        if any(other in article for other in same):
            continue
        found = sorted(other for other in excluded if other in evidence and other not in words)
        # Of a pair of opposites the brief may have both; of a series it may keep some and change one.
        if len(same) > 1 and any(other in words for other in excluded):
            continue
        if found:
            return found[0]
    return None


def _negated(word: str, evidence: Collection[str], table: _Table) -> str | None:
    """The evidence's word that this one only differs from by a prefix that says no."""
    for prefix in table.prefixes:
        bare = word.removeprefix(prefix)
        if bare != word and len(bare) >= _SHORTEST_NEGATED and bare in evidence:
            return bare
        if len(word) >= _SHORTEST_NEGATED and prefix + word in evidence:
            return prefix + word
    return None


@lru_cache(maxsize=64)
def _table(language: str) -> _Table:
    opposites, series = _LISTS.get(language, ((), ()))
    sides: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for entry in opposites:
        left, right = (frozenset(side.split()) for side in entry.split("|"))
        for same, excluded in ((left, right), (right, left)):
            for word in same:
                sides.setdefault(word, []).append((same, excluded))
    for members in (frozenset(entry.split()) for entry in series):
        for word in members:
            sides.setdefault(word, []).append((frozenset((word,)), members - {word}))
    return _Table({word: tuple(found) for word, found in sides.items()}, _NEGATING.get(language, ()))
