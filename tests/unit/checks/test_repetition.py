"""A translation that goes round in circles."""

import pytest

from service.checks.repetition import compare_repetition
from service.checks.wording import read_wording

SOURCE = "The mayor of Lindow opened the new bridge on Monday morning."
GOOD = {
    "de": "Die Bürgermeisterin von Lindow hat am Montagmorgen die neue Brücke eröffnet",
    "hi": "लिंडो की मेयर ने सोमवार सुबह नए पुल का उद्घाटन किया",
    "ja": "リンドー市長は月曜日の朝に新しい橋の開通式を行った",
    "ru": "Мэр Линдова в понедельник утром открыла новый мост",
    "th": "นายกเทศมนตรีเมืองลินโดว์เปิดสะพานแห่งใหม่เมื่อเช้าวันจันทร์",
    "tr": "Lindow belediye başkanı pazartesi sabahı yeni köprüyü açtı",
    "zh": "林多市长周一上午为新桥揭幕",
}
UNSPACED = ("ja", "th", "zh")


def _found(target: str, language: str, *, source: str = SOURCE) -> list[tuple[str, str]]:
    found = compare_repetition(read_wording(source, language="en"), read_wording(target, language=language))
    return [(finding.kind, finding.severity) for finding in found]


@pytest.mark.parametrize("language", sorted(GOOD))
def test_a_plain_sentence_passes(language: str) -> None:
    """It says everything once."""
    assert [] == _found(GOOD[language], language)


@pytest.mark.parametrize("language", sorted(GOOD))
@pytest.mark.parametrize("size", [1, 2, 4, 6])
@pytest.mark.parametrize("ends_there", [True, False])
def test_a_phrase_in_a_loop_is_an_error(language: str, size: int, ends_there: bool) -> None:
    """Words, or twice as many letters where words are not spaced; at the end or inside."""
    pieces = list(GOOD[language]) if language in UNSPACED else GOOD[language].split()
    size = 2 * size if language in UNSPACED else size
    rest = [] if ends_there else pieces[1 + size :]
    text = ("" if language in UNSPACED else " ").join([pieces[0], *pieces[1 : 1 + size] * 4, *rest])
    assert [("repetition", "error")] == _found(text, language)


@pytest.mark.parametrize("language", sorted(GOOD))
def test_a_sentence_said_twice_is_told(language: str) -> None:
    """At once, or with another between."""
    text = GOOD[language]
    assert ["repetition"] == [kind for kind, _ in _found(f"{text}. {text}.", language)]


def test_what_is_repeated_is_named() -> None:
    """With how often it stands there."""
    (found,) = compare_repetition(
        read_wording(SOURCE, language="en"), read_wording("Die Brücke ist neu ist neu ist neu.", language="de")
    )
    assert ("ist neu", "'ist neu' stands 3 times in a row, and the source does not repeat itself") == (
        found.value,
        found.message,
    )


def test_a_phrase_twice_in_a_row_is_a_warning() -> None:
    """It may be meant."""
    assert [("repetition", "warning")] == _found("Sie öffnete die Brücke die Brücke am Montag.", "de")


def test_what_the_source_repeats_may_be_repeated() -> None:
    """A chant."""
    source = "They shouted: build it now, build it now, build it now!"
    assert [] == _found("Sie riefen: baut sie jetzt, baut sie jetzt, baut sie jetzt!", "de", source=source)


@pytest.mark.parametrize(
    "text", ["Nein, nein, das war so nicht geplant.", "Es war sehr, sehr teuer.", "10 000 000", ""]
)
def test_emphasis_and_figures_are_no_loop(text: str) -> None:
    """Twice is not thrice, and zeros are no words."""
    assert [] == _found(text, "de")


def test_letters_in_a_loop_inside_a_word_are_told() -> None:
    """A decoder that does not end a word."""
    assert [("repetition", "error")] == _found("Die Brücke war neunununununununununun.", "de")


def test_a_long_word_is_no_loop() -> None:
    """Compounds are long in many languages."""
    assert [] == _found("Das Rindfleischetikettierungsüberwachungsgesetz galt.", "de")
