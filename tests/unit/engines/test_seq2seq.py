"""The seq2seq translator around a decoder: sentences, languages, pivots, second tries, terms, failures."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from service.cancellation import Cancellation
from service.engines.batching import BatchingDecoder
from service.engines.decoding import Hypothesis, Row, Search
from service.engines.families import Languages, named
from service.engines.seq2seq import Seq2SeqTranslator
from service.engines.seq2seq_pieces import LoadedModel
from service.errors import EngineCancelled, EngineError, EngineTimeout, NoRoute
from service.records import GlossaryEntry, ModelInfo, Translation, TranslationRequest

FAMILY = named("m2m100")


class Words:
    """A tokenizer for these tests: a word a token, the target language in front of the output."""

    family = FAMILY
    max_source_tokens = 40

    def __init__(self, sources: str, targets: str) -> None:
        self.sources = Languages("words", {tag: tag for tag in sources.split()})
        self.targets = Languages("words", {tag: tag for tag in targets.split()})

    def count(self, text: str) -> int:
        """Words."""
        return len(text.split())

    def row(self, text: str, *, source: str, target: str, max_tokens: int) -> Row:
        """The words, and the target as prefix."""
        return Row((*text.split(), "</s>"), (target,), max_tokens)

    def text(self, tokens: tuple[str, ...]) -> str:
        """The words again."""
        return " ".join(tokens)


class Suffixing:
    """A decoder for these tests: each word gets the target's code behind it; `oddly` answers some sources itself."""

    name, revision = "suffixing", "1"

    def __init__(self) -> None:
        self.oddly: dict[str, Callable[[Row, Search], Hypothesis | EngineError]] = {}
        self.seen: list[tuple[str, Search]] = []
        self.batches: list[int] = []

    def decode(self, rows: Sequence[Row], search: Search) -> list[Hypothesis | EngineError]:
        """Suffix each row."""
        self.batches.append(len(rows))
        return [self._one(row, search) for row in rows]

    def _one(self, row: Row, search: Search) -> Hypothesis | EngineError:
        text = " ".join(row.tokens[:-1])
        self.seen.append((text, search))
        if text in self.oddly:
            return self.oddly[text](row, search)
        return said(" ".join(suffixed(word, row.prefix[0]) for word in row.tokens[:-1]))

    def close(self) -> None:
        """Nothing to free."""


def suffixed(word: str, code: str) -> str:
    """`rain.` is `rain-es.`; stand-ins stay as they are."""
    end = word[-1] if word[-1] in ".,!" else ""
    bare = word.removesuffix(end)
    return word if bare.startswith(("Zq", "Azq")) else f"{bare}-{code}{end}"


def said(text: str, *, ended: bool = True) -> Hypothesis:
    """What a model gave."""
    return Hypothesis(tuple(text.split()), -0.5, ended)


@pytest.fixture
def inner() -> Suffixing:
    """The decoder behind the translator."""
    return Suffixing()


@pytest.fixture
def make(inner: Suffixing) -> Iterator[Callable[..., Seq2SeqTranslator]]:
    """A translator of models given as (name, sources, targets), all on one decoder."""
    made: list[Seq2SeqTranslator] = []

    def build(*models: tuple[str, str, str]) -> Seq2SeqTranslator:
        loaded: list[Any] = [
            LoadedModel(
                ModelInfo(name, "r1", "MIT", "neural", ()),
                Words(sources, targets),  # type: ignore[arg-type]
                BatchingDecoder(inner, threads=1),
            )
            for name, sources, targets in models
        ]
        made.append(Seq2SeqTranslator(loaded))
        return made[-1]

    yield build
    for translator in made:
        translator.close()


@pytest.fixture
def translator(make: Callable[..., Seq2SeqTranslator]) -> Seq2SeqTranslator:
    """One model between English, Spanish and French."""
    return make(("many", "en es fr", "en es fr"))


def ask(text: str, target: str = "es", **rest: Any) -> TranslationRequest:
    """A request from English."""
    return TranslationRequest(text, "en", target, **rest)


def text_of(result: Translation | EngineError) -> str:
    """The translation, or the error's message."""
    return result.text if isinstance(result, Translation) else str(result)


def test_every_sentence_is_given_alone(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """So none can be skipped; line ends between them stay."""
    (result,) = translator.translate([ask("Rain fell. The river rose.\nNobody was hurt.")])
    assert "Rain-es fell-es. The-es river-es rose-es.\nNobody-es was-es hurt-es." == text_of(result)
    assert ["Rain fell.", "The river rose.", "Nobody was hurt."] == sorted((t for t, _ in inner.seen), key=len)


def test_all_languages_share_batches(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """Two languages of two sentences are one batch of four rows."""
    results = translator.translate([ask("Rain fell. Snow too.", "es"), ask("Rain fell. Snow too.", "fr")])
    assert ["Rain-es fell-es. Snow-es too-es.", "Rain-fr fell-fr. Snow-fr too-fr."] == list(map(text_of, results))
    assert [4] == inner.batches


def test_the_step_names_model_and_languages(translator: Seq2SeqTranslator) -> None:
    """And the tier says that a model wrote it."""
    (result,) = translator.translate([ask("Rain fell.")])
    assert isinstance(result, Translation)
    (step,) = result.steps
    assert ("neural", "seq2seq", "many", "r1", "en", "es") == (
        result.tier, step.engine, step.model, step.revision, step.source, step.target,
    )  # fmt: skip


def test_a_pivot_only_where_nothing_goes_direct(make: Callable[..., Seq2SeqTranslator]) -> None:
    """Danish to Spanish goes over English; English to Spanish does not."""
    translator = make(("da-en", "da", "en"), ("en-es", "en", "es"))
    assert {"da": ("en", "es"), "en": ("es",)} == dict(translator.targets())
    (result,) = translator.translate([TranslationRequest("Regn faldt.", "da", "es")])
    assert isinstance(result, Translation)
    assert [("da", "en", "da-en"), ("en", "es", "en-es")] == [(s.source, s.target, s.model) for s in result.steps]
    assert "Regn-en-es faldt-en-es." == result.text


def test_the_first_model_that_leads_there_is_taken(make: Callable[..., Seq2SeqTranslator]) -> None:
    """The models come in order of preference."""
    translator = make(("en-es", "en", "es"), ("many", "en fr", "es fr en"))
    results = translator.translate([ask("Rain fell.", "es"), ask("Rain fell.", "fr")])
    assert ["en-es", "many"] == [r.steps[0].model for r in results if isinstance(r, Translation)]


def test_no_way_is_told_with_what_can_be_reached(translator: Seq2SeqTranslator) -> None:
    """The others of the call are not touched."""
    good, bad = translator.translate([ask("Rain fell."), ask("Rain fell.", "zh")])
    assert ("Rain-es fell-es.", True) == (text_of(good), isinstance(bad, NoRoute))
    assert "no loaded model leads from en to zh; from en can be reached: es, fr" == str(bad)


@pytest.mark.parametrize(
    ("first", "why"),
    [
        (said("agua agua agua agua agua"), "the model repeated itself"),
        (said("The river rose over the old bridge."), "the model repeated the source"),
        (said(""), "the model wrote nothing"),
        (said("El río", ended=False), "the model did not come to an end"),
    ],
)
def test_what_is_no_translation_is_searched_another_way(
    translator: Seq2SeqTranslator, inner: Suffixing, first: Hypothesis, why: str
) -> None:
    """A loop, an echo, nothing or half a sentence is tried again; where it stays so the text fails, and says why."""
    source = "The river rose over the old bridge."
    inner.oddly[source] = lambda row, search: first if search == FAMILY.search else said("El río creció.")
    assert "El río creció." == text_of(translator.translate([ask(source)])[0])
    inner.oddly[source] = lambda row, search: first
    inner.seen.clear()
    (failed,) = translator.translate([ask(source)])
    assert isinstance(failed, EngineError)
    assert f"{why}, searched in 3 ways; try another engine, or leave the sentence out" == str(failed)
    assert 3 == len({search for _, search in inner.seen})


def test_a_sentence_that_fails_takes_its_text_alone(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """The error of one sentence is that of its text; the other texts stand."""
    inner.oddly["Bad."] = lambda row, search: EngineError("no such token")
    bad, good = translator.translate([ask("Fine. Bad."), ask("Fine.")])
    assert ("no such token", "Fine-es.") == (text_of(bad), text_of(good))


def test_a_term_that_is_lost_is_carried_by_a_stand_in(translator: Seq2SeqTranslator) -> None:
    """The second translation has the term as the glossary wants it."""
    glossary = (GlossaryEntry("Old Bridge"), GlossaryEntry("river", (("es", "río"),)))
    results = translator.translate([ask("Old Bridge spans the river.", glossary=glossary), ask("The sea.")])
    assert ["Old Bridge spans-es the-es río.", "The-es sea-es."] == list(map(text_of, results))


def test_a_long_sentence_is_parted_at_its_punctuation(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """Every word is there, in pieces that the model takes."""
    source = ", ".join(f"the house{n} of number{n} stood empty for years" for n in range(9)) + "."
    (result,) = translator.translate([ask(source)])
    assert source.replace(",", "").replace(".", "").split() == [
        word.strip(".,").removesuffix("-es") for word in text_of(result).split()
    ]
    assert max(len(text.split()) for text, _ in inner.seen) <= Words.max_source_tokens


def test_what_cannot_be_parted_fails_alone(make: Callable[..., Seq2SeqTranslator]) -> None:
    """Never cut: the error names the limit."""

    class Letters(Words):
        def count(self, text: str) -> int:
            return len(text)

    translator = make(("many", "en", "es"))
    object.__setattr__(translator._models[0], "tokenizer", Letters("en", "es"))
    long, short = translator.translate([ask("A" * 90), ask("Rain fell.")])
    assert "a stretch of 90 characters without a space is over what many takes at once (40 tokens)" in text_of(long)
    assert "Rain-es fell-es." == text_of(short)


def test_late_is_late(translator: Seq2SeqTranslator) -> None:
    """A deadline that has passed is EngineTimeout; the others of the call are done."""
    late, good = translator.translate([ask("Rain fell.", deadline=time.monotonic() - 1), ask("Snow fell.")])
    assert (EngineTimeout, "Snow-es fell-es.") == (type(late), text_of(good))


def test_who_left_is_not_worked_for(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """A request whose caller left is EngineCancelled, and never reaches the model; its batch mates are done."""
    cancellation = Cancellation()
    cancellation.cancel()
    requests = [ask("Rain fell.", cancellation=cancellation), ask("Snow fell.", cancellation=Cancellation())]
    gone, good = translator.translate(requests)
    assert (EngineCancelled, "Snow-es fell-es.") == (type(gone), text_of(good))
    assert ["Snow fell."] == [text for text, _ in inner.seen]


def test_leaving_ends_a_way_between_two_hops(make: Callable[..., Seq2SeqTranslator], inner: Suffixing) -> None:
    """The second hop is not begun, and the search is not tried in other ways."""
    translator, cancellation = make(("first", "es", "en"), ("second", "en", "fr")), Cancellation()

    def leave(row: Row, search: Search) -> Hypothesis | EngineError:
        cancellation.cancel()
        return said("Rain fell.")

    inner.oddly["Llueve."] = leave
    (result,) = translator.translate([TranslationRequest("Llueve.", "es", "fr", cancellation=cancellation)])
    assert (EngineCancelled, ["Llueve."]) == (type(result), [text for text, _ in inner.seen])


def test_what_models_did_is_counted(translator: Seq2SeqTranslator) -> None:
    """By the name of the model."""
    translator.translate([ask("Rain fell."), ask("Snow fell.")])
    counts = translator.counts()["many"]
    assert (2, 4) == (counts.rows, counts.tokens)


def test_the_same_language_is_no_work(translator: Seq2SeqTranslator, inner: Suffixing) -> None:
    """The text itself, without a step."""
    (result,) = translator.translate([ask("Rain fell.", "en")])
    assert (Translation("Rain fell.", ()).text, []) == (text_of(result), inner.seen)
