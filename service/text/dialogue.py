"""Speech that dashes mark: "— Words, — said X. — More words." at the start of a paragraph."""

from collections.abc import Iterator, Sequence

import regex

from service.records import Span
from service.text.lang.base import LanguageData
from service.text.marks import Marked

_DASH = regex.compile(r"[—–―-]\s?(?=[\p{Lu}«“\"¿¡…])")
# Spanish sets no mark before the reporter's dash, but glues the dash to the reporter's words: "Sí —dijo X—. No."
_INCISE = regex.compile(r"(?<=[,.!?…])\s*[—–―-]\s?(?=\p{Ll})|(?<=[\p{L}\p{N}»”\"])\s[—–―](?=\p{Ll})")
_RESUMES = regex.compile(r"(?<=[,.;:])\s*[—–―-]\s?(?=\p{L})|(?<=\p{L})[—–―][,.;:]?\s(?=[\p{L}¿¡])")
_WORD = regex.compile(r"[\p{L}\p{M}'’-]++")
_REACH, _SHORTEST = 4, 8


def dash_dialogue(text: str, parts: Sequence[Span], data: LanguageData) -> Iterator[Marked]:
    """Paragraphs of dialogue; `end` leaves out a last phrase of the reporter, `outer_end` is the speech's end.

    A dash is believed where a phrase with a cue verb stands in the paragraph, or where the paragraph
    before ends with a colon: lists use dashes too.
    """
    for i, part in enumerate(parts):
        dash = _DASH.match(text, part.start, part.end)
        if dash is None or part.end - dash.end() < _SHORTEST:
            continue
        incise = next((m for m in _INCISE.finditer(text, dash.end(), part.end) if _has_cue(text, m.end(), data)), None)
        announced = i > 0 and text[parts[i - 1].start : parts[i - 1].end].rstrip().endswith(":")
        if incise is None and not announced:
            continue
        end = part.end if incise is None else _speech_end(text, incise, part)
        start, stop = _trim(text, dash.end(), end)
        if start < stop:
            yield Marked(start, stop, part.start, stop, "dash")


def _has_cue(text: str, start: int, data: LanguageData) -> bool:
    words = _WORD.findall(text[start : start + 60].lower())[:_REACH]
    return any(word in data.cue_verbs for word in words)


def _speech_end(text: str, incise: "regex.Match[str]", part: Span) -> int:
    """Up to the reporter's phrase; to the end of the paragraph where speech goes on after it."""
    return part.end if _RESUMES.search(text, incise.end(), part.end) else incise.start()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",—–-"):
        end -= 1
    return start, end
