import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from service.engines.apertium import DEFAULT_MODES, MAX_CHARACTERS, ApertiumTranslator
from service.engines.apertium_discovery import Mode, installed_modes, load_catalogue, start_proven
from service.engines.apertium_process import parse_mode
from service.errors import EngineError, EngineTimeout, EngineUnavailable, NoRoute
from service.records import GlossaryEntry, Translation, TranslationRequest

pytestmark = pytest.mark.apertium
NAMES = ("Volodymyr Zelensky", "Zelensky", "Igor Zhovkva", "Zhovkva", "Roger Stone", "Emmanuel Macron", "Macron")


@pytest.fixture(scope="module")
def translator() -> Iterator[ApertiumTranslator]:
    """The real engine on the installed pairs."""
    if shutil.which("lt-proc") is None:
        pytest.skip("Apertium is not installed; scripts/setup dev adds it")
    built = ApertiumTranslator(max_pipelines=8)
    yield built
    built.close()


def translated(translator: ApertiumTranslator, text: str, source: str, target: str, **options) -> str:
    """The translation of one text, or the error as text."""
    answer = translator.translate([TranslationRequest(text, source, target, **options)])[0]
    return answer.text if isinstance(answer, Translation) else repr(answer)


def test_languages_of_the_brief_can_be_reached(translator):
    """English reaches every language that the first profile promises."""
    assert {"es", "fr", "pt", "it", "ca", "gl", "oc", "eo", "pt-BR"} <= set(translator.targets()["en"])


def test_no_pair_leads_to_its_own_variety(translator):
    """English to American English by way of Spanish would be a bad joke."""
    assert "en-US" not in translator.targets()["en"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("es", "apelación de Zhovkva"),
        ("ca", "L’apel·lació de Zhovkva"),
        ("gl", "apelación de Zhovkva"),
        ("pt", "apelação de Zhovkva"),
    ],
)
@pytest.mark.parametrize("names", [NAMES, ()])
def test_possessive_keeps_name_and_noun(translator, target, expected, names):
    """`Zhovkva’s appeal` becomes a genitive, whether somebody listed the name or not."""
    text = translated(translator, "Zhovkva’s appeal comes today.", "en", target, names=names)
    assert expected in text


def test_person_is_not_a_stone(translator):
    """Somebody called Roger Stone stays Roger Stone, over two hops as well."""
    text = "Roger Stone spoke in Paris."
    assert [True, True] == ["Roger Stone" in translated(translator, text, "en", to, names=NAMES) for to in ("es", "fr")]


def test_places_are_translated(translator):
    """A name that the dictionary knows is not carried."""
    assert "Ucrania" in translated(translator, "Macron spoke of Ukraine.", "en", "es", names=NAMES)


def test_seed_sentence_keeps_numbers_quotes_and_marks(translator):
    """Digits, curly marks and the name of the force survive."""
    text = translated(translator, "A 30,000-strong “reassurance” force will protect cities.", "en", "es")
    assert "Una fuerza de “tranquilidad” de 30,000 protegerá ciudades." == text


def test_partial_quote_stays_lower_case(translator):
    """A fragment does not become a sentence."""
    text = translated(translator, "thousands, not just a few", "en", "es")
    assert (True, False) == (text[0].islower(), text.endswith("."))


def test_several_sentences(translator):
    """A quote of several sentences comes out as several sentences."""
    text = translated(translator, "He is ready. They are not. We will see!", "en", "fr")
    assert (2, "!") == (text.count(". "), text[-1])


def test_glossary(translator):
    """Kept terms stay, rendered terms are rendered for their language."""
    glossary = (GlossaryEntry("Acme Corp"), GlossaryEntry("Widget Act", (("es", "Ley Widget"),)))
    text = translated(translator, "The Widget Act protects Acme Corp.", "en", "es", glossary=glossary)
    assert (True, True, False) == ("Ley Widget" in text, "Acme Corp" in text, "Widget Act" in text)


def test_unknown_words_are_reported(translator):
    """A word that no dictionary has is named, and comes out without a mark."""
    answer = translator.translate([TranslationRequest("The president saw a blorptang.", "en", "es")])[0]
    assert (("blorptang",), False) == (answer.unknown, "*" in answer.text)


@pytest.mark.parametrize(
    ("source", "target", "text", "right", "howler"),
    [
        ("es", "it", "El juez pide ayuda para las víctimas.", " per ", "partorisca"),
        ("en", "it", "He asked for money for the school.", " per ", "partorisca"),
        ("en", "es", "He said on Tuesday that it was late.", "el martes", "encima"),
        ("en", "es", "12 people were killed in a fire.", "perdieron la vida", "asesina"),
        ("en", "pt", "She became the leader of the party.", "partido", "festa"),
        ("es", "en", "Nadie sabe la verdad.", "Nobody knows", "Anybody"),
        ("fr", "en", "Les prix ont augmenté.", "prices", "prizes"),
        ("da", "nb", "Regeringen sagde nej.", "sa nei", "siket"),
        ("ru", "uk", "Она стала первой женщиной.", "першою жінкою", "першоюж"),
        ("en", "it", "The US and Italy met.", "USA", "USA E "),
    ],
)
def test_howlers_are_gone(translator, source, target, text, right, howler):
    """Faults that stood in nearly every brief: routes, wordings and repair keep them out."""
    answer = translated(translator, text, source, target)
    assert (True, False) == (right in answer, howler in answer), answer


def test_barred_pairs_are_not_offered(translator):
    """What measures well and reads badly is in no route."""
    names = {edge.name for route in translator._routes.values() for edge in route}
    assert set() == names & {"spa-ita", "es-fr"}
    assert "en" not in translator.targets()["sv"]


def test_reach_is_worked_out_once(translator):
    """Several parts of a request ask for it."""
    assert translator.targets() is translator.targets()


def test_steps_name_the_hops(translator):
    """The way of a translation is told with the version of each pair."""
    steps = translator.translate([TranslationRequest("The war is over.", "en", "fr")])[0].steps
    assert ("en", "fr", "apertium") == (steps[0].source, steps[-1].target, steps[0].engine)
    assert all(step.revision for step in steps)


def test_batch_is_answered_in_order_with_errors_in_place(translator):
    """What can't be done does not disturb what can."""
    requests = [
        TranslationRequest("The war is over.", "en", "es"),
        TranslationRequest("The war is over.", "en", "zh"),
        TranslationRequest("x" * (MAX_CHARACTERS + 1), "en", "es"),
        TranslationRequest("The war is over.", "en", "es", deadline=time.monotonic() - 1),
        TranslationRequest("The war is over.", "en", "en"),
        TranslationRequest("The war is over.", "en", "gl"),
    ]
    kinds = [type(answer) for answer in translator.translate(requests)]
    assert [Translation, NoRoute, EngineError, EngineTimeout, Translation, Translation] == kinds


def test_no_route_lists_what_can_be_reached(translator):
    """The message names both languages and the remedy's limits."""
    answer = translator.translate([TranslationRequest("Hello", "en", "zh")])[0]
    assert ("from en to zh" in str(answer), "es" in str(answer)) == (True, True)


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "\ud800", "😀", "^x$ [y] {z} \\ / @ * # ~ <b>", '"' * 3000, "\u202eabc"]
)
def test_strange_text_gets_an_answer(translator, text):
    """Reserved, broken and invisible characters never hang the pipeline or shift the answers."""
    answers = translator.translate([TranslationRequest(item, "en", "es") for item in (text, "The war is over.")])
    assert (Translation, "La guerra") == (type(answers[0]), answers[1].text[:9])


def test_models_tell_version_and_licence(translator):
    """Each pair is listed with the version of its package and its licence."""
    model = {model.name: model for model in translator.models()}["apertium-eng-spa"]
    assert (("en", "es"), "embedded", True) == (model.languages, model.tier, model.licence.startswith("GPL-"))


def test_segfaulting_tagger_is_left_out(translator):
    """Russian to Ukrainian works, though the tagger of Debian's package crashes."""
    assert "Президент" in translated(translator, "Президент сказал, что война закончится.", "ru", "uk")


def test_pair_that_fails_its_test_is_withdrawn(translator):
    """A pair whose data gives rubbish proves nothing, and the message says what it did."""
    mode = Mode("echo", (("lt-proc", "-z", "/nowhere.bin"),), "apertium-echo", "1", "0", ())
    with pytest.raises(EngineUnavailable, match="apertium-echo 1"):
        start_proven(mode, "The war is over.")


def test_missing_modes_are_failures_with_their_remedy(tmp_path):
    """With nothing installed nothing is offered, and doctor can say which package adds what."""
    built = ApertiumTranslator(modes=tmp_path)
    built.close()
    assert {} == built.targets()
    assert "apt-get install --no-install-recommends apertium-eng-spa" in built.failures()["eng-spa"]


def test_mode_with_missing_files_is_a_failure(tmp_path):
    """Debian's Esperanto pairs list modes whose files they do not bring."""
    (tmp_path / "es-eo.mode").write_text("lt-proc '/nowhere/es-eo.automorf.bin' | lt-proc -p '/nowhere/x.bin'\n")
    _, failures = installed_modes(Path(tmp_path), load_catalogue())
    assert "lacks its file es-eo.automorf.bin" in failures["es-eo"]


def test_close_twice_and_then_an_error():
    """A closed engine answers, with errors."""
    built = ApertiumTranslator(max_pipelines=1)
    built.close()
    built.close()
    assert [EngineUnavailable] == [type(a) for a in built.translate([TranslationRequest("Hello you.", "en", "es")])]


def test_every_mode_of_the_catalogue_is_a_pipeline():
    """The data file names only modes that can be parsed, and each has a sentence to prove itself with."""
    catalogue = load_catalogue()
    sources = {pair["source"] for pair in catalogue.pairs}
    assert set() == sources - set(catalogue.sentences)
    for path in sorted(DEFAULT_MODES.glob("*.mode")):
        if path.stem in catalogue.modes:
            assert len(parse_mode(path.read_text("utf-8"))) > 3


def test_pair_that_breaks_at_run_time_is_withdrawn(tmp_path):
    """A pair that fails its proof when it is first used is taken out of the routes, and doctor is told why."""
    for name in ("eng-spa", "eng-cat"):
        (tmp_path / f"{name}.mode").write_text((DEFAULT_MODES / f"{name}.mode").read_text("utf-8"))
    built = ApertiumTranslator(modes=tmp_path)
    stages = built._modes["eng-spa"].stages
    built._modes["eng-spa"] = replace(built._modes["eng-spa"], stages=(*stages, ("lt-proc", "-z", "/nowhere.bin")))
    answers = [built.translate([TranslationRequest("The war is over.", "en", "es")])[0] for _ in range(2)]
    failures = built.failures()
    built.close()
    assert [EngineUnavailable, NoRoute] == [type(answer) for answer in answers]
    assert (True, ("ca",)) == ("apertium-eng-spa" in failures["eng-spa"], built.targets()["en"])


def test_pair_that_was_withdrawn_is_offered_again_once_it_works(tmp_path):
    """Programs that were killed, or had no memory for a moment, cost a language for a moment."""
    for name in ("eng-spa", "eng-cat"):
        (tmp_path / f"{name}.mode").write_text((DEFAULT_MODES / f"{name}.mode").read_text("utf-8"))
    built = ApertiumTranslator(modes=tmp_path)
    whole = built._modes["eng-spa"]
    built._modes["eng-spa"] = replace(whole, stages=(*whole.stages, ("lt-proc", "-z", "/nowhere.bin")))
    built.translate([TranslationRequest("The war is over.", "en", "es")])
    built._mend("eng-spa", 60.0)
    still = built.targets()["en"]
    built._modes["eng-spa"] = whole
    built._mend("eng-spa", 60.0)
    answer = built.translate([TranslationRequest("The war is over.", "en", "es")])[0]
    mended = built.failures()
    built.close()
    assert (("ca",), "La guerra es más de.", True) == (still, answer.text, "eng-spa" not in mended)


def test_threads_share_the_engine(translator):
    """Calls from many threads get their own answers."""
    texts = [f"The president has {number} soldiers." for number in range(24)]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda text: translated(translator, text, "en", "es"), texts))
    assert [f"El presidente tiene {number} soldados." for number in range(24)] == answers


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("es", "Los drones golpearon dos campos de batalla, y los manifestantes vacunaron la multitud."),
        ("gl", "Os drons golpearon dous campos de batalla, e os manifestantes vacinaron a multitude."),
    ],
)
def test_words_of_the_lexicon_agree(translator, target, expected):
    """What the pairs lack comes from the project's lexicon, with gender, number and tense."""
    text = "The drones hit two battlefields, and the protesters vaccinated the crowd."
    assert expected == translated(translator, text, "en", target)


def test_revision_tells_the_lexicon(translator):
    """What an answer was made with can be told from its steps."""
    answer = translator.translate([TranslationRequest("The drones came.", "en", "es")])[0]
    assert "+" in answer.steps[0].revision
