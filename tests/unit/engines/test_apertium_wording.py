import re

import pytest

from service.engines.apertium_discovery import load_catalogue
from service.engines.apertium_hop import HopText, translate_hop
from service.engines.apertium_wording import PLAIN, make_wording

WORDING = make_wording({"party": "match", "the party": "the side"}, [[r"\bletra\b", "carta"]])


def test_longest_wording_wins_and_words_are_whole():
    """A phrase comes before its word, and a word inside another is none."""
    text = b"the party, a party, partying, Party, party-goer"
    assert b"the side, a match, partying, Party, party-goer" == WORDING.sent(text)


def test_answers_are_mended():
    """What the pair says wrong is put right, and what is no text does not raise."""
    assert ["una carta", "letrado \ufffd"] == [WORDING.received(a).decode() for a in (b"una letra", b"letrado \xff")]


def test_nothing_to_say_is_no_wrapper():
    """A pair without wordings gets the exchange itself."""
    assert len is PLAIN.around(len)


def test_names_are_not_touched():
    """A term that is carried travels as a stand-in, so that a wording can't reach into it."""
    exchange = WORDING.around(lambda texts: [text.replace(b"votes", b"letra") for text in texts])
    hop = translate_hop(
        [HopText("la party votes", ("la party",))], exchange, stand_ins=("Clinton",), source="fr", target="es"
    )
    assert "la party carta" == hop[0].text


@pytest.mark.parametrize("mode", sorted(load_catalogue().modes))
def test_wordings_of_the_data_file(mode):
    """Every pattern compiles, changes something, and takes linear time on what is repeated."""
    known = load_catalogue().modes[mode]
    wording = make_wording(known.get("instead", {}), known.get("mended", ()))
    for fault, _ in known.get("mended", ()):
        assert re.compile(fault).search("") is None
    hostile = b"estuvo " * 10_000 + b"de to " * 10_000 + b"the " * 10_000
    assert wording.received(wording.sent(hostile))


@pytest.mark.parametrize(
    ("mode", "answer", "mended"),
    [
        ("eng-spa", "en el marzo, en el marzo pasado", "en marzo, en el marzo pasado"),
        ("eng-spa", "por el mes de mayo, por mediados de abril", "para el mes de mayo, para mediados de abril"),
        (
            "eng-spa",
            "sobre 3 marzo 2025, sobre 3 marzo, sobre 3 marzos",
            "el 3 de marzo de 2025, el 3 de marzo, sobre 3 marzos",
        ),
        ("en-gl", "en 3 marzo 2025", "o 3 de marzo de 2025"),
        ("cat-fra", "le jour 3 avril de 2025, le juin passé", "le 3 avril 2025, en juin dernier"),
        ("cat-ita", "nel 3 marzo, nel maggio, nell'aprile 2025", "il 3 marzo, a maggio, nell'aprile 2025"),
        ("cat-ita", "del 3 al 7 agosto, nell'1 agosto", "dal 3 al 7 agosto, l'1 agosto"),
        ("es-pt", "fechou o 3 de abril, sobre o 3 de abril", "fechou no dia 3 de abril, sobre o 3 de abril"),
        ("es-pt_BR", "morreu o junho passado, até o junho passado", "morreu em junho passado, até o junho passado"),
    ],
)
def test_dates_are_mended(mode, answer, mended):
    """A date gets the article and preposition of its language, and what only looks like one is left."""
    known = load_catalogue().modes[mode]
    assert mended == make_wording({}, known["mended"]).received(answer.encode()).decode()
