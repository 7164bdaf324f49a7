"""Who a mention means: the fullest name the article gives, the person a pronoun points to, their office."""

from collections import Counter
from collections.abc import Sequence

import regex

from service.records import Mention, Name, Speaker
from service.text.appositions import Appositions
from service.text.complements import complement_end
from service.text.gender import genders
from service.text.lang.base import CONJUNCTIONS, MEN_ADDRESSED, MEN_BY_OFFICE, WOMEN_ADDRESSED
from service.text.lang.shared import NO_SPEAKERS, PRIME
from service.text.offices import indefinite, is_compound, is_same, office_of, office_words, plain_office
from service.text.scene import Candidate, Scene
from service.text.unspaced_names import full_name as unspaced_full_name

_REACH, _MOST_NEAR = 4, 20
_PRONOUNS = frozenset(["he", "she", "they"])
_APPOSITION = regex.compile(r"\s?,\s([^,.;:!?()\n“”\"«»„]{4,90}+)(?=[,.])")
_BEFORE = regex.compile(r"(?:^|[.!?\n]\s?)([^,.;:!?()\n“”\"«»„]{4,90}+),\s\Z")
_LONGEST_ROLE, _FARTHEST_HEAD = 90, 5
_SPLIT = regex.compile(r"[ '’]")


class Persons:
    """The people and bodies an article names."""

    def __init__(self, scene: Scene, names: Sequence[Name]) -> None:
        self._scene = scene
        self._full: dict[str, str] = {}
        self._first: dict[str, set[str]] = {}
        self._family: dict[str, set[str]] = {}
        counts = Counter(name.text for name in names)
        for name in names:
            self._add(name, counts)
        self._unclear = {n.start for n in names if n.kind == "other" and 2 <= len(n.text.split()) <= 3}
        self._appositions = Appositions(scene, self._unclear)
        self._people = [c for c in scene.candidates if c.kind == "person"]
        for person in self._people:
            words = scene.text[person.start : person.end].split()
            if len(words) > 1:
                self._first.setdefault(words[0], set()).add(" ".join(words))
        self._add_set_off(names)
        self._women = {self._key(c) for c in self._people if self._is_called(c, scene.data.feminine | WOMEN_ADDRESSED)}
        self._men = {self._key(c) for c in self._people if self._is_called(c, MEN_ADDRESSED | MEN_BY_OFFICE)}
        women, men = genders(scene, self._key)
        self._women |= women - self._men
        self._men |= men - self._women
        self._holders = self._office_holders()
        self._beside_last = self._by_last()
        self._offices: dict[str, list[tuple[str, str]]] = {}
        for office, person in self._appositions.found:
            held = (scene.text[person.start : person.end], self._appositions.words(office))
            self._offices.setdefault(self._last(person), []).append(held)
        self._described: dict[str, str | None] = {}

    def _add(self, name: Name, counts: Counter[str]) -> None:
        """Keep the commonest form of a name, or a longer one that holds all of it: a headline makes chance ones."""
        words = name.text.split()
        if len(words) > 5 or name.kind in {"place", "organisation"}:
            return
        if name.kind == "person" and len(words) > 1:
            self._first.setdefault(words[0], set()).add(name.text)
            self._family.setdefault(words[-1], set()).add(words[0])
        if name.kind == "other" and len(words) > 2 and words[-2].islower():
            return
        known = self._full.get(words[-1], "")
        holds = len(words) > len(known.split()) and known in name.text
        if holds or (len(words) > 1 and counts[name.text] > counts[known] and name.text not in known):
            self._full[words[-1]] = name.text

    def _add_set_off(self, names: Sequence[Name]) -> None:
        """Know by the first name alone who is named in full between two commas: "the head, Dewi Lestari, said"."""
        called = {name.text for name in names if name.kind == "person"}
        for name in names:
            first = name.text.split(" ", 1)[0]
            if name.start in self._unclear and first in called and self._is_set_off(name):
                self._first.setdefault(first, set()).add(name.text)

    def _is_set_off(self, name: Name) -> bool:
        text = self._scene.text
        return text[max(0, name.start - 2) : name.start] == ", " and text[name.end : name.end + 1] == ","

    def _last(self, candidate: Candidate) -> str:
        return self._scene.tokens[candidate.last - 1].text

    def _key(self, candidate: Candidate) -> str:
        """Who a name stands for: a surname that two people of the article share is neither's."""
        name = self._scene.text[candidate.start : candidate.end]
        if candidate.kind == "role" or (" " not in name and len(self._family.get(name, ())) > 1):
            return self._last(candidate)
        return self.full_name(name)

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
        (self._women if woman else self._men).add(self._key(person))
        return self._known(person, mention)

    def _known(self, candidate: Candidate, mention: Mention) -> Speaker:
        name = self.full_name(self._scene.text[candidate.start : candidate.end])
        return Speaker(name, self.description(name), mention)

    def full_name(self, name: str) -> str:
        """The longest form of a name the article has, by its last word or else by its only word."""
        if not self._scene.data.spaced:
            return self._full.setdefault(name, unspaced_full_name(self._scene.text, name, self._scene.data.code))
        name = self._scene.oblique.get(name, name)
        words = name.split()
        if name.isupper() and words and words[-1] not in self._full and words[-1].title() in self._full:
            name = name.title()
            words = name.split()
        full = self._full.get(words[-1], name) if words else name
        if len(words) == 1 and full == name:
            firsts = self._first.get(name, set())
            return next(iter(firsts)) if len(firsts) == 1 else name
        return full if len(full.split()) > len(words) and (len(words) == 1 or words[0] in full) else name

    def antecedent(self, offset: int, *, woman: bool | None) -> Candidate | None:
        """The person in focus before an offset: the subject of the latest sentence that has one."""
        scene, end, aside = self._scene, offset, None
        for _ in range(_REACH):
            start, _end = scene.sentence_of(max(0, end - 1))
            whole = [c for c in scene.last_in(start, end, _MOST_NEAR) if c.kind not in _PRONOUNS]
            near = [c for c in whole if not self._is_other(c, woman)]
            if woman is not None and self._is_open(near, woman):
                return None
            subject = self._focus(near, woman, opens=scene.token_at(start) if whole == near else None)
            if subject is not None and not scene.is_oblique(subject):
                return subject
            known = subject is not None and (woman is None or self._is_told(subject, woman))
            aside = aside or (subject if known else None)
            if start == 0:
                break
            end = start
        return aside

    def _is_other(self, candidate: Candidate, woman: bool | None) -> bool:
        """Whether a candidate is known to be of the other gender than a pronoun's."""
        return woman is not None and self._key(candidate) in (self._men if woman else self._women)

    def _is_told(self, candidate: Candidate, woman: bool) -> bool:
        """Whether a candidate is known to be of a pronoun's gender: by title, by an earlier pronoun, by office."""
        if candidate.kind == "role":
            return woman and self._last(candidate).lower() in self._scene.data.feminine
        return self._key(candidate) in (self._women if woman else self._men)

    def _focus(self, near: Sequence[Candidate], woman: bool | None, *, opens: int | None) -> Candidate | None:
        """Whom a sentence is about: whose gender is known to fit, else persons, else the name at its opening.

        `opens` is its first token, or None where another person has been passed over in it.
        """
        told = [c for c in near if woman is not None and self._is_told(c, woman)]
        people = told or [c for c in near if c.kind == "person"]
        subject = next((c for c in people if not self._scene.is_oblique(c)), people[0] if people else None)
        first = near[0] if near and near[0].start in self._unclear else None
        leads = first is not None and (opens is None or first.first - opens <= 1)
        if subject is None and leads and first is not None and not self._scene.is_oblique(first):
            return first
        return subject

    def _is_open(self, near: Sequence[Candidate], woman: bool) -> bool:
        """Whether two people could be meant, neither behind a preposition, and no gender tells them apart."""
        told = {self._key(c) for c in near if self._is_told(c, woman)}
        people = [c for c in near if c.kind == "person" or c.start in self._unclear]
        subjects = {self._key(c) for c in people if not self._scene.is_oblique(c)}
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
        words = [t.lower for t in scene.tokens[candidate.first : candidate.last]]
        head = next((w for w in reversed(words) if office_of(w, scene.data)), words[-1])
        first = scene.tokens[candidate.first]
        end = complement_end(scene, candidate)
        short = (len(words) == 1 or first.lower in scene.data.articles) and len(words) <= 2
        if candidate.kind == "role":
            alone = end == candidate.end
            person = self._holder(head, candidate.start) if short and alone else self._holder_told(candidate, head, end)
            if person is not None:
                return self._known(person, mention)
        name = self._appositions.words(candidate)
        if self._is_generic(candidate, name) or (candidate.kind == "group" and words[-1] in NO_SPEAKERS):
            return None
        if not scene.data.cased and candidate.kind == "group":
            name = self._as_named_before(name)
        own = mention.end == candidate.end
        begin = min(mention.start, self._appositions.begin(candidate)) if own else mention.start
        end = max(mention.end, end) if own else mention.end
        return Speaker(name, None, Mention(scene.text[begin:end], begin, end))

    def _holder_told(self, office: Candidate, head: str, end: int) -> Candidate | None:
        """The holder of an office of several words ("el candidato de X"), all of them told of one person.

        Without a complement all must be words of office ("the prime minister", not "the tall minister").
        """
        scene, articles = self._scene, self._scene.data.articles
        offices = scene.data.roles | scene.data.titles | PRIME
        person = self._holder(head, office.start)
        spoken = [scene.tokens[i].lower for i in range(office.first, scene.token_at(end))]
        if person is None:
            named = [self._holder(word, office.start) for word in spoken if word not in articles]
            found = {p.start: p for p in named if p is not None}
            person = next(iter(found.values())) if len(found) == 1 else None
        plain = end == office.end and not all(word in offices for word in spoken if word not in articles)
        if person is None or plain:
            return None
        told = self.description(self.full_name(scene.text[person.start : person.end]))
        known = set(_SPLIT.split(told.lower())) if told else set()
        return person if all(word in known for word in spoken if word not in articles) else None

    def _as_named_before(self, name: str) -> str:
        """Where no capital tells a name, the longer one whose last word a speaker's only word is."""
        words = name.split()
        if len(words) > 1:
            self._full.setdefault(words[-1], name)
            return name
        return self._full.get(name, name)

    def _is_generic(self, candidate: Candidate, name: str) -> bool:
        """Whether a role of one word names nobody: "a man", "officials"; a definite one ("the judge") points to one.

        Measured on PolNeAR and German Wikinews, where gold counts roles as speakers: dropping the vague ones costs
        .005 and .012 of all speakers, dropping the definite ones too .013 and .060; the right where named stay level.
        """
        data, first = self._scene.data, self._scene.tokens[candidate.first].lower
        if candidate.kind != "role" or " " in name or is_compound(name.lower(), data):
            return False
        if office_of(name.lower(), data) != name.lower():
            return False
        vague = indefinite(data)
        return bool(vague) and (first in vague or first in data.numbers or first not in data.articles)

    def _holder(self, head: str, before: int) -> Candidate | None:
        holder = self._holders.get(office_of(head, self._scene.data) or head)
        return holder if holder is not None and holder.start < before else None

    def _office_holders(self) -> dict[str, Candidate | None]:
        """For each word of an office its first holder; None where two people share it."""
        found: dict[str, Candidate | None] = {}
        offices = [
            (person.first if person.role is None else person.role, person.first, person) for person in self._people
        ]
        named = [(office.last - 1, office.last, person) for office, person in self._appositions.found]
        clear = [c for c in self._scene.candidates if c.kind == "person" or c.start in self._unclear]
        named += [(*office, person) for person in clear if (office := self._office_behind(person))]
        for first, last, person in sorted(offices + named, key=lambda found: found[0]):
            for token in self._scene.tokens[first:last]:
                word = office_of(token.lower, self._scene.data) or token.lower
                known = found.setdefault(word, person)
                if known is not None and self._last(known) != self._last(person):
                    found[word] = None
        return found

    def _office_behind(self, person: Candidate) -> tuple[int, int] | None:
        """The tokens of an office set behind a name up to its own noun: "Anna Berg, the foreign minister, …"."""
        scene = self._scene
        match = _APPOSITION.match(scene.text, person.end, person.end + _LONGEST_ROLE)
        if match is None or not self._names_office(match.group(1)):
            return None
        tokens = scene.tokens_in(match.start(1), match.end(1))
        head = next((i for i in tokens if office_of(scene.tokens[i].lower, scene.data)), None)
        return None if head is None else (head, head + 1)

    def description(self, name: str) -> str | None:
        """The words for a person's office that stand beside the name somewhere in the article."""
        if name not in self._described:
            last = name.split()[-1] if name else ""
            text = self._scene.text
            own = [c for c in self._beside_last.get(last, ()) if is_same(text[c.start : c.end], name)]
            found = [role for role in map(self._beside, own) if role]
            found += [office for held, office in self._offices.get(last, ()) if is_same(held, name)]
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
            return plain_office(text[scene.tokens[candidate.role].start : candidate.start], scene.data)
        after = _APPOSITION.match(text, candidate.end, candidate.end + _LONGEST_ROLE)
        before = _BEFORE.search(text, max(0, candidate.start - _LONGEST_ROLE), candidate.start)
        for match in (before, after):
            if match and self._names_office(match.group(1)) and not self._is_kin(match.group(1), candidate):
                return office_words(match.group(1).strip(), scene.data)
        return None

    def _is_kin(self, words: str, candidate: Candidate) -> bool:
        """Whether words tell whose child or partner somebody else is by this one's own name: "Stines søn"."""
        own = self._scene.tokens[candidate.first : candidate.last]
        return any(word.startswith(token.text) for word in words.split() for token in own)

    def _names_office(self, words: str) -> bool:
        """Whether words are an office: its noun stands at their head, behind no verb, preposition or pronoun."""
        data = self._scene.data
        found = [w.lower() for w in _SPLIT.split(words)]
        head = next((i for i, w in enumerate(found) if w in data.roles or w in data.titles), None)
        if head is None or head > _FARTHEST_HEAD or any(w in data.cue_verbs for w in found):
            return False
        return not any(self._is_function(w) for w in found[:head])

    def _is_function(self, lower: str) -> bool:
        data = self._scene.data
        if lower in data.articles:
            return False
        return any(lower in few for few in (data.prepositions, data.relatives, data.stops, CONJUNCTIONS, data.calendar))
