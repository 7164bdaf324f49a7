"""Several engines behind one seam, the better one first: what `engine: auto` uses.

Which engine wrote what stands in the steps. Where one failed and the next took its place, a step `fallback` with the
name of the one that failed comes first.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import replace
from functools import partial
from hashlib import sha256

from service.engines.base import Ready, Summariser, Translator
from service.engines.batching import BatchCounts, CountsBatches
from service.errors import EngineCancelled, EngineError, EngineTimeout, NoRoute
from service.records import ModelInfo, Step, Summary, SummaryRequest, Translation, TranslationRequest

_Final = Translation | EngineTimeout | EngineCancelled


class PreferredTranslator:
    """Each text goes to the first translator that reaches its target; where that fails, to the next that does."""

    name = "preferred"

    def __init__(self, translators: Sequence[Translator]) -> None:
        self._translators = tuple(translators)
        self.revision = _revision(self._translators)

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        Translators that are the first for some of them work at the same time; what one failed at goes to the next
        together. A deadline that passed is final, for no other would be any earlier; so is that nobody waits any
        more. `ready` is told of each result once, when it is final, also by several threads at the same time.
        """
        return _Turns(self._translators, requests, ready).run()

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """For each source language what any of them reaches, sorted."""
        reached: dict[str, set[str]] = {}
        for translator in self._translators:
            for source, targets in translator.targets().items():
                reached.setdefault(source, set()).update(targets)
        return {source: tuple(sorted(reached[source])) for source in sorted(reached)}

    def models(self) -> list[ModelInfo]:
        """The models of all, in order of preference."""
        return [model for translator in self._translators for model in translator.models()]

    def failures(self) -> Mapping[str, str]:
        """What any of them does not offer, with the reason."""
        return {name: why for translator in self._translators for name, why in translator.failures().items()}

    def self_test(self) -> Mapping[str, str]:
        """Test all of them and return `failures`."""
        return {name: why for translator in self._translators for name, why in translator.self_test().items()}

    def close(self) -> None:
        """Close all of them; safe to call twice."""
        for translator in self._translators:
            translator.close()


class PreferredSummariser:
    """Each article goes to the first summariser that knows its language; where that fails, to the next that does."""

    name = "preferred"

    def __init__(self, summarisers: Sequence[Summariser]) -> None:
        self._summarisers = tuple(summarisers)
        self.revision = _revision(self._summarisers)

    def knows(self, language: str) -> bool:
        """Whether any of them knows the language."""
        return any(summariser.knows(language) for summariser in self._summarisers)

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Summarise each request; the result has the length and order of the input."""
        results: list[Summary | EngineError] = [_unknown(request) for request in requests]
        failed: dict[int, tuple[Step, ...]] = {}
        left = list(range(len(requests)))
        for summariser in self._summarisers:
            mine = [place for place in left if summariser.knows(requests[place].article.language)]
            for place, result in zip(mine, _summarised(summariser, [requests[p] for p in mine]), strict=True):
                results[place] = _after_summary(failed.get(place, ()), result)
                if isinstance(result, Summary | EngineCancelled):
                    left.remove(place)
                else:
                    failed[place] = (*failed.get(place, ()), _fallback(summariser))
        return results

    def models(self) -> list[ModelInfo]:
        """The models of all, in order of preference."""
        return [model for summariser in self._summarisers for model in summariser.models()]

    def counts(self) -> Mapping[str, BatchCounts]:
        """What those of them decoded that do so in batches."""
        batching = [one for one in self._summarisers if isinstance(one, CountsBatches)]
        return {name: counts for one in batching for name, counts in one.counts().items()}

    def close(self) -> None:
        """Close all of them; safe to call twice."""
        for summariser in self._summarisers:
            summariser.close()


class _Turns:
    """One batch on its way through the translators: whose turn it is for each text, and what is final."""

    def __init__(
        self, translators: Sequence[Translator], requests: Sequence[TranslationRequest], ready: Ready | None
    ) -> None:
        self._requests = requests
        self._ready = ready
        reached = [(translator, translator.targets()) for translator in translators]
        self._left = [
            [translator for translator, targets in reached if request.target in targets.get(request.source, ())]
            for request in requests
        ]
        self._failed: list[tuple[Step, ...]] = [()] * len(requests)
        self._results: dict[int, Translation | EngineError] = {}

    def run(self) -> list[Translation | EngineError]:
        for place, request in enumerate(self._requests):
            if not self._left[place]:
                self._settle(place, _nowhere(request))
        while turns := self._turns():
            _side_by_side([partial(self._ask, *turn) for turn in turns])
        return [self._results[place] for place in range(len(self._requests))]

    def _turns(self) -> list[tuple[Translator, list[int]]]:
        """Whom to ask next for what, in the order of the texts; nothing once all is final."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for place, left in enumerate(self._left):
            if place not in self._results:
                found[id(left[0])].append(place)
        return [(self._left[places[0]][0], places) for places in found.values()]

    def _ask(self, translator: Translator, places: Sequence[int]) -> None:
        told: set[int] = set()

        def hear(number: int, result: Translation | EngineError) -> None:
            told.add(number)
            self._take(places[number], result)

        results: Sequence[Translation | EngineError]
        try:
            results = translator.translate([self._requests[place] for place in places], ready=hear)
        except EngineError as error:
            results = [error] * len(places)
        for number, (place, result) in enumerate(zip(places, results, strict=True)):
            if number not in told:
                self._take(place, result)

    def _take(self, place: int, result: Translation | EngineError) -> None:
        """One translator's result: final, or a reason to go on to the next."""
        left = self._left[place]
        if isinstance(result, _Final) or len(left) == 1:
            self._settle(place, _after(self._failed[place], result))
        else:
            self._failed[place] += (_fallback(left[0]),)
            del left[0]

    def _settle(self, place: int, result: Translation | EngineError) -> None:
        self._results[place] = result
        if self._ready is not None:
            self._ready(place, result)


def _side_by_side(calls: Sequence[Callable[[], None]]) -> None:
    """Make all calls at the same time, in the caller's context, and wait for all of them; raises what one raised."""
    if len(calls) == 1:
        calls[0]()
        return
    with ThreadPoolExecutor(len(calls), thread_name_prefix="prefer") as threads:
        begun = [threads.submit(copy_context().run, call) for call in calls]
    for call in begun:
        call.result()


def _summarised(summariser: Summariser, requests: Sequence[SummaryRequest]) -> Sequence[Summary | EngineError]:
    if not requests:
        return []
    try:
        return summariser.summarise(requests)
    except EngineError as error:
        return [error] * len(requests)


def _after(fallbacks: tuple[Step, ...], result: Translation | EngineError) -> Translation | EngineError:
    if not fallbacks or not isinstance(result, Translation):
        return result
    return replace(result, steps=(*fallbacks, *result.steps))


def _after_summary(fallbacks: tuple[Step, ...], result: Summary | EngineError) -> Summary | EngineError:
    if not fallbacks or not isinstance(result, Summary):
        return result
    return replace(result, before=(*fallbacks, *result.before))


def _fallback(engine: Summariser | Translator) -> Step:
    return Step("fallback", engine.name, engine.revision)


def _nowhere(request: TranslationRequest) -> NoRoute:
    return NoRoute(f"no loaded engine leads from {request.source} to {request.target}")


def _unknown(request: SummaryRequest) -> EngineError:
    return EngineError(f"no loaded summariser knows the language {request.article.language!r}")


def _revision(engines: Sequence[Summariser | Translator]) -> str:
    return sha256("\0".join(f"{engine.name} {engine.revision}" for engine in engines).encode()).hexdigest()[:12]
