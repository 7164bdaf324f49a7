"""A number in digits made wrong, as a bad translator would."""

import random
import re
from collections.abc import Callable

# A digit behind a Latin, Greek or Cyrillic letter, or a Latin letter and a hyphen, belongs to a designation.
_NUMBER = re.compile(
    r"(?<![A-Za-z\u00c0-\u052f\d])(?<![A-Za-z][-‑–])"
    r"\d+(?:[.,٫٬'’ \u00a0\u202f]\d{3}(?!\d))*(?:[.,٫]\d+)?(?![A-Za-z]+\d)"
)
_DIGIT = re.compile(r"\d")
_THOUSANDS = re.compile(r"\d{1,3}([.,])\d{3}")
# Where the comma groups thousands, and the point begins the decimals.
_DECIMAL_POINT = frozenset(("en", "he", "hi", "bn", "ja", "ko", "th", "zh", "ar", "fa"))


def damage(reference: str, *, language: str, rng: random.Random) -> str | None:
    """`reference` with one of its numbers changed in its own digits; None where it has none in digits."""
    numbers = list(_NUMBER.finditer(reference))
    rng.shuffle(numbers)
    for number in numbers:
        ways: list[Callable[[str, random.Random], str]] = [_replace, _drop, _add, _swap, _tenfold]
        rng.shuffle(ways)
        if _is_thousands(number.group(), language):
            ways.insert(rng.randrange(2), _lose_thousands)
        for way in ways:
            wrong = way(number.group(), rng)
            if _amounts(wrong).isdisjoint(_amounts(number.group())):
                return reference[: number.start()] + wrong + reference[number.end() :]
    return None


def _places(number: str) -> list[int]:
    return [match.start() for match in _DIGIT.finditer(number)]


def _zero(number: str) -> int:
    """The code point of zero in the script of the number."""
    digit = number[_places(number)[0]]
    return ord(digit) - int(digit)


def _replace(number: str, rng: random.Random) -> str:
    """Another digit in the place of one; the first never becomes a zero."""
    places = _places(number)
    place = rng.choice(places)
    others = [digit for digit in range(place == places[0], 10) if digit != int(number[place])]
    return number[:place] + chr(_zero(number) + rng.choice(others)) + number[place + 1 :]


def _drop(number: str, rng: random.Random) -> str:
    places = _places(number)
    if len(places) < 2:
        return number
    place = rng.choice(places)
    return (number[:place] + number[place + 1 :]).strip(".,٫٬'’ \u00a0\u202f")


def _add(number: str, rng: random.Random) -> str:
    place = rng.choice(_places(number)) + 1
    return number[:place] + chr(_zero(number) + rng.randrange(10)) + number[place:]


def _swap(number: str, rng: random.Random) -> str:
    """Two neighbours change places, if none of them is a zero that would come first."""
    pairs = [
        place
        for place in _places(number)[:-1]
        if number[place + 1].isdecimal() and int(number[place + 1]) and number[place] != number[place + 1]
    ]
    if not pairs:
        return number
    place = rng.choice(pairs)
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


def _tenfold(number: str, rng: random.Random) -> str:
    """Ten times as much, or a tenth where the number ends in a zero."""
    if len(_places(number)) > 1 and int(number[-1]) == 0 and rng.random() < 0.5:
        return number[:-1]
    return number + chr(_zero(number))


def _is_thousands(number: str, language: str) -> bool:
    match = _THOUSANDS.fullmatch(number)
    return match is not None and match.group(1) == ("," if language.split("-")[0] in _DECIMAL_POINT else ".")


def _lose_thousands(number: str, rng: random.Random) -> str:
    """Thousands read as decimals: 30.000 becomes 30,0."""
    mark = "," if "." in number else "."
    head, tail = re.split("[.,]", number)
    return head + mark + tail[: rng.choice((1, 1, 2))]


def _amounts(number: str) -> set[tuple[int, str]]:
    """Whole part and decimals, without closing zeros, of each way to read a number: `1.500` has two."""
    digits = "".join(str(int(digit)) for digit in _DIGIT.findall(number))
    decimals = re.split(r"\D", number)[-1]
    found = {(int(digits[:4000]), "")} if len(decimals) in (3, len(number)) else set()
    if len(decimals) < len(number):
        whole, part = digits[: -len(decimals) or None], digits[len(digits) - len(decimals) :]
        found.add((int(whole[:4000] or 0), part.rstrip("0")))
    return found
