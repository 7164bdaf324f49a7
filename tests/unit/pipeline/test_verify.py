"""The checks of a briefing put together: which kinds come of what, and the verdict."""

import pytest

from service.pipeline.verify import Verifier, fails, verdict
from service.records import (
    Article,
    Ceiling,
    Check,
    GlossaryEntry,
    Name,
    Sentence,
    Span,
    Summary,
    SummarySentence,
    Tier,
    Translation,
)

Found = list[tuple[str, str, str | None]]


def _article(text: str, names: tuple[Name, ...] = ()) -> Article:
    sentences = (Sentence(text, 0, len(text), 0),)
    return Article(text, False, None, "en", 1.0, (), sentences, (), names, len(text.split()))


def _person(text: str, name: str) -> Name:
    start = text.index(name)
    return Name(name, start, start + len(name), "person")


def _kinds(
    source: str,
    text: str,
    *,
    target: str = "es",
    names: tuple[str, ...] = (),
    glossary: tuple[GlossaryEntry, ...] = (),
    unknown: tuple[str, ...] = (),
) -> Found:
    article = _article(source, tuple(_person(source, name) for name in names))
    checks = Verifier(article, glossary).translation(source, Translation(text, (), unknown), target, 0)
    return [(check.kind, check.severity, check.value) for check in checks]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It cost 30,000 euros.", "Costó 30.000 euros."),
        ("It cost 30,000 euros.", "Costó 30 000 euros."),
        ("On 5/9 it rose 3.5 percent.", "El 5/9 subió un 3,5 por ciento."),
        ("٣٠٠ people came.", "Vinieron 300 personas."),
        ("Nobody came.", "No vino nadie."),
    ],
)
def test_a_number_in_another_convention_is_the_same(source: str, text: str) -> None:
    """Grouping, decimal marks and digits of other scripts do not matter."""
    assert _kinds(source, text) == []


def test_a_changed_number_is_an_error_on_both_sides() -> None:
    """The missing and the invented one are both named, as they stand in the text."""
    found = _kinds("It cost 30,000 euros.", "Costó 3.000 euros.")
    assert found == [("number", "error", "30,000"), ("number", "error", "3.000")]


def test_a_translated_surname_is_found() -> None:
    """What became of the name and what stands in its place are both told."""
    found = _kinds("Roger Stone spoke at length.", "Roger Piedra habló mucho.", names=("Roger Stone",))
    assert ("name", "Roger Stone") in [(kind, value) for kind, _, value in found]


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("ru", "Мэр Анна Берг отказалась приехать."),
        ("el", "Η δήμαρχος Άννα Μπεργκ αρνήθηκε να έρθει."),
        ("cs", "Starostka Anna Bergová odmítla přijet."),
    ],
)
def test_a_name_in_another_script_or_case_is_kept(target: str, text: str) -> None:
    """Transliterated and inflected names are no error."""
    found = _kinds("Mayor Anna Berg refused to come.", text, target=target, names=("Anna Berg",))
    assert found == []


def test_glossary_terms_are_held_to_their_language() -> None:
    """A kept term must stand as it is, a translated one as given for the target or its parent."""
    entries = (
        GlossaryEntry("Bundesrat"),
        GlossaryEntry("the Council", (("es", "el Consejo"), ("fr", "le Conseil"))),
        GlossaryEntry("vote", (("fr", "scrutin"),)),
    )
    source = "The Bundesrat and the Council vote today."
    found = _kinds(source, "El Consejo federal y la junta votan hoy.", target="es-MX", glossary=entries)
    assert ("glossary", "error", "Bundesrat") in found
    found = _kinds(source, "El Bundesrat y la junta votan hoy.", target="es-MX", glossary=entries)
    assert ("glossary", "error", "the Council") in found


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("The city opens its gates today.", "The city opens its gates today.", "echo"),
        (
            "The mayor opened the bridge on Monday.",
            "Die Bürgermeisterin hat am Montag die Brücke eröffnet.",
            "language",
        ),
        ("The mayor opened the bridge on Monday.", "…", "empty"),
    ],
)
def test_what_is_no_translation_is_told_as_that_alone(source: str, text: str, expected: str) -> None:
    """Nobody needs to read that a sentence in another language has lost a weekday as well."""
    found = {kind for kind, _, _ in _kinds(source, text)}
    assert (found <= {"echo", "language", "empty"}, expected in found) == (True, True)


def test_a_sentence_that_is_all_names_may_stay() -> None:
    """There is nothing to translate in it."""
    names = ("Ana Ribeiro", "Igor Zhovkva")
    assert _kinds("Ana Ribeiro, Igor Zhovkva", "Ana Ribeiro, Igor Zhovkva", names=names) == []


def test_unknown_words_are_reported_once_each() -> None:
    """Words the engine left as they were are warnings."""
    found = _kinds("A zorb and a zorb.", "Un zorb y un zorb.", unknown=("zorb", "zorb"))
    assert found == [("unknown_word", "warning", "zorb")]


def test_a_lost_negation_is_told() -> None:
    """The denial of the source is an affirmation in the translation."""
    found = _kinds("The minister did not sign the treaty.", "El ministro firmó el tratado.")
    assert [kind for kind, _, _ in found] == ["negation"]


@pytest.mark.parametrize(
    ("severities", "expected"),
    [([], "pass"), (["info"], "pass"), (["info", "warning"], "review"), (["warning", "error"], "fail")],
)
def test_the_verdict_is_that_of_the_worst_check(severities: list[str], expected: str) -> None:
    """Errors fail, warnings ask for review, information passes."""
    checks = [Check("k", severity, None, None, "") for severity in severities]  # type: ignore[arg-type]
    assert (verdict(checks), fails(checks)) == (expected, expected == "fail")


TEXT = "Mayor Anna Berg opened the new bridge in Vell on Monday after 12 years of work."


def _summary(text: str, tier: Tier) -> tuple[SummarySentence, Summary]:
    item = SummarySentence(text, (Span(0, len(TEXT)),), order=0, rank=0)
    return item, Summary(item, (item,), "written", "1", tier=tier)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Berg opened the new bridge in Vell after 21 years of work.", "number"),
        ("Carla Ruiz opened the new bridge in Vell on Monday.", "name"),
    ],
)
def test_what_a_model_adds_to_the_article_is_told(text: str, kind: str) -> None:
    """A number and a name that the article does not have."""
    found = Verifier(_article(TEXT), ()).summary(*_summary(text, "neural"), 0)
    assert (kind, 0) in [(check.kind, check.sentence) for check in found]


def test_the_articles_own_sentences_are_not_doubted() -> None:
    """Extracted text is exact."""
    verifier = Verifier(_article(TEXT), ())
    assert verifier.summary(*_summary(TEXT, "source"), 0) == ()
    assert verifier.summary(*_summary(TEXT, "neural"), 0) == ()


def test_a_brief_over_its_ceiling_is_an_error() -> None:
    """The ceiling is checked on what is about to leave, in its language."""
    item, summary = _summary(TEXT, "source")
    found = Verifier(_article(TEXT), ()).brief(summary, [item], ["Uno dos tres."], Ceiling(max_words=2), language="es")
    assert [(check.kind, check.severity, check.value) for check in found] == [("ceiling", "error", "3")]


def test_a_brief_that_names_nobody_of_weight_is_to_be_looked_at() -> None:
    """Coverage is judged on the sentences that were translated."""
    text = "Anna Berg won. Anna Berg spoke. Anna Berg left. Rain fell on the old town all night."
    names = tuple(Name("Anna Berg", at, at + 9, "person") for at in (0, 15, 32))
    sentences = tuple(
        Sentence(part, text.index(part), text.index(part) + len(part), 0)
        for part in ("Anna Berg won.", "Anna Berg spoke.", "Anna Berg left.", "Rain fell on the old town all night.")
    )
    article = Article(text, False, "Anna Berg wins", "en", 1.0, (), sentences, (), names, 16)
    item = SummarySentence(sentences[3].text, (Span(0, 1),), order=3, rank=0)
    summary = Summary(item, (item,), "lead", "1")
    found = Verifier(article, ()).brief(summary, [item], ["Llovió toda la noche."], Ceiling(), language="es")
    assert [(check.kind, check.severity, check.value) for check in found] == [("coverage", "warning", "Berg")]


def test_a_models_brief_of_much_new_wording_is_to_be_looked_at() -> None:
    """No single finding is a warning, but what is new adds up: the brief is told as a whole, in every language."""
    item, summary = _summary("Anna Berg inaugurated the new crossing in Vell after 12 years of labour.", "neural")
    verifier = Verifier(_article(TEXT), ())
    assert {check.severity for check in verifier.summary(item, summary, 0)} == {"info"}
    found = verifier.brief(summary, [item], ["Un nuevo puente."], Ceiling(), language="es")
    assert [(check.kind, check.severity, check.sentence) for check in found] == [("support", "warning", None)]
