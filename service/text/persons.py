"""Who a mention means: the fullest name the article gives, the person a pronoun points to, their office."""

from collections import Counter
from collections.abc import Sequence

import regex

from service.records import Mention, Name, Speaker
from service.text.appositions import Appositions
from service.text.lang.base import ADDRESSES, MEN_ADDRESSED, MEN_BY_OFFICE, WOMEN_ADDRESSED
from service.text.scene import Candidate, Scene

_REACH, _MOST_NEAR = 4, 20
_APPOSITION = regex.compile(r"\s?,\s([^,.;:!?()\n“”\"«»„]{4,90}+)(?=[,.])")
_BEFORE = regex.compile(r"(?:^|[.!?\n]\s?)([^,.;:!?()\n“”\"«»„]{4,90}+),\s\Z")
_LONGEST_ROLE = 90


class Persons:
    """The people and bodies an article names."""

    def __init__(self, scene: Scene, names: Sequence[Name]) -> None:
        self._scene = scene
        self._full: dict[str, str] = {}
        self._first: dict[str, set[str]] = {}
        counts = Counter(name.text for name in names)
        for name in names:
            self._add(name, counts)
        self._unclear = {n.start for n in names if n.kind == "other" and 2 <= len(n.text.split()) <= 3}
        self._appositions = Appositions(scene, self._unclear)
        self._people = [c for c in scene.candidates if c.kind == "person"]
        self._women = {self._last(c) for c in self._people if self._is_called(c, scene.data.feminine | WOMEN_ADDRESSED)}
        self._men = {self._last(c) for c in self._people if self._is_called(c, MEN_ADDRESSED | MEN_BY_OFFICE)}
        self._holders = self._office_holders()
        self._beside_last = self._by_last()
        self._offices: dict[str, list[str]] = {}
        for office, person in self._appositions.found:
            self._offices.setdefault(self._last(person), []).append(self._appositions.words(office))
        self._described: dict[str, str | None] = {}

    def _add(self, name: Name, counts: Counter[str]) -> None:
        """Keep the commonest form of a name, or a longer one that holds all of it: a headline makes chance ones."""
        words = name.text.split()
        if len(words) > 5 or name.kind in {"place", "organisation"}:
            return
        if name.kind == "person" and len(words) > 1:
            self._first.setdefault(words[0], set()).add(name.text)
        known = self._full.get(words[-1], "")
        holds = len(words) > len(known.split()) and known in name.text
        if holds or (len(words) > 1 and counts[name.text] > counts[known] and name.text not in known):
            self._full[words[-1]] = name.text

    def _last(self, candidate: Candidate) -> str:
        return self._scene.tokens[candidate.last - 1].text

    def _is_called(self, candidate: Candidate, titles: frozenset[str]) -> bool:
        first = candidate.first if candidate.role is None else candidate.role
        words = {t.lower for t in self._scene.tokens[first : candidate.first]}
        return bool(words & titles)

    def speaker(self, candidate: Candidate) -> Speaker | None:
        """The speaker a mention stands for; None where a pronoun points nowhere for certain."""
        mention = Mention(self._scene.text[candidate.start : candidate.end], candidate.start, candidate.end)
        if candidate.kind in {"he", "she"}:
            return self._by_pronoun(candidate, mention)
        if candidate.kind == "they":
            return None
        if candidate.kind in {"role", "group"}:
            return self._by_apposition(candidate) or self._by_office(candidate, mention)
        return self._known(candidate, mention)

    def _by_pronoun(self, candidate: Candidate, mention: Mention) -> Speaker | None:
        """The person in focus, who is of the pronoun's gender from then on."""
        woman = candidate.kind == "she"
        person = self.antecedent(candidate.start, woman=woman)
        if person is None or person.kind == "role":
            return self._by_office(person, mention) if person else None
        (self._women if woman else self._men).add(self._last(person))
        return self._known(person, mention)

    def _known(self, candidate: Candidate, mention: Mention) -> Speaker:
        name = self.full_name(self._scene.text[candidate.start : candidate.end])
        return Speaker(name, self.description(name), mention)

    def full_name(self, name: str) -> str:
        """The longest form of a name the article has, by its last word or else by its only word."""
        words = name.split()
        full = self._full.get(words[-1], name) if words else name
        if len(words) == 1 and full == name:
            firsts = self._first.get(name, set())
            return next(iter(firsts)) if len(firsts) == 1 else name
        return full if len(full.split()) > len(words) and (len(words) == 1 or words[0] in full) else name

    def antecedent(self, offset: int, *, woman: bool | None) -> Candidate | None:
        """The person in focus before an offset: the subject of the latest sentence that has one."""
        scene, end = self._scene, offset
        for _ in range(_REACH):
            start, _end = scene.sentence_of(max(0, end - 1))
            near = [c for c in scene.candidates_in(start, end)[-_MOST_NEAR:] if not self._is_other(c, woman)]
            if woman is not None and self._is_open(near, woman):
                return None
            subject = self._focus(near, woman)
            if subject is not None:
                return subject
            if start == 0:
                return None
            end = start
        return None

    def _is_other(self, candidate: Candidate, woman: bool | None) -> bool:
        """Whether a candidate is known to be of the other gender than a pronoun's."""
        return woman is not None and self._last(candidate) in (self._men if woman else self._women)

    def _is_told(self, candidate: Candidate, woman: bool) -> bool:
        """Whether a candidate is known to be of a pronoun's gender: by title, by an earlier pronoun, by office."""
        last = self._last(candidate)
        if candidate.kind == "role":
            return woman and last.lower() in self._scene.data.feminine
        return last in (self._women if woman else self._men)

    def _focus(self, near: Sequence[Candidate], woman: bool | None) -> Candidate | None:
        """Whom a sentence is about: first whose gender is known to fit, then persons, then what opens it."""
        told = [c for c in near if woman is not None and self._is_told(c, woman)]
        people = told or [c for c in near if c.kind == "person"]
        subject = next((c for c in people if not self._scene.is_oblique(c)), people[0] if people else None)
        if subject is None and near and near[0].start in self._unclear and not self._scene.is_oblique(near[0]):
            return near[0]
        return subject

    def _is_open(self, near: Sequence[Candidate], woman: bool) -> bool:
        """Whether two people could be meant, neither behind a preposition, and no gender tells them apart."""
        told = {self._last(c) for c in near if self._is_told(c, woman)}
        people = [c for c in near if c.kind == "person" or c.start in self._unclear]
        subjects = {self._last(c) for c in people if not self._scene.is_oblique(c)}
        return len(told) != 1 and len(subjects) > 1

    def _by_apposition(self, office: Candidate) -> Speaker | None:
        """The person whose name stands behind an office, described by it."""
        person = self._appositions.holder(office)
        if person is None:
            return None
        mention = Mention(self._scene.text[person.start : person.end], person.start, person.end)
        name = self.full_name(mention.text)
        return Speaker(name, self.description(name), mention)

    def _by_office(self, candidate: Candidate, mention: Mention) -> Speaker | None:
        """A definite office is the person described by it, where there is one; else it speaks itself."""
        scene = self._scene
        head = scene.tokens[candidate.last - 1].lower
        first = scene.tokens[candidate.first]
        words = [t.lower for t in scene.tokens[candidate.first : candidate.last]]
        if candidate.kind == "role" and (len(words) == 1 or first.lower in scene.data.articles) and len(words) <= 2:
            person = self._holder(head, candidate.start)
            if person is not None:
                return self._known(person, mention)
        name = self._appositions.words(candidate)
        begin = (
            min(mention.start, self._appositions.begin(candidate)) if mention.end == candidate.end else mention.start
        )
        return Speaker(name, None, Mention(scene.text[begin : mention.end], begin, mention.end))

    def _holder(self, head: str, before: int) -> Candidate | None:
        holder = self._holders.get(head)
        return holder if holder is not None and holder.start < before else None

    def _office_holders(self) -> dict[str, Candidate | None]:
        """For each word of an office its first holder; None where two people share it."""
        found: dict[str, Candidate | None] = {}
        offices = [
            (person.first if person.role is None else person.role, person.first, person) for person in self._people
        ]
        named = [(office.last - 1, office.last, person) for office, person in self._appositions.found]
        for first, last, person in sorted(offices + named, key=lambda found: found[0]):
            for token in self._scene.tokens[first:last]:
                known = found.setdefault(token.lower, person)
                if known is not None and self._last(known) != self._last(person):
                    found[token.lower] = None
        return found

    def description(self, name: str) -> str | None:
        """The words for a person's office that stand beside the name somewhere in the article."""
        if name not in self._described:
            last = name.split()[-1] if name else ""
            found = [role for role in map(self._beside, self._beside_last.get(last, ())) if role]
            found += self._offices.get(last, ())
            self._described[name] = next((role for role in found if " " in role), found[0] if found else None)
        return self._described[name]

    def _by_last(self) -> dict[str, list[Candidate]]:
        found: dict[str, list[Candidate]] = {}
        for person in self._people:
            found.setdefault(self._last(person), []).append(person)
        return found

    def _beside(self, candidate: Candidate) -> str | None:
        scene, text = self._scene, self._scene.text
        if candidate.role is not None:
            return self._plain(text[scene.tokens[candidate.role].start : candidate.start].strip())
        after = _APPOSITION.match(text, candidate.end, candidate.end + _LONGEST_ROLE)
        before = _BEFORE.search(text, max(0, candidate.start - _LONGEST_ROLE), candidate.start)
        for match in (before, after):
            if match and self._names_office(match.group(1)):
                return self._lowered(match.group(1).strip())
        return None

    def _lowered(self, words: str) -> str:
        first = words.split(" ", 1)[0].lower()
        return first + words[len(first) :] if first in self._scene.data.articles else words

    def _plain(self, words: str) -> str | None:
        """An office without its article, and without a form of address behind it."""
        found = words.split()
        while found and found[-1].lower().strip(".") in ADDRESSES:
            found.pop()
        if len(found) > 1 and found[0].lower() in self._scene.data.articles:
            found = found[1:]
        return " ".join(found) or None

    def _names_office(self, words: str) -> bool:
        data = self._scene.data
        found = [w.lower() for w in words.split()]
        verbs = any(w in data.cue_verbs for w in found)
        return not verbs and any(w in data.roles or w in data.titles for w in found)
