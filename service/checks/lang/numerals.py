"""How a language writes numbers in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words a language writes numbers, months and weekdays with, in lower case, separated by spaces.

    A form that ends in `*` also stands for the longer words that begin with it. `words` add up, `scales` multiply what
    stands before them. `joiners` may stand between two words of one number, alone or inside a compound. `merges` are
    replaced in a text before it is read, so that what is written in two words is read as one. `clitics` are letters
    written onto the front of a word. `unspaced` marks a language whose number words are found inside longer runs of
    letters. `months` are twelve and `weekdays` seven, from Monday; a form that ends in `?` is also another common word:
    it can answer for a month of the other side but asks for none. `afternoon` are the words of a twelve-hour clock.
    """

    decimal: str = "."
    words: Mapping[float, str] = field(default_factory=dict)
    scales: Mapping[float, str] = field(default_factory=dict)
    joiners: str = ""
    merges: Mapping[str, str] = field(default_factory=dict)
    clitics: str = ""
    unspaced: bool = False
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    afternoon: str = ""


HAN_MONTHS = (
    *("一月?", "二月?", "三月?", "四月?", "五月?", "六月?"),
    *("七月?", "八月?", "九月?", "十月?", "十一月?", "十二月?"),
)
"""The months in Chinese characters; 一月 may also be a month's time."""
