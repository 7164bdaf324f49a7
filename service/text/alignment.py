"""Which sentences of an article carry a sentence that somebody wrote about it.

Both are read as terms: stems of words, or pairs of letters where no spaces part words. A term weighs its inverse
sentence frequency in the article, one that the article never uses as much as the rarest. The sentences that
carry most of that weight are the evidence; what share of it they carry says how far the article supports the sentence.
Work grows with the article, not with its square.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from service.records import Sentence, Span

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_PIECE = regex.compile(rf"([{_UNSPACED}][{_UNSPACED}\p{{M}}]*+)|((?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])++)")
# The same pieces where all scripts are spaced and no letter carries a mark, in a third of the time.
_NOT_PLAIN = regex.compile(rf"[\p{{M}}{_UNSPACED}]")
_PLAIN_PIECE = re.compile(r"[^\W_]+")
_STEM_CHARACTERS = 6
# A second and a third sentence are evidence only where they carry this much more. With LEAST_SUPPORT from a sweep
# (.03 to .12, .25 to .4) on the summaries people wrote in the development half of `summaries/` (English, French,
# Vietnamese), each held against its own article and against another one: of sentences of its own 8 to 14 % fall
# below, of sentences of another article 4 to 11 % pass.
_LEAST_GAIN = 0.06
LEAST_SUPPORT = 0.35
"""Below this share an article does not support a sentence."""
_MOST_SENTENCES = 3
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Support:
    """The sentences that carry it, as indices in text order, and the share of its weight they carry, 0 to 1."""

    indices: tuple[int, ...]
    share: float


class Alignment:
    """An article, ready to be asked what in it supports a sentence."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = tuple(sentences)
        self._terms = [frozenset(_terms(sentence.text)) for sentence in self._sentences]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for index, found in enumerate(self._terms):
            for term in found:
                self._holders[term].append(index)
        self._weights = [math.log(1 + len(self._sentences) / max(1, held)) for held in range(len(self._sentences) + 1)]

    def support(self, text: str) -> Support:
        """The one to three sentences that carry most of `text`; no index where nothing of it is in the article."""
        holders, by_holders = self._holders, self._weights
        weights = {term: by_holders[len(holders[term]) if term in holders else 0] for term in _terms(text)}
        missing = dict(weights)
        gains = self._gains(weights)
        least = _LEAST_GAIN * sum(weights.values())
        chosen: list[int] = []
        while len(chosen) < _MOST_SENTENCES:
            most = max(gains, default=0.0)
            if most < (least if chosen else _NOTHING):
                break
            index = next(index for index, gain in enumerate(gains) if gain > most - _NOTHING)
            chosen.append(index)
            for term in self._terms[index] & missing.keys():
                weight = missing.pop(term)
                for holder in self._holders[term]:
                    gains[holder] -= weight
        return Support(tuple(sorted(chosen)), _share(weights, missing))

    def spans(self, support: Support) -> tuple[Span, ...]:
        """Where the sentences of a support stand in the article."""
        return tuple(Span(self._sentences[i].start, self._sentences[i].end) for i in support.indices)

    def _gains(self, weights: dict[str, float]) -> list[float]:
        """How much of the weights each sentence carries."""
        gains = [0.0] * len(self._sentences)
        for term, weight in weights.items():
            for index in self._holders.get(term, ()):
                gains[index] += weight
        return gains


def _share(weights: dict[str, float], missing: dict[str, float]) -> float:
    """How much of the weight is not missing; pairs of words are left out, as new wording joins them anew."""
    single = [term for term in weights if " " not in term]
    total = sum(weights[term] for term in single)
    return round(sum(weights[term] for term in single if term not in missing) / total, 6) if total else 0.0


def _terms(text: str) -> tuple[str, ...]:
    """Each term once: stems, pairs of stems that follow on each other, pairs of unspaced letters."""
    found: dict[str, None] = {}
    words: list[str] = []
    text = text.casefold()
    if text.isascii() or not _NOT_PLAIN.search(text):
        words = [word[:_STEM_CHARACTERS] for word in _PLAIN_PIECE.findall(text)]
    else:
        for unspaced, word in _PIECE.findall(text):
            if word:
                words.append(word[:_STEM_CHARACTERS])
            else:
                found |= dict.fromkeys(_pairs(unspaced))
    found |= dict.fromkeys(words)
    found |= dict.fromkeys(f"{left} {right}" for left, right in pairwise(words))
    return tuple(found)


def _pairs(letters: str) -> Iterable[str]:
    return [left + right for left, right in pairwise(letters)] or [letters]
