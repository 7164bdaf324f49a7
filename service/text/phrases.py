"""Phrases that name a source without a verb of saying: "according to X", "selon X", "X zufolge"."""

from typing import NamedTuple

import regex

from service.records import Mention
from service.text.lang.shared import OPINIONS
from service.text.scene import Candidate, Scene
from service.text.subjects import plain_after, plain_before

_REACH, _REACH_BEHIND, _LONGEST_PHRASE = 90, 160, 40
_FIRST_WITHIN, _TO_NAME = 6, 4
_CLAUSE_ENDS = regex.compile(r"[,;:()،؛\n]")


class Phrase(NamedTuple):
    """Whom a phrase names, or None, and its own words."""

    candidate: Candidate | None
    cue: Mention


def phrase_after(scene: Scene, start: int, end: int) -> Phrase | None:
    """A phrase and its speaker right at the beginning of a stretch, behind a comma or a dash."""
    while start < end and scene.text[start] in " ,.–—-،\u00a0":
        start += 1
    found = _phrase_at(scene, start, end, opens=False)
    return found if found and found.candidate else None


def phrase_in(scene: Scene, start: int, end: int) -> Phrase | None:
    """The last phrase of a stretch, with whom it names."""
    lowered = scene.text[start:end].lower()
    for phrase in scene.data.cues_before:
        at = lowered.rfind(phrase + " ")
        if at >= 0 and (at == 0 or not lowered[at - 1].isalpha()):
            opens = scene.sentence_of(start + at)[0] == start + at
            found = _phrase_at(scene, start + at, end, opens=opens)
            if found is not None:
                return found
    return None


def phrase_behind(scene: Scene, start: int, end: int) -> Phrase | None:
    """A phrase that stands behind its speaker ("X zufolge", "X’e göre")."""
    stretch = scene.text[start : min(end, start + _REACH_BEHIND)].lower()
    for phrase in scene.data.cues_after:
        at = stretch.find(" " + phrase)
        if at < 0 or stretch[at + 1 + len(phrase) : at + 2 + len(phrase)].isalpha():
            continue
        cue = start + at + 1
        before = (*scene.candidates_in(start, start + at),) or (_words_before(scene, start, cue),)
        if before[-1] is not None:
            return Phrase(before[-1], Mention(scene.text[cue : cue + len(phrase)], cue, cue + len(phrase)))
    return None


def _words_before(scene: Scene, start: int, end: int) -> Candidate | None:
    """The words before a phrase, in scripts where no capital tells a name."""
    return None if scene.data.cased else plain_before(scene, scene.token_at(start), scene.token_at(end))


def _phrase_at(scene: Scene, start: int, end: int, *, opens: bool) -> Phrase | None:
    head = scene.text[start : start + _LONGEST_PHRASE].lower()
    phrase = next((p for p in scene.data.cues_before if head.startswith(p + " ")), None)
    if phrase is None or (phrase in OPINIONS and not opens):
        return None
    stop = start + len(phrase)
    comma = _CLAUSE_ENDS.search(scene.text, stop, min(end, stop + _REACH))
    if phrase in OPINIONS and (comma is None or comma.group() != ","):
        return None
    limit = comma.start() if comma else min(end, stop + _REACH)
    chosen = _named(scene, stop, limit) or plain_after(scene, stop, limit)
    if chosen is None and phrase in OPINIONS:
        return None
    return Phrase(chosen, Mention(scene.text[start:stop], start, stop))


def _named(scene: Scene, start: int, end: int) -> Candidate | None:
    """The first who is named: behind an office and what belongs to it, its holder."""
    candidates = scene.candidates_in(start, end)
    if not candidates:
        return None
    chosen = candidates[0]
    begins = chosen.first if chosen.role is None else chosen.role
    if begins - scene.token_at(start) > _FIRST_WITHIN:
        return None
    for other in candidates[1:]:
        if chosen.kind not in {"role", "group"} or scene.is_oblique(other) or other.first - chosen.last > _TO_NAME:
            break
        if other.kind == "person" or (other.kind == "name" and 1 < other.last - other.first <= 3):
            return other
    return chosen
