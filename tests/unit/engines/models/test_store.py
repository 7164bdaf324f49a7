import json
from pathlib import Path

import pytest

from service.engines.models.catalogue import load_catalogue
from service.engines.models.lock import FILE_NAME, read_lock
from service.engines.models.store import OFFLINE, ModelStore, offline_environment
from service.errors import ModelMissing, ModelStoreError

MODEL = load_catalogue().models["flan-t5-small"]


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    """A store with one model that was brought by hand."""
    folder = tmp_path / "flan-t5-small"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(b"weights")
    built = ModelStore(tmp_path)
    built.adopt(MODEL, revision="abc")
    return built


def test_what_is_pinned_is_opened(store: ModelStore) -> None:
    """Folder and entry, with role, family and licence, so that no catalogue is needed to use it."""
    opened = store.open_model("flan-t5-small")
    entry = opened.entry
    assert (opened.folder, entry.revision, entry.family) == (store.folder / "flan-t5-small", "abc", "t5")
    assert [(file.path, file.size) for file in entry.files] == [("config.json", 2), ("model.safetensors", 7)]


def test_what_is_not_there_is_told_with_the_command(tmp_path: Path) -> None:
    """An absent store, and a model that is not in it."""
    with pytest.raises(ModelMissing, match="run: newsbriefs models pull m2m100-418m"):
        ModelStore(tmp_path / "nowhere").open_model("m2m100-418m")


def test_a_cut_file_is_not_opened(store: ModelStore) -> None:
    """The size is looked at on every start, the hash by verify."""
    (store.folder / "flan-t5-small" / "model.safetensors").write_bytes(b"wei")
    with pytest.raises(ModelMissing, match=r"model\.safetensors is missing or cut"):
        store.open_model("flan-t5-small")


def test_verify_names_what_is_wrong(store: ModelStore) -> None:
    """A missing file, another size, other bytes; all else is sound."""
    folder = store.folder / "flan-t5-small"
    assert list(store.verify()) == [("flan-t5-small", [])]
    (folder / "model.safetensors").write_bytes(b"Weights")
    (folder / "config.json").unlink()
    [(_, flaws)] = store.verify(["flan-t5-small"])
    assert [flaw.path for flaw in flaws] == ["config.json", "model.safetensors"]
    assert flaws[0].problem == "is missing"
    assert flaws[1].problem.startswith("has SHA-256 ")
    (folder / "model.safetensors").write_bytes(b"W")
    [(_, flaws)] = store.verify()
    assert flaws[1].problem == "has 1 bytes, 7 wanted"


def test_verify_refuses_a_name_that_is_not_pinned(store: ModelStore) -> None:
    """A typing error is no sound model."""
    with pytest.raises(ModelStoreError, match="model flan is not pulled"):
        list(store.verify(["flan"]))


def test_remove_takes_what_was_made_of_it(store: ModelStore) -> None:
    """Files, derived copies and the entry; the bytes are counted."""
    derived = store.derived_folder(store.installed()[0], "int8")
    derived.mkdir(parents=True)
    assert store.remove("flan-t5-small", say=print) == 9
    assert (store.installed(), derived.exists(), (store.folder / "flan-t5-small").exists()) == ([], False, False)


def test_installed_by_role(store: ModelStore) -> None:
    """An engine asks for what it can use."""
    assert [entry.name for entry in store.installed(role="summarise")] == ["flan-t5-small"]
    assert store.installed(role="translate") == []


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 1}', '{"version": 1, "models": {"a": {"x": 1}}}'])
def test_a_broken_lock_is_told(tmp_path: Path, text: str) -> None:
    """Never half a list, never a traceback."""
    (tmp_path / FILE_NAME).write_text(text)
    with pytest.raises(ModelStoreError, match="can't be read"):
        read_lock(tmp_path)


def test_a_lock_of_another_version_is_told(tmp_path: Path) -> None:
    """An older newsbriefs does not guess."""
    (tmp_path / FILE_NAME).write_text(json.dumps({"version": 2, "models": {}}))
    with pytest.raises(ModelStoreError, match="is of version 2"):
        read_lock(tmp_path)


def test_no_temporary_lock_is_left(store: ModelStore) -> None:
    """The lock file is replaced, and others may read it."""
    assert sorted(path.name for path in store.folder.iterdir()) == [".lock", "flan-t5-small", FILE_NAME]
    assert (store.folder / FILE_NAME).stat().st_mode & 0o777 == 0o644


def test_the_offline_environment_is_set() -> None:
    """All three variables, whatever was there."""
    environ = {"HF_HUB_OFFLINE": "0", "PATH": "/bin"}
    offline_environment(environ)
    assert environ == {"PATH": "/bin", **OFFLINE}
