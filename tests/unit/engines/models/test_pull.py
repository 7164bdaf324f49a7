"""Pulling, against a local server that speaks the hub's protocol."""

import errno
import hashlib
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("huggingface_hub")

from service.engines.models.catalogue import load_catalogue
from service.engines.models.hub import Hub
from service.engines.models.lock import LockedModel
from service.engines.models.pull import pull
from service.engines.models.store import ModelStore
from service.errors import ModelStoreError
from tests.unit.engines.models.hub_server import COMMIT, HubServer, Repository, serve

FLAN = load_catalogue().models["flan-t5-small"]
NLLB = load_catalogue().models["nllb-200-distilled-600m"]
WEIGHTS = bytes(range(256)) * 40
FILES = {
    "config.json": b"{}",
    "tokenizer.json": b'{"a": 1}',
    "spiece.model": b"pieces" * 50,
    "LICENSE": b"free",
    "model.safetensors": WEIGHTS,
    "pytorch_model.bin": b"pickle" * 99,
    "tf_model.h5": b"tf" * 200,
    "modeling_custom.py": b"raise SystemExit",
    "onnx/config.json": b"{}",
    "README.md": b"# a card",
}
TAKEN = ["LICENSE", "config.json", "model.safetensors", "spiece.model", "tokenizer.json"]


@pytest.fixture
def hub() -> Iterator[HubServer]:
    """A hub with one model."""
    with serve({FLAN.repository: Repository(dict(FILES))}) as server:
        yield server


@pytest.fixture
def repository(hub: HubServer) -> Repository:
    """The model of that hub."""
    return hub.repositories[FLAN.repository]


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    """An empty store."""
    return ModelStore(tmp_path / "models")


def _pull(store: ModelStore, hub: HubServer, **options: Any) -> LockedModel:
    return pull(store, [FLAN], hub=Hub(hub.endpoint), say=lambda message: None, **options)[0]


def _refused(store: ModelStore, hub: HubServer, **options: Any) -> str:
    with pytest.raises(ModelStoreError) as caught:
        _pull(store, hub, **options)
    assert store.installed() == []
    return str(caught.value)


def test_what_is_needed_is_fetched_and_pinned(store: ModelStore, hub: HubServer) -> None:
    """Safetensors, configuration, tokenizer and licence; no code, no other formats; every byte hashed."""
    entry = _pull(store, hub)
    assert (entry.revision, entry.repository, entry.licence) == (COMMIT, FLAN.repository, "Apache-2.0")
    assert [file.path for file in entry.files] == TAKEN
    assert {file.path: file.sha256 for file in entry.files} == {
        name: hashlib.sha256(FILES[name]).hexdigest() for name in TAKEN
    }
    assert sorted(path.name for path in store.open_model(FLAN.name).folder.iterdir()) == TAKEN
    assert list(store.verify()) == [(FLAN.name, [])]
    assert not (store.folder / ".partial" / FLAN.name).exists()


def test_a_second_pull_fetches_nothing(store: ModelStore, hub: HubServer) -> None:
    """The commit is asked for, and no file."""
    first = _pull(store, hub)
    before = len(hub.asked)
    assert _pull(store, hub) == first
    assert len(hub.asked) - before == 1


def test_a_new_commit_takes_over_what_is_the_same(store: ModelStore, hub: HubServer, repository: Repository) -> None:
    """Only the file that changed is fetched; the old one is gone, and what was made of it."""
    derived = store.derived_folder(_pull(store, hub), "int8")
    derived.mkdir(parents=True)
    repository.commit, repository.files["config.json"] = "f" * 40, b'{"new": 1}'
    assert _pull(store, hub).revision == "f" * 40
    assert (store.folder / FLAN.name / "config.json").read_bytes() == b'{"new": 1}'
    assert (len(hub.ranges("model.safetensors")), derived.exists()) == (2, False)
    assert list(store.verify()) == [(FLAN.name, [])]


def test_a_damaged_model_is_mended(store: ModelStore, hub: HubServer) -> None:
    """What is cut is fetched again, what is sound stays."""
    _pull(store, hub)
    (store.folder / FLAN.name / "spiece.model").write_bytes(b"")
    _pull(store, hub)
    assert (len(hub.ranges("spiece.model")), len(hub.ranges("model.safetensors"))) == (4, 2)
    assert list(store.verify()) == [(FLAN.name, [])]


def test_a_cut_is_mended_within_a_pull(store: ModelStore, hub: HubServer, repository: Repository) -> None:
    """The connection breaks once; the second request asks for the rest only."""
    repository.cut, repository.cuts_left = {"model.safetensors": 5000}, 1
    _pull(store, hub)
    assert [r for r in hub.ranges("model.safetensors") if r] == ["bytes=5000-"] * 2
    assert (store.folder / FLAN.name / "model.safetensors").read_bytes() == WEIGHTS


def test_a_later_pull_goes_on_where_one_was_cut(store: ModelStore, hub: HubServer, repository: Repository) -> None:
    """A pull that gives up leaves the store as it was and its bytes for the next."""
    repository.cut, repository.cuts_left = {"model.safetensors": 5000}, 99
    assert "it goes on where it stopped" in _refused(store, hub)
    repository.cuts_left = 0
    hub.asked.clear()
    _pull(store, hub)
    assert set(hub.ranges("model.safetensors")) == {"bytes=5000-"}
    assert hub.ranges("config.json") == []
    assert (store.folder / FLAN.name / "model.safetensors").read_bytes() == WEIGHTS


@pytest.mark.parametrize("path", ["model.safetensors", "config.json"])
def test_a_wrong_hash_is_refused(store: ModelStore, hub: HubServer, repository: Repository, path: str) -> None:
    """File, wanted and got are named; the file is deleted, and the next pull begins it anew."""
    repository.altered = {path}
    said = _refused(store, hub)
    kind = "SHA-256" if path == "model.safetensors" else "git SHA-1"
    assert said.startswith(f"{FLAN.name}: {path} of {FLAN.repository} has the wrong {kind}: wanted ")
    assert not list((store.folder / ".partial").rglob(f"{path}*"))
    repository.altered = set()
    assert _pull(store, hub).name == FLAN.name


def test_a_repository_that_is_not_there(store: ModelStore, tmp_path: Path) -> None:
    """The hub answers 401 where there is none, or where it is private: both are told."""
    with serve({}) as hub:
        said = _refused(store, hub)
    assert f"has no {FLAN.repository}, or shows it to those only who may see it" in said
    assert "HF_TOKEN" in said


def test_a_revision_that_is_not_there(store: ModelStore, hub: HubServer) -> None:
    """The name of the revision, and where to find others."""
    said = _refused(store, hub, revision="v9")
    assert said == f"{FLAN.repository} has no revision 'v9'; {hub.endpoint}/{FLAN.repository}/commits/main lists them"


def test_a_commit_can_be_asked_for(store: ModelStore, hub: HubServer) -> None:
    """A commit resolves to itself."""
    assert _pull(store, hub, revision=COMMIT).revision == COMMIT


def test_a_file_that_is_not_there(store: ModelStore, hub: HubServer, repository: Repository) -> None:
    """404 in the middle: nothing is pinned."""
    repository.missing = {"tokenizer.json"}
    assert _refused(store, hub) == f"{FLAN.repository} has no file tokenizer.json at revision {COMMIT}"


@pytest.mark.parametrize("token", [None, "of-someone-else"])
def test_a_gated_model_is_told(
    store: ModelStore, hub: HubServer, repository: Repository, monkeypatch: pytest.MonkeyPatch, token: str | None
) -> None:
    """401 without a token, 403 with one: where to accept the licence, and which variable to set."""
    repository.gated = True
    if token:
        monkeypatch.setenv("HF_TOKEN", token)
    said = _refused(store, hub)
    assert f"accept its licence at {hub.endpoint}/{FLAN.repository}" in said
    assert "set HF_TOKEN" in said


def test_a_token_opens_a_gated_model(
    store: ModelStore, hub: HubServer, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF_TOKEN is sent."""
    repository.gated = True
    monkeypatch.setenv("HF_TOKEN", "good")
    assert _pull(store, hub).name == FLAN.name


def test_a_small_disk_is_told_before_anything_is_fetched(
    store: ModelStore, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Needed (with a twentieth to spare), free, and the folder."""
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=100))
    needed = int(sum(len(FILES[name]) for name in TAKEN) * 1.05)
    said = _refused(store, hub)
    assert f"{FLAN.name}: {needed:,} bytes are needed and 100 are free in {store.folder}" in said
    assert hub.ranges("config.json") == []


def test_a_disk_that_fills_up_is_told(store: ModelStore, hub: HubServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """No space in the middle of a file: what came is kept, nothing is pinned, and the next pull goes on."""
    from huggingface_hub import file_download

    def full(url: str, target: Any, **rest: Any) -> None:
        target.write(WEIGHTS[:77])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(file_download, "http_get", full)
        said = _refused(store, hub)
    assert said.startswith("the disk is full: ")
    assert str(store.folder) in said
    [partial] = (store.folder / ".partial").rglob("*.incomplete")
    assert partial.stat().st_size == 77


def test_non_commercial_weights_need_a_word(store: ModelStore, hub: HubServer) -> None:
    """Refused before the hub is asked; the other models of the same command are not pulled either."""
    hub.repositories[NLLB.repository] = Repository(dict(FILES), licence="cc-by-nc-4.0")
    ask = {"hub": Hub(hub.endpoint), "say": print}
    with pytest.raises(ModelStoreError, match=r"CC-BY-NC-4\.0.*--allow-non-commercial"):
        pull(store, [FLAN, NLLB], **ask)
    assert (hub.asked, store.installed()) == ([], [])
    pull(store, [FLAN, NLLB], allow_non_commercial=True, **ask)
    assert [entry.name for entry in store.installed()] == [FLAN.name, NLLB.name]


def test_a_licence_that_became_non_commercial_is_seen(
    store: ModelStore, hub: HubServer, repository: Repository
) -> None:
    """The card on the hub counts, not the catalogue alone; another free licence is only told."""
    repository.licence = "cc-by-nc-4.0"
    assert "licence: cc-by-nc-4.0" in _refused(store, hub)
    repository.licence = "mit"
    said: list[str] = []
    pull(store, [FLAN], hub=Hub(hub.endpoint), say=said.append)
    assert said[0] == f"{FLAN.name}: its card names the licence mit, the catalogue Apache-2.0"


def test_two_pulls_at_once_fetch_once(store: ModelStore, hub: HubServer, repository: Repository) -> None:
    """The second says that it waits, and then finds everything there."""
    repository.hold = threading.Event()
    waiting = threading.Event()
    entries: list[LockedModel] = []

    def work() -> None:
        other = ModelStore(store.folder)
        entries.extend(pull(other, [FLAN], hub=Hub(hub.endpoint), say=lambda said: "waiting" in said and waiting.set()))

    both = [threading.Thread(target=work) for _ in range(2)]
    for one in both:
        one.start()
    assert waiting.wait(30)
    repository.hold.set()
    for one in both:
        one.join(30)
    assert (len(entries), entries[0] == entries[1]) == (2, True)
    assert (len(hub.ranges("model.safetensors")), len(hub.ranges("config.json"))) == (2, 1)


def test_offline_forbids_pulling(store: ModelStore, hub: HubServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable that the serving process sets is named."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert "HF_HUB_OFFLINE is set" in _refused(store, hub)


def test_no_hub_at_all_is_told(store: ModelStore) -> None:
    """The address that does not answer."""
    gone = HubServer("http://127.0.0.1:9", {})
    assert "the connection to http://127.0.0.1:9 broke" in _refused(store, gone)


def test_something_that_is_no_hub_is_told(store: ModelStore) -> None:
    """A page of a proxy, or another API, with status 200."""
    with serve({}) as hub:
        hub.page = b"<html>Please log in</html>"
        assert f"{hub.endpoint} does not answer as a hub does" in _refused(store, hub)
        hub.page = b"{}"
        assert f"{hub.endpoint} does not answer as a hub does" in _refused(store, hub)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"model.safetensors": b"x"}, "has no config.json"),
        ({"config.json": b"{}", "tf_model.h5": b"x"}, "has neither model.safetensors nor pytorch_model.bin"),
    ],
)
def test_a_repository_without_a_usable_model(store: ModelStore, files: dict[str, bytes], said: str) -> None:
    """Told before anything is fetched."""
    with serve({FLAN.repository: Repository(files)}) as hub:
        assert said in _refused(store, hub)


def test_shards_are_fetched_with_their_index(store: ModelStore) -> None:
    """All of one format, none of another, and no copies in other precisions."""
    names = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json"]
    others = ["consolidated.safetensors", "model.fp16.safetensors", "pytorch_model-00001-of-00001.bin"]
    with serve({FLAN.repository: Repository(dict.fromkeys(["config.json", *names, *others], b"{}"))}) as hub:
        assert [file.path for file in _pull(store, hub).files] == ["config.json", *names]


def test_without_its_package_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded profile runs without huggingface_hub; pulling says what to install."""
    monkeypatch.setattr("service.engines.models.hub.find_spec", lambda name: None)
    with pytest.raises(ModelStoreError, match=r"pip install 'newsbriefs\[neural\]'"):
        Hub("http://127.0.0.1:9")
