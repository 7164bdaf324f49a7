"""The words of a text, once for names, quotes and speakers."""

import re
from typing import NamedTuple

import regex

WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*+(?:['’‐‑\-·״\"](?=\p{L})[\p{L}\p{M}\p{N}]++)*+")
# The same words where no letter carries a mark of its own: the standard library's engine is three times as fast.
_PLAIN_WORD = re.compile(r"[^\W_]++(?:['’‐‑\-·״\"](?=[^\W\d_])[^\W_]++)*")
# Arabic vowel signs and Hebrew points: papers print them here and there, the lists of words have none.
_POINTS = dict.fromkeys([*range(0x64B, 0x653), 0x670, *range(0x5B0, 0x5C8)])
_MARKED_LETTERS = regex.compile(r"[\p{M}\u200c]")
_ENDING = regex.compile(r"(?<=\p{L})['’](?:[sS]|[dtny]?[aeıiuü]n?|[nlysd][ıiuüae]\p{Ll}{0,5}|[dt][ae]n?)\Z")
_ELIDED = regex.compile(
    r"(?i)(?:l|d|c|j|m|n|s|t|qu|un|dell|nell|all|sull|dall|quest|jusqu|lorsqu|puisqu)['’](?=\p{L}\p{L})"
)


class Token(NamedTuple):
    """One word of the text, without a possessive ending."""

    text: str
    lower: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """The words of a text; elided articles, possessive and Turkish case endings are left outside."""
    pattern = WORD if _MARKED_LETTERS.search(text) else _PLAIN_WORD
    tokens = []
    for match in pattern.finditer(text):
        word = match.group()
        start, end = match.span()
        if "'" in word or "’" in word:
            tokens.append(_bare(word, start))
        else:
            tokens.append(Token(word, word.lower(), start, end))
    return (
        tokens if pattern is _PLAIN_WORD else [token._replace(lower=token.lower.translate(_POINTS)) for token in tokens]
    )


def _bare(word: str, start: int) -> Token:
    """A word with an apostrophe, without an elided article before it or an ending behind it."""
    word = _ENDING.sub("", word)
    elided = _ELIDED.match(word)
    if elided:
        start += elided.end()
        word = word[elided.end() :]
    return Token(word, word.lower().replace("’", "'"), start, start + len(word))
