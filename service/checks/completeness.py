"""Whether a translation holds as much as its source: sentences left out, text added, nothing at all.

Lengths are held against what each language needs for the same text. They scatter by the square root of a text's
length: one sentence says little as a whole, several say much when they are paired.
"""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

from service.checks.completeness_alignment import lacking
from service.checks.completeness_lengths import DENSE, EXPANSION, UNKNOWN_EXPANSION
from service.checks.findings import Finding
from service.text import tags
from service.text.sentences import split_sentences

# What log(length of the translation / expected length) scatters by, times the root of the expected length in
# characters of English: 1.1 to 1.9 for English into the languages of FLORES dev (2.1 in the dense ones), 1.75 over
# 120 random pairs, alike for single lines and for lines joined by 2, 3 and 5.
_SCATTER, _DENSE_SCATTER, _FROM_DENSE_SCATTER, _UNKNOWN_SCATTER = 1.75, 2.2, 2.7, 3.5
# News is told at more length in a translation than in its original: by .05 to .14 from and into seven languages of
# WMT's documents, by .3 and .4 from Japanese and Chinese (1,510 and 170 sentences), beside the lengths of FLORES dev,
# where all but English are translations.
_AT_LENGTH, _AT_LENGTH_FROM_DENSE = 1.05, 1.25
# In units of that scatter, for texts as a whole.
_TOO_SHORT, _SHORT, _LONG, _TOO_LONG = -4.5, -3.5, 3.8, 6.0
# In a script that marks no sentences length is the only witness; less must do where the source has several.
_SHORT_UNMARKED, _SHORT_UNMARKED_OF_SEVERAL, _SEVERAL_SENTENCES = -2.4, -2.1, 150
# What the pairing of sentences must gain (in nats) by leaving one out; so much longer than expected, or shorter, the
# whole may be at most. One line dropped of texts of 2 to 5 from FLORES dev (46 pairs) and WMT's documents (10 pairs):
# of gains of 1 to 20 and lengths of -2 to 5 the first pair that finds .95 of all, and what errs on .2 % of good texts.
_GAIN, _CLEAR_GAIN = 1.0, 9.0
_LONGEST_LACKING, _CLEARLY_SHORTER = 2.0, 1.0
# Translators split a sentence more often than they join two.
_GAIN_OF_ADDED = 5.0
_ENDS = (". ", "? ", "! ", "。", "！", "？", "।", "؟")
_UNMARKED = frozenset(("th", "lo", "km", "my"))
_MOST_SENTENCES = 12


@dataclass(frozen=True)
class Extent:
    """How much a text holds: `size` in characters of English; `ends` counts what may end a sentence within it."""

    text: str
    language: str
    size: float
    ends: int

    @cached_property
    def sentences(self) -> list[float]:
        """The sizes of its sentences."""
        split = split_sentences(self.text, language=self.language)
        return [_size(sentence.text, self.language) for sentence in split]


def read_extent(text: str, *, language: str) -> Extent:
    """How much `text` holds, in whatever language."""
    code, text = tags.base(language), text.strip()
    inner = text[:-1]
    return Extent(text, code, _size(text, code), sum([inner.count(end) for end in _ENDS]))


def compare_extent(before: Extent, after: Extent) -> tuple[Finding, ...]:
    """What is missing in `after`, a translation of `before`, or was added to it."""
    if not any(map(str.isalpha, after.text)):
        empty = any(map(str.isalpha, before.text))
        return (Finding("empty", "error", None, "the translation holds no word"),) if empty else ()
    if not before.size:
        return ()
    scatter, at_length = _scatter(before.language, after.language)
    expected = before.size * at_length
    deviation = math.log(after.size / expected) * math.sqrt(expected) / scatter
    found = _by_sentences(before, after, deviation) or _by_length(before, after, deviation)
    return (found,) if found else ()


def _size(text: str, code: str) -> float:
    plain = len(text.encode("ascii", "ignore")) if code in DENSE else 0
    return plain + (len(text) - plain) / EXPANSION.get(code, UNKNOWN_EXPANSION)


@lru_cache(maxsize=4096)
def _scatter(source: str, target: str) -> tuple[float, float]:
    """What lengths from one language into another scatter by, and how much longer news is told."""
    from_dense = source in DENSE and target not in DENSE
    at_length = _AT_LENGTH_FROM_DENSE if from_dense else _AT_LENGTH
    if not {source, target} <= EXPANSION.keys():
        return _UNKNOWN_SCATTER, at_length
    if from_dense:
        return _FROM_DENSE_SCATTER, at_length
    return (_DENSE_SCATTER if {source, target} & DENSE else _SCATTER), at_length


def _by_length(before: Extent, after: Extent, deviation: float) -> Finding | None:
    if _SHORT_UNMARKED_OF_SEVERAL <= deviation <= _LONG:
        return None
    share = round(100 * after.size / before.size)
    if deviation < _shortest(before, after):
        message = f"the translation has only {share} % of the length to be expected"
        return Finding("omission", "error" if deviation < _TOO_SHORT else "warning", None, message)
    if deviation > _LONG:
        message = f"the translation has {share} % of the length to be expected"
        return Finding("addition", "error" if deviation > _TOO_LONG else "warning", None, message)
    return None


def _shortest(before: Extent, after: Extent) -> float:
    if before.size <= _SEVERAL_SENTENCES or _are_marked(before, after):
        return _SHORT
    return _SHORT_UNMARKED_OF_SEVERAL if before.ends else _SHORT_UNMARKED


def _by_sentences(before: Extent, after: Extent, deviation: float) -> Finding | None:
    """What pairing the sentences says, where their number or the length gives cause to pair them."""
    fewer = after.ends < before.ends and deviation < _LONGEST_LACKING
    shorter = fewer or (before.ends > 0 and deviation < -_CLEARLY_SHORTER)
    longer = after.ends > before.ends and deviation > _CLEARLY_SHORTER
    if not (shorter or longer) or not _are_marked(before, after):
        return None
    given, said = before.sentences, after.sentences
    if max(len(given), len(said)) > _MOST_SENTENCES:
        return None
    few, many = (said, given) if shorter else (given, said)
    gain = lacking(many, few, scatter=_scatter(before.language, after.language)[0])
    if gain < (_GAIN if shorter else _GAIN_OF_ADDED):
        return None
    if shorter:
        clear = gain > _CLEAR_GAIN and deviation < -_CLEARLY_SHORTER
        message = f"of the source's {len(given)} sentences one seems to be missing in the translation"
        return Finding("omission", "error" if clear else "warning", None, message)
    message = f"of the translation's {len(said)} sentences one seems to stand nowhere in the source"
    return Finding("addition", "warning", None, message)


def _are_marked(before: Extent, after: Extent) -> bool:
    return before.language not in _UNMARKED and after.language not in _UNMARKED
