"""A translation that lost or added a negation."""

import pytest

from service.checks.findings import Finding
from service.checks.negation import compare_polarity
from service.checks.polarity import read_polarity


def _compare(source: str, target: str, languages: str) -> tuple[Finding, ...]:
    before, after = languages.split("-")
    return compare_polarity(read_polarity(source, before), read_polarity(target, after))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-de", "The council did not agree.", "Der Rat stimmte zu."),
        ("en-fr", "The council did not agree.", "Le conseil a accepté."),
        ("en-cs", "The council did not agree.", "Rada souhlasila."),
        ("en-tr", "The council did not agree.", "Konsey kabul etti."),
        ("en-ja", "The council did not agree.", "議会は同意した。"),
        ("en-ar", "The council did not agree.", "وافق المجلس."),
        ("ru-en", "Совет не согласился.", "The council agreed."),
        ("zh-en", "市议会没有同意。", "The council agreed."),
    ],
)
def test_a_dropped_negation_is_told(languages: str, source: str, target: str) -> None:
    """The source says no, and nothing in the translation does."""
    assert [("negation", "warning")] == [(f.kind, f.severity) for f in _compare(source, target, languages)]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-de", "The council did not agree.", "Der Rat stimmte nicht zu."),
        ("en-de", "The council failed to agree.", "Der Rat konnte sich nicht einigen."),
        ("en-de", "It is not legal to park here.", "Parken ist hier illegal."),
        ("en-fr", "The council did not agree.", "Le conseil n’a pas accepté."),
        ("en-tr", "The council did not agree.", "Konsey kabul etmedi."),
        ("en-hu", "The council did not agree.", "A tanács nem értett egyet."),
        ("de-en", "Der Rat tagte ohne den Bürgermeister.", "The council met, and the mayor was not there."),
    ],
)
def test_a_kept_negation_is_no_finding(languages: str, source: str, target: str) -> None:
    """However it is put, a no that is still there is not missed."""
    assert () == _compare(source, target, languages)


def test_an_added_negation_is_told() -> None:
    """The translation says no and the source does in no way."""
    found = _compare("The council agreed on Monday.", "Der Rat stimmte am Montag nicht zu.", "en-de")
    message = "the translation says 'nicht' and the source does not negate"
    assert (Finding("negation", "warning", "nicht", message),) == found


def test_a_weak_word_answers_to_a_weak_word_first() -> None:
    """ "Ohne" stands for "without" and cannot stand for the "not" beside it."""
    source = "The council met without the mayor and did not agree."
    assert 1 == len(_compare(source, "Der Rat tagte ohne den Bürgermeister und stimmte zu.", "en-de"))


@pytest.mark.parametrize("languages", ["en-xx", "xx-en"])
def test_nothing_is_claimed_of_an_unknown_language(languages: str) -> None:
    """Where it is not known how a language negates no negation can be missed in it."""
    assert () == _compare("The council did not agree.", "The council did not agree.", languages)
