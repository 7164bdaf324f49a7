"""A name of a translation exchanged for another one.

A name here is a capitalised word inside the sentence whose counterpart stands with a capital inside the source, too:
the same word, or one that begins alike where both are spelled in crude consonants taken from Unicode's names of the
letters. What comes in its place is a name of another line: a word that stands there with a capital inside the
sentence and never without one in all lines, by its first five letters. Scripts without capitals lose only what they
have in Latin letters, and Japanese a foreigner's full name, which is written with dots.
"""

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from babel import Locale

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INSIDE = re.compile(r"[\w,)]\s+\Z")
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{3,}(?![A-Za-z])")
_DOTTED = {"ja": re.compile(r"[ァ-ヴー]{2,}(?:・[ァ-ヴー]{2,})+")}
_FULL_NAME = re.compile(r"(?<=\w )[A-Z][a-z]+(?:\s(?:[A-Z]\.\s)?[A-Z][a-z]+)+")
_UNCASED = ("ar", "bn", "fa", "he", "hi", "ja", "ko", "th", "zh")
_NOUNS_RAISED = ("de", "lb")
_PAIR = re.compile(r"(?<=[a-zäöüß,] )[A-Z][a-z]+ ([A-Z][a-z]{3,})(?!\w)")
_SHORTEST, _STEM, _DATE_STEM = 4, 5, 4
_ALIKE_LETTERS = 3
# Of the English side: demonyms, beliefs, dates and institutions are no names.
_NO_NAME = re.compile(
    r"(?i)\w+(?:ians?|eans?|[ckm]ans?|elans?|ese|ish|isms?|ists?|ch)\Z|(?:jan|febr)uary|march|april|may|june|july|august|"
    r"(?:septem|octo|novem|decem)ber|\w+day\Z|internet|earth|venus|mars|saturn|jupiter|arab|"
    r"(?:universit|college|school|part(?:y|ies)|congress|committee|commission|parliament|constitution|republic|democrat|"
    r"conservative|liberal|national|federal|international|central|royal|olympic|group|park|street|station|hotel|cent(?:re|er)|"
    r"institut|academ|agenc|minist|president|general|police|museum|bank|grand|award|system|island|society|community|nation|"
    r"soviet|palace|garden|lake|river|club|open|film|network|magazine|journal|project|service|senat|airline|foundation|"
    r"forum|navy|army|hall|north|south|east|west|capital|city|champion|show|church|report|management|memorial|united|states|"
    r"court|valley|twin|daily|modern|great|new|old|first|second|third)\w{0,4}\Z"
)
_FOLDED = str.maketrans("CQGHXVWFZJDPB", "KKKKKBBPSSTPB")


def damage(reference: str, source: str, *, language: str, others: Sequence[str], rng: random.Random) -> str | None:
    """`reference` with a name exchanged for one of the lines in `others`; None where it has none to exchange."""
    code = language.partition("-")[0]
    small = _small(tuple(others))
    spans = [span for span in _names(reference, source, code) if reference[slice(*span)][:_STEM].lower() not in small]
    if not spans:
        return None
    start, end = rng.choice(spans)
    name = reference[start:end]
    pool = [other for other in _pool(tuple(others), code) if _differs(other, name, source)]
    pool = [other for other in pool if ("・" in other) == ("・" in name) and other.isascii() == name.isascii()] or pool
    return reference[:start] + rng.choice(pool) + reference[end:] if pool else None


def _names(text: str, source: str, code: str) -> Iterator[tuple[int, int]]:
    """Where names of `text` stand that have a counterpart in the source."""
    if code in _UNCASED:
        found = [match.span() for match in _LATIN.finditer(text) if match.group() in source]
        if code in _DOTTED and _FULL_NAME.search(source):
            found += [match.span() for match in _DOTTED[code].finditer(text)]
        yield from found
        return
    wanted = [word for word in _raised(source) if not _NO_NAME.match(word)]
    for match in _WORD.finditer(text):
        word = match.group()
        if _is_raised(text, match) and any(_is_counterpart(word, other, code) for other in wanted):
            yield match.span()


def _is_raised(text: str, match: re.Match[str]) -> bool:
    """Whether a word has a capital where only names have one: not at the beginning, not an acronym."""
    word = match.group()
    shape = len(word) >= _SHORTEST and word[0].isupper() and not word[:3].isupper()
    return shape and _INSIDE.search(text[max(0, match.start() - 4) : match.start()]) is not None


def _raised(text: str) -> list[str]:
    return [match.group() for match in _WORD.finditer(text) if _is_raised(text, match)]


def _is_counterpart(word: str, other: str, code: str) -> bool:
    """The same word; of a noun in German nothing else will do, elsewhere a beginning that sounds so."""
    if word == other or code in _NOUNS_RAISED:
        return word == other
    first, second = _skeleton(word), _skeleton(other)
    size = min(len(first), len(second))
    return size >= 2 and first[: min(size, _ALIKE_LETTERS)] == second[: min(size, _ALIKE_LETTERS)]


def _differs(other: str, name: str, source: str) -> bool:
    return _skeleton(other)[:2] != _skeleton(name)[:2] and other not in source and other != name


@lru_cache(maxsize=8)
def _pool(others: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Every name of some lines, as far as can be told: raised inside a sentence, and nowhere in small letters."""
    if code in _UNCASED:
        pattern = _DOTTED.get(code)
        dotted = {name for line in others for name in (pattern.findall(line) if pattern else ())}
        return tuple(sorted(dotted | {word for line in others for word in _LATIN.findall(line)}))
    small = _small(others)
    found = {word for line in others for word in _raised(line) if word[:_STEM].lower() not in small and "'" not in word}
    if code in _NOUNS_RAISED:
        found &= {name for line in others for name in _PAIR.findall(line)}
    return tuple(sorted(word for word in found if not _NO_NAME.match(word) and not _is_date(word, code)))


@lru_cache(maxsize=8)
def _small(others: tuple[str, ...]) -> frozenset[str]:
    """How the words begin that some line has without a capital: they are no names with one either."""
    return frozenset(word[:_STEM] for line in others for word in _WORD.findall(line) if word.islower())


def _is_date(word: str, code: str) -> bool:
    return word[:_DATE_STEM].lower() in _dates(code)


@lru_cache(maxsize=64)
def _dates(code: str) -> frozenset[str]:
    locale = Locale.parse(code)
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    return frozenset(str(name)[:_DATE_STEM].lower() for name in names)


@lru_cache(maxsize=65536)
def _skeleton(word: str) -> str:
    """The consonants of a word in crude classes, by what Unicode calls its letters."""
    return re.sub(r"(.)\1+", r"\1", "".join(_consonant(letter) for letter in word.upper()).translate(_FOLDED))


@lru_cache(maxsize=4096)
def _consonant(letter: str) -> str:
    names = unicodedata.name(letter, "").split()
    if len(names) < 4 or names[-2:] in (["HARD", "SIGN"], ["SOFT", "SIGN"]):
        return ""
    called = names[3]
    first = called[1] if called[0] == "E" and len(called) == 2 and called[1] in "FLMNRS" else called[0]
    return "" if first in "AEIOUYH" or called in ("SHORT", "OMEGA", "OMICRON") else first
