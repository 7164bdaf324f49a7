"""Pulling by a lock: the store is made to hold what the lock file of another store pins, byte for byte.

What is there already is rehashed and neither fetched nor asked for, so that a restart needs no hub, and nothing is
written. The way of what is lacking is that of `pull`, but for the hashes: those of the lock file count, not the hub's.

Weights that were converted from pickled ones are held by the hash of the pickled file, which the lock file names: the
safetensors that are written here may differ from those written there, by another transformers. They are pinned in this
store as they were written.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from service.engines.models.hub import Hub, RemoteModel
from service.engines.models.lock import FILE_NAME, LockedFile, LockedModel, read_lock
from service.engines.models.pins import origin_hashes, read_pins, refuse_what_no_hub_has
from service.engines.models.pull import (
    Plan,
    Say,
    described,
    fetch,
    install,
    refuse_non_commercial,
    refuse_small_disk,
    staging_of,
)
from service.engines.models.selection import PICKLED, PICKLED_INDEX, RemoteFile, Selection
from service.engines.models.store import Flaw, ModelStore
from service.errors import ModelStoreError


@dataclass(frozen=True, slots=True)
class Comparison:
    """A pinned model beside what the store has of it.

    `held` is what the store is to pin: the lock file's entry, with the converted files as they were written here.
    `flaws` are files whose bytes are not those; `is_pinned` tells whether the store's own lock file says `held`.
    """

    pin: LockedModel
    held: LockedModel
    flaws: tuple[Flaw, ...]
    is_pinned: bool

    @property
    def sound(self) -> bool:
        """Whether nothing is left to do."""
        return self.is_pinned and not self.flaws


def pull_locked(
    store: ModelStore,
    file: Path,
    *,
    hub: Callable[[], Hub],
    say: Say,
    allow_non_commercial: bool = False,
    keep: bool = False,
) -> None:
    """Make `store` hold what `file` pins, and leave models alone that it does not name; raises ModelStoreError.

    With `keep` a model that the store has at another commit is refused, and nothing of it or the others is replaced:
    whoever shares the store may be serving it. `hub` is called only if something is to be fetched. No model is replaced
    before every file of all is fetched and has the pinned hash; what can still fail then is the conversion of pickled
    weights, and the disk.
    """
    pins = read_pins(file)
    for pin in pins.values():
        refuse_non_commercial(pin, pin.licence, pin.commercial or allow_non_commercial)
    tell_unnamed(store, pins, file, say)
    lacking = _lacking(store, pins.values(), say)
    if lacking:
        _tell_lacking(store, lacking, say)
        with store.alone(say):
            # Another pull may have brought them while this one waited.
            lacking = _lacking(store, [found.pin for found in lacking], say)
            if keep:
                _refuse_other_commits(store, [found.pin for found in lacking], file)
            _mend(store, lacking, file, hub, say, allow_non_commercial)
    say(f"{store.folder} holds the models that {file} pins: {', '.join(pins)}")


def compare(store: ModelStore, pin: LockedModel) -> Comparison:
    """Rehash what the store has of `pin`; a file in its folder that is not pinned is a flaw too."""
    has = read_lock(store.folder).get(pin.name)
    held = replace(pin, files=_expected(pin, has), pulled_at=has.pulled_at if has else pin.pulled_at)
    flaws = (*store.flaws(pin.name, held.files), *_unpinned(store.folder / pin.name, held))
    return Comparison(pin, held, flaws, has is not None and _in_order(has) == held)


def verify_locked(store: ModelStore, file: Path, say: Say) -> Iterator[tuple[str, list[Flaw]]]:
    """Compare every model that `file` pins with the store, one after the other; raises ModelStoreError."""
    pins = read_pins(file)
    tell_unnamed(store, pins, file, say)
    for pin in pins.values():
        found = compare(store, pin)
        told = converted_otherwise(found.held, pin)
        if told and found.sound:
            say(f"{pin.name}{told}")
        odd = [] if found.is_pinned else [Flaw(pin.name, FILE_NAME, f"does not say of it what {file} says")]
        yield pin.name, [*found.flaws, *odd]


def tell_unnamed(store: ModelStore, pins: Iterable[str], file: Path, say: Say) -> None:
    """Say which models of the store `file` does not name."""
    for name in sorted(set(read_lock(store.folder)) - set(pins)):
        say(f"{name}: {file} does not name it; left as it is (newsbriefs models rm {name} removes it)")


def _expected(pin: LockedModel, has: LockedModel | None) -> tuple[LockedFile, ...]:
    """The files of `pin`; those converted from the same pickled files as the store's are as the store pins them."""
    files = pin.files
    if has is not None and _origins(has) == _origins(pin):
        files = (*_fetched(pin), *(file for file in has.files if file.made_from))
    return tuple(sorted(files, key=lambda file: file.path))


def _origins(entry: LockedModel) -> set[str]:
    return {file.made_from for file in entry.files if file.made_from}


def _fetched(entry: LockedModel) -> list[LockedFile]:
    return [file for file in entry.files if not file.made_from]


def _in_order(entry: LockedModel) -> LockedModel:
    return replace(entry, files=tuple(sorted(entry.files, key=lambda file: file.path)))


def _unpinned(folder: Path, held: LockedModel) -> list[Flaw]:
    lying = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pinned = {file.path for file in held.files}
    return [Flaw(held.name, path, "is not pinned") for path in lying if path not in pinned]


def _lacking(store: ModelStore, pins: Iterable[LockedModel], say: Say) -> list[Comparison]:
    lacking = []
    for pin in pins:
        found = compare(store, pin)
        if found.sound:
            told = f"already there, revision {pin.revision[:12]}, every file rehashed"
            say(f"{pin.name}: {told}{converted_otherwise(found.held, pin)}")
            continue
        lacking.append(found)
    return lacking


def _refuse_other_commits(store: ModelStore, pins: Sequence[LockedModel], file: Path) -> None:
    has = read_lock(store.folder)
    for pin in pins:
        if pin.name in has and has[pin.name].revision != pin.revision:
            raise ModelStoreError(
                f"{pin.name}: {store.folder} has it at {has[pin.name].revision[:12]}, {file} pins"
                f" {pin.revision[:12]}, and --keep was given, for others may be serving the first: pull the new set"
                " into a folder of its own (in the cluster, another MODEL_SET), or leave --keep out to replace it"
            )


def _tell_lacking(store: ModelStore, lacking: Sequence[Comparison], say: Say) -> None:
    for found in lacking:
        name, flaws = found.pin.name, found.flaws
        there = (store.folder / name).exists()
        for line in [f"{flaw.path} {flaw.problem}" for flaw in flaws] if there else ["not there"]:
            say(f"{name}: {line}")


def converted_otherwise(held: LockedModel, pin: LockedModel) -> str:
    """What is to be told of converted files that are not the bytes that were pinned; empty if they are."""
    if {(file.path, file.sha256) for file in held.files} == {(file.path, file.sha256) for file in pin.files}:
        return ""
    return f"; its weights were converted here, to other bytes than pinned, from {' and '.join(sorted(_origins(pin)))}"


def _mend(
    store: ModelStore, lacking: Sequence[Comparison], file: Path, hub: Callable[[], Hub], say: Say, allow: bool
) -> None:
    broken = [found.pin for found in lacking if found.flaws]
    for pin in broken:
        refuse_what_no_hub_has(pin, file)
    if broken:
        _pull(store, broken, file, hub(), say, allow)
    for found in lacking:
        if not found.flaws:
            store.pin(replace(found.held, pulled_at=datetime.now(UTC).isoformat(timespec="seconds")))
            told = converted_otherwise(found.held, found.pin)
            say(f"{found.pin.name}: already there, every file rehashed, now pinned as {file} says{told}")


def _pull(store: ModelStore, pins: Sequence[LockedModel], file: Path, hub: Hub, say: Say, allow: bool) -> None:
    """Fetch all before the first is put in place, so that a wrong hash leaves every model as it was."""
    plans = [_plan(store, pin, file, hub, say, allow) for pin in pins]
    refuse_small_disk(store.folder, plans)
    for plan in plans:
        fetch(store, plan, hub, say)
    for plan, pin in zip(plans, pins, strict=True):
        told = converted_otherwise(install(store, plan, say), pin)
        if told:
            say(f"{pin.name}{told}")


def _plan(store: ModelStore, pin: LockedModel, file: Path, hub: Hub, say: Say, allow: bool) -> Plan:
    remote = described(pin, hub, pin.revision, allow, say, known_by=str(file))
    if remote.revision != pin.revision:
        raise ModelStoreError(
            f"{pin.name}: {hub.endpoint} gives {remote.revision} of {pin.repository} for the commit {pin.revision};"
            " set HF_ENDPOINT to a hub that keeps commits"
        )
    remedy = (
        f"run the command again; if it stays so, {hub.endpoint} or something on the way gives other bytes than"
        f" {file} pins: see which of the two is right. The store is as it was"
    )
    offered = {one.path: one for one in remote.files}
    small = [_as_pinned(pin, remote, offered, one.path, one.sha256, remedy) for one in _fetched(pin)]
    pickled = _pickled(pin, remote, offered, file, remedy)
    return Plan(pin, remote, Selection((*small, *pickled), pickled), staging_of(store, remote, pin.name), remedy)


def _pickled(
    pin: LockedModel, remote: RemoteModel, offered: dict[str, RemoteFile], file: Path, remedy: str
) -> tuple[RemoteFile, ...]:
    hashes = origin_hashes(pin, file)
    weights = [_as_pinned(pin, remote, offered, path, digest, remedy) for path, digest in sorted(hashes.items())]
    index = [offered[PICKLED_INDEX]] if hashes and PICKLED not in hashes and PICKLED_INDEX in offered else []
    return (*index, *weights)


def _as_pinned(
    pin: LockedModel, remote: RemoteModel, offered: dict[str, RemoteFile], path: str, digest: str, remedy: str
) -> RemoteFile:
    """The hub's file, to be checked by the pinned hash; raises ModelStoreError if the hub itself names another."""
    found = offered.get(path)
    if found is None:
        raise ModelStoreError(
            f"{pin.name}: {pin.repository} has no file {path} at {remote.revision}, hash {digest} wanted; {remedy}"
        )
    if len(digest) == 40:
        return replace(found, sha256=None, git_sha1=digest)
    if found.sha256 not in (None, digest):
        raise ModelStoreError(
            f"{pin.name}: {path} of {pin.repository} has the wrong SHA-256: wanted {digest}, the hub names"
            f" {found.sha256}; {remedy}"
        )
    return replace(found, sha256=digest)
