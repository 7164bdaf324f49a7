"""What the checks make of a language is made before the first brief asks for it."""

from service.checks.exonyms import places
from service.checks.numbers_words import number_table
from service.checks.warm import warm


def test_the_tables_of_a_language_are_there_before_a_text_in_it_is_checked() -> None:
    """Places, the slowest, and number words, which only some texts ask for."""
    places.cache_clear()
    number_table.cache_clear()

    warm(("pl",))
    held = places.cache_info().misses, number_table.cache_info().misses
    places("pl")
    number_table("pl")

    assert held == (places.cache_info().misses, number_table.cache_info().misses)
    assert held >= (2, 2)


def test_a_language_of_which_nothing_is_known_is_no_error() -> None:
    """It has the neutral data."""
    before = places.cache_info().currsize

    warm(("tlh",))

    assert places.cache_info().currsize >= min(before, 1)
