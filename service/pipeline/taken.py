"""The parts that one request takes over from earlier ones, and those it leaves for later ones."""

from collections.abc import Callable

from service.engines.base import EngineSet
from service.errors import EngineError
from service.pipeline.languages import Lane
from service.pipeline.lasting import summary_lasts
from service.pipeline.parts import (
    LanguagePart,
    Parts,
    Understanding,
    language_key,
    summary_key,
    understanding_key,
)
from service.pipeline.understand import Limits
from service.records import BriefRequest, Summary


class TakenParts:
    """The parts of one request, by what it asks for; `reused` counts those that were there."""

    def __init__(self, parts: Parts, request: BriefRequest, engines: EngineSet, limits: Limits) -> None:
        self._parts = parts
        self._request = request
        self._engines = engines
        self._understanding_key = understanding_key(request, limits)
        self._summary_key = summary_key(self._understanding_key, request, engines)
        self.reused = 0

    def understanding(self, make: Callable[[], Understanding]) -> Understanding:
        """The understanding, made where it is not there."""
        found = self._parts.understandings.get(self._understanding_key)
        if found is not None:
            self.reused += 1
            return found
        made = make()
        self._parts.understandings.put(self._understanding_key, made)
        return made

    def summary(self, make: Callable[[], Summary | EngineError]) -> Summary | EngineError:
        """The summary, made where it is not there; it is left for later ones where it lasts."""
        found = self._parts.summaries.get(self._summary_key)
        if found is not None:
            self.reused += 1
            return found
        made = make()
        if isinstance(made, Summary) and summary_lasts(made):
            self._parts.summaries.put(self._summary_key, made)
        return made

    def language(self, lane: Lane) -> LanguagePart | None:
        """One language, where it is there."""
        found = self._parts.languages.get(self._language_key(lane))
        self.reused += found is not None
        return found

    def leave_language(self, lane: Lane, part: LanguagePart) -> None:
        """Leave one language, which lasts, for later requests."""
        self._parts.languages.put(self._language_key(lane), part)

    def _language_key(self, lane: Lane) -> str:
        return language_key(self._summary_key, self._request, lane, self._engines)


class NoParts:
    """Nothing is taken over, and nothing left."""

    reused = 0

    def understanding(self, make: Callable[[], Understanding]) -> Understanding:
        """Made."""
        return make()

    def summary(self, make: Callable[[], Summary | EngineError]) -> Summary | EngineError:
        """Made."""
        return make()

    def language(self, lane: Lane) -> LanguagePart | None:
        """Not there."""
        return None

    def leave_language(self, lane: Lane, part: LanguagePart) -> None:
        """Left nowhere."""
