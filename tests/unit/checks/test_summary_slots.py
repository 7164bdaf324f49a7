"""Numbers and names that stand where the article has others."""

import pytest

from service.checks.grounding import split_words
from service.checks.grounding_pieces import WordOrder, count_cuts
from service.checks.summary_slots import exchanged

STORY = (
    "The ferry sank 35 years ago near Osterby with nine sailors from Lisbon aboard.",
    "Divers needed 20 days to reach it.",
    "Owners in Madrid paid for the search.",
)


def told(sentence: str, story: tuple[str, ...] = STORY, language: str = "en") -> list[str | None]:
    """The values of the findings."""
    order = WordOrder([split_words(part, language) for part in story])
    words = split_words(sentence, language)
    return [finding.value for finding in exchanged(words, order.words, count_cuts(words, order), language)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry sank 20 years ago near Osterby.", ["20"]),
        ("The ferry sank 35 years ago near Osterby with four sailors from Lisbon aboard.", ["four"]),
        ("The ferry sank 35 years ago near Osterby with nine sailors from Madrid aboard.", ["Madrid"]),
        ("The ferry sank 35 years ago near Osterby with 9 sailors from Lisbon aboard.", []),
        ("The ferry sank 35 years ago near Osterby with nine sailors from Portugal aboard.", ["Portugal"]),
        ("The ferry sank 35 years ago near Osterby with nine seamen from Lisbon aboard.", []),
        ("The ship sank 35 years ago.", []),
    ],
)
def test_a_number_or_a_name_in_the_place_of_another(sentence: str, expected: list[str]) -> None:
    """Told also where the article has it elsewhere; other words may be other words for the same."""
    assert expected == told(sentence)


def test_the_message_names_both() -> None:
    """An editor reads what the article says there."""
    order = WordOrder([split_words(part, "en") for part in STORY])
    words = split_words("The ferry sank 20 years ago near Osterby.", "en")
    (finding,) = exchanged(words, order.words, count_cuts(words, order), "en")
    assert "the brief says 20 where its source says 35" == finding.message


def test_a_short_form_of_a_name_is_no_other_name() -> None:
    """Names that begin with the same letter may be one person's."""
    story = ("Yesterday mayor Katherine opened the new bridge.",)
    assert [] == told("Yesterday mayor Kate opened the new bridge.", story)


@pytest.mark.parametrize(
    ("language", "story", "sentence", "expected"),
    [
        ("fr", "Le pont de Falkby a coûté 42 euros par habitant.", "Le pont de Falkby a coûté 79 euros par habitant.",
         ["79"]),
        ("ru", "Мост через реку строили 12 лет и открыли.", "Мост через реку строили 17 лет и открыли.", ["17"]),
        ("de", "Der Bürgermeister lobte gestern die Brücke über den Fluss.",
         "Der Bürgermeister lobte gestern die Querung über den Fluss.", []),
    ],
)  # fmt: skip
def test_other_languages(language: str, story: str, sentence: str, expected: list[str]) -> None:
    """Where all nouns have a capital nothing is said of names."""
    assert expected == told(sentence, (story,), language)
