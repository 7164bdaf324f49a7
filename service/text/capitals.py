"""Runs of capitalised words: where a name could stand, in scripts with capitals.

A capital means nothing at the start of a sentence, and titles and roles before a name are no part of it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from service.records import Sentence
from service.text.lang.base import KNOWN_PLACES, ORGANISATION_WORDS, PARTICLES, LanguageData, words
from service.text.lang.places import COUNTRIES, INFLECTED
from service.text.lang.shared import PLATFORMS
from service.text.offices import office_of
from service.text.tokens import Token

_JOINED = regex.compile(r"[ \u00a0\u202f]|\.[ \u00a0\u202f]|\.")
_OPENS = re.compile('[\n\r“„«»"‘‹「『—–:]')
_FINAL = frozenset(".!?…")
LONGEST_NAME = 5
_GERMAN_PARTICLES = words("von van zu der den de del della di da al bin ibn ben")
_ABBREVIATED = words("mr mrs ms dr st sen rep gov gen col prof rev sgt lt capt jr sr m mme sra dra ing mgr judr mudr")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to before `last`, and whether a title or role stands directly before them."""

    first: int
    last: int
    titled: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What a text tells of its capitals: the runs it has, the first words of those of two words, its common words."""

    forms: frozenset[str]
    heads: frozenset[str]
    common: frozenset[str]


def find_runs(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], data: LanguageData
) -> tuple[list[Run], Known]:
    """The runs of a text in text order; what stands before a name known from elsewhere is split off."""
    starts = _sentence_starts(text, tokens, sentences)
    capitals = [i for i, token in enumerate(tokens) if _capital(token)]
    inner = {tokens[i].text for i in capitals if i not in starts}
    lowered = {word for word, lower, _, _ in tokens if word == lower}
    runs = list(_runs(text, tokens, capitals, starts, data, inner, lowered))
    known = Known(
        forms=frozenset(form_of(tokens, run) for run in runs),
        heads=frozenset(tokens[run.first].text for run in runs if run.last - run.first == 2),
        common=frozenset(lowered) | _after_articles(tokens, data),
    )
    return [part for run in runs for part in _split(tokens, run, known)], known


def _after_articles(tokens: Sequence[Token], data: LanguageData) -> set[str]:
    """German nouns that the text has behind an article, in lower case: no first names."""
    if not data.nouns_capitalised:
        return set()
    return {
        token.lower for before, token in pairwise(tokens) if before.lower in data.articles and token.text[0].isupper()
    }


def form_of(tokens: Sequence[Token], run: Run) -> str:
    """The words of a run with single spaces."""
    return " ".join(token.text for token in tokens[run.first : run.last])


def _split(tokens: Sequence[Token], run: Run, known: Known) -> Iterator[Run]:
    """A run in two, where its last words are a name elsewhere and its first words are none of that name."""
    for first in range(run.first + 1, run.last):
        rest = Run(first, run.last, titled=run.titled)
        initial = len(tokens[first].text) == 1
        if initial or tokens[first].lower in PARTICLES or form_of(tokens, rest) not in known.forms:
            continue
        lead = tokens[run.first : first]
        joined = lead[-1].lower in PARTICLES
        stranger = lead[0].lower in known.common or lead[0].text in known.forms or lead[0].text in known.heads
        if (run.last - first >= 2 and not joined and (len(lead) > 1 or stranger)) or (
            joined and len(lead) == 2 and lead[0].lower in known.common
        ):
            yield Run(run.first, first - joined, titled=False)
            yield rest
            return
    yield run


def _sentence_starts(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> set[int]:
    """Indices of the tokens that open a sentence, a line or a quotation, where capitals mean nothing."""
    offsets = [s.start for s in sentences]
    begins = [start for _, _, start, _ in tokens]
    starts = {bisect_left(begins, offset) for offset in offsets} | {0}
    end = 0
    for i, (_, _, start, following) in enumerate(tokens):
        if start - end != 1 or text[end] != " ":
            before = text[end:start]
            if before and _breaks(before) and not (before[0] == "." and i and _abbreviates(tokens[i - 1])):
                starts.add(i)
        end = following
    return starts


def _breaks(gap: str) -> bool:
    """Whether what stands between two words ends a sentence or a line, or opens a quotation."""
    return bool(_OPENS.search(gap)) or (gap[:1] in _FINAL and len(gap) > 1)


def _abbreviates(token: Token) -> bool:
    return len(token.text) == 1 or token.lower in _ABBREVIATED


def _capital(token: Token) -> bool:
    word, lower, _, _ = token
    if word == lower:
        return False
    return (
        word[0].isupper()
        or word[0].istitle()
        or (len(word) > 2 and word[1] in "'’-" and word[2].isupper())
        or (len(word) > 3 and word[2] == "-" and word[3].isupper())
    )


def _runs(
    text: str, tokens: Sequence[Token], capitals: Sequence[int], starts: set[int], data: LanguageData, inner: set[str],
    lowered: set[str],
) -> Iterator[Run]:  # fmt: skip
    last = 0
    for i in capitals:
        if i < last or _is_common(tokens[i], data, opens=i in starts):
            continue
        last = _run_end(text, tokens, i, starts, data)
        for first, end in _apart(tokens, i, last, data):
            yield from _stripped(text, tokens, first, end, first in starts, data, inner, lowered)


def _apart(tokens: Sequence[Token], first: int, last: int, data: LanguageData) -> list[tuple[int, int]]:
    """Two names that touch, where names have cases: who spoke and to whom, or an office's place and its holder."""
    before = tokens[first - 1].lower if first else ""
    told = data.names_inflect and last - first == 4 and (before in data.cue_verbs or before in data.roles)
    return [(first, first + 2), (first + 2, last)] if told else [(first, last)]


def _is_common(token: Token, data: LanguageData, *, opens: bool) -> bool:
    """A word that is no name; a month with a capital inside a sentence is one where months are written small."""
    lower = token.lower
    if lower in data.calendar:
        return opens or not data.names_inflect
    return lower in data.stops or ("'" in lower and lower.split("'")[0] in data.stops)


def _run_end(text: str, tokens: Sequence[Token], first: int, starts: set[int], data: LanguageData) -> int:
    last = first + 1
    while last < len(tokens) and last - first < 2 * LONGEST_NAME:
        gap = text[tokens[last - 1].end : tokens[last].start]
        if not _JOINED.fullmatch(gap) or (gap[0] == "." and not _abbreviates(tokens[last - 1])):
            break
        token = tokens[last]
        named = _capital(token) and not _is_common(token, data, opens=False) and last not in starts
        if not named and not (_is_particle(tokens, first, last, data) and _leads_on(text, tokens, first, last)):
            break
        last += 1
    while last - first > 1 and tokens[last - 1].lower in PARTICLES and not _capital(tokens[last - 1]):
        last -= 1
    return last


def _is_particle(tokens: Sequence[Token], first: int, at: int, data: LanguageData) -> bool:
    """In German only "von" and "zu" after a lone first name, with their article: "von" is a preposition too.

    Where it tells the place ("ujar Dewi di Jakarta") it is none.
    """
    lower = tokens[at].lower
    if lower in data.locatives:
        return False
    if not data.nouns_capitalised or lower not in _GERMAN_PARTICLES:
        preposition = data.names_inflect and lower in data.prepositions
        return lower in PARTICLES and not data.nouns_capitalised and not preposition
    if lower in data.articles:
        return tokens[at - 1].lower in {"von", "van"}
    named = at - first == 1 and _seen_without_article(tokens, first, data)
    return named or (at - first == 2 and _is_title(tokens[first], data))


def _leads_on(text: str, tokens: Sequence[Token], first: int, at: int) -> bool:
    """A particle belongs to a name where a capitalised word, or a particle and one, follows.

    Behind a full name what follows must not be a body or a country: "Thomas Ray de la Banque …".
    """
    for ahead in (at + 1, at + 2):
        if ahead >= len(tokens) or text[tokens[ahead - 1].end : tokens[ahead].start] not in {" ", "\u00a0"}:
            return False
        if _capital(tokens[ahead]):
            lower = tokens[ahead].lower
            if lower in PLATFORMS:
                return False
            return at - first < 2 or not any(lower in few for few in (ORGANISATION_WORDS, KNOWN_PLACES, COUNTRIES))
        if tokens[ahead].lower not in PARTICLES:
            return False
    return False


def _stripped(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    opens: bool,
    data: LanguageData,
    inner: set[str],
    lowered: set[str],
) -> Iterator[Run]:
    """Take titles and roles off the front, and a capital that only opens a sentence."""
    title = next((i for i in range(last - 1, first - 1, -1) if _is_title(tokens[i], data)), None)
    if title is not None and title + 1 < last:
        if any(not _is_title(token, data) for token in tokens[first:title]):
            yield Run(first, title, titled=False)
        yield Run(title + 1 + _of_office(tokens, title + 1, last), last, titled=True)
        return
    if title is not None:
        if title - first >= 2:
            yield Run(first, last, titled=False)
        return
    before = tokens[first - 1].lower if first else ""
    office = _office_behind(text, tokens, first, data) and last - first == 3 and _plain(tokens, first, last)
    place = _leading_place(tokens, first, last) or int(office)
    if place:
        yield Run(first, first + place, titled=False)
        first += place
        before, opens = tokens[max(0, first - place - 2)].lower if office else "", False
    elif opens and last - first >= 2 and (tokens[first].lower in lowered or tokens[first].lower in data.relatives):
        first += 1
        before, opens = "", False
    titled = not opens and (before in data.titles or before in data.roles)
    lone = last - first == 1
    if opens and lone and tokens[first].text not in inner and _only_opens(tokens[first], lowered, data):
        return
    if data.nouns_capitalised and lone and not titled and not _seen_without_article(tokens, first, data):
        return
    yield Run(first, last, titled)


def _only_opens(token: Token, lowered: set[str], data: LanguageData) -> bool:
    """Whether a capital at the start of a sentence says nothing: the word stands small elsewhere, or could."""
    return token.lower in lowered or token.lower in data.cue_verbs or data.nouns_capitalised


def _office_behind(text: str, tokens: Sequence[Token], first: int, data: LanguageData) -> bool:
    """Whether a title and "of" stand before: what follows begins with the office's own name."""
    if text[tokens[first].start - 1] in "'’" and tokens[first].start:
        return any(_is_title(token, data) for token in tokens[max(0, first - 2) : first])
    if first < 2 or tokens[first - 2].lower not in data.titles:
        return False
    return tokens[first - 1].lower in data.prepositions or tokens[first - 1].lower in PARTICLES | data.articles


def _plain(tokens: Sequence[Token], first: int, last: int) -> bool:
    return not any(token.lower in PARTICLES for token in tokens[first:last])


def _of_office(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many words between a title and a name are the office's: a country, or "van Financiën"."""
    if last - first > 2 and tokens[first].lower in KNOWN_PLACES:
        return 1
    joined = last - first > 3 and tokens[first].lower in PARTICLES and _capital(tokens[first + 1])
    return 2 if joined and _plain(tokens, first + 1, last) else 0


def _leading_place(tokens: Sequence[Token], first: int, last: int) -> int:
    """How many words of a country stand before what could be a person's name, as in "Florida Mike Waltz"."""
    for length in (2, 1):
        name = " ".join(t.lower for t in tokens[first : first + length])
        known = name in KNOWN_PLACES or name in COUNTRIES or name in INFLECTED
        if known and last - first >= length + 2 and tokens[first + length].lower not in PARTICLES:
            return length
    return 0


def _is_title(token: Token, data: LanguageData) -> bool:
    return token.lower in data.titles or office_of(token.lower, data) is not None


def _seen_without_article(tokens: Sequence[Token], at: int, data: LanguageData) -> bool:
    """German writes every noun with a capital: a lone one is kept for the surname test only."""
    return at == 0 or tokens[at - 1].lower not in data.articles
