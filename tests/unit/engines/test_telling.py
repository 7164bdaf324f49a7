"""Translators that tell each result as soon as it is there."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from threading import Barrier, Event

import pytest

from service.bootstrap import Services
from service.engines.apertium_hop import HopResult, HopText
from service.engines.apertium_plan import Plan, make_plan, run_plans
from service.engines.base import Ready, Translator
from service.engines.phrasebook import Book, PhrasebookTranslator
from service.engines.preference import PreferredTranslator
from service.engines.routing import Edge
from service.errors import EngineError, EngineUnavailable
from service.records import Translation, TranslationRequest
from tests.unit.pipeline.engines import RecordingTranslator

Result = Translation | EngineError
PATIENCE_SECONDS = 120


class TellingBook(PhrasebookTranslator):
    """Tells its results one by one, last first."""

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """Look each text up."""
        found = super().translate(requests)
        for place in reversed(range(len(found))):
            if ready is not None:
                ready(place, found[place])
        return found


class DeadBook(PhrasebookTranslator):
    """Fails as a whole."""

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """It died."""
        raise EngineUnavailable("it died")


BETTER = {("en", "es"): {"Good day.": "Buenos días."}, ("en", "it"): {"Good day.": "Buongiorno."}}
OTHER = {
    ("en", "es"): {"Good day.": "Buen día.", "Good night.": "Buenas noches."},
    ("en", "fr"): {"Good day.": "Bonjour."},
}
ASKED = [
    TranslationRequest(text, "en", target)
    for text, target in [
        ("Good night.", "es"),
        ("Good day.", "es"),
        ("Good day.", "fr"),
        ("Who knows?", "es"),
        ("Good day.", "it"),
        ("Good day.", "zh"),
    ]
]


def _told(translator: PreferredTranslator) -> tuple[list[tuple[int, Result]], list[Result]]:
    told: list[tuple[int, Result]] = []
    results = translator.translate(ASKED, ready=lambda place, result: told.append((place, result)))
    return told, results


def test_what_is_final_is_told_under_its_own_place() -> None:
    """Without a way at once, then each engine's own in its order, then what fell to the next, with the same steps."""
    told, results = _told(PreferredTranslator([TellingBook(BETTER), TellingBook(OTHER)]))
    places = [place for place, _ in told]
    assert (places[0], {*places[1:4]}, places[4:]) == (5, {4, 1, 2}, [3, 0])
    assert places.index(4) < places.index(1)
    assert [result for _, result in told] == [results[place] for place in places]
    assert [str(results[place]) for place in (5,)] == ["no loaded engine leads from en to zh"]
    assert isinstance(results[3], EngineError)


@pytest.mark.parametrize("better", [RecordingTranslator(BETTER), DeadBook(BETTER)], ids=["silent", "dead"])
def test_an_engine_that_tells_nothing_is_told_of_as_it_returns(better: Translator) -> None:
    """Each is told once and is what is returned, also where the engine died and the next took its place."""
    told, results = _told(PreferredTranslator([better, TellingBook(OTHER)]))
    assert sorted(place for place, _ in told) == list(range(len(ASKED)))
    assert [result for _, result in told] == [results[place] for place, _ in told]


class DyingBook(PhrasebookTranslator):
    """Tells of the last it was asked, then fails as a whole."""

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """It died on its way."""
        if ready is not None:
            ready(len(requests) - 1, super().translate(requests[-1:])[0])
        raise EngineUnavailable("it died")


def test_what_an_engine_told_before_it_died_stands() -> None:
    """Only the others go to the next engine, whoever listens."""
    translator = PreferredTranslator([DyingBook(BETTER), TellingBook(OTHER)])
    asked = [TranslationRequest("Good day.", "en", "es")] * 2
    told: list[tuple[int, Result]] = []
    results = translator.translate(asked, ready=lambda place, result: told.append((place, result)))
    assert [one.text for one in results if isinstance(one, Translation)] == ["Buen día.", "Buenos días."]
    assert [place for place, _ in told] == [1, 0]
    assert list(map(repr, translator.translate(asked))) == list(map(repr, results))


ASKER: ContextVar[str] = ContextVar("asker", default="nobody")


class MeetingBook(PhrasebookTranslator):
    """Waits until others are at work as well, and keeps for whom it worked; `then` may fail."""

    def __init__(self, book: Book, meeting: Barrier, then: Callable[[], object] = lambda: None) -> None:
        super().__init__(book)
        self.askers: list[str] = []
        self._meeting = meeting
        self._then = then

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """Look each text up, together."""
        self.askers.append(ASKER.get())
        self._meeting.wait(PATIENCE_SECONDS)
        self._then()
        return super().translate(requests, ready=ready)


def test_engines_that_are_first_for_something_work_at_the_same_time() -> None:
    """What only the second reaches does not wait for the first; both work in the caller's context."""
    meeting = Barrier(2)
    books = [MeetingBook({("en", tag): {"Good day.": tag}}, meeting) for tag in ("es", "fr")]
    asked = [TranslationRequest("Good day.", "en", tag) for tag in ("fr", "es")]
    mark = ASKER.set("a bot")
    try:
        results = PreferredTranslator(books).translate(asked)
    finally:
        ASKER.reset(mark)
    assert [one.text for one in results if isinstance(one, Translation)] == ["fr", "es"]
    assert [book.askers for book in books] == [["a bot"], ["a bot"]]


def test_a_bug_of_one_engine_is_raised_once_the_other_is_done() -> None:
    """Nothing works on behind the caller's back, and what the other told was told."""

    def fail() -> None:
        raise LookupError("a bug")

    meeting = Barrier(2)
    books = [
        MeetingBook({("en", "es"): {}}, meeting, fail),
        MeetingBook({("en", "fr"): {"Good day.": "Bonjour."}}, meeting),
    ]
    asked = [TranslationRequest("Good day.", "en", tag) for tag in ("es", "fr")]
    told: list[int] = []
    with pytest.raises(LookupError, match="a bug"):
        PreferredTranslator(books).translate(asked, ready=lambda place, result: told.append(place))
    assert told == [1]


def test_listening_changes_no_result() -> None:
    """With and without `ready` the same comes back."""
    translator = PreferredTranslator([TellingBook(BETTER), TellingBook(OTHER)])
    heard, plain = _told(translator)[1], translator.translate(ASKED)
    assert [repr(one) for one in heard] == [repr(one) for one in plain]


def test_a_plan_is_finished_while_another_is_under_way() -> None:
    """The short way is told of before the last hop of the long one is let go."""
    to_es, to_ca, to_fr = Edge("en", "es", "en-es"), Edge("en", "ca", "en-ca"), Edge("ca", "fr", "ca-fr")
    short = make_plan(TranslationRequest("Good day.", "en", "es"), (to_es,), 1e12)
    long = make_plan(TranslationRequest("Good day.", "en", "fr"), (to_ca, to_fr), 1e12)
    heard = Event()
    waited: list[bool] = []
    order: list[str] = []

    def hop(edge: Edge, texts: Sequence[HopText], deadline: float) -> list[HopResult | EngineError]:
        if edge is to_fr:
            waited.append(heard.wait(PATIENCE_SECONDS))
        return [HopResult(f"{edge.target}: {text.text}", ()) for text in texts]

    def finished(plan: Plan) -> None:
        order.append(str(plan.outcome()))
        heard.set()

    with ThreadPoolExecutor(3) as threads:
        run_plans([long, short], hop, threads, finished=finished)
    assert (waited, order) == ([True], [str(short.outcome()), str(long.outcome())])


def test_a_plan_that_failed_on_its_way_is_finished_too() -> None:
    """Every plan is told of once, also where its first hop failed and the second had nothing to do."""
    way = (Edge("en", "ca", "en-ca"), Edge("ca", "fr", "ca-fr"))
    plans = [make_plan(TranslationRequest(text, "en", "fr"), way, 1e12) for text in ("Good day.", "Bad day.")]

    def hop(edge: Edge, texts: Sequence[HopText], deadline: float) -> list[HopResult | EngineError]:
        return [EngineError("odd") if "Bad" in text.text else HopResult(text.text, ()) for text in texts]

    told: list[Plan] = []
    with ThreadPoolExecutor(2) as threads:
        run_plans(plans, hop, threads, finished=told.append)
    assert [id(plan) for plan in told] == [id(plan) for plan in plans]
    assert [isinstance(plan.outcome(), EngineError) for plan in told] == [False, True]


@pytest.mark.apertium
def test_apertium_tells_all_it_returns(services: Services) -> None:
    """Each result once, the same as is returned; without a route, or into the same language, at once."""
    translator = services.loaded().families["embedded"].translator
    targets = ["xx", "en", "fr", "es", "pt", "ca", "es"]
    asked = [TranslationRequest("The harbour opened on Tuesday.", "en", target) for target in targets]
    told: list[tuple[int, Result]] = []
    results = translator.translate(asked, ready=lambda place, result: told.append((place, result)))
    assert [place for place, _ in told[:2]] == [0, 1]
    assert sorted(place for place, _ in told) == list(range(len(targets)))
    assert [result for _, result in sorted(told, key=lambda one: one[0])] == results
    assert [str(one) for one in translator.translate(asked)] == [str(one) for one in results]
