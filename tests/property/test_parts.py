"""Whatever was asked before, and whoever listens: the answer is the one that an empty cache and no listener give."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.bootstrap import Services
from service.engines.base import EngineSet, Ready
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import PhrasebookTranslator
from service.errors import NewsbriefsError
from service.pipeline.brief import prepare_briefing
from service.pipeline.events import BriefReady, Event, QuotesPicked, Understood
from service.pipeline.parts import Parts
from service.pipeline.understand import Limits
from service.pipeline.underway import Result
from service.records import Briefing, BriefRequest, Ceiling, GlossaryEntry, TranslationRequest
from service.stores.cache import MemoryCache

LIMITS = Limits(characters=10_000, sentences=6, weighed_characters=2_000)
SPANISH = {
    "The harbour of Vell reopened on Tuesday after 12 days.": "El puerto de Vell reabrió el martes tras 12 días.",
    "Captain Mara Lindqvist led the first of 14 ships in.": "La capitana Mara Lindqvist guió al primero de 14 barcos.",
    "Traders expect prices to fall by 3 percent.": "Los comerciantes esperan que los precios bajen un 3 por ciento.",
    "It had been closed since the storm.": "Estaba cerrado desde la tormenta.",
    "The ferry to Orla will not sail before Friday.": "El ferri a Orla no zarpará antes del viernes.",
    "“We will rebuild every pier of this harbour,” said mayor Ana Ribeiro.": (
        "«Reconstruiremos cada muelle de este puerto», dijo la alcaldesa Ana Ribeiro."
    ),
    "We will rebuild every pier of this harbour,": "Reconstruiremos cada muelle de este puerto,",
    "Lindqvist told the crew that “nobody was left behind.”": "Lindqvist dijo que «nadie quedó atrás».",
    "nobody was left behind.": "nadie quedó atrás.",
}
SENTENCES = [text for text in SPANISH if text not in list(SPANISH)[6::2]]


def _book() -> dict[tuple[str, str], dict[str, str]]:
    """Spanish whole, French with texts missing, Portuguese with wrong numbers, German far too long."""
    texts = list(SPANISH.items())
    return {
        ("en", "es"): dict(texts),
        ("en", "fr"): {text: f"Voilà : {said}" for text, said in texts[::2]},
        ("en", "pt"): {text: said.replace("12", "21").replace("3 ", "8 ") for text, said in texts},
        ("en", "de"): {text: f"{said} {said} {said}" for text, said in texts},
    }


class TellingPhrasebook(PhrasebookTranslator):
    """For these tests: tells some of its results, in any order, before it returns all."""

    def __init__(self, book: Mapping[tuple[str, str], Mapping[str, str]], seed: int) -> None:
        super().__init__(book)
        self._random = Random(seed)

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """Look each text up."""
        found = super().translate(requests)
        places = self._random.sample(range(len(found)), self._random.randint(0, len(found)))
        for place in places:
            if ready is not None:
                ready(place, found[place])
        return found


def _engines(seed: int | None = None) -> EngineSet:
    translator = PhrasebookTranslator(_book()) if seed is None else TellingPhrasebook(_book(), seed)
    return EngineSet("test", "embedded", LeadSummariser(), translator, LeadSummariser())


ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True).map(" ".join)
LANGUAGES = st.lists(
    st.sampled_from(["en", "es", "es-MX", "fr", "pt", "de", "ja", "en-GB"]), min_size=1, max_size=6, unique=True
).map(tuple)
CEILINGS = st.sampled_from(
    [Ceiling(max_words=60), Ceiling(max_words=12), Ceiling(max_characters=55), Ceiling(max_sentences=1), Ceiling(200)]
)
GLOSSARIES = st.sampled_from(
    [(), (GlossaryEntry("Vell"),), (GlossaryEntry("Traders", (("es", "mercaderes"),)), GlossaryEntry("Orla"))]
)


def _requests(articles: st.SearchStrategy[str]) -> st.SearchStrategy[list[BriefRequest]]:
    """Requests in a row over few articles, so that much of one can be taken over from another."""

    def row(texts: list[str]) -> st.SearchStrategy[list[BriefRequest]]:
        one = st.builds(
            BriefRequest,
            text=st.sampled_from(texts),
            format=st.sampled_from(["text", "auto"]),
            title=st.sampled_from([None, None, "Harbour of Vell opens again"]),
            source_language=st.just("en"),
            languages=LANGUAGES,
            ceiling=CEILINGS,
            quotes=st.sampled_from([0, 1, 5]),
            translate_quotes=st.booleans(),
            glossary=GLOSSARIES,
            strict=st.booleans(),
            languages_asked=st.booleans(),
        )
        return st.lists(one, min_size=1, max_size=5)

    return st.lists(articles, min_size=1, max_size=2).flatmap(row)


def _outcome(request: BriefRequest, engines: EngineSet, **how: object) -> Briefing | str:
    """The briefing without what may differ, or the error."""
    try:
        found = prepare_briefing(request, engines, limits=LIMITS, **how)  # type: ignore[arg-type]
    except NewsbriefsError as error:
        return repr(error)
    return replace(found, timings=(), reused=0)


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(requests=_requests(ARTICLES), seed=st.integers(0, 1000))
def test_a_warm_cache_changes_nothing(requests: list[BriefRequest], seed: int) -> None:
    """Any row of requests is answered as if each were the first, and as if nobody listened."""
    parts = Parts(MemoryCache(max_bytes=10_000_000))
    events: list[Event] = []
    for request in requests:
        assert _outcome(request, _engines(seed), parts=parts, tell=events.append) == _outcome(request, _engines())


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(requests=_requests(ARTICLES), seed=st.integers(0, 1000))
def test_what_is_told_is_what_is_returned(requests: list[BriefRequest], seed: int) -> None:
    """The events put together are the briefing; what was refused was not begun to be told."""
    parts = Parts(MemoryCache(max_bytes=10_000_000))
    for request in requests:
        events: list[Event] = []
        found = _outcome(request, _engines(seed), parts=parts, tell=events.append)
        if isinstance(found, str):
            assert events == []
            continue
        briefs = {event.index: event.brief for event in events if isinstance(event, BriefReady)}
        assert events[0] == Understood(found.article, found.truncation)
        assert isinstance(events[1], QuotesPicked)
        assert [key.quote for key in events[1].quotes] == [key.quote for key in found.quotes]
        for early, late in zip(events[1].quotes, found.quotes, strict=True):
            assert early.translations == tuple(one for one in late.translations if not one.machine)
        assert (len(events) - 2, tuple(briefs[index] for index in sorted(briefs))) == (len(found.briefs), found.briefs)


@pytest.mark.apertium
def test_real_engines_answer_the_same_from_parts(services: Services, seed_000: str, seed_004: str) -> None:
    """The embedded engines on the seeds: languages one by one, in another order, and all at once."""
    engines = services.loaded().families["embedded"]
    limits = Limits(characters=200_000, sentences=400, weighed_characters=60_000)
    parts = Parts(MemoryCache(max_bytes=50_000_000))
    rows = [("es",), ("en", "fr", "es"), ("pt", "es", "ca"), ("ca", "pt", "fr", "es", "en")]
    asked = BriefRequest(seed_000, "auto", None, None, ("es",), Ceiling(max_words=60), 3, True, (), False)
    for text, strict in ((seed_000, False), (seed_004, True)):
        for languages in rows:
            request = replace(asked, text=text, languages=languages, strict=strict)
            events: list[Event] = []
            warm = prepare_briefing(request, engines, limits=limits, parts=parts, tell=events.append)
            cold = prepare_briefing(request, engines, limits=limits)
            assert replace(warm, timings=(), reused=0) == replace(cold, timings=())
            assert len(events) == 2 + len(languages)
        assert warm.reused == 1 + len(languages)
