"""Whether the quotation marks of a translation stand where those of its source do.

Every language has its own marks, and translators give or take those around a word or two; what counts are quotations:
one that lost its marks is no longer one, one that has none in the source is put into somebody's mouth.
"""

import re
from dataclasses import dataclass

from service.checks.findings import Finding

_HEBREW = re.compile("[א-ת]")
_MARK = re.compile("[\"＂“”„‟«»‹›「」『』‘’‚']")
_FAMILY = {
    **dict.fromkeys('"＂“”„‟', "double"),
    **dict.fromkeys("«»", "pointed"),
    **dict.fromkeys("‹›", "single pointed"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("‘’‚'", "single"),
}
_NEVER_OPENS, _NEVER_CLOSES = frozenset("」』"), frozenset("„‚「『")
# A quotation has so many words, or so many letters where they are not spaced; less may be a title or scare quotes.
_QUOTATION_WORDS, _QUOTATION_LETTERS = 5, 12


@dataclass(frozen=True, slots=True)
class Quoted:
    """How many stretches of a text stand between marks, how many are quotations, and whether a mark has no partner."""

    stretches: int = 0
    quotations: int = 0
    odd: bool = False


_NOTHING = Quoted()


def read_quoted(text: str) -> Quoted:
    """What stands between quotation marks in `text`, whatever their style; apostrophes are none."""
    if _MARK.search(text) is None:
        return _NOTHING
    stretches = quotations = 0
    opener: re.Match[str] | None = None
    odd = False
    for mark in _MARK.finditer(text):
        family = _FAMILY[mark.group()]
        if opener is not None and _FAMILY[opener.group()] == family and _closes(text, mark, opener.group()):
            stretches += 1
            quotations += _is_quotation(text[opener.end() : mark.start()])
            opener = None
        elif opener is None and not _inside_word(text, mark) and _opens(text, mark):
            opener = mark
        elif opener is None and family != "single" and not _inside_word(text, mark):
            odd = True
    odd = odd or (opener is not None and _FAMILY[opener.group()] != "single")
    return Quoted(stretches, quotations, odd)


def compare_quoted(before: Quoted, after: Quoted) -> tuple[Finding, ...]:
    """What the marks of a translation have lost or added."""
    if before == after:
        return ()
    if after.odd and not before.odd:
        return (Finding("quote_marks", "warning", None, "a quotation mark of the translation has no partner"),)
    if before.odd:
        return ()
    if after.stretches < before.stretches and after.quotations < before.quotations:
        return (Finding("quote_marks", "warning", None, "a quotation of the source lost its marks"),)
    if after.stretches > before.stretches and after.quotations > before.quotations:
        message = "marks stand around words of the translation that the source does not quote"
        return (Finding("quote_marks", "warning", None, message),)
    if after.stretches != before.stretches:
        message = f"{before.stretches} stretches of the source stand between marks, and {after.stretches} here"
        return (Finding("quote_marks", "info", None, message),)
    return ()


def _is_quotation(quoted: str) -> bool:
    return quoted.count(" ") >= _QUOTATION_WORDS - 1 or (
        " " not in quoted.strip() and not quoted.isascii() and len(quoted) >= 2 * _QUOTATION_LETTERS
    )


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark.group() in _NEVER_OPENS or not after:
        return False
    if _FAMILY[mark.group()] == "single":
        return not before.isalnum() and (after.isalnum() or after in '¿¡“«„"…')
    return mark.group() not in '"＂' or not before.isalnum() or (bool(_HEBREW.match(before)) and bool(after.isalpha()))


def _closes(text: str, mark: re.Match[str], opener: str) -> bool:
    if mark.group() in _NEVER_CLOSES:
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if _FAMILY[opener] == "single":
        return not before.isspace() and not after.isalnum()
    return not _inside_word(text, mark)


def _inside_word(text: str, mark: re.Match[str]) -> bool:
    """Whether it is the sign of an abbreviation in Hebrew, before its last letter."""
    before, after, beyond = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1], mark.end() + 1
    return bool(_HEBREW.match(before) and _HEBREW.match(after)) and not _HEBREW.match(text, beyond)
