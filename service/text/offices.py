"""Nouns for an office: which word is one, what belongs to it, and which are too plain to name anybody."""

from collections.abc import Sequence
from functools import lru_cache

from service.text.lang import language_data
from service.text.lang.base import ADDRESSES, LanguageData
from service.text.lang.shared import BELONGING, BINDERS, GERMAN_BELONGING, INDEFINITE, NATIONAL_ENDINGS, PAST_ENDINGS
from service.text.tokens import Token

_SHORTEST_HEAD, _SHORTEST_LEAD, _MOST_KNOWN = 5, 3, 1 << 14
_LONGEST_COMPLEMENT = 5


def office_of(lower: str, data: LanguageData) -> str | None:
    """The noun for an office in a word: the word itself, without its article's ending, or the end of a compound."""
    if lower in data.roles and not data.article_endings:
        return lower
    if not (data.nouns_capitalised or data.compounds or data.article_endings):
        return None
    return _derived(lower, data.code)


@lru_cache(maxsize=_MOST_KNOWN)
def _derived(lower: str, code: str) -> str | None:
    data = language_data(code)
    bare = [lower.removesuffix(end) for end in data.article_endings if lower.endswith(end)]
    for word in (*bare, lower):
        if word in data.roles:
            return word
        if not (data.nouns_capitalised or data.compounds):
            continue
        for start in range(_SHORTEST_LEAD, len(word) - _SHORTEST_HEAD + 1):
            if word[start:] in data.roles:
                return word[start:]
    return None


def indefinite(data: LanguageData) -> frozenset[str]:
    """A language's articles that point to nobody in particular; "a" is one in English only, "o" in Romanian."""
    found = (data.articles | data.numbers) & INDEFINITE
    return found | (frozenset("a") if "an" in found else frozenset("o") if "unui" in found else frozenset())


def is_new_noun(name: Sequence[Token], token: Token, data: LanguageData) -> bool:
    """Whether a word with the article written at its head is no part of the two words of a name before it."""
    return token.lower.startswith(data.definite) and not any(word.lower in BINDERS for word in name[-1:])


def is_same(name: str, other: str) -> bool:
    """Whether two names with one last word can be one person's: either is that word alone, or the first agrees."""
    first, second = name.split(), other.split()
    return len(first) == 1 or len(second) == 1 or first[0] in second or second[0] in first


def plain_office(words: str, data: LanguageData) -> str | None:
    """An office without its article, and without a form of address behind it."""
    found = words.split()
    while found and found[-1].lower().strip(".") in ADDRESSES:
        found.pop()
    if len(found) > 1 and found[0].lower() in data.articles:
        found = found[1:]
    return " ".join(found) or None


def office_words(words: str, data: LanguageData) -> str:
    """The words of an office without where or when its holder spoke: "head of police in a statement"."""
    found = words.split()
    if found[0].lower() in data.articles:
        found[0] = found[0].lower()
    vague = indefinite(data)
    for at in range(1, len(found) - 1):
        if found[at].lower() in data.prepositions and found[at] not in BELONGING and found[at + 1].lower() in vague:
            return " ".join(found[:at])
    while len(found) > 1 and (found[-1].isdigit() or found[-1].lower() in data.prepositions | data.articles):
        found.pop()
    return " ".join(found)


def is_compound(lower: str, data: LanguageData) -> bool:
    """Whether a word says whose office it is by its first part, as "Polizeisprecher" does."""
    if not (data.nouns_capitalised or data.compounds):
        return False
    return any(lower[start:] in data.roles for start in range(_SHORTEST_LEAD, len(lower) - _SHORTEST_HEAD + 1))


def belonging(data: LanguageData) -> frozenset[str]:
    """The words between an office and whose it is; none where a genitive needs no word."""
    if data.nouns_capitalised:
        return GERMAN_BELONGING
    return frozenset() if data.names_inflect else BELONGING


def head_before(text: str, tokens: Sequence[Token], at: int, data: LanguageData) -> int | None:
    """The office a name belongs to with a complement between: "minister van Verkeer Carla Laster".

    Where names have cases a genitive needs no preposition; elsewhere one of belonging comes first.
    """
    linked, links = False, 0
    for head in range(at - 1, max(-1, at - 2 - _LONGEST_COMPLEMENT), -1):
        token, gap = tokens[head], text[tokens[head].end : tokens[head + 1].start]
        if token.text[0].isdigit() or gap not in {" ", "\u00a0", " l'", " l’", " d'", " d’", " dell'", " dell’"}:
            return None
        link = token.lower in belonging(data) or "'" in gap or "’" in gap
        link = link or (not data.cased and token.lower in data.naming)
        links += link
        portfolio = head == at - 2 and (tokens[at - 1].lower in data.portfolios or _is_national(tokens[at - 1], data))
        if head < at - 1 and (token.lower in data.roles or token.lower in data.titles):
            return head if links or data.names_inflect or portfolio else None
        linked = link or (linked and token.lower in data.articles)
        if head == at - 1 and (linked or not gap.isspace()):
            return None
        if links > 1 or (not linked and not _is_complement(token, data)):
            return None
    return None


def _is_national(token: Token, data: LanguageData) -> bool:
    """Whether a word behind an office looks like an adjective of nation: "il presidente egiziano Amir Zaki"."""
    return data.adjectives_follow and token.text.islower() and token.lower.endswith(NATIONAL_ENDINGS)


def _is_complement(token: Token, data: LanguageData) -> bool:
    if token.lower in data.portfolios:
        return True
    if token.lower in data.articles or (data.names_inflect and token.text[0].isupper()):
        return token.lower not in data.cue_verbs and token.lower not in data.calendar
    if data.names_inflect and token.lower.endswith(PAST_ENDINGS):
        return False
    few = (data.cue_verbs, data.prepositions, data.relatives, data.stops, data.calendar, data.roles)
    return not any(token.lower in words for words in few)
