"""Strict: nothing that fails a check leaves, and the route says what took its place."""

from collections.abc import Sequence

import pytest

from service.engines.base import EngineSet
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import PhrasebookTranslator
from service.errors import EngineError, EngineUnavailable, UnusableOutput
from service.pipeline.brief import prepare_briefing
from service.pipeline.understand import Limits
from service.records import Brief, ModelInfo, Span, Summary, SummaryRequest, SummarySentence
from tests.unit.pipeline.conftest import FIRST, SECOND, SPANISH, THIRD, Ask

WRITTEN = "Vell's harbour opened again after 12 days."
ITS_SPANISH = "El puerto de Vell abrió de nuevo tras 12 días."


class WrittenSummariser:
    """For these tests: what a model would have written about the article, one sentence of its own wording."""

    name = "written"
    revision = "1"

    def __init__(self, outcome: Summary | EngineError) -> None:
        self._outcome = outcome

    def knows(self, language: str) -> bool:
        """Any."""
        return True

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """The same for all; an engine that is out of reach raises."""
        if isinstance(self._outcome, EngineUnavailable):
            raise self._outcome
        return [self._outcome] * len(requests)

    def models(self) -> list[ModelInfo]:
        """Itself."""
        return [ModelInfo(self.name, "1", "Apache-2.0", "neural", ("en",))]

    def close(self) -> None:
        """Nothing to free."""


def _written(text: str) -> Summary:
    sentence = SummarySentence(text, (Span(0, len(FIRST)),), order=0, rank=0, support=0.8)
    return Summary(sentence, (sentence,), "written", "1", tier="neural")


def _brief(ask: Ask, outcome: Summary | EngineError, spanish: dict[str, str], *, language: str, strict: bool) -> Brief:
    book = PhrasebookTranslator({("en", "es"): SPANISH | spanish})
    engines = EngineSet("test", "neural", WrittenSummariser(outcome), book, LeadSummariser())
    limits = Limits(characters=10_000, sentences=400, weighed_characters=10_000)
    return prepare_briefing(ask(strict=strict, languages=(language,)), engines, limits=limits).briefs[0]


def _way(brief: Brief) -> list[tuple[str, str]]:
    return [(step.step, step.engine) for step in brief.steps]


def test_a_models_brief_that_passes_stays(ask: Ask) -> None:
    """Strict changes nothing where nothing fails."""
    brief = _brief(ask, _written(WRITTEN), {WRITTEN: ITS_SPANISH}, language="es", strict=True)
    assert [sentence.text for sentence in brief.sentences] == [ITS_SPANISH]
    assert _way(brief) == [("summarise", "written"), ("translate", "phrasebook")]


def test_a_translated_brief_gives_way_to_the_articles_own_sentences(ask: Ask) -> None:
    """One sentence of a model's brief fails in translation: the whole brief is built from the article instead."""
    wrong = {WRITTEN: "El puerto de Vell abrió de nuevo tras 120 días."}
    brief = _brief(ask, _written(WRITTEN), wrong, language="es", strict=True)
    assert [sentence.text for sentence in brief.sentences] == [SPANISH[text] for text in (FIRST, SECOND, THIRD)]
    way = [("summarise", "written"), ("summarise", "lead"), ("replace", "lead"), ("translate", "phrasebook")]
    assert (_way(brief), brief.verdict) == (way, "pass")


def test_without_strict_it_stays_and_says_what_is_wrong(ask: Ask) -> None:
    """The same translation without strict leaves with the verdict fail."""
    wrong = {WRITTEN: "El puerto de Vell abrió de nuevo tras 120 días."}
    brief = _brief(ask, _written(WRITTEN), wrong, language="es", strict=False)
    assert (brief.verdict, _way(brief)) == ("fail", [("summarise", "written"), ("translate", "phrasebook")])


@pytest.mark.parametrize(("language", "first"), [("en", FIRST), ("es", SPANISH[FIRST])])
def test_a_model_that_wrote_nothing_of_use_gives_way(ask: Ask, language: str, first: str) -> None:
    """Strict takes the article's own sentences where the model's output could not be used, and names who failed."""
    brief = _brief(ask, UnusableOutput("the model wrote no word"), {}, language=language, strict=True)
    assert (brief.sentences[0].text, _way(brief)[:2]) == (first, [("fallback", "written"), ("summarise", "lead")])


def test_an_engine_out_of_reach_gives_way(ask: Ask) -> None:
    """Strict takes the article's own sentences where the whole engine failed, too."""
    brief = _brief(ask, EngineUnavailable("the server is gone"), {}, language="es", strict=True)
    assert (brief.status, _way(brief)[0]) == ("ok", ("fallback", "written"))


def test_without_strict_a_model_that_wrote_nothing_of_use_fails(ask: Ask) -> None:
    """The engine that was asked for failed: without strict nothing is put in its place."""
    brief = _brief(ask, UnusableOutput("the model wrote no word"), {}, language="es", strict=False)
    assert (brief.status, brief.problem and brief.problem.reason) == ("failed", "output")


def test_the_support_of_a_written_sentence_goes_with_its_translation(ask: Ask) -> None:
    """How far the article carries a sentence is told in every language."""
    brief = _brief(ask, _written(WRITTEN), {WRITTEN: ITS_SPANISH}, language="es", strict=False)
    assert [sentence.support for sentence in brief.sentences] == [0.8]
