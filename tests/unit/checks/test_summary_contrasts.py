"""Words of a brief that those of its source exclude."""

import pytest

from service.checks.findings import Finding
from service.checks.summary_contrasts import contrasting
from service.checks.summary_contrasts_en import OPPOSITES, SERIES


def found(sentence: str, evidence: str, rest: str = "", language: str = "en") -> list[str | None]:
    """The values of the findings about a sentence."""
    words, source = sentence.split(), evidence.split()
    return [finding.value for finding in contrasting(words, {*source, *rest.split()}, set(source), language)]


@pytest.mark.parametrize(
    ("sentence", "evidence", "expected"),
    [
        ("sales increase", "sales decline", ["increase"]),
        ("sales fall", "sales decline", []),
        ("green paint", "blue paint", ["green"]),
        ("green and blue paint", "blue paint", []),
        ("green and blue paint", "yellow and blue paint", ["green"]),
        ("her husband left", "his wife left", []),
        ("his sister left", "his brother left", ["sister"]),
        ("crewed aircraft", "uncrewed aircraft", ["crewed"]),
        ("unlawful raid", "lawful raid", ["unlawful"]),
        ("table and chairs", "sofa and lamp", []),
    ],
)
def test_opposites_and_members_of_a_series(sentence: str, evidence: str, expected: list[str]) -> None:
    """A word is told where the source has one that excludes it and the sentence does not have that one too."""
    assert expected == found(sentence, evidence)


def test_a_word_that_the_article_has_elsewhere_is_not_told() -> None:
    """Nor one of which the article has another word for the same."""
    assert [] == found("sales increase", "sales decline", rest="prices rise")


def test_the_message_names_both_words() -> None:
    """An editor sees what stands against what."""
    expected = Finding("support", "warning", "increase", "the brief says 'increase' where its source says 'decline'")
    assert (expected,) == contrasting(["increase"], {"decline"}, {"decline"}, "en-GB")


def test_other_languages_have_no_list_yet() -> None:
    """Nothing is told of them."""
    assert [] == found("rouge", "bleu", language="fr")


@pytest.mark.parametrize("entry", OPPOSITES)
def test_no_word_stands_on_both_sides(entry: str) -> None:
    """An entry would exclude itself."""
    left, right = (set(side.split()) for side in entry.split("|"))
    assert left
    assert right
    assert set() == left & right


@pytest.mark.parametrize("entry", SERIES)
def test_a_series_has_each_word_once(entry: str) -> None:
    """A word is not told from itself."""
    assert len(entry.split()) == len(set(entry.split()))
