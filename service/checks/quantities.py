"""The numbers, months and weekdays of a text, read once and compared many times."""

import re
from dataclasses import dataclass
from functools import cached_property

from service.checks.dates import Calendar, read_calendar
from service.checks.lang import check_words
from service.checks.numbers_digits import fractions, read_figures
from service.checks.numbers_words import WORD, compound_values, prepared, said_values
from service.checks.quantities_figure import Figure, Value
from service.checks.quantities_units import Measure, imperial_measures, restated_values

_DIGIT = re.compile(r"\d")
_TORN = re.compile(r"(?<=\d)([.,]) (?=\d)")
# Cyrillic texts write Roman numerals with letters that look like Latin ones.
_ROMAN = re.compile(r"(?<![^\W_])[IVXLCІХС]{1,7}(?=(?:e|es|er|è|ème|eme)?(?![^\W_]))")
_LATIN = str.maketrans("ІХС", "IXC")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True)
class Quantities:
    """What a text says in numbers: `figures` in digits, `calendar` in names; words are read when asked for."""

    text: str
    language: str
    figures: tuple[Figure, ...]
    calendar: Calendar

    @cached_property
    def values(self) -> frozenset[Value]:
        """Every value that the digits of the text can have."""
        found: set[Value] = set()
        for figure in self.figures:
            found |= figure.values
            for part in figure.parts:
                found |= part
        return frozenset(found)

    @cached_property
    def also(self) -> frozenset[Value]:
        """Short ways to say what the digits of the text say."""
        return frozenset().union(*(figure.also for figure in self.figures))

    @cached_property
    def bare(self) -> frozenset[Value]:
        """What the digits of the text say without the words that multiply them."""
        return frozenset().union(*(figure.bare for figure in self.figures))

    @cached_property
    def words(self) -> frozenset[Value]:
        """Every value that the words of the text can have: numbers, months, Roman numerals, fractions."""
        said = said_values(self.text, self.language)
        named = self.calendar.months | self.calendar.maybe_months
        return frozenset(said | named | fractions(self.text) | _romans(self.text))

    @cached_property
    def compounds(self) -> frozenset[Value]:
        """What the number words at the front of longer words can mean."""
        if check_words(self.language).numerals.unspaced:
            return frozenset()
        return frozenset(compound_values(WORD.findall(prepared(self.text, self.language)), self.language))

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """What an English text measures in imperial units."""
        return imperial_measures(self.text) if self.language.startswith("en") else ()

    @cached_property
    def restated(self) -> frozenset[Value]:
        """The measures that the text tells twice, once in brackets: 240 km/h (149 mph)."""
        return restated_values(self.text, self.language)

    @cached_property
    def afternoon(self) -> bool:
        """Whether the text names a time of day, so that an hour may be told on a clock of twelve."""
        words = check_words(self.language).numerals.afternoon.split()
        lowered = prepared(self.text, self.language)
        if check_words(self.language).numerals.unspaced:
            return any(word in lowered for word in words)
        return not frozenset(words).isdisjoint(WORD.findall(lowered))

    @cached_property
    def respaced(self) -> frozenset[Value]:
        """What the numbers are that a tokenizer has torn apart: 13, 000 and 31. 8."""
        text = _TORN.sub(r"\1", self.text)
        return frozenset(value for figure in read_figures(text, self.language) for value in figure.values)


def read_quantities(text: str, language: str) -> Quantities:
    """The numbers, months and weekdays of `text`, with every value each may have."""
    figures = read_figures(text, language) if _DIGIT.search(text) else ()
    return Quantities(text, language, figures, read_calendar(text, language))


def _romans(text: str) -> set[int]:
    """The values of words that are Roman numerals."""
    found: set[int] = set()
    for word in _ROMAN.findall(text):
        total = 0
        letters = word.translate(_LATIN)
        for letter, after in zip(letters, letters[1:] + "I", strict=True):
            value = _ROMAN_VALUES[letter]
            total += -value if value < _ROMAN_VALUES[after] else value
        found.add(total)
    return found
