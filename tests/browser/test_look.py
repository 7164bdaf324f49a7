"""The page in narrow windows, in light and dark, and for those who can't see it."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.newsroom import Newsroom

pytestmark = pytest.mark.browser

# (relative luminance and contrast ratio as in WCAG 2.2)
CONTRAST = """
const channel = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const parse = (text) => {
  const numbers = text.match(/[\\d.]+/g).map(Number);
  return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
};
const light = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
const ground = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
    if (alpha === 1) return rgb;
  }
  return [255, 255, 255];
};
return [...document.querySelectorAll(arguments[0])].filter((node) => node.checkVisibility()).map((node) => {
  const [a, b] = [light(parse(getComputedStyle(node).color).rgb), light(ground(node))].sort((x, y) => y - x);
  return [node.tagName + '.' + node.className, (a + 0.05) / (b + 0.05)];
});
"""
WORDS = (
    "h1, h2, h3, p, a, button, label, summary, legend, code, li, dt, dd, cite, input, select, textarea, pre,"
    " .badge, .hint, .sentence, .spoken, #article span, #article mark, #article s, .swatch, .digest, .description"
)


@pytest.fixture(scope="module")
def page(driver, address):
    """The page with the second sample briefed in two languages, and a problem after that."""
    page = Newsroom.opened(driver, address)
    page.take_seed(1)
    page.choose("en", "es")
    page.brief()
    page.fill("quotes", "500")
    page.brief()
    return page


@pytest.fixture
def seen(page):
    """That page as it was: wide, light, every fold open, the article in sight, nothing held."""
    page.size(1280, 900)
    page.scheme("light")
    page.js(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));"
        "for (const fold of document.querySelectorAll('details')) fold.open = true;"
        "document.getElementById('view-read').click()"
    )
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast_enough(seen, scheme):
    """Text stands out from its ground by 4.5 to 1 (WCAG AA), lit evidence and problems too."""
    seen.scheme(scheme)
    seen.js("document.querySelector('.sentence').focus()")
    measured = seen.js(CONTRAST, WORDS)
    assert len(measured) > 60
    assert [] == [(name, ratio) for name, ratio in measured if ratio < 4.5]


def test_dark_is_dark(seen):
    """Where the reader prefers dark the paper is dark."""
    seen.scheme("dark")
    red = seen.js("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
    assert red < 64


@pytest.mark.parametrize("view", ["write", "read"])
def test_a_narrow_window_needs_no_sideways_scrolling(seen, view):
    """At 360 pixels nothing sticks out, while writing and while reading, with every fold open."""
    seen.size(360, 740)
    seen.js("document.getElementById(`view-${arguments[0]}`).click()", view)
    assert seen.js("return document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("height", [640, 740, 915])
def test_the_article_leaves_a_narrow_window_to_the_briefs(seen, height):
    """Above the briefs the article keeps to 35 % of the height, and its text can be read in what it has."""
    seen.size(360, height)
    desk, text = seen.js(
        "return ['desk-article', 'article'].map((id) => document.getElementById(id).getBoundingClientRect().height)"
    )
    assert desk <= 0.35 * height + 1
    assert text > 100


def test_the_article_folds_away_in_a_narrow_window(seen):
    """A button folds the article to a line and says so; holding a sentence brings it back, the sentence in sight."""
    seen.size(360, 740)
    fold = seen.one("#fold-article")
    fold.send_keys(Keys.ENTER)
    folded = (fold.get_attribute("aria-expanded"), seen.one("#article").is_displayed())
    height = seen.js("return document.getElementById('desk-article').getBoundingClientRect().height")
    seen.js("document.querySelector('.sentence').focus()")
    seen.one(".sentence").send_keys(Keys.ENTER)
    assert ("false", False) == folded
    assert height < 64
    assert ("true", True) == (fold.get_attribute("aria-expanded"), seen.one("#article").is_displayed())
    assert seen.js(
        "const under = document.getElementById('desk-article').getBoundingClientRect().bottom;"
        "const { top, bottom } = document.querySelector('.sentence').getBoundingClientRect();"
        "return top >= under - 1 && bottom <= innerHeight + 1"
    )


def test_a_wide_window_has_nothing_to_fold(seen):
    """Beside the briefs the article needs no fold, and shows even if it was folded while narrow."""
    seen.js("document.getElementById('fold-article').click()")
    assert (False, True) == (seen.one("#fold-article").is_displayed(), seen.one("#article").is_displayed())


def test_wide_briefs_stand_side_by_side(seen):
    """In a wide window the first two briefs start at the same height."""
    seen.size(1440, 900)
    tops = seen.js("return [...document.querySelectorAll('.brief')].map((c) => c.getBoundingClientRect().top)")
    assert tops[0] == tops[1]


def test_every_control_has_a_name(seen):
    """Each control and each fold can be named by assistive technology."""
    nameless = seen.js(
        "return [...document.querySelectorAll('input, select, textarea, button, summary, a')].filter((node) =>"
        " !node.textContent.trim() && !node.labels?.length && !node.getAttribute('aria-label')).map((node) => node.id)"
    )
    assert [] == nameless


def test_the_skip_link_comes_first_and_leads_to_the_article(seen):
    """The first thing Tab reaches leads past the masthead to the text field."""
    first = seen.js(
        "return [...document.querySelectorAll('a, button, input, select, textarea')][0].getAttribute('href')"
    )
    assert "#text" == first
    seen.js("document.querySelector('.skip').focus()")
    assert seen.one(".skip").is_displayed()
