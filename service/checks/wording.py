"""A text as its words and its letters: what the checks of a whole translation read once and share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from service.text import tags

_PUNCTUATION = "\"'“”„‟«»‹›‘’‚`´,.;:!?…()[]{}<>*_/|\\-–—―~。、，；：！？·・「」『』（）《》〈〉【】।॥؟،؛۔¿¡"
_SPREAD = re.compile(r"[\s\"'“”«»‘’,.;:!?…()\[\]\-–—。、，；：！？·・「」『』（）《》【】]+")
# Letters and vowel signs of each script, as ranges of the standard library's engine.
RANGES: Mapping[str, str] = {
    "Latn": "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ",
    "Grek": "Ͱ-Ͽἀ-῿",
    "Cyrl": "Ѐ-ԯ",
    "Armn": "Ա-և",
    "Hebr": "֑-ת",
    "Arab": "ؐ-ؚؠ-ٟٮ-ۓەۼݐ-ݿ",
    "Deva": "ऀ-ॣॱ-ॿ",
    "Beng": "ঀ-ৣৰ-৾",
    "Guru": "ਁ-ੵ",
    "Gujr": "ઁ-૿",
    "Orya": "ଁ-୷",
    "Taml": "ஂ-௺",
    "Telu": "ఀ-౿",
    "Knda": "ಀ-ೲ",
    "Mlym": "ഀ-ൿ",
    "Sinh": "ඁ-෴",
    "Thai": "ก-ฺเ-๎",
    "Laoo": "ກ-ໟ",
    "Tibt": "ཀ-ྼ",
    "Mymr": "က-႟",
    "Geor": "Ⴀ-ჿ",
    "Ethi": "ሀ-፟",
    "Khmr": "ក-៓",
    "Kore": "가-힣ᄀ-ᇿㄱ-ㆎ",
    "Jpan": "ぁ-ヿ々一-鿿㐀-䶿",
    "Hans": "々一-鿿㐀-䶿",
    "Hant": "々一-鿿㐀-䶿",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One text and its words in lower case; `distinct` holds each once.

    In scripts that write no spaces every letter is a word (`unspaced`).
    """

    text: str
    language: str
    script: str
    unspaced: bool
    words: tuple[str, ...]
    distinct: frozenset[str]


class ReadWording(Protocol):
    """What reads the words of a text: `read_wording`, or what remembers what it read."""

    def __call__(self, text: str, *, language: str) -> Wording:
        """The words of `text`."""
        ...


def read_wording(text: str, *, language: str) -> Wording:
    """The words of `text`, which is or ought to be in `language`, a BCP 47 tag."""
    code, script, unspaced = _traits(language)
    folded = text.lower()
    if unspaced:
        words = list(_SPREAD.sub("", folded))
    else:
        tokens = [token if token.isalnum() else token.strip(_PUNCTUATION) for token in folded.split()]
        words = [token for token in tokens if token] if "" in tokens else tokens
    return Wording(text, code, script, unspaced, tuple(words), frozenset(words))


@lru_cache(maxsize=512)
def _traits(language: str) -> tuple[str, str, bool]:
    script = tags.script(language) or "Latn"
    return tags.base(language), script, tags.is_unspaced(language)


@lru_cache(maxsize=64)
def letters_of(script: str) -> re.Pattern[str] | None:
    """A pattern of a run of letters of an ISO 15924 script; None where the script is not known here."""
    ranges = RANGES.get(script)
    return re.compile(f"[{ranges}]+") if ranges else None
