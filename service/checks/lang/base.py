"""The one shape that every language's data for the checks has."""

from dataclasses import dataclass, field

from service.checks.lang.numerals import NumberWords
from service.checks.lang.polarity import PolarityWords


@dataclass(frozen=True, slots=True)
class CheckWords:
    """What the checks need to know about one language; every word is in lower case."""

    code: str
    numerals: NumberWords = field(default_factory=NumberWords)
    polarity: PolarityWords = field(default_factory=PolarityWords)
