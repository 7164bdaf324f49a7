"""Where a sentence says no, and where it says maybe."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from service.checks.lang import check_words
from service.text.lang import language_data

Kind = Literal["sure", "weak", "hedge"]
Phrases = Mapping[str, tuple[str, ...]]
# A word ends at white space and marks; "don't" is one, "n'est" two. Vowel signs and joiners are part of it.
WORD = re.compile(r"[^\s!-/:-@\[-`{-~«»\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff00-\uff0f،؛؟।]++(?:'t\b|'(?=\w))?")
# As far as a word may stand from the one it negates together with, in characters.
_REACH = 60
_SHORTEST_AFFIXED = 6
# Nobody negates so often in a sentence; work stays linear in what is no sentence.
_MOST = 64


class Cue(NamedTuple):
    """One negation or hedge; `start` and `end` are half-open code points into the text read."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Polarity:
    """A sentence with its negations and hedges in text order; those that negate together are one.

    `known` is false where nothing is known of how its language negates: then no cue proves nothing.
    """

    text: str
    language: str
    cues: tuple[Cue, ...]
    known: bool

    @property
    def negations(self) -> tuple[Cue, ...]:
        """The cues that surely negate."""
        return tuple(cue for cue in self.cues if cue.kind == "sure")

    @property
    def weak(self) -> tuple[Cue, ...]:
        """The cues that say no inside a word, or in passing."""
        return tuple(cue for cue in self.cues if cue.kind == "weak")

    @property
    def count(self) -> tuple[int, int]:
        """How many sure and how many weak negations there are."""
        if not self.cues:
            return 0, 0
        kinds = [cue.kind for cue in self.cues]
        return kinds.count("sure"), kinds.count("weak")

    @property
    def hedges(self) -> tuple[Cue, ...]:
        """The cues that say maybe, or that somebody else said so."""
        return tuple(cue for cue in self.cues if cue.kind == "hedge")

    def value(self, cue: Cue) -> str:
        """The words of a cue as they stand in the text."""
        return self.text[cue.start : cue.end]


@dataclass(frozen=True, slots=True)
class _Table:
    """One language's words as they are looked up; a phrase is looked for where its rarest word is found."""

    words: dict[str, Kind]
    companions: frozenset[str]
    starts: tuple[str, ...]
    verb_starts: tuple[str, ...]
    verb_ends: tuple[str, ...]
    ends: tuple[str, ...]
    spared: tuple[str, ...]
    hedges: Phrases
    weak: Phrases
    idioms: Phrases
    idiom: re.Pattern[str] | None
    pattern: re.Pattern[str] | None


def read_polarity(text: str, language: str) -> Polarity:
    """The negations and hedges of one sentence; none in an unknown language."""
    table = _table(language)
    plain = text.lower() if text.isascii() else text.replace("’", "'").replace("İ", "i").lower()
    words = WORD.findall(plain) if table.words else []
    cues = _word_cues(plain, words, table) if words else []
    if table.pattern is not None:
        found = (_cue(match) for match in table.pattern.finditer(plain) if match.lastgroup != "idiom")
        cues = sorted([*cues, *islice(found, _MOST)], key=_start)
    if cues and words:
        spans = _idioms(plain, words, table)
        cues = [cue for cue in (_in_idiom(cue, spans) for cue in cues) if cue is not None] if spans else cues
    return Polarity(text, language, tuple(cues), bool(table.words) or table.pattern is not None)


def _cue(match: re.Match[str]) -> Cue:
    kind: Kind = "sure" if match.lastgroup == "sure" else "weak" if match.lastgroup == "weak" else "hedge"
    return Cue(kind, *match.span())


def _idioms(plain: str, words: Sequence[str], table: _Table) -> list[tuple[int, int]]:
    known = not table.idioms.keys().isdisjoint(words)
    spans = list(_phrases(plain, words, table.idioms)) if known else []
    if table.idiom is not None:
        spans += [match.span() for match in table.idiom.finditer(plain) if _starts_word(plain, match.start())]
    return spans


def _phrases(plain: str, words: Sequence[str], phrases: Phrases) -> Iterator[tuple[int, int]]:
    """Where phrases stand whose rarest word is among the words."""
    for key in phrases.keys() & set(words):
        for phrase in phrases[key]:
            end = 0
            for _ in range(_MOST):
                start = plain.find(phrase, end)
                if start < 0:
                    break
                end = start + len(phrase)
                if _starts_word(plain, start) and not plain[end : end + 1].isalnum():
                    yield start, end


def _starts_word(plain: str, start: int) -> bool:
    return start == 0 or not plain[start - 1].isalnum()


def _in_idiom(cue: Cue, spans: list[tuple[int, int]]) -> Cue | None:
    """A cue as it is to be read: "not only" says no only in passing, and "in May" is no hedge."""
    if not any(start <= cue.start and cue.end <= end for start, end in spans):
        return cue
    return cue._replace(kind="weak") if cue.kind == "sure" else None


def _word_cues(plain: str, words: Sequence[str], table: _Table) -> list[Cue]:
    known: Mapping[str, Kind] = table.words
    starts, ends, spared = table.starts, table.ends, table.spared
    affixed = [word for word in words if len(word) >= _SHORTEST_AFFIXED] if starts or ends else []
    affixed = [word for word in affixed if word.startswith(starts) or word.endswith(ends)]
    if affixed and (affixed := [word for word in affixed if not word.startswith(spared)]):
        known = {word: _by_affix(word, table) for word in affixed} | table.words
    cues = [] if known.keys().isdisjoint(words) else _found(plain, words, known)
    if not table.companions.isdisjoint(words):
        cues = _alone(plain, cues, table)
    told: list[Cue] = []
    if not table.hedges.keys().isdisjoint(words):
        told = [Cue("hedge", *span) for span in _phrases(plain, words, table.hedges)]
    if not table.weak.keys().isdisjoint(words):
        told += [Cue("weak", *span) for span in _phrases(plain, words, table.weak)]
    if told:
        cues = sorted([*cues, *told[:_MOST]], key=_start)
    return cues


def _by_affix(word: str, table: _Table) -> Kind:
    return "sure" if word.startswith(table.verb_starts) and word.endswith(table.verb_ends) else "weak"


def _found(plain: str, words: Sequence[str], known: Mapping[str, Kind]) -> list[Cue]:
    """The known words with where they stand; only marks and spaces part one word from the next."""
    cues: list[Cue] = []
    end = 0
    for word in words:
        start = plain.index(word, end)
        end = start + len(word)
        kind = known.get(word)
        if kind is not None:
            cues.append(Cue(kind, start, end))
            if len(cues) == _MOST:
                break
    return cues


def _alone(plain: str, cues: list[Cue], table: _Table) -> list[Cue]:
    """The cues without companions of another sure one near by."""
    kept: list[Cue] = []
    plain_sure = [c for c in cues if c.kind == "sure" and plain[c.start : c.end] not in table.companions]
    for cue in cues:
        if plain[cue.start : cue.end] in table.companions:
            others = plain_sure + [other for other in kept if other.kind == "sure"]
            if any(abs(other.start - cue.start) <= _REACH for other in others):
                continue
        kept.append(cue)
    return kept


def _start(cue: Cue) -> int:
    return cue.start


@lru_cache(maxsize=256)
def _table(language: str) -> _Table:
    data = check_words(language).polarity
    single: dict[str, Kind] = dict.fromkeys((h for h in data.hedges if _is_word(h)), "hedge")
    single |= dict.fromkeys(data.weak, "weak")
    single |= dict.fromkeys(data.negations | data.companions, "sure")
    return _Table(
        words=single,
        companions=data.companions,
        starts=tuple(data.weak_starts | data.verb_starts),
        verb_starts=tuple(data.verb_starts),
        verb_ends=tuple(data.verb_ends),
        ends=tuple(data.weak_ends),
        spared=tuple(data.spared),
        hedges=_by_rarest([phrase for phrase in data.hedges if not _is_word(phrase)], language),
        weak=_by_rarest(data.weak_phrases, language),
        idioms=_by_rarest(data.idioms, language),
        idiom=_compiled(data.idiom_pattern if data.negations else ""),
        pattern=_compiled(
            _group("idiom", "" if data.negations else data.idiom_pattern),
            _group("sure", data.negation_pattern),
            _group("weak", data.weak_pattern),
            _group("hedge", data.hedge_pattern),
        ),
    )


def _by_rarest(phrases: Sequence[str], language: str) -> Phrases:
    """The phrases by the word to look for first: one that is no stop word, else the longest."""
    stops = language_data(language).stops
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        words = WORD.findall(phrase)
        rarest = max(words, key=lambda word: (word not in stops, len(word)))
        found.setdefault(rarest, []).append(phrase)
    return {key: tuple(held) for key, held in found.items()}


def _is_word(phrase: str) -> bool:
    found = WORD.fullmatch(phrase)
    return found is not None


def _group(name: str, pattern: str) -> str:
    return f"(?P<{name}>{pattern})" if pattern else ""


def _compiled(*patterns: str) -> re.Pattern[str] | None:
    parts = [pattern for pattern in patterns if pattern]
    return re.compile("|".join(parts)) if parts else None
