"""Who said a quotation: the cue beside it and the subject of that cue.

The order of cue and speaker is read from the text, not fixed for a language: what stands between a
quotation and the end of its sentence is looked at first where the quotation leads into it, and what
stands before it otherwise. Without a cue there is a speaker only where the text carries on from one.
"""

from dataclasses import dataclass

import regex

from service.records import Mention
from service.text.lang.base import AUXILIARIES, CONJUNCTIONS
from service.text.lang.shared import THAT
from service.text.marks import Marked
from service.text.phrases import phrase_after, phrase_behind, phrase_in
from service.text.scene import Candidate, Scene
from service.text.subjects import (
    after_cue,
    apposed,
    before_cue,
    body_behind,
    has_no_subject,
    inverted,
    is_aside,
    is_object,
    marked_subject,
    plain_after,
    plain_before,
    plain_subject,
    subject_of,
)  # fmt: skip

_REACH_RIGHT = 14
_LEADS_ON = regex.compile(r"[,，、?？!！…—–-]\s*\Z")
_FINAL = regex.compile(r"[.!?…。！？]\s*\Z")
_COLON = regex.compile(r"[:：]\s*\Z")
_BREAK = regex.compile(r"[;:!?\n](?=\s|\Z)")
_SIGNED_BELOW = regex.compile(r"\s*\n\s*[—―–-]\s?(?=[\p{Lu}\p{Lo}][^\n]{2,60}+(?:\n(?!\s*[—―–-])|\Z))")
_SIGNED = regex.compile(r"[.,]?\s?[—―–-]\s?(?=[\p{Lu}\p{Lt}\p{Lo}])")
_NEAR_QUOTE, _AUXILIARY = 4, 1
_SURE, _LONGEST_SIGNATURE, _LONGEST_LEAD = 0.9, 80, 2000
_INNER_LABEL = regex.compile(r"(\p{Lu}[\p{Lu}.’'-]++(?: \p{Lu}[\p{Lu}.’'-]++){0,3}+):\s")
_LABEL = regex.compile(r"(?:^|\n)\s*([^\n:.!?]{2,60}+):\s*\Z")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A candidate for the speaker, the cue, and how sure the reading is, 0 to 1.

    `dropped` tells that the cue has no subject of its own, as in "declaró".
    """

    candidate: Candidate | None
    cue: Mention | None
    confidence: float
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence around a quotation: before it from `left`, after it up to `right`."""

    left: int
    start: int
    end: int
    right: int


def frame_of(scene: Scene, index: int) -> Frame:
    """The frame of the quotation `scene.marked[index]`, cut at its neighbours."""
    marked = scene.marked[index]
    left, right = scene.sentence_of(marked.outer_start)
    if right <= marked.outer_end:
        right = scene.sentence_of(max(marked.outer_end - 1, 0))[1]
    right = max(right, marked.outer_end)
    if right - marked.outer_end < 2 and _leads_on(scene, marked):
        right = max(right, scene.sentence_of(min(right, len(scene.text) - 1))[1])
    alone = index == 0 or scene.marked[index - 1].outer_end <= left
    if alone and not scene.text[left : marked.outer_start].strip(" \n\t—–―-"):
        left = _announced(scene, marked, left)
    if index and scene.marked[index - 1].outer_end > left:
        left = scene.marked[index - 1].outer_end
    if index + 1 < len(scene.marked) and scene.marked[index + 1].outer_start < right:
        right = scene.marked[index + 1].outer_start
    return Frame(left, marked.outer_start, marked.outer_end, right)


def _announced(scene: Scene, marked: Marked, left: int) -> int:
    """The sentence before, where it ends with a colon."""
    at = marked.outer_start
    while at > 0 and scene.text[at - 1] in " \n\r\t\u00a0":
        at -= 1
    return scene.sentence_of(at - 1)[0] if at and scene.text[at - 1] in ":：" else left


def _leads_on(scene: Scene, marked: Marked) -> bool:
    """Whether the sentence goes on after the quotation, by its last sign or the letter after it."""
    after = scene.text[marked.outer_end : marked.outer_end + 3].lstrip()
    if "\n" in scene.text[marked.outer_end : marked.outer_end + 2]:
        return False
    return (
        bool(_LEADS_ON.search(scene.text[marked.end - 1 : marked.end])) or after[:1].islower() or after[:1] in ",，—―–-"
    )


def attribute(scene: Scene, index: int, frame: Frame) -> Attribution:
    """The best reading of the frame of a quotation."""
    marked = scene.marked[index]
    inside = _from_inside(scene, marked)
    if inside is not None:
        return inside
    right = _from_right(scene, frame)
    left = _from_left(scene, frame)
    announced = _after_colon(scene, frame) and not (
        right and right.confidence > _SURE and scene.text[marked.end - 1] in ",，"
    )
    if right and right.candidate and (_leads_on(scene, marked) or not left) and not announced:
        return right
    for found in (left, right):
        if found and found.candidate:
            return found
    return left or right or _reported(scene, frame) or Attribution(None, None, 0.0)


def _from_inside(scene: Scene, marked: Marked) -> Attribution | None:
    """A transcript's label, or a reporter's phrase: the only words of a quotation that the scene has."""
    label = _INNER_LABEL.match(scene.text, marked.start, marked.end)
    if label is not None:
        return Attribution(Candidate(0, 1, label.start(1), label.end(1), "person"), None, 0.8)
    tokens = scene.tokens_in(marked.start, marked.end)
    cue = next((i for i in tokens if scene.is_cue(i)), None)
    if cue is None:
        return None
    chosen = after_cue(scene, cue, marked.end) or subject_of(scene, scene.candidates_in(marked.start, marked.end))
    return Attribution(chosen, _mention(scene, cue), 0.9, dropped=chosen is None)


def _reported(scene: Scene, frame: Frame) -> Attribution | None:
    """Reported speech by the verb's mood alone, carried on from a sentence with a cue."""
    tokens = scene.tokens_in(frame.left, frame.start)
    word = next((i for i in tokens if scene.tokens[i].lower in scene.data.reported), None)
    if word is None:
        return None
    behind = scene.candidates_in(scene.tokens[word].end, frame.start)
    if behind and behind[0].kind == "person" and behind[0].first == word + 1:
        return Attribution(behind[0], _mention(scene, word), 0.6)
    before = carried_subject(scene, frame)
    return Attribution(before.candidate if before else None, _mention(scene, word), 0.6)


def carried_subject(scene: Scene, frame: Frame) -> Attribution | None:
    """Who the sentence before speaks of saying something, in the same paragraph."""
    start, _ = scene.sentence_of(frame.start)
    if start == 0 or scene.paragraph_of(start - 1) != scene.paragraph_of(frame.start):
        return None
    left, end = scene.sentence_of(start - 1)
    cue = next((i for i in scene.tokens_in(left, end) if scene.is_cue(i)), None)
    if cue is None:
        return None
    subject = before_cue(scene, cue, left) or after_cue(scene, cue, end)
    return Attribution(subject, None, 0.6) if subject else None


def _after_colon(scene: Scene, frame: Frame) -> bool:
    return bool(_COLON.search(scene.text[max(frame.left, frame.start - 3) : frame.start]))


def _from_right(scene: Scene, frame: Frame) -> Attribution | None:
    phrase = _phrase_right(scene, frame) or _signed(scene, frame)
    if phrase is not None:
        return phrase
    stop = _BREAK.search(scene.text, min(frame.end + 1, frame.right), frame.right)
    end = stop.start() if stop and stop.start() > frame.end + 3 else frame.right
    tokens = scene.tokens_in(frame.end, end)
    cue = next((i for i in tokens[:_REACH_RIGHT] if scene.is_cue(i)), None)
    if cue is None or _is_coordinate(scene, frame, tokens):
        return None
    before = apposed(scene, subject_of(scene, scene.candidates_in(frame.end, scene.tokens[cue].start)), cue)
    after = inverted(scene, cue, end)
    if scene.data.verb_final and before is None:
        before = subject_of(scene, scene.candidates_in(frame.left, frame.start))
    if (
        before
        and after
        and before.kind in {"role", "group", "name"}
        and after.kind == "person"
        and after.first == cue + 1
    ):
        before = None
    plain = plain_subject(scene, range(tokens.start, cue))
    if plain is None and cue - tokens.start <= _AUXILIARY:
        plain = plain_after(scene, scene.tokens[cue].end, end)
    chosen = before or after or plain or body_behind(scene, cue, end)
    near = cue - tokens.start <= 4
    dropped = chosen is None and has_no_subject(scene, cue, end)
    return Attribution(chosen, _mention(scene, cue), 0.93 if near and chosen else 0.75, dropped=dropped)


def _phrase_right(scene: Scene, frame: Frame) -> Attribution | None:
    found = phrase_after(scene, frame.end, frame.right)
    if found is not None:
        return Attribution(*found, 0.85)
    behind = phrase_behind(scene, frame.end, frame.right)
    return Attribution(*behind, 0.8) if behind else None


def _phrase_left(scene: Scene, frame: Frame) -> Attribution | None:
    found = phrase_in(scene, frame.left, frame.start)
    behind = phrase_behind(scene, frame.left, frame.start)
    if found is not None and (found.candidate is not None or behind is None):
        return Attribution(*found, 0.85)
    return Attribution(*behind, 0.8) if behind else None


def _signed(scene: Scene, frame: Frame) -> Attribution | None:
    """A name behind a dash that ends the paragraph or is the next one, as letters and comments are signed."""
    alone = not scene.text[frame.left : frame.start].strip()
    dash = _SIGNED.match(scene.text, frame.end, frame.right)
    dash = dash or (_SIGNED_BELOW.match(scene.text, frame.end, frame.end + _LONGEST_SIGNATURE) if alone else None)
    if dash is None:
        return None
    found = scene.candidates_in(dash.end(), dash.end() + 1)
    rest = scene.text[found[0].end : found[0].end + 40].strip(" .\u00a0\t") if found else "-"
    return Attribution(found[0], None, 0.8) if found and rest[:1] in {"", "\n", ","} else None


def _mention(scene: Scene, token: int) -> Mention:
    """The words of a cue; an auxiliary with its pronoun takes its verb along ("a-t-elle dit")."""
    start, end = scene.tokens[token].start, scene.tokens[token].end
    behind = token + 1
    if scene.is_inverted(token) and behind < len(scene.tokens) and scene.is_cue(behind):
        end = scene.tokens[behind].end if scene.text[end : scene.tokens[behind].start] == " " else end
    return Mention(scene.text[start:end], start, end)


def _from_left(scene: Scene, frame: Frame) -> Attribution | None:
    label = _LABEL.search(scene.text, max(frame.left, frame.start - 80), frame.start)
    tokens = scene.tokens_in(frame.left, frame.start)
    order = tokens if scene.data.verb_first else reversed(tokens)
    cue = next((i for i in order if scene.is_cue(i)), None)
    if cue is not None and not scene.data.verb_first:
        cue = _of_main_clause(scene, cue, tokens)
    if cue is None:
        return _phrase_left(scene, frame) or _labelled(scene, frame, label)
    after = None if _opens_clause(scene, cue) else inverted(scene, cue, frame.start)
    if scene.data.verb_first:
        after = after or plain_after(scene, scene.tokens[cue].end, frame.start)
        if after:
            return Attribution(after, _mention(scene, cue), 0.8)
    after = None if is_object(scene, cue, after, frame.left) else after
    if is_aside(scene, cue):
        return Attribution(after, _mention(scene, cue), 0.8, dropped=after is None)
    subject = marked_subject(scene, range(tokens.start, cue))
    subject = subject or apposed(scene, before_cue(scene, cue, frame.left), cue)
    if subject is None and not scene.data.cased and not scene.data.verb_first and scene.token_at(frame.left) < cue:
        subject = plain_before(scene, tokens.start, cue)
    subject = subject or plain_subject(scene, range(tokens.start, cue), frame.start)
    if subject and after and subject.kind in {"role", "group", "name"} and after.kind in {"person", "he", "she"}:
        subject = after if after.first == cue + 1 else subject
    if subject is None and (after is None or after.first > cue + _AUXILIARY + 1):
        phrase = _phrase_left(scene, frame)
        if phrase is not None and phrase.candidate is not None:
            return phrase
    subject = subject or after or _sentence_subject(scene, frame, cue)
    distance = tokens.stop - 1 - cue
    confidence = 0.92 if distance <= 3 else 0.8 if distance <= 9 else 0.65
    return Attribution(subject, _mention(scene, cue), confidence, dropped=subject is None)


def _labelled(scene: Scene, frame: Frame, label: "regex.Match[str] | None") -> Attribution | None:
    """A speaker's name and a colon, as in a transcript, or the one person of a sentence that ends in a colon."""
    if not _after_colon(scene, frame):
        return None
    if label is not None:
        begins = label.start(1) + len(label.group(1)) - len(label.group(1).lstrip())
        named = scene.candidates_in(begins, begins + 1)
        if named and named[0].end >= label.end(1):
            return Attribution(named[0], None, 0.7)
    opens = scene.sentence_of(frame.start)[0]
    candidates = [
        c
        for c in scene.candidates_in(frame.left, frame.start)
        if c.kind in {"person", "he", "she", "role"} or (c.start == opens and c.kind == "name" and c.last - c.first > 1)
    ]
    chosen = subject_of(scene, candidates)
    if chosen is None or len({scene.tokens[c.last - 1].text for c in candidates if not scene.is_oblique(c)}) > 1:
        return None
    return Attribution(chosen, None, 0.6)


def _of_main_clause(scene: Scene, cue: int, before: range) -> int:
    """The cue before a relative clause's own ("told a man who asked …"), where words part that from the quote."""
    if (
        before.stop - cue <= _NEAR_QUOTE
        or cue == before.start
        or scene.tokens[cue - 1].lower not in scene.data.relatives - CONJUNCTIONS
    ):
        return cue
    return next((i for i in range(cue - 1, before.start - 1, -1) if scene.is_cue(i)), cue)


def _sentence_subject(scene: Scene, frame: Frame, cue: int) -> Candidate | None:
    """The first subject of the sentence; behind a verb without one, "that" begins another's clause."""
    start, _ = scene.sentence_of(frame.start)
    end = min(frame.start, start + _LONGEST_LEAD)
    found = scene.candidates_in(start, scene.tokens[cue].start if _opens_clause(scene, cue) else end)
    first = subject_of(scene, found)
    lone = first is not None and first.kind == "name" and first.start == start and first.last - first.first == 1
    if not lone or scene.data.subject_first:
        return first
    return subject_of(scene, [c for c in found if c.kind == "person"]) or first


def _opens_clause(scene: Scene, cue: int) -> bool:
    """Whether "that" follows a verb of saying whose subject its language may leave out."""
    if scene.data.subject_first or cue + 1 >= len(scene.tokens):
        return False
    return scene.tokens[cue + 1].lower in THAT


def _is_coordinate(scene: Scene, frame: Frame, after: range) -> bool:
    """Whether a conjunction right behind the mark begins another statement ("… “no” and said Y should go")."""
    first = scene.tokens[after.start]
    gap = scene.text[frame.end : first.start]
    subordinate = first.lower in scene.data.relatives - scene.data.articles - CONJUNCTIONS and gap in {" ", ", "}
    joined = first.lower in CONJUNCTIONS - scene.data.articles
    verb = first.lower not in AUXILIARIES and after.stop > after.start + 1 and scene.is_cue(after.start + 1)
    return subordinate or (joined and (gap == " " or (verb and gap in {", ", "; "})))
