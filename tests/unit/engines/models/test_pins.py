"""A lock file that came from elsewhere is read with distrust, and what is wrong with it is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.engines.models.pins import origin_hashes, read_pins, refuse_what_no_hub_has
from service.errors import ModelStoreError

SHA256 = "ab" * 32
COMMIT = "0123456789abcdef0123456789abcdef01234567"
Change = Callable[[dict[str, Any]], object]


def _document() -> dict[str, Any]:
    entry = {
        "repository": "google/flan-t5-small",
        "revision": COMMIT,
        "role": "summarise",
        "family": "t5",
        "licence": "Apache-2.0",
        "commercial": True,
        "pulled_at": "2026-11-01T00:00:00+00:00",
        "files": [{"path": "config.json", "size": 2, "sha256": SHA256, "made_from": None}],
    }
    return {"version": 1, "models": {"flan-t5-small": entry}}


def _written(folder: Path, change: Change = lambda entry: None) -> Path:
    document = _document()
    change(document["models"]["flan-t5-small"])
    (folder / "reviewed.json").write_text(json.dumps(document))
    return folder / "reviewed.json"


def _refused(file: Path) -> str:
    with pytest.raises(ModelStoreError) as caught:
        read_pins(file)
    return str(caught.value)


def test_what_newsbriefs_wrote_is_read(tmp_path: Path) -> None:
    """A file as a store has it is taken."""
    assert [pin.name for pin in read_pins(_written(tmp_path)).values()] == ["flan-t5-small"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": 1}', '{"version": 1, "models": {"a": {"x": 1}}}'])
def test_what_is_no_lock_file_is_told(tmp_path: Path, text: str) -> None:
    """Path and remedy, never a traceback."""
    (tmp_path / "reviewed.json").write_text(text)
    said = _refused(tmp_path / "reviewed.json")
    assert said.startswith(f"{tmp_path / 'reviewed.json'} can't be read (")
    assert said.endswith("use the models.lock.json of a store, as newsbriefs wrote it")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    """A file that is not UTF-8 is no lock file either."""
    (tmp_path / "reviewed.json").write_bytes(b"\xff\xfe")
    assert "can't be read" in _refused(tmp_path / "reviewed.json")


def test_another_version_is_told(tmp_path: Path) -> None:
    """The version that is there and the one that is read."""
    (tmp_path / "reviewed.json").write_text('{"version": 2, "models": {}}')
    assert _refused(tmp_path / "reviewed.json").endswith("is of version 2; this newsbriefs reads 1")


def test_no_file_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere is no empty lock."""
    assert _refused(tmp_path / "none.json").startswith(f"there is no file {tmp_path / 'none.json'}")


def test_no_model_is_no_order(tmp_path: Path) -> None:
    """Nobody deploys nothing by accident."""
    (tmp_path / "reviewed.json").write_text('{"version": 1, "models": {}}')
    assert _refused(tmp_path / "reviewed.json").startswith(f"{tmp_path / 'reviewed.json'} pins no model;")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda entry: entry.update(commercial="false"), "commercial 'false', neither true nor false"),
        (lambda entry: entry.update(commercial=1), "commercial 1, neither true nor false"),
        (lambda entry: entry.update(files=[]), "no files"),
        (lambda entry: entry.update(files=entry["files"] * 2), "a file twice"),
        (lambda entry: entry.update(family="gpt"), "role 'summarise' and family 'gpt', which"),
        (lambda entry: entry.update(role="paint"), "role 'paint' and family 't5', which"),
        (lambda entry: entry.update(revision=""), "no repository, revision or licence"),
        (lambda entry: entry["files"][0].update(sha256="AB" * 32), "SHA-256 'ABAB"),
        (lambda entry: entry["files"][0].update(sha256=None), "SHA-256 None"),
        (lambda entry: entry["files"][0].update(size="2"), "size '2' of config.json"),
        (lambda entry: entry["files"][0].update(size=-1), "size -1 of config.json"),
        (lambda entry: entry["files"][0].update(made_from=7), "made_from 7 of config.json"),
        *(
            (lambda entry, path=path: entry["files"][0].update(path=path), f"a file {path!r}, which does not lie in")
            for path in ("../x", "/etc/passwd", "a/../../x", "", ".", "./a", "a//b", 7, "a\0")
        ),
    ],
)
def test_what_was_edited_wrongly_is_named(tmp_path: Path, change: Change, said: str) -> None:
    """File, model and value."""
    file = _written(tmp_path, change)
    assert _refused(file).startswith(f"{file} pins model 'flan-t5-small' with {said}")


@pytest.mark.parametrize("name", ["../flan", ".partial", "", "a/b", "models.lock.json", "a\nb"])
def test_a_name_that_leads_out_of_the_store_is_refused(tmp_path: Path, name: str) -> None:
    """A model's name is its folder."""
    models = _document()["models"]
    (tmp_path / "reviewed.json").write_text(json.dumps({"version": 1, "models": {name: models["flan-t5-small"]}}))
    assert f"pins model {name!r} with a name that no folder may have" in _refused(tmp_path / "reviewed.json")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda entry: entry.update(revision="by-hand"),
            "pins 'google/flan-t5-small' at 'by-hand', which is no commit",
        ),
        (lambda entry: entry.update(revision="main"), "pins 'google/flan-t5-small' at 'main', which is no commit"),
        (lambda entry: entry.update(repository="our own"), f"pins 'our own' at '{COMMIT}', which is no commit"),
        (lambda entry: entry.update(repository="../../a"), f"pins '../../a' at '{COMMIT}', which is no commit"),
        (lambda entry: entry["files"][0].update(path="modeling.py"), "pins modeling.py, and code and pickled weights"),
        (lambda entry: entry["files"][0].update(path="a/x.bin"), "pins a/x.bin, and code and pickled weights"),
    ],
)
def test_what_no_hub_has_is_told(tmp_path: Path, change: Change, said: str) -> None:
    """A model brought by hand, or one with code, can't be fetched; what to do instead is said."""
    file = _written(tmp_path, change)
    [pin] = read_pins(file).values()
    with pytest.raises(ModelStoreError) as caught:
        refuse_what_no_hub_has(pin, file)
    assert str(caught.value).startswith(f"flan-t5-small can't be fetched: {file} {said}")
    assert str(caught.value).endswith("bring its files to the store by hand")


def test_the_origin_of_converted_weights_is_read(tmp_path: Path) -> None:
    """Each pickled file with its hash, once, however many files were made of them."""
    origin = f"pytorch_model-00001-of-00002.bin {SHA256}, pytorch_model-00002-of-00002.bin {COMMIT}"
    one = {"size": 2, "sha256": SHA256, "made_from": origin}
    files = [one | {"path": "model.safetensors.index.json"}, one | {"path": "model.safetensors"}]
    file = _written(tmp_path, lambda entry: entry.update(files=files))
    [pin] = read_pins(file).values()
    assert origin_hashes(pin, file) == {
        "pytorch_model-00001-of-00002.bin": SHA256,
        "pytorch_model-00002-of-00002.bin": COMMIT,
    }


@pytest.mark.parametrize(
    "origin",
    [
        "by hand",
        "pytorch_model.bin",
        f"../x.bin {SHA256}",
        "pytorch_model.bin ab",
        "a b c",
        f"pytorch_model-2.bin {SHA256}, pytorch_model-1.bin {SHA256}",
    ],
)
def test_an_origin_without_hash_is_refused(tmp_path: Path, origin: str) -> None:
    """What can't be held to a hash is not converted."""
    file = _written(tmp_path, lambda entry: entry["files"][0].update(made_from=origin))
    [pin] = read_pins(file).values()
    with pytest.raises(ModelStoreError, match=r"made_from .* no pickled weights"):
        origin_hashes(pin, file)
