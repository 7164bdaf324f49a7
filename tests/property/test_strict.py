"""Strict, on any mix of good and broken translations: what leaves has no failing check, and says what was replaced."""

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from service.engines.base import EngineSet, Ready
from service.engines.extractive import ExtractiveSummariser
from service.errors import EngineError
from service.pipeline.brief import prepare_briefing
from service.pipeline.understand import Limits
from service.records import Brief, BriefRequest, Ceiling, ModelInfo, Step, Translation, TranslationRequest

GOOD = {
    "The harbour of Vell reopened on Tuesday after 12 days of repairs.": (
        "El puerto de Vell reabrió el martes tras 12 días de obras."
    ),
    "Captain Mara Lindqvist led the first of 14 ships into the bay.": (
        "La capitana Mara Lindqvist guió al primero de los 14 barcos hasta la bahía."
    ),
    "Traders expect the price of fish to fall by 3 percent.": (
        "Los comerciantes esperan que el precio del pescado baje un 3 por ciento."
    ),
    "The repairs cost 45 million euros, the port authority said.": (
        "Las obras costaron 45 millones de euros, dijo la autoridad portuaria."
    ),
    "The ferry to Orla Island will not sail before Friday.": (
        "El ferri a la isla de Orla no zarpará antes del viernes."
    ),
}
TEXT = " ".join(GOOD)
FAULTS = ("none", "echo", "number", "empty", "german", "loop", "fails")
GERMAN = "Der Hafen wurde am Dienstag nach langen Arbeiten wieder für alle Schiffe geöffnet."


class FaultyTranslator:
    """For these tests: knows the article in Spanish, and breaks each sentence as it is told to."""

    name = "faulty"
    revision = "1"

    def __init__(self, faults: Mapping[str, str]) -> None:
        self._faults = faults

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Each text with its fault."""
        return [self._one(request) for request in requests]

    def _one(self, request: TranslationRequest) -> Translation | EngineError:
        fault = self._faults.get(request.text, "none")
        if fault == "fails" or request.text not in GOOD:
            return EngineError("it was told to fail")
        good = GOOD[request.text]
        broken = {
            "none": good,
            "echo": request.text,
            "number": good + " Son 987 en total.",
            "empty": "…",
            "german": GERMAN,
            "loop": good[:-1] + " de la" * 9 + ".",
        }[fault]
        return Translation(broken, (Step("translate", self.name, "1", request.source, request.target),))

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """English to Spanish."""
        return {"en": ("es",)}

    def models(self) -> list[ModelInfo]:
        """Itself."""
        return [ModelInfo(self.name, "1", "Apache-2.0", "embedded", ("en", "es"))]

    def failures(self) -> Mapping[str, str]:
        """None."""
        return {}

    def self_test(self) -> Mapping[str, str]:
        """None either."""
        return {}

    def close(self) -> None:
        """Nothing to free."""


def _brief(faults: Mapping[str, str], *, strict: bool) -> Brief:
    extracts = ExtractiveSummariser()
    engines = EngineSet("embedded", "embedded", extracts, FaultyTranslator(faults), extracts)
    request = BriefRequest(TEXT, "text", None, "en", ("es",), Ceiling(max_words=50), 0, False, (), strict)
    limits = Limits(characters=10_000, sentences=400, weighed_characters=10_000)
    return prepare_briefing(request, engines, limits=limits).briefs[0]


@settings(deadline=None, max_examples=120)
@given(st.fixed_dictionaries({text: st.sampled_from(FAULTS) for text in GOOD}))
def test_nothing_that_fails_leaves_and_what_was_replaced_is_told(faults: dict[str, str]) -> None:
    """Every sentence of a strict brief is a good one; where another stood before, the route has `replace`."""
    plain, strict = _brief(faults, strict=False), _brief(faults, strict=True)
    assert {sentence.text for sentence in strict.sentences} <= set(GOOD.values())
    assert [check for check in strict.checks if check.severity == "error"] == []
    if strict.status == "failed":
        assert strict.problem is not None
        assert strict.problem.reason in ("checks", "engine")
    elif [s.text for s in plain.sentences] != [s.text for s in strict.sentences]:
        assert "replace" in [step.step for step in strict.steps]


def test_each_fault_is_a_failing_check_without_strict() -> None:
    """The faults are real ones: each alone makes the verdict of a brief that holds it `fail`."""
    first = next(iter(GOOD))
    others = {text: "fails" for text in GOOD if text != first}
    verdicts = {fault: _brief({first: fault, **others}, strict=False).verdict for fault in FAULTS[1:-1]}
    assert verdicts == dict.fromkeys(FAULTS[1:-1], "fail")
