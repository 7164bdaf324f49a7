import re

import pytest

from service.engines.apertium_hop import HopResult, HopText, translate_hop
from service.errors import EngineError, EngineUnavailable

KNOWN = ("Clinton", "Kennedy", "Obama")


def through(change, *, source="es", target="ca"):
    """A hop whose pair does to each text what `change` does, with the texts it was sent."""
    sent: list[str] = []

    def exchange(texts):
        sent.extend(text.decode().removesuffix("[#newsbriefs]") for text in texts)
        return [change(text.decode()).encode() for text in texts]

    def hop(*items):
        return translate_hop(items, exchange, stand_ins=KNOWN, source=source, target=target)

    return hop, sent


def test_name_travels_as_a_surname_the_pair_knows():
    """The pair sees a name it can decline, and the reader the name of the text."""
    hop, sent = through(lambda text: text.replace("habla", "parla"))
    assert [HopResult("Zhovkva parla.", ())] == hop(HopText("Zhovkva habla.", ("Zhovkva",)))
    assert ["Clinton habla."] == sent


def test_lost_name_is_sent_again_as_an_invented_word():
    """A pair that translates the stand-in gets a second text, in which no dictionary knows the name."""
    hop, sent = through(lambda text: text.replace("Clinton", "Clintón"))
    assert [HopResult("Zhovkva habla.", ())] == hop(HopText("Zhovkva habla.", ("Zhovkva",)))
    assert (2, True) == (len(sent), sent[1].startswith("Zq"))


def test_changed_digits_are_sent_again_with_the_number_carried():
    """A pair that drops digits does not get to see them."""
    hop, _ = through(lambda text: re.sub(r"\d", "", text))
    assert "Son 30,000 tropas." == hop(HopText("Son 30,000 tropas."))[0].text


def test_last_resort_keeps_names_numbers_and_marks():
    """A pair that loses every strange word and every mark is given the words between them."""
    hop, _ = through(lambda text: re.sub(r"Clinton|Zq\w+|[“”\d]", "", text))
    assert "Macron dijo “sí, 26 veces” ayer." == hop(HopText("Macron dijo “sí, 26 veces” ayer.", ("Macron",)))[0].text


def test_unknown_words_are_reported_without_marks():
    """Words with a mark are unknown; carried names and acronyms are not."""
    hop, _ = through(
        lambda text: text.replace("drones", "*drones").replace("AFP", "*AFP").replace("Clinton", "*Clinton")
    )
    result = hop(HopText("Zhovkva y AFP ven drones.", ("Zhovkva",)))[0]
    assert HopResult("Zhovkva y AFP ven drones.", ("drones",)) == result


def test_known_gaps_are_filled():
    """A word that the pair leaves, and the data file knows, is rendered and no longer unknown."""

    def exchange(texts):
        return [text.replace(b"drone", b"*drone") for text in texts]

    words = {"drone": "dron"}
    results = translate_hop([HopText("un drone")], exchange, stand_ins=(), source="it", target="ca", words=words)
    assert [HopResult("un dron", ())] == results


def test_unknown_owner_is_carried():
    """A name that nobody listed and the pair does not know is carried where it owns something."""
    hop, sent = through(lambda text: re.sub(r"(Zhovkva)'s", r"*\1", text), source="en", target="es")
    assert "Zhovkva's appeal." == hop(HopText("Zhovkva's appeal."))[0].text
    assert ["Zhovkva's appeal.", "Clinton's appeal."] == sent


def test_text_without_letters_is_not_sent():
    """Emoji, digits and nothing at all need no engine."""
    hop, sent = through(str.upper)
    assert ["😀 42", ""] == [result.text for result in hop(HopText("😀 42"), HopText(""))]
    assert [] == sent


def test_error_stays_in_its_place():
    """What fails fails alone."""

    def exchange(texts):
        return [EngineUnavailable("died") if b"mal" in text else text for text in texts]

    results = translate_hop([HopText("bien"), HopText("mal")], exchange, stand_ins=(), source="es", target="ca")
    assert ["bien", True] == [r.text if isinstance(r, HopResult) else isinstance(r, EngineError) for r in results]


def test_order_is_kept_when_some_are_sent_again():
    """A second try for one text does not move the others."""
    hop, _ = through(lambda text: text.replace("Clinton", "") if "Clinton" in text else text)
    items = [HopText(f"texto {place}", ("Zhovkva",) * (place % 2)) for place in range(6)]
    assert [item.text for item in items] == [result.text for result in hop(*items)]


@pytest.mark.parametrize("mark", ["*", "#", "@"])
def test_no_control_mark_gets_out(mark):
    """Whatever the pair marks, the reader never sees it."""
    hop, _ = through(lambda text: re.sub(r"(?<![\[#])\b(?=[a-z])", mark, text))
    assert "uno dos tres" == hop(HopText("uno dos tres"))[0].text
