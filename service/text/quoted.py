"""Whether the words in marks are somebody's own, and whether they make a sentence."""

from collections import Counter

import regex

from service.records import QuoteKind
from service.text.marks import Marked
from service.text.scene import Scene
from service.text.speakers import Attribution, Frame
from service.text.titles import is_heading, is_paragraph, is_title
from service.text.words import count_words

_ENDS = regex.compile(r"[.!?…。！？।۔]['\"’”»)\]]*\s*\Z")
_INNER_END = regex.compile(r"[.!?…。！？।۔]\s+\p{Lu}|[。！？।۔]\s?\S")
_LEAD_IN = regex.compile(r"(?:\A|[\s:,;：，、—–-])\s*\Z")
_HIRAGANA = regex.compile(r"\p{Hiragana}")
_HANGUL = regex.compile(r"\p{Hangul}")
_LETTER = regex.compile(r"\p{L}")
_CLAUSE_ENDS = regex.compile(r"\s?(?:[.,;:!?]|\Z)")
_SHORT_UNSPACED, _SHORT_KANA = 9, 6
# Words that a phrase without a cue needs; behind an article 4 to 5 give terms only (PolNeAR, fundus: 5 and 6 compared).
_LONE_PARTIAL, _LONE_TERM, _LONE_FULL, _NAMING_REACH = 4, 6, 4, 2
_LOOSE, _FIRM = 0.6, 0.7


def kind_of(scene: Scene, marked: Marked, frame: Frame) -> QuoteKind:
    """Full: a sentence or more, or the beginning of one that leads into its attribution."""
    said = scene.text[marked.start : marked.end]
    if _INNER_END.search(said):
        return "full"
    letter = _LETTER.search(said)
    if letter is None or letter.group().islower():
        return "full" if marked.runs_on or marked.resumes else "partial"
    leads = (
        bool(_LEAD_IN.search(scene.text[max(frame.left, frame.start - 3) : frame.start])) or frame.left == frame.start
    )
    before = scene.text[max(frame.left, frame.start - 3) : frame.start].strip()
    starts = not before or before[-1] in ":,：，—–" or not scene.data.spaced
    ended = (
        bool(_ENDS.search(said))
        or scene.text[frame.end : frame.end + 1] in {",", ".", "。", "，"}
        or said[-1:] in ",，"
    )
    return "full" if leads and starts and (ended or count_words(said) > _LONE_FULL) else "partial"


def is_quote(
    scene: Scene, marked: Marked, frame: Frame, reading: Attribution, kind: QuoteKind, terms: Counter[str]
) -> bool:
    """Told apart from titles, terms and words the reporter only holds at arm's length."""
    said = scene.text[marked.start : marked.end]
    if not _LETTER.search(said):
        return False
    if marked.runs_on or marked.resumes:
        return True
    if reading.cue is None and is_heading(scene, said, frame):
        return False
    if is_title(scene, said, frame, reading, kind):
        return False
    if kind == "full":
        alone = is_paragraph(scene, frame) and _ENDS.search(said)
        return count_words(said) >= (2 if reading.cue is not None else _LONE_FULL - 1 if alone else _LONE_FULL)
    if reading.cue is None and terms[said.strip(",.").lower()] > 1:
        return False
    return _is_long_enough(scene, said, frame, reading)


def _is_long_enough(scene: Scene, said: str, frame: Frame, reading: Attribution) -> bool:
    """Whether a part of a sentence is long enough for what else speaks for it."""
    length = count_words(said)
    if not scene.data.spaced and reading.confidence < _LOOSE and length < _fewest(scene, said, reading):
        return False
    if reading.cue is not None and (reading.candidate is not None or reading.confidence > _FIRM):
        return length >= 2 or (length == 1 and _is_verdict(scene, frame, reading))
    behind_article = reading.cue is None and _after_article(scene, frame)
    return length >= (_LONE_TERM if behind_article else _LONE_PARTIAL)


def _fewest(scene: Scene, said: str, reading: Attribution) -> int:
    """How many words a loosely attributed phrase needs; without spaces each character counts as one.

    Japanese terms are written without hiragana, running text never is.
    """
    if _HANGUL.search(said):
        return _LONE_PARTIAL
    if len(_HIRAGANA.findall(said)) > 1:
        return _SHORT_KANA
    return _LONE_PARTIAL if reading.cue is not None and scene.data.code == "zh" else _SHORT_UNSPACED


def _is_verdict(scene: Scene, frame: Frame, reading: Attribution) -> bool:
    """Whether a lone word in marks is what a named speaker calls something ("called the plan “absurd”").

    It stands at the end of its clause, in lower case, behind its attribution and behind no article.
    """
    if reading.candidate is None or reading.cue is None or not frame.left <= reading.cue.start < frame.start:
        return False
    before = scene.tokens_in(frame.left, frame.start)
    if not before or _after_article(scene, frame) or not scene.text[frame.start + 1 : frame.end].strip()[:1].islower():
        return False
    named = any(scene.tokens[i].lower in scene.data.naming for i in before[-_NAMING_REACH:])
    return not named and bool(_CLAUSE_ENDS.match(scene.text, frame.end))


def _after_article(scene: Scene, frame: Frame) -> bool:
    """An article glued to a short phrase in marks makes a term of it: the “coalition of the willing”."""
    tokens = scene.tokens_in(frame.left, frame.start)
    return bool(tokens) and scene.tokens[tokens.stop - 1].lower in scene.data.articles
