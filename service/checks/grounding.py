"""Which words of a sentence its article does not have.

A word stands in the article where a word of the same stem does, or one that begins alike: "sanctions" in
"sanctioned". In scripts that put no space between words nothing can be said word by word; there are no words then.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from service.checks.exonyms import places_in
from service.checks.grounding_en import AUXILIARIES, FORMS
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
_ELIDED = regex.compile(r"\A(?:l|d|c|j|m|n|s|t|qu|un|dell|nell|all|sull|dall|quest|jusqu|lorsqu|puisqu)['’](?=\p{L})")
_POSSESSIVE = regex.compile(r"['’]s?\Z")
_ENGLISH_ENDING = re.compile(r"(?<=\w\w\w)(?:ations?|ments?|ings?|edly|ied|ies|ers?|ed|es|ly|s|e)\Z")
_SHORTEST_STEM, _LONGEST_STEM = 3, 7
_LONGEST_STEM_ELSEWHERE = 6
# Words that share so many letters from the start are taken for forms of one; from a sweep of 4 to 6 on the
# development half of `faithfulness/`, with no difference to speak of between 4 and 5.
_SHARED = 5
_SHORTEST_CONTENT = 2
# Longer words come once, and would fill the memory.
_LONGEST_KEPT = 24
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 6
_EMPTY = {"en": words(AUXILIARIES)}
_FORMS = {form: group.split()[0] for group in FORMS for form in group.split()[1:]}
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
    """The words of an article: their stems, how the longer ones begin, all of them in lower case.

    `places` are those it names (`exonyms`), `initials` the first letters of its words in text order.
    """

    stems: frozenset[str]
    beginnings: frozenset[str]
    lower: frozenset[str]
    places: frozenset[str] = frozenset()
    initials: str = ""
    language: str = "und"


def split_words(text: str, language: str) -> tuple[Word, ...]:
    """The words of a text in text order; "U.K." is one, "so-called" two."""
    if "." in text:
        text = _INITIALS.sub(_without_stops, text)
    pattern = _PLAIN_WORD if text.isascii() or not _NOT_PLAIN.search(text) else _WORD
    return tuple([_read(word, language) for word in pattern.findall(text)])


def read_words(
    words_of_article: Iterable[Word],
    *,
    language: str = "und",
    places: frozenset[str] = frozenset(),
    initials: str = "",
) -> WordsOf:
    """What `novel_words` needs to know of an article; `places` and `initials` as in `names_foreign`."""
    stems = {word.lower: word.stem for word in words_of_article}
    beginnings = {lower[:_SHARED] for lower in stems if len(lower) >= _SHARED}
    return WordsOf(frozenset(stems.values()), frozenset(beginnings), frozenset(stems), places, initials, language)


def novel_words(sentence: Sequence[Word], article: WordsOf) -> list[Word]:
    """The words that the article has in no form; numbers are not looked at.

    A country's adjective is a form of its name, an acronym of the words it stands for, and these of it.
    """
    found = [(at, word) for at, word in enumerate(sentence) if not word.lower[0].isdigit()]
    empty = _EMPTY.get(base(article.language), frozenset())
    found = [(at, word) for at, word in found if word.lower not in empty and not _stands_in(word, article)]
    if not found:
        return []
    spelt = _spelt_out(sentence, article)
    return [word for at, word in found if at not in spelt and not (word.content and _means_known(word, article))]


def _means_known(word: Word, article: WordsOf) -> bool:
    """Whether it names a place that the article names otherwise, or is the initials of words of the article."""
    if not word.text[0].isupper():
        return False
    if len(word.lower) >= _SHORTEST_ACRONYM and word.text.isupper() and word.lower in article.initials:
        return True
    return bool(article.places) and not article.places.isdisjoint(places_in((word.lower,), article.language))


def _spelt_out(sentence: Sequence[Word], article: WordsOf) -> set[int]:
    """The places of words with a capital that spell out an acronym of the article."""
    capitals = [at for at, word in enumerate(sentence) if word.text[0].isupper()]
    found: set[int] = set()
    for first in range(len(capitals)):
        for last in range(first + _SHORTEST_ACRONYM, min(len(capitals), first + _LONGEST_ACRONYM) + 1):
            places = capitals[first:last]
            if places[-1] - places[0] > len(places):
                break
            if "".join(sentence[at].lower[0] for at in places) in article.lower:
                found.update(places)
    return found


def _stands_in(word: Word, article: WordsOf) -> bool:
    if word.stem in article.stems:
        return True
    return word.content and len(word.lower) >= _SHARED and word.lower[:_SHARED] in article.beginnings


def _without_stops(match: "regex.Match[str]") -> str:
    return match.group().replace(".", "") + " "


def _read(text: str, language: str) -> Word:
    return _common(text, language) if len(text) <= _LONGEST_KEPT else _word(text, language)


@lru_cache(maxsize=16384)
def _common(text: str, language: str) -> Word:
    return _word(text, language)


def _word(text: str, language: str) -> Word:
    lower = text.lower().replace("’", "'")
    if "'" in lower:
        lower = _POSSESSIVE.sub("", _ELIDED.sub("", lower))
    content = len(lower) >= _SHORTEST_CONTENT and lower not in _stops(language)
    return Word(text, lower, _stem(lower, english=base(language) == "en"), content)


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
    lower = _FORMS.get(lower, lower)
    if len(lower) > _SHORTEST_STEM and lower.isalpha():
        lower = _ENGLISH_ENDING.sub("", lower, 1)
        if lower[-1] == lower[-2]:
            lower = lower[:-1]
        if lower[-1] == "i" and len(lower) > _SHORTEST_STEM:
            lower = lower[:-1] + "y"
        return lower[:_LONGEST_STEM]
    return lower
