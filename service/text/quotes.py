"""The direct quotations of an article, with their speakers.

A quotation that runs over paragraphs is one `Quote` for each paragraph, all with the same speaker: that
is how papers print it and how it can be shown. A phrase of the reporter inside the marks («…, a déclaré
X, …») stays inside the quotation, as printed: what a `Quote` gives is one verbatim stretch.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from service.records import Mention, Name, Quote, QuoteKind, Sentence, Span, Speaker
from service.text.dialogue import dash_dialogue
from service.text.lang import language_data
from service.text.lang.base import LanguageData
from service.text.marks import Marked, overlaps, pair_marks, paragraphs
from service.text.persons import Persons
from service.text.salience import salience
from service.text.scene import Scene, read_scene
from service.text.speakers import Attribution, Frame, attribute, carried_subject, frame_of
from service.text.tokens import Token
from service.text.unspaced import attribute_unspaced
from service.text.words import count_words

_ENDS = regex.compile(r"[.!?…。！？।۔]['\"’”»)\]]*\s*\Z")
_INNER_END = regex.compile(r"[.!?…。！？।۔]\s+\p{Lu}|[。！？।۔]\s?\S")
_LEAD_IN = regex.compile(r"(?:\A|[\s:,;：，、—–-])\s*\Z")
_WORDS = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*+")
_LETTER = regex.compile(r"\p{L}")
_CLAUSE_ENDS = regex.compile(r"\s?(?:[.,;:!?]|\Z)")
_SHORT_UNSPACED, _LONGEST_BETWEEN = 9, 160
_LONE_PARTIAL, _LONE_FULL, _SMALL_WORD, _NAMING_REACH, _LONGEST_TITLE = 5, 4, 3, 2, 9


@dataclass(frozen=True, slots=True)
class _Found:
    marked: Marked
    kind: QuoteKind
    speaker: Speaker | None
    cue: Mention | None
    confidence: float


def find_quotes(
    text: str,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    *,
    language: str,
    excluded: Sequence[Span] = (),
    tokens: Sequence[Token] | None = None,
) -> tuple[Quote, ...]:
    """Every direct quotation in text order; none touches an `excluded` span (removed text, the title).

    `tokens` are the words of `text`, where the caller has them already.
    """
    data = language_data(language)
    blocked = sorted(excluded, key=lambda span: span.start)
    parts = paragraphs(text)
    marked = pair_marks(text, excluded=blocked)
    if data.dash_dialogue:
        marked = _merged(marked, [d for d in dash_dialogue(text, parts, data) if not overlaps(d, blocked)])
    outside = [n for n in names if not overlaps(Span(n.start, n.end), blocked)]
    scene = read_scene(text, data, marked, sentences, outside, parts, tokens=tokens)
    persons = Persons(scene, outside)
    found = _judge(scene, persons)
    said = Counter(item.speaker.name for item in found if item.speaker)
    return tuple(_quote(scene, item, said) for item in found)


def _merged(marked: list[Marked], spoken: list[Marked]) -> list[Marked]:
    """Dialogue paragraphs and marked stretches together; a mark inside dialogue belongs to it."""
    whole = [Span(s.outer_start, s.outer_end) for s in spoken]
    kept = [m for m in marked if not overlaps(Span(m.outer_start, m.outer_end), whole)]
    return sorted([*kept, *spoken], key=lambda m: m.start)


def _judge(scene: Scene, persons: Persons) -> list[_Found]:
    found: list[_Found] = []
    terms = Counter(scene.text[m.start : m.end].strip(",.").lower() for m in scene.marked)
    for index, marked in enumerate(scene.marked):
        frame = frame_of(scene, index)
        reading = attribute(scene, index, frame) if scene.data.spaced else attribute_unspaced(scene, index, frame)
        kind = _kind(scene, marked, frame)
        if not _is_quote(scene, marked, frame, reading, kind, terms):
            continue
        speaker, confidence = _speaker(scene, persons, reading, marked, frame, found)
        found.append(_Found(marked, kind, speaker, reading.cue, confidence))
    return found


def _kind(scene: Scene, marked: Marked, frame: Frame) -> QuoteKind:
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


def _is_quote(
    scene: Scene, marked: Marked, frame: Frame, reading: Attribution, kind: QuoteKind, terms: Counter[str]
) -> bool:
    """Told apart from titles, terms and words the reporter only holds at arm's length."""
    said = scene.text[marked.start : marked.end]
    length = count_words(said)
    attributed = reading.cue is not None
    if not _LETTER.search(said):
        return False
    if marked.runs_on or marked.resumes:
        return True
    if _is_title(scene, said, frame, reading, kind):
        return False
    if not attributed and terms[said.strip(",.").lower()] > 1 and kind == "partial":
        return False
    if not scene.data.spaced and reading.confidence < 0.6 and kind == "partial" and length < _SHORT_UNSPACED:
        return False
    if kind == "full":
        return length >= (2 if attributed else _LONE_FULL)
    named = attributed and (reading.candidate is not None or reading.confidence > 0.7)
    if named:
        return length >= 2 or (length == 1 and _is_verdict(scene, frame, reading))
    return length >= (_LONE_PARTIAL if not attributed and _after_article(scene, frame) else _LONE_PARTIAL - 1)


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


def _is_title(scene: Scene, said: str, frame: Frame, reading: Attribution, kind: QuoteKind) -> bool:
    capitals = scene.data.cased and _title_case(said, scene.data)
    if _ENDS.search(said) or said[-1:] == ",":
        if capitals and kind == "partial" and not _follows_cue(scene, frame):
            return True
        stands_alone = reading.candidate is None and not scene.text[frame.left : frame.start].strip()
        return capitals and stands_alone and count_words(said) <= _LONGEST_TITLE
    before = scene.tokens_in(frame.left, frame.start)[-_NAMING_REACH:]
    announced = kind == "full" and scene.text[max(frame.left, frame.start - 3) : frame.start].rstrip()[-1:] in {
        ":",
        "：",
    }
    named = not announced and any(scene.tokens[i].lower in scene.data.naming for i in before)
    letter = _LETTER.search(said)
    small = letter is not None and letter.group().islower()
    if scene.data.nouns_capitalised and kind == "partial" and not small and reading.cue is None:
        return True
    return (capitals and kind == "partial") or (named and not small) or (capitals and reading.cue is None)


def _follows_cue(scene: Scene, frame: Frame) -> bool:
    """Whether a cue, or a colon or comma that leads in, stands right before the mark."""
    tokens = scene.tokens_in(frame.left, frame.start)
    leads = scene.text[max(frame.left, frame.start - 3) : frame.start].rstrip()[-1:] in {":", ",", "："}
    return leads or not tokens or scene.is_cue(tokens.stop - 1)


def _title_case(said: str, data: LanguageData) -> bool:
    """Whether nearly all words that are not small begin with a capital, as names and English titles do."""
    words = [w for w in _WORDS.findall(said) if len(w) > _SMALL_WORD and w.lower() not in data.stops]
    if not words or data.nouns_capitalised:
        return False
    capitals = sum(w[0].isupper() for w in words)
    return capitals >= 0.75 * len(words) and not said.isupper()


def _speaker(
    scene: Scene, persons: Persons, reading: Attribution, marked: Marked, frame: Frame, found: Sequence[_Found]
) -> tuple[Speaker | None, float]:
    if reading.candidate is not None:
        speaker = persons.speaker(reading.candidate)
        if speaker is None and not scene.data.spaced and found:
            speaker = found[-1].speaker
        sure = reading.confidence * (0.8 if reading.candidate.kind in {"he", "she"} else 1.0)
        return speaker, round(sure if speaker else 0.4, 2)
    before = None
    if reading.cue is None and not scene.text[frame.left : frame.start].strip():
        before = carried_subject(scene, frame)
    told = persons.speaker(before.candidate) if before and before.candidate else None
    if told and found and told.mention.start > found[-1].marked.end:
        return told, 0.55
    carried = _carried(scene, marked, frame, found, reading)
    if carried is not None:
        return carried
    if told is not None:
        return told, 0.55
    if reading.dropped and scene.data.code not in {"en", "de", "fr", "nl", "sv", "da", "nb"}:
        person = persons.antecedent(frame.start, woman=None)
        speaker = persons.speaker(person) if person else None
        if speaker and found and person and person.start < found[-1].marked.start:
            return _still_speaking(scene, marked, found[-1], speaker)
        return speaker, 0.55 if speaker else 0.4
    return None, 0.5 if reading.cue else 0.35


def _still_speaking(scene: Scene, marked: Marked, previous: _Found, focus: Speaker) -> tuple[Speaker | None, float]:
    """Who goes on, where a quotation stands between the person in focus and a cue without a subject."""
    if previous.speaker is None:
        return (None, 0.4) if previous.cue else (focus, 0.5)
    near = scene.paragraph_of(marked.start) == scene.paragraph_of(previous.marked.start)
    return (previous.speaker, 0.5) if near or focus.name in previous.speaker.name else (None, 0.4)


def _carried(
    scene: Scene, marked: Marked, frame: Frame, found: Sequence[_Found], reading: Attribution
) -> tuple[Speaker, float] | None:
    """The speaker of the quotation before, where this one plainly goes on from it."""
    previous = found[-1] if found else None
    if previous is None or previous.speaker is None:
        return None
    if marked.resumes or previous.marked.runs_on:
        return previous.speaker, 0.85
    if reading.cue is not None or scene.text[frame.left : frame.start].strip(" \n,.–—-"):
        return None
    steps = scene.paragraph_of(marked.start) - scene.paragraph_of(previous.marked.outer_end - 1)
    if steps == 1 and previous.kind == "full" and not scene.text[frame.end : frame.right].strip(" \n."):
        return previous.speaker, 0.6
    if steps == 0 and marked.outer_start - previous.marked.outer_end < _LONGEST_BETWEEN:
        return previous.speaker, round(previous.confidence * 0.9, 2)
    return None


def _quote(scene: Scene, item: _Found, attributed: Counter[str]) -> Quote:
    marked = item.marked
    said = scene.text[marked.start : marked.end]
    worth = salience(
        said,
        words=count_words(said),
        full=item.kind == "full",
        speaker=item.speaker,
        confidence=item.confidence,
        position=marked.start / max(1, len(scene.text)),
        prominence=attributed[item.speaker.name] / attributed.total() if item.speaker else 0.0,
    )
    return Quote(said, marked.start, marked.end, item.kind, item.speaker, item.cue, item.confidence, worth)
