"""A decoder held to the Latin pieces of its vocabulary wherever a row is to be written in Latin letters.

Reading the output projection over the 128,112 pieces of M2M-100 is some 40 % of a step, and half of them are of
scripts that a Latin text never has. What a Latin text can hold is all in the list: every piece of Latin letters, every
single character of any script, digits, punctuation, bytes and marks of languages. So nothing needs a second try.
"""

import json
import os
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from service.engines.decoding import Hypothesis, Row, Search
from service.engines.tokenizing import FamilyTokenizer
from service.errors import EngineError
from service.text.tags import base, script

VMAP = "vmap.txt"
_WORD_STARTS = "▁Ġ"
# First words of the Unicode names of what may stand among Latin letters.
_LATIN = frozenset(["LATIN", "COMBINING", "MODIFIER", "FEMININE", "MASCULINE", "MICRO"])
# Smaller vocabularies are of few languages, and read quickly.
_LARGE = 100_000
# Written in Latin letters and in others: which of them a model writes, its table of languages doesn't tell.
_TWO_SCRIPTS = frozenset(["az", "bs", "ff", "ha", "hr", "kk", "ku", "ms", "sh", "sr", "tk", "tt", "uz"])


def latin(vocabulary: Iterable[str]) -> list[str]:
    """The pieces that a text in Latin letters can be made of, in the vocabulary's order."""
    return [piece for piece in vocabulary if _alphabets(piece) <= _LATIN or _spells(piece)]


def _spells(piece: str) -> bool:
    """Whether a piece is one character or a byte: with these anything can be written."""
    plain = piece.lstrip(_WORD_STARTS)
    return len(plain) <= 1 or (plain.startswith("<") and plain.endswith(">"))


@lru_cache(maxsize=1 << 17)
def _alphabets(piece: str) -> frozenset[str]:
    """The scripts of a piece's letters, by the first word of their names (`LATIN`)."""
    letters = (c for c in piece.lstrip(_WORD_STARTS) if unicodedata.category(c)[0] in "LM")
    return frozenset(unicodedata.name(letter, "?").split()[0] for letter in letters)


def listed(folder: Path) -> bool:
    """Put the list into a converted folder, before CTranslate2 loads it; False where the vocabulary is small."""
    try:
        words = json.loads((folder / "shared_vocabulary.json").read_text(encoding="utf-8"))
    except OSError:
        return False
    if len(words) < _LARGE:
        return False
    work = folder / f".{VMAP}.{os.getpid()}"
    work.write_text("\t" + " ".join(latin(words)) + "\n", encoding="utf-8")
    work.replace(folder / VMAP)
    return True


def latin_targets(tokenizer: FamilyTokenizer) -> frozenset[str]:
    """The tokens of the languages that a model writes in Latin letters and no others."""
    codes = tokenizer.targets.codes
    other = {code for tag, code in codes.items() if script(tag) != "Latn" or base(tag) in _TWO_SCRIPTS}
    return frozenset(tokenizer.family.token(code) for code in codes.values() if code not in other)


class TwoWays(Protocol):
    """A decoder that can be held to its list, or not."""

    name: str
    revision: str

    def decode(
        self, rows: Sequence[Row], search: Search, *, restricted: bool = False
    ) -> list[Hypothesis | EngineError]:
        """Decode each row."""
        ...

    def close(self) -> None:
        """Free the memory."""
        ...


class Restricted:
    """A `Decoder` that holds those rows to the list whose target language is one of `targets`, by its token."""

    def __init__(self, decoder: TwoWays, targets: Collection[str]) -> None:
        self.name = decoder.name
        self.revision = f"{decoder.revision}/latin"
        self._decoder = decoder
        self._targets = frozenset(targets)

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Decode each row, over the list where its language allows."""
        found: dict[int, Hypothesis | EngineError] = {}
        inside = [not self._targets.isdisjoint(row.prefix or row.tokens[:2]) for row in rows]
        for restricted in (True, False):
            places = [place for place, held in enumerate(inside) if held == restricted]
            if places:
                decoded = self._decoder.decode([rows[place] for place in places], search, restricted=restricted)
                found |= dict(zip(places, decoded, strict=True))
        return [found[place] for place in range(len(rows))]

    def close(self) -> None:
        """Free the memory; safe to call twice."""
        self._decoder.close()
