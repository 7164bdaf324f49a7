"""Several engines behind one seam, the better one first: what `engine: auto` uses.

Which engine wrote what stands in the steps. Where one failed and the next took its place, a step `fallback` with the
name of the one that failed comes first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from service.engines.base import Summariser, Translator
from service.errors import EngineError, EngineTimeout, NoRoute
from service.records import ModelInfo, Step, Summary, SummaryRequest, Translation, TranslationRequest


class PreferredTranslator:
    """Each text goes to the first translator that reaches its target; where that fails, to the next that does."""

    name = "preferred"

    def __init__(self, translators: Sequence[Translator]) -> None:
        self._translators = tuple(translators)
        self.revision = _revision(self._translators)

    def translate(self, requests: Sequence[TranslationRequest]) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        A deadline that passed is final: no other engine would be any earlier.
        """
        results: list[Translation | EngineError] = [_nowhere(request) for request in requests]
        failed: dict[int, tuple[Step, ...]] = {}
        left = list(range(len(requests)))
        for translator in self._translators:
            reached = translator.targets()
            mine = [place for place in left if requests[place].target in reached.get(requests[place].source, ())]
            for place, result in zip(mine, _translated(translator, [requests[p] for p in mine]), strict=True):
                results[place] = _after(failed.get(place, ()), result)
                if isinstance(result, Translation | EngineTimeout):
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
                if isinstance(result, Summary):
                    left.remove(place)
                else:
                    failed[place] = (*failed.get(place, ()), _fallback(summariser))
        return results

    def models(self) -> list[ModelInfo]:
        """The models of all, in order of preference."""
        return [model for summariser in self._summarisers for model in summariser.models()]

    def close(self) -> None:
        """Close all of them; safe to call twice."""
        for summariser in self._summarisers:
            summariser.close()


def _translated(translator: Translator, requests: Sequence[TranslationRequest]) -> Sequence[Translation | EngineError]:
    if not requests:
        return []
    try:
        return translator.translate(requests)
    except EngineError as error:
        return [error] * len(requests)


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
