import pytest

from service.pipeline.verify import check_translation, verdict
from service.records import Check, GlossaryEntry, Translation


def _kinds(source: str, text: str, **options: object) -> list[tuple[str, str, str | None]]:
    wanted: dict[str, object] = {"target": "es", "sentence": 0, "names": (), "glossary": ()}
    unknown = options.pop("unknown", ())
    checks = check_translation(source, Translation(text, (), unknown), **(wanted | options))  # type: ignore[arg-type]
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
    """The missing and the invented one are both named."""
    found = _kinds("It cost 30,000 euros.", "Costó 3.000 euros.")
    assert found == [("number", "error", "30000"), ("number", "error", "3000")]


def test_a_lost_name_is_an_error() -> None:
    """A name of the source must stand in the translation."""
    found = _kinds("Roger Stone spoke at length.", "Roger Piedra habló mucho.", names=("Roger Stone", "Ann Wells"))
    assert found == [("name", "error", "Roger Stone")]


def test_glossary_terms_are_held_to_their_language() -> None:
    """A kept term must stand as it is, a translated one as given for the target or its parent."""
    entries = (
        GlossaryEntry("Bundesrat"),
        GlossaryEntry("the Council", (("es", "el Consejo"), ("fr", "le Conseil"))),
        GlossaryEntry("vote", (("fr", "scrutin"),)),
    )
    source = "The Bundesrat and the Council vote today."
    found = _kinds(source, "El Consejo federal y la junta votan hoy.", target="es-MX", glossary=entries)
    assert found == [("glossary", "error", "Bundesrat")]
    found = _kinds(source, "El Bundesrat y la junta votan hoy.", target="es-MX", glossary=entries)
    assert found == [("glossary", "error", "the Council")]


def test_lost_quote_marks_are_a_warning() -> None:
    """Marks of any style count."""
    assert _kinds("He said “no” to it.", "Dijo no a ello.") == [("quote_marks", "warning", None)]


def test_an_echo_is_an_error() -> None:
    """The source given back is no translation, but a sentence that is all names may stay."""
    source = "The city opens its gates today."
    assert _kinds(source, source) == [("echo", "error", None)]
    assert _kinds("Ana Ribeiro, Igor Zhovkva", "Ana Ribeiro, Igor Zhovkva", names=("Ana Ribeiro", "Igor Zhovkva")) == []


def test_unknown_words_are_reported_once_each() -> None:
    """Words the engine left as they were are warnings."""
    found = _kinds("A zorb and a zorb.", "Un zorb y un zorb.", unknown=("zorb", "zorb"))
    assert found == [("unknown_word", "warning", "zorb")]


@pytest.mark.parametrize(
    ("severities", "expected"),
    [([], "pass"), (["info"], "pass"), (["info", "warning"], "review"), (["warning", "error"], "fail")],
)
def test_the_verdict_is_that_of_the_worst_check(severities: list[str], expected: str) -> None:
    """Errors fail, warnings ask for review, information passes."""
    assert verdict(Check("k", severity, None, None, "") for severity in severities) == expected  # type: ignore[arg-type]
