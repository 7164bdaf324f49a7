"""The form before anything is briefed; one page serves every test, emptied before each."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.newsroom import Newsroom

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(driver, address):
    """The page as it opens."""
    return Newsroom.opened(driver, address)


@pytest.fixture
def form(page):
    """That page with no article, no problem and the usual settings."""
    page.js("document.getElementById('clear').click()")
    page.fill("quotes", "5")
    page.fill("length", "short")
    return page


def test_no_article_is_told_without_a_call(form):
    """Brief with nothing in the text field says so at the field."""
    form.brief()
    assert "Paste an article" in form.text_of("#error-text")


def test_languages_are_filtered_and_kept_in_order(form):
    """The filter narrows the list by name or code, and Enter takes the one named or the only one left."""
    form.choose("es")
    form.one("#language-filter").send_keys("ca", Keys.ENTER)
    form.one("#language-filter").clear()
    form.one("#language-filter").send_keys("galic", Keys.ENTER)
    chips = form.js("return [...document.querySelectorAll('#chosen button')].map((chip) => chip.firstChild.data)")
    assert ["Spanish", "Catalan", "Galician"] == chips


def test_the_curl_example_is_the_request_of_the_form(form):
    """The command's body is the JSON that the form would send."""
    text = form.take_seed(0)
    form.choose("fr", "es")
    form.fill("length", "max_characters")
    form.js("document.getElementById('curl').open = true")
    form.wait(lambda: form.text_of("#curl pre"))
    command, body, end = form.js(
        "const t = document.querySelector('#curl pre').textContent; const [head, ...rest] = t.split('\\n');"
        "return [head, JSON.parse(rest.slice(0, -1).join('\\n')), rest.at(-1)]"
    )
    assert f"curl -s {form.address}summarize" in command
    asked = {"text": text, "languages": ["fr", "es"], "length": {"max_characters": 280}, "quotes": 5}
    assert ({**asked, "offsets": "utf16"}, "JSON") == (body, end)


def test_a_file_is_opened_as_the_article(form, tmp_path):
    """A UTF-8 file opened from the disk becomes the text."""
    path = tmp_path / "article.txt"
    path.write_text("Die Brücke öffnet wieder.\nDas sagte der Bürgermeister.", encoding="utf-8")
    form.one("#file").send_keys(str(path))
    form.wait(lambda: form.text_of("#status") == "Read article.txt")
    assert "Die Brücke öffnet wieder.\nDas sagte der Bürgermeister." == form.one("#text").get_property("value")


def test_a_file_that_is_not_utf_8_is_refused_by_name(form, tmp_path):
    """A file in another encoding is refused with its name and the remedy, and the text is left alone."""
    path = tmp_path / "latin.txt"
    path.write_bytes("Die Brücke".encode("latin-1"))
    form.one("#file").send_keys(str(path))
    form.wait(lambda: form.all(".notice-title"))
    assert "latin.txt is not UTF-8 text; save it as UTF-8 and open it again" == form.text_of(".notice-title")
    assert "" == form.one("#text").get_property("value")


def test_one_is_not_plural(form):
    """One word, one character and one quote are told in the singular."""
    form.fill("text", "A")
    form.fill("quotes", "1")
    form.fill("length", "max_sentences")
    form.fill("limit", "1")
    assert "1 word, 1 character" == form.text_of("#text-count")
    assert form.text_of("#digest").endswith("at most 1 sentence · 1 quote")


def test_words_are_counted_where_no_spaces_stand_between_them(form):
    """Chinese words count one by one, punctuation does not, and an apostrophe stays within its word."""
    form.fill("text", "北京 - 中国的首都。")
    chinese = form.text_of("#text-count")
    form.fill("text", "It isn't 30,000 — not yet!")
    assert ("4 words, 11 characters", "5 words, 26 characters") == (chinese, form.text_of("#text-count"))


def test_varieties_are_called_by_their_own_names(form):
    """Valencian and Aranese stand in the list by those names."""
    labels = form.js(
        "return ['ca-valencia', 'oc-aranes'].map((code) => document.querySelector(`label[for='language-${code}']`))"
        ".map((label) => label.firstChild.data)"
    )
    assert ["Valencian", "Aranese"] == labels
