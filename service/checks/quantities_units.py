"""Measures told in other units: a translator may turn 3,000 miles into 4,800 km, or leave one of the two out."""

import re
from dataclasses import dataclass

from service.checks.numbers_digits import read_figures
from service.checks.numbers_words import evaluate, scale_values, word_numbers
from service.checks.quantities_figure import Value

# From an imperial unit to its metric one.
_FACTORS = {
    "mile": 1.609344,
    "foot": 0.3048,
    "inch": 2.54,
    "yard": 0.9144,
    "pound": 0.45359,
    "gallon": 3.78541,
    "acre": 0.404686,
    "square": 2.58999,
    "ounce": 28.3495,
    "knot": 1.852,
    "fahrenheit": 0.0,
    "barrel": 0.158987,
}
_UNITS = {
    "mile": r"miles?|mi|mph",
    "foot": r"feet|foot|ft",
    "inch": r"inch(?:es)?",
    "yard": r"yards?|yd",
    "pound": r"pounds?|lbs?",
    "gallon": r"gallons?",
    "acre": r"acres?",
    "square": r"square miles?|sq\.? mi(?:les?)?",
    "ounce": r"ounces?|oz",
    "knot": r"knots?",
    "barrel": r"barrels?",
}
_UNIT = re.compile(
    r"\b(?:" + "|".join(rf"(?P<{name}>{unit})" for name, unit in _UNITS.items()) + r")\b|"
    r"(?P<fahrenheit>°\s?f\b|\(?f\)|fahrenheit)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"([^()（）]{1,60}+)[(（]([^()（）]{1,40})[)）]")
_RATIOS = tuple(max(factor, 1 / factor) for factor in _FACTORS.values() if factor)
_RATIO_TOLERANCE = 0.02
_WINDOW = 32
_TOLERANCE = 0.03
_SMALLEST = 0.2


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of an English text with an imperial unit; `factor` makes it metric, 0 stands for Fahrenheit."""

    value: float
    factor: float


def imperial_measures(text: str) -> tuple[Measure, ...]:
    """What an English text measures in imperial units, in digits or words."""
    return tuple(
        Measure(value, _FACTORS[match.lastgroup])
        for match in _UNIT.finditer(text)
        if match.lastgroup is not None
        for value in _values(text[max(0, match.start() - _WINDOW) : match.start()])
    )


def _values(before: str) -> set[float]:
    """The last two numbers before a unit, for there may be a range."""
    figures = [value for figure in read_figures(before, "en")[-2:] for value in figure.values]
    words = [evaluate(values, scale_values("en")) for _, values in list(word_numbers(before, "en"))[-2:]]
    return {value for value in (*figures, *words) if isinstance(value, float)}


def metric(measure: Measure, value: Value) -> bool:
    """Whether `value` is the measure in metric units, within rounding."""
    wanted = measure.value * measure.factor if measure.factor else (measure.value - 32) / 1.8
    return isinstance(value, float) and abs(wanted - value) <= max(_TOLERANCE * abs(wanted), _SMALLEST)


def restated_values(text: str, language: str) -> frozenset[Value]:
    """The numbers of a text that stand before or in brackets, one in other units than the other."""
    found: set[Value] = set()
    for match in _BRACKETED.finditer(text):
        before = read_figures(match.group(1)[-_WINDOW:], language)[-2:]
        inside = read_figures(match.group(2), language)[:2]
        for first in before:
            for second in inside:
                if any(_is_ratio(one, other) for one in first.values for other in second.values):
                    found |= first.values | second.values
    return frozenset(found)


def _is_ratio(one: Value, other: Value) -> bool:
    if not isinstance(one, float) or not isinstance(other, float) or not one or not other:
        return False
    ratio = max(one, other) / min(one, other)
    return any(abs(ratio - known) <= _RATIO_TOLERANCE * known for known in _RATIOS)
