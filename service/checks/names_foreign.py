"""Names in a brief that its article does not have, in the article's own language."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.checks.exonyms import places_along, places_in
from service.checks.findings import Finding
from service.records import Severity
from service.text.lang import language_data
from service.text.tokens import Token, tokenise

_SHORTEST_STEM, _ENDING = 4, 3
_SHORTEST_WORD = 2
# Two letters begin some two words of every article; theirs must be capitals.
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 6


@dataclass(frozen=True, slots=True)
class KnownWords:
    """The words of an article: in lower case and sorted, their first letters in text order, the places they name.

    `pairs` are the first letters of each two words with capitals that follow on each other.
    """

    words: tuple[str, ...]
    initials: str
    places: frozenset[str]
    pairs: frozenset[str] = frozenset()


def read_words(text: str, language: str) -> KnownWords:
    """What `foreign_names` needs of an article; read once, for all sentences of its brief."""
    written = tokenise(text)
    tokens = [token.lower for token in written]
    stops = language_data(language).stops
    initials = "".join(word[0] for word in tokens if word not in stops)
    parts = {part for word in tokens for part in (word, *word.split("-"))}
    places = places_in(parts, language) | places_along(tokens, language)
    pairs = {left.lower[0] + right.lower[0] for left, right in pairwise(written) if _capital(left) and _capital(right)}
    return KnownWords(tuple(sorted(parts)), initials, places, frozenset(pairs))


def foreign_names(names: Sequence[str], known: KnownWords, *, language: str) -> tuple[Finding, ...]:
    """A finding for each name with a word that the article has in no form.

    An error where it has none of the words of a name of two or more; a warning else.
    """
    return tuple(_foreign(dict.fromkeys(names), known, language))


def _foreign(names: Iterable[str], known: KnownWords, language: str) -> Iterator[Finding]:
    particles = language_data(language).stops
    for name in names:
        words = [token.lower for token in tokenise(name) if len(token.lower) >= _SHORTEST_WORD]
        words = [word for word in words if word not in particles] or words
        strange = [word for word in words if not is_known(word, known, language)]
        if strange:
            severity: Severity = "error" if len(strange) == len(words) > 1 else "warning"
            yield Finding("name", severity, name, f"the article does not have the name {name}")


def is_known(word: str, known: KnownWords, language: str) -> bool:
    """Whether some word of the article is this one, endings aside, or names the same country, or spells it out."""
    stem = word[: max(_SHORTEST_STEM, len(word) - _ENDING)]
    at = bisect_left(known.words, stem)
    if at < len(known.words) and known.words[at].startswith(stem):
        return True
    if word in known.pairs or (_SHORTEST_ACRONYM <= len(word) <= _LONGEST_ACRONYM and word in known.initials):
        return True
    if "-" in word:
        return all(is_known(part, known, language) for part in word.split("-") if len(part) >= _SHORTEST_WORD)
    return not known.places.isdisjoint(places_in((word,), language))


def _capital(token: Token) -> bool:
    return token.text[0].isupper()
