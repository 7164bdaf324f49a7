"""Several engines behind one seam, the better one first: what `engine: auto` uses.

Which engine wrote what stands in the steps. Where one failed and the next took its place, a step `fallback` with the
name of the one that failed comes first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Protocol, cast

from service.engines.base import Summariser, Translator
from service.engines.batching import BatchCounts, CountsBatches
from service.errors import EngineCancelled, EngineError, EngineTimeout, NoRoute
from service.records import ModelInfo, Step, Summary, SummaryRequest, Translation, TranslationRequest

Ready = Callable[[int, Translation | EngineError], None]
_Final = Translation | EngineTimeout | EngineCancelled


class _Telling(Protocol):
    """A translator that tells each result as soon as it is there."""

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready) -> list[Translation | EngineError]: ...


class PreferredTranslator:
    """Each text goes to the first translator that reaches its target; where that fails, to the next that does."""

    name = "preferred"
    tells = True

    def __init__(self, translators: Sequence[Translator]) -> None:
        self._translators = tuple(translators)
        self.revision = _revision(self._translators)

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        A deadline that passed is final, for no other engine would be any earlier; so is that nobody waits any more.
        `ready` is told of what is final, with its place, as soon as an engine tells it; of nothing that falls to the
        next one.
        """
        results: list[Translation | EngineError] = [_nowhere(request) for request in requests]
        failed: dict[int, tuple[Step, ...]] = {}
        left = list(range(len(requests)))
        for translator in self._translators:
            reached = translator.targets()
            mine = [place for place in left if requests[place].target in reached.get(requests[place].source, ())]
            told = _finals(ready, mine, dict(failed)) if ready is not None else None
            for place, result in zip(mine, _translated(translator, [requests[p] for p in mine], told), strict=True):
                results[place] = _after(failed.get(place, ()), result)
                if isinstance(result, _Final):
                    left.remove(place)
                else:
                    failed[place] = (*failed.get(place, ()), _fallback(translator))
        return results

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


def _translated(
    translator: Translator, requests: Sequence[TranslationRequest], ready: Ready | None
) -> Sequence[Translation | EngineError]:
    """Every result; `ready` hears of each before, where the translator can tell; of all of them together, else."""
    if not requests:
        return []
    try:
        if ready is not None and getattr(translator, "tells", False):
            return cast(_Telling, translator).translate(requests, ready=ready)
        results = translator.translate(requests)
    except EngineError as error:
        return [error] * len(requests)
    if ready is not None:
        for place, result in enumerate(results):
            ready(place, result)
    return results


def _finals(ready: Ready, places: Sequence[int], failed: Mapping[int, tuple[Step, ...]]) -> Ready:
    """Hands on what no other engine will do again, under its place in the whole batch."""

    def told(place: int, result: Translation | EngineError) -> None:
        if isinstance(result, _Final):
            ready(places[place], _after(failed.get(places[place], ()), result))

    return told


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
