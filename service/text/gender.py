"""Who of an article's people is a woman and who a man, by the pronouns that take them up.

A pronoun votes for the one person its sentence has named before it without a verb of saying between ("X said she
..." is of another), or, where it opens its sentence, for the one person of the sentence before. There is no list of
first names.
"""

from collections.abc import Callable, Iterator

from service.text.scene import Candidate, Scene

_FEWEST, _TIMES = 2, 3


def genders(scene: Scene, key: Callable[[Candidate], str]) -> tuple[set[str], set[str]]:
    """The women and the men of a scene, each by `key`; who is called both ways, or once only, is neither."""
    votes: dict[str, list[int]] = {}
    for person, woman in _votes(scene, key):
        votes.setdefault(person, [0, 0])[woman] += 1
    women = {person for person, (he, she) in votes.items() if she >= _FEWEST and she >= _TIMES * he}
    men = {person for person, (he, she) in votes.items() if he >= _FEWEST and he >= _TIMES * she}
    return women, men


def _votes(scene: Scene, key: Callable[[Candidate], str]) -> Iterator[tuple[str, bool]]:
    people: set[str] = set()
    before: set[str] = set()
    current, opens, said = -1, True, 0
    for candidate in scene.candidates:
        start, _ = scene.sentence_of(candidate.start)
        if start != current:
            before, people, current, opens = people, set(), start, True
        if candidate.kind == "person":
            people.add(key(candidate))
            said = candidate.last
        elif candidate.kind in {"he", "she"}:
            meant = people or (before if opens else set())
            if len(meant) == 1 and not (people and any(scene.is_cue(i) for i in range(said, candidate.first))):
                yield next(iter(meant)), candidate.kind == "she"
                people = set(meant)
        opens = False
