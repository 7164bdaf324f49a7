"""What surrounds the quotations of an article: its words, sentences, cues, and who could be speaking."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import regex

from service.records import Name, Sentence, Span
from service.text.inflection import oblique_forms
from service.text.lang.base import LanguageData
from service.text.lang.shared import GENITIVE_ADJECTIVES, PLATFORM_STEMS, PLATFORMS
from service.text.marks import Marked
from service.text.offices import belonging, head_before, office_of
from service.text.tokens import WORD, Token, tokenise

Kind = Literal["person", "name", "he", "she", "they", "role", "group"]
_SPACE = regex.compile(r"[ \u00a0\u202f]+|-")
_INCISE = regex.compile(r"(?<=[,.!?…])\s*[—–―-]\s?(?=\p{Ll})|,\s(?=\p{Ll})|(?<=[\p{L}\p{N}»”\"])\s[—–―](?=\p{Ll})")
_BETWEEN_DASHES = regex.compile(r"(?<=\p{L})\s[—–-]\s(\p{Ll}(?:[^—–\-\n.;:!?]|(?<!\s)-){4,60}+)(?<=\s)(?=[—–-]\s)")
_INCISE_END = regex.compile(r"[.,;:!?]?\s*[—–―]|[.;:!?](?=\s)")
_POSSESSIVE = regex.compile(r"['’]s?\s\p{L}")
_COMMA = regex.compile(r"[,.;:!?]")
_LONGEST_NOUN_PHRASE, _LONGEST_INCISE = 5, 140


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something that could speak: tokens `first` to before `last`, at `start` to `end`.

    `role` is where the words for an office directly before a name begin, or None.
    """

    first: int
    last: int
    start: int
    end: int
    kind: Kind
    role: int | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One article, read once. `marked` are its quotations; nothing inside one is a candidate or a cue.

    `oblique` are names as they stand in the text in a case that no subject has, with the form of a subject.
    """

    text: str
    data: LanguageData
    marked: Sequence[Marked]
    tokens: Sequence[Token]
    token_starts: Sequence[int]
    candidates: Sequence[Candidate]
    candidate_starts: Sequence[int]
    bounds: Sequence[int]
    paragraphs: Sequence[int]
    oblique: Mapping[str, str] = field(default_factory=dict)

    def token_at(self, offset: int) -> int:
        """The index of the first token that starts at or after `offset`."""
        return bisect_left(self.token_starts, offset)

    def tokens_in(self, start: int, end: int) -> range:
        """The indices of the tokens that start in a stretch."""
        return range(self.token_at(start), self.token_at(end))

    def candidates_in(self, start: int, end: int) -> Sequence[Candidate]:
        """The candidates that start in a stretch, in text order."""
        return self.candidates[bisect_left(self.candidate_starts, start) : bisect_left(self.candidate_starts, end)]

    def last_in(self, start: int, end: int, most: int) -> Sequence[Candidate]:
        """At most the last so many candidates that start in a stretch: a hostile sentence may hold thousands."""
        stop = bisect_left(self.candidate_starts, end)
        return self.candidates[max(bisect_left(self.candidate_starts, start), stop - most) : stop]

    def sentence_of(self, offset: int) -> tuple[int, int]:
        """The stretch of the sentence around an offset; boundaries inside quotations do not count."""
        at = bisect_right(self.bounds, offset) - 1
        start = self.bounds[at] if at >= 0 else 0
        return start, self.bounds[at + 1] if at + 1 < len(self.bounds) else len(self.text)

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph an offset stands in."""
        return bisect_right(self.paragraphs, offset) - 1

    def is_cue(self, token: int) -> bool:
        """Whether a token is a verb of saying, or one with its pronoun behind it ("dit-elle").

        With a capital inside a clause it is none: "the United States".
        """
        word, lower, start, _ = self.tokens[token]
        if lower in self.data.cue_verbs:
            named = word[0].isupper() and not self.data.nouns_capitalised
            return not (named and token and self.text[start - 1] == " " and self.text[start - 2].isalpha())
        return "-" in lower and lower.split("-")[0] in self.data.cue_verbs and self.is_inverted(token)

    def is_inverted(self, token: int) -> bool:
        """Whether a token is a verb that carries its pronoun behind a hyphen ("a-t-elle")."""
        _, hyphen, last = self.tokens[token].lower.rpartition("-")
        return bool(hyphen) and _pronoun(last, self.data) is not None

    def is_oblique(self, candidate: Candidate) -> bool:
        """Whether no subject: behind a preposition and perhaps an article, a possessive, or in another case."""
        if self.oblique and self.text[candidate.start : candidate.end] in self.oblique:
            return True
        at = first = candidate.first if candidate.role is None else candidate.role
        if self.tokens[first].lower in self.data.prepositions and candidate.last - first > 1:
            return True
        if self.data.subject_first and _POSSESSIVE.match(self.text, candidate.end):
            return True
        for _ in range(3):
            at -= 1
            if at < 0 or not self._near(at, first):
                return False
            lower = self.tokens[at].lower
            if lower in self.data.prepositions:
                return True
            if lower not in self.data.articles and lower not in self.data.stops:
                return False
        return False

    def _near(self, left: int, right: int) -> bool:
        return not any(c in "\n,;:." for c in self.text[self.tokens[left].end : self.tokens[right].start])


def read_scene(
    text: str,
    data: LanguageData,
    marked: Sequence[Marked],
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    paragraphs: Sequence[Span],
    *,
    tokens: Sequence[Token] | None = None,
) -> Scene:
    """Read an article once, for all its quotations."""
    incises = [span for m in marked for span in find_incises(text, m, data)]
    words = _outside(tokenise(text) if tokens is None else tokens, marked, incises)
    candidates = _candidates(text, words, names, data)
    inner = [(m.outer_start, m.outer_end) for m in marked]
    starts = {s.start for s in sentences} | {p.start for p in paragraphs}
    bounds = sorted(offset for offset in starts if not _inside(offset, inner))
    return Scene(
        text, data, marked, words, [t.start for t in words], candidates, [c.start for c in candidates], bounds,
        [p.start for p in paragraphs], oblique_forms(n.text for n in names) if data.names_inflect else {},
    )  # fmt: skip


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (offset, -1)) - 1
    return at >= 0 and spans[at][0] < offset < spans[at][1]


def _outside(tokens: Sequence[Token], marked: Sequence[Marked], incises: Sequence[Span]) -> list[Token]:
    if not marked:
        return list(tokens)
    starts = [token.start for token in tokens]
    kept: list[Token] = []
    done = j = 0
    for mark in marked:
        kept += tokens[done : bisect_left(starts, mark.outer_start, done)]
        done = bisect_left(starts, mark.outer_end, done)
        while j < len(incises) and incises[j].start < mark.outer_end:
            kept += tokens[bisect_left(starts, incises[j].start) : bisect_left(starts, incises[j].end)]
            j += 1
    return kept + list(tokens[done:])


def find_incises(text: str, marked: Marked, data: LanguageData) -> list[Span]:
    """The reporter's phrases inside a quotation: "…, — said X. — …", "… – said X – …" or "…, a déclaré X, …"."""
    found = list(_between_dashes(text, marked, data))
    if not data.dash_dialogue or found:
        return found
    for match in _INCISE.finditer(text, marked.start, marked.end):
        start = match.end()
        end = min(marked.end, start + _LONGEST_INCISE)
        words = list(WORD.finditer(text, start, min(end, start + 60)))[:3]
        cue = next((w for w in words if w.group().lower() in data.cue_verbs), None)
        if cue is None or (found and start < found[-1].end):
            continue
        dashed = any(c in "—–―-" for c in match.group())
        if not dashed and not text[cue.end() : cue.end() + 2].strip()[:1].isupper():
            continue
        stop = (_INCISE_END if dashed else _COMMA).search(text, cue.end(), end)
        found.append(Span(start, stop.start() if stop else end))
    return found


def _between_dashes(text: str, marked: Marked, data: LanguageData) -> Iterator[Span]:
    """Words between two spaced dashes that begin with a verb of saying and hold a name."""
    for match in _BETWEEN_DASHES.finditer(text, marked.start, marked.end):
        words = [word.group() for word in WORD.finditer(match.group(1))]
        said = any(word in data.cue_verbs for word in words[:2])
        if said and any(word[0].isupper() for word in words[1:]):
            yield Span(match.start(1), match.end(1))


def _candidates(text: str, tokens: Sequence[Token], names: Sequence[Name], data: LanguageData) -> list[Candidate]:
    found: list[Candidate] = []
    named = {name.start: name for name in names}
    nobody: set[str] = set()
    i = 0
    while i < len(tokens):
        _, lower, start, _ = tokens[i]
        if lower in nobody and start not in named:
            i += 1
            continue
        candidate = _named(text, tokens, i, named, data) if start in named else None
        candidate = candidate or _common(text, tokens, i, data)
        if candidate is None:
            if not data.nouns_capitalised or office_of(lower, data) is None:
                nobody.add(lower)
            i += 1
            continue
        candidate = _apart(text, tokens, found, candidate, data)
        begins = candidate.first if candidate.role is None else candidate.role
        while found and begins < found[-1].last:
            found.pop()
        found.append(candidate)
        i = candidate.last
    return found


def _apart(
    text: str, tokens: Sequence[Token], found: Sequence[Candidate], candidate: Candidate, data: LanguageData
) -> Candidate:
    """An office cut where another subject and its verb stand before it ("Smith met Ms Brown")."""
    common = candidate.kind in {"role", "group"}
    start = candidate.first if common else candidate.role
    head = candidate.last - 1 if common else candidate.first - 1
    before = next((c for c in reversed(found) if c.last <= head), None)
    if start is None or before is None or before.last <= start or before.last >= head:
        return candidate
    if not all(token.text[0].isupper() for token in tokens[before.last + 1 : head]):
        return candidate
    if not common and head_before(text, tokens, candidate.first, data) is not None:
        return candidate
    between = tokens[before.last]
    few = (data.groups, data.roles, data.titles, belonging(data))
    belongs = not between.text[0].islower() or any(between.lower in words for words in few)
    subject = before.kind == "role" or (before.kind == "name" and before.last - before.first > 1)
    if belongs or not (before.kind == "person" or (subject and tokens[head].text[0].isupper())):
        return candidate
    begin = before.last + 1
    return replace(candidate, first=begin, start=tokens[begin].start) if common else replace(candidate, role=begin)


def _named(text: str, tokens: Sequence[Token], at: int, named: dict[int, Name], data: LanguageData) -> Candidate | None:
    name = named[tokens[at].start]
    last = at + 1
    while last < len(tokens) and tokens[last].start < name.end:
        last += 1
    following = tokens[last] if last < len(tokens) else None
    if following and _joined(text, tokens, last) and _is_office(following, data) and name.kind != "person":
        return None
    full = last - at > 1 and name.kind in {"person", "other"}
    role = _role_start(text, tokens, at, data, full=full)
    if _is_platform(text, tokens, at, name, data):
        return None
    of_body = name.kind in {"organisation", "place"} or (data.names_inflect and _is_genitive(tokens[at].lower))
    if role is not None and of_body and tokens[at - 1].lower in data.roles:
        return Candidate(role, last, tokens[role].start, name.end, "role")
    person = name.kind == "person" or (role is not None and name.kind == "other")
    return Candidate(at, last, name.start, name.end, "person" if person else "name", role)


def _is_genitive(lower: str) -> bool:
    """Whether a name begins with an adjective in the genitive: "Białego Domu" behind an office is whose it is."""
    return len(lower) > _LONGEST_NOUN_PHRASE and lower.endswith(GENITIVE_ADJECTIVES)


def _is_platform(text: str, tokens: Sequence[Token], at: int, name: Name, data: LanguageData) -> bool:
    """Whether a name is where something was said: a platform behind a noun or a preposition."""
    if name.text.lower() not in PLATFORMS or at == 0 or not _joined(text, tokens, at):
        return False
    return tokens[at - 1].text[0].islower() and tokens[at - 1].lower not in data.cue_verbs


def _joined(text: str, tokens: Sequence[Token], right: int) -> bool:
    return bool(_SPACE.fullmatch(text[tokens[right - 1].end : tokens[right].start]))


def _is_office(token: Token, data: LanguageData) -> bool:
    if token.lower in data.groups:
        return True
    office = office_of(token.lower, data)
    return office is not None and (office == token.lower or not data.nouns_capitalised or token.text[0].isupper())


def _role_start(text: str, tokens: Sequence[Token], at: int, data: LanguageData, *, full: bool) -> int | None:
    """Where the words for an office before a name begin; before a `full` one what belongs to it may be between."""
    previous = at - 1
    if previous < 0 or text[tokens[previous].end : tokens[at].start].strip(".") not in {" ", "\u00a0", "\u202f"}:
        return None
    while data.definite and previous > 0 and tokens[previous].lower.startswith(data.definite):
        if tokens[previous].lower in data.titles or not _joined(text, tokens, previous):
            break
        previous -= 1
    head = tokens[previous]
    if not (head.lower in data.titles or (_is_office(head, data) and head.lower not in data.groups - data.roles)):
        found = head_before(text, tokens, at, data) if full else None
        return None if found is None else _phrase_start(text, tokens, found, data)
    return _phrase_start(text, tokens, previous, data)


def _phrase_start(text: str, tokens: Sequence[Token], head: int, data: LanguageData) -> int:
    """Walk left from a noun over what belongs to it: adjectives, names used as such, an article."""
    first = head
    while first > 0 and head - first < _LONGEST_NOUN_PHRASE and _joined(text, tokens, first):
        before = tokens[first - 1]
        if before.lower in data.articles:
            return first - 1
        if before.lower in data.stops or before.lower in data.prepositions or before.lower in data.cue_verbs:
            break
        if before.lower in data.relatives or before.lower in data.calendar or before.text[0].isdigit():
            break
        if before.lower.startswith(PLATFORM_STEMS) or before.lower in PLATFORMS:
            break
        told = before.text[0].isupper() and first > 1 and tokens[first - 2].lower in data.cue_verbs
        if told and not data.subject_first:
            break
        first -= 1
    return head if data.adjectives_follow else first


def _common(text: str, tokens: Sequence[Token], at: int, data: LanguageData) -> Candidate | None:
    """A pronoun, or a noun for an office or a body with what belongs to it."""
    token = tokens[at]
    last = token.lower.rpartition("-")[2]
    pronoun = _pronoun(last, data)
    if pronoun is not None:
        return Candidate(at, at + 1, token.end - len(last), token.end, pronoun)
    if not _is_office(token, data):
        return None
    first = _phrase_start(text, tokens, at, data)
    kind: Kind = "group" if token.lower in data.groups else "role"
    return Candidate(first, at + 1, tokens[first].start, token.end, kind)


def _pronoun(lower: str, data: LanguageData) -> Kind | None:
    if lower in data.he:
        return "he"
    if lower in data.she:
        return "she"
    return "they" if lower in data.they else None
