"""The subject of a verb of saying: the noun before it or after it that no preposition governs."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from service.text.lang.base import LanguageData
from service.text.lang.shared import AS, IN, TO
from service.text.offices import is_new_noun
from service.text.scene import Candidate, Scene

_REACH_AFTER_CUE, _LONGEST_SUBJECT = 9, 6
_LONGEST_NAME, _AUXILIARIES = 3, 2
_CLAUSE_END = regex.compile(r"[,;(،؛]")
_NEXT_WORD = 2
_COMMAS = frozenset(",،")
_SET_OFF = regex.compile(r"[,،)]\s\Z")
_CLAUSE_CLOSES = regex.compile(r"[.,;:!?\n]|\Z")
_CLOSES = regex.compile(r"\s?(?:\([^()]{1,40}\))?[,،]\s|\s")


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
    if named and "," in gap and _is_set_off(scene, named[-1], cue, alone=len(named) == 1):
        return named[-1]
    return next(iter(named or people), None)


def _is_set_off(scene: Scene, person: Candidate, cue: int, *, alone: bool) -> bool:
    """Whether a person stands right before a verb ("the mayor, X, said") or is described there ("X, mayor, said")."""
    begins = scene.tokens[person.first if person.role is None else person.role].start
    if cue - person.last <= 1:
        return alone or begins == 0 or scene.text[begins - 2 : begins - 1] in _COMMAS
    behind = scene.candidates_in(person.end, scene.tokens[cue].start)
    return scene.text[person.end : person.end + 1] in _COMMAS and any(c.kind in {"role", "group"} for c in behind)


def after_cue(scene: Scene, cue: int, end: int) -> Candidate | None:
    """The subject of an inverted cue ("said X"): the first noun after it that no preposition governs."""
    start = scene.tokens[cue].start if scene.is_inverted(cue) else scene.tokens[cue].end
    limit = scene.tokens[min(cue + _REACH_AFTER_CUE, len(scene.tokens) - 1)].end
    stretch = scene.text[start : min(end, limit)]
    comma = _CLAUSE_END.search(stretch)
    stop = start + comma.start() if comma else min(end, limit)
    return subject_of(scene, scene.candidates_in(start, stop))


def inverted(scene: Scene, cue: int, end: int) -> Candidate | None:
    """The subject behind a cue; where no capital tells a name, the words right behind it come before a later noun."""
    after = after_cue(scene, cue, end)
    if scene.data.cased or after is None:
        return after
    plain = plain_after(scene, scene.tokens[cue].end, end)
    if plain is None or plain.last > after.first:
        return after
    head = scene.tokens[plain.first].lower
    office = any(head in few for few in (scene.data.titles, scene.data.roles, scene.data.groups))
    return after if office else plain


def is_object(scene: Scene, cue: int, after: Candidate | None, left: int) -> bool:
    """Whether what follows a cue is spoken to or of: where subjects come first, all but "Said X: …" is."""
    begins = cue == scene.token_at(left) and scene.sentence_of(left)[0] == left
    return after is not None and scene.data.subject_first and not begins


def apposed(scene: Scene, subject: Candidate | None, cue: int) -> Candidate | None:
    """The person set between an office and its verb: "the party’s leader in Hull, Anna Berg, said"."""
    if subject is None or subject.kind not in {"role", "group", "name"}:
        return subject
    found = scene.candidates_in(subject.end, scene.tokens[cue].start)
    last = found[-1] if found else subject
    named = last.kind == "person" or (last.kind == "name" and 1 < last.last - last.first <= _LONGEST_NAME)
    begins = scene.tokens[last.first if last.role is None else last.role].start
    gap = scene.text[last.end : scene.tokens[cue].start]
    if last is subject or not named or not _SET_OFF.search(scene.text, begins - 3, begins):
        return subject
    return last if _CLOSES.match(gap) and cue - last.last <= _AUXILIARIES else subject


def _is_function(scene: Scene, token: int) -> bool:
    data, lower = scene.data, scene.tokens[token].lower
    return lower in data.stops or lower in data.prepositions or lower in data.relatives or lower in data.calendar


def is_aside(scene: Scene, cue: int) -> bool:
    """Whether a cue stands in a clause with "as" that no subject precedes: "which, as X stressed, is …"."""
    if scene.data.subject_first or not cue or scene.tokens[cue - 1].lower not in AS:
        return False
    return scene.text[scene.tokens[cue - 1].end : scene.tokens[cue].start] == " "


def has_no_subject(scene: Scene, cue: int, end: int) -> bool:
    """Whether nothing follows a verb that could be its subject: a mark, a function word, the end."""
    if scene.tokens[cue].lower.endswith(scene.data.plural_endings):
        return False
    at = cue + 1
    while at < len(scene.tokens) and scene.tokens[at].start < end:
        if any(c in ",;:.()\n–—،" for c in scene.text[scene.tokens[at - 1].end : scene.tokens[at].start]):
            return True
        if not scene.is_cue(at):
            return _is_function(scene, at)
        at += 1
    return True


def plain_subject(scene: Scene, before: range, leads_to: int = 0) -> Candidate | None:
    """The words before a cue as they stand, where they begin with an article ("another commenter").

    Where the cue is the last word before `leads_to`, its clause is enough: "As a phone rang, the announcer said".
    """
    data = scene.data
    if before and before.stop + 1 == scene.token_at(leads_to):
        opens = next((i for i in reversed(before[-_LONGEST_SUBJECT:]) if _is_cut(scene, i)), before.start)
        before = range(opens, before.stop)
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


def body_behind(scene: Scene, cue: int, end: int) -> Candidate | None:
    """The body that Slavic languages name behind a plural verb and "in": "сообщили в полиции"."""
    data, at = scene.data, cue + 1
    plural = data.plural_endings and scene.tokens[cue].lower.endswith(data.plural_endings)
    if not plural or at >= len(scene.tokens) or scene.tokens[at].start >= end or scene.tokens[at].lower not in IN:
        return None
    found = scene.candidates_in(scene.tokens[at].start, scene.tokens[at].end + _NEXT_WORD)
    body = next((c for c in found if c.kind in {"group", "name"} and at <= c.first <= at + 1), None)
    if body is not None and body.first == at:
        return replace(body, first=at + 1, start=scene.tokens[at + 1].start)
    return body or _closed_phrase(scene, at + 1)


def _closed_phrase(scene: Scene, first: int) -> Candidate | None:
    """One to three words up to the mark that ends their clause, none of them a function word."""
    for last in range(first, min(first + _NEXT_WORD + 1, len(scene.tokens))):
        if _ends_phrase(scene, first, last):
            return None
        if _CLAUSE_CLOSES.match(scene.text, scene.tokens[last].end):
            return Candidate(first, last + 1, scene.tokens[first].start, scene.tokens[last].end, "group")
    return None


def marked_subject(scene: Scene, before: range) -> Candidate | None:
    """The words before a mark of the subject ("X ने कहा"): what is told to whom stands behind it."""
    marks = scene.data.subject_marks
    at = next((i for i in reversed(before) if scene.tokens[i].lower in marks), None) if marks else None
    return None if at is None else plain_before(scene, before.start, at)


def plain_before(scene: Scene, left: int, stop: int) -> Candidate | None:
    """The words right before a token as they stand, back to a function word or a mark, without a leading title."""
    data, first = scene.data, stop
    while first > left and stop - first < _LONGEST_SUBJECT and not _ends_before(scene, first):
        first -= 1
    first = max([first, *(i + 1 for i in range(first, stop - 1) if scene.tokens[i].lower in data.titles)])
    if first == stop or scene.tokens[stop - 1].lower in data.titles | data.groups | data.roles:
        return None
    start, end = scene.tokens[first].start, scene.tokens[stop - 1].end
    return Candidate(first, stop, start, end, "group")


def _ends_before(scene: Scene, first: int) -> bool:
    """Whether the word before `first` is no part of a name, or parted from it."""
    data, lower = scene.data, scene.tokens[first - 1].lower
    if _is_function(scene, first - 1) or lower in data.cue_verbs:
        return True
    if first >= len(scene.tokens):
        return False
    gap = scene.text[scene.tokens[first - 1].end : scene.tokens[first].start]
    return gap != " " and not (gap == ". " and lower in data.titles)


def _is_cut(scene: Scene, at: int) -> bool:
    return at > 0 and any(c in ",;:،" for c in scene.text[scene.tokens[at - 1].end : scene.tokens[at].start])


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


def _is_told(rest: str, data: LanguageData) -> bool:
    """Whether an Arabic or Hebrew word behind its "to" is somebody told: an office, or a noun with its article."""
    office = any(rest in few or (data.definite + rest) in few for few in (data.titles, data.roles, data.groups))
    return office or rest[:1] == "ل" or (bool(data.definite) and rest.startswith(data.definite))


def _ends_phrase(scene: Scene, first: int, at: int) -> bool:
    data, token = scene.data, scene.tokens[at]
    if at > first and not data.cased and token.lower[0] in TO and _is_told(token.lower[1:], data):
        return True
    if _is_function(scene, at) or token.lower in data.cue_verbs:
        return True
    if at - first >= _NEXT_WORD and data.definite and is_new_noun(scene.tokens[first:at], token, data):
        return True
    return at > first and any(c in ",;:.()\n–—،؛" for c in scene.text[scene.tokens[at - 1].end : token.start])
