"""A role that speaks: who holds it, what belongs to it, and none where it is too plain to name anybody."""

import pytest

from service.text.lang import language_data
from service.text.offices import is_compound, office_of
from tests.unit.text.test_speakers import quotes_of, speakers_of


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "“We shut it,” a spokesman for the Interior Ministry said.", "spokesman for the Interior Ministry"),
        ("de", "„Wir ermitteln weiter“, sagte ein Sprecher der Staatsanwaltschaft.", "Sprecher der Staatsanwaltschaft"),
        ("de", "„Wir ermitteln weiter“, sagte ein Polizeisprecher.", "Polizeisprecher"),
        ("es", "«Seguimos investigando el caso», indicaron fuentes de la fiscalía.", "fuentes de la fiscalía"),
        ("en", "“We will not close it,” a spokesman said.", None),
        ("en", "“We will not close it,” officials said.", None),
        ("fr", "« Nous ne fermerons pas l’école », a déclaré un porte-parole.", None),
        ("de", "„Wir schließen die Schule nicht“, sagte ein Sprecher.", None),
        ("pt", "“Não vamos fechar a escola”, disse a advogada.", "advogada"),
    ],
)  # fmt: skip
def test_a_role_speaks_with_what_belongs_to_it_or_not_at_all(language: str, text: str, name: str | None) -> None:
    """A bare role with an indefinite article, or in the plural without one, names nobody."""
    assert [name] == speakers_of(text, language)


def test_the_mention_of_a_role_covers_what_belongs_to_it() -> None:
    """The offsets slice to the words of the name."""
    text = "“We will not close it,” a spokesman for the Interior Ministry said."
    (quote,) = quotes_of(text, "en")
    assert quote.speaker is not None
    assert "spokesman for the Interior Ministry" in text[quote.speaker.mention.start : quote.speaker.mention.end]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Nora Field, the housing minister, came. “We will not close it,” the minister said.", "Nora Field"),
        ("nl", "Minister van Verkeer Carla Lasteren kwam. “Er komt geen tol”, zei de minister.", "Carla Lasteren"),
        ("sv", "Infrastrukturminister Karin Lassfors kom. ”Det blir ingen avgift”, sade ministern.", "Karin Lassfors"),
        ("cs", "Ministr dopravy Karel Lasota přišel. „Žádné mýtné nebude,“ řekl ministr.", "Karel Lasota"),
        ("ru", "«Мы откроем больницу», — сказала министр здравоохранения Мария Ольшанская.", "Мария Ольшанская"),
        ("cs", "„Oheň je pod kontrolou,“ sdělila ČTK mluvčí hasičů Lenka Fořtová.", "Lenka Fořtová"),
        ("it", "«Non chiuderemo la scuola», ha detto il segretario generale dell’Onu Antonio Neri.", "Antonio Neri"),
        ("de", "„Wir schließen nicht“, sagte der Bürgermeister von Bremen, Karl Weber.", "Karl Weber"),
        ("fr", "Le maire de Lyon Paul Rey a dit : « Nous ne fermerons pas l’école ».", "Paul Rey"),
        ("en", "“He is great,” Mr Holm’s neighbour in Leeds and York, Anna Berg, said.", "Anna Berg"),
    ],
)
def test_the_holder_of_an_office_speaks(language: str, text: str, name: str) -> None:
    """Whatever belongs to the office stands between, and the office may be compounded or carry its article."""
    assert [name] == speakers_of(text, language)


@pytest.mark.parametrize(
    ("language", "word", "office", "compound"),
    [
        ("de", "polizeisprecher", "polizeisprecher", True),
        ("de", "haus", None, False),
        ("sv", "ministern", "minister", False),
        ("en", "minister", "minister", False),
    ],
)
def test_an_office_is_found_in_its_word(language: str, word: str, office: str | None, compound: bool) -> None:
    """By itself, without its article's ending, or by the end of a compound."""
    data = language_data(language)
    found = office_of(word, data)
    assert (office is not None, compound) == (found is not None, is_compound(word, data))
