"""An article goes in, and briefs, quotes and problems come out, on the real engines."""

import pytest
from selenium.webdriver.common.keys import Keys

pytestmark = pytest.mark.browser


def test_a_seed_is_briefed_from_end_to_end(newsroom):
    """A sample is taken, briefed in the languages chosen, and every brief has its card in that order."""
    newsroom.take_seed(0)
    newsroom.choose("es", "en")
    newsroom.brief()
    shown = newsroom.js("return [...document.querySelectorAll('.brief.ok')].map((card) => card.dataset.language)")
    assert ["es", "en"] == shown
    assert "Written in English" == newsroom.text_of(".detected")
    assert newsroom.text_of("#status").startswith("Done: 2 briefs")


def test_a_card_says_how_far_to_trust_it(newsroom):
    """A translation by the embedded engine is called a gist, and its route names the engine and the languages."""
    newsroom.take_seed(0)
    newsroom.choose("es")
    newsroom.brief()
    step = newsroom.answer()["briefs"][0]["route"][1]
    assert "Gist" == newsroom.text_of(".brief .tier")
    assert "not for print" in newsroom.text_of(".brief .tier-note")
    told = f"{step['step']} {step['from']} → {step['to']}: {step['engine']} {step['revision']}"
    assert told == newsroom.text_of(".route li:nth-child(2)")


def test_the_wording_on_a_card_is_the_wording_of_the_answer(newsroom):
    """Headline and sentences stand on the card exactly as the service gave them."""
    newsroom.take_seed(1)
    newsroom.choose("en")
    newsroom.brief()
    brief = newsroom.answer()["briefs"][0]
    assert brief["headline"] == newsroom.text_of(".brief .headline")
    sentences = newsroom.js("return [...document.querySelectorAll('.sentence')].map((node) => node.textContent)")
    assert [sentence["text"] for sentence in brief["sentences"]] == sentences


def test_control_and_enter_brief_from_the_text(newsroom):
    """Ctrl+Enter in the text field does what the button does."""
    newsroom.take_seed(0)
    newsroom.choose("en")
    newsroom.one("#text").send_keys(Keys.CONTROL, Keys.ENTER)
    newsroom.wait(lambda: newsroom.all(".brief.ok"))
    assert "true" == newsroom.one("#view-read").get_attribute("aria-pressed")


def test_a_wrong_field_is_told_beside_it(newsroom):
    """The service's message about a field stands at that field, which is marked, described and focused."""
    newsroom.take_seed(0)
    newsroom.fill("quotes", "500")
    newsroom.brief()
    field = newsroom.one("#quotes")
    message = newsroom.one(f"#{field.get_attribute('aria-describedby')}")
    assert "true" == field.get_attribute("aria-invalid")
    assert "500" in message.text
    assert field == newsroom.driver.switch_to.active_element
    assert "Quotes" == newsroom.text_of("#problem li a")


def test_a_mended_field_loses_its_message(newsroom):
    """The next answer takes the old messages away."""
    newsroom.take_seed(0)
    newsroom.choose("en")
    newsroom.fill("quotes", "500")
    newsroom.brief()
    newsroom.fill("quotes", "2")
    newsroom.brief()
    assert ([], [], "") == (
        newsroom.all(".field-error"),
        newsroom.all("[aria-invalid]"),
        newsroom.text_of("#problem"),
    )


def test_no_article_is_told_without_a_call(newsroom):
    """Brief with nothing in the text field says so at the field."""
    newsroom.brief()
    assert "Paste an article" in newsroom.text_of("#error-text")


def test_a_running_call_can_be_cancelled(newsroom):
    """While a call runs the page is busy and offers to cancel; after that nothing is shown as a failure."""
    newsroom.take_seed(0)
    slow = {"offline": False, "latency": 60_000, "downloadThroughput": -1, "uploadThroughput": -1}
    newsroom.cdp("Network.enable")
    newsroom.cdp("Network.emulateNetworkConditions", **slow)
    try:
        newsroom.one("#brief").click()
        assert "true" == newsroom.one("#results").get_attribute("aria-busy")
        newsroom.one("#cancel").click()
        newsroom.wait(lambda: newsroom.text_of("#status") == "Cancelled")
    finally:
        newsroom.cdp("Network.emulateNetworkConditions", **{**slow, "latency": 0})
    assert ("false", "") == (newsroom.one("#results").get_attribute("aria-busy"), newsroom.text_of("#problem"))


def test_a_service_that_is_gone_is_told_plainly(newsroom):
    """Where the service can't be reached the page says so."""
    newsroom.take_seed(0)
    gone = {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    newsroom.cdp("Network.enable")
    newsroom.cdp("Network.emulateNetworkConditions", **gone)
    try:
        newsroom.brief()
    finally:
        newsroom.cdp("Network.emulateNetworkConditions", **{**gone, "offline": False})
    assert "The service can’t be reached" == newsroom.text_of(".notice-title")


def test_languages_are_filtered_and_kept_in_order(newsroom):
    """The filter narrows the list by name or code, and Enter takes the one named or the only one left."""
    newsroom.choose("es")
    newsroom.one("#language-filter").send_keys("ca", Keys.ENTER)
    newsroom.one("#language-filter").clear()
    newsroom.one("#language-filter").send_keys("galic", Keys.ENTER)
    chips = newsroom.js("return [...document.querySelectorAll('#chosen button')].map((chip) => chip.firstChild.data)")
    assert ["Spanish", "Catalan", "Galician"] == chips


def test_the_curl_example_is_the_request_of_the_form(newsroom):
    """The command's body is the JSON that the form would send."""
    text = newsroom.take_seed(0)
    newsroom.choose("fr", "es")
    newsroom.fill("length", "max_characters")
    newsroom.js("document.getElementById('curl').open = true")
    newsroom.wait(lambda: newsroom.text_of("#curl pre"))
    command, body, end = newsroom.js(
        "const t = document.querySelector('#curl pre').textContent; const [head, ...rest] = t.split('\\n');"
        "return [head, JSON.parse(rest.slice(0, -1).join('\\n')), rest.at(-1)]"
    )
    assert f"curl -s {newsroom.address}summarize" in command
    asked = {"text": text, "languages": ["fr", "es"], "length": {"max_characters": 280}, "quotes": 5}
    assert ({**asked, "offsets": "utf16"}, "JSON") == (body, end)


def test_a_file_is_opened_as_the_article(newsroom, tmp_path):
    """A UTF-8 file opened from the disk becomes the text."""
    path = tmp_path / "article.txt"
    path.write_text("Die Brücke öffnet wieder.\nDas sagte der Bürgermeister.", encoding="utf-8")
    newsroom.one("#file").send_keys(str(path))
    newsroom.wait(lambda: newsroom.text_of("#status") == "Read article.txt")
    assert "Die Brücke öffnet wieder.\nDas sagte der Bürgermeister." == newsroom.one("#text").get_property("value")


def test_a_file_that_is_not_utf_8_is_refused_by_name(newsroom, tmp_path):
    """A file in another encoding is refused with its name and the remedy, and the text is left alone."""
    path = tmp_path / "latin.txt"
    path.write_bytes("Die Brücke".encode("latin-1"))
    newsroom.one("#file").send_keys(str(path))
    newsroom.wait(lambda: newsroom.all(".notice-title"))
    assert "latin.txt is not UTF-8 text; save it as UTF-8 and open it again" == newsroom.text_of(".notice-title")
    assert "" == newsroom.one("#text").get_property("value")
