"""Quotation marks that a translation lost or added."""

import pytest

from service.checks.quote_marks import compare_quoted, read_quoted

SOURCE = 'Lindqvist said: "We have waited three years for this bridge."'
WORDS = "wir haben drei Jahre auf diese Brücke gewartet"


def _found(source: str, target: str) -> list[str]:
    return [finding.severity for finding in compare_quoted(read_quoted(source), read_quoted(target))]


@pytest.mark.parametrize(
    "marks", ["„“", "“”", "””", "«»", "»«", "»»", "‹›", '""', "「」", "『』", "‘’", "‚‘", "''", "＂＂"]
)
def test_any_style_of_marks_will_do(marks: str) -> None:
    """Each language has its own."""
    assert [] == _found(SOURCE, f"Lindqvist sagte: {marks[0]}{WORDS}{marks[1]}.")


def test_a_quotation_that_lost_its_marks_is_told() -> None:
    """It is no longer one."""
    assert ["warning"] == _found(SOURCE, f"Lindqvist sagte, {WORDS}.")


def test_marks_around_what_nobody_said_are_told() -> None:
    """Words are put into somebody's mouth."""
    assert ["warning"] == _found("Lindqvist said they had waited long.", f"Lindqvist sagte: „{WORDS}.“")


@pytest.mark.parametrize("target", [f"Lindqvist sagte: „{WORDS}.", f"Lindqvist sagte: {WORDS}.“"])
def test_a_mark_without_partner_is_told(target: str) -> None:
    """Where the source's marks are whole."""
    assert ["warning"] == _found(SOURCE, target)


def test_a_quotation_that_goes_on_may_stay_open() -> None:
    """The source has only its beginning, too."""
    assert [] == _found('"We have waited three years for it.', f"„{WORDS}.")


def test_marks_around_a_word_are_only_mentioned() -> None:
    """Translators give and take them."""
    assert ["info"] == _found('He called it a "miracle".', "Er nannte es ein Wunder.")


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' and the children's bridge, isn't it?",
        "L’homme d’aujourd’hui n’a qu’à venir.",
        'הוא אמר שצה״ל וארה"ב הסכימו.',
        "Rock 'n' roll",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    """Nor are the signs of abbreviations in Hebrew."""
    assert _found("It is so.", text) in ([], ["info"])
    assert False is read_quoted(text).odd


@pytest.mark.parametrize("text", ['הוא קרא לזה "נס".', 'הוא קרא לזה ב"נס".', '그는 "기적"이라고 말했다.'])
def test_marks_stand_against_letters(text: str) -> None:
    """Hebrew puts its little words before them, Korean its particles behind."""
    assert (1, False) == (read_quoted(text).stretches, read_quoted(text).odd)
