from concurrent.futures import ThreadPoolExecutor

import pytest

from service.cancellation import Cancellation
from service.engines.apertium_hop import HopResult
from service.engines.apertium_plan import make_plan, run_plans
from service.engines.routing import Edge
from service.errors import EngineCancelled, EngineUnavailable
from service.records import GlossaryEntry, TranslationRequest

EN_ES = Edge("en", "es", "en-es")
EN_CA = Edge("en", "ca", "en-ca")
CA_FR = Edge("ca", "fr", "ca-fr")
CA_PT = Edge("ca", "pt", "ca-pt")


@pytest.fixture
def executor():
    """A few threads."""
    with ThreadPoolExecutor(4) as threads:
        yield threads


def run(plans, executor, *, failing=""):
    """Run the plans over a pair that writes its name behind each text; returns how often each pair was asked."""
    asked: list[tuple[str, int]] = []

    def hop(edge, texts, deadline):
        asked.append((edge.name, len(texts)))
        if edge.name == failing:
            return [EngineUnavailable("died") for _ in texts]
        return [HopResult(f"{item.text} {edge.name}", (edge.name,)) for item in texts]

    run_plans(plans, hop, executor)
    return sorted(asked)


def plan(text, route, **options):
    """A plan for a text on a route."""
    return make_plan(TranslationRequest(text, route[0].source, route[-1].target, **options), route, 1e12)


def test_shared_hop_is_done_once(executor):
    """English to Catalan serves Catalan, French and Portuguese, and the same text is sent once."""
    plans = [plan("hi", (EN_CA,)), plan("hi", (EN_CA, CA_FR)), plan("hi", (EN_CA, CA_PT)), plan("yo", (EN_ES,))]
    assert [("ca-fr", 1), ("ca-pt", 1), ("en-ca", 1), ("en-es", 1)] == run(plans, executor)
    assert ["hi en-ca", "hi en-ca ca-fr", "hi en-ca ca-pt", "yo en-es"] == [p.outcome().text for p in plans]


def test_nobody_waits_nothing_is_translated(executor):
    """A plan whose caller left reaches no pair; another with the same text is done."""
    cancellation = Cancellation()
    cancellation.cancel()
    plans = [plan("hi", (EN_CA, CA_FR), cancellation=cancellation), plan("hi", (EN_CA,), cancellation=Cancellation())]
    assert [("en-ca", 1)] == run(plans, executor)
    assert (EngineCancelled, "hi en-ca") == (type(plans[0].outcome()), plans[1].outcome().text)


def test_leaving_ends_a_way_between_two_hops(executor):
    """The hop that is under way ends, the one behind it is not begun."""
    cancellation, asked = Cancellation(), []

    def hop(edge, texts, deadline):
        asked.append(edge.name)
        cancellation.cancel()
        return [HopResult(item.text, ()) for item in texts]

    left = plan("hi", (EN_CA, CA_FR), cancellation=cancellation)
    run_plans([left], hop, executor)
    assert (["en-ca"], "nobody waits for the translation any more; ca to fr was not begun") == (
        asked,
        str(left.outcome()),
    )


def test_unknown_words_of_every_hop(executor):
    """What the first hop did not know is reported with what the second did not."""
    plans = [plan("hi", (EN_CA, CA_FR))]
    run(plans, executor)
    assert ("en-ca", "ca-fr") == plans[0].outcome().unknown


def test_failure_ends_its_own_way_only(executor):
    """A hop that fails takes with it what lies behind it, and nothing else."""
    plans = [plan("hi", (EN_CA, CA_FR)), plan("hi", (EN_ES,))]
    run(plans, executor, failing="en-ca")
    assert [EngineUnavailable, HopResult] == [type(p.outcome()) for p in plans]


def test_glossary_is_rendered_at_the_end(executor):
    """A term with a wording is replaced in the last text; every term is carried through all hops."""
    glossary = (GlossaryEntry("Widget Act", (("fr", "Loi Widget"),)), GlossaryEntry("Acme"))
    plans = [plan("the Widget Act of Acme", (EN_CA, CA_FR), glossary=glossary, names=("Zhovkva",))]
    run(plans, executor)
    assert ("Zhovkva", "Acme", "Widget Act") == plans[0].origin.terms
    assert "the Loi Widget of Acme en-ca ca-fr" == plans[0].outcome().text


def test_closed_executor_is_an_engine_error():
    """After close a call answers with an error in every place."""
    threads = ThreadPoolExecutor(1)
    threads.shutdown()
    plans = [plan("hi", (EN_CA, CA_FR))]
    run(plans, threads)
    assert EngineUnavailable is type(plans[0].outcome())


def test_term_that_begins_the_sentence_is_rendered_with_its_capital():
    """A pair may raise the first letter of a carried term, and so may the writer; the wording takes it over."""
    glossary = (GlossaryEntry("harbour bridge", (("es", "puente del puerto"),)),)
    plans = [
        plan(f"Harbour bridge shut, {word} open", (EN_ES,), glossary=glossary) for word in ("harbour bridge", "US")
    ]
    run(plans, executor := ThreadPoolExecutor(1))
    executor.shutdown()
    expected = ["Puente del puerto shut, puente del puerto open en-es", "Puente del puerto shut, US open en-es"]
    assert expected == [p.outcome().text for p in plans]
    assert ("harbour bridge", "Harbour bridge") == plans[0].origin.terms


def test_other_words_than_the_term_are_left(executor):
    """A plural is another word, and so is a pronoun that an acronym's letters spell."""
    glossary = (GlossaryEntry("bridge", (("es", "puente"),)), GlossaryEntry("US", (("es", "EE. UU."),)))
    plans = [plan("bridges for us", (EN_ES,), glossary=glossary)]
    run(plans, executor)
    assert "bridges for us en-es" == plans[0].outcome().text


def test_text_in_capitals_is_rendered_in_capitals(executor):
    """A headline that shouts the term gets its wording shouted."""
    plans = [plan("A BRIDGE", (EN_ES,), glossary=(GlossaryEntry("bridge", (("es", "puente"),)),))]
    run(plans, executor)
    assert "A PUENTE en-es" == plans[0].outcome().text


def outcome_of(*hops, names=()):
    """What comes out of a plan from English by Catalan to French whose hops answer (text, unknown)."""
    answers = dict(zip((EN_CA, CA_FR), hops, strict=True))
    made = plan("Grace Aubert met auditors", (EN_CA, CA_FR), names=names)
    with ThreadPoolExecutor(1) as threads:
        run_plans([made], lambda edge, texts, deadline: [HopResult(*answers[edge]) for _ in texts], threads)
    return made.outcome()


def test_parts_of_a_name_are_never_unknown():
    """Nobody needs to be told that the engine does not know a name that it was told to carry."""
    answer = ("Grace Aubert met auditors", ("Grace", "Aubert", "auditors"))
    assert ("auditors",) == outcome_of(answer, answer, names=("Grace Aubert",)).unknown


def test_unknown_words_are_those_a_reader_can_find():
    """A word of the language between stays where it stands in the text, and is dropped where a hop rendered it."""
    first = ("Grace interventors sindicatures", ())
    left = ("Grace interventors rendered", ("interventors", "sindicatures", "Interventors"))
    assert ("interventors",) == outcome_of(first, left).unknown
