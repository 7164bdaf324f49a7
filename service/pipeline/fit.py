"""Choosing whole sentences under a ceiling, by rank, in the article's language or in a translation.

A sentence whose `order` is in `leaning` is chosen only together with the one directly before it.
"""

from collections.abc import Collection, Mapping, Sequence

from service.records import Ceiling, SummarySentence
from service.text.standalone import goes_on
from service.text.tags import separator
from service.text.words import count_words

PATIENCE = 4
"""How many sentences that don't fit are passed over before the brief is left as it is: what ranks lower
still is padding. From the sweep that gave `service.engines.extractive_scoring.Weights`."""


def leaning_orders(sentences: Sequence[SummarySentence], *, language: str) -> frozenset[int]:
    """The orders of the sentences that need the one before them; `language` is the article's.

    One whose neighbour is not offered at all is not among them: the engine had nothing better.
    """
    offered = {item.order for item in sentences}
    return frozenset(
        item.order for item in sentences if item.order - 1 in offered and goes_on(item.text, language=language)
    )


def choose(
    sentences: Sequence[SummarySentence],
    texts: Mapping[int, str],
    ceiling: Ceiling,
    *,
    language: str,
    leaning: Collection[int] = (),
) -> tuple[SummarySentence, ...]:
    """The best sentences that fit, in reading order; empty where not one fits.

    `texts` gives the wording by `order`, in `language`; a sentence without one is not considered.
    Words are the sum over the sentences, characters those of the brief with its separators.
    """
    room = _Room(ceiling, len(separator(language)))
    known = {item.order: item for item in sentences if texts.get(item.order, "").strip()}
    waiting: dict[int, SummarySentence] = {}
    chosen: dict[int, SummarySentence] = {}
    refused = 0
    for item in sorted(known.values(), key=lambda item: (item.rank, item.order)):
        if item.order in leaning and item.order - 1 not in chosen:
            waiting[item.order] = item
            continue
        if not room.take(texts[item.order]):
            refused += bool(chosen)
        else:
            _add_with_followers(item, chosen, waiting, texts, room)
        if refused > PATIENCE or room.is_full():
            break
    return tuple(chosen[order] for order in sorted(chosen))


def _add_with_followers(
    item: SummarySentence,
    chosen: dict[int, SummarySentence],
    waiting: dict[int, SummarySentence],
    texts: Mapping[int, str],
    room: "_Room",
) -> None:
    """Put a sentence in, and those of a better rank that waited for it as far as they fit."""
    chosen[item.order] = item
    following = waiting.pop(item.order + 1, None)
    while following is not None and room.take(texts[following.order]):
        chosen[following.order] = following
        following = waiting.pop(following.order + 1, None)


class _Room:
    """What a ceiling still lets through."""

    def __init__(self, ceiling: Ceiling, separator_characters: int) -> None:
        self._words = ceiling.max_words
        self._characters = ceiling.max_characters
        self._sentences = ceiling.max_sentences
        self._separator_characters = separator_characters
        self._empty = True

    def take(self, text: str) -> bool:
        """Whether `text` fits; where it does, its room is taken."""
        words = count_words(text) if self._words is not None else 0
        characters = len(text) + (0 if self._empty else self._separator_characters)
        if not self._fits(words, characters):
            return False
        self._empty = False
        self._words = _less(self._words, words)
        self._characters = _less(self._characters, characters)
        self._sentences = _less(self._sentences, 1)
        return True

    def is_full(self) -> bool:
        """Whether nothing more fits."""
        return not self._fits(1, 1)

    def _fits(self, words: int, characters: int) -> bool:
        needed = ((self._words, words), (self._characters, characters), (self._sentences, 1))
        return all(left is None or size <= left for left, size in needed)


def _less(left: int | None, size: int) -> int | None:
    return None if left is None else left - size
