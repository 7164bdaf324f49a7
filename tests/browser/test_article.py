"""The article as the page shows it: every character, every mark, its own direction."""

import pytest

pytestmark = pytest.mark.browser

WITH_EMOJI = (
    "Council votes for the bridge 🌉\n\n"
    "The city council of Ostrava voted on Monday 🗳️ to rebuild the old bridge over the river within two years.\n\n"
    "“We have waited far too long for this 😀 bridge to be repaired,” said mayor Jana Novak after the vote.\n\n"
    "The work will cost 12 million euros and begins in April, according to the council."
)


def test_the_article_is_shown_character_for_character(newsroom):
    """Marking the article changes no character of it."""
    text = newsroom.take_seed(1)
    newsroom.choose("en")
    newsroom.brief()
    assert text == newsroom.text_of("#article")


def test_every_mark_holds_exactly_its_quote(newsroom):
    """The text of each mark is the quote, also after characters that take two UTF-16 units."""
    newsroom.fill("text", WITH_EMOJI)
    newsroom.choose("en")
    newsroom.brief()
    marks = newsroom.js(
        "return Object.fromEntries([...document.querySelectorAll('#article mark')]"
        ".map((mark) => [mark.dataset.quote, mark.textContent]))"
    )
    quotes = newsroom.answer()["quotes"]
    assert quotes
    assert {str(number): quote["text"] for number, quote in enumerate(quotes)} == marks


def test_right_to_left_articles_read_from_the_right(newsroom, arabic):
    """An Arabic article and its brief carry their language and direction; the page around them does not."""
    newsroom.fill("text", arabic)
    newsroom.choose("ar")
    newsroom.brief()
    directions = newsroom.js(
        "return ['#article', '.headline', '.brief-text'].map((one) => document.querySelector(one))"
        ".map((node) => [node.lang, getComputedStyle(node).direction])"
    )
    assert [["ar", "rtl"]] * 3 == directions
    assert "ltr" == newsroom.js("return getComputedStyle(document.body).direction")


def test_a_new_answer_replaces_the_old_one(newsroom):
    """A second brief starts with nothing lit and shows only its own cards and marks."""
    newsroom.take_seed(1)
    newsroom.choose("en")
    newsroom.brief()
    newsroom.js("document.querySelector('.sentence').click()")
    newsroom.js("document.getElementById('view-write').click()")
    text = newsroom.take_seed(0)
    newsroom.brief()
    assert "" == newsroom.lit()
    assert 1 == len(newsroom.all(".brief"))
    assert text == newsroom.text_of("#article")


def test_endless_words_do_not_widen_a_narrow_window(newsroom):
    """A word of 3,000 letters and one endless line break where they must."""
    newsroom.size(360, 740)
    newsroom.fill(
        "text", f"The ship sailed on Monday with {'x' * 3000} aboard. It came back on Friday, {'the sea ' * 900}."
    )
    newsroom.choose("en")
    newsroom.brief()
    assert newsroom.js("return document.documentElement.scrollWidth") <= 360


def test_overlapping_spans_cut_the_text_without_loss(newsroom):
    """Nested, crossing, empty and impossible spans still give consecutive pieces of the whole text."""
    pieces = newsroom.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "const spans = [[0, 4], [2, 6], [2, 3], [5, 5], [8, 99], [-1, 2]].map(([start, end]) => ({start, end}));"
        "import('./page/segments.js').then(({cut}) => done(cut(10, spans)"
        ".map((piece) => [piece.start, piece.end, piece.spans.map((span) => spans.indexOf(span))])))"
    )
    assert [[0, 2, [0]], [2, 3, [0, 1, 2]], [3, 4, [0, 1]], [4, 6, [1]], [6, 10, []]] == pieces
