"""Which words of a sentence its article does not have.

A word stands in the article where a word of the same stem does, or one that begins alike: "sanctions" in
"sanctioned". In scripts that put no space between words nothing can be said word by word; there are no words then.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from service.text.lang import language_data
from service.text.lang.base import words
from service.text.tags import base

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_LETTER = rf"(?![{_UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}\u200c]"
_WORD = regex.compile(rf"(?:{_LETTER})++(?:['’](?=\p{{L}})(?:{_LETTER})++)?")
# The same words where no letter carries a mark and all scripts are spaced, at a third of the time.
_PLAIN_WORD = re.compile(r"[^\W_]++(?:['’](?=[^\W\d_])[^\W_]++)?")
_NOT_PLAIN = regex.compile(rf"[\p{{M}}\u200c{_UNSPACED}]")
_INITIALS = regex.compile(r"(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,6}")
_ELIDED = regex.compile(r"(?:l|d|c|j|m|n|s|t|qu|un|dell|nell|all|sull|dall|quest|jusqu|lorsqu|puisqu)['’](?=\p{L})")
_POSSESSIVE = regex.compile(r"['’]s?\Z")
_ENGLISH_ENDING = re.compile(r"(?<=\w\w\w)(?:ations?|ments?|ings?|edly|ied|ies|ers?|ed|es|ly|s|e)\Z")
_SHORTEST_STEM, _LONGEST_STEM = 3, 7
_LONGEST_STEM_ELSEWHERE = 6
# Words that share so many letters from the start are taken for forms of one; from a sweep of 4 to 6 on the
# development half of `faithfulness/`, with no difference to speak of between 4 and 5.
_SHARED = 5
_SHORTEST_CONTENT = 2
_ENGLISH_STOPS = words(
    "had did do does done being been am it its he she they him her them his their i me my we us our you your this that "
    "these those there here who whom whose which what when where why how if than then so too very just only own same "
    "other such few most some any both each more all nor not no can could may might shall should must will would until "
    "while since because up down out off over under into through again said says say now also few s t"
)


class Word(NamedTuple):
    """One word: as it stands in the text, in lower case, its stem, and whether it says anything by itself."""

    text: str
    lower: str
    stem: str
    content: bool


@dataclass(frozen=True, slots=True)
class WordsOf:
    """The words of an article: their stems, how the longer ones begin, all of them in lower case."""

    stems: frozenset[str]
    beginnings: frozenset[str]
    lower: frozenset[str]


def split_words(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text in text order; "U.K." is one, "so-called" two."""
    if "." in text:
        text = _INITIALS.sub(_without_stops, text)
    stops, english = _stops(language), base(language) == "en"
    pattern = _PLAIN_WORD if text.isascii() or not _NOT_PLAIN.search(text) else _WORD
    return tuple(_word(word, english, stops) for word in pattern.findall(text))


def read_words(words_of_article: Iterable[Word]) -> WordsOf:
    """What `novel_words` needs to know of an article."""
    stems = {word.lower: word.stem for word in words_of_article}
    beginnings = {lower[:_SHARED] for lower in stems if len(lower) >= _SHARED}
    return WordsOf(frozenset(stems.values()), frozenset(beginnings), frozenset(stems))


def novel_words(sentence: Iterable[Word], article: WordsOf) -> list[Word]:
    """The words that the article has in no form; numbers are not looked at."""
    return [word for word in sentence if not word.lower[0].isdigit() and not _stands_in(word, article)]


def _stands_in(word: Word, article: WordsOf) -> bool:
    if word.stem in article.stems:
        return True
    return word.content and len(word.lower) >= _SHARED and word.lower[:_SHARED] in article.beginnings


def _without_stops(match: "regex.Match[str]") -> str:
    return match.group().replace(".", "") + " "


def _word(text: str, english: bool, stops: frozenset[str]) -> Word:
    lower = text.lower().replace("’", "'")
    if "'" in lower:
        lower = _POSSESSIVE.sub("", _ELIDED.sub("", lower))
    content = len(lower) >= _SHORTEST_CONTENT and lower not in stops
    return Word(text, lower, _stem(lower, english=english), content)


@lru_cache(maxsize=256)
def _stops(language: str) -> frozenset[str]:
    """Words that carry no matter of their own; with those that may stand beside a name everywhere."""
    data = language_data(language)
    known = data.stops | data.prepositions | data.articles | data.he | data.she | data.they | data.relatives
    return known | _ENGLISH_STOPS if base(language) == "en" else known


def _stem(lower: str, *, english: bool) -> str:
    """A word in lower case without its ending: of English by its endings, of others by its first letters."""
    if not english:
        return lower[:_LONGEST_STEM_ELSEWHERE] if lower.isalpha() else lower
    if len(lower) > _SHORTEST_STEM and lower.isalpha():
        lower = _ENGLISH_ENDING.sub("", lower, 1)
        if lower[-1] == lower[-2]:
            lower = lower[:-1]
        if lower[-1] == "i" and len(lower) > _SHORTEST_STEM:
            lower = lower[:-1] + "y"
        return lower[:_LONGEST_STEM]
    return lower
