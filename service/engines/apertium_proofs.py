"""Which pairs passed their self-test on this machine, remembered between starts."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

FILE_NAME = "apertium-self-tests.json"


class Proofs:
    """Passed self-tests by the fingerprint of what was tested; a change in any file of a pipeline voids its proof.

    `folder` is made when there is something to keep. Where it can't be written, nothing is remembered and the
    next start tests again.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._passed = _read(self._path)

    def holds(self, name: str, stages: Sequence[Sequence[str]]) -> bool:
        """Whether the mode called `name` passed as it is installed now."""
        return self._passed.get(name) == fingerprint(stages)

    def keep(self, passed: Mapping[str, Sequence[Sequence[str]]], failed: Iterable[str]) -> None:
        """Remember what passed, forget what failed."""
        gone = set(failed)
        kept = {name: digest for name, digest in self._passed.items() if name not in gone}
        kept |= {name: fingerprint(stages) for name, stages in passed.items()}
        if kept != self._passed:
            self._passed = kept
            with suppress(OSError):
                _write(self._path, kept)


def fingerprint(stages: Sequence[Sequence[str]]) -> str:
    """A digest of every program and data file of a pipeline, by path, size and time of change."""
    paths = [shutil.which(stage[0]) or stage[0] for stage in stages]
    paths += [argument for stage in stages for argument in stage[1:] if argument.startswith("/")]
    facts = []
    for path in paths:
        with suppress(OSError):
            found = os.stat(path)
            facts.append((path, found.st_size, found.st_mtime_ns))
    return hashlib.sha256(repr((stages, facts)).encode()).hexdigest()[:16]


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _write(path: Path, kept: Mapping[str, str]) -> None:
    """Replace the file at once, so that two services that start together never read half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=FILE_NAME)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(dict(sorted(kept.items())), file, indent=1)
    os.replace(temporary, path)
