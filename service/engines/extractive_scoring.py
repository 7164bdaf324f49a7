"""How much each sentence of a news article would bring to a brief of it.

A sentence is worth the mean weight of its terms (after SumBasic, Nenkova and Vanderwende 2005): terms that
many sentences share, that come early, that the title has. To this come its place, its nearness to the
article's centroid (Radev et al. 2004), how much of it other sentences take up again, and its shape. What a
chosen sentence has said counts for little in the next, so that the ranking avoids saying things twice.
"""

import heapq
import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from service.records import Sentence
from service.text.standalone import opens_with_quote

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNSPACED_RUN = regex.compile(rf"(?:[{_UNSPACED}]\p{{M}}*+)++")
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]++")
_RUN = regex.compile(rf"({_UNSPACED_RUN.pattern})|((?:(?![{_UNSPACED}])[\p{{L}}\p{{N}}\p{{M}}])++)")
_CLUSTER = regex.compile(r"\P{M}\p{M}*+")


@dataclass(frozen=True, slots=True)
class Weights:
    """The constants of the ranking, one set for every language.

    Their values come from some seventy settings compared on the development half of `summaries/` and the
    standfirsts of `articles/fundus.jsonl` (English, French, Vietnamese, German and nine more) by ROUGE-1 F
    over the lead at 60 words, with and without titles; searches on halves of the sets only suggested
    directions. Those were kept with which no set falls under its lead. Around these values the figures are
    flat: see `docs/summariser.md`.
    """

    stem_characters: int = 6
    shortest_term: int = 3
    spread: float = 0.5
    early: float = 3.0
    early_sentences: float = 1.5
    title_term: float = 3.0
    title_overlap: float = 0.2
    centroid: float = 0.1
    shared: float = 0.1
    place: float = 0.2
    place_sentences: float = 8.0
    first: float = 0.2
    paragraph_start: float = 0.05
    opening_quote: float = 0.1
    length: float = 0.2
    full_length_words: int = 22
    short: float = 0.1
    short_words: int = 8
    long: float = 0.1
    long_words: int = 45
    said_already: float = 0.3
    repeated: float = 1.0
    repeated_share: float = 0.8
    ranked_by_novelty: int = 60


WEIGHTS = Weights()


def rank(sentences: Sequence[Sentence], *, title: str | None, usable: Sequence[bool]) -> list[int]:
    """The indices of the usable sentences, best first."""
    read = [_read(sentence.text) for sentence in sentences]
    found = [words for words, _ in read]
    in_title = frozenset(terms(title)) if title else frozenset()
    spread = Counter(term for sentence in found for term in sentence)
    rarity = _rarity(spread, len(sentences))
    weights = _term_weights(found, spread, rarity, in_title)
    priors = _priors(sentences, read, spread, _nearness(found, rarity), in_title)
    return _by_novelty([i for i in range(len(sentences)) if usable[i]], found, weights, priors)


def terms(text: str) -> tuple[str, ...]:
    """The terms of a sentence, each once: stems of words, or pairs of letters where no spaces part words."""
    return _read(text)[0]


def _read(text: str) -> tuple[tuple[str, ...], int]:
    """The terms of a sentence, and how many words and unspaced letters it has."""
    found: dict[str, None] = {}
    lowered = text.lower()
    if _UNSPACED_RUN.search(lowered) is None:
        words = _WORD.findall(lowered)
        return _stems(words), len(words)
    size = 0
    for unspaced, word in _RUN.findall(lowered):
        clusters = _CLUSTER.findall(unspaced)
        size += len(clusters) or 1
        found |= dict.fromkeys(_stems([word]) if word else (left + right for left, right in pairwise(clusters)))
    return tuple(found), size


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    """The first letters of the words that say something, each once."""
    kept, shortest = WEIGHTS.stem_characters, WEIGHTS.shortest_term
    return tuple(dict.fromkeys([word[:kept] for word in words if len(word) >= shortest or word.isdigit()]))


def _rarity(spread: Mapping[str, int], sentences: int) -> dict[str, float]:
    """The inverse sentence frequency of each term."""
    return {term: math.log(1 + sentences / count) for term, count in spread.items()}


def _term_weights(
    found: Sequence[tuple[str, ...]],
    spread: Mapping[str, int],
    rarity: Mapping[str, float],
    in_title: Collection[str],
) -> dict[str, float]:
    """What each term is worth: shared by several sentences but not by all, early, in the title."""
    early = [1 + WEIGHTS.early * math.exp(-i / WEIGHTS.early_sentences) for i in range(len(found))]
    weights: dict[str, float] = {}
    for i, sentence in enumerate(found):
        for term in sentence:
            if term not in weights:
                weights[term] = math.log(WEIGHTS.spread + spread[term]) * rarity[term] * early[i]
    for term in in_title:
        if term in weights:
            weights[term] *= 1 + WEIGHTS.title_term
    return weights


def _priors(
    sentences: Sequence[Sentence],
    read: Sequence[tuple[tuple[str, ...], int]],
    spread: Mapping[str, int],
    nearness: Sequence[float],
    in_title: Collection[str],
) -> list[float]:
    """What speaks for each sentence apart from its terms' weights, whatever is chosen beside it."""
    priors = []
    for i, sentence in enumerate(sentences):
        found, words = read[i]
        starts = i == 0 or sentences[i - 1].paragraph != sentence.paragraph
        prior = _place(i, starts=starts) + _shape(sentence.text, words) + WEIGHTS.centroid * nearness[i]
        prior += WEIGHTS.shared * sum([spread[term] > 1 for term in found]) / max(1, len(found))
        if in_title:
            prior += WEIGHTS.title_overlap * sum(term in in_title for term in found) / len(in_title)
        priors.append(prior)
    return priors


def _place(index: int, *, starts: bool) -> float:
    return (
        WEIGHTS.place * math.exp(-index / WEIGHTS.place_sentences)
        + WEIGHTS.first * (index == 0)
        + WEIGHTS.paragraph_start * starts
    )


def _shape(text: str, words: int) -> float:
    value = WEIGHTS.length * min(words, WEIGHTS.full_length_words) / WEIGHTS.full_length_words
    value -= WEIGHTS.short * (words < WEIGHTS.short_words)
    value -= WEIGHTS.long * max(0, words - WEIGHTS.long_words) / 20
    return value - WEIGHTS.opening_quote * opens_with_quote(text)


def _nearness(found: Sequence[tuple[str, ...]], rarity: Mapping[str, float]) -> list[float]:
    """The cosine of each sentence to the article's centroid, the largest scaled to 1."""
    centroid = dict.fromkeys(rarity, 0.0)
    norms = []
    for sentence in found:
        norm = math.sqrt(sum(rarity[term] ** 2 for term in sentence)) or 1.0
        norms.append(norm)
        for term in sentence:
            centroid[term] += rarity[term] / norm
    pull = {term: value * rarity[term] for term, value in centroid.items()}
    values = [sum(pull[term] for term in sentence) / norm for sentence, norm in zip(found, norms, strict=True)]
    largest = max(values, default=0.0) or 1.0
    return [value / largest for value in values]


def _by_novelty(
    candidates: Sequence[int], found: Sequence[tuple[str, ...]], weights: dict[str, float], priors: Sequence[float]
) -> list[int]:
    """Greedy by value, what was said already counting for little (lazy greedy, Minoux 1978).

    A value only falls as more is said, so a stale one on the heap is a bound. After the first
    `ranked_by_novelty`, more than any brief holds, the order is by the value on the heap.
    """
    scale = max((_mean(found[i], weights) for i in candidates), default=0.0) or 1.0
    said: set[str] = set()

    def cost(i: int) -> float:
        repeats = len(said.intersection(found[i])) > WEIGHTS.repeated_share * len(found[i])
        return WEIGHTS.repeated * repeats - _mean(found[i], weights) / scale - priors[i]

    heap = [(cost(i), i, 0) for i in candidates]
    heapq.heapify(heap)
    ranked: list[int] = []
    while heap:
        _, i, seen = heapq.heappop(heap)
        if seen < len(ranked) <= WEIGHTS.ranked_by_novelty:
            heapq.heappush(heap, (cost(i), i, len(ranked)))
            continue
        ranked.append(i)
        said.update(found[i])
        for term in found[i]:
            weights[term] *= WEIGHTS.said_already
    return ranked


def _mean(sentence: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum([weights[term] for term in sentence]) / max(1, len(sentence))
