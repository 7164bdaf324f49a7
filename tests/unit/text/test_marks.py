"""Pairing marks that careless typing leaves ambiguous."""

from itertools import pairwise

import pytest

from service.text.marks import pair_marks


def marked_in(text: str) -> list[str]:
    """What stands between the marks."""
    return [text[m.start : m.end] for m in pair_marks(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('" We go home now," Eva Roy said.', ["We go home now,"]),
        ('"We go home now, "Eva Roy said.', ["We go home now,"]),
        ('"We go home now. " Eva Roy left.', ["We go home now."]),
        ('Eva Roy said" we go home now".', ["we go home now"]),
        ("Eva Roy said,”We go home now.”", ["We go home now."]),
        ("“We go home now, “said Eva Roy.", ["We go home now,"]),
        ("\"She told us 'go home now,' \" Eva Roy said.", ["She told us 'go home now,'"]),
    ],
)
def test_marks_with_careless_spaces_are_read_by_turns(text: str, said: list[str]) -> None:
    """Where spaces mislead, every second mark closes."""
    assert said == marked_in(text)


@pytest.mark.parametrize(
    "text",
    [
        'We stayed," Eva Roy said. "Nobody left',
        'The pipe is 5" wide or 7" wide at the end.',
        'He left." Then she left." Nobody stayed.',
    ],
)
def test_marks_whose_neighbours_speak_against_it_are_not_read_by_turns(text: str) -> None:
    """What stands between two quotations, inches and stray closing marks is no quotation."""
    assert [] == marked_in(text)


def test_turns_do_not_undo_nested_marks() -> None:
    """Straight marks inside straight marks stay inside."""
    assert ['He told us "go home" and left.'] == marked_in('"He told us "go home" and left."')


def test_one_closing_mark_can_end_two_quotations() -> None:
    """A few marked words at the end of a quotation share its closing mark."""
    assert ['We all felt like "cows.'] == marked_in('Eva Roy said: "We all felt like "cows."')


def test_a_shared_end_needs_one_sentence() -> None:
    """An opening mark that nothing closes takes no second sentence along."""
    assert ["great"] == marked_in('"We go home now, he said. They called it "great".')


def test_a_mark_behind_an_elided_word_opens() -> None:
    """French shortens the word before a mark."""
    text = "Le plan est d’« avancer sans bruit », selon Eva Roy."
    assert ["avancer sans bruit"] == marked_in(text)


@pytest.mark.parametrize("unit", ['"a ', '“a" ', '" a "b', "‘a s’ b ", '"a, "b ', "d’« a » ", '" "', "“a ", "\n“a b "])
def test_hostile_marks_take_linear_time(unit: str) -> None:
    """Every mark is looked at a fixed number of times: what is found stays in text order and apart."""
    found = pair_marks((unit * 40_000)[:200_000])
    assert all(one.outer_end <= two.outer_start for one, two in pairwise(found))
