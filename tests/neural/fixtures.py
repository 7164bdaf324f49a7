"""The small models of every family, trained once and kept beside the system's temporary files."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import ctranslate2
import pytest
import torch
import transformers

from service.engines.conversion import convert
from service.engines.ctranslate2_decoder import CTranslate2Decoder
from service.engines.decoding import Row
from service.engines.families import named
from service.engines.tokenizing import FamilyTokenizer
from tests.neural import toys

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Loaded:
    """One family's small model as the service loads it, and as transformers does."""

    name: str
    folder: Path
    tokenizer: FamilyTokenizer
    decoder: CTranslate2Decoder
    model: Any

    def ids(self, tokens: tuple[str, ...]) -> list[int]:
        """The ids of a row's tokens."""
        return list(self.tokenizer._tokenizer.convert_tokens_to_ids(list(tokens)))

    def tokens(self, ids: list[int]) -> tuple[str, ...]:
        """The tokens of ids, rows of the embeddings without a token by their number."""
        found = self.tokenizer._tokenizer.convert_ids_to_tokens(ids)
        return tuple(token or f"<unused_{number}>" for token, number in zip(found, ids, strict=True))


def _kept() -> Path:
    """A folder for what these sources and these libraries make: training is most of what these tests cost."""
    parts = [transformers.__version__, torch.__version__, ctranslate2.__version__, str(os.getuid())]
    sources = [_HERE / "toys.py", _HERE / "corpus.py", *(_HERE.parents[1] / "service" / "engines").glob("conv*.py")]
    data = "".join([*parts, *(path.read_text(encoding="utf-8") for path in sorted(sources))])
    return Path(tempfile.gettempdir()) / f"newsbriefs-toys-{sha256(data.encode()).hexdigest()[:12]}"


def _made(name: str) -> Path:
    """The folder of one toy, made where it is missing; whole or not at all."""
    folder = _kept() / name
    if not folder.is_dir():
        folder.parent.mkdir(exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder.parent))
        try:
            toys.make(name, work / "hf")
            convert(work / "hf", work / "ct2", quantisation="float32")
            convert(work / "hf", work / "ct2-int8", quantisation="int8")
            work.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    """Small models are slower on many threads, and sums are the same whoever else is busy."""
    torch.set_num_threads(1)
    transformers.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()


@pytest.fixture(scope="session")
def load(_one_thread: None) -> Iterator[Callable[[str], Loaded]]:
    """Load a toy by name, once a session."""
    loaded: dict[str, Loaded] = {}

    def get(name: str) -> Loaded:
        if name not in loaded:
            folder = _made(name)
            tokenizer = FamilyTokenizer(folder / "hf", named(toys.TOYS[name].family))
            model = transformers.AutoModelForSeq2SeqLM.from_pretrained(folder / "hf", local_files_only=True)
            decoder = CTranslate2Decoder(folder / "ct2", replicas=2, batch_tokens=90)
            loaded[name] = Loaded(name, folder, tokenizer, decoder, model.eval())
        return loaded[name]

    yield get
    for each in loaded.values():
        each.decoder.close()


@pytest.fixture(params=sorted(toys.TOYS))
def toy(request: pytest.FixtureRequest, load: Callable[[str], Loaded]) -> Loaded:
    """Every family's small model in turn."""
    return load(request.param)


@pytest.fixture
def rows(toy: Loaded) -> list[Row]:
    """Rows of mixed lengths, languages and limits, in no order."""
    return toys.rows(toy.tokenizer, 9)
