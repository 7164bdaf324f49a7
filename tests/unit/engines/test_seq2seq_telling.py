"""The seq2seq translator tells each text as soon as its last sentence is decoded, whatever else waits."""

import time
from collections.abc import Callable, Iterator, Sequence
from threading import Event

import pytest

from service.cancellation import Cancellation
from service.engines.batching import BatchingDecoder
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.seq2seq import Seq2SeqTranslator
from service.engines.seq2seq_pieces import LoadedModel, as_they_come
from service.errors import EngineCancelled, EngineError, EngineTimeout, NoRoute
from service.records import GlossaryEntry, ModelInfo, Translation, TranslationRequest
from tests.unit.engines.test_seq2seq import Suffixing, Words, ask, said, text_of

Result = Translation | EngineError
PATIENCE_SECONDS = 120
GREEDY = Search()


@pytest.fixture
def inner() -> Suffixing:
    """The decoder behind the batches."""
    return Suffixing()


@pytest.fixture
def translator(inner: Suffixing) -> Iterator[Seq2SeqTranslator]:
    """Two models, English to Spanish and French, and French to Italian; every row is a batch of its own."""
    ways = [("en", "es fr"), ("fr", "it")]
    models = [
        LoadedModel(
            ModelInfo(sources, "r1", "MIT", "neural", ()),
            Words(sources, targets),  # type: ignore[arg-type]
            BatchingDecoder(inner, threads=1, max_rows=1),
        )
        for sources, targets in ways
    ]
    translator = Seq2SeqTranslator(models)
    yield translator
    translator.close()


class Ear:
    """Keeps what it is told; `until` gives an event that is set once a place was told of."""

    def __init__(self) -> None:
        self.told: list[tuple[int, Result]] = []
        self._events: dict[int, Event] = {}

    def until(self, place: int) -> Event:
        """Set once `place` was told."""
        return self._events.setdefault(place, Event())

    def __call__(self, place: int, result: Result) -> None:
        """Listen."""
        self.told.append((place, result))
        self.until(place).set()

    def places(self) -> list[int]:
        """In the order in which they were told."""
        return [place for place, _ in self.told]


def waits_for(event: Event, waited: list[bool], answer: str) -> Callable[[Row, Search], Hypothesis]:
    """What a decoder says to a row, not before the event."""

    def decode(row: Row, search: Search) -> Hypothesis:
        waited.append(event.wait(PATIENCE_SECONDS))
        return said(answer)

    return decode


def test_a_text_is_told_while_another_is_in_the_queue(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """The second text is not decoded before the first was heard of."""
    ear, waited = Ear(), list[bool]()
    inner.oddly["Snow fell."] = waits_for(ear.until(0), waited, "Nevó.")
    results = translator.translate([ask("Rain fell. The river rose."), ask("Snow fell.")], ready=ear)
    assert (waited, ear.told) == ([True], list(enumerate(results)))
    assert ["Rain-es fell-es. The-es river-es rose-es.", "Nevó."] == list(map(text_of, results))


def test_models_do_not_wait_for_each_other(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """A later text of one model is told while another model is still at an earlier one."""
    ear, waited = Ear(), list[bool]()
    inner.oddly["Rain fell."] = waits_for(ear.until(1), waited, "Llovió.")
    translator.translate([ask("Rain fell."), TranslationRequest("Il neige.", "fr", "it")], ready=ear)
    assert (waited, ear.places()) == ([True], [1, 0])


def test_each_is_told_once_and_is_what_is_returned(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """Nothing to do first, then one hop, second tries, two hops; last what lost its terms."""
    sentence = "The river rose over the old bridge."
    inner.oddly[sentence] = lambda row, search: said("" if search.beams > 1 and not search.no_repeat_ngram else "Sí.")
    gone = Cancellation()
    gone.cancel()
    asked = [
        ask("The old mill.", glossary=(GlossaryEntry("mill", (("es", "molino"),)),)),
        ask("Rain fell.", "it"),
        ask(sentence),
        ask("Rain fell."),
        ask("Rain fell.", "zh"),
        ask("Rain fell.", "en"),
        ask("Snow fell.", cancellation=gone),
    ]
    ear = Ear()
    results = translator.translate(asked, ready=ear)
    assert [4, 5, 6, 3, 2, 1, 0] == ear.places()
    assert [result for _, result in ear.told] == [results[place] for place in ear.places()]
    kinds = [Translation] * 4 + [NoRoute, Translation, EngineCancelled]
    assert kinds == [type(result) for result in results]
    assert "The-es old-es molino." == text_of(results[0])


def test_second_tries_are_one_batch_whoever_listens(inner: Suffixing) -> None:
    """They wait for the last of the first tries, so the batches are the same as without telling."""
    batches = []
    for text in ("One sentence here.", "Another sentence here."):
        inner.oddly[text] = lambda row, search: said("" if not search.no_repeat_ngram else "Sí.")
    for ready in (None, Ear()):
        model = LoadedModel(
            ModelInfo("many", "r1", "MIT", "neural", ()),
            Words("en", "es"),  # type: ignore[arg-type]
            BatchingDecoder(inner, threads=1, max_rows=4),
        )
        translator = Seq2SeqTranslator([model])
        inner.batches.clear()
        texts = ["One sentence here.", "A.", "B.", "C.", "D.", "Another sentence here."]
        translator.translate([ask(text) for text in texts], ready=ready)
        batches.append(list(inner.batches))
        translator.close()
    assert [[4, 2, 2]] * 2 == batches


def test_what_is_late_is_told_while_others_wait(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """The deadline of one text ends its wait, not that of the others."""
    ear, waited = Ear(), list[bool]()
    inner.oddly["Rain fell."] = waits_for(ear.until(1), waited, "Llovió.")
    late = ask("Snow fell.", deadline=time.monotonic() + 0.05)
    results = translator.translate([ask("Rain fell."), late], ready=ear)
    assert (waited, ear.places(), type(results[1])) == ([True], [1, 0], EngineTimeout)
    assert "Llovió." == text_of(results[0])


def test_who_leaves_is_told_while_others_wait(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """A flag that is raised in the middle ends the wait of its own texts alone."""
    ear, waited, cancellation = Ear(), list[bool](), Cancellation()
    wait = waits_for(ear.until(1), waited, "Llovió.")

    def leave(row: Row, search: Search) -> Hypothesis:
        cancellation.cancel()
        return wait(row, search)

    inner.oddly["Rain fell."] = leave
    results = translator.translate([ask("Rain fell."), ask("Snow fell.", cancellation=cancellation)], ready=ear)
    assert (waited, ear.places(), type(results[1])) == ([True], [1, 0], EngineCancelled)
    assert ["Rain fell."] == [text for text, _ in inner.seen]


def test_a_translator_that_is_closed_tells_what_needs_no_model(translator: Seq2SeqTranslator) -> None:
    """The batch fails as a whole; what was told stands."""
    translator.close()
    ear = Ear()
    with pytest.raises(EngineError, match="shutting down"):
        translator.translate([ask("Rain fell."), ask("Rain fell.", "en")], ready=ear)
    assert [1] == ear.places()


class Bell(Event):
    """An event that takes the decoder's lock when it is rung, as whoever holds it would never come back from."""

    def __init__(self, decoder: BatchingDecoder) -> None:
        super().__init__()
        self.rung = 0
        self._decoder = decoder

    def set(self) -> None:
        """Ring it."""
        self._decoder.counted()
        self.rung += 1
        super().set()


class Reversing(Suffixing):
    """Says each row backwards."""

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Reverse each row."""
        return [Hypothesis(row.tokens[::-1], 0.0, True) for row in rows]


def test_the_bell_is_rung_outside_of_the_lock() -> None:
    """After each batch; every row comes once, with its ticket and place, also where two tickets share it."""
    decoder = BatchingDecoder(Reversing(), threads=2, max_rows=2)
    bell = Bell(decoder)
    texts = [["a b", "c d", "e f"], ["c d", "g h"], []]
    tickets = [decoder.submit([Row(tuple(text.split())) for text in one], GREEDY, bell=bell) for one in texts]
    came = [(tickets.index(ticket), place, one) for ticket, place, one in as_they_come(tickets, bell)]
    expected = [(n, place, text[::-1]) for n, one in enumerate(texts) for place, text in enumerate(one)]
    assert expected == sorted((n, p, " ".join(one.tokens)) for n, p, one in came if isinstance(one, Hypothesis))
    assert bell.rung >= 2
    decoder.close()
