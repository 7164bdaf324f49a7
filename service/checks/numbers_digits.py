"""Numbers written in digits: every value that one can have."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

import regex

from service.checks.lang import check_words
from service.checks.numbers_words import WordTable, evaluate, look_up, prepared, scale_table, scale_values
from service.checks.quantities_figure import Figure, Value

_GAP = r"[ \u00a0\u202f\u2009]"
# "30 000" is one number, "In 2024 300 people" holds two: a space groups only threes after one to three digits.
_DIGITS = (
    rf"\d(?:\d{{0,2}}(?:{_GAP}\d{{3}}(?!\d))++(?:[.,٫]\d++)?|"
    r"\d*+(?:[.,:/٫٬،'’·・．，：／]\d++)*+)"
)
# Python before 3.11.5 reads possessive groups wrongly (CPython issue 106052), and Debian has 3.11.2: `regex` does not.
_NUMBER = regex.compile(_DIGITS)
_MARK = re.compile(r"\D")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_][^\s\d!-&(-/:-@\[-`{-~\u2010-\u2015،؛。、，]*)")
_DASHES = ("-", "–", "—", "~", "〜", "～", "/")
_NEAR = 6
_LONGEST_NAME = 17
_SUFFIX = re.compile(r"['’-]?[A-Za-z\u00c0-\u052f]|年代|년대")
_TENS_SUFFIX = re.compile(r"['’]?s\b")
_DESIGNATED = re.compile(r"(?<![^\W_])[A-ZА-ЯΑ-Ω][^\W\d_]{0,14}[-‑–]\Z|[A-ZА-ЯΑ-Ω]\Z")
_LETTERED = re.compile(r"[A-Z](?![^\W_])")
_CLOCK = re.compile(r"[ \u00a0\u202f]?[ap]\.?\s?m\b", re.IGNORECASE)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_FRACTION = re.compile("[½¼¾⅓⅔]")
# km2, m3
_EXPONENTS = ("2", "3")
_YEARS = ("年", "년")
_TENTHS = ("割", "成")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_LONGEST = 15
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12, "mn": 1e6}
_PLAIN = str.maketrans("．・，：／٫،’\u00a0\u202f\u2009", "..,:/,,'   ")
_BUDDHIST, _BUDDHIST_FIRST, _BUDDHIST_LAST = 543, 2300, 2600
_LAST_DAY, _MINUTES = 31, 60
_ZEROS = "0٠۰०০๐０"
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


def read_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Every number of a text that is written in digits, in order."""
    unspaced = check_words(language).numerals.unspaced
    if unspaced and len(prepared(text, language)) != len(text):
        # Its places would not be those of what is read.
        text = prepared(text, language)
    found = _with_scales(text, language) if unspaced else _spaced(text, language)
    figures: list[Figure] = []
    last, end = None, 0
    for figure, start, stop in found:
        if last is not None and start - end <= _NEAR:
            figures[-1], figure = _as_range(figures[-1], figure, text[end:start])
        figures.append(figure)
        last, end = figure, stop
    return tuple(figures)


def _spaced(text: str, language: str) -> Iterator[tuple[Figure, int, int]]:
    decimal = check_words(language).numerals.decimal
    scales = scale_table(language)
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        written = match.group()
        if written in _EXPONENTS and text.startswith("m", start - 1):
            continue
        values, parts = interpret(written, decimal)
        yield _figure(written, values, parts, _factor(text, end, scales), text, (start, end)), start, end


def _as_range(first: Figure, second: Figure, between: str) -> tuple[Figure, Figure]:
    """Both ends of a range: 30-40 million are millions both, 1995-96 are years both."""
    total, bare = _floats(second.values), _floats(second.bare)
    if first.values == first.bare and len(total) == 1 and bare and max(bare) and total[0] not in bare:
        by = total[0] / max(bare)
        scaled = frozenset(round(value * by, 6) for value in _floats(first.bare))
        first = replace(first, values=first.values | scaled)
    short, full = second.written, first.written
    if short.isdecimal() and full.isdecimal() and len(short) < len(full) <= 4 and between.strip() in _DASHES:
        second = replace(second, values=second.values | _number(full[: len(full) - len(short)] + short))
    return first, second


def _floats(values: Iterable[Value]) -> list[float]:
    return [value for value in values if isinstance(value, float)]


def interpret(token: str, decimal: str) -> tuple[set[Value], tuple[frozenset[Value], ...]]:
    """What a number in digits can mean as one number, and as several written together (a date, a time, a score)."""
    if token.isdecimal():
        return _number(token), ()
    token = token.translate(_PLAIN)
    marks = _marks(token)
    groups = _MARK.split(token)
    if ":" in marks or "/" in marks:
        parts = tuple(_part(group) for group in groups)
        return _ratio(groups, marks), parts[:1] if marks == [":"] and not int(groups[1][:2]) else parts
    kinds = set(marks)
    if len(kinds) == 1:
        return _one_kind(groups, marks, decimal)
    if len(kinds) == 2 and marks[-1] not in marks[:-1] and _is_grouped(groups[:-1], marks[0]):
        return {_fraction("".join(groups[:-1]), groups[-1])}, ()
    return set(), tuple(_part(group) for group in groups)


def _marks(token: str) -> list[str]:
    return [mark for mark in token if not mark.isdecimal()]


def _ratio(groups: list[str], marks: list[str]) -> set[Value]:
    """A fraction or a score is one value too, where it has two terms."""
    if marks == ["/"] and len(groups[1]) < _LONGEST and int(groups[1][:_LONGEST]) and len(groups[0]) < _LONGEST:
        return {round(int(groups[0]) / int(groups[1]), 6)}
    return set()


def _one_kind(groups: list[str], marks: list[str], decimal: str) -> tuple[set[Value], tuple[frozenset[Value], ...]]:
    mark = marks[0]
    parts = tuple(_part(group) for group in groups)
    grouped = _is_grouped(groups, mark)
    values: set[Value] = set(_number("".join(groups))) if grouped else set()
    if len(marks) == 1 and mark in ".,·" and not (grouped and mark != decimal):
        values.add(_fraction(groups[0], groups[1]))
    if grouped and (mark != " " or decimal == ","):
        return values, ()
    return values, parts


def _is_grouped(groups: list[str], mark: str) -> bool:
    """Threes behind one to three digits, or the twos of lakh and crore before a last three."""
    head, *rest = groups
    if not 1 <= len(head) <= 3 or head[0] == "0" or not rest:
        return not rest
    if all(len(group) == 3 for group in rest):
        return True
    return mark == "," and len(head) < 3 and len(rest[-1]) == 3 and all(len(group) == 2 for group in rest[:-1])


def _number(digits: str) -> set[Value]:
    """The value of bare digits; more than a float can tell apart are compared as they are written."""
    if len(digits) > _LONGEST:
        return {"".join(str(int(digit)) for digit in digits[:200])}
    return {float(int(digits))}


def _fraction(whole: str, decimals: str) -> Value:
    if len(whole) + len(decimals) > _LONGEST:
        return f"{int(whole[:200])}.{int(decimals[:200])}"
    return round(float(f"{int(whole)}.{decimals}"), 6)


def _part(digits: str) -> frozenset[Value]:
    """One of several numbers written together; an hour may be told on a clock of twelve."""
    values = _number(digits)
    if len(digits) <= 2:
        hour = int(digits)
        if hour <= 24:
            values |= {float((hour + 12) % 24), float(hour)}
    return frozenset(values)


def _factor(text: str, end: int, scales: WordTable) -> tuple[float, bool]:
    """What the words behind a number multiply it by, and whether that is sure."""
    factor, sure, first = 1.0, True, True
    while (match := _NEXT_WORD.match(text, end)) is not None:
        word = match.group(1).lower()
        value = look_up(word, scales)
        if value is None:
            value = _LETTERS.get(word) if first and match.start(1) == end else None
            sure = sure and value is None
        if value is None:
            break
        factor, first, end = factor * value, False, match.end()
    return factor, sure


def _figure(
    written: str,
    values: AbstractSet[Value],
    parts: tuple[frozenset[Value], ...],
    factor: tuple[float, bool],
    text: str,
    span: tuple[int, int],
) -> Figure:
    by, sure = factor
    start, end = span
    bare = frozenset(values)
    if by != 1:
        scaled: set[Value] = {round(value * by, 6) for value in _floats(values)}
        values = scaled if sure else scaled | values
        parts = parts if not sure else ()
    elif _CLOCK.match(text, end):
        values = values | {(value + 12) % 24 for value in _floats(values) if value <= 12}
    elif len(parts) == 2 and values and "/" not in written and not _is_day(written, text, end):
        parts = ()
    elif written.isdecimal():
        parts = _clock_time(written)
    values = bare if values == bare else frozenset(values)
    return Figure(written, values, parts, bare, _designates(text, start, end), _short(written, text, end))


def _designates(text: str, start: int, end: int) -> bool:
    """Whether letters around a number make it part of a name."""
    if start and not text[start - 1].isspace() and _DESIGNATED.search(text, max(0, start - _LONGEST_NAME), start):
        return True
    return _LETTERED.match(text, end) is not None


def _is_day(written: str, text: str, end: int) -> bool:
    """Whether what looks like a decimal may be a time (9.30) or a date (5.9., 24.12)."""
    first, second = _MARK.split(written)
    if len(second) == 1:
        return text.startswith(".", end)
    return len(first) <= 2 and len(second) == 2 and int(first) <= _LAST_DAY and int(second) < _MINUTES


def _short(digits: str, text: str, end: int) -> frozenset[Value]:
    """What else decades and centuries are called.

    1960 may be the sixties; the 1960s are also the seventh decade of the 20th century, and the 1700s, 1700-talet and
    1700-luku are the 18th century.
    """
    if not 2 <= len(digits) <= 4 or not digits.isdecimal() or digits[-1] not in _ZEROS:
        return frozenset()
    number = int(digits)
    suffixed = _SUFFIX.match(text, end) is not None
    if len(digits) == 2:
        return frozenset((number / 10 + 1,)) if _TENS_SUFFIX.match(text, end) else frozenset()
    if number % 100 == 0:
        return frozenset((number // 100 + 1.0,)) if suffixed else frozenset()
    if not _FIRST_YEAR <= number < _LAST_YEAR:
        return frozenset()
    years = float(number % 100)
    return frozenset((years, years / 10 + 1, number // 100 + 1.0) if suffixed else (years,))


def _clock_time(digits: str) -> tuple[frozenset[Value], ...]:
    """0230 is a time."""
    if len(digits) != 4 or int(digits[0]):
        return ()
    return (_part(digits[:2]), _part(digits[2:])) if int(digits[2:]) else (_part(digits[:2]),)


@lru_cache(maxsize=128)
def _scaled_number(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """A number with its scale words, and one piece of it."""
    scales = "|".join(map(re.escape, sorted(scale_table(language).exact, key=len, reverse=True))) or r"(?!)"
    several = rf"\s?[多余餘几幾여数數]?(?:{scales})++(?:\s?{_DIGITS}(?=\s?(?:{scales}))|{_DIGITS})?"
    return regex.compile(rf"{_DIGITS}(?:{several})*+"), regex.compile(rf"{_DIGITS}|{scales}")


def _with_scales(text: str, language: str) -> Iterator[tuple[Figure, int, int]]:
    """Numbers that digits and scale words make up together: 3万5000, 1억 5천만."""
    decimal = check_words(language).numerals.decimal
    exact = scale_table(language).exact
    number, piece = _scaled_number(language)
    for match in number.finditer(prepared(text, language)):
        pieces = piece.findall(match.group())
        values, parts = interpret(pieces[0], decimal)
        start, end = match.span()
        if match.group() in _EXPONENTS and text.startswith("m", start - 1):
            continue
        if len(pieces) == 1:
            figure = _figure(match.group(), values, parts, (1.0, True), text, match.span())
            yield _in_context(figure, text, start, end, language), start, end
            continue
        numbers = [exact[part] if part in exact else _largest(part, decimal) for part in pieces]
        whole: frozenset[Value] = frozenset({evaluate(numbers, scale_values(language))})
        yield Figure(match.group(), whole, (), frozenset(values), False), start, end


def _in_context(figure: Figure, text: str, start: int, end: int, language: str) -> Figure:
    """A share in tenths, 7割; a year of an era, 平成18年, of an untold century, or of the Buddhist era."""
    if text.startswith(_TENTHS, end):
        return replace(figure, values=figure.values | {value * 10 for value in _floats(figure.values)})
    if language == "th" and len(figure.written) == 4 and figure.written.isdecimal():
        year = int(figure.written)
        if _BUDDHIST_FIRST <= year < _BUDDHIST_LAST:
            return replace(figure, values=figure.values | {float(year - _BUDDHIST)})
    if not text.startswith(_YEARS, end) or not figure.written.isdecimal() or len(figure.written) > 2:
        return figure
    number = int(figure.written)
    era = _ERAS.get(text[max(0, start - 2) : start])
    years = (number + era,) if era else (number + 1900, number + 2000) if len(figure.written) == 2 else ()
    return replace(figure, values=figure.values | {float(year) for year in years})


def _largest(piece: str, decimal: str) -> float:
    return max((value for value in interpret(piece, decimal)[0] if isinstance(value, float)), default=0.0)


def fractions(text: str) -> set[Value]:
    """The values of single signs that are fractions."""
    return {_FRACTIONS[sign] for sign in _FRACTION.findall(text)}
