"""What of a source sentence must come back in each of its translations: its names, read once for all of them.

All but the names themselves is made when a translation first asks for it: most keep names letter for letter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from service.checks.exonyms import fold, places_along, places_in
from service.checks.names_words import is_generic
from service.checks.transliteration import Heard, Pattern, hear, pattern_of, voices
from service.records import Name
from service.text.lang import language_data
from service.text.lang.base import LanguageData
from service.text.tokens import Token, tokenise

_SHORTEST_WORD, _LONGEST_ACRONYM = 3, 5
# Longer words are not remembered.
_LONGEST_WORD = 60
_BEFORE = 8
# A sentence has fewer words; comparing each with each of more would take too long.
MOST_WORDS = 200
_OPENING = regex.compile(r"(?:^|[.!?…:;\"“„«»”‘‹「『—–(\[]|\n)[^\p{L}\p{N}]*+\Z")
Voice = tuple[Pattern, Pattern]


@dataclass(frozen=True)
class NameWord:
    """One word of a name, as it stands in the source."""

    text: str
    language: str

    @cached_property
    def lower(self) -> str:
        """Its letters in small ones."""
        return fold(self.text)

    @cached_property
    def generic(self) -> bool:
        """Whether a dictionary would translate it."""
        return is_generic(self.lower, self.language)

    @cached_property
    def places(self) -> frozenset[str]:
        """The places it may name, or be an adjective of."""
        return places_in((self.lower,), self.language)

    @cached_property
    def fine(self) -> tuple[Voice, ...]:
        """The ways it may sound, to compare with scripts that tell sounds well."""
        return _patterns(voices(self.lower))

    @cached_property
    def coarse(self) -> tuple[Voice, ...]:
        """The same for the other scripts."""
        return _patterns(voices(self.lower, coarse=True))


def _patterns(said: Sequence[Heard]) -> tuple[Voice, ...]:
    return tuple((pattern_of(one.sounds), pattern_of(one.consonants)) for one in said)


@dataclass(frozen=True)
class SourceName:
    """A name of the source sentence."""

    text: str
    person: bool
    language: str

    @cached_property
    def words(self) -> tuple[NameWord, ...]:
        """The words that must be seen again, those that are translated too."""
        return tuple(_name_words(tokenise(self.text)[:MOST_WORDS], self.language))

    @cached_property
    def places(self) -> frozenset[str]:
        """The places it names."""
        return places_along([fold(token.lower) for token in tokenise(self.text)[:MOST_WORDS]], self.language)


@lru_cache(maxsize=8192)
def voice_of(word: str) -> Voice:
    """How a word sounds, as a pattern."""
    return _patterns((hear(word),))[0]


@dataclass(frozen=True)
class SourceNames:
    """A source sentence ready to be compared with its translations."""

    text: str
    language: str
    names: tuple[SourceName, ...]

    @cached_property
    def cased(self) -> bool:
        """Whether its script has capitals."""
        return language_data(self.language).cased

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words with their places."""
        return tokenise(self.text)[:MOST_WORDS]

    @cached_property
    def words(self) -> dict[str, bool]:
        """Its words in lower case, parts of those with hyphens too, and whether each has a capital."""
        found: dict[str, bool] = {}
        for token in self.tokens:
            lower, raised = fold(token.text), token.text[0].isupper()
            for part in (lower, *lower.split("-")) if "-" in lower else (lower,):
                found[part] = raised or found.get(part, False)
        return found

    @cached_property
    def capitals(self) -> tuple[NameWord, ...]:
        """Its words with a capital where only names have one."""
        if language_data(self.language).nouns_capitalised:
            return tuple(word for name in self.names for word in name.words)
        raised = [token for token in self.tokens if token.start and token.text[0].isupper()]
        return tuple(_name_words(raised, self.language))

    @cached_property
    def acronyms(self) -> list[str]:
        """What is written in capitals alone."""
        return [token.text for token in self.tokens if _is_acronym(token.text)]

    @cached_property
    def places(self) -> frozenset[str]:
        """The places it names."""
        return places_along([fold(token.lower) for token in self.tokens], self.language)

    @cached_property
    def raised(self) -> list[Heard]:
        """How its words with a capital sound."""
        return [hear(word) for word, raised in self.words.items() if raised]

    @cached_property
    def skeletons(self) -> dict[str, Heard]:
        """Of these the last with each row of consonants."""
        return {one.consonants: one for one in self.raised}

    @cached_property
    def small(self) -> list[str]:
        """Its other words."""
        return [word for word, raised in self.words.items() if not raised]


def read_names(text: str, names: Sequence[Name], language: str) -> SourceNames:
    """A source sentence in `language`, with the names that are known to stand in its article."""
    return SourceNames(text, language, tuple(_named(text, names, language)))


def _named(text: str, names: Sequence[Name], language: str) -> Iterator[SourceName]:
    """The names of the article that stand in the sentence, each once, the fullest form only.

    A lone word that opens the sentence is no name, unless a person's.
    """
    here = dict([(name.text, name.kind) for name in names if name.text in text][:MOST_WORDS])
    for written in sorted(here, key=len, reverse=True):
        if any(written in other for other in here if len(other) > len(written)):
            continue
        person = here[written] == "person"
        if person or " " in written or _stands_inside(text, written):
            yield SourceName(written, person, language)


def _stands_inside(text: str, word: str) -> bool:
    """Whether a word stands somewhere else than at the beginning of a sentence."""
    at = text.find(word)
    while at >= 0:
        if text[at - 1 : at] == " " and text[at - 2 : at - 1].isalpha():
            return True
        if not _OPENING.search(text[max(0, at - _BEFORE) : at]):
            return True
        at = text.find(word, at + len(word))
    return False


def _name_words(tokens: Sequence[Token], language: str) -> Iterator[NameWord]:
    """The words that must be seen again; of one with a hyphen each part, but what is small behind it ("-based")."""
    few = language_data(language)
    for token in tokens:
        if _counts(token, few):
            for part in token.text.split("-"):
                if len(part) >= _SHORTEST_WORD and not part.islower():
                    yield _name_word(part, language) if len(part) <= _LONGEST_WORD else NameWord(part, language)


# How often-named words sound is made once, not once a sentence.
_name_word = lru_cache(maxsize=4096)(NameWord)


def _counts(token: Token, few: LanguageData) -> bool:
    """Whether a word of a name must be seen again: no particle, date, initial or acronym."""
    if len(token.text) < _SHORTEST_WORD or _is_acronym(token.text):
        return False
    return token.lower not in few.stops and token.lower not in few.calendar


def _is_acronym(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_ACRONYM and word.isupper()
