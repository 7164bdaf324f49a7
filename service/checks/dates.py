"""Months and weekdays, found by their names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from service.checks.lang import check_words
from service.checks.numbers_words import PREFIX, WORD, WordTable, look_up, prepared, table

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = 20
_DOUBTFUL = 100
# Sonntagabend, sunnudagsmorguninn: the names are long enough to be told by their beginning.
_TAIL = 12


@dataclass(frozen=True, slots=True)
class Calendar:
    """The months (1 to 12) and weekdays (1 to 7) a text names; the `maybe` ones may be other words."""

    months: frozenset[int]
    weekdays: frozenset[int]
    maybe_months: frozenset[int]
    maybe_weekdays: frozenset[int]


_EMPTY = Calendar(frozenset(), frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=128)
def _names(language: str) -> WordTable:
    numerals = check_words(language).numerals
    forms: dict[float, str] = {}
    for offset, names in ((0, numerals.months), (_WEEKDAY, numerals.weekdays)):
        for number, name in enumerate(names, start=1):
            forms[offset + number] = " ".join(form for form in name.split() if not form.endswith("?"))
            forms[offset + number + _DOUBTFUL] = " ".join(form[:-1] for form in name.split() if form.endswith("?"))
    return table(forms.items(), numerals.clitics)


@lru_cache(maxsize=128)
def _unspaced_names(language: str) -> re.Pattern[str]:
    names = sorted(_names(language).exact, key=len, reverse=True)
    return re.compile("|".join(re.escape(name) for name in names) or r"(?!)")


@lru_cache(maxsize=128)
def _hints(language: str) -> tuple[str, ...]:
    """The shortest beginnings that every name holds: a text without any of them names no day."""
    forms = _names(language).exact
    return tuple(form for form in forms if not any(other != form and other in form for other in forms))


def read_calendar(text: str, language: str) -> Calendar:
    """The months and weekdays that a text names in words."""
    lowered = prepared(text, language)
    if check_words(language).numerals.unspaced:
        written = _unspaced_names(language).findall(lowered)
        found = {_names(language).exact[name] for name in written}
    elif not any(map(lowered.__contains__, _hints(language))):
        return _EMPTY
    else:
        names = _names(language)
        words = WORD.findall(lowered)
        if names.clitics is None:
            words = [word for word in words if word[:PREFIX] in names.starts]
        found = {value for word in words if (value := look_up(word, names, _TAIL)) is not None}
    if not found:
        return _EMPTY
    sure = {int(value) for value in found if value < _DOUBTFUL}
    maybe = {int(value) - _DOUBTFUL for value in found if value >= _DOUBTFUL}
    return Calendar(
        frozenset(value for value in sure if value < _WEEKDAY),
        frozenset(value - _WEEKDAY for value in sure if value > _WEEKDAY),
        frozenset(value for value in maybe if value < _WEEKDAY),
        frozenset(value - _WEEKDAY for value in maybe if value > _WEEKDAY),
    )
