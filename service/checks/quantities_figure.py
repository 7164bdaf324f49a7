"""One number of a text, with every value it may have."""

from dataclasses import dataclass

# More digits than a float tells apart are kept as they are written.
Value = float | str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits: `values` it may have as one, `parts` where several are written together (dates, times).

    `bare` is what the digits say without the word that multiplies them ("million"). `designates` is true where letters
    stand right before it or a capital right behind it, as in a name (COVID-19, 5G). `also` are short ways to say it,
    which answer only for values: 1990 for the nineties, 1700s for the 18th century.
    """

    written: str
    values: frozenset[Value]
    parts: tuple[frozenset[Value], ...]
    bare: frozenset[Value]
    designates: bool
    also: frozenset[Value] = frozenset()
