"""The folder of pulled models: `<folder>/<name>/` with the hub's files, and the lock file that pins them.

Nothing here calls out. What runs models asks `open_model` for a folder and hands it to `from_pretrained`, after
`offline_environment`.
"""

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from service.engines.models.catalogue import Model, Role
from service.engines.models.lock import LockedFile, LockedModel, alone, read_lock, write_lock
from service.errors import ModelMissing, ModelStoreError

OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A pulled model: the folder for `from_pretrained`, and what the lock file says of it."""

    folder: Path
    entry: LockedModel


@dataclass(frozen=True, slots=True)
class Flaw:
    """One file that is not as it was pulled."""

    model: str
    path: str
    problem: str


class ModelStore:
    """The models pulled into `folder`; it is made when the first one is pulled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.expanduser()

    def installed(self, *, role: Role | None = None) -> list[LockedModel]:
        """What is pinned, by name, of one role or of all."""
        entries = sorted(read_lock(self.folder).values(), key=lambda entry: entry.name)
        return [entry for entry in entries if role is None or entry.role == role]

    def open_model(self, name: str) -> InstalledModel:
        """The folder of a pulled model, with its lock entry; raises ModelMissing that names the command to run.

        Files are looked for by name and size; `verify` rehashes them.
        """
        entry = read_lock(self.folder).get(name)
        if entry is None:
            raise ModelMissing(f"model {name} is not in {self.folder}; run: newsbriefs models pull {name}")
        absent = next((file.path for file in entry.files if not self._lies(name, file)), None)
        if absent is not None:
            raise ModelMissing(
                f"model {name} in {self.folder} is incomplete: {absent} is missing or cut;"
                f" run: newsbriefs models pull {name}"
            )
        return InstalledModel(self.folder / name, entry)

    def derived_folder(self, entry: LockedModel, what: str) -> Path:
        """Where `what` is kept that is made out of a model, such as an int8 copy; not made here.

        Another revision has another folder, and `remove` takes them all along.
        """
        return self.folder / ".derived" / entry.name / entry.revision[:12] / what

    def verify(self, names: Iterable[str] = ()) -> Iterator[tuple[str, list[Flaw]]]:
        """Rehash every file of the named models, or of all; raises ModelStoreError for a name that is not pinned."""
        entries = read_lock(self.folder)
        wanted = list(names) or sorted(entries)
        for name in wanted:
            if name not in entries:
                raise ModelStoreError(f"model {name} is not pulled into {self.folder}")
        for name in wanted:
            yield name, self.flaws(name, entries[name].files)

    def flaws(self, name: str, files: Iterable[LockedFile]) -> list[Flaw]:
        """Those of `files` whose bytes do not lie in the folder of `name`; each is rehashed."""
        found = [(file, _problem(self.folder / name / file.path, file)) for file in files]
        return [Flaw(name, file.path, problem) for file, problem in found if problem]

    def remove(self, name: str, *, say: Callable[[str], None]) -> int:
        """Delete a model and what was made of it; the bytes that were freed. Raises ModelStoreError if it is absent."""
        if name not in read_lock(self.folder):
            raise ModelStoreError(f"model {name} is not pulled into {self.folder}")
        with self.alone(say):
            entries = read_lock(self.folder)
            entry = entries.pop(name, None)
            if entry is None:
                return 0
            write_lock(self.folder, entries)
            shutil.rmtree(self.folder / name, ignore_errors=True)
            self._forget_derived(name)
        return sum(file.size for file in entry.files)

    def adopt(self, model: Model, *, revision: str) -> LockedModel:
        """Pin the files that already lie in `<folder>/<name>/`, as they are: a model brought by hand."""
        files = hashed(self.folder / model.name)
        if not files:
            raise ModelStoreError(f"no files in {self.folder / model.name}; put the model's files there first")
        entry = locked(model, revision, files)
        with self.alone(lambda message: None):
            self.pin(entry)
        return entry

    def pin(self, entry: LockedModel) -> None:
        """Put `entry` into the lock file, for files that lie there already; the caller holds `alone`."""
        write_lock(self.folder, read_lock(self.folder) | {entry.name: entry})
        self._forget_derived(entry.name, but=entry)

    def install(self, staged: Path, entry: LockedModel) -> None:
        """Put a complete folder in place of the model's old one, and pin it; on failure the old one stays.

        The caller holds `alone`.
        """
        target, old = self.folder / entry.name, staged.with_name(f"{staged.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            target.rename(old)
        try:
            staged.rename(target)
            self.pin(entry)
        except BaseException:
            if target.exists():
                target.rename(staged)
            if old.exists():
                old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
        # Of the same commit too: it may have been made out of the bytes that were wrong.
        self._forget_derived(entry.name)

    def alone(self, say: Callable[[str], None]) -> AbstractContextManager[None]:
        """Hold the store against other processes, after waiting for them; it is made if it is not there."""
        return alone(self.folder, say)

    def _lies(self, name: str, file: LockedFile) -> bool:
        try:
            return (self.folder / name / file.path).stat().st_size == file.size
        except OSError:
            return False

    def _forget_derived(self, name: str, *, but: LockedModel | None = None) -> None:
        for folder in (self.folder / ".derived" / name).glob("*"):
            if but is None or folder.name != but.revision[:12]:
                shutil.rmtree(folder, ignore_errors=True)


def hashed(folder: Path, made_from: Mapping[str, str] | None = None) -> tuple[LockedFile, ...]:
    """Every file of `folder`, as it lies there; `made_from` tells by name what some were converted from."""
    lying = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    named = {path.relative_to(folder).as_posix(): path for path in lying}
    origins = made_from or {}
    return tuple(
        LockedFile(name, path.stat().st_size, sha256_of(path), origins.get(name)) for name, path in named.items()
    )


def locked(model: Model | LockedModel, revision: str, files: tuple[LockedFile, ...]) -> LockedModel:
    """The lock entry of `model`, pulled now."""
    return LockedModel(
        name=model.name,
        repository=model.repository,
        revision=revision,
        role=model.role,
        family=model.family,
        licence=model.licence,
        commercial=model.commercial,
        pulled_at=datetime.now(UTC).isoformat(timespec="seconds"),
        files=files,
    )


def offline_environment(environ: MutableMapping[str, str] = os.environ) -> None:
    """Forbid the model libraries every call to the hub; to be called before they are imported.

    They read these variables once, when they are imported. Where that is done already, the flags that were read are set
    too: `local_files_only` alone does not keep them from calling (transformers issue 45545).
    """
    environ.update(OFFLINE)
    constants = sys.modules.get("huggingface_hub.constants")
    if environ is os.environ and constants is not None:
        constants.HF_HUB_OFFLINE = constants.HF_HUB_DISABLE_TELEMETRY = True  # type: ignore[attr-defined]


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _problem(path: Path, file: LockedFile) -> str:
    if not path.is_file():
        return "is missing"
    size = path.stat().st_size
    if size != file.size:
        return f"has {size} bytes, {file.size} wanted"
    found = sha256_of(path)
    return "" if found == file.sha256 else f"has SHA-256 {found}, {file.sha256} wanted"
