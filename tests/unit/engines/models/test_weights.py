"""Real small models: pickled weights converted, poisoned ones refused, and no call out once a model is in the store."""

import json
import pickle
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

pytest.importorskip("transformers")
pytest.importorskip("sentencepiece")
pytest.importorskip("huggingface_hub")

from service.engines.models.catalogue import load_catalogue
from service.engines.models.hub import Hub
from service.engines.models.lock import FILE_NAME
from service.engines.models.locked import pull_locked, verify_locked
from service.engines.models.pull import pull
from service.engines.models.store import ModelStore
from service.errors import ModelStoreError
from tests.unit.engines.models.hub_server import COMMIT, HubServer, Repository, serve
from tests.unit.engines.models.tiny import write_marian

OPUS = load_catalogue().models["opus-mt-en-es"]

# Run in a process of its own, as the service is: every way out of it is closed before anything is imported.
NO_WAY_OUT = """
import socket, sys
calls = []
def shut(name):
    def refuse(*arguments, **rest):
        calls.append((name, arguments[-1:]))
        raise OSError("no network in this test")
    return refuse
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, shut(name))
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, shut(name))
from pathlib import Path
from service.engines.models.store import ModelStore, offline_environment
offline_environment()
opened = ModelStore(Path(sys.argv[1])).open_model("opus-mt-en-es")
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, GenerationConfig
tokenizer = AutoTokenizer.from_pretrained(opened.folder)
model = AutoModelForSeq2SeqLM.from_pretrained(opened.folder)
GenerationConfig.from_pretrained(opened.folder)
output = model.generate(**tokenizer(["The council met."], return_tensors="pt"), max_new_tokens=8, num_beams=2)
tokenizer.batch_decode(output, skip_special_tokens=True)
print(opened.entry.revision, output.shape[0], calls)
"""


@pytest.fixture(scope="module")
def marian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny Marian model."""
    folder = tmp_path_factory.mktemp("marian")
    write_marian(folder)
    return folder


def test_nothing_calls_out_once_a_model_is_pinned(marian: Path, tmp_path: Path) -> None:
    """Tokenizer, model and generation are loaded and used, and no socket is as much as tried."""
    (tmp_path / OPUS.name).symlink_to(marian)
    ModelStore(tmp_path).adopt(OPUS, revision=COMMIT)
    done = subprocess.run(
        [sys.executable, "-c", NO_WAY_OUT, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"{COMMIT} 1 []\n"), done.stderr


def test_the_guard_of_that_test_holds(tmp_path: Path) -> None:
    """Without the offline environment the hub's client does try to reach it, and is seen."""
    online = NO_WAY_OUT.split("from pathlib")[0]
    online += (
        "from huggingface_hub import HfApi\ntry:\n    HfApi().model_info('some/model')\nexcept Exception:\n    pass\n"
    )
    online += "print(len(calls) > 0)\n"
    environment = {"PATH": "/usr/bin", "HF_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", online], capture_output=True, text=True, check=False, env=environment)
    assert done.stdout == "True\n", done.stderr


def _served(folder: Path, weights: bytes) -> dict[str, bytes]:
    small = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".safetensors"}
    return {**small, "pytorch_model.bin": weights}


def test_pickled_weights_are_converted_once(marian: Path, tmp_path: Path) -> None:
    """What is pinned is safetensors with the same tensors, its origin is named, and the pickled file is gone."""
    import torch
    from transformers import MarianMTModel

    model = MarianMTModel.from_pretrained(marian)
    torch.save(model.state_dict(), tmp_path / "weights.bin")
    files = _served(marian, (tmp_path / "weights.bin").read_bytes())
    store = ModelStore(tmp_path / "store")
    with serve({OPUS.repository: Repository(files)}) as hub:
        [entry] = pull(store, [OPUS], hub=Hub(hub.endpoint), say=lambda message: None)
    origin = {file.path: file.made_from for file in entry.files}
    assert "pytorch_model.bin" not in origin
    assert (origin["model.safetensors"] or "").startswith("pytorch_model.bin ")
    again = MarianMTModel.from_pretrained(store.open_model(OPUS.name).folder)
    assert {name: torch.equal(tensor, again.state_dict()[name]) for name, tensor in model.state_dict().items()} == (
        dict.fromkeys(model.state_dict(), True)
    )


@pytest.fixture
def pickled(marian: Path, tmp_path: Path) -> dict[str, bytes]:
    """That model as a repository with pickled weights only."""
    import torch
    from transformers import MarianMTModel

    torch.save(MarianMTModel.from_pretrained(marian).state_dict(), tmp_path / "weights.bin")
    return _served(marian, (tmp_path / "weights.bin").read_bytes())


def _committed(folder: Path, hub: HubServer, **weights: str) -> Path:
    """The lock file of another store that pulled the model, `weights` changed in what it says of them."""
    other = ModelStore(folder / "other")
    pull(other, [OPUS], hub=Hub(hub.endpoint), say=lambda message: None)
    document = json.loads((other.folder / FILE_NAME).read_text())
    [entry] = [file for file in document["models"][OPUS.name]["files"] if file["path"] == "model.safetensors"]
    entry |= weights
    (folder / "reviewed.json").write_text(json.dumps(document))
    hub.asked.clear()
    return folder / "reviewed.json"


def test_converted_weights_are_pulled_by_a_lock(pickled: dict[str, bytes], tmp_path: Path) -> None:
    """The same pickled file, and with the same transformers the same safetensors; then there is nothing to ask."""
    store, said = ModelStore(tmp_path / "store"), list[str]()
    with serve({OPUS.repository: Repository(pickled)}) as hub:
        file = _committed(tmp_path, hub)
        pull_locked(store, file, hub=lambda: Hub(hub.endpoint), say=said.append)
        asked = len(hub.asked)
        pull_locked(store, file, hub=lambda: Hub(hub.endpoint), say=said.append)
        assert (len(hub.asked), [line for line in said if "other bytes" in line]) == (asked, [])
    assert store.installed()[0].files == ModelStore(tmp_path / "other").installed()[0].files


def test_weights_converted_elsewhere_by_another_transformers(pickled: dict[str, bytes], tmp_path: Path) -> None:
    """The pickled file is what is held; that the bytes are other ones is told, each time, and they are pinned here."""
    store, said = ModelStore(tmp_path / "store"), list[str]()
    with serve({OPUS.repository: Repository(pickled)}) as hub:
        file = _committed(tmp_path, hub, path="model-of-another-version.safetensors", sha256="ab" * 32)
        pull_locked(store, file, hub=lambda: Hub(hub.endpoint), say=said.append)
        asked = len(hub.asked)
        pull_locked(store, file, hub=lambda: Hub(hub.endpoint), say=said.append)
        assert len(hub.asked) == asked
    assert list(verify_locked(store, file, said.append)) == [(OPUS.name, [])]
    told = [
        line for line in said if "its weights were converted here, to other bytes than pinned, from pytorch" in line
    ]
    assert (len(told), [flaws for _, flaws in store.verify()]) == (3, [[]])
    (store.folder / OPUS.name / "model.safetensors").write_bytes(b"changed")
    [(_, flaws)] = verify_locked(store, file, said.append)
    assert [flaw.path for flaw in flaws] == ["model.safetensors"]


def test_another_pickled_file_is_refused(pickled: dict[str, bytes], tmp_path: Path) -> None:
    """Both hashes are named, and nothing is fetched, still less converted."""
    store, wrong = ModelStore(tmp_path / "store"), "ab" * 32
    with serve({OPUS.repository: Repository(pickled)}) as hub:
        file = _committed(tmp_path, hub, made_from=f"pytorch_model.bin {wrong}")
        with pytest.raises(ModelStoreError) as caught:
            pull_locked(store, file, hub=lambda: Hub(hub.endpoint), say=lambda message: None)
        found = sha256(pickled["pytorch_model.bin"]).hexdigest()
        assert len(hub.asked) == 1
    assert str(caught.value).startswith(
        f"{OPUS.name}: pytorch_model.bin of {OPUS.repository} has the wrong SHA-256:"
        f" wanted {wrong}, the hub names {found}"
    )
    assert store.installed() == []


class _Poison:
    """Unpickling this writes a file: what a poisoned checkpoint does, only worse."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.path,)


def test_a_poisoned_pickle_runs_nothing(marian: Path, tmp_path: Path) -> None:
    """Its code is not run, nothing is pinned, and the file is named."""
    import torch

    torch.save({"weight": _Poison(tmp_path / "owned")}, tmp_path / "weights.bin", pickle_module=pickle)
    files = _served(marian, (tmp_path / "weights.bin").read_bytes())
    store = ModelStore(tmp_path / "store")
    with (
        serve({OPUS.repository: Repository(files)}) as hub,
        pytest.raises(ModelStoreError, match=r"pytorch_model\.bin.*can't be read as tensors"),
    ):
        pull(store, [OPUS], hub=Hub(hub.endpoint), say=lambda message: None)
    assert (store.installed(), (tmp_path / "owned").exists()) == ([], False)
