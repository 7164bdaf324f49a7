"""A lock file that was brought from another store, read as what this one is to hold, and looked at with distrust.

Whoever chose the models made it, and it came here by way of a repository and people's editors.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from service.engines.models.catalogue import FAMILIES, ROLES
from service.engines.models.lock import FILE_NAME, LockedFile, LockedModel, read_lock_file
from service.errors import ModelStoreError

_REMEDY = "use the models.lock.json of a store, as newsbriefs wrote it"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_REPOSITORY = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*/)?[A-Za-z0-9][A-Za-z0-9._-]*")
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PICKLED = re.compile(r"pytorch_model[0-9a-z-]*\.bin")
_DIGEST = re.compile(r"[0-9a-f]{64}|[0-9a-f]{40}")
_NEVER_FETCHED = (".py", ".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt")


def read_pins(file: Path) -> dict[str, LockedModel]:
    """What `file` pins, by name, at least one model; raises ModelStoreError that names what is wrong with it."""
    try:
        pins = read_lock_file(file, remedy=_REMEDY)
    except FileNotFoundError as error:
        raise ModelStoreError(f"there is no file {file}; {_REMEDY}") from error
    if not pins:
        raise ModelStoreError(f"{file} pins no model; {_REMEDY}, or leave the step out where none is wanted")
    for name, pin in pins.items():
        wrong = next(_wrong(pin), None)
        if wrong is not None:
            raise ModelStoreError(f"{file} pins model {name!r} with {wrong}; {_REMEDY}")
    return pins


def refuse_what_no_hub_has(pin: LockedModel, file: Path) -> None:
    """Raise ModelStoreError unless `pin` names a repository, a commit, and only files that are ever fetched."""
    if not _REPOSITORY.fullmatch(pin.repository) or not _COMMIT.fullmatch(pin.revision):
        raise ModelStoreError(
            f"{pin.name} can't be fetched: {file} pins {pin.repository!r} at {pin.revision!r}, which is no commit of a"
            " hub's repository; bring its files to the store by hand"
        )
    for path in (pinned.path for pinned in pin.files):
        if path.endswith(_NEVER_FETCHED):
            raise ModelStoreError(
                f"{pin.name} can't be fetched: {file} pins {path}, and code and pickled weights are never fetched;"
                " bring its files to the store by hand"
            )


def origin_hashes(pin: LockedModel, file: Path) -> dict[str, str]:
    """The pickled files that files of `pin` were converted from, each with its SHA-256, or SHA-1 as a git blob.

    Empty where there are none; raises ModelStoreError for a `made_from` that names none.
    """
    origins = sorted({pinned.made_from for pinned in pin.files if pinned.made_from})
    if not origins:
        return {}
    named = [one.partition(" ") for one in origins[0].split(", ")]
    known = all(_PICKLED.fullmatch(name) and _DIGEST.fullmatch(digest) for name, _, digest in named)
    if len(origins) > 1 or not known or named != sorted(named):
        told = "; ".join(origins)
        raise ModelStoreError(f"{file} pins model {pin.name!r} with made_from {told!r}, no pickled weights; {_REMEDY}")
    return {name: digest for name, _, digest in named}


def _wrong(pin: LockedModel) -> Iterator[str]:
    if not _NAME.fullmatch(pin.name) or pin.name == FILE_NAME:
        yield "a name that no folder may have"
    if not all(isinstance(text, str) and text for text in (pin.repository, pin.revision, pin.licence)):
        yield "no repository, revision or licence"
    if not isinstance(pin.commercial, bool):
        yield f"commercial {pin.commercial!r}, neither true nor false"
    if pin.role not in ROLES or pin.family not in FAMILIES:
        yield f"role {pin.role!r} and family {pin.family!r}, which this newsbriefs does not know"
    if not pin.files:
        yield "no files"
    if len({pinned.path for pinned in pin.files}) < len(pin.files):
        yield "a file twice"
    for pinned in pin.files:
        yield from _wrong_in(pinned)


def _wrong_in(pinned: LockedFile) -> Iterator[str]:
    path = PurePosixPath(str(pinned.path))
    if path.as_posix() != pinned.path or path.is_absolute() or not path.name or ".." in path.parts or "\0" in path.name:
        yield f"a file {pinned.path!r}, which does not lie in the model's folder"
    if not isinstance(pinned.sha256, str) or not _SHA256.fullmatch(pinned.sha256):
        yield f"SHA-256 {pinned.sha256!r} of {pinned.path}, which is none"
    if isinstance(pinned.size, bool) or not isinstance(pinned.size, int) or pinned.size < 0:
        yield f"size {pinned.size!r} of {pinned.path}, which is none"
    if not isinstance(pinned.made_from, str | None):
        yield f"made_from {pinned.made_from!r} of {pinned.path}, which is no text"
