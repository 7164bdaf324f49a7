"""What belongs to an office behind its noun: "a spokesman for the Interior Ministry", "mluvčí hasičů"."""

import regex

from service.text.lang.shared import MEDIA
from service.text.offices import belonging
from service.text.scene import Candidate, Scene

_MOST_WORDS, _MOST_SMALL = 7, 2
_JOINED = regex.compile(r"[ \u00a0\u202f](?:\p{L}{1,5}['’])?")
_CLOSED = regex.compile(r"\s?(?:[,،.;:!?)–—»”\"“]|\n|\Z)")


def complement_end(scene: Scene, office: Candidate) -> int:
    """Where the phrase of an office ends: behind words of belonging, an adjective or a genitive, else at its noun."""
    end, linked, small, capital = office.end, False, 0, False
    for at in range(office.last, min(office.last + _MOST_WORDS, len(scene.tokens))):
        token = scene.tokens[at]
        gap = scene.text[scene.tokens[at - 1].end : token.start]
        if not _JOINED.fullmatch(gap) or _ends(scene, at):
            break
        if token.lower in belonging(scene.data) or len(gap) > 1 or (linked and token.lower in scene.data.articles):
            linked, small = True, 0
            if len(gap) == 1:
                continue
        if any(token.lower in few for few in (scene.data.stops, scene.data.prepositions, scene.data.articles)):
            break
        capital = capital or token.text[0].isupper()
        small += token.text[0].islower()
        if small > _MOST_SMALL or (capital and token.text[0].islower()):
            break
        if not linked and not _is_attribute(scene, at, office):
            break
        if small < _MOST_SMALL or _is_closed(scene, at):
            end = token.end
    return office.end if _is_medium(scene.text[office.end : end]) else end


def _ends(scene: Scene, at: int) -> bool:
    token, data = scene.tokens[at], scene.data
    return (
        token.text[0].isdigit()
        or token.lower in data.calendar
        or token.lower in data.relatives - belonging(data)
        or token.lower in data.roles
        or scene.is_cue(at)
    )


def _is_attribute(scene: Scene, at: int, office: Candidate) -> bool:
    """Whether a word behind an office belongs to it without a preposition: an adjective, or where names have cases."""
    if scene.data.adjectives_follow:
        return at == office.last and scene.tokens[at].text[0].islower() and _is_closed(scene, at)
    return scene.data.names_inflect and _is_closed(scene, at)


def _is_closed(scene: Scene, at: int) -> bool:
    """Whether a phrase can end behind a word: at a mark, a verb of saying, or the end of the line."""
    end = scene.tokens[at].end
    return bool(_CLOSED.match(scene.text, end)) or (at + 1 < len(scene.tokens) and scene.is_cue(at + 1))


def _is_medium(words: str) -> bool:
    lowered = words.lower()
    return any(medium in lowered for medium in MEDIA)
