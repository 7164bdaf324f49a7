"""Reading one quotation mark: whether it can open and whether it can close, from its form and its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from service.records import Span

_MARK = regex.compile(r"``|''|,,(?=\p{L})|[“”„‟\"＂〝〞〟«»‹›‘’‚‛'「」『』｢｣]")
FAMILY = {
    **dict.fromkeys(["``", "''", ",,", *'“”„‟"＂〝〞〟'], "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "single angle"),
    **dict.fromkeys("‘’‚‛'", "single"),
    **dict.fromkeys("「」｢｣", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_WORD = regex.compile(r"\p{L}+")
_OPENING = frozenset("([{—–-/¿¡“„«‘‚‹「『\"'>*_،,:：，\u200f\u200e\u2066\u2067\u202b\u202a")
_CLOSING = frozenset(".,;:!?)]}…—–-/”“»’›」』\"'<*_。，、！？：；।۔؟،؛\u200f\u200e\u2069\u202c")
_ELISIONS = frozenset(["em", "tis", "twas", "til", "cause", "bout", "round", "n", "s", "t", "ndrangheta", "k", "m"])


@dataclass(slots=True)
class Mark:
    """One mark as it stands; it may open, close, do either, or neither by its neighbours alone."""

    start: int
    end: int
    family: str
    form: str
    opens: bool
    closes: bool
    weak: bool = False
    tentative: "Mark | None" = None


def read_marks(text: str, paragraph: Span) -> Iterator[Mark]:
    """The marks of a paragraph in text order, apostrophes left out."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        before = text[start - 1] if start > paragraph.start else ""
        after = text[end] if end < paragraph.end else ""
        form = match.group()
        opens, closes = _roles(text, form, before, after, start, end)
        family = FAMILY[form]
        if opens or closes or family == "double":
            weak = family == "single" and closes and before in "sxzSXZ" and _runs_into_word(text, end)
            yield Mark(start, end, family, form, opens, closes, weak)


def _roles(text: str, form: str, before: str, after: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, from its form and its neighbours."""
    open_side = not before or before.isspace() or before in _OPENING or not before.isprintable()
    close_side = not after or after.isspace() or after in _CLOSING
    tight = bool(before) and not before.isspace()
    if form == "«" and _is_elided(text, before, start):
        return True, not after.isspace()
    if form in "“«‹":
        return open_side or not close_side, tight and (close_side or form == "“")
    if form in "”»›":
        free = not before or before.isspace() or before in "([{"
        return free and not close_side and form != "›", not (free and not close_side)
    if FAMILY[form] == "single":
        return _single_roles(text, form, before, after, open_side, end)
    if form in '"＂':
        return _straight_roles(text, before, after, open_side, close_side, start, end)
    return form in {"``", ",,", *"„‟「『｢〝"}, form in {"''", *"」』｣〞〟"}


def _is_elided(text: str, before: str, start: int) -> bool:
    """Whether a word shortened before a vowel is glued to the mark ("d’« avancer »")."""
    return before in {"'", "’"} and start > 1 and text[start - 2].isalpha()


def _single_roles(text: str, form: str, before: str, after: str, open_side: bool, end: int) -> tuple[bool, bool]:
    closes = form != "‚" and bool(before) and not before.isspace() and not _is_wordlike(after)
    if form in "‘‚‛":
        return (open_side or form == "‚") and not after.isspace() and bool(after), closes and not open_side
    if form == "'" and open_side and (after.isalpha() or after in "¿¡"):
        word = _WORD.match(text, end, end + 12)
        return word is None or word.group().lower() not in _ELISIONS, closes and before in _CLOSING
    return False, closes


def _straight_roles(
    text: str, before: str, after: str, open_side: bool, close_side: bool, start: int, end: int
) -> tuple[bool, bool]:
    if open_side and close_side:
        return before not in ".,!?…" and bool(after) and not after.isspace(), bool(before) and not before.isspace()
    if open_side or close_side:
        loose = bool(before) and before in ",:،，：" and not after.isspace()
        return open_side, close_side or loose
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return True, True
    if _is_wordlike(before) and _is_wordlike(after):
        return _after_prefix(text, before, start, end), "\u0600" <= before <= "\u06ff"
    return True, True


def _after_prefix(text: str, before: str, start: int, end: int) -> bool:
    """Hebrew and Arabic glue prepositions to a mark; Hebrew also writes one inside abbreviations."""
    if not "\u0590" <= before <= "\u06ff":
        return False
    prefix = next((n for n in range(1, 4) if start <= n or not text[start - n - 1].isalpha()), None)
    word = _WORD.match(text, end, end + 2)
    return prefix is not None and word is not None and len(word.group()) > 1


def _is_wordlike(char: str) -> bool:
    return char.isalnum() and not _UNSPACED.match(char)


def _runs_into_word(text: str, end: int) -> bool:
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
