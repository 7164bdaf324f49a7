import re
from importlib.resources import files

import pytest

from service.engines.lexicon import Word, load_lexicon, parse_lexicon, parse_word
from service.engines.lexicon_english import plural, verb_forms
from service.engines.lexicon_verbs import TAGS, asked, conjugated, model_of


def test_rows_of_a_table():
    """A row has its word, its part of speech and a word for each language that has one."""
    source, rows = parse_lexicon(
        "en\tpos\tes\tgl\n# birds\n\n!heron\tn\tgarza.f\t-\ncurb|curbed|curbed\tv\tfrenar\tfrear\n"
    )
    found = [(row.word.forms, row.part, row.first, sorted(row.translations)) for row in rows]
    assert ("en", [(("heron",), "n", True, ["es"]), (("curb", "curbed", "curbed"), "v", False, ["es", "gl"])]) == (
        source,
        found,
    )


@pytest.mark.parametrize(
    ("cell", "part", "expected"),
    [
        ("dron|drones.m", "n", Word(("dron", "drones"), "m")),
        ("garza.f", "n", Word(("garza", "garzas"), "f")),
        ("ganancias.f.pl", "n", Word(("ganancias", "ganancias"), "f", True)),
        ("Lacio.m", "top", Word(("Lacio",), "m")),
        ("sin hogar", "adj", Word(("sin hogar",))),
        ("frenar", "v", Word(("frenar",))),
    ],
)
def test_word(cell, part, expected):
    """Forms, gender and number are read from a cell; a regular plural need not be given."""
    assert expected == parse_word(cell, part)


@pytest.mark.parametrize(
    "line", ["heron\tbird\tgarza.f", "heron\tn\tgarza", "heron\tn", "tall\tadj\talto|alta", "!\tn\tgarza.f"]
)
def test_row_that_can_not_be_read(line):
    """The line is named, so that whoever wrote it finds it."""
    with pytest.raises(ValueError, match="lexicon line 2"):
        parse_lexicon(f"en\tpos\tes\n{line}\n")


def test_every_table_of_the_project_can_be_read():
    """A row that is wrong would keep the engine from starting."""
    tables = [
        path.name for path in files("service.engines").joinpath("lexicon").iterdir() if path.name.endswith(".tsv")
    ]
    assert dict.fromkeys(tables, True) == {name: bool(load_lexicon(name.removesuffix(".tsv"))) for name in tables}


def test_words_of_the_tables_have_no_marks():
    """What has a meaning in Apertium's stream would break the dictionaries."""
    words = [word for language in ("en", "es", "ca") for row in load_lexicon(language) for word in row.word.forms]
    words += [form for row in load_lexicon("en") for word in row.translations.values() for form in word.forms]
    assert [] == [word for word in words if re.search(r"[\^$/<>{}\\*@#+~|\[\]]|^\s|\s$", word)]


@pytest.mark.parametrize(
    ("noun", "expected"), [("heron", "herons"), ("crash", "crashes"), ("body", "bodies"), ("day", "days")]
)
def test_plural(noun, expected):
    """Nouns that hiss take -es, and -y after a consonant becomes -ies."""
    assert expected == plural(noun)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("plan",), ("plan", "plans", "planned", "planned", "planning")),
        (("curb",), ("curb", "curbs", "curbed", "curbed", "curbing")),
        (("fix",), ("fix", "fixes", "fixed", "fixed", "fixing")),
        (("bake",), ("bake", "bakes", "baked", "baked", "baking")),
        (("flee", "fled", "fled"), ("flee", "flees", "fled", "fled", "fleeing")),
        (("tie",), ("tie", "ties", "tied", "tied", "tying")),
        (("rely",), ("rely", "relies", "relied", "relied", "relying")),
        (("cancel", "canceled", "canceled"), ("cancel", "cancels", "canceled", "canceled", "canceling")),
        (("label", "labelled", "labelled"), ("label", "labels", "labelled", "labelled", "labelling")),
        (("withdraw", "withdrew", "withdrawn"), ("withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing")),
    ],
)
def test_verb_forms(given, expected):
    """The forms of English verbs; what a row gives goes before the rule."""
    assert expected == verb_forms(given)


def test_verb_like_its_model():
    """A verb takes the endings of a regular one with the same ending."""
    model = model_of("vacunar", "es")
    assert ("hablar", "ar") == model
    forms = ["hablar", "hablando", *[""] * (len(TAGS) - 2)]
    expected = [("vacunar<vblex><inf>", "vacunar"), ("vacunar<vblex><ger>", "vacunando")]
    assert expected == conjugated("vacunar", "hablar", "ar", forms)
    assert "hablar<vblex><inf>" == asked("hablar")[0]


def test_verb_without_a_model():
    """No ending that is known, no guess."""
    assert (None, None) == (model_of("huir", "es"), model_of("vacunar", "sv"))
