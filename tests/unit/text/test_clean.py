from itertools import pairwise
from pathlib import Path

import pytest

from service.records import Span
from service.text.clean import CleanResult, find_removed

SEEDS = Path(__file__).parents[3] / "seeds"
BODY = [
    "The ferry to the northern islands sailed again on Monday after a week of storms that had kept it in the harbour.",
    "Its captain said that the sea was still rough, but that the passengers had waited for long enough by now.",
    "The company expects that all of its ferries will sail again by the end of the week, if the weather allows it.",
    "About three hundred people had been waiting on the quay since the early morning, many of them with children.",
]


def removed_texts(text: str, result: CleanResult) -> list[tuple[str, str]]:
    """What was removed, as (reason, text)."""
    return [(piece.reason, text[piece.start : piece.end]) for piece in result.removed]


def page(*lines: str) -> str:
    """Lines as a text with paragraphs."""
    return "\n\n".join(lines)


def test_second_seed_loses_its_residue_captions_credit_and_byline() -> None:
    """The article's own paragraphs stay, each with all its words."""
    text = next(SEEDS.glob("004_*")).read_text(encoding="utf-8")
    result = find_removed(text, language="en")
    assert ["markup", "caption", "credit", "duplicate", "byline"] == [piece.reason for piece in result.removed]
    assert "Photo: AFP |" == removed_texts(text, result)[2][1]
    assert "Thuy Lam (AFP, Kyiv Independent, Reuters)" == removed_texts(text, result)[4][1]
    assert (None, None) == (result.title, result.title_span)


def test_first_seed_has_a_title_and_a_stray_mark() -> None:
    """The headline is no removed span, and the residue at the end is markup."""
    text = next(SEEDS.glob("000_*")).read_text(encoding="utf-8")
    result = find_removed(text, language="en")
    headline = "Zelensky’s Advisor Urges EU to Send Combat-Ready Troops to Ukraine"
    assert (headline, Span(0, len(headline))) == (result.title, result.title_span)
    assert [("markup", "“`")] == removed_texts(text, result)


def test_plain_article_keeps_every_line() -> None:
    """With subheadings, a quotation and a list in it, nothing goes."""
    text = page(BODY[0], "What happens next", BODY[1], "“We are glad,” she said.", "Prices:", "- Adults 12", BODY[2])
    assert () == find_removed(text, language="en").removed


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "furniture"),
        ("Werbung", "furniture"),
        ("Читайте также: Что дальше", "related"),
        ("Read more: Storms close the harbour", "related"),
        ("Lesen Sie auch", "related"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Foto: Jane Doe/dpa", "credit"),
        ("© Jane Doe", "credit"),
        ("写真：朝日太郎", "credit"),
        ("By Jane Doe and John Roe", "byline"),
        ("Von Eva Muster", "byline"),
        ("홍길동 기자 hong@example.co.kr", "byline"),
        ("Jane Doe (AFP, Reuters)", "byline"),
        ("jane.doe@example.org", "byline"),
        ("https://example.org/a/b", "furniture"),
        ("12.05.2024, 14:07 Uhr", "furniture"),
        ("včera 14:40", "furniture"),
        ("Gestern, um 14:40 Uhr", "furniture"),
        ("![](x.png) |", "markup"),
        ("```", "markup"),
        ("| --- | --- |", "markup"),
    ],
)
def test_line_of_furniture_goes_with_its_reason(line: str, reason: str) -> None:
    """Each is known by its own words or shape, inside any article."""
    text = page(BODY[0], BODY[1], line, BODY[2])
    assert [(reason, line)] == removed_texts(text, find_removed(text))


@pytest.mark.parametrize(
    "line",
    [
        "By Christmas the ferries will sail again, the company says.",
        "Von der Leyen reist nach Kiew",
        "Di Maria scores twice",
        "Updated figures show that 3,000 people died in the storms of 2023.",
        "More than 100 boats",
        "He works for Reuters in Paris.",
        "Image is everything to a captain, they say.",
        "Share prices fell by 3 per cent on Monday.",
        "“No comment.”",
    ],
)
def test_line_that_only_resembles_furniture_stays(line: str) -> None:
    """Removing the article's own words is worse than leaving a label."""
    assert () == find_removed(page(BODY[0], BODY[1], line, BODY[2])).removed


def test_caption_goes_with_its_credit_apart() -> None:
    """A caption is known by the credit it ends with, in one line."""
    text = page(BODY[0], "The ferry in the harbour on 5 May. Photo: Jane Doe/AFP", BODY[1])
    expected = [("caption", "The ferry in the harbour on 5 May. "), ("credit", "Photo: Jane Doe/AFP")]
    assert expected == removed_texts(text, find_removed(text))


def test_signature_of_an_agency_goes_alone() -> None:
    """The paragraph that it signs stays."""
    text = page(BODY[0], BODY[1] + " (AFP)")
    assert [("credit", " (AFP)")] == removed_texts(text, find_removed(text))


def test_repeated_line_goes_once() -> None:
    """The first copy stays."""
    text = page(BODY[0], BODY[1], BODY[0])
    result = find_removed(text)
    assert [("duplicate", BODY[0])] == removed_texts(text, result)
    assert result.removed[0].start > len(BODY[0])


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (AP) — ",
        "Berlin (dpa) - ",
        "KYIV, Ukraine — ",
        "Madrid, 3 may (EFE).- ",
        "(서울=연합뉴스) 홍길동 기자 = ",
    ],
)
def test_dateline_is_removed_and_kept_as_data(dateline: str) -> None:
    """Where and by whom a story was filed stays out of a brief."""
    text = page(dateline + BODY[0], BODY[1])
    result = find_removed(text)
    assert [("dateline", dateline)] == removed_texts(text, result)
    assert result.dateline is not None
    assert dateline == text[result.dateline.start : result.dateline.end]


def test_acronym_before_a_dash_is_no_dateline() -> None:
    """What follows a dateline starts a sentence."""
    assert None is find_removed(page("NATO — the alliance — met in the harbour town on Monday.", BODY[0])).dateline


def test_given_title_is_found_in_the_text() -> None:
    """Also where it is not the first line, and its second copy goes."""
    text = page("Ferry sails again", "News", *BODY, "FERRY SAILS AGAIN")
    result = find_removed(text, title="Ferry sails again!")
    assert ("Ferry sails again!", Span(0, 17)) == (result.title, result.title_span)


@pytest.mark.parametrize("first", [BODY[3], "Ferry sails again,", "ferry", "It sails again."])
def test_first_line_like_others_is_no_title(first: str) -> None:
    """Without good evidence there is no title."""
    assert None is find_removed(page(first, *BODY[:2])).title


def test_copied_page_keeps_the_article_and_its_subheading() -> None:
    """Menus before, teasers after and link blocks between go; a lone label before a paragraph stays."""
    before = ["Menu", "Subscribe", "World", "Weather", "Jane Doe", "14:07"]
    between = ["Storm closes bridge", "Minister resigns", "Match ends in draw"]
    after = ["Most read", "Storm closes bridge over river", "Minister resigns after vote", "Newsletter", "Log in"]
    text = "\n".join([*before, *BODY[:2], "Waiting on the quay", BODY[2], *between, BODY[3], *after])
    gone = {piece for _, piece in removed_texts(text, find_removed(text))}
    assert {*before, *between, *after} == gone


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "\n",
        "word word word\n",
        "| ",
        "[]( ",
        "A" * 150 + "\n",
        "a." * 75 + "\n",
        "a" * 140 + "@\n",
        "Photo: " * 20 + "\n",
        "By " + "Aa " * 40 + "\n",
        "(" * 150 + "\n",
        "😀",
        "\x00",
        "A, " * 45 + "\n",
        "share on " * 15 + "x9!\n",
    ],
)
@pytest.mark.timeout(20)
def test_hostile_text_is_judged_in_bounded_time(unit: str) -> None:
    """Half a megabyte of any one thing gives sorted spans that do not overlap."""
    text = unit * (500_000 // len(unit))
    removed = find_removed(text).removed
    assert all(left.end <= right.start for left, right in pairwise(removed))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Empfohlener redaktioneller Inhalt", "furniture"),
        ("An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.", "furniture"),
        ("Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.", "furniture"),
        ("Thanks for signing up!", "furniture"),
        ("Open this photo in gallery:", "furniture"),
        ("Report an editorial error", "furniture"),
        ("3 Min.", "furniture"),
        ("von Anna Beispiel", "byline"),
    ],
)
def test_notices_of_embedded_content_and_newsletters_go(line: str, reason: str) -> None:
    """What a page says about itself is no sentence of the article."""
    text = page(BODY[0], line, *BODY[1:])
    assert [(reason, line)] == removed_texts(text, find_removed(text))


def test_boxes_that_lead_on_go_where_they_repeat() -> None:
    """Title, teaser and "read more" at equal steps lead to other articles, however long a teaser is."""
    teaser = "A bridge that was closed in the spring will open again before winter, the city said on Friday evening."
    boxes = [part for number in range(4) for part in (f"A bridge opens, part {number}", f"{number} {teaser}", "more")]
    text = page(*BODY, *boxes, "Log in", "Newsletter")
    kept = [line for line in BODY + boxes if (line not in [t for _, t in removed_texts(text, find_removed(text))])]
    assert BODY == kept


def test_a_single_link_that_leads_on_takes_no_paragraph_with_it() -> None:
    """Without repetition "read more" says nothing of the lines before it."""
    text = page(*BODY, "Read more", "Log in", "Newsletter", "Share", "Menu", "Search", "Sport")
    removed = [t for _, t in removed_texts(text, find_removed(text))]
    assert [] == [line for line in BODY if line in removed]


def test_a_byline_between_headline_and_article_hides_neither() -> None:
    """The headline is found over a byline and a date, which are removed."""
    text = (
        "Island bridge reopens after ten years\n\nBy Helen Marsh\n\n"
        "PORT ELLEN (Reuters) - The bridge to the island reopened on Monday after ten years, the council said.\n\n"
        "It carries 4,000 cars a day.\n"
    )
    result = find_removed(text, language="en")
    assert result.title == "Island bridge reopens after ten years"
    assert "byline" in {span.reason for span in result.removed}


LABELS = ["Sport", "Kultur", "Wetter", "Reise", "Bilder des Tages", "Meist gelesen", "Newsletter", "Abonnieren"]


def test_paragraphs_in_a_row_stay_wherever_they_stand() -> None:
    """An article that a table cuts in two goes on after it, in shorter paragraphs too."""
    rest = [f"A day later {sentence}" for sentence in BODY[:3]]
    table = [cell for year in range(2001, 2013) for cell in (str(year), f"Harbour {year}")]
    text = page(*LABELS, *BODY, *table, *rest)
    gone = {removed for _, removed in removed_texts(text, find_removed(text, language="en"))}
    assert gone.isdisjoint({*BODY, *rest})
    assert "Harbour 2004" in gone


def test_titles_cut_to_a_width_are_related() -> None:
    """Three in a row that break off are a list of links."""
    cut = ["Storm closes the harbour as ferry company says it can no ...", "Islands wait for the ferry while the ...",
           "Captain of the ferry says that the sea is still rough and ..."]  # fmt: skip
    text = page(*LABELS, *BODY, *cut, "Impressum", "Datenschutz")
    assert {("related", title) for title in cut} <= set(removed_texts(text, find_removed(text, language="en")))


def test_heading_with_the_time_stays_in_a_ticker() -> None:
    """However long it is, as it is the first line of its entry."""
    heading = "11.04: Ferry leaves the harbour for the northern islands for the first time since the storm began"
    text = page(*LABELS, BODY[0], BODY[1], heading, BODY[2], BODY[3])
    assert heading not in [removed for _, removed in removed_texts(text, find_removed(text, language="en"))]
