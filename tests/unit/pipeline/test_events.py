from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Event as Flag

import pytest

from service.cancellation import Cancellation
from service.engines.base import EngineSet, Ready
from service.errors import Cancelled, EngineCancelled, InvalidField, LanguageUnsupported
from service.pipeline.brief import prepare_briefing
from service.pipeline.desk import Desk
from service.pipeline.draft import Draft
from service.pipeline.events import BriefReady, Event, QuotesPicked, Tell, Understood
from service.pipeline.languages import plan_lanes
from service.pipeline.understand import Limits
from service.pipeline.underway import Result
from service.pipeline.work import begin_work, draft_all, open_desk, summarise
from service.records import Briefing, Ceiling, TranslationRequest
from tests.unit.pipeline.conftest import FIRST, SECOND, SPANISH, THIRD, Ask
from tests.unit.pipeline.engines import RecordingTranslator, SteppingTranslator, engine_set

LIMITS = Limits(characters=10_000, sentences=400, weighed_characters=10_000)
BOOK = {
    ("en", "es"): SPANISH,
    ("en", "fr"): {text: f"Voilà : {said}" for text, said in SPANISH.items()},
}
HOW = pytest.mark.parametrize("tell", [None, lambda event: None], ids=["at once", "told"])
PATIENCE_SECONDS = 120


def _told(ask: Ask, engines: EngineSet, **changes: object) -> tuple[list[Event], Briefing]:
    events: list[Event] = []
    return events, prepare_briefing(ask(**changes), engines, limits=LIMITS, tell=events.append)


def test_everything_is_told_in_order(ask: Ask, engines: EngineSet) -> None:
    """The article, its quotes, then each language; what needs no translator comes before what does."""
    events, briefing = _told(ask, engines, languages=("es", "en", "pl"))
    assert events == [
        Understood(briefing.article, briefing.truncation),
        QuotesPicked(briefing.quotes),
        *[BriefReady(index, briefing.briefs[index]) for index in (1, 2, 0)],
    ]


def test_quotes_are_told_before_they_are_translated(ask: Ask) -> None:
    """The article's own language is there already, the others are not."""
    quote = "We will rebuild every house in this valley,"
    engines = engine_set(RecordingTranslator({("en", "es"): {quote: "Reconstruiremos cada casa de este valle,"}}))
    text = f"“{quote}” said Mayor Ana Ribeiro on Monday. The work costs 2 million."
    events, briefing = _told(ask, engines, text=text, languages=("es", "en"))
    assert isinstance(events[1], QuotesPicked)
    assert [one.language for one in events[1].quotes[0].translations] == ["en"]
    assert [one.language for one in briefing.quotes[0].translations] == ["es", "en"]


@pytest.mark.parametrize(
    ("changes", "error"), [({"text": "😀 😀"}, InvalidField), ({"languages": ("pl",)}, LanguageUnsupported)]
)
def test_nothing_is_told_of_what_is_refused(
    ask: Ask, engines: EngineSet, changes: dict[str, object], error: type[Exception]
) -> None:
    """A stream can still answer with a plain 422 as long as it heard nothing."""
    events: list[Event] = []
    with pytest.raises(error):
        prepare_briefing(ask(**changes), engines, limits=LIMITS, tell=events.append)
    assert events == []


def test_a_language_is_told_while_others_are_still_at_the_engine(ask: Ask) -> None:
    """The engine does not go on to French before the Spanish brief was heard of."""
    heard = Flag()
    waited: list[bool] = []

    def tell(event: Event) -> None:
        if isinstance(event, BriefReady) and event.brief.language == "es":
            heard.set()

    def after(target: str) -> None:
        if target == "es":
            waited.append(heard.wait(PATIENCE_SECONDS))

    request = ask(languages=("es", "fr"))
    told = prepare_briefing(request, engine_set(SteppingTranslator(BOOK, after)), limits=LIMITS, tell=tell)
    plain = prepare_briefing(request, engine_set(SteppingTranslator(BOOK, lambda target: None)), limits=LIMITS)
    assert (waited, told.briefs) == ([True], plain.briefs)


def test_a_language_that_wants_more_goes_another_round(ask: Ask) -> None:
    """A strict brief whose first sentence fell out is settled in the second batch, after one that was not."""
    book = {
        ("en", "es"): SPANISH,
        ("en", "fr"): {FIRST: "Le port a rouvert après 21 jours.", SECOND: "La capitaine Mara Lindqvist a guidé."},
    }
    translator = RecordingTranslator(book)
    changes = {"languages": ("fr", "es"), "strict": True, "ceiling": replace(ask().ceiling, max_sentences=1)}
    events, briefing = _told(ask, engine_set(translator), **changes)
    assert [event.index for event in events if isinstance(event, BriefReady)] == [1, 0]
    asked = [[(request.target, request.text) for request in batch] for batch in translator.batches]
    assert asked == [[("fr", FIRST), ("es", FIRST)], [("fr", SECOND)]]
    assert briefing == replace(
        prepare_briefing(ask(**changes), engine_set(RecordingTranslator(book)), limits=LIMITS),
        timings=briefing.timings,
    )


def test_the_stages_are_the_same(ask: Ask, engines: EngineSet) -> None:
    """Who listens gets the same timings by name, in the same order."""
    names = []
    for tell in (None, lambda event: None):
        found = prepare_briefing(ask(languages=("en", "es")), engines, limits=LIMITS, tell=tell)
        names.append([name for name, _ in found.timings])
    assert names == [["total", "clean", "quotes", "summarise", "translate", "verify"]] * 2


@HOW
def test_a_bug_in_an_engine_is_heard_of(ask: Ask, tell: Tell | None) -> None:
    """What is no EngineError comes out as it is, from the other thread too."""

    def fail(request: TranslationRequest) -> None:
        raise LookupError("a bug")

    with pytest.raises(LookupError, match="a bug"):
        prepare_briefing(ask(), engine_set(RecordingTranslator(BOOK, fail)), limits=LIMITS, tell=tell)


def test_a_listener_that_fails_ends_it(ask: Ask) -> None:
    """A broken stream is raised to the caller once the engine is done: nothing works on behind its back."""
    done = Flag()

    def tell(event: Event) -> None:
        if isinstance(event, BriefReady):
            raise BrokenPipeError

    def after(target: str) -> None:
        if target == "fr":
            done.set()

    request = ask(languages=("es", "fr"))
    with pytest.raises(BrokenPipeError):
        prepare_briefing(request, engine_set(SteppingTranslator(BOOK, after)), limits=LIMITS, tell=tell)
    assert done.is_set()


@HOW
def test_a_request_that_nobody_waits_for_is_not_begun(ask: Ask, engines: EngineSet, tell: Tell | None) -> None:
    """It ends as Cancelled, before any engine is asked."""
    cancellation = Cancellation()
    cancellation.cancel()
    translator = RecordingTranslator(BOOK)
    with pytest.raises(Cancelled):
        prepare_briefing(ask(cancellation=cancellation), engine_set(translator), limits=LIMITS, tell=tell)
    assert translator.batches == []


@HOW
def test_a_caller_that_leaves_meanwhile_ends_it(ask: Ask, tell: Tell | None) -> None:
    """Raised while the engine works, it is noticed before the next stage; the engine knew whom to ask."""
    cancellation = Cancellation()
    seen: list[Cancellation | None] = []

    def leave(request: TranslationRequest) -> None:
        seen.append(request.cancellation)
        cancellation.cancel()

    with pytest.raises(Cancelled):
        prepare_briefing(
            ask(cancellation=cancellation), engine_set(RecordingTranslator(BOOK, leave)), limits=LIMITS, tell=tell
        )
    assert seen == [cancellation] * 3


@HOW
def test_what_an_engine_dropped_is_no_failed_brief(ask: Ask, tell: Tell | None) -> None:
    """EngineCancelled in the place of one text ends the whole request."""

    def drop(request: TranslationRequest) -> EngineCancelled | None:
        return EngineCancelled("nobody waits") if request.text == THIRD else None

    with pytest.raises(Cancelled, match="nobody waits"):
        prepare_briefing(ask(), engine_set(RecordingTranslator(BOOK, drop)), limits=LIMITS, tell=tell)


@HOW
def test_an_engine_that_loses_results_is_heard_of(ask: Ask, tell: Tell | None) -> None:
    """Too few results are a bug, never a brief that waits for ever."""

    class Losing(RecordingTranslator):
        """Loses one."""

        def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
            """All but the first."""
            return super().translate(requests)[1:]

    with pytest.raises(ValueError, match="zip"):
        prepare_briefing(ask(), engine_set(Losing(BOOK)), limits=LIMITS, tell=tell)


def test_a_draft_does_not_see_what_others_asked_for(ask: Ask, engines: EngineSet) -> None:
    """Its choice depends on its own texts alone, whatever lies at the desk already, and in whichever order it came."""
    calls: list[Callable[[], list[tuple[str, str]]]] = []
    for fetched in ([], [(SECOND, "es"), (THIRD, "es")]):
        draft, desk = _draft(ask, engines)
        desk.fetch(fetched)
        calls.append(draft.needs)
    assert calls[0]() == calls[1]() != []


def _draft(ask: Ask, engines: EngineSet) -> tuple[Draft, Desk]:
    """A Spanish draft under a ceiling that the second sentence fits in English, and no longer in Spanish."""
    request = ask(ceiling=Ceiling(max_characters=len(SECOND)))
    article = prepare_briefing(ask(), engines, limits=LIMITS).article
    work = begin_work(request, article, engines, plan_lanes(("es",), "en", engines.translator))
    desk = open_desk(work)
    return draft_all(work, work.lanes, summarise(work), desk)["es"], desk
