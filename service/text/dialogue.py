"""Speech that dashes mark: "— Words, — said X. — More words." at the start of a paragraph."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from service.records import Span
from service.text.lang.base import LanguageData
from service.text.marks import Marked

_DASH = regex.compile(r"[—–―-]\s?(?=[\p{Lu}«“\"¿¡…])")
# Spanish sets no mark before the reporter's dash, but glues the dash to the reporter's words: "Sí —dijo X—. No."
_INCISE = regex.compile(r"(?<=[,.!?…])\s*[—–―-]\s?(?=\p{Ll})|(?<=[\p{L}\p{N}»”\"])\s[—–―](?=\p{Ll})")
# Set off by a comma, or by a dash with a space on both sides, where the verb comes first: "Words, says X".
_LOOSE_INCISE = regex.compile(r"(?<=[\p{L}\p{N}»”\"!?…])(?:,|\s[—–―-])\s(?=\p{Ll})")
_NEXT_SENTENCE = regex.compile(r"(?<=[\p{Ll}\p{N}]{2})[.!?…]\s+(?=\p{Lu})")
_NAME_INSIDE = regex.compile(r"[\p{L}\p{N},]\s+\p{Lu}")
_TO_THE_END = frozenset(["da", "nb", "sv"])
_RESUMES = regex.compile(r"(?<=[,.;:])\s*[—–―-]\s?(?=\p{L})|(?<=\p{L})[—–―][,.;:]?\s(?=[\p{L}¿¡])")
_WORD = regex.compile(r"[\p{L}\p{M}'’-]++")
# A verb that is no cue elsewhere ("began") is one where nothing but a name stands between it and the next dash.
_NAMED = regex.compile(
    r"\p{Ll}{2,20}+\s(?:\p{Ll}{1,20}+\s)?\p{Lu}[\p{L}-]{1,30}+(?:\s\p{Lu}[\p{L}-]{1,30}+){0,2}[.,]?\s?(?:[—–―]|\Z)"
)
_REACH, _LOOSE_REACH, _SHORTEST = 4, 2, 8


def dash_dialogue(text: str, parts: Sequence[Span], data: LanguageData) -> Iterator[Marked]:
    """Paragraphs of dialogue; `end` leaves out a last phrase of the reporter, `outer_end` is the speech's end.

    A dash is believed where a phrase of the reporter stands in the paragraph, or where the paragraph
    before ends with a colon: lists use dashes too.
    """
    for i, part in enumerate(parts):
        dash = _DASH.match(text, part.start, part.end)
        if dash is None or part.end - dash.end() < _SHORTEST:
            continue
        incise = _find_incise(text, dash.end(), part.end, data)
        announced = i > 0 and text[parts[i - 1].start : parts[i - 1].end].rstrip().endswith(":")
        if incise is None and not announced:
            continue
        end = part.end if incise is None else _speech_end(text, incise, part, data)
        start, stop = _trim(text, dash.end(), end)
        if start < stop:
            yield Marked(start, stop, part.start, stop, "dash")


def retold(text: str, dash: Marked, marked: Sequence[Marked]) -> Marked | None:
    """The marked words that a dash paragraph only leads up to ("— And I asked him: “…?”"), where they end it."""
    at = bisect_left(marked, dash.start, key=lambda m: m.outer_start)
    if at == len(marked) or not dash.start < marked[at].outer_start < dash.end <= marked[at].outer_end:
        return None
    inner = marked[at]
    lead = text[dash.start : inner.outer_start].rstrip()
    if not lead.endswith(":") or len(lead) > inner.end - inner.start or _INCISE.search(lead):
        return None
    return Marked(inner.start, inner.end, dash.outer_start, inner.outer_end, dash.family)


def _find_incise(text: str, start: int, end: int, data: LanguageData) -> "regex.Match[str] | None":
    """The reporter's first phrase, set off by a dash or else by a comma."""
    dashed = (m for m in _INCISE.finditer(text, start, end) if _is_reporter(text, m.end(), end, data))
    loose = (m for m in _LOOSE_INCISE.finditer(text, start, end) if _has_cue(text, m.end(), _LOOSE_REACH, data))
    return next(dashed, None) or next(loose, None)


def _has_cue(text: str, start: int, reach: int, data: LanguageData) -> bool:
    words = _WORD.findall(text[start : start + 60].lower())[:reach]
    return any(word in data.cue_verbs for word in words)


def _is_reporter(text: str, start: int, end: int, data: LanguageData) -> bool:
    return _has_cue(text, start, _REACH, data) or _NAMED.match(text, start, end) is not None


def _speech_end(text: str, incise: "regex.Match[str]", part: Span, data: LanguageData) -> int:
    """Up to the reporter's phrase; to the end of the paragraph where speech goes on after it.

    Scandinavian papers give a dash the whole paragraph: there another sentence is speech too, unless it tells of
    somebody.
    """
    if _RESUMES.search(text, incise.end(), part.end):
        return part.end
    following = _NEXT_SENTENCE.search(text, incise.end(), part.end) if data.code in _TO_THE_END else None
    return part.end if following and _is_speech(text[following.end() : part.end], data) else incise.start()


def _is_speech(rest: str, data: LanguageData) -> bool:
    telling = data.he | data.she | data.they | data.cue_verbs
    return not _NAME_INSIDE.search(rest) and telling.isdisjoint(_WORD.findall(rest.lower()))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",—–-"):
        end -= 1
    return start, end
