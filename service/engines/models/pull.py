"""Pulling a model: what is needed of it is fetched, checked against the hub's hashes, put in place, and pinned.

Everything is staged in `<store>/.partial/<name>/<commit>` and only a complete model is moved to `<store>/<name>`, so
that a pull that is cut leaves the store as it was, and the next one goes on from there.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from service.engines.models.catalogue import Model
from service.engines.models.convert import convert
from service.engines.models.hub import Hub, RemoteModel
from service.engines.models.lock import LockedModel, read_lock
from service.engines.models.selection import RemoteFile, Selection, select
from service.engines.models.store import ModelStore, hashed, locked, sha256_of
from service.errors import ModelMissing, ModelStoreError

Say = Callable[[str], None]
_SPARE = 1.05
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Plan:
    """A model, the commit to pull, what to fetch of it, where it is staged, and what to do if a file is wrong."""

    model: Model | LockedModel
    remote: RemoteModel
    selection: Selection
    staging: Path
    remedy: str = "run the command again"

    def bytes_needed(self) -> int:
        """What is still to be written: the files that are not staged, and a second copy of what is converted."""
        return sum(file.size - _staged_bytes(self.staging, file) for file in self.selection.files) + sum(
            file.size for file in self.selection.pickled
        )


def pull(
    store: ModelStore,
    models: Sequence[Model],
    *,
    hub: Hub,
    say: Say,
    revision: str = "main",
    allow_non_commercial: bool = False,
) -> list[LockedModel]:
    """Pull `models` into `store`, one after the other; raises ModelStoreError, with those before it in place.

    Nothing is fetched unless all of them may be used and fit on the disk.
    """
    for model in models:
        refuse_non_commercial(model, model.licence, model.commercial or allow_non_commercial)
    with store.alone(say):
        plans = [_plan(store, model, hub, revision, allow_non_commercial, say) for model in models]
        wanted = [plan for plan in plans if not _whole(store, plan)]
        refuse_small_disk(store.folder, wanted)
        return [_pulled(store, plan, hub, say) if plan in wanted else _kept(store, plan, say) for plan in plans]


def refuse_non_commercial(model: Model | LockedModel, licence: str, allowed: bool) -> None:
    """Raise ModelStoreError unless `allowed`."""
    if not allowed:
        raise ModelStoreError(
            f"{model.name} is not licensed for commercial use (licence: {licence}); if yours is not commercial, or you"
            " hold another licence, add --allow-non-commercial"
        )


def _plan(store: ModelStore, model: Model, hub: Hub, revision: str, allow_non_commercial: bool, say: Say) -> Plan:
    remote = described(model, hub, revision, allow_non_commercial, say)
    return Plan(model, remote, select(model.repository, remote.files), staging_of(store, remote, model.name))


def described(
    model: Model | LockedModel, hub: Hub, revision: str, allow: bool, say: Say, known_by: str = "the catalogue"
) -> RemoteModel:
    """What the hub has of `model`; raises ModelStoreError if its card now names a licence that must be allowed."""
    remote = hub.describe(model.repository, revision)
    if remote.licence and remote.licence != model.licence.lower():
        refuse_non_commercial(model, remote.licence, allow or "-nc" not in remote.licence)
        say(f"{model.name}: its card names the licence {remote.licence}, {known_by} {model.licence}")
    return remote


def staging_of(store: ModelStore, remote: RemoteModel, name: str) -> Path:
    """Where the files of model `name` are brought together before they are put in place."""
    return store.folder / ".partial" / name / remote.revision


def _whole(store: ModelStore, plan: Plan) -> bool:
    try:
        return store.open_model(plan.model.name).entry.revision == plan.remote.revision
    except ModelMissing:
        return False


def _kept(store: ModelStore, plan: Plan, say: Say) -> LockedModel:
    say(f"{plan.model.name}: already there, revision {plan.remote.revision[:12]}")
    return read_lock(store.folder)[plan.model.name]


def refuse_small_disk(folder: Path, plans: Sequence[Plan]) -> None:
    """Raise ModelStoreError if what `plans` still need, and a twentieth more, does not fit into `folder`."""
    needed = int(sum(plan.bytes_needed() for plan in plans) * _SPARE)
    free = shutil.disk_usage(folder).free
    if needed > free:
        names = ", ".join(plan.model.name for plan in plans)
        raise ModelStoreError(
            f"{names}: {needed:,} bytes are needed and {free:,} are free in {folder};"
            " free some, or set NEWSBRIEFS_MODELS to a folder on a larger disk"
        )


def _pulled(store: ModelStore, plan: Plan, hub: Hub, say: Say) -> LockedModel:
    fetch(store, plan, hub, say)
    return install(store, plan, say)


def fetch(store: ModelStore, plan: Plan, hub: Hub, say: Say) -> None:
    """Stage every file of `plan`, and nothing else, each with the right hash; raises ModelStoreError."""
    name, commit, size = plan.model.name, plan.remote.revision[:12], plan.selection.size
    say(f"{name}: pulling {plan.model.repository} at {commit}, {size:,} bytes")
    _forget_others(plan)
    for file in plan.selection.files:
        _bring(store, plan, file, hub)


def install(store: ModelStore, plan: Plan, say: Say) -> LockedModel:
    """Convert what was fetched if it must be, put it in place and pin it; raises ModelStoreError."""
    staged = plan.staging / "model"
    made_from = _converted(plan, staged, say) if plan.selection.pickled else {}
    files = hashed(staged, made_from)
    entry = locked(plan.model, plan.remote.revision, files)
    store.install(staged, entry)
    shutil.rmtree(plan.staging.parent, ignore_errors=True)
    say(f"{plan.model.name}: done, {len(files)} files, licence {plan.model.licence}")
    return entry


def _forget_others(plan: Plan) -> None:
    """Delete what is staged of other commits, and of this one what an earlier try chose and this one does not."""
    for other in plan.staging.parent.glob("*"):
        if other != plan.staging:
            shutil.rmtree(other, ignore_errors=True)
    staged = plan.staging / "model"
    staged.mkdir(parents=True, exist_ok=True)
    chosen = {staged / file.path for file in plan.selection.files}
    for path in [path for path in staged.rglob("*") if path.is_file() and path not in chosen]:
        path.unlink()


def _bring(store: ModelStore, plan: Plan, file: RemoteFile, hub: Hub) -> None:
    """Stage one file: from an earlier try, from the installed model where it is the same, or from the hub."""
    staged = plan.staging / "model" / file.path
    staged.parent.mkdir(parents=True, exist_ok=True)
    if staged.exists() and not _mismatch(staged, file):
        return
    staged.unlink(missing_ok=True)
    present = store.folder / plan.model.name / file.path
    if present.is_file() and present.stat().st_size == file.size and not _mismatch(present, file):
        _link(present, staged)
        return
    partial = _partial(plan.staging, file)
    hub.fetch(plan.remote, file, partial)
    wrong = _mismatch(partial, file)
    if wrong:
        partial.unlink()
        raise ModelStoreError(
            f"{plan.model.name}: {file.path} of {plan.model.repository} {wrong}; it was deleted, {plan.remedy}"
        )
    partial.rename(staged)


def _link(present: Path, staged: Path) -> None:
    try:
        os.link(present, staged)
    except OSError:
        shutil.copyfile(present, staged)


def _partial(staging: Path, file: RemoteFile) -> Path:
    return staging / f"{quote(file.path, safe='')}.incomplete"


def _staged_bytes(staging: Path, file: RemoteFile) -> int:
    for path in (staging / "model" / file.path, _partial(staging, file)):
        if path.is_file():
            return min(path.stat().st_size, file.size)
    return 0


def _mismatch(path: Path, file: RemoteFile) -> str:
    """What is wrong with `path`, empty if it is what the hub says: LFS files by SHA-256, others as a git blob."""
    if file.sha256:
        kind, wanted, found = "SHA-256", file.sha256, sha256_of(path)
    elif file.git_sha1:
        kind, wanted, found = "git SHA-1", file.git_sha1, _git_blob_sha1(path)
    else:
        return "comes without a hash to check it by"
    return "" if found == wanted else f"has the wrong {kind}: wanted {wanted}, got {found}"


def _git_blob_sha1(path: Path) -> str:
    digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _converted(plan: Plan, folder: Path, say: Say) -> dict[str, str]:
    """Where each converted file comes from, by its name."""
    weights = [file for file in plan.selection.pickled if file.path.endswith(".bin")]
    origin = origin_of(weights)
    say(f"{plan.model.name}: converting pickled weights to safetensors (loaded with weights_only, no code runs)")
    return dict.fromkeys(convert(folder, [file.path for file in plan.selection.pickled]), origin)


def origin_of(weights: Sequence[RemoteFile]) -> str:
    """How the lock file names the pickled files that others were converted from: each with its hash."""
    return ", ".join(f"{file.path} {file.sha256 or file.git_sha1}" for file in weights)
