"""`models.lock.json`: what was pulled, pinned by revision and by the hash of each file."""

import fcntl
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from service.engines.models.catalogue import Family, Role
from service.errors import ModelStoreError

FILE_NAME = "models.lock.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class LockedFile:
    """One file of a model: its name in the model's folder, bytes, and SHA-256 in hex.

    `made_from` names the hub's file and its SHA-256 where this one was converted from it.
    """

    path: str
    size: int
    sha256: str
    made_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedModel:
    """One pulled model; `revision` is the commit that the hub resolved, `pulled_at` UTC in ISO 8601."""

    name: str
    repository: str
    revision: str
    role: Role
    family: Family
    licence: str
    commercial: bool
    pulled_at: str
    files: tuple[LockedFile, ...]


def read_lock(folder: Path) -> dict[str, LockedModel]:
    """What is pinned in `folder` by name, empty where there is no lock file; raises ModelStoreError if it is broken."""
    try:
        return read_lock_file(folder / FILE_NAME, remedy="pull its models again in an empty folder")
    except FileNotFoundError:
        return {}


def read_lock_file(path: Path, *, remedy: str) -> dict[str, LockedModel]:
    """What `path` pins, by name.

    Raises FileNotFoundError, and ModelStoreError with `remedy` if it is no lock file.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
        if document["version"] != _VERSION:
            raise ModelStoreError(f"{path} is of version {document['version']}; this newsbriefs reads {_VERSION}")
        return {name: _entry(name, entry) for name, entry in document["models"].items()}
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelStoreError(f"{path} can't be read ({error}); {remedy}") from error


def _entry(name: str, entry: Mapping[str, Any]) -> LockedModel:
    plain = {key: value for key, value in entry.items() if key != "files"}
    return LockedModel(name=name, files=tuple(LockedFile(**file) for file in entry["files"]), **plain)


def write_lock(folder: Path, models: Mapping[str, LockedModel]) -> None:
    """Replace the lock file at once, so that a reader never sees half of it."""
    entries = {name: asdict(model) for name, model in sorted(models.items())}
    for entry in entries.values():
        del entry["name"]
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{FILE_NAME}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"version": _VERSION, "models": entries}, file, indent=1, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(folder / FILE_NAME)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextmanager
def alone(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Let one process at a time change `folder`, which is made; a second one waits, and `say` tells so.

    Raises ModelStoreError if nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = (folder / ".lock").open("w")
    except OSError as error:
        raise ModelStoreError(
            f"{folder} can't be written ({error.strerror}); set NEWSBRIEFS_MODELS to a folder that can"
        ) from error
    with opened as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"another process works in {folder}; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
