"""The page in narrow windows, in light and dark, and for those who can't see it."""

import pytest

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast_enough(newsroom, scheme):
    """Text stands out from its ground by 4.5 to 1 (WCAG AA), lit evidence and problems too."""
    newsroom.scheme(scheme)
    newsroom.take_seed(1)
    newsroom.choose("en", "es")
    newsroom.brief()
    newsroom.fill("quotes", "500")
    newsroom.brief()
    newsroom.js("for (const fold of document.querySelectorAll('details')) fold.open = true")
    newsroom.js("document.querySelector('.sentence').focus()")
    measured = newsroom.js(CONTRAST, WORDS)
    assert len(measured) > 60
    assert [] == [(name, ratio) for name, ratio in measured if ratio < 4.5]


def test_dark_is_dark(newsroom):
    """Where the reader prefers dark the paper is dark."""
    newsroom.scheme("dark")
    red = newsroom.js("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
    assert red < 64


def test_a_narrow_window_needs_no_sideways_scrolling(newsroom):
    """At 360 pixels nothing sticks out, before and after a brief, with every fold open."""
    newsroom.size(360, 740)
    before = newsroom.js("return document.documentElement.scrollWidth")
    newsroom.take_seed(1)
    newsroom.choose("en", "es")
    newsroom.brief()
    newsroom.js("for (const fold of document.querySelectorAll('details')) fold.open = true")
    after = newsroom.js("return document.documentElement.scrollWidth")
    assert (True, True) == (before <= 360, after <= 360)


def test_endless_words_do_not_widen_a_narrow_window(newsroom):
    """A word of 3,000 letters and one endless line break where they must."""
    newsroom.size(360, 740)
    newsroom.fill(
        "text", f"The ship sailed on Monday with {'x' * 3000} aboard. It came back on Friday, {'the sea ' * 900}."
    )
    newsroom.choose("en")
    newsroom.brief()
    assert newsroom.js("return document.documentElement.scrollWidth") <= 360


def test_wide_briefs_stand_side_by_side(newsroom):
    """In a wide window the first two briefs start at the same height."""
    newsroom.size(1440, 900)
    newsroom.take_seed(0)
    newsroom.choose("en", "es")
    newsroom.brief()
    tops = newsroom.js("return [...document.querySelectorAll('.brief')].map((c) => c.getBoundingClientRect().top)")
    assert tops[0] == tops[1]


def test_every_control_has_a_name(newsroom):
    """Each control and each fold can be named by assistive technology."""
    nameless = newsroom.js(
        "return [...document.querySelectorAll('input, select, textarea, button, summary, a')].filter((node) =>"
        " !node.textContent.trim() && !node.labels?.length && !node.getAttribute('aria-label')).map((node) => node.id)"
    )
    assert [] == nameless


def test_the_skip_link_comes_first_and_leads_to_the_article(newsroom):
    """The first thing Tab reaches leads past the masthead to the text field."""
    first = newsroom.js(
        "return [...document.querySelectorAll('a, button, input, select, textarea')][0].getAttribute('href')"
    )
    assert "#text" == first
    newsroom.js("document.querySelector('.skip').focus()")
    assert newsroom.one(".skip").is_displayed()
