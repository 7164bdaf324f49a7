import time

import pytest

from service.engines.base import EngineSet
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import PhrasebookTranslator
from service.errors import BodyTooLarge, DeadlinePassed, InvalidField, LanguageUnsupported
from service.pipeline.brief import prepare_briefing
from service.pipeline.understand import Limits
from service.records import Briefing, Ceiling, GlossaryEntry
from tests.unit.pipeline.conftest import ARTICLE, FIRST, SECOND, SPANISH, THIRD, Ask


def _brief(ask: Ask, engines: EngineSet, **changes: object) -> Briefing:
    return prepare_briefing(
        ask(**changes), engines, limits=Limits(characters=10_000, sentences=400, weighed_characters=10_000)
    )


def test_the_own_language_is_the_article_itself(ask: Ask, engines: EngineSet) -> None:
    """A brief in the article's language is its own sentences, tier source, verdict pass."""
    brief = _brief(ask, engines, languages=("en",)).briefs[0]
    assert ([s.text for s in brief.sentences], brief.tier, brief.verdict) == ([FIRST, SECOND, THIRD], "source", "pass")


def test_a_translation_keeps_the_evidence_of_its_source(ask: Ask, engines: EngineSet) -> None:
    """Each translated sentence points to the sentence it came from."""
    brief = _brief(ask, engines).briefs[0]
    found = [(s.text, ARTICLE[s.evidence[0].start : s.evidence[0].end]) for s in brief.sentences]
    assert found == [(SPANISH[source], source) for source in (FIRST, SECOND, THIRD)]


def test_the_route_says_every_step(ask: Ask, engines: EngineSet) -> None:
    """Summarise first, then each hop of the translation."""
    steps = _brief(ask, engines).briefs[0].steps
    assert [(s.step, s.engine, s.source, s.target) for s in steps] == [
        ("summarise", "lead", None, None),
        ("translate", "phrasebook", "en", "es"),
    ]


def test_one_language_that_fails_takes_no_other_with_it(ask: Ask, engines: EngineSet) -> None:
    """Order is kept, and each language has its own status and reason."""
    briefs = _brief(ask, engines, languages=("pl", "es", "en")).briefs
    found = [(b.language, b.status, b.problem.reason if b.problem else None) for b in briefs]
    assert found == [("pl", "failed", "no-route"), ("es", "ok", None), ("en", "ok", None)]


def test_what_could_not_be_translated_is_said(ask: Ask, engines: EngineSet) -> None:
    """A sentence the engine fails on is left out with a check; the rest stays."""
    brief = _brief(ask, engines, languages=("fr",)).briefs[0]
    assert (len(brief.sentences), [c.kind for c in brief.checks]) == (1, ["left_out", "left_out"])


def test_no_language_within_reach_is_an_error_with_the_list(ask: Ask, engines: EngineSet) -> None:
    """Where nothing can be made, the caller is told what could."""
    with pytest.raises(LanguageUnsupported) as caught:
        _brief(ask, engines, languages=("pl", "ja"))
    assert [p.pointer for p in caught.value.problems] == ["/languages/0", "/languages/1"]
    assert "allowed: en, es, fr" in caught.value.problems[0].detail


def test_default_languages_may_all_fail(ask: Ask, engines: EngineSet) -> None:
    """Who named no language still gets the quotes; each default language says why it failed."""
    briefs = _brief(ask, engines, languages=("pl", "ja"), languages_asked=False).briefs
    assert [(b.language, b.problem.reason if b.problem else None) for b in briefs] == [
        ("pl", "no-route"),
        ("ja", "no-route"),
    ]


def test_text_without_a_sentence_is_refused(ask: Ask, engines: EngineSet) -> None:
    """Nothing to brief points to /text."""
    with pytest.raises(InvalidField) as caught:
        _brief(ask, engines, text="😀 😀 😀")
    assert [p.pointer for p in caught.value.problems] == ["/text"]


def test_a_ceiling_binds_in_the_target_language(ask: Ask, engines: EngineSet) -> None:
    """The first sentence fits in English; in Spanish it is longer and the shorter second one is taken."""
    ceiling = Ceiling(max_characters=len(SPANISH[SECOND]))
    brief = _brief(ask, engines, ceiling=ceiling).briefs[0]
    assert [s.text for s in brief.sentences] == [SPANISH[SECOND]]


def test_what_is_too_long_in_the_source_may_fit_in_the_target(ask: Ask) -> None:
    """The ceiling binds the brief's own language: a short translation of a long sentence is taken."""
    book = {("en", "es"): SPANISH | {SECOND: "Ella guió uno."}}
    engines = EngineSet("test", "embedded", LeadSummariser(), PhrasebookTranslator(book), LeadSummariser())
    brief = _brief(ask, engines, ceiling=Ceiling(max_characters=20)).briefs[0]
    assert [s.text for s in brief.sentences] == ["Ella guió uno."]


def test_a_ceiling_that_nothing_fits_fails_that_brief(ask: Ask, engines: EngineSet) -> None:
    """No brief is empty with status ok."""
    briefs = _brief(ask, engines, ceiling=Ceiling(max_words=2), languages=("en", "es")).briefs
    assert [(b.status, b.problem.reason if b.problem else None) for b in briefs] == [("failed", "length")] * 2


def test_a_headline_over_the_ceiling_is_left_out_and_said(ask: Ask, engines: EngineSet) -> None:
    """The headline keeps the ceiling too."""
    brief = _brief(ask, engines, ceiling=Ceiling(max_words=8), languages=("en",)).briefs[0]
    assert (brief.headline, [c.kind for c in brief.checks]) == (None, ["headline"])


def test_strict_replaces_a_sentence_that_fails_its_checks(ask: Ask) -> None:
    """A wrong number falls out of a strict brief, and the route says that it was replaced."""
    book = {("en", "es"): SPANISH | {FIRST: "El puerto de Vell reabrió el martes tras 21 días."}}
    engines = EngineSet("test", "embedded", LeadSummariser(), PhrasebookTranslator(book), LeadSummariser())
    brief = _brief(ask, engines, strict=True).briefs[0]
    assert [s.text for s in brief.sentences] == [SPANISH[SECOND], SPANISH[THIRD]]
    assert [s.step for s in brief.steps] == ["summarise", "replace", "translate"]
    assert brief.verdict == "pass"


def test_without_strict_the_same_brief_says_fail(ask: Ask) -> None:
    """The wrong number stays, named by a check."""
    book = {("en", "es"): SPANISH | {FIRST: "El puerto de Vell reabrió el martes tras 21 días."}}
    engines = EngineSet("test", "embedded", LeadSummariser(), PhrasebookTranslator(book), LeadSummariser())
    brief = _brief(ask, engines).briefs[0]
    assert brief.verdict == "fail"
    assert [(c.kind, c.value) for c in brief.checks if c.sentence == 0] == [("number", "12"), ("number", "21")]


def test_strict_fails_where_nothing_passes(ask: Ask) -> None:
    """Fail closed: no sentence left, reason checks."""
    book = {("en", "es"): dict.fromkeys((FIRST, THIRD), "Nada 7."), ("en", "fr"): {}}
    book["en", "es"][SECOND] = "La capitana guió 90 barcos."
    engines = EngineSet("test", "embedded", LeadSummariser(), PhrasebookTranslator(book), LeadSummariser())
    brief = _brief(ask, engines, strict=True).briefs[0]
    assert (brief.status, brief.problem.reason if brief.problem else None) == ("failed", "checks")


def test_a_passed_deadline_keeps_what_is_ready(ask: Ask, engines: EngineSet) -> None:
    """The article's own language needs no engine and is returned; the other says deadline."""
    briefs = _brief(ask, engines, languages=("en", "es"), deadline=time.monotonic() - 1).briefs
    assert [(b.status, b.problem.reason if b.problem else None) for b in briefs] == [
        ("ok", None),
        ("failed", "deadline"),
    ]


def test_a_passed_deadline_with_nothing_ready(ask: Ask, engines: EngineSet) -> None:
    """No language in time is an error of the whole request."""
    with pytest.raises(DeadlinePassed):
        _brief(ask, engines, deadline=time.monotonic() - 1)


def test_sentences_over_the_limit_are_said(ask: Ask, engines: EngineSet) -> None:
    """Nothing is cut in silence."""
    briefing = prepare_briefing(
        ask(), engines, limits=Limits(characters=10_000, sentences=2, weighed_characters=10_000)
    )
    assert briefing.truncation is not None
    assert (briefing.truncation.used_sentences, briefing.truncation.of) == (2, 3)


def test_characters_over_the_limit_are_said(ask: Ask, engines: EngineSet) -> None:
    """A brief comes from the part that was weighed, and the answer says how much that was."""
    limits = Limits(characters=10_000, sentences=400, weighed_characters=len(FIRST) + 5)
    briefing = prepare_briefing(ask(languages=("en",)), engines, limits=limits)
    assert briefing.truncation is not None
    assert (briefing.truncation.used_sentences, briefing.truncation.of) == (1, 3)
    assert [s.text for s in briefing.briefs[0].sentences] == [FIRST]


def test_a_glossary_term_is_checked(ask: Ask, engines: EngineSet) -> None:
    """A term that the engine did not render as asked is an error on its sentence."""
    entry = GlossaryEntry("Traders", (("es", "mercaderes"),))
    brief = _brief(ask, engines, glossary=(entry,)).briefs[0]
    assert [(c.kind, c.value, c.sentence) for c in brief.checks] == [("glossary", "Traders", 2)]


def test_quotes_are_translated_or_say_why_not(ask: Ask) -> None:
    """The own language gives the quote itself, a reached one its translation, another a check."""
    text = "“We will rebuild every house in this valley,” said Mayor Ana Ribeiro on Monday. The work costs 2 million."
    quote = "We will rebuild every house in this valley,"
    book = {("en", "es"): {quote: "Reconstruiremos cada casa de este valle,"}}
    engines = EngineSet("test", "embedded", LeadSummariser(), PhrasebookTranslator(book), LeadSummariser())
    briefing = _brief(ask, engines, text=text, languages=("en", "es", "pl"))
    found = [(t.language, t.text, t.machine, t.verdict) for t in briefing.quotes[0].translations]
    assert found == [
        ("en", quote, False, "pass"),
        ("es", "Reconstruiremos cada casa de este valle,", True, "pass"),
        ("pl", None, True, "fail"),
    ]


def test_an_article_over_its_limit_is_refused_with_its_size(ask: Ask, engines: EngineSet) -> None:
    """The limit binds the text once it is read from its markup."""
    page = "<html><body><p>" + " ".join([FIRST] * 3) + "</p><script>" + "x" * 500 + "</script></body></html>"
    briefing = prepare_briefing(
        ask(text=page, format="html"), engines, limits=Limits(characters=200, sentences=9, weighed_characters=10_000)
    )
    assert briefing.article.words == 30
    with pytest.raises(BodyTooLarge, match="has 164 characters, over the limit of 160"):
        prepare_briefing(
            ask(text=page, format="html"),
            engines,
            limits=Limits(characters=160, sentences=9, weighed_characters=10_000),
        )
