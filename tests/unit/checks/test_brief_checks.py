"""A brief as a whole: who and where, ceiling, empty sentences, the same thing twice."""

import pytest

from service.checks.brief_checks import Salient, check_ceiling, check_sentences, compare_coverage, read_salient
from service.records import Article, Ceiling, Name, Sentence

TEXT = (
    "Anna Lindqvist opened the bridge in Karstadt. Lindqvist spoke for an hour. Karstadt had waited. "
    "Lindqvist thanked Karstadt. Kari Oja, an engineer, agreed. Oja said more. Oja left. Oja slept."
)


def _article() -> Article:
    sentences, start = [], 0
    for text in TEXT.replace(". ", ".|").split("|"):
        sentences.append(Sentence(text, start, start + len(text), 0))
        start += len(text) + 1
    kinds = {"Anna Lindqvist": "person", "Lindqvist": "person", "Karstadt": "place", "Oja": "person"}
    names, end = [], 0
    for word in ("Anna Lindqvist", "Karstadt", "Lindqvist", "Karstadt", "Lindqvist", "Karstadt", "Oja", "Oja", "Oja"):
        start = TEXT.index(word, end)
        end = start + len(word)
        names.append(Name(word, start, end, "place" if kinds[word] == "place" else "person"))
    return Article(TEXT, False, "Bridge opened", "en", 0.9, (), tuple(sentences), (), tuple(names), 30)


def test_whom_a_story_is_about_stands_at_its_head() -> None:
    """A witness further down, named as often, is not looked for."""
    assert Salient(persons=("Lindqvist",), places=("Karstadt",), unspaced=False) == read_salient(_article())


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Lindqvist opened the bridge.", []),
        ("The bridge in Karstadt is open.", []),
        ("Karstadts Brücke ist offen.", []),
        ("The bridge is open.", [("coverage", "warning", "Lindqvist")]),
    ],
)
def test_a_brief_says_who_or_where(brief: str, expected: list[tuple[str, str, str]]) -> None:
    """One of them is enough, with any ending."""
    found = compare_coverage(read_salient(_article()), brief)
    assert expected == [(finding.kind, finding.severity, finding.value) for finding in found]


def test_a_story_without_names_asks_for_none() -> None:
    """Nothing can be missing."""
    assert () == compare_coverage(Salient((), (), unspaced=False), "Snow is expected.")


@pytest.mark.parametrize(
    ("ceiling", "value"),
    [
        (Ceiling(max_words=5), "6"),
        (Ceiling(max_characters=30), "31"),
        (Ceiling(max_sentences=1), "2"),
    ],
)
def test_a_ceiling_exceeded_is_an_error(ceiling: Ceiling, value: str) -> None:
    """Words and characters over all sentences, with what stands between them."""
    found = check_ceiling(["The bridge is open.", "People came"], ceiling, language="en")
    assert [("ceiling", "error", value)] == [(finding.kind, finding.severity, finding.value) for finding in found]


@pytest.mark.parametrize(
    "ceiling", [Ceiling(), Ceiling(max_words=6), Ceiling(max_characters=31), Ceiling(max_sentences=2)]
)
def test_a_ceiling_reached_is_kept(ceiling: Ceiling) -> None:
    """The limit itself is allowed."""
    assert () == check_ceiling(["The bridge is open.", "People came"], ceiling, language="en")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], [(None, "empty", "error")]),
        (["The bridge is open.", "…"], [(1, "empty", "error")]),
        (
            ["The bridge is open now, after years.", "People came.", "The bridge is open now after years!"],
            [(2, "repetition", "warning")],
        ),
        (["It is open.", "It is open."], [(1, "repetition", "warning")]),
        (["The bridge is open.", "The bridge is not open."], []),
        (["橋が開通した。", "市長が式典で挨拶した。"], []),
    ],
)
def test_sentences_hold_words_and_differ(texts: list[str], expected: list[tuple[int | None, str, str]]) -> None:
    """Each finding tells the sentence it is about, counted from 0."""
    found = check_sentences(texts, language="ja" if "橋" in "".join(texts) else "en")
    assert expected == [(index, finding.kind, finding.severity) for index, finding in found]
