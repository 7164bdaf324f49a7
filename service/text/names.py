"""Proper names by their shape and what stands beside them; no list of names, no model.

In scripts with capitals a name is a run of capitalised words. What it names is judged by evidence
gathered over the whole article: a title or a role before it, a cue verb beside it, an age, a locative
preposition, the same surname alone elsewhere. Elsewhere only what follows a title is taken.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import regex

from service.records import Name, Sentence
from service.text.lang import language_data
from service.text.lang.base import KNOWN_PLACES, ORGANISATION_WORDS, PARTICLES, LanguageData

Kind = Literal["person", "place", "organisation", "other"]
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*+(?:['’‐‑\-·״\"](?=\p{L})[\p{L}\p{M}\p{N}]++)*+")
_ENDING = regex.compile(r"(?<=\p{L})['’](?:[sS]|[dtny]?[aeıiuü]n?|[nlysd][ıiuüae]\p{Ll}{0,5}|[dt][ae]n?)\Z")
_ELIDED = regex.compile(
    r"(?i)(?:l|d|c|j|m|n|s|t|qu|un|dell|nell|all|sull|dall|quest|jusqu|lorsqu|puisqu)['’](?=\p{L}\p{L})"
)
_JOINED = regex.compile(r"[ \u00a0\u202f]|\.[ \u00a0\u202f]|\.")
_AGE = regex.compile(r",? ?\(?\d{2}\b")
_LONGEST_NAME = 5
_ABBREVIATED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "prof",
        "rev",
        "sgt",
        "lt",
        "capt",
        "jr",
        "sr",
        "m",
        "mme",
        "sra",
        "dra",
        "ing",
        "mgr",
        "judr",
        "mudr",
    ]
)


class Token(NamedTuple):
    """One word of the text, without a possessive ending."""

    text: str
    lower: str
    start: int
    end: int


@dataclass(slots=True)
class _Evidence:
    person: int = 0
    place: int = 0
    organisation: int = 0
    forms: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens `first` to before `last`, and whether a title or role stands directly before them."""

    first: int
    last: int
    titled: bool


def tokenise(text: str) -> list[Token]:
    """The words of a text; elided articles, possessive and Turkish case endings are left outside."""
    tokens = []
    for match in WORD.finditer(text):
        word, start = match.group(), match.start()
        lower = word.lower()
        if "'" in word or "’" in word:
            word = _ENDING.sub("", word)
            elided = _ELIDED.match(word)
            start += elided.end() if elided else 0
            word = word[elided.end() :] if elided else word
            lower = word.lower().replace("’", "'")
        tokens.append(Token(word, lower, start, start + len(word)))
    return tokens


def find_names(text: str, sentences: Sequence[Sentence], *, language: str) -> tuple[Name, ...]:
    """The proper names of a text in text order, each with what it seems to name."""
    data = language_data(language)
    tokens = tokenise(text)
    starts = _sentence_starts(text, tokens, sentences)
    if not data.cased:
        return tuple(_after_titles(text, tokens, data))
    inner = {t.text for i, t in enumerate(tokens) if t.text[0].isupper() and i not in starts}
    lowered = {t.text for t in tokens if t.text[0].islower()}
    runs = list(_runs(text, tokens, starts, data, inner, lowered))
    evidence = _gather(text, tokens, runs, data)
    surnames = _surnames(tokens, runs, evidence, data)
    found = [_name(text, tokens, run, evidence, surnames, data) for run in runs]
    return tuple(name for name in found if name is not None)


def _sentence_starts(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> set[int]:
    """Indices of the tokens that open a sentence, a line or a quotation, where capitals mean nothing."""
    offsets = [s.start for s in sentences]
    starts = set()
    for i, token in enumerate(tokens):
        before = text[tokens[i - 1].end : token.start] if i else "\n"
        at = bisect_right(offsets, token.start)
        opens = at > 0 and (i == 0 or tokens[i - 1].start < offsets[at - 1])
        broken = any(c in '\n\r“„«»"‘‹「『—–:' for c in before) or (before[:1] in ".!?…" and len(before) > 1)
        if opens or (broken and not (before[:1] == "." and i and _abbreviates(tokens[i - 1]))):
            starts.add(i)
    return starts


def _abbreviates(token: Token) -> bool:
    return len(token.text) == 1 or token.lower in _ABBREVIATED


def _capital(token: Token) -> bool:
    first = token.text[0]
    return (
        first.isupper()
        or first.istitle()
        or (len(token.text) > 2 and token.text[1] in "'’-" and token.text[2].isupper())
    )


def _runs(
    text: str, tokens: Sequence[Token], starts: set[int], data: LanguageData, inner: set[str], lowered: set[str]
) -> Iterator[_Run]:
    i = 0
    while i < len(tokens):
        if not _capital(tokens[i]) or _is_common(tokens[i], data):
            i += 1
            continue
        last = _run_end(text, tokens, i, starts, data)
        yield from _stripped(tokens, i, last, i in starts, data, inner, lowered)
        i = last


def _is_common(token: Token, data: LanguageData) -> bool:
    return token.lower.split("'")[0] in data.stops or token.lower in data.calendar


def _run_end(text: str, tokens: Sequence[Token], first: int, starts: set[int], data: LanguageData) -> int:
    last = first + 1
    while last < len(tokens) and last - first < 2 * _LONGEST_NAME:
        gap = text[tokens[last - 1].end : tokens[last].start]
        if not _JOINED.fullmatch(gap) or (gap[0] == "." and not _abbreviates(tokens[last - 1])):
            break
        token = tokens[last]
        named = _capital(token) and not _is_common(token, data) and last not in starts
        if not named and not (_is_particle(token, data) and _leads_on(text, tokens, last)):
            break
        last += 1
    return last


def _is_particle(token: Token, data: LanguageData) -> bool:
    return token.lower in PARTICLES and not (data.nouns_capitalised and token.lower in data.articles)


def _leads_on(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A particle belongs to a name where a capitalised word, or a particle and one, follows."""
    for ahead in (at + 1, at + 2):
        if ahead >= len(tokens) or text[tokens[ahead - 1].end : tokens[ahead].start] not in {" ", "\u00a0"}:
            return False
        if _capital(tokens[ahead]):
            return True
        if tokens[ahead].lower not in PARTICLES:
            return False
    return False


def _stripped(
    tokens: Sequence[Token], first: int, last: int, opens: bool, data: LanguageData, inner: set[str], lowered: set[str]
) -> Iterator[_Run]:
    """Take titles and roles off the front, and a capital that only opens a sentence."""
    title = next((i for i in range(last - 1, first - 1, -1) if _is_title(tokens[i], data)), None)
    if title is not None and title + 1 < last:
        if title > first:
            yield _Run(first, title, titled=False)
        skip = last - title > 3 and tokens[title + 1].lower in KNOWN_PLACES
        yield _Run(title + 1 + skip, last, titled=True)
        return
    if title is not None:
        if title - first >= 2:
            yield _Run(first, last, titled=False)
        return
    before = tokens[first - 1].lower if first else ""
    if last - first >= 3 and tokens[first].lower in KNOWN_PLACES and tokens[first + 1].lower not in PARTICLES:
        yield _Run(first, first + 1, titled=False)
        first += 1
        opens = False
    elif opens and last - first >= 2 and tokens[first].lower in lowered:
        first += 1
        before, opens = "", False
    titled = not opens and (before in data.titles or before in data.roles)
    lone = last - first == 1
    if (
        opens
        and lone
        and tokens[first].text not in inner
        and (tokens[first].lower in lowered or tokens[first].lower in data.cue_verbs or data.nouns_capitalised)
    ):
        return
    if data.nouns_capitalised and lone and not titled and not _seen_without_article(tokens, first, data):
        return
    yield _Run(first, last, titled)


def _is_title(token: Token, data: LanguageData) -> bool:
    if token.lower in data.titles or token.lower in data.roles:
        return True
    return data.nouns_capitalised and any(token.lower[-n:] in data.roles for n in range(6, len(token.lower) - 2))


def _seen_without_article(tokens: Sequence[Token], at: int, data: LanguageData) -> bool:
    """German writes every noun with a capital: a lone one is kept for the surname test only."""
    return at == 0 or tokens[at - 1].lower not in data.articles


def _gather(text: str, tokens: Sequence[Token], runs: Sequence[_Run], data: LanguageData) -> dict[str, _Evidence]:
    """Evidence for each full form, from everywhere it stands."""
    evidence: dict[str, _Evidence] = {}
    for run in runs:
        found = evidence.setdefault(_form(tokens, run), _Evidence())
        before = tokens[run.first - 1].lower if run.first else ""
        tail = text[tokens[run.last - 1].end : tokens[run.last - 1].end + 6]
        words = [t.lower for t in tokens[run.first : run.last]]
        if run.titled and not (data.office_of_place and len(words) == 1):
            found.person += 3
        if _AGE.match(tail) and run.last - run.first > 1:
            found.person += 2
        if _beside_cue(text, tokens, run, data):
            found.person += 1 + (run.last - run.first > 1)
        if before in data.locatives:
            found.place += 2
        if any(w in ORGANISATION_WORDS or w in data.groups for w in words) or _is_acronym(tokens[run.first : run.last]):
            found.organisation += 4
        if all(w in KNOWN_PLACES for w in words):
            found.place += 6
    return evidence


def _beside_cue(text: str, tokens: Sequence[Token], run: _Run, data: LanguageData) -> bool:
    """A cue verb touches the name; in German a lone noun before one must open its sentence."""
    before = run.first > 0 and tokens[run.first - 1].lower in data.cue_verbs and _touches(text, tokens, run.first)
    after = run.last < len(tokens) and tokens[run.last].lower in data.cue_verbs and _touches(text, tokens, run.last)
    if data.nouns_capitalised and run.last - run.first == 1:
        return before or (after and (run.first == 0 or not _touches(text, tokens, run.first)))
    return before or after


def _touches(text: str, tokens: Sequence[Token], at: int) -> bool:
    return text[tokens[at - 1].end : tokens[at].start] == " "


def _is_acronym(tokens: Sequence[Token]) -> bool:
    return any(len(t.text) > 1 and t.text.isupper() for t in tokens)


def _form(tokens: Sequence[Token], run: _Run) -> str:
    return " ".join(t.text for t in tokens[run.first : run.last])


def _surnames(
    tokens: Sequence[Token], runs: Sequence[_Run], evidence: dict[str, _Evidence], data: LanguageData
) -> set[str]:
    """Last words of names that are persons: by their own evidence, or called by surname alone elsewhere."""
    single = {_form(tokens, run) for run in runs if run.last - run.first == 1}
    found = set()
    for run in runs:
        form, length = _form(tokens, run), run.last - run.first
        seen = evidence[form]
        last = tokens[run.last - 1].text
        shortened = length in (2, 3) and last in single and not seen.organisation and not data.nouns_capitalised
        alone = evidence.get(last, _Evidence()) if shortened else _Evidence()
        if (
            seen.person + 2 * shortened + alone.person
            > seen.place + seen.organisation + alone.place + alone.organisation
        ):
            found.add(last)
    return found


def _name(
    text: str,
    tokens: Sequence[Token],
    run: _Run,
    evidence: dict[str, _Evidence],
    surnames: set[str],
    data: LanguageData,
) -> Name | None:
    form, length = _form(tokens, run), run.last - run.first
    kind = _kind(form, tokens[run.last - 1].text, evidence[form], surnames, length)
    if data.nouns_capitalised and length == 1 and kind in {"other", "place"} and not run.titled:
        return None
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    return Name(text[start:end], start, end, kind)


def _kind(form: str, last: str, seen: _Evidence, surnames: set[str], length: int) -> Kind:
    if seen.organisation and seen.organisation >= seen.person:
        return "organisation"
    if seen.place > seen.person:
        return "place"
    if last in surnames and (length > 1 or seen.place < 6):
        return "person" if length <= _LONGEST_NAME else "other"
    return "other"


def _after_titles(text: str, tokens: Sequence[Token], data: LanguageData) -> Iterator[Name]:
    """In scripts without capitals: one or two words after a title, up to a function word."""
    for i, token in enumerate(tokens[:-1]):
        if not data.spaced or token.lower not in data.titles or (i and tokens[i + 1].lower in data.titles):
            continue
        last = i + 1
        while last < len(tokens) and last - i <= 3 and text[tokens[last - 1].end : tokens[last].start] == " ":
            lower = tokens[last].lower
            if lower in data.stops or lower in data.cue_verbs or lower in data.prepositions or lower in data.groups:
                break
            last += 1
        if last > i + 1:
            start, end = tokens[i + 1].start, tokens[last - 1].end
            yield Name(text[start:end], start, end, "other")
