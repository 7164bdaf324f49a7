import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from service.engines.base import EngineSet
from service.engines.lead import LeadSummariser
from service.errors import EngineError, EngineTimeout, EngineUnavailable, UnusableOutput
from service.pipeline.brief import prepare_briefing
from service.pipeline.lasting import briefing_lasts
from service.pipeline.parts import Parts, Shelf, Understanding
from service.pipeline.understand import Limits
from service.records import (
    Article,
    Briefing,
    BriefRequest,
    Ceiling,
    Check,
    GlossaryEntry,
    Span,
    Step,
    Summary,
    SummaryRequest,
    SummarySentence,
    Translation,
    TranslationRequest,
)
from service.stores.cache import MemoryCache
from service.stores.redis_cache import RedisCache
from service.stores.redis_link import RedisLink, open_redis
from tests.redis_server import redis_server
from tests.unit.pipeline.conftest import ARTICLE, FIRST, SECOND, SPANISH, THIRD, Ask
from tests.unit.pipeline.engines import Instead, RecordingTranslator, engine_set

LIMITS = Limits(characters=10_000, sentences=400, weighed_characters=10_000)
SIX = ("ca", "es", "fr", "gl", "it", "pt")
# All read like Spanish: what is counted here is who is asked for what.
BOOK = {("en", language): SPANISH for language in SIX}


@pytest.fixture
def store() -> MemoryCache:
    """Where the parts of one test lie."""
    return MemoryCache(max_bytes=10_000_000)


@pytest.fixture
def parts(store: MemoryCache) -> Parts:
    """An empty cache of parts."""
    return Parts(store)


class CountingSummariser(LeadSummariser):
    """Lead, which counts the articles it was given, and may fail or change what it wrote."""

    def __init__(self, instead: EngineError | None = None, **changes: object) -> None:
        self.articles = 0
        self._instead = instead
        self._changes = changes

    def _one(self, request: SummaryRequest) -> Summary | EngineError:
        self.articles += 1
        found = super()._one(request)
        if self._instead is not None or isinstance(found, EngineError):
            return self._instead or found
        return replace(found, **self._changes)  # type: ignore[arg-type]


def _ask(request: BriefRequest, engines: EngineSet, parts: Parts | None) -> Briefing:
    return prepare_briefing(request, engines, limits=LIMITS, parts=parts)


def _reused(ask: Ask, parts: Parts, instead: Instead, **changes: object) -> int:
    """How much the second of two equal requests takes over where the first met something."""
    request = ask(**changes)
    _ask(request, engine_set(RecordingTranslator(BOOK, instead)), parts)
    return _ask(request, engine_set(RecordingTranslator(BOOK)), parts).reused


def test_the_same_again_asks_no_engine(ask: Ask, parts: Parts) -> None:
    """The understanding and every language are taken over; the summary isn't even looked for."""
    summariser, translator = CountingSummariser(), RecordingTranslator(BOOK)
    engines = EngineSet("test", "embedded", summariser, translator, LeadSummariser())
    first = _ask(ask(languages=("es", "en")), engines, parts)
    second = _ask(ask(languages=("en", "es")), engines, parts)
    assert (first.reused, second.reused) == (0, 3)
    assert (summariser.articles, len(translator.batches)) == (1, 1)
    assert second.briefs == first.briefs[::-1]


def test_one_more_language_costs_one_more_language(ask: Ask, parts: Parts) -> None:
    """With five languages there, the sixth makes the translator see its texts alone, and the summariser nothing."""
    summariser, translator = CountingSummariser(), RecordingTranslator(BOOK)
    engines = EngineSet("test", "embedded", summariser, translator, LeadSummariser())
    _ask(ask(languages=SIX[:5]), engines, parts)
    translator.batches.clear()
    found = _ask(ask(languages=SIX[::-1]), engines, parts)
    asked = [(request.target, request.text) for batch in translator.batches for request in batch]
    assert asked == [("pt", text) for text in (FIRST, SECOND, THIRD)]
    assert (summariser.articles, found.reused) == (1, 7)


@pytest.mark.parametrize(
    ("changes", "reused"),
    [
        ({"text": f"{ARTICLE} More."}, 0),
        ({"format": "markdown"}, 0),
        ({"title": "Vell opens"}, 0),
        ({"source_language": None}, 0),
        ({"ceiling": Ceiling(max_words=30)}, 1),
        ({"strict": True}, 1),
        ({"glossary": (GlossaryEntry("Vell"),)}, 2),
        ({"quotes": 4}, 2),
        ({"translate_quotes": False}, 2),
        ({"languages": ("fr",)}, 2),
        ({"deadline": 1e12, "languages_asked": False}, 2),
    ],
)
def test_each_part_depends_on_what_it_depends_on(
    ask: Ask, parts: Parts, changes: dict[str, object], reused: int
) -> None:
    """A change above takes everything below with it; what no part depends on changes nothing."""
    engines = engine_set(RecordingTranslator(BOOK))
    _ask(ask(), engines, parts)
    assert _ask(ask(**changes), engines, parts).reused == reused


def test_another_revision_of_an_engine_is_another_part(ask: Ask, parts: Parts) -> None:
    """A new translator leaves the summary in place; a new summariser only the understanding."""
    _ask(ask(), engine_set(RecordingTranslator(BOOK)), parts)
    newer = RecordingTranslator({**BOOK, ("en", "ro"): SPANISH})
    assert _ask(ask(), engine_set(newer), parts).reused == 2
    summariser = LeadSummariser()
    summariser.revision = "2"
    other = EngineSet("test", "embedded", summariser, RecordingTranslator(BOOK), LeadSummariser())
    assert _ask(ask(), other, parts).reused == 1


def test_other_limits_are_another_understanding(ask: Ask, parts: Parts, engines: EngineSet) -> None:
    """An operator who changes a limit gets no article cut by the old one."""
    _ask(ask(), engines, parts)
    assert prepare_briefing(ask(), engines, limits=replace(LIMITS, sentences=2), parts=parts).reused == 0


@pytest.mark.parametrize(
    "error", [EngineTimeout("late"), EngineUnavailable("died"), UnusableOutput("a loop"), EngineError("odd")]
)
def test_what_met_a_failure_of_the_moment_is_not_kept(ask: Ask, parts: Parts, error: EngineError) -> None:
    """A sentence that an engine failed on is asked for again the next time; the other language is taken over."""

    def fail(request: TranslationRequest) -> EngineError | None:
        return error if (request.target, request.text) == ("es", SECOND) else None

    assert _reused(ask, parts, fail, languages=("es", "fr")) == 3
    assert _ask(ask(languages=("es", "fr")), engine_set(RecordingTranslator(BOOK)), parts).reused == 3


def test_what_took_the_place_of_a_better_engine_is_not_kept(ask: Ask, parts: Parts) -> None:
    """A `fallback` step does not tell whether the better engine mends."""

    def fall_back(request: TranslationRequest) -> Translation:
        return Translation(SPANISH[request.text], (Step("fallback", "better", "1"), Step("translate", "other", "1")))

    assert _reused(ask, parts, fall_back) == 2


def test_a_failure_for_good_is_kept(ask: Ask, parts: Parts) -> None:
    """No sentence fits two words, today or tomorrow."""
    found = [_ask(ask(ceiling=Ceiling(max_words=2)), engine_set(RecordingTranslator(BOOK)), parts) for _ in range(2)]
    assert [one.briefs[0].problem and one.briefs[0].problem.reason for one in found] == ["length", "length"]
    assert [one.reused for one in found] == [0, 2]


def test_why_nothing_leads_somewhere_is_said_anew(ask: Ask, parts: Parts, engines: EngineSet) -> None:
    """What can be reached is a matter of the engines as they are now."""
    found = [_ask(ask(languages=("en", "pl")), engines, parts) for _ in range(2)]
    assert ([one.reused for one in found], found[0].briefs) == ([0, 3], found[1].briefs)


@pytest.mark.parametrize(
    "summariser",
    [
        CountingSummariser(EngineUnavailable("died")),
        CountingSummariser(before=(Step("fallback", "better", "1"),)),
        CountingSummariser(checks=(Check("headline", "info", None, None, "the model's headline was not used"),)),
    ],
    ids=["failed", "fell back", "headline of another"],
)
@pytest.mark.parametrize("strict", [False, True])
def test_a_summary_of_the_moment_is_not_kept(
    ask: Ask, parts: Parts, summariser: CountingSummariser, strict: bool
) -> None:
    """Nor is anything that was made from it."""
    engines = EngineSet("test", "embedded", summariser, RecordingTranslator(BOOK), LeadSummariser())
    assert [_ask(ask(strict=strict), engines, parts).reused for _ in range(2)] == [0, 1]


def test_own_sentences_that_could_not_be_had_are_asked_for_again(ask: Ask, parts: Parts) -> None:
    """A strict brief that had nothing to fall back to may have it the next time."""
    sentence = SummarySentence("A ship sank with 99 sailors.", (Span(0, 5),), order=0, rank=0)
    written = CountingSummariser(tier="instruct", sentences=(sentence,), headline=sentence)
    lost = EngineSet("test", "instruct", written, RecordingTranslator(BOOK), CountingSummariser(EngineTimeout("late")))
    found = [_ask(ask(strict=True, languages=("en",)), lost, parts).reused for _ in range(2)]
    assert found == [0, 2]


def test_a_passed_deadline_is_not_kept(ask: Ask, parts: Parts) -> None:
    """The article's own language is; the one that was late is translated the next time."""
    engines = engine_set(RecordingTranslator(BOOK))
    late = _ask(ask(languages=("en", "es"), deadline=time.monotonic() - 1), engines, parts)
    found = _ask(ask(languages=("en", "es")), engines, parts)
    assert ([brief.status for brief in late.briefs], found.reused) == (["ok", "failed"], 3)
    assert [brief.status for brief in found.briefs] == ["ok", "ok"]


class Remembering(MemoryCache):
    """Lets a test see the keys, and spoil what is kept."""

    def __init__(self) -> None:
        super().__init__(max_bytes=1_000_000)
        self.keys: list[str] = []

    def put(self, key: str, value: bytes) -> None:
        """Keep it, and its key."""
        self.keys.append(key)
        super().put(key, value)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: b"",
        lambda value: b"\x00\xff\x00",
        lambda value: value[:-1],
        lambda value: value[:9],
        lambda value: value[8:],
        lambda value: b"OLDSHAPE" + value[8:],
        lambda value: value[:8] + b'{"article": 1}',
        lambda value: value[:8] + b"\xff\xfe{}",
    ],
    ids=["empty", "garbage", "cut", "cut short", "no mark", "other shape", "other record", "no text"],
)
def test_what_cant_be_read_is_a_miss_and_dropped(ask: Ask, engines: EngineSet, spoil: object) -> None:
    """Rubbish, half a value, or what another version wrote: worked out anew, the same as before."""
    store = Remembering()
    parts = Parts(store)
    first = _ask(ask(), engines, parts)
    for key in list(store.keys):
        store.put(key, spoil(store.get(key)))  # type: ignore[operator]
    again = _ask(ask(), engines, parts)
    assert (again.reused, again.briefs, again.article) == (0, first.briefs, first.article)
    assert _ask(ask(), engines, parts).reused == 2


def _shared(url: str) -> RedisCache:
    return RedisCache(RedisLink(open_redis(url, timeout_seconds=30), store="cache"), keep_seconds=60)


def test_replicas_take_over_from_each_other(ask: Ask, engines: EngineSet, tmp_path: Path) -> None:
    """What one process worked out lies on the shared store for the next; with the store gone all is made anew."""
    with redis_server(tmp_path) as server:
        stores = [_shared(server) for _ in range(2)]
        found = [_ask(ask(languages=("en", "es")), engines, Parts(store)) for store in stores]
        server.kill()
        found.append(_ask(ask(languages=("en", "es")), engines, Parts(stores[1])))
        for store in stores:
            store.close()
    assert [one.reused for one in found] == [0, 3, 0]
    assert found[0].briefs == found[1].briefs == found[2].briefs


def test_the_unreadable_is_dropped_at_once(store: MemoryCache) -> None:
    """It does not take up room until something newer comes."""
    shelf = Shelf(Understanding, store, name="understanding")
    store.put("understanding:k", b"rubbish")
    assert (shelf.get("k"), store.get("understanding:k")) == (None, None)


def test_what_is_kept_is_json(ask: Ask, engines: EngineSet) -> None:
    """No pickles: behind its mark every part is a JSON object, under a key that shows nothing of the article."""
    store = Remembering()
    _ask(ask(), engines, Parts(store))
    assert [key.split(":")[0] for key in store.keys] == ["understanding", "summary", "language"]
    assert all(isinstance(json.loads((store.get(key) or b"")[8:]), dict) for key in store.keys)
    assert "Vell" not in " ".join(store.keys)


def test_a_text_that_is_no_unicode_is_served_and_not_kept(ask: Ask, engines: EngineSet, parts: Parts) -> None:
    """A lone surrogate has no form in UTF-8."""
    request = ask(text=f"{ARTICLE} A broken character \ud800 stands here.", languages=("en",))
    found = [_ask(request, engines, parts) for _ in range(2)]
    assert [one.reused for one in found] == [0, 0]
    assert found[0].article == found[1].article


def test_every_field_comes_back_as_it_was(store: MemoryCache) -> None:
    """Floats to the last digit, tuples as tuples, None as None."""
    article = Article("é😀", True, None, "en", 0.1 + 0.2, (), (), (), (), 1, Span(0, 1))
    shelf = Shelf(Understanding, store, name="understanding")
    shelf.put("k", Understanding(article, None))
    assert shelf.get("k") == Understanding(article, None)


def test_whole_answers_that_last(ask: Ask, engines: EngineSet) -> None:
    """Failures for good may be kept with the answer; what an engine failed on may not."""
    good = _ask(ask(languages=("es", "en", "pl")), engines, None)
    left_out = _ask(ask(languages=("fr",)), engines, None)
    late = _ask(ask(languages=("en", "es"), deadline=time.monotonic() - 1), engines, None)
    assert [briefing_lasts(one) for one in (good, left_out, late)] == [True, False, False]


def test_a_quote_that_could_not_be_translated_is_of_the_moment(ask: Ask, engines: EngineSet) -> None:
    """Its language is there, so the engine failed on it; a language out of reach is for good."""
    text = f"{ARTICLE} “We will rebuild every pier,” said Ana Ribeiro."
    ceiling = Ceiling(max_sentences=3)
    found = [_ask(ask(text=text, languages=("en", to), ceiling=ceiling), engines, None) for to in ("es", "pl")]
    assert [len(one.quotes) for one in found] == [1, 1]
    assert [briefing_lasts(one) for one in found] == [False, True]
