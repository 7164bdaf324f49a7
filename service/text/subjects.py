"""The subject of a verb of saying: the noun before it or after it that no preposition governs."""

from collections.abc import Sequence

import regex

from service.text.scene import Candidate, Scene

_REACH_AFTER_CUE, _LONGEST_SUBJECT = 9, 6
_CLAUSE_END = regex.compile(r"[,;(]")


def subject_of(scene: Scene, candidates: Sequence[Candidate]) -> Candidate | None:
    """The first candidate that no preposition governs."""
    return next((c for c in candidates if not scene.is_oblique(c)), None)


def before_cue(scene: Scene, cue: int, left: int) -> Candidate | None:
    """The subject of a cue that follows it: right before it, before an apposition, or of its clause."""
    candidates = scene.candidates_in(left, scene.tokens[cue].start)
    if not candidates:
        return None
    nearest = candidates[-1]
    gap = scene.text[nearest.end : scene.tokens[cue].start]
    if gap == " " and scene.data.subject_first and scene.tokens[cue].lower.endswith("ing"):
        return nearest
    if not any(c in ",;:()–—" for c in gap) and cue - nearest.last <= 4 and not scene.is_oblique(nearest):
        return nearest
    people = [c for c in candidates if not scene.is_oblique(c)]
    named = [c for c in people if c.kind in {"person", "he", "she"}]
    if named and "," in gap and cue - named[-1].last <= 1:
        return named[-1]
    return next(iter(named or people), None)


def after_cue(scene: Scene, cue: int, end: int) -> Candidate | None:
    """The subject of an inverted cue ("said X"): the first noun after it that no preposition governs."""
    start = scene.tokens[cue].start if scene.is_inverted(cue) else scene.tokens[cue].end
    limit = scene.tokens[min(cue + _REACH_AFTER_CUE, len(scene.tokens) - 1)].end
    stretch = scene.text[start : min(end, limit)]
    comma = _CLAUSE_END.search(stretch)
    stop = start + comma.start() if comma else min(end, limit)
    return subject_of(scene, scene.candidates_in(start, stop))


def is_object(scene: Scene, cue: int, after: Candidate | None, left: int) -> bool:
    """Whether what follows a cue is spoken to or of: where subjects come first, all but "Said X: …" is."""
    return after is not None and scene.data.subject_first and cue > scene.token_at(left)


def plain_subject(scene: Scene, before: range) -> Candidate | None:
    """The words before a cue as they stand, where they begin with an article ("another commenter")."""
    data = scene.data
    if not before or scene.tokens[before.start].lower not in data.articles | data.numbers:
        return None
    last = before.start + 1
    while last < before.stop and scene.tokens[last].lower not in data.stops | data.prepositions | data.relatives:
        last += 1
    if last < before.stop and scene.tokens[last].lower not in data.prepositions | data.relatives:
        return None
    first, end = scene.tokens[before.start], scene.tokens[last - 1].end
    if last == before.start + 1 or last - before.start > _LONGEST_SUBJECT or "," in scene.text[first.start : end]:
        return None
    return Candidate(before.start, last, first.start, end, "group")


def plain_after(scene: Scene, start: int, end: int) -> Candidate | None:
    """The words after a cue as they stand, up to a function word: an article and a noun, or a name."""
    data = scene.data
    tokens = scene.tokens_in(start, min(end, start + 90))
    if not tokens or scene.text[start : scene.tokens[tokens.start].start].strip():
        return None
    first = last = tokens.start
    if scene.tokens[first].lower in data.articles | data.numbers:
        last += 1
    while last < tokens.stop and last - first < _LONGEST_SUBJECT and not _ends_phrase(scene, first, last):
        last += 1
    words = scene.tokens[first:last]
    noun = [t for t in words if t.lower not in data.articles]
    named = bool(noun) and (noun[-1].text[0].isupper() or not data.cased)
    if not noun or (len(noun) == len(words) and not named):
        return None
    return Candidate(first, last, words[0].start, words[-1].end, "group")


def _ends_phrase(scene: Scene, first: int, at: int) -> bool:
    data, token = scene.data, scene.tokens[at]
    if token.lower in data.stops | data.prepositions | data.relatives | data.calendar or token.lower in data.cue_verbs:
        return True
    return at > first and any(c in ",;:.()\n–—" for c in scene.text[scene.tokens[at - 1].end : token.start])
