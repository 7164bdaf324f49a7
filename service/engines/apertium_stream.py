"""Plain text to Apertium's stream format and back: escapes, superblanks and the marks on words.

The format is described at https://wiki.apertium.org/wiki/Apertium_stream_format.
"""

import re
import unicodedata
from dataclasses import dataclass

from service.errors import EngineUnavailable

# These would be read as marks on words, so they travel as superblanks, which no program looks into.
_SYMBOLS = re.compile(r"[*#@~]")
_RESERVED = re.compile(r"[\\\[\]{}^$/<>]")
_SPACE = re.compile(r"\s+")
_ENDED = re.compile("[.!?…:;。！？][\"'”’»)›」』]*$")
_TOKEN = re.compile(r"\[((?:[^\]\\]|\\.)*)\]|\\(.)|([*#@])(?=\w)|([*#@])", re.DOTALL)
_WORD = re.compile(r"\w[\w’'·-]*")
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x200B], " ")
_END = "[#newsbriefs]"


@dataclass(frozen=True, slots=True)
class Answer:
    """A text as it came out, without any mark; `unknown` are the words the pair did not know."""

    text: str
    unknown: tuple[str, ...]
    broken: int
    words: int


def normalise(text: str) -> str:
    """One space between words, and nothing that no dictionary can read: control and format characters, surrogates."""
    if not text.isascii():
        strange = {ord(character): None for character in set(text) if _unreadable(character)}
        text = text.translate(strange) if strange else text
    return _SPACE.sub(" ", text.translate(_CONTROLS)).strip()


def _unreadable(character: str) -> bool:
    # The two joiners shape Persian and Indic words, and emoji; the space without width becomes a space.
    return unicodedata.category(character) in {"Cf", "Cs", "Co"} and character not in "\u200b\u200c\u200d"


def encode(text: str) -> bytes:
    """A text in the stream format, with a full stop where it has none and a superblank that tells its end.

    The stop is what `apertium-destxt` adds: the taggers and transfer rules were made for whole sentences.
    """
    escaped = _SYMBOLS.sub(r"[\\\g<0>]", _RESERVED.sub(r"\\\g<0>", text))
    stop = "" if _ENDED.search(text) else "."
    return f"{escaped}{stop}{_END}".encode()


def decode(answer: bytes, text: str) -> Answer:
    """Read the answer to `encode(text)`; raises EngineUnavailable where its end is missing."""
    raw = answer.decode("utf-8", "replace")
    before, found, after = raw.rpartition(_END)
    if not found:
        raise EngineUnavailable("the Apertium pipeline lost the end of a text; try again")
    marked: list[tuple[str, int]] = []
    out: list[str] = []
    length = 0
    position = 0
    for match in _TOKEN.finditer(before + after):
        piece = (before + after)[position : match.start()] + _plain(match)
        out.append(piece)
        length += len(piece)
        mark = _mark(match)
        if mark:
            marked.append((mark, length))
        position = match.end()
    out.append((before + after)[position:])
    plain = "".join(out)
    return _answer(plain, marked, text)


def _plain(match: re.Match[str]) -> str:
    blank, escaped = match[1], match[2]
    if blank is not None:
        return re.sub(r"\\(.)", r"\1", blank)
    return escaped if escaped is not None and escaped not in "@#*" else ""


def _mark(match: re.Match[str]) -> str:
    return match[3] or (match[2] if match[2] is not None and match[2] in "@#*" else "")


def _answer(plain: str, marked: list[tuple[str, int]], text: str) -> Answer:
    unknown: dict[str, None] = {}
    broken = 0
    for mark, start in marked:
        word = _WORD.match(plain, start)
        if mark == "#" or word is None:
            broken += 1
        else:
            unknown[word[0].rstrip("’'·-")] = None
    # A letter by itself is a unit or an index, which is the same everywhere.
    unknown = {word: None for word in unknown if len(word) > 1}
    if not _ENDED.search(text):
        plain = plain.rstrip().removesuffix(".")
    return Answer(plain, tuple(unknown), broken, len(_WORD.findall(plain)))
