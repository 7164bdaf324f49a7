"""The direct quotations of an article, with their speakers.

A quotation that runs over paragraphs is one `Quote` for each paragraph, all with the same speaker: that
is how papers print it and how it can be shown. A phrase of the reporter inside the marks («…, a déclaré
X, …») stays inside the quotation, as printed: what a `Quote` gives is one verbatim stretch.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.records import Mention, Name, Quote, QuoteKind, Sentence, Span, Speaker
from service.text.dialogue import dash_dialogue, retold
from service.text.lang import language_data
from service.text.lang.base import CONJUNCTIONS
from service.text.marks import Marked, overlaps, pair_marks, paragraphs
from service.text.persons import Persons
from service.text.quoted import is_quote, kind_of
from service.text.salience import salience
from service.text.scene import Scene, read_scene
from service.text.speakers import Attribution, Frame, attribute, carried_subject, frame_of
from service.text.titles import holds_second_marks
from service.text.tokens import Token
from service.text.unspaced import attribute_unspaced, goes_on
from service.text.words import count_words

_JOINTS = CONJUNCTIONS | frozenset(["和", "且", "與", "与", "及", "以及", "並", "并", "そして"])
_LONGEST_BETWEEN, _LONGEST_JOINT, _SHORTEST_LISTED = 160, 10, 4


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
        spoken = [retold(text, d, marked) or d for d in dash_dialogue(text, parts, data)]
        marked = _merged(marked, [d for d in spoken if not overlaps(d, blocked)])
    outside = [n for n in names if not overlaps(Span(n.start, n.end), blocked)]
    marked = _apart(marked)
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


def _apart(stretches: list[Marked]) -> list[Marked]:
    """Those that begin behind the end of the one before: no word is quoted twice."""
    kept: list[Marked] = []
    for marked in stretches:
        if not kept or marked.start >= kept[-1].end:
            kept.append(marked)
    return kept


def _judge(scene: Scene, persons: Persons) -> list[_Found]:
    found: list[_Found] = []
    previous = Attribution(None, None, 0.0)
    second_marks = holds_second_marks(scene)
    terms = Counter(scene.text[m.start : m.end].strip(",.").lower() for m in scene.marked)
    for index, marked in enumerate(scene.marked):
        frame = frame_of(scene, index)
        reading = attribute(scene, index, frame) if scene.data.spaced else attribute_unspaced(scene, index, frame)
        if reading.cue is None and index and _is_coordinate(scene, marked, frame, scene.marked[index - 1].outer_end):
            reading = replace(previous, confidence=round(previous.confidence * 0.9, 2))
        if scene.data.code == "ko" and index and goes_on(scene.text, scene.marked[index - 1].outer_end, frame.start):
            reading = replace(previous, cue=reading.cue, confidence=round(previous.confidence * 0.9, 2))
        previous = reading
        kind = kind_of(scene, marked, frame)
        if second_marks and marked.family == "single" and (reading.cue is None or not scene.data.spaced):
            continue
        if not is_quote(scene, marked, frame, reading, kind, terms):
            continue
        speaker, confidence = _speaker(scene, persons, reading, marked, frame, found)
        found.append(_Found(marked, kind, speaker, reading.cue, confidence))
    return found


def _is_coordinate(scene: Scene, marked: Marked, frame: Frame, before: int) -> bool:
    """Whether nothing but a conjunction or a comma parts a quotation from the one before ("“a” and “b”").

    Short ones that begin with a capital are a list of names.
    """
    between, said = scene.text[before : frame.start], scene.text[marked.start : marked.end]
    if said[0].isupper() and count_words(said) < _SHORTEST_LISTED:
        return False
    joint = between.lower().replace(",", " ").replace("、", " ").split()
    small = _JOINTS | scene.data.articles
    return frame.left == before and len(between) < _LONGEST_JOINT and all(word in small for word in joint)


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
