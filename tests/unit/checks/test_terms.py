"""Terms of a glossary that a translation must hold."""

import pytest

from service.checks.terms import compare_terms
from service.records import GlossaryEntry

KEPT = GlossaryEntry("Lindow Bridge")
RENDERED = GlossaryEntry("city council", (("de", "Stadtrat"), ("ru", "городской совет"), ("zh", "市议会")))


def _found(source: str, target: str, language: str, entry: GlossaryEntry) -> list[tuple[str, str]]:
    found = compare_terms(source, target, glossary=(entry,), target=language)
    return [(finding.kind, finding.severity) for finding in found]


@pytest.mark.parametrize(
    ("target", "language", "expected"),
    [
        ("Der Stadtrat stimmte zu.", "de", []),
        ("Der STADTRAT stimmte zu.", "de", []),
        ("Sitzung des Stadtrates.", "de", []),
        ("Решение городского совета.", "ru", [("glossary", "warning")]),
        ("Решение городской думы.", "ru", [("glossary", "error")]),
        ("市议会同意了。", "zh", []),
        ("议会同意了。", "zh", [("glossary", "error")]),
        ("Le conseil municipal a accepté.", "fr", []),
    ],
)
def test_a_term_is_rendered_as_the_glossary_says(target: str, language: str, expected: list[tuple[str, str]]) -> None:
    """With endings of its own it is a warning; where no rendering is given nothing is asked."""
    assert expected == _found("The city council agreed.", target, language, RENDERED)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Die Lindow Bridge ist offen.", []),
        ("Die lindow bridge ist offen.", [("glossary", "warning")]),
        ("Die Lindower Brücke ist offen.", [("glossary", "error")]),
    ],
)
def test_a_term_to_keep_is_kept_to_the_letter(target: str, expected: list[tuple[str, str]]) -> None:
    """Endings are not allowed there."""
    assert expected == _found("Lindow Bridge is open.", target, "de", KEPT)


def test_a_term_that_the_source_has_not_is_not_asked_for() -> None:
    """Nor is one inside another word."""
    assert [] == _found("The bridge is open.", "Die Brücke ist offen.", "de", KEPT)
    assert [] == _found("Lindow Bridges", "Brücken", "de", KEPT)


def test_without_glossary_nothing_is_found() -> None:
    """And nothing is read."""
    assert () == compare_terms("Lindow Bridge", "Brücke", glossary=(), target="de")
