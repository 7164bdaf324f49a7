"""The cards of a sample briefed in two languages, on the real engines; only looked at, so one page serves all."""

import pytest

from tests.browser.newsroom import Newsroom

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def briefed(driver, address):
    """The page with the first sample briefed in Spanish and English."""
    page = Newsroom.opened(driver, address)
    page.take_seed(0)
    page.choose("es", "en")
    page.brief()
    return page


def test_a_seed_is_briefed_from_end_to_end(briefed):
    """A sample is taken, briefed in the languages chosen, and every brief has its card in that order."""
    shown = briefed.js("return [...document.querySelectorAll('.brief.ok')].map((card) => card.dataset.language)")
    assert ["es", "en"] == shown
    assert "Written in English" == briefed.text_of(".detected")
    assert briefed.text_of("#status").startswith("Done: 2 briefs")


def test_a_card_says_how_far_to_trust_it(briefed):
    """A translation by the embedded engine is called a gist, and its route names the engine and the languages."""
    step = briefed.answer()["briefs"][0]["route"][1]
    assert "Gist" == briefed.text_of(".brief .tier")
    assert "not for print" in briefed.text_of(".brief .tier-note")
    told = f"{step['step']} {step['from']} → {step['to']}: {step['engine']} {step['revision']}"
    assert told == briefed.text_of(".route li:nth-child(2)")


@pytest.mark.parametrize("number", [0, 1], ids=["es", "en"])
def test_the_wording_on_a_card_is_the_wording_of_the_answer(briefed, number):
    """Headline and sentences stand on the card exactly as the service gave them."""
    brief = briefed.answer()["briefs"][number]
    headline, sentences = briefed.js(
        "const card = document.querySelectorAll('.brief')[arguments[0]];"
        "return [card.querySelector('.headline').textContent,"
        " [...card.querySelectorAll('.sentence')].map((node) => node.textContent)]",
        number,
    )
    assert brief["headline"] == headline
    assert [sentence["text"] for sentence in brief["sentences"]] == sentences
