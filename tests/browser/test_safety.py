"""What is in an article stays text, and nothing leaves the service that served the page."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from service.web import pages

PAGE = Path(pages.__file__).parent / "page"
SOURCES = sorted(path for path in PAGE.iterdir() if path.suffix in {".html", ".css", ".js", ".svg"})

HOSTILE = (
    'Harbour <b>reopens</b> after storm <img src=x onerror="window.struck = 1">\n\n'
    "The harbour of Visby reopened on Friday <script>window.struck = 2</script> after three days of storm.\n\n"
    '"The boats are safe <img src=x onerror=window.struck=3> and nobody was hurt," said harbour master Nils Ek.\n\n'
    "Two ferries to the mainland leave on Saturday morning, the port authority said <svg onload=window.struck=4>."
)


@pytest.mark.browser
def test_markup_in_an_article_stays_text(newsroom):
    """Tags in the article, its headline, its quotes and its briefs are shown as characters and never run."""
    newsroom.fill("format", "text")
    newsroom.fill("title", "<img src=x onerror='window.struck = 5'>")
    newsroom.fill("text", HOSTILE)
    newsroom.choose("en", "es")
    newsroom.brief()
    assert HOSTILE == newsroom.text_of("#article")
    intruders = "#article img, #article script, #article svg, #answer img, #answer script, #answer svg"
    assert [] == newsroom.all(intruders)
    assert newsroom.js("return window.struck === undefined")


@pytest.mark.browser
def test_the_page_talks_to_its_own_service_only(newsroom):
    """A whole round, briefing and opening every fold, asks no other host and leaves no error in the console."""
    newsroom.driver.get_log("performance")
    newsroom.driver.get_log("browser")
    newsroom.open()
    newsroom.take_seed(0)
    newsroom.choose("en", "es")
    newsroom.brief()
    newsroom.js("for (const fold of document.querySelectorAll('details')) fold.open = true")
    asked = requested_urls(newsroom.driver)
    assert f"{newsroom.address}summarize" in asked
    assert {urlsplit(newsroom.address).netloc} == {urlsplit(url).netloc for url in asked}
    assert [] == newsroom.driver.get_log("browser")


@pytest.mark.browser
def test_nothing_is_kept_in_the_browser(newsroom):
    """After a brief there is no cookie and nothing in the browser's stores."""
    newsroom.take_seed(0)
    newsroom.choose("en")
    newsroom.brief()
    kept = newsroom.js("return [document.cookie, localStorage.length, sessionStorage.length]")
    assert ["", 0, 0] == kept


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_sources_need_no_exception_from_a_strict_policy(path):
    """No markup from strings, no inline script or style, and no address of another host."""
    text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|https?://|\sstyle=|\son[a-z]+=|<style"
    assert [] == re.findall(forbidden, text)


def requested_urls(driver):
    """Every address asked for over HTTP since the log was last read."""
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    sent = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [url for url in sent if url.startswith(("http:", "https:", "ws:", "wss:"))]
