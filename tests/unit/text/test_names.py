"""Names by shape and context; above all, that a place is never called a person."""

import pytest

from service.text.names import find_names
from service.text.sentences import split_sentences
from service.text.tokens import tokenise


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


PERSONS = {
    "en": (
        "Finance Minister Laura Stone met Thomas Reed of the World Bank in Nairobi on Tuesday. Reed said the Harbour "
        "Trust had failed. The Trust denied it. Berlin said no. The British said they would wait. Governor Amy Cole of "
        "Texas praised Germany. The Black Sea is near; the Sea was calm. In March Kenya said nothing.",
        {"Laura Stone", "Thomas Reed", "Reed", "Amy Cole"},
    ),
    "de": (
        "Bundesfinanzministerin Laura Stein traf Thomas Reif von der Weltbank am Dienstag in Nairobi. Reif sagte, die "
        "Stiftung sei gescheitert. Berlin sagte nein. Die Bayerische Landesbank teilte mit, der Freistaat Bayern habe "
        "gezahlt. Frankreich erklärte, man warte.",
        {"Laura Stein", "Thomas Reif", "Reif"},
    ),
    "fr": (
        "La ministre des Finances Laure Pierre a rencontré Thomas Ray de la Banque mondiale à Nairobi mardi. Ray a "
        "déclaré que la Fondation du Lac avait échoué. Le Sénat a voté. L’Allemagne a affirmé attendre. Les "
        "Républicains ont dit non.",
        {"Laure Pierre", "Thomas Ray", "Ray"},
    ),
    "es": (
        "La ministra de Hacienda Laura Piedra viajó a Nairobi el martes. Berlín dijo que no. El Senado votó. El Mar "
        "Negro estaba en calma. Alemania afirmó que espera. El Congreso aprobó el Pleno del Congreso.",
        {"Laura Piedra"},
    ),
    "pt": (
        "A ministra das Finanças Laura Pedra encontrou Tomás Reis do Banco Mundial. Reis disse que a Fundação do Lago "
        "fracassou. Berlim disse não. O Senado votou. A Alemanha afirmou que espera.",
        {"Laura Pedra", "Tomás Reis", "Reis"},
    ),
    "it": (
        "La ministra delle Finanze Laura Pietra era a Nairobi martedì. Berlino ha detto no. Il Senato ha votato. La "
        "Germania ha affermato di attendere. Il Quirinale ha detto no.",
        {"Laura Pietra"},
    ),
    "nl": (
        "Minister van Financiën Laura Steen was dinsdag in Nairobi. Berlijn zei nee. De Tweede Kamer stemde. Duitsland "
        "zei te wachten. De Telegraaf meldde dat Philips verlies leed.",
        {"Laura Steen"},
    ),
    "sv": (
        "Finansminister Laura Sten mötte Thomas Re från Världsbanken på tisdagen. Re sade att Stiftelsen Sjön hade "
        "misslyckats. Berlin sade nej. Tyskland sade sig vänta. Dagens Nyheter skriver att Volvo gick back.",
        {"Laura Sten", "Thomas Re", "Re"},
    ),
    "pl": (
        "Minister Laura Kamień była we wtorek w Nairobi. Berlin powiedział nie. Niemcy oświadczyły, że czekają. Gazeta "
        "Wyborcza napisała, że Orlen ogłosił stratę. Biały Dom oświadczył, że czeka.",
        {"Laura Kamień"},
    ),
    "ru": (
        "Министр Лаура Камень приехала во вторник. Берлин заявил нет. Германия заявила, что ждёт. Газпром сообщил об "
        "убытках. Кремль заявил, что ждёт. Белый дом заявил о мире.",
        {"Лаура Камень"},
    ),
    "uk": (
        "Міністр Лаура Камінь приїхала у вівторок. Берлін заявив ні. Німеччина заявила, що чекає. Нафтогаз повідомив "
        "про збитки. Кремль заявив, що чекає. Білий дім заявив про мир.",
        {"Лаура Камінь"},
    ),
}


@pytest.mark.parametrize("language", sorted(PERSONS))
def test_only_persons_are_called_persons(language: str) -> None:
    """Places, bodies, peoples and months are none, nor is an office part of its holder's name."""
    text, expected = PERSONS[language]
    assert expected == {name for name, kind in names_of(text, language).items() if kind == "person"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("de", "Gestern kam Kommissionspräsidentin Ursula von der Aue nach Bremen.", "Ursula von der Aue"),
        ("de", "Gestern sagte Karsten Müller von der Universität Bremen nichts.", "Karsten Müller"),
        ("it", "Il deputato della Francia Marco Bianchi parla. Ha visto Marco Bianchi.", "Marco Bianchi"),
        ("en", "The Truth Donald Berg wrote. The Truth. Later Donald Berg said no.", "Donald Berg"),
    ],
)
def test_a_name_is_cut_where_it_begins_and_ends(language: str, text: str, name: str) -> None:
    """Particles, offices and chance capitals beside a name are told apart by what the text has elsewhere."""
    assert "person" == names_of(text, language).get(name)


def test_words_given_once_serve_names_as_well_as_words_read_anew() -> None:
    """Sharing the words of a text changes nothing."""
    text = "President Anna Berg’s plan failed. “We wait,” Berg said."
    sentences = split_sentences(text, language="en")
    assert find_names(text, sentences, language="en") == find_names(
        text, sentences, language="en", tokens=tokenise(text)
    )


@pytest.mark.parametrize("text", ["A B C D E F G H " * 6000, "&A" * 50_000, "Aa de de " * 10_000, "S. " * 30_000])
def test_hostile_capitals_are_read_in_one_pass(text: str) -> None:
    """No name is longer than ten words, so that the work grows with the text only."""
    names = find_names(text, split_sentences(text[:2000], language="en"), language="en")
    assert all(len(name.text.split()) <= 12 for name in names)


@pytest.mark.parametrize(
    "text", ["ראש העיר רון לוי אמר אתמול.", "ראש הממשלה רון לוי אמר אתמול.", "אמר ראש העיר רון לוי אתמול."]
)
def test_a_hebrew_office_keeps_its_definite_complement(text: str) -> None:
    """The noun with its article behind a title is the office's, not the name's."""
    assert ["רון לוי"] == list(names_of(text, "he"))
