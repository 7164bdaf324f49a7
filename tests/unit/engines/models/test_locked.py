"""Pulling by the lock file of another store, against a local server that speaks the hub's protocol."""

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

pytest.importorskip("huggingface_hub")

from service.engines.models.catalogue import Model, load_catalogue
from service.engines.models.hub import Hub
from service.engines.models.lock import FILE_NAME, LockedModel, read_lock
from service.engines.models.locked import pull_locked, verify_locked
from service.engines.models.pull import pull
from service.engines.models.store import ModelStore
from service.errors import ModelStoreError
from tests.unit.engines.models.hub_server import COMMIT, HubServer, Repository, serve

FLAN = load_catalogue().models["flan-t5-small"]
BART = load_catalogue().models["bart-large-cnn"]
MT5 = load_catalogue().models["mt5-xlsum"]
WEIGHTS = bytes(range(256)) * 40
FILES = {"config.json": b'{"a": 1}', "spiece.model": b"pieces" * 50, "model.safetensors": WEIGHTS}
OTHER = "f" * 40


@pytest.fixture
def hub() -> Iterator[HubServer]:
    """A hub with two models."""
    served = {FLAN.repository: Repository(dict(FILES)), BART.repository: Repository(dict(FILES), licence="mit")}
    with serve(served) as server:
        yield server


@pytest.fixture
def file(hub: HubServer, tmp_path: Path) -> Path:
    """The lock file of another store, as it was committed; the hub has forgotten how that store came about."""
    return _committed(tmp_path, hub, FLAN, BART)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    """An empty store."""
    return ModelStore(tmp_path / "models")


def _committed(folder: Path, hub: HubServer, *models: Model) -> Path:
    other = ModelStore(folder / "other")
    pull(other, models, hub=Hub(hub.endpoint), say=print, allow_non_commercial=True)
    hub.asked.clear()
    return shutil.copyfile(other.folder / FILE_NAME, folder / "reviewed.json")


def _edit(file: Path, name: str, **changes: object) -> None:
    document = json.loads(file.read_text())
    document["models"][name] |= changes
    file.write_text(json.dumps(document))


def _pull(store: ModelStore, file: Path, hub: HubServer, **options: Any) -> list[str]:
    said: list[str] = []
    pull_locked(store, file, hub=lambda: Hub(hub.endpoint), say=said.append, **options)
    return said


def _refused(store: ModelStore, file: Path, hub: HubServer, **options: Any) -> str:
    with pytest.raises(ModelStoreError) as caught:
        _pull(store, file, hub, **options)
    return str(caught.value)


def _without_hub(store: ModelStore, file: Path) -> list[str]:
    def no_hub() -> NoReturn:
        raise AssertionError("the hub is not to be asked")

    said: list[str] = []
    pull_locked(store, file, hub=no_hub, say=said.append)
    return said


def _pinned(folder: Path) -> dict[str, LockedModel]:
    return {name: replace(entry, pulled_at="") for name, entry in read_lock(folder).items()}


def _tree(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.rglob("*")}


def test_the_store_holds_what_the_file_pins(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Same repositories, commits and bytes, and a lock file equal but for the time; no branch is asked for."""
    said = _pull(store, file, hub)
    assert _pinned(store.folder) == _pinned(file.parent / "other")
    assert [(name, flaws) for name, flaws in store.verify()] == [(BART.name, []), (FLAN.name, [])]
    assert [one.path for one in hub.asked if one.path.startswith("/api") and not one.path.endswith(COMMIT)] == []
    assert said[:2] == [f"{BART.name}: not there", f"{FLAN.name}: not there"]
    assert said[-1] == f"{store.folder} holds the models that {file} pins: {BART.name}, {FLAN.name}"


def test_a_restart_asks_no_hub_and_writes_nothing(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Everything is rehashed, on a volume that may be mounted to be read only."""
    _pull(store, file, hub)
    (store.folder / ".lock").unlink()
    before = _tree(store.folder)
    said = _without_hub(store, file)
    assert said[1] == f"{FLAN.name}: already there, revision {COMMIT[:12]}, every file rehashed"
    assert _tree(store.folder) == before


def test_a_changed_byte_is_found_and_that_file_fetched(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Sizes are not believed; what is sound is not fetched, and what engines made of the wrong bytes goes."""
    _pull(store, file, hub)
    derived = store.derived_folder(read_lock(store.folder)[FLAN.name], "int8")
    derived.mkdir(parents=True)
    (store.folder / FLAN.name / "config.json").write_bytes(b'{"a": 2}')
    hub.asked.clear()
    said = _pull(store, file, hub)
    [problem] = [line for line in said if line.startswith(f"{FLAN.name}: config.json has SHA-256")][:1]
    assert problem.endswith(f"{hashlib.sha256(FILES['config.json']).hexdigest()} wanted")
    paths = [one.path.rpartition("/")[2] for one in hub.asked]
    assert (paths, derived.exists()) == ([COMMIT, "config.json"], False)
    assert list(verify_locked(store, file, print)) == [(BART.name, []), (FLAN.name, [])]


@pytest.mark.parametrize("path", ["model.safetensors", "config.json"])
def test_a_hub_with_other_bytes_stops_the_pull(store: ModelStore, file: Path, hub: HubServer, path: str) -> None:
    """Model, file, both hashes and the remedy; the model before it is not put in place either."""
    changed = b"#" + FILES[path][1:]
    hub.repositories[FLAN.repository].files[path] = changed
    said = _refused(store, file, hub)
    wanted, got = (hashlib.sha256(content).hexdigest() for content in (FILES[path], changed))
    assert said.startswith(f"{FLAN.name}: {path} of {FLAN.repository} has the wrong SHA-256: wanted {wanted}, ")
    assert got in said
    # The hub itself names the hash of what LFS keeps, so that gigabytes need not come first.
    assert (hub.ranges("config.json") == []) == (path == "model.safetensors")
    assert f"{hub.endpoint} or something on the way gives other bytes than {file} pins" in said
    assert (store.installed(), (store.folder / BART.name).exists()) == ([], False)


def test_bytes_altered_on_the_way_leave_the_store_as_it_was(store: ModelStore, file: Path, hub: HubServer) -> None:
    """A model of an earlier commit stays where it is, whole."""
    repository = hub.repositories[FLAN.repository]
    repository.commit, repository.files["spiece.model"] = OTHER, b"older" * 60
    pull(store, [FLAN], hub=Hub(hub.endpoint), say=print)
    repository.commit, repository.files["spiece.model"] = COMMIT, FILES["spiece.model"]
    repository.altered = {"spiece.model"}
    before = _pinned(store.folder)
    assert f"{FLAN.name}: spiece.model of {FLAN.repository} has the wrong SHA-256" in _refused(store, file, hub)
    assert (_pinned(store.folder), list(store.verify())) == (before, [(FLAN.name, [])])


def test_a_file_that_the_hub_lacks_is_told(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Model, file and hash, before anything is fetched."""
    del hub.repositories[FLAN.repository].files["spiece.model"]
    said = _refused(store, file, hub)
    assert said.startswith(f"{FLAN.name}: {FLAN.repository} has no file spiece.model at {COMMIT}, hash ")
    assert [one.path for one in hub.asked if not one.path.startswith("/api")] == []


def test_a_hub_that_gives_another_commit_is_refused(store: ModelStore, file: Path, hub: HubServer) -> None:
    """A mirror that knows one state only does not pass for the pinned one."""
    _edit(file, FLAN.name, revision="main0" * 8)
    assert "which is no commit" in _refused(store, file, hub)
    _edit(file, FLAN.name, revision=OTHER)
    assert f"{FLAN.repository} has no revision '{OTHER}'" in _refused(store, file, hub)
    hub.repositories[FLAN.repository].any_revision = True
    assert f"gives {COMMIT} of {FLAN.repository} for the commit {OTHER}" in _refused(store, file, hub)


def test_a_newer_commit_replaces_an_older_one(store: ModelStore, file: Path, hub: HubServer) -> None:
    """What only the old one had is gone, what was made of it too, and what is the same is not fetched."""
    repository = hub.repositories[FLAN.repository]
    repository.commit, repository.files["tokenizer.json"] = OTHER, b"{}"
    [old] = pull(store, [FLAN], hub=Hub(hub.endpoint), say=print)
    store.derived_folder(old, "int8").mkdir(parents=True)
    repository.commit = COMMIT
    del repository.files["tokenizer.json"]
    hub.asked.clear()
    _pull(store, file, hub)
    assert sorted(path.name for path in (store.folder / FLAN.name).iterdir()) == sorted(FILES)
    assert [one.path for one in hub.asked if FLAN.repository in one.path and "/api/" not in one.path] == []
    assert (store.derived_folder(old, "int8").exists(), _pinned(store.folder)) == (
        False,
        _pinned(file.parent / "other"),
    )


def test_another_commit_is_refused_where_the_store_is_shared(store: ModelStore, file: Path, hub: HubServer) -> None:
    """With `keep` nothing is fetched or replaced, whatever the store has beside it; what lacks is still brought."""
    hub.repositories[FLAN.repository].commit = OTHER
    pull(store, [FLAN], hub=Hub(hub.endpoint), say=print)
    hub.repositories[FLAN.repository].commit = COMMIT
    hub.asked.clear()
    refused = _refused(store, file, hub, keep=True)
    assert f"has it at {OTHER[:12]}, {file} pins {COMMIT[:12]}" in refused
    assert "another MODEL_SET" in refused
    assert (hub.asked, [one.revision for one in read_lock(store.folder).values()]) == ([], [OTHER])
    _pull(store, file, hub)
    shutil.rmtree(store.folder / BART.name)
    _pull(store, file, hub, keep=True)
    assert _pinned(store.folder) == _pinned(file.parent / "other")


def test_a_file_that_is_not_pinned_goes(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Exactly what is pinned lies there: a file more would be read by the model's libraries."""
    _pull(store, file, hub)
    (store.folder / FLAN.name / "tokenizer.json").write_text("{}")
    assert f"{FLAN.name}: tokenizer.json is not pinned" in _pull(store, file, hub)
    assert sorted(path.name for path in (store.folder / FLAN.name).iterdir()) == sorted(FILES)


def test_files_that_were_copied_are_pinned_without_a_hub(store: ModelStore, file: Path) -> None:
    """The bytes are what counts: a copied folder, or the same bytes at another commit, are only written down."""
    shutil.copytree(file.parent / "other" / FLAN.name, store.folder / FLAN.name)
    shutil.copytree(file.parent / "other" / BART.name, store.folder / BART.name)
    store.adopt(BART, revision="by-hand")
    said = _without_hub(store, file)
    assert f"{FLAN.name}: already there, every file rehashed, now pinned as {file} says" in said
    assert _pinned(store.folder) == _pinned(file.parent / "other")


def test_other_models_are_left_alone_and_told(store: ModelStore, tmp_path: Path, hub: HubServer) -> None:
    """Removing is a command of its own, and it is named."""
    pull(store, [BART], hub=Hub(hub.endpoint), say=print)
    file = _committed(tmp_path, hub, FLAN)
    said = _pull(store, file, hub)
    assert said[0] == (
        f"{BART.name}: {file} does not name it; left as it is (newsbriefs models rm {BART.name} removes it)"
    )
    assert [entry.name for entry in store.installed()] == [BART.name, FLAN.name]


def test_non_commercial_weights_need_a_word(store: ModelStore, tmp_path: Path, hub: HubServer) -> None:
    """The file says what may be used commercially; refused before the hub is asked, and where they lie there too."""
    hub.repositories[MT5.repository] = Repository(dict(FILES), licence="cc-by-nc-sa-4.0")
    file = _committed(tmp_path, hub, FLAN, MT5)
    assert "--allow-non-commercial" in _refused(store, file, hub)
    assert (hub.asked, store.folder.exists()) == ([], False)
    _pull(store, file, hub, allow_non_commercial=True)
    assert [entry.name for entry in store.installed()] == [FLAN.name, MT5.name]
    assert "--allow-non-commercial" in _refused(store, file, hub)


def test_the_card_of_the_commit_counts_too(store: ModelStore, file: Path, hub: HubServer) -> None:
    """As with every pull: a licence that forbids stops it, another one is told."""
    hub.repositories[FLAN.repository].licence = "cc-by-nc-4.0"
    assert "licence: cc-by-nc-4.0" in _refused(store, file, hub)
    hub.repositories[FLAN.repository].licence = "mit"
    assert f"{FLAN.name}: its card names the licence mit, {file} Apache-2.0" in _pull(store, file, hub)


def test_a_model_outside_the_catalogue_is_fetched(store: ModelStore, tmp_path: Path, hub: HubServer) -> None:
    """Repository and commit suffice; files may lie in folders, and only those that are pinned are taken."""
    files = FILES | {"onnx/config.json": b"{}", "notes.txt": b"read me"}
    own = replace(FLAN, name="our-t5", repository="our/t5")
    hub.repositories["our/t5"] = Repository(files | {"modeling.py": b"raise SystemExit"})
    other = ModelStore(tmp_path / "other")
    for path, content in files.items():
        (other.folder / "our-t5" / path).parent.mkdir(parents=True, exist_ok=True)
        (other.folder / "our-t5" / path).write_bytes(content)
    other.adopt(own, revision=COMMIT)
    _pull(store, other.folder / FILE_NAME, hub)
    assert _pinned(store.folder) == _pinned(other.folder)
    assert [flaws for _, flaws in store.verify()] == [[]]


def test_a_model_without_a_commit_must_be_brought_by_hand(store: ModelStore, file: Path, hub: HubServer) -> None:
    """An error where it lacks, and none where it lies."""
    _edit(file, FLAN.name, revision="by-hand")
    assert f"{FLAN.name} can't be fetched" in _refused(store, file, hub)
    assert (hub.asked, store.installed()) == ([], [])
    for name in (FLAN.name, BART.name):
        shutil.copytree(file.parent / "other" / name, store.folder / name)
    _without_hub(store, file)
    assert read_lock(store.folder)[FLAN.name].revision == "by-hand"


def test_two_pods_on_one_volume_fetch_once(store: ModelStore, file: Path, hub: HubServer) -> None:
    """The second says that it waits, and then finds everything there."""
    hold = hub.repositories[BART.repository].hold = threading.Event()
    waiting = threading.Event()
    said: list[str] = []

    def tell(line: str) -> None:
        said.append(line)
        if "waiting" in line:
            waiting.set()

    def work() -> None:
        pull_locked(ModelStore(store.folder), file, hub=lambda: Hub(hub.endpoint), say=tell)

    both = [threading.Thread(target=work) for _ in range(2)]
    for one in both:
        one.start()
    assert waiting.wait(30)
    hold.set()
    for one in both:
        one.join(30)
    assert len([one for one in hub.asked if one.path.startswith("/api")]) == 2
    assert len([line for line in said if "already there" in line]) == 2
    assert _pinned(store.folder) == _pinned(file.parent / "other")


def test_offline_is_enough_where_everything_is_there(
    store: ModelStore, file: Path, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF_HUB_OFFLINE forbids only what must be fetched."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert "HF_HUB_OFFLINE is set" in _refused(store, file, hub)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    _pull(store, file, hub)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    assert "already there" in _pull(store, file, hub)[0]


def test_a_later_pull_goes_on_where_one_was_cut(store: ModelStore, file: Path, hub: HubServer) -> None:
    """A restarted pod does not begin anew."""
    repository = hub.repositories[FLAN.repository]
    repository.cut, repository.cuts_left = {"model.safetensors": 5000}, 99
    assert "it goes on where it stopped" in _refused(store, file, hub)
    assert store.installed() == []
    repository.cuts_left = 0
    hub.asked.clear()
    _pull(store, file, hub)
    assert set(hub.ranges("model.safetensors")) == {"bytes=5000-"}
    assert [flaws for _, flaws in store.verify()] == [[], []]


def test_what_another_pull_left_staged_is_checked(store: ModelStore, file: Path, hub: HubServer) -> None:
    """A file that is not pinned does not come along, and one with other bytes is fetched again."""
    staged = store.folder / ".partial" / FLAN.name / COMMIT / "model"
    staged.mkdir(parents=True)
    (staged / "tokenizer.json").write_text("{}")
    (staged / "config.json").write_bytes(b'{"a": 9}')
    _pull(store, file, hub)
    assert _pinned(store.folder) == _pinned(file.parent / "other")
    assert list(verify_locked(store, file, print)) == [(BART.name, []), (FLAN.name, [])]


def test_a_small_disk_is_told_before_anything_is_fetched(
    store: ModelStore, file: Path, hub: HubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All models together, as with every pull."""
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=100))
    needed = int(2 * sum(len(content) for content in FILES.values()) * 1.05)
    assert f"{BART.name}, {FLAN.name}: {needed:,} bytes are needed" in _refused(store, file, hub)
    assert [one.path for one in hub.asked if not one.path.startswith("/api")] == []


def test_a_store_that_can_not_be_written_is_told(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Where something lacks; the variable that names another folder is said."""
    (store.folder / ".lock").mkdir(parents=True)
    assert _refused(store, file, hub) == (
        f"{store.folder} can't be written (Is a directory); set NEWSBRIEFS_MODELS to a folder that can"
    )


def test_a_stores_own_lock_file_mends_it(store: ModelStore, file: Path, hub: HubServer) -> None:
    """The file may be the store's own."""
    _pull(store, file, hub)
    (store.folder / FLAN.name / "spiece.model").unlink()
    _pull(store, store.folder / FILE_NAME, hub)
    assert list(store.verify()) == [(BART.name, []), (FLAN.name, [])]


def test_verify_by_a_file_sees_what_the_stores_own_lock_hides(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Bytes that were changed together with the store's lock file are still not those that were reviewed."""
    _pull(store, file, hub)
    (store.folder / FLAN.name / "config.json").write_bytes(b'{"a": 2}')
    store.adopt(FLAN, revision=COMMIT)
    assert list(store.verify([FLAN.name])) == [(FLAN.name, [])]
    found = dict(verify_locked(store, file, print))
    assert (found[BART.name], [flaw.path for flaw in found[FLAN.name]]) == ([], ["config.json", FILE_NAME])


def test_verify_by_a_file_sees_another_commit(store: ModelStore, file: Path, hub: HubServer) -> None:
    """Bytes may be the same, the store's lock file says otherwise: told, and a pull writes it down anew."""
    _pull(store, file, hub)
    store.adopt(FLAN, revision=OTHER)
    [(_, none), (_, [flaw])] = verify_locked(store, file, print)
    assert (none, flaw.path, flaw.problem) == ([], FILE_NAME, f"does not say of it what {file} says")
    _without_hub(store, file)
    assert _pinned(store.folder) == _pinned(file.parent / "other")
