"""An office with its holder's name behind it: the person speaks, the office describes them."""

import pytest

from service.records import Quote
from service.text.names import find_names
from service.text.quotes import find_quotes
from service.text.sentences import split_sentences


def quotes_of(text: str, language: str) -> tuple[Quote, ...]:
    """The quotations of a text, split and named by the service itself."""
    sentences = split_sentences(text, language=language)
    names = find_names(text, sentences, language=language)
    return find_quotes(text, sentences, names, language=language)


@pytest.mark.parametrize(
    ("language", "text", "name", "office"),
    [
        ("en", "“We shut in May,” said the firm’s spokeswoman, Nora Field.", "Nora Field", "spokeswoman"),
        ("en", "“We shut in May,” said the company’s spokeswoman, Nora Field.", "Nora Field", "company’s spokeswoman"),
        ("en", "“We shut in May,” said the agency’s director Nora Field.", "Nora Field", "director"),
        ("en", "“We shut in May,” said the party’s leader, Nora Field, who left.", "Nora Field", "party’s leader"),
        ("en", "“We shut in May,” said the housing minister, Nora Field.", "Nora Field", "housing minister"),
        ("en", "“We shut in May,” said the mayor of Hull, Nora Field.", "Nora Field", "mayor of Hull"),
        ("es", "«No cerramos en mayo», afirmó la ministra de Pesca, Nora Campo.", "Nora Campo", "ministra de Pesca"),
        ("es", "La ministra de Pesca, Nora Campo, afirmó: «No cerramos en mayo».", "Nora Campo", "ministra de Pesca"),
        ("fr", "« Nous fermons en mai », a déclaré le directeur général, Paul Rey.", "Paul Rey", "directeur général"),
        (
            "it",
            "«Non chiudiamo a maggio», ha detto la portavoce dell’ente, Nora Neri.",
            "Nora Neri",
            "portavoce dell’ente",
        ),
        ("pt", "“Não fechamos em maio”, disse a porta-voz da firma, Nora Reis.", "Nora Reis", "porta-voz da firma"),
        (
            "de",
            "„Wir schließen nicht“, sagte die Sprecherin des Werks, Nora Feld.",
            "Nora Feld",
            "Sprecherin des Werks",
        ),
    ],
)
def test_the_person_behind_an_office_speaks(language: str, text: str, name: str, office: str) -> None:
    """On either side of the quotation, with the office's own words between."""
    (quote,) = quotes_of(text, language)
    assert quote.speaker is not None
    assert (name, name) == (quote.speaker.name, quote.speaker.mention.text)
    assert (quote.speaker.description or "").endswith(office)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We shut in May,” said the party’s leader, who spoke in Hull.", "party’s leader"),
        ("“We shut in May,” the minister told reporters in the capital, Vienna.", "minister"),
        ("“We shut in May,” said the minister, London time.", "minister"),
        ("“We shut in May,” said the minister while his guest, Nora Field, left.", "minister"),
    ],
)
def test_an_office_without_its_holder_speaks_itself(text: str, name: str) -> None:
    """A possessor is never the speaker, nor is a place or a person of another clause."""
    (quote,) = quotes_of(text, "en")
    assert name == (quote.speaker and quote.speaker.name)


def test_the_mention_of_an_office_stands_in_the_text() -> None:
    """The possessor belongs to the words that point to the speaker."""
    text = "“We shut in May,” said the party’s leader, who spoke in Hull."
    (quote,) = quotes_of(text, "en")
    assert quote.speaker is not None
    assert "party’s leader" == text[quote.speaker.mention.start : quote.speaker.mention.end]


def test_an_office_named_once_means_its_holder_later() -> None:
    """“The minister” is the person whose name stood behind the office, and the surname is described by it."""
    text = (
        "“We shut in May,” said the housing minister, Nora Field.\n\nRain fell. “Nobody likes it,” the minister said. "
        "“Least of all the town itself,” Field said."
    )
    found = [quote.speaker and (quote.speaker.name, quote.speaker.description) for quote in quotes_of(text, "en")]
    assert [("Nora Field", "housing minister")] * 3 == found


@pytest.mark.parametrize(
    "text", ["the minister of Foo, Anna Berg, " * 3000, "the company’s " * 8000, "minister " * 20_000]
)
def test_hostile_offices_are_read_in_one_pass(text: str) -> None:
    """Each office looks a bounded stretch ahead."""
    quotes = quotes_of(f"{text} “We stay here all winter,” he said.", "en")
    assert 1 == len(quotes)
