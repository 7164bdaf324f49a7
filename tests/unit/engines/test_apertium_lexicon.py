import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from service.engines import apertium_lexicon
from service.engines.apertium import DEFAULT_MODES
from service.engines.apertium_binary import with_entries
from service.engines.apertium_discovery import installed_modes, load_catalogue, start
from service.engines.apertium_lexicon import dictionaries, rows_for, with_lexicon, with_lexicons
from service.engines.apertium_lexicon_entries import Known, entries
from service.engines.apertium_stream import decode, encode
from service.engines.lexicon import Row, parse_lexicon

TABLE = (
    "en\tpos\tes\n"
    "quadrofoil\tn\tcuadrófilo.m\n"
    "zorple\tv\tzorplar\n"
    "flunky|flunkies\tn\tlacayo|lacayos.m\n"
    "gleamish\tadj\tbrilloso|brillosa|brillosos|brillosas\n"
    "quite soonly\tadv\tcuanto antes\n"
    "!house\tn\tmansión|mansiones.f\n"
)


def rows() -> tuple[Row, ...]:
    """Words that no dictionary has, and one that every dictionary has."""
    return parse_lexicon(TABLE)[1]


def unread(texts: Sequence[str]) -> list[str]:
    """An analyser that knows no word but `house`."""
    return [f"^{text}/house<n><sg>/house<vblex><inf>$" if text == "house" else f"^{text}/*{text}$" for text in texts]


def unwritten(texts: Sequence[str]) -> list[str]:
    """A generator that knows one verb."""
    return [text.strip("^$ ").split("<")[0] if text.startswith("^hablar") else f"#{text}" for text in texts]


def made() -> dict[str, list[tuple[str, str]]]:
    """The entries of the table for a pair that knows next to nothing."""
    return entries(rows(), Known("en", "es", unread, unwritten))


def test_unknown_words_are_entered_with_all_their_forms():
    """A noun has two numbers, a verb its tenses, an adjective its agreement."""
    got = made()
    assert {("quadrofoils", "quadrofoil<n><pl>"), ("zorpled", "zorple<vblex><past>")} <= set(got["analyser"])
    assert {("quadrofoil<n>", "cuadrófilo<n><m>"), ("zorple<vblex>", "zorplar<vblex>")} <= set(got["bilingual"])
    assert {("cuadrófilo<n><m><pl>", "cuadrófilos"), ("brilloso<adj><f><sg>", "brillosa")} <= set(got["generator"])


def test_known_word_is_only_translated_anew():
    """A word that the pair can read is not entered again, and keeps its other parts of speech."""
    got = made()
    assert [] == [form for form, _ in got["analyser"] if form.startswith("house")]
    assert ("house<n><sg>", "mansión<n><f><sg>") in got["bilingual"]


def test_known_word_without_mark_is_left_to_the_pair():
    """Only `!` puts our translation before the pair's own."""
    row = parse_lexicon("en\tpos\tes\nhouse\tn\tmansión|mansiones.f\n")[1]
    assert {"analyser": [], "bilingual": [], "generator": []} == entries(row, Known("en", "es", unread, unwritten))


def test_verb_that_nobody_conjugates_is_left_out():
    """Without its forms a verb would come out as a mark."""
    row = parse_lexicon("en\tpos\tes\nzorple\tv\tzorplecer\n")[1]
    assert {"analyser": [], "bilingual": [], "generator": []} == entries(row, Known("en", "es", unread, unwritten))


def test_word_between_two_languages():
    """What comes out of English as a word that the next pair lacks is entered there too, without phrases."""
    found = {row.word.lemma: row.translations["pt"].lemma for row in rows_for("es", "pt")}
    assert [] == [word for word in found if " " in word and word not in {r.word.lemma for r in rows_for("es", "pt")}]
    assert set(found) > set()


def test_file_that_is_no_dictionary():
    """What can't be read is refused, not guessed at."""
    with pytest.raises(ValueError, match="not a compiled dictionary"):
        with_entries(b"LTTB\0\0\0\0\0\0\0\1rest", "x@standard", [])


def modes():
    """The installed modes by name."""
    return installed_modes(DEFAULT_MODES, load_catalogue())[0]


@pytest.mark.apertium
def test_section_is_read_by_the_program(tmp_path: Path):
    """The analyser knows the new word and all the old ones."""
    found = dictionaries(modes()["eng-spa"])
    assert found is not None
    path = tmp_path / "new.bin"
    path.write_bytes(with_entries(found.analyser.read_bytes(), "0x@standard", [("quadrofoil", "quadrofoil<n><sg>")]))
    answer = subprocess.run(["lt-proc", path], input="quadrofoil house", capture_output=True, text=True, check=True)
    expected = "^quadrofoil/quadrofoil<n><sg>$ ^house/house<n><sg>/house<vblex><inf>/house<vblex><pres>$"
    assert expected == answer.stdout.strip()


@pytest.mark.apertium
def test_ours_comes_first(tmp_path: Path):
    """With weights on what was there our answer leads, the pair's own follow."""
    found = dictionaries(modes()["eng-spa"])
    assert found is not None
    path = tmp_path / "new.bin"
    entry = ("play<vblex>", "entretenerse<vblex>")
    path.write_bytes(with_entries(found.bilingual.read_bytes(), "0x@standard", [entry], first=True))
    command = ["lt-proc", "-b", path]
    answer = subprocess.run(command, input="^play<vblex><past>$", capture_output=True, text=True, check=True).stdout
    assert ["^play<vblex><past>", "entretenerse<vblex><past>", "tocar<vblex><past>"] == answer.strip("$\n").split("/")[
        :3
    ]


@pytest.mark.apertium
def test_words_agree(tmp_path: Path, monkeypatch):
    """The grammar of the pair works on our words: article, number, gender, tense."""
    monkeypatch.setattr(apertium_lexicon, "load_lexicon", lambda language: rows() if language == "en" else ())
    mode = with_lexicon(modes()["eng-spa"], "en", "es", tmp_path)
    pipeline = start(mode)
    texts = ["The gleamish quadrofoils arrived.", "She saw a gleamish house.", "Two flunkies zorpled the quadrofoil."]
    answers = pipeline.exchange([encode(text) for text in texts], deadline=time.monotonic() + 30)
    pipeline.close()
    expected = [
        "Los cuadrófilos brillosos llegaron.",
        "Vio una mansión brillosa.",
        "Dos lacayos zorplaron el cuadrófilo.",
    ]
    assert expected == [decode(raw, text).text.strip() for raw, text in zip(answers, texts, strict=True)]


@pytest.mark.apertium
def test_copies_are_made_once_and_named_by_what_they_hold(tmp_path: Path):
    """The second start finds the copies of the first; the version tells the table."""
    mode = modes()["spa-cat"]
    first = with_lexicon(mode, "es", "ca", tmp_path)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.bin")}
    second = with_lexicon(mode, "es", "ca", tmp_path)
    assert (first, stamps) == (second, {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.bin")})
    assert (3, True) == (len(stamps), first.version.startswith(f"{mode.version}+news-"))


@pytest.mark.apertium
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_can_not_be_written(tmp_path: Path):
    """The pair works as it comes."""
    tmp_path.chmod(0o500)
    mode = modes()["spa-cat"]
    assert mode == with_lexicon(mode, "es", "ca", tmp_path)


@pytest.mark.apertium
def test_copies_that_an_image_brought_are_read_where_nothing_can_be_written(tmp_path: Path, monkeypatch):
    """A container on a read-only root makes none anew at each start."""
    catalogue, found = load_catalogue(), {"eng-spa": modes()["eng-spa"]}
    made = with_lexicons(found, catalogue, tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert made == with_lexicons(found, catalogue, tmp_path)
