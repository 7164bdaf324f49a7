"""Months and weekdays, by name."""

import pytest

from service.checks.dates import read_calendar
from service.checks.numbers import compare_numbers
from service.checks.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Friday, 3 October", "en"),
        ("Am Freitag, dem 3. Oktober", "de"),
        ("Le vendredi 3 octobre", "fr"),
        ("El viernes 3 de octubre", "es"),
        ("Na sexta-feira, 3 de outubro", "pt"),
        ("Venerdì 3 ottobre", "it"),
        ("В пятницу, 3 октября", "ru"),
        ("У п’ятницю, 3 жовтня", "uk"),
        ("W piątek 3 października", "pl"),
        ("V pátek 3. října", "cs"),
        ("Perjantaina 3. lokakuuta", "fi"),
        ("Október 3-án, pénteken", "hu"),
        ("3 Ekim Cuma günü", "tr"),
        ("Την Παρασκευή 3 Οκτωβρίου", "el"),
        ("في يوم الجمعة 3 أكتوبر", "ar"),
        ("الجمعة 3 تشرين الأول", "ar"),
        ("ביום שישי, 3 באוקטובר", "he"),
        ("शुक्रवार, 3 अक्टूबर को", "hi"),
        ("শুক্রবার, ৩ অক্টোবর", "bn"),
        ("วันศุกร์ที่ 3 ตุลาคม", "th"),
        ("Jumat, 3 Oktober", "id"),
        ("Föstudaginn 3. október", "is"),
    ],
)
def test_months_and_weekdays_are_read(text: str, language: str) -> None:
    """Names are known in the forms they take inside a sentence."""
    calendar = read_calendar(text, language)
    assert (frozenset({10}), frozenset({5})) == (calendar.months, calendar.weekdays)


@pytest.mark.parametrize(
    ("source", "text", "target", "expected"),
    [
        ("It ends on Friday.", "Es endet am Freitag.", "de", []),
        ("It ends on Friday.", "金曜日に終わる。", "ja", []),
        ("It ends in October.", "10月に終わる。", "ja", []),
        ("It ends in October.", "Nó kết thúc vào tháng 10.", "vi", []),
        ("It may end.", "Es endet vielleicht.", "de", []),
        ("It ends in May.", "Termina en mayo.", "es", []),
        ("It ends on Friday.", "Es endet am Montag.", "de", [("error", "Friday"), ("error", "Monday")]),
        ("It ends in October.", "Es endet im August.", "de", [("warning", "October")]),
        ("It ends in October.", "Il finit en mai.", "fr", [("error", "October"), ("error", "May")]),
        ("It ends on Friday.", "Es endet bald.", "de", [("warning", "Friday")]),
    ],
)
def test_a_changed_day_is_an_error(source: str, text: str, target: str, expected: list[tuple[str, str]]) -> None:
    """One that is only left out may be told in other words ("August" is also a name)."""
    found = compare_numbers(read_quantities(source, "en"), read_quantities(text, target))
    assert [(finding.severity, finding.value) for finding in found if finding.kind == "date"] == expected
