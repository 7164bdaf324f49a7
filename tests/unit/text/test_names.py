"""Names by shape and context; above all, that a place is never called a person."""

import pytest

from service.text.names import find_names
from service.text.sentences import split_sentences


def names_of(text: str, language: str = "en") -> dict[str, str]:
    """Names and what they name."""
    return {n.text: n.kind for n in find_names(text, split_sentences(text, language=language), language=language)}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The plan of President Holm’s office failed.", "Holm"),
        ("en", "It was French President Anna Berg who came.", "Anna Berg"),
        ("en", "“Good,” said Anna Berg.", "Anna Berg"),
        ("en", "We met Anna Berg, 45, at home.", "Anna Berg"),
        ("de", "Gestern traf Außenministerin Anna Berg ein.", "Anna Berg"),
        ("fr", "Le ministre Jean de la Tour est arrivé.", "Jean de la Tour"),
        ("nl", "Gisteren kwam minister Jan van der Berg aan.", "Jan van der Berg"),
        ("ru", "Вчера приехал министр Иван Петров.", "Иван Петров"),
    ],
)
def test_persons_are_found_by_title_cue_or_age(language: str, text: str, name: str) -> None:
    """Evidence beside a capitalised run makes it a person; titles and possessives stay out of the name."""
    assert "person" == names_of(text, language).get(name)


def test_a_surname_alone_belongs_to_the_person() -> None:
    """Once a person is known the surname alone is one too."""
    assert "person" == names_of("President Anna Berg left. The car that Berg used was old.").get("Berg")


@pytest.mark.parametrize("place", ["Ukraine", "Moscow", "Uzhhorod"])
def test_places_are_no_persons(place: str) -> None:
    """A known place, or one after a locative, is a place."""
    assert "place" == names_of(f"They met in {place} on Monday, and {place} was cold.").get(place)


def test_bodies_are_organisations() -> None:
    """Words for bodies and acronyms make organisations."""
    found = names_of("He told AFP that the European Council had met.")
    assert ("organisation", "organisation") == (found.get("AFP"), found.get("European Council"))


def test_german_nouns_are_no_names() -> None:
    """A capital alone means nothing in German."""
    assert {} == names_of("Die Regierung hat am Montag im Haus über das Gesetz und den Winter gesprochen.", "de")


def test_sentence_openers_are_no_names() -> None:
    """A capital that only opens a sentence means nothing."""
    assert {} == names_of("Nobody came. However, winter is cold. Perhaps we leave.")


def test_offsets_slice_to_the_name() -> None:
    """`text[start:end]` is the name as it stands."""
    text = "Yesterday President Anna Berg’s plan failed."
    names = find_names(text, split_sentences(text, language="en"), language="en")
    assert [n.text for n in names] == [text[n.start : n.end] for n in names]
