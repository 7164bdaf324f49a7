"""The named lengths."""

import pytest

from service.pipeline.lengths import CEILINGS, named_ceiling
from service.records import Ceiling


def test_the_names_are_those_of_the_contract() -> None:
    """A request may name these lengths and no others."""
    assert ["headline", "short", "medium", "long"] == list(CEILINGS)


def test_a_headline_is_one_sentence() -> None:
    """The shortest brief is a single sentence of at most 30 words."""
    assert Ceiling(max_words=30, max_sentences=1) == named_ceiling("headline")


def test_lengths_grow_with_their_names() -> None:
    """Each length lets through more words than the one before it."""
    words = [ceiling.max_words or 0 for ceiling in CEILINGS.values()]
    assert sorted(set(words)) == words


def test_an_unknown_name_is_refused_with_what_is_allowed() -> None:
    """The message names the value and the names there are."""
    with pytest.raises(ValueError, match="'tiny' is not known; allowed: headline, short, medium, long"):
        named_ceiling("tiny")
