"""Beside the briefs: quotes marked, evidence lit, and what was left out."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.newsroom import Newsroom

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(driver, address):
    """The page with the second sample briefed in English; only looked at, so one serves every test here."""
    page = Newsroom.opened(driver, address)
    page.take_seed(1)
    page.choose("en")
    page.brief()
    return page


@pytest.fixture
def briefed(page):
    """The briefed page with nothing lit."""
    page.size(1280, 900)
    page.js("document.activeElement.blur()")
    ActionChains(page.driver, duration=0).move_to_element(page.one(".masthead h1")).send_keys(Keys.ESCAPE).perform()
    return page


def evidence_of(newsroom, text, sentence):
    """The words of the article that carry a sentence of the first brief."""
    spans = newsroom.answer()["briefs"][0]["sentences"][sentence]["evidence"]
    units = text.encode("utf-16-le")
    return "".join(units[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") for span in spans)


def test_every_quote_of_a_seed_is_marked(briefed):
    """Each quote of the answer has its mark in the article, with its very words."""
    marks = briefed.js("return [...document.querySelectorAll('#article mark')].map((mark) => mark.textContent)")
    assert sorted(quote["text"] for quote in briefed.answer()["quotes"]) == sorted(marks)


def test_what_was_left_out_is_shown_with_its_reason(briefed):
    """Removed passages stay in the article, struck, each saying why."""
    removed = briefed.answer()["source"]["removed"]
    shown = briefed.js(
        "return [...document.querySelectorAll('#article s.removed')].map((node) => [node.dataset.reason, node.title])"
    )
    assert removed
    assert len(removed) == len(shown)
    assert all(reason and reason in title for reason, title in shown)


def test_pointing_at_a_sentence_lights_its_evidence(briefed):
    """The mouse on a sentence lights its evidence; away from it the light goes out."""
    text = briefed.text_of("#article")
    ActionChains(briefed.driver, duration=0).move_to_element(briefed.all(".sentence")[0]).perform()
    briefed.wait(briefed.lit)
    assert evidence_of(briefed, text, 0) == briefed.lit()
    ActionChains(briefed.driver, duration=0).move_to_element(briefed.one(".masthead h1")).perform()
    briefed.wait(lambda: not briefed.lit())


def test_the_keyboard_lights_evidence_too(briefed):
    """Tab reaches a sentence and lights it, Enter holds the light, Escape lets go."""
    text = briefed.text_of("#article")
    briefed.js("document.querySelector('.brief .copy').focus()")
    ActionChains(briefed.driver, duration=0).send_keys(Keys.TAB).perform()
    sentence = briefed.driver.switch_to.active_element
    assert evidence_of(briefed, text, 0) == briefed.lit()
    sentence.send_keys(Keys.ENTER)
    briefed.js("document.getElementById('brief').focus()")
    assert ("true", evidence_of(briefed, text, 0)) == (sentence.get_attribute("aria-pressed"), briefed.lit())
    ActionChains(briefed.driver, duration=0).send_keys(Keys.ESCAPE).perform()
    assert ("false", "") == (sentence.get_attribute("aria-pressed"), briefed.lit())


def test_a_sentence_is_described_by_its_evidence(briefed):
    """For those who don't see the light, the evidence is the sentence's description."""
    text = briefed.text_of("#article")
    described = briefed.one(".sentence").get_attribute("aria-describedby")
    assert f"In the article: {evidence_of(briefed, text, 0)}" == briefed.text_of(f"#{described}")


def test_evidence_is_scrolled_into_sight(briefed):
    """A sentence whose evidence is below the fold of the article's pane brings it up."""
    briefed.size(1280, 420)
    last = briefed.all(".spoken")[-1]
    for number in range(len(briefed.all(".spoken"))):
        briefed.js("document.querySelectorAll('.spoken')[arguments[0]].focus({preventScroll: true})", number)
        seen = briefed.js(
            "const pane = document.getElementById('article').getBoundingClientRect();"
            "const lit = document.querySelector('#article mark .lit').getBoundingClientRect();"
            "return lit.top >= pane.top - 1 && lit.top <= pane.bottom"
        )
        assert seen, number
    assert last == briefed.driver.switch_to.active_element


def test_a_quote_card_lights_words_speaker_and_cue(briefed):
    """Focus on a quote lights its words and the mention and cue that tell who said them."""
    cards = {quote["text"]: quote for quote in briefed.answer()["quotes"]}
    quote = next(quote for quote in cards.values() if quote["speaker"] and quote["cue"])
    number = list(cards).index(quote["text"])
    briefed.js("document.querySelectorAll('.spoken')[arguments[0]].focus()", number)
    lit = briefed.js("return [...document.querySelectorAll('#article .lit')].map((node) => node.textContent)")
    assert {quote["text"], quote["speaker"]["mention"]["text"], quote["cue"]["text"]} <= {*lit, "".join(lit)}
    assert quote["speaker"]["name"] == briefed.all(".quote-card")[number].find_element("css selector", "cite").text


def test_a_word_that_a_check_is_about_is_marked_in_the_sentence(newsroom):
    """A word the translator does not know is underlined where it stands, with the check's message behind it."""
    newsroom.fill("text", "The council of Brenn bought three snorgeblats for its museum on Monday.")
    newsroom.choose("es")
    newsroom.brief()
    check = next(check for check in newsroom.answer()["briefs"][0]["checks"] if check["kind"] == "unknown_word")
    marked = newsroom.js(
        "const node = document.querySelector('.brief .sentence .flagged');"
        "return [node.textContent, node.className, node.title]"
    )
    assert [check["value"], "flagged warning", check["message"]] == marked
    assert newsroom.answer()["briefs"][0]["sentences"][0]["text"] == newsroom.text_of(".brief .sentence")
