"""An article goes in, and briefs, quotes and problems come out, on the real engines."""

import pytest
from selenium.webdriver.common.keys import Keys

pytestmark = pytest.mark.browser


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


def test_languages_out_of_reach_are_told_once_and_by_name(newsroom, arabic):
    """Where no language asked for can be made, one sentence names them, at the field too, and nothing says it again."""
    newsroom.fill("text", arabic)
    newsroom.brief()
    told = "English, Spanish, French and Portuguese can’t be made from Arabic here"
    shown = newsroom.js(
        "const field = document.getElementById('language-filter');"
        "return [document.getElementById(field.getAttribute('aria-describedby')).textContent, field.ariaInvalid,"
        " document.body.innerText.split('made from Arabic').length - 1]"
    )
    assert [told, "true", 1] == shown
    assert [] == newsroom.all(".field-error, #problem li")


def test_an_article_out_of_reach_is_briefed_in_its_own_language(newsroom, arabic):
    """The button beside that sentence chooses the article's language and briefs it."""
    newsroom.fill("text", arabic)
    newsroom.brief()
    button = newsroom.driver.switch_to.active_element
    assert "Brief in Arabic" == button.text
    button.send_keys(Keys.ENTER)
    newsroom.wait(lambda: newsroom.all(".brief.ok"))
    cards = newsroom.js("return [...document.querySelectorAll('.brief')].map((card) => card.dataset.language)")
    assert (["ar"], "", "brief") == (
        cards,
        newsroom.text_of("#problem"),
        newsroom.js("return document.activeElement.id"),
    )


def test_one_language_out_of_reach_is_told_by_name_on_its_card(newsroom):
    """A brief that can't be made says so in the words of its languages, beside those that were made."""
    newsroom.fill("text", "The council of Ostrava voted on Monday to rebuild the old bridge over the river.")
    newsroom.choose("en", "zu")
    newsroom.brief()
    assert "Zulu can’t be made from English here" == newsroom.text_of(".brief.failed .failure-title")
    assert "can't be reached" not in newsroom.text_of(".brief.failed")
