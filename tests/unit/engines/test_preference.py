"""Several engines behind one seam: the better first, the next where it fails, and the route says so."""

import time
from collections.abc import Sequence

import pytest

from service.engines.base import Ready
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import PhrasebookTranslator
from service.engines.preference import PreferredSummariser, PreferredTranslator
from service.errors import EngineCancelled, EngineError, EngineTimeout, NoRoute
from service.records import Article, Ceiling, Sentence, Step, Summary, SummaryRequest, Translation, TranslationRequest

BETTER = PhrasebookTranslator({("en", "es"): {"Good day.": "Buenos días."}, ("en", "it"): {"Good day.": "Buongiorno."}})
OTHER = PhrasebookTranslator(
    {("en", "es"): {"Good day.": "Buen día.", "Good night.": "Buenas noches."}, ("en", "fr"): {"Good day.": "Bonjour."}}
)


@pytest.fixture
def translator() -> PreferredTranslator:
    """Two books, the better one first."""
    return PreferredTranslator([BETTER, OTHER])


def ask(text: str, target: str, deadline: float | None = None) -> TranslationRequest:
    """A request from English."""
    return TranslationRequest(text, "en", target, deadline=deadline)


def test_the_better_engine_is_asked_first(translator: PreferredTranslator) -> None:
    """Where both reach a target the first one's wording is taken; what it does not reach goes to the second."""
    results = translator.translate([ask("Good day.", "es"), ask("Good day.", "fr")])
    assert ["Buenos días.", "Bonjour."] == [r.text for r in results if isinstance(r, Translation)]


def test_a_failure_falls_to_the_next_and_is_told(translator: PreferredTranslator) -> None:
    """The step `fallback` names the engine that failed, before those of the one that took its place."""
    (result,) = translator.translate([ask("Good night.", "es")])
    assert isinstance(result, Translation)
    assert "Buenas noches." == result.text
    assert ["fallback", "translate"] == [step.step for step in result.steps]
    assert Step("fallback", "phrasebook", BETTER.revision) == result.steps[0]


def test_where_all_fail_the_last_error_is_told(translator: PreferredTranslator) -> None:
    """A text that nobody can translate fails alone."""
    good, bad = translator.translate([ask("Good day.", "es"), ask("Who knows?", "es")])
    assert (True, True) == (isinstance(good, Translation), isinstance(bad, EngineError))


def test_a_target_nobody_reaches_has_no_route(translator: PreferredTranslator) -> None:
    """The error names both ends."""
    (result,) = translator.translate([ask("Good day.", "zh")])
    assert (True, "no loaded engine leads from en to zh") == (isinstance(result, NoRoute), str(result))


def test_a_deadline_that_passed_is_final(translator: PreferredTranslator) -> None:
    """No other engine would be any earlier."""
    (result,) = translator.translate([ask("Good day.", "es", deadline=time.monotonic() - 1)])
    assert EngineTimeout is type(result)


class Deserted(PhrasebookTranslator):
    """A book that everybody has left."""

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Nobody waits."""
        return [EngineCancelled("nobody waits") for _ in requests]


def test_that_nobody_waits_is_final() -> None:
    """No other engine is asked for one who left."""
    left = Deserted({("en", "es"): {}})
    (result,) = PreferredTranslator([left, OTHER]).translate([ask("Good day.", "es")])
    assert EngineCancelled is type(result)


def test_targets_are_those_of_all(translator: PreferredTranslator) -> None:
    """Sorted, each once."""
    assert {"en": ("es", "fr", "it")} == dict(translator.targets())


def test_revisions_follow_the_engines() -> None:
    """Another order, another book: another revision."""
    first, second = PreferredTranslator([BETTER, OTHER]), PreferredTranslator([OTHER, BETTER])
    assert first.revision != second.revision
    assert PreferredTranslator([BETTER, OTHER]).revision == first.revision


class GermanOnly(LeadSummariser):
    """The lead of German articles, and of those alone that have two sentences."""

    name = "german"

    def knows(self, language: str) -> bool:
        """German."""
        return language == "de"

    def summarise(self, requests: list[SummaryRequest]) -> list[Summary | EngineError]:  # type: ignore[override]
        """Fail on a single sentence."""
        return [
            EngineError("too short") if len(request.article.sentences) < 2 else result
            for request, result in zip(requests, super().summarise(requests), strict=True)
        ]


def article(language: str, *texts: str) -> SummaryRequest:
    """An article of some sentences."""
    text = " ".join(texts)
    sentences = tuple(Sentence(part, text.index(part), text.index(part) + len(part), 0) for part in texts)
    whole = Article(text, False, None, language, 1.0, (), sentences, (), (), 10)
    return SummaryRequest(whole, Ceiling(max_words=60))


def test_summarisers_by_language_and_in_turn() -> None:
    """German goes to the one that knows it, and to the next where that fails; English goes past it."""
    summariser = PreferredSummariser([GermanOnly(), LeadSummariser()])
    requests = [article("de", "Es regnet.", "Es schneit."), article("de", "Es regnet."), article("en", "It rains.")]
    results = [result for result in summariser.summarise(requests) if isinstance(result, Summary)]
    assert ["german", "lead", "lead"] == [result.engine for result in results]
    assert [(), ("fallback",), ()] == [tuple(step.step for step in result.before) for result in results]
    assert (True, True) == (summariser.knows("de"), summariser.knows("xx"))


class DesertedLead(LeadSummariser):
    """A summariser that everybody has left."""

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Nobody waits."""
        return [EngineCancelled("nobody waits") for _ in requests]


def test_that_nobody_waits_for_a_summary_is_final() -> None:
    """The next summariser is not asked."""
    summariser = PreferredSummariser([DesertedLead(), LeadSummariser()])
    (result,) = summariser.summarise([article("en", "It rains.")])
    assert EngineCancelled is type(result)


def test_a_language_nobody_knows_is_an_error() -> None:
    """The article that cannot be summarised fails alone."""
    (result,) = PreferredSummariser([GermanOnly()]).summarise([article("en", "It rains.", "It snows.")])
    assert "no loaded summariser knows the language 'en'" == str(result)
