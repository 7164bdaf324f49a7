"""One contract suite over every engine behind the two seams."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.engines.apertium import ApertiumTranslator
from service.engines.base import Summariser, Translator
from service.engines.extractive import ExtractiveSummariser
from service.engines.instruct import InstructSummariser
from service.engines.instruct_translator import InstructTranslator
from service.engines.lead import LeadSummariser
from service.engines.openai_server import OpenAIServer
from service.engines.phrasebook import PhrasebookTranslator
from service.errors import EngineError, EngineTimeout, NoRoute
from service.records import Article, Ceiling, Summary, SummaryRequest, Translation, TranslationRequest
from service.text.sentences import split_sentences
from tests.unit.engines.instruct.chat_server import Answer, Body, chat_server, fenced

HELLO = "The house is large."
TEXT = (
    "The river Orla flooded the old town on Friday night. Firefighters took 40 people out of their homes by boat."
    " Mayor Ana Ribeiro asked the government for help. Schools stay closed until Wednesday."
)


PROMPTS = Path(__file__).parents[2] / "prompts"
SPANISH = {
    HELLO: "La casa es grande.",
    "The river Orla flooded the old town on Friday night.": "El río Orla inundó el casco viejo el viernes.",
    "Firefighters took 40 people out of their homes by boat.": "Los bomberos sacaron en barca a 40 personas.",
    "Mayor Ana Ribeiro asked the government for help.": "La alcaldesa Ana Ribeiro pidió ayuda al Gobierno.",
    "Schools stay closed until Wednesday.": "Las escuelas siguen cerradas hasta el miércoles.",
}


def _answer(body: Body) -> Answer:
    """What the test's own chat server says: a phrasebook of sentences, and the first two sentences of an article."""
    if "<<<sentence " in body["messages"][1]["content"]:
        return Answer(SPANISH[fenced(body, "sentence")])
    sentences = split_sentences(fenced(body, "article"), language="en")
    headline = "headline" in body["messages"][0]["content"]
    return Answer(sentences[0].text.rstrip(".") if headline else " ".join(s.text for s in sentences[:2]))


@pytest.fixture(scope="module")
def chat_url() -> Iterator[str]:
    """The address of a server that speaks OpenAI's protocol."""
    with chat_server(_answer) as server:
        yield server.url


TRANSLATORS = ["phrasebook", "instruct", pytest.param("apertium", marks=pytest.mark.apertium)]


@pytest.fixture(scope="module", params=TRANSLATORS)
def translator(request: pytest.FixtureRequest) -> Iterator[Translator]:
    """Every translator."""
    engine: Translator
    if request.param == "phrasebook":
        engine = PhrasebookTranslator({("en", "es"): {HELLO: "La casa es grande.", TEXT: "El río Orla."}})
    elif request.param == "instruct":
        url = request.getfixturevalue("chat_url")
        engine = InstructTranslator(OpenAIServer(url), PROMPTS, languages=("en", "es", "fr"))
    else:
        engine = ApertiumTranslator()
    yield engine
    engine.close()
    engine.close()


@pytest.fixture(params=["lead", "extractive", "instruct"])
def summariser(request: pytest.FixtureRequest) -> Iterator[Summariser]:
    """Every summariser."""
    if request.param == "instruct":
        backend = OpenAIServer(request.getfixturevalue("chat_url"))
        yield InstructSummariser(backend, PROMPTS)
        backend.close()
    else:
        yield {"lead": LeadSummariser, "extractive": ExtractiveSummariser}[request.param]()


def _article(text: str = TEXT) -> Article:
    sentences = split_sentences(text, language="en")
    return Article(text, False, None, "en", 1.0, (), sentences, (), (), 40)


def test_translations_come_in_the_order_of_the_requests(translator: Translator) -> None:
    """Length and order of the output are those of the input, failures in their place."""
    requests = [
        TranslationRequest(HELLO, "en", "es"),
        TranslationRequest(HELLO, "en", "tlh"),
        TranslationRequest(HELLO, "en", "en"),
        TranslationRequest(HELLO, "en", "es"),
    ]
    results = translator.translate(requests)
    kinds = [type(result) for result in results]
    assert kinds == [Translation, NoRoute, Translation, Translation]
    assert [r.text for r in results if isinstance(r, Translation)] == [
        "La casa es grande.",
        HELLO,
        "La casa es grande.",
    ]


def test_each_result_is_told_once(translator: Translator) -> None:
    """What is told is what is returned, and listening changes nothing of it."""
    requests = [TranslationRequest(text, "en", target) for text in (TEXT, HELLO) for target in ("tlh", "es", "en")]
    told: list[tuple[int, Translation | EngineError]] = []
    results = translator.translate(requests, ready=lambda place, result: told.append((place, result)))
    assert sorted(place for place, _ in told) == list(range(len(requests)))
    assert [result for _, result in told] == [results[place] for place, _ in told]
    assert list(map(str, translator.translate(requests))) == list(map(str, results))


def test_an_empty_batch_is_an_empty_list(translator: Translator) -> None:
    """Nothing asked, nothing answered."""
    assert translator.translate([]) == []


def test_a_passed_deadline_is_a_timeout(translator: Translator) -> None:
    """The deadline of a request binds the engine."""
    results = translator.translate([TranslationRequest(HELLO, "en", "es", deadline=time.monotonic() - 1)])
    assert [type(result) for result in results] == [EngineTimeout]


def test_what_is_offered_can_be_done(translator: Translator) -> None:
    """English to Spanish is offered, and the steps name engine, languages and revision."""
    assert "es" in translator.targets()["en"]
    result = translator.translate([TranslationRequest(HELLO, "en", "es")])[0]
    assert isinstance(result, Translation)
    assert [(s.step, s.engine, s.source, s.target, bool(s.revision)) for s in result.steps] == [
        ("translate", translator.name, "en", "es", True)
    ]


def test_the_same_request_gives_the_same_translation(translator: Translator) -> None:
    """Engines are deterministic, alone and beside others."""
    alone = translator.translate([TranslationRequest(HELLO, "en", "es")])
    beside = translator.translate([TranslationRequest(TEXT, "en", "es"), TranslationRequest(HELLO, "en", "es")])
    assert alone[0] == beside[1]


def test_models_are_named_with_revision_and_licence(translator: Translator, summariser: Summariser) -> None:
    """Nothing is loaded that does not say what it is."""
    models = [*translator.models(), *summariser.models()]
    assert [m for m in models if not (m.name and m.revision and m.licence and m.languages)] == []


def test_summaries_come_in_the_order_of_the_requests(summariser: Summariser) -> None:
    """A batch of articles, one of which has no sentence: it fails alone."""
    requests = [SummaryRequest(article, Ceiling(max_words=60)) for article in (_article(), _article(""), _article())]
    kinds = [type(result) for result in summariser.summarise(requests)]
    assert kinds == [Summary, EngineError, Summary]


def test_every_sentence_of_a_summary_has_its_evidence(summariser: Summariser) -> None:
    """Evidence spans lie in the article; ranks and orders are all different."""
    article = _article()
    summary = summariser.summarise([SummaryRequest(article, Ceiling(max_words=60))])[0]
    assert isinstance(summary, Summary)
    for item in (*summary.sentences, summary.headline):
        assert all(0 <= span.start < span.end <= len(article.text) for span in item.evidence)
        assert item.evidence
    orders = [item.order for item in summary.sentences]
    assert (sorted(orders), len({item.rank for item in summary.sentences})) == (orders, len(orders))
