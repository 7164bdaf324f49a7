"""What can be briefed from what, on the engines that are loaded, and the lane each wanted language takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.engines.base import Translator
from service.text.language import known_languages
from service.text.tags import lookup, same_language


@dataclass(frozen=True, slots=True)
class Lane:
    """One language asked for.

    `own` is true where it is the article's own language. `target` is the offered tag that serves it
    from `origin`, the offered tag that serves the article; both are None where nothing leads there.
    """

    language: str
    own: bool
    origin: str | None = None
    target: str | None = None

    @property
    def reachable(self) -> bool:
        """Whether a brief in it can be made at all."""
        return self.own or self.target is not None


def plan_lanes(wanted: Sequence[str], source: str, translator: Translator) -> tuple[Lane, ...]:
    """The lane of each wanted language for an article in `source`, in the order asked for."""
    reached = translator.targets()
    origin = lookup(source, reached)
    lanes = []
    for tag in wanted:
        own = same_language(tag, source)
        target = lookup(tag, reached[origin]) if origin is not None and not own else None
        lanes.append(Lane(tag, own, origin if target is not None else None, target))
    return tuple(lanes)


def offered_tags(translator: Translator) -> frozenset[str]:
    """Every language that a brief can be made in, from some source.

    Every language that can be told apart can be briefed in itself: extraction needs no translator.
    """
    return known_languages().union(*translator.targets().values())


def offered_languages(translator: Translator) -> dict[str, tuple[str, ...]]:
    """For each source language the languages it can be briefed in, itself first."""
    reached = translator.targets()
    codes = {*known_languages(), *reached, *(target for targets in reached.values() for target in targets)}
    return {code: _offered_from(code, reached) for code in sorted(codes)}


def offered_from(source: str, translator: Translator) -> tuple[str, ...]:
    """What an article in `source` can be briefed in: its own language first, then what can be reached."""
    return _offered_from(source, translator.targets())


def _offered_from(source: str, reached: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    origin = lookup(source, reached)
    others = reached[origin] if origin else ()
    return (source, *(target for target in others if not same_language(target, source)))
