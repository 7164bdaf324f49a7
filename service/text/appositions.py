"""An office with its holder's name behind it: "said the minister for transport, Laura Whitfield,"."""

from collections.abc import Container

import regex

from service.text.complements import complement_end
from service.text.scene import Candidate, Scene

_LONGEST_OFFICE, _MOST_WORDS = 60, 8
_UP_TO_COMMA = regex.compile(r"([^,،.;:!?()\n“”\"«»„]*+)[,،]\s")
_ENDS = regex.compile(r"\s?(?:[,،.;:!?()—–-]|\n|\Z)")
_POSSESSOR = regex.compile(r"['’]s?\s\Z")


class Appositions:
    """Who the offices of an article are by the names set behind them.

    `unclear` are the offsets of names of two or three words that could be a person's.
    """

    def __init__(self, scene: Scene, unclear: Container[int]) -> None:
        self._scene = scene
        self._unclear = unclear
        offices = ((office, self.holder(office)) for office in scene.candidates)
        self.found = [(office, person) for office, person in offices if person is not None]

    def holder(self, office: Candidate) -> Candidate | None:
        """The person named behind an office, its own words and a comma."""
        scene = self._scene
        if office.kind != "role" and scene.tokens[office.last - 1].lower not in scene.data.roles:
            return None
        match = _UP_TO_COMMA.match(scene.text, office.end, office.end + _LONGEST_OFFICE)
        if match is None or not self._belongs(office.last, scene.token_at(match.end(1))):
            return None
        found = scene.candidates_in(match.end(), match.end() + _LONGEST_OFFICE)
        if not found:
            return None
        begins = found[0].first if found[0].role is None else found[0].role
        named = found[0].kind == "person" or found[0].start in self._unclear
        if not named or scene.tokens[begins].start != match.end() or not _ENDS.match(scene.text, found[0].end):
            return None
        return found[0]

    def _belongs(self, first: int, last: int) -> bool:
        """Whether the words behind an office are its complement: "of the company", "général", "des Werks"."""
        words = [token.lower for token in self._scene.tokens[first:last]]
        data = self._scene.data
        if not words:
            return True
        if len(words) > _MOST_WORDS or any(w in data.cue_verbs or w in data.calendar for w in words):
            return False
        links = data.prepositions | data.articles
        if any(w in data.relatives - links for w in words):
            return False
        if words[0] in links or self._is_elided(first) or len(words) == 1:
            return True
        return words[0] not in data.stops and len(words) == 2

    def _is_elided(self, first: int) -> bool:
        """Whether a preposition or article with an apostrophe stands before a word ("dell’azienda")."""
        return self._scene.text[self._scene.tokens[first].start - 1] in "'’"

    def words(self, office: Candidate) -> str:
        """An office as the article words it, from its possessor to the comma before its holder."""
        scene = self._scene
        match = _UP_TO_COMMA.match(scene.text, office.end, office.end + _LONGEST_OFFICE)
        end = match.end(1) if match and self.holder(office) else complement_end(scene, office)
        return scene.text[self.begin(office) : end]

    def begin(self, office: Candidate) -> int:
        """Where an office begins: with whose it is ("the company’s spokeswoman"), without an article."""
        scene = self._scene
        first = office.first
        if first and _POSSESSOR.search(scene.text, scene.tokens[first - 1].end, scene.tokens[first].start):
            first = self._possessor(first - 1)
        while first < office.last - 1 and scene.tokens[first].lower in scene.data.articles:
            first += 1
        return scene.tokens[first].start

    def _possessor(self, last: int) -> int:
        """The first word of the name or the body that a possessive ending stands behind."""
        found = self._scene.candidates_in(
            max(0, self._scene.tokens[last].start - _LONGEST_OFFICE), self._scene.tokens[last].end
        )
        return found[-1].first if found and found[-1].last == last + 1 else last
