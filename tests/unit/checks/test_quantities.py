"""Numbers and the values they may have."""

import pytest

from service.checks.lang import CHECK_WORDS
from service.checks.quantities import read_quantities


def _values(text: str, language: str) -> list[set[float | str]]:
    return [set(figure.values) for figure in read_quantities(text, language).figures]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("30,000", "en", [{30000.0}]),
        ("30.000", "en", [{30000.0, 30.0}]),
        ("30.000", "de", [{30000.0}]),
        ("30 000 fat", "nb", [{30000.0}]),
        ("1,5 km", "fr", [{1.5}]),
        ("1,00,000", "hi", [{100000.0}]),
        ("1.234.567,8", "de", [{1234567.8}]),
        ("１，５００円", "ja", [{1500.0}]),
        ("3万5000人", "ja", [{35000.0}]),
        ("1억 5천만 명", "ko", [{150000000.0}]),
        ("5 mil millones", "es", [{5e9}]),
        ("2,5 млрд", "ru", [{2.5e9}]),
        ("$5bn", "en", [{5e9}]),
        ("5k", "en", [{5.0, 5000.0}]),
        ("3 p.m.", "en", [{3.0, 15.0}]),
        ("In 2024 300 people", "en", [{2024.0}, {300.0}]),
        ("2 km2", "en", [{2.0}]),
    ],
)
def test_digits_are_read_by_convention(text: str, language: str, expected: list[set[float]]) -> None:
    """Each number has the values that its language, and doubt, allow."""
    assert _values(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("thirty-five thousand", "en", 35000),
        ("half a million", "en", 500000),
        ("two dozen", "en", 24),
        ("zweitausenddreihundertfünf", "de", 2305),
        ("tweeëntwintig", "nl", 22),
        ("enogtyve", "da", 21),
        ("tjugofem", "sv", 25),
        ("soixante et onze", "fr", 71),
        ("treinta y dos mil", "es", 32000),
        ("duecentomila", "it", 200000),
        ("двухсот тридцати", "ru", 230),
        ("двадцять п’ять", "uk", 25),
        ("dwudziestu pięciu", "pl", 25),
        ("pětadvacet", "cs", 5),
        ("kahdeksankymmentäviisi", "fi", 85),
        ("huszonöt", "hu", 25),
        ("yirmi beş", "tr", 25),
        ("είκοσι πέντε", "el", 25),
        ("خمسة وعشرون", "ar", 25),
        ("עשרים וחמש", "he", 25),
        ("بیست و پنج", "fa", 25),
        ("पच्चीस", "hi", 25),
        ("পঁচিশ", "bn", 25),
        ("ยี่สิบห้า", "th", 25),
        ("hai mươi lăm", "vi", 25),
        ("dua puluh lima", "id", 25),
        ("이십오", "ko", 25),
        ("二十五", "zh", 25),
        ("二〇一九年", "ja", 2019),
    ],
)
def test_words_are_read(text: str, language: str, expected: float) -> None:
    """Number words add up and multiply as their language writes them."""
    read = read_quantities(text, language)
    assert expected in read.words | read.compounds


@pytest.mark.parametrize("language", sorted(CHECK_WORDS))
def test_every_language_has_its_words(language: str) -> None:
    """Numbers up to ten, twenty, a thousand and a million, months and weekdays are known."""
    numerals = CHECK_WORDS[language].numerals
    known = {*numerals.words, *numerals.scales}
    assert {*range(11), 20, 100, 1000} - known <= ({20} if numerals.unspaced or language in {"vi", "id"} else set())
    assert max(known) >= 10**8 or 10**6 in known
    assert (12, 7) == (len(numerals.months), len(numerals.weekdays))
