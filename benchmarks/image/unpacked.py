"""What an image adds to its base, unpacked: new and changed files, by the disk they take."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BASE = "docker.io/library/python:3.11-slim-bookworm"
_BLOCK_BYTES = 4096


@contextmanager
def unpacked(image: str) -> Iterator[Path]:
    """The root of a new container of `image`, not running."""
    container = buildah("from", "--pull-never", image)
    try:
        yield Path(buildah("mount", container))
    finally:
        buildah("rm", container)


def buildah(*arguments: str) -> str:
    """What buildah prints for a command."""
    return subprocess.run(["buildah", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def megabytes_over(root: Path, base: Path) -> float:
    """Blocks of every file of `root` that `base` lacks or has otherwise; deleted ones count nothing."""
    total = 0
    for path in _files(root):
        found = path.lstat()
        try:
            known = (base / path.relative_to(root)).lstat()
            same = (known.st_size, known.st_mtime_ns) == (found.st_size, found.st_mtime_ns)
        except OSError:
            same = False
        if not same:
            total += -(-found.st_size // _BLOCK_BYTES) * _BLOCK_BYTES
    return total / 1e6


def _files(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        yield from (Path(folder, name) for name in names)
