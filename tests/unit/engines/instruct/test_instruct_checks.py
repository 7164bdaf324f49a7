import time

import pytest

from service.engines.judge import Judge, has_link, has_markup, is_foreign, plain
from tests.unit.engines.instruct.conftest import read_article

STORY = "The river Orla flooded the old town of Brenn on Friday night. Firefighters took 40 people out by boat."


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("See https://a.example now", True),
        ("See www.a.example now", True),
        ("See [this](x)", True),
        ("Write to a.b@c.example today", True),
        ("On news.example/today it says", True),
        ("It rose by 3.5 per cent. He left.", False),
        ("Only and/or 3/4 of them, e.g. the U.S. army", False),
        ("The account @orla said", False),
    ],
)
def test_links_are_seen(text: str, link: bool) -> None:
    """Web and mail addresses, Markdown links; no abbreviation and no fraction."""
    assert has_link(text) is link


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<b>x</b>", True),
        ("a &amp; b", True),
        ("&#60;", True),
        ("```", True),
        ("3 < 4 > 2", False),
        ("R&D; AT&T", False),
    ],
)
def test_markup_is_seen(text: str, markup: bool) -> None:
    """Tags and character references; no sign of arithmetic."""
    assert has_markup(text) is markup


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Der Fluss trat in der Nacht zum Samstag über die Ufer.", "de", None),
        ("Der Fluss trat in der Nacht zum Samstag über die Ufer.", "de-AT", None),
        ("Der Fluss trat in der Nacht zum Samstag über die Ufer.", "en", "de"),
        ("Elven gikk over sine bredder natt til lørdag i den gamle byen.", "da", None),
        ("Orla, Brenn, 40", "ru", None),
    ],
)
def test_another_language_is_seen(text: str, wanted: str, found: str | None) -> None:
    """Not in a few words, nor between neighbours that can't be told apart."""
    assert is_foreign(text, wanted) == found


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("- One.\n- Two.", "One.\nTwo."),
        ("1) One.\n2) Two.", "One.\nTwo."),
        ("## **One.**", "One."),
        ("7. října se sešli.", "7. října se sešli."),
        ("2 * 3 = 6", "2 * 3 = 6"),
        ("A *bold* and a **very bold** word.", "A bold and a very bold word."),
    ],
)
def test_what_models_put_around_sentences_goes(written: str, text: str) -> None:
    """List marks, headings and emphasis; a date stays."""
    assert plain(written) == text


@pytest.mark.parametrize("piece", ["a", "A", "“", '"', "1", "1.", "a.", "@a", "<", "- ", " ", "&", "́", "漢", "[", "*"])
def test_judging_is_linear_on_hostile_answers(piece: str) -> None:
    """100,000 characters of one kind, the most an answer may have, take no more than seconds."""
    hostile = piece * (100_000 // len(piece))
    judge = Judge(read_article(STORY))
    began = time.monotonic()
    plain(hostile)
    is_foreign(hostile, "en")
    assert judge.flaw(hostile) is not None
    assert time.monotonic() - began < 10
