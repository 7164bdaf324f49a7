"""Letters that do not belong: words in a script of neither language, letters of two scripts in one word, garbage."""

import re
from collections.abc import Iterator
from functools import lru_cache

from service.checks.findings import Finding
from service.checks.wording import RANGES, Wording
from service.records import Severity

# What a decoder leaves when it fails: replacement characters, byte tokens, marks of where words begin or join.
_LEFT_OVER = ("\ufffd", "⁇", "▁", "<0x", "<unk>", "<s>", "</s>", "@@ ")
# What is left of text that was read in the wrong encoding.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff]")
_MISREAD = re.compile("Ã[\xa0-\xbf]|â€")
_MAY_BE_MISREAD = ("Ã", "â€")
# One sign of all that is garbage: most texts have none of them, and one look tells.
_MAY_BE_GARBAGE = re.compile("[\ufffd⁇▁<@Ãâ\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff]")
_LATIN, _ALIKE = RANGES["Latn"], RANGES["Cyrl"] + "Α-Ωα-ώ"
_ANY_LATIN, _ANY_ALIKE = re.compile(f"[{_LATIN}]"), re.compile(f"[{_ALIKE}]")
_MIXED = re.compile(f"[{_LATIN}](?=[{_ALIKE}])|[{_ALIKE}](?=[{_LATIN}])")
_ALSO_WRITTEN = {"Jpan": ("Hans", "Hant"), "Hans": ("Hant",), "Hant": ("Hans",), "Kore": ("Hans", "Hant", "Jpan")}
_DENSE = frozenset(("Hans", "Hant", "Jpan", "Kore"))
_LONGEST_WORD, _MANY_LETTERS = 40, 20


def compare_scripts(before: Wording, after: Wording) -> tuple[Finding, ...]:
    """Letters and signs of `after` that are neither its language's nor those of `before`, its source."""
    garbage = tuple(_garbage(before, after)) if _MAY_BE_GARBAGE.search(after.text) else ()
    if after.text.isascii():
        return garbage
    return garbage + _mixed(before, after) + _foreign(before, after)


def _garbage(before: Wording, after: Wording) -> Iterator[Finding]:
    text = after.text
    for sign in _LEFT_OVER:
        if sign in text and sign not in before.text:
            yield Finding(
                "script", "error", sign.strip(), f"{sign.strip()} is what is left of text that was not decoded"
            )
            return
    match = None if text.isprintable() else _UNPRINTABLE.search(text)
    if match is None and any(sign in text for sign in _MAY_BE_MISREAD):
        match = _MISREAD.search(text)
    if match is not None and match.group() not in before.text:
        sign = match.group()
        value = sign if sign.isprintable() else " ".join(f"U+{ord(character):04X}" for character in sign)
        yield Finding("script", "warning", value, f"{value} is what is left of text read in the wrong encoding")


def _mixed(before: Wording, after: Wording) -> tuple[Finding, ...]:
    if _ANY_ALIKE.search(after.text) is None or _ANY_LATIN.search(after.text) is None:
        return ()
    match = _MIXED.search(after.text)
    if match is None:
        return ()
    word = _word_at(after.text, match.start())
    if word in before.text:
        return ()
    return (Finding("script", "warning", word, f"{word!r} mixes letters of two scripts"),)


def _word_at(text: str, index: int) -> str:
    head, tail = text[max(0, index - _LONGEST_WORD) : index], text[index : index + _LONGEST_WORD]
    return (head.split()[-1] if head.split() and not head[-1].isspace() else "") + tail.split()[0]


def _foreign(before: Wording, after: Wording) -> tuple[Finding, ...]:
    letter, several = _foreign_runs(after.script)
    runs = several.findall(after.text) if letter.search(after.text) else []
    if not runs:
        return ()
    unknown = [run for run in runs if run not in before.text]
    if unknown:
        severity: Severity = "error" if sum(map(len, unknown)) >= _MANY_LETTERS else "warning"
        message = f"{unknown[0]!r} is in a script that is neither the translation's nor stands in the source"
        return (Finding("script", severity, unknown[0], message),)
    if before.script != after.script:
        return (Finding("script", "warning", runs[0], f"{runs[0]!r} was left in the script of the source"),)
    return ()


@lru_cache(maxsize=64)
def _foreign_runs(script: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two letters and more, or one of a dense script, of no script that texts in `script` are written with.

    Before them one such letter, which is found sooner.
    """
    own = {script, "Latn", *_ALSO_WRITTEN.get(script, ())}
    others = "".join(ranges for code, ranges in RANGES.items() if code not in own and code not in _DENSE)
    dense = "".join(RANGES[code] for code in sorted(_DENSE - own)) if script not in _DENSE else ""
    if script in ("Hans", "Hant"):
        dense = RANGES["Kore"] + "ぁ-ヺ"
    several = re.compile(f"[{others}]{{2,}}" + (f"|[{dense}]+" if dense else ""))
    return re.compile(f"[{others}{dense}]"), several
