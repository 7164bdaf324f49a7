"""The decoder's manners: a bad row fails alone, conversions are kept and redone, restriction by script."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import torch
import transformers

from service.engines import vocabulary
from service.engines.conversion import RECORD, convert, converted, is_current
from service.engines.ctranslate2_decoder import CTranslate2Decoder
from service.engines.decoding import Hypothesis, Row, Search
from service.errors import EngineError, EngineUnavailable
from tests.neural import toys
from tests.neural.fixtures import Loaded

_BAD = (
    Row(tokens=()),
    Row(tokens=("no such token", "</s>")),
    Row(tokens=("</s>",), prefix=("__nowhere__",)),
    Row(tokens=("</s>",) * 500),
    Row(tokens=("</s>",), max_tokens=0),
    Row(tokens=("</s>",), max_tokens=10_000),
)


def _tokens(outputs: Sequence[Hypothesis | EngineError]) -> list[tuple[str, ...]]:
    return [output.tokens for output in outputs if isinstance(output, Hypothesis)]


def test_a_bad_row_fails_alone(load: Callable[[str], Loaded]) -> None:
    """Each bad row is an error that says why; its batch mates are what they are without it."""
    toy = load("m2m100")
    good = toys.rows(toy.tokenizer, 6)
    mixed = [row for pair in zip(good, _BAD, strict=True) for row in pair]
    outputs = toy.decoder.decode(mixed, Search(beams=4))
    assert _tokens(toy.decoder.decode(good, Search(beams=4))) == _tokens(outputs[::2])
    assert [True] * 6 == [isinstance(output, EngineError) for output in outputs[1::2]]
    assert "'no such token' is no token" in str(outputs[3])


def test_only_the_end_token_is_decoded(load: Callable[[str], Loaded]) -> None:
    """An empty text is no bad row."""
    assert isinstance(load("t5").decoder.decode([Row(tokens=("</s>",), max_tokens=5)], Search())[0], Hypothesis)


def test_nothing_is_an_empty_answer(load: Callable[[str], Loaded]) -> None:
    """No rows, no outputs."""
    assert load("t5").decoder.decode([], Search()) == []


def test_a_closed_decoder_says_so(load: Callable[[str], Loaded]) -> None:
    """Closing twice is safe; decoding after is an error of the engine."""
    decoder = CTranslate2Decoder(load("t5").folder / "ct2")
    decoder.close()
    decoder.close()
    with pytest.raises(EngineUnavailable, match="closed"):
        decoder.decode([Row(tokens=("</s>",))], Search())


def test_a_conversion_is_made_once_and_anew_when_stale(load: Callable[[str], Loaded], tmp_path: Path) -> None:
    """In a process of its own; again where the record tells of other weights, not otherwise."""
    folder, into = load("marian").folder / "hf", tmp_path / "ct2"
    converted(folder, into, quantisation="int8", revision="one")
    made = (into / "model.bin").stat().st_mtime_ns
    converted(folder, into, quantisation="int8", revision="one")
    assert made == (into / "model.bin").stat().st_mtime_ns
    record = json.loads((into / RECORD).read_text(encoding="utf-8"))
    assert {"weights": "one", "quantisation": "int8", "positions": 192}.items() <= record.items()
    assert [".ct2.lock", "ct2"] == sorted(path.name for path in tmp_path.iterdir())
    wanted = {"weights": "one", "quantisation": "int8"}
    assert [True, False, False] == [
        is_current(into, wanted),
        is_current(into, wanted | {"weights": "two"}),
        is_current(tmp_path / "nowhere", wanted),
    ]


def test_a_conversion_that_fails_leaves_what_was_there(load: Callable[[str], Loaded], tmp_path: Path) -> None:
    """Weights that can't be read, and a Marian model that doesn't start from nothing, replace no good conversion."""
    toy = load("marian")
    shutil.copytree(toy.folder / "hf", tmp_path / "hf")
    shutil.copytree(toy.folder / "ct2", tmp_path / "ct2")
    before = (tmp_path / "ct2" / "model.bin").read_bytes()
    with torch.no_grad():
        model = transformers.AutoModelForSeq2SeqLM.from_pretrained(tmp_path / "hf")
        model.get_input_embeddings().weight[model.config.pad_token_id] = 1
    model.save_pretrained(tmp_path / "hf")
    with pytest.raises(EngineUnavailable, match="starts from an embedding that is not zero"):
        convert(tmp_path / "hf", tmp_path / "ct2", quantisation="float32")
    (tmp_path / "hf" / "model.safetensors").unlink()
    with pytest.raises(EngineUnavailable, match="no weights in it"):
        convert(tmp_path / "hf", tmp_path / "ct2", quantisation="float32")
    assert before == (tmp_path / "ct2" / "model.bin").read_bytes()
    assert ["ct2", "hf"] == sorted(path.name for path in tmp_path.iterdir())


def test_only_latin_targets_are_restricted(
    load: Callable[[str], Loaded], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows to be written in Latin letters hold to the list; others are decoded over everything, in one call."""
    toy = load("m2m100")
    shutil.copytree(toy.folder / "ct2", tmp_path / "ct2")
    assert not vocabulary.listed(tmp_path / "ct2")
    monkeypatch.setattr(vocabulary, "_LARGE", 1)
    assert vocabulary.listed(tmp_path / "ct2")
    decoder = CTranslate2Decoder(tmp_path / "ct2")
    held = vocabulary.Restricted(decoder, vocabulary.latin_targets(toy.tokenizer))
    row = toys.rows(toy.tokenizer, 1)[0]
    rows = [replace(row, prefix=(f"__{code}__",)) for code in ("fr", "ru", "de", "uz", "zh")]
    whole, listed, found = (
        decode(rows, Search()) for decode in (decoder.decode, partial(decoder.decode, restricted=True), held.decode)
    )
    assert _tokens([listed[0], whole[1], listed[2], whole[3], whole[4]]) == _tokens(found)
    known = set(vocabulary.latin(toy.tokenizer.vocabulary)) | {"<s>", "<unk>"}
    assert {token for output in listed if isinstance(output, Hypothesis) for token in output.tokens} <= known
    decoder.close()


def test_serving_needs_no_torch(load: Callable[[str], Loaded]) -> None:
    """A process that loads a tokenizer and a converted model, and decodes, has not imported torch."""
    script = """
import sys
from pathlib import Path
from service.engines.ctranslate2_decoder import CTranslate2Decoder
from service.engines.decoding import Search
from service.engines.families import named
from service.engines.tokenizing import FamilyTokenizer

folder = Path(sys.argv[1])
tokenizer = FamilyTokenizer(folder / "hf", named("nllb"))
row = tokenizer.row("The bridge", source="en", target="fr", max_tokens=5)
output, = CTranslate2Decoder(folder / "ct2").decode([row], Search())
tokenizer.text(output.tokens)
sys.exit("torch" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script, str(load("nllb").folder)], capture_output=True, text=True)
    assert (0, "") == (done.returncode, done.stderr)
