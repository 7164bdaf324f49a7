"""What makes a sentence stand alone: fit to be read out of its place, or tied to the one before it.

Two questions. `flaw` says why a sentence can't stand in a brief at all, by its shape, in any script.
`leans` says that it needs the sentence before it, by how it opens, in the languages of `openers`; a
language without an entry is never said to lean.
"""

from functools import lru_cache
from typing import Literal

import regex

from service.text.openers import ADDITIVES, OPENERS, SAME_AS, UNSPACED, Openers
from service.text.words import count_words

Flaw = Literal["short", "long", "question", "fragment", "heading", "list", "stamp", "unbalanced", "quote"]

FEWEST_WORDS = 4
MOST_WORDS = 90
MOST_CHARACTERS = 1200
"""Above this no newspaper sentence lies: it is a table, a list or a text without marks."""

_CLOSERS = "\"'”’»›)]}」』】）〉》＂“«‹_* \u00a0\u202f\u200f\u200e"
_OPENING_MARKS = regex.compile(r"[\"'“”„«»‹›‘’‚「『（(\[¿¡\s\u200e\u200f]*+")
_QUESTION_MARKS = "?؟？⁇՞፧"
_TERMINALS = ".!…。！｡۔।॥։።៕" + _QUESTION_MARKS
_UNFINISHED = ":,;،؛、，：；-–—("
_LIST_MARK = regex.compile(r"[•·▪◦‣●■►▶✓*#|>=_~+\\/-]|[–—―]|\(?\p{N}{1,2}(?:\)\s|\.\s(?!\p{Ll}))|\(?\p{L}\)\s|!?\[")
_PAIRS = (("(", ")"), ("（", "）"), ("[", "]"), ("「", "」"), ("『", "』"), ("‹", "›"), ("《", "》"))
_EVEN = ('"＂', "“”„‟", "«»")
_QUOTED = regex.compile(r'[“„][^“”„]*+[“”]|"[^"]*+"|«[^«»]*+»|»[^«»]*+«|「[^「」]*+」|『[^『』]*+』')
# Where particles follow a word directly (Korean) or no spaces part words, a letter may follow the closing mark.
_SINGLE_QUOTED = regex.compile(r"‘[^‘]*?’(?!(?![\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])\p{L})")
_TRAILING_OFF = ("…", "...")
_STAMP_WORDS = 10
_STAMP_DIGITS = 1 / 3
_FRONTED_WORDS = 8
_LONGEST_CLOSING = 60
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}-]*+")


def flaw(text: str) -> Flaw | None:
    """Why a sentence can't stand in a brief, wherever it stands; None where nothing is wrong."""
    if len(text) > MOST_CHARACTERS:
        return "long"
    parts = len(text.split())
    if parts > MOST_WORDS:
        return "long"
    if parts < FEWEST_WORDS and count_words(text) < FEWEST_WORDS:
        return "short"
    if _LIST_MARK.match(text):
        return "list"
    if parts < _STAMP_WORDS and _is_stamp(text):
        return "stamp"
    if is_unbalanced(text):
        return "unbalanced"
    return _flaw_of_ends(text) or ("quote" if _is_only_quote(text) else None)


def _flaw_of_ends(text: str) -> Flaw | None:
    bare = text.rstrip(_CLOSERS)
    if not bare or bare[-1] in _UNFINISHED or text.endswith(_TRAILING_OFF):
        return "fragment"
    if bare[-1] in _QUESTION_MARKS:
        return "question"
    opening = _without_marks(text)[:2]
    if opening.isalpha() and opening.islower():
        return "fragment"
    return "heading" if _is_shouted(text) else None


def _is_shouted(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= 8 and sum(map(str.isupper, text)) > 0.7 * letters


def _is_stamp(text: str) -> bool:
    """Whether digits make up so much of it that it is a date with a time, a score or a table's row."""
    digits = sum(map(str.isdigit, text))
    return digits > _STAMP_DIGITS * sum(map(str.isalnum, text))


def is_unbalanced(text: str) -> bool:
    """Whether a bracket or a quotation mark lacks its partner."""
    if any(text.count(left) != text.count(right) for left, right in _PAIRS):
        return True
    if any(sum(map(text.count, marks)) % 2 for marks in _EVEN):
        return True
    return "‘" in text and not _SINGLE_QUOTED.search(text)


def _is_only_quote(text: str) -> bool:
    """Whether next to nothing stands outside its quotation marks: somebody's words without the somebody."""
    if _QUOTED.search(text) is None and _SINGLE_QUOTED.search(text) is None:
        return False
    outside = _SINGLE_QUOTED.sub(" ", _QUOTED.sub(" ", text))
    return count_words(outside) < 2


def is_terminated(text: str) -> bool:
    """Whether it ends as a sentence does, closing marks aside."""
    return text.rstrip(_CLOSERS).endswith(tuple(_TERMINALS))


def opens_with_quote(text: str) -> bool:
    """Whether its first character is a quotation mark."""
    return text.startswith(tuple('"“„«»‘「『‚＂'))


def leans(text: str, *, language: str) -> bool:
    """Whether it needs the sentence before it: a pronoun, a pointer or a connective opens it, or "she said" ends it."""
    pattern = _openers(language.split("-")[0])
    if pattern is None:
        return False
    opening = _folded(_without_marks(text)[:160])
    if (match := pattern.match(opening)) is not None:
        return bool(match.lastgroup != "free")
    return _pronoun_after_fronted(opening, pattern) or _closes_with_pronoun(text, language)


def adds(text: str, *, language: str) -> bool:
    """Whether an "also" among its first words says that it goes on from something."""
    base = language.split("-")[0]
    words = ADDITIVES.get(SAME_AS.get(base, base), "-").split(", ")
    return any(word.strip(".,;:") in words for word in _folded(text).split()[:_FRONTED_WORDS])


def goes_on(text: str, *, language: str) -> bool:
    """Whether it reads as going on from the sentence before, by leaning on it or by adding to it."""
    return leans(text, language=language) or adds(text, language=language)


def _pronoun_after_fronted(opening: str, pattern: regex.Pattern[str]) -> bool:
    """ "On Friday, he …": the subject of the main clause is a pronoun after a short fronted phrase."""
    fronted, comma, rest = opening.partition(", ")
    if not comma or len(fronted.split()) > _FRONTED_WORDS:
        return False
    match = pattern.match(rest)
    return match is not None and bool(match.lastgroup == "pronouns")


def _closes_with_pronoun(text: str, language: str) -> bool:
    """ "…, she said.": what follows the last comma is short and has a pronoun for its subject."""
    _, comma, closing = text[-_LONGEST_CLOSING:].rpartition(",")
    words = _WORD.findall(_folded(closing))
    if not comma or not 0 < len(words) <= 3:
        return False
    subjects = {words[0], words[-1], *(part for word in words if "-" in word for part in word.split("-"))}
    return not _pronouns(language.split("-")[0]).isdisjoint(subjects)


@lru_cache(maxsize=64)
def _pronouns(language: str) -> frozenset[str]:
    entry = OPENERS.get(SAME_AS.get(language, language))
    return frozenset(entry.pronouns.split(", ")) if entry else frozenset()


def _without_marks(text: str) -> str:
    opening = _OPENING_MARKS.match(text)
    return text[opening.end() :] if opening else text


def _folded(text: str) -> str:
    return text.replace("’", "'").lower()


@lru_cache(maxsize=64)
def _openers(language: str) -> regex.Pattern[str] | None:
    entry = OPENERS.get(SAME_AS.get(language, language))
    if entry is None:
        return None
    edge = "" if language in UNSPACED else r"(?![\p{L}\p{M}\p{N}])"
    groups = (("free", entry.free), ("pronouns", entry.pronouns), ("other", _joined(entry)))
    parts = [f"(?P<{name}>{_alternatives(words, edge)})" for name, words in groups if words]
    return regex.compile("|".join(parts))


def _joined(entry: Openers) -> str:
    return f"{entry.pointers}, {entry.connectives}"


def _alternatives(words: str, edge: str) -> str:
    """The longest first, so that "no obstante" is not read as "no"; an elided one ("j'") needs no edge."""
    listed = sorted({word.strip() for word in words.split(",")}, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word) + ("" if word.endswith("'") else edge) for word in listed)
