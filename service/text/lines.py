"""What one line of a page is, by its own looks: body text, or which kind of furniture."""

from dataclasses import dataclass

import regex

from service.records import RemovalReason
from service.text import furniture
from service.text.words import has_unspaced

_CLOSERS = "\"'”’»›)]}」』】“«*"
_ENDS = ".!?…。！？։।؟۔።။៕"
_WIDE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
# Initials of the author or the agency after the last paragraph: "… sagte er. (phy)".
_SIGNATURE = regex.compile(r"(?<=[.!?…\"“”»])\s?[(\[][\p{L}/,. ]{2,16}[)\]]$")
_ALNUM = regex.compile(r"[\p{L}\p{N}]")
_MARKUP = regex.compile(
    r"[\s|]*+(?:!?\[[^\[\]]{0,200}\]\([^()\s]{0,400}\)[\s|]*+)++|<[^<>]{1,300}>|`{3}\w{0,20}|\|(?:[^|]{0,3}\|)++"
)
_ADDRESS = regex.compile(r"(?:https?://|www\.)\S{3,500}|(?<!\S)[^\s@]{1,64}+@\S{3,120}")
_CONNECTING = frozenset(
    "via for of and und et y e i og och pool from by par de la the handout file archive archiv archivbild für".split()  # noqa: SIM905
)
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’.\-]+")
_SHOWS_DATE = regex.compile(r"\d{4}|\d[:.h/-]\d|\d[月월日分]|^[\W\d]+$|\b[Mm]in|\bago\b|\b[Vv]or\b|\d ?h")
_FEW_WORDS_BESIDE_DATE = 4
_LONGEST_SHORT = 160
_LONGEST_PHRASE = 300


@dataclass(slots=True)
class Line:
    """One line that holds something: half-open span without surrounding space, and what was made of it."""

    text: str
    start: int
    end: int
    words: int
    ends_sentence: bool
    blank_after: bool = False
    reason: RemovalReason | None = None

    @property
    def is_prose(self) -> bool:
        """Whether the line reads like a paragraph of an article rather than a label."""
        if self.ends_sentence:
            return self.words >= 6
        return self.words >= (8 if self.text[-1] in ":;：；" else 30)


def make_line(text: str, start: int, end: int) -> Line:
    """The line `text[start:end]`, trimmed."""
    raw = text[start:end]
    stripped = raw.strip()
    first = start + len(raw) - len(raw.lstrip())
    words = len(stripped.split()) if len(stripped) < 5000 else 1000
    if has_unspaced(stripped[:2000]):
        words = max(words, len(_WIDE.findall(stripped[:2000])) // 2)
    tail = stripped[-60:]
    bare = (_SIGNATURE.sub("", tail) if tail.endswith((")", "]")) else tail).rstrip(_CLOSERS).rstrip()
    return Line(stripped, first, first + len(stripped), words, bare[-1:] in _ENDS if bare else False)


def judge(line: Line) -> RemovalReason | None:
    """The kind of furniture this line is by its own words and shape; None for text."""
    text = line.text
    if not _ALNUM.search(text) or (len(text) <= 800 and _MARKUP.fullmatch(text)):
        return "markup"
    if len(text) <= _LONGEST_SHORT:
        reason = _judge_short(text, line)
        if reason:
            return reason
    if len(text) <= _LONGEST_PHRASE:
        lowered = text.lower()
        if furniture.RELATED_STARTS.match(lowered):
            return "related"
        if furniture.FURNITURE_STARTS.match(lowered) and line.words <= 40:
            return "furniture"
        if not line.ends_sentence and line.words <= 16 and furniture.DATED_STARTS.match(lowered):
            return "furniture"
    return None


def _judge_short(text: str, line: Line) -> RemovalReason | None:
    lowered = text.lower()
    if line.words <= 24 and furniture.SHARE.fullmatch(lowered) and furniture.PLATFORM.search(lowered):
        return "share"
    if line.words <= 12 and furniture.FURNITURE.match(lowered):
        return "furniture"
    if not line.ends_sentence and furniture.RELATED.match(lowered):
        return "related"
    if line.words <= 16 and furniture.CREDIT_LINE.fullmatch(text):
        return "credit"
    if _is_byline(text, line):
        return "byline"
    if _is_agency_credit(text, line):
        return "credit"
    address = _ADDRESS.search(text) if "@" in text or "//" in text or "www." in text else None
    if address and len(text) - len(address.group()) < 40:
        return "byline" if "@" in address.group() else "furniture"
    return "furniture" if _is_date(text, line) else None


def _is_byline(text: str, line: Line) -> bool:
    if line.words > 14 or (line.ends_sentence and line.words > 5):
        return False
    start = furniture.BYLINE_START.match(text)
    if start is not None and _all_names(text[start.end() :]):
        return True
    if "기자" in text and furniture.KOREAN_BYLINE.fullmatch(text):
        return True
    agencies = furniture.AGENCY_LIST.search(text) if text.endswith(")") else None
    return agencies is not None and _all_names(text[: agencies.start()])


def _is_agency_credit(text: str, line: Line) -> bool:
    """ "Ohad Zwigenberg / Pool via Reuters": nothing but names, one of them an agency's."""
    if line.words > 10 or len(text) > 90 or not furniture.AGENCY.search(text):
        return False
    return _all_names(text) and ("/" in text or line.words <= 2 or "via" in text or "|" in text or text.startswith("("))


def _all_names(text: str) -> bool:
    words = _WORD.findall(text)
    return bool(words) and all(not word[0].islower() or word.lower() in _CONNECTING for word in words)


def _is_date(text: str, line: Line) -> bool:
    """A date or a time with next to nothing beside it."""
    if len(text) > 80 or line.words > 12 or (line.ends_sentence and line.words > 3) or not _SHOWS_DATE.search(text):
        return False
    if furniture.TIME.fullmatch(text) or text.strip(" /|.,:-+%").isdigit():
        return True
    date = furniture.DATE.search(text)
    if date is None:
        return False
    rest = furniture.CLOCK.sub(" ", text[: date.start()] + " " + text[date.end() :])
    return len([word for word in _WORD.findall(rest) if word[0].isalpha()]) <= _FEW_WORDS_BESIDE_DATE
