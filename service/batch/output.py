"""The file of results: locked for one process, appended line by line, and taken up again where a run was cut."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from service.batch.records import BatchBroken, BatchRefused, Kept, kept

_SYNC_SECONDS = 1.0
_ROW = 9
_DONE = 1


class Ledger:
    """Which lines are finished, in nine bytes a line: whether at all, and the beginning of the input's hash."""

    def __init__(self) -> None:
        self._rows = bytearray()

    def put(self, number: int, digest: str) -> None:
        """Note a finished line; raises BatchRefused where it was finished before."""
        end = number * _ROW
        if len(self._rows) < end:
            self._rows.extend(bytes(end - len(self._rows)))
        if self._rows[end - _ROW]:
            raise BatchRefused(f"it has two results for line {number}")
        self._rows[end - _ROW : end] = bytes([_DONE]) + bytes.fromhex(digest[:16])

    def has(self, number: int, digest: str) -> bool:
        """Whether the line is finished; raises BatchRefused where another text stood there then."""
        end = number * _ROW
        row = self._rows[end - _ROW : end]
        if not row or not row[0]:
            return False
        if row[1:] != bytes.fromhex(digest[:16]):
            raise BatchRefused(f"line {number} of the input is not the one it has a result for")
        return True


class Output:
    """The open file; `finished` is what it held when it was opened, `cut` how many torn bytes were taken off it."""

    def __init__(self, path: Path, *, options: str, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self.options = options
        self.finished = Ledger()
        self.done = self.failed = self.cut = 0
        self._clock = clock
        self._file = _locked(path)
        self._synced_at = clock()
        self._unsynced = False

    def begin(self, *, lines: int, again: bool, retry_failed: bool) -> None:
        """Take up what is there; raises BatchRefused where it does not belong to this input and these options."""
        try:
            self._check_ours()
            if again:
                self._file.truncate(0)
            elif retry_failed:
                self._drop_passing()
            self._take_up(lines)
        except BatchRefused as error:
            self._file.close()
            raise BatchRefused(f"{self.path}: {error}; choose another OUT, or start anew with --again") from error

    def write(self, line: bytes) -> None:
        """Append one line, whole or not at all; it is on the disk within about a second."""
        size = self._file.tell()
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            # Where even that fails, the next run cuts the torn line off.
            with suppress(OSError):
                self._file.truncate(size)
                self._file.seek(size)
            raise BatchBroken(
                f"{self.path} can't be written: {error.strerror}; mend that, and run the same command again"
            ) from error
        self._unsynced = True
        self.tick()

    def tick(self) -> None:
        """Bring to the disk what has waited for a second."""
        if self._unsynced and self._clock() - self._synced_at >= _SYNC_SECONDS:
            self._sync()

    def close(self) -> None:
        """Bring everything to the disk, and let the file go."""
        if not self._file.closed:
            self._sync()
            self._file.close()

    def _sync(self) -> None:
        os.fsync(self._file.fileno())
        self._synced_at = self._clock()
        self._unsynced = False

    def _check_ours(self) -> None:
        """Whatever was asked for: a file that no batch wrote is never written to."""
        found = next(self._lines(), None)
        if found is not None and found[1].endswith(b"\n") and found[2] is None:
            raise BatchRefused("it holds something else than results of a batch")

    def _take_up(self, lines: int) -> None:
        end, size = 0, os.fstat(self._file.fileno()).st_size
        for start, line, found in self._lines():
            if found is None and start + len(line) < size and b"\0" not in line:
                # A kill tears the last line, a loss of power leaves zeros; anything else was written by somebody else.
                raise BatchRefused(f"what stands at byte {start} is no result of a batch")
            if found is None:
                break
            self._check_options(found)
            if found.number > lines:
                raise BatchRefused(f"it has a result for line {found.number}, and the input has {lines} lines")
            self.finished.put(found.number, found.digest)
            self.done += found.status == "done"
            self.failed += found.status == "failed"
            end = start + len(line)
        self.cut = size - end
        self._file.truncate(end)
        self._file.seek(end)

    def _check_options(self, found: Kept) -> None:
        if found.options != self.options:
            raise BatchRefused(f"line {found.number} was done with other options than those given now")

    def _lines(self) -> Iterator[tuple[int, bytes, Kept | None]]:
        """Start, bytes and meaning of every line; one without its end means nothing."""
        start = 0
        with self.path.open("rb") as file:
            for line in file:
                yield start, line, kept(line) if line.endswith(b"\n") else None
                start += len(line)

    def _drop_passing(self) -> None:
        """Leave out what failed for a reason that may pass: a copy without it takes the place of the file."""
        partial = self.path.with_name(self.path.name + ".partial")
        copy = partial.open("w+b", buffering=0)
        fcntl.flock(copy, fcntl.LOCK_EX)
        for _, line, found in self._lines():
            if found is None or not found.passing:
                copy.write(line)
        os.fsync(copy.fileno())
        partial.replace(self.path)
        _sync_folder(self.path.parent)
        self._file.close()
        self._file = copy


def _locked(path: Path) -> BinaryIO:
    """The file, open for this process alone."""
    try:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666), "r+b", buffering=0)
    except OSError as error:
        raise BatchRefused(f"{path} can't be opened: {error.strerror}; choose another OUT") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Between opening and locking, another run may have put a new file in its place.
        same = os.fstat(file.fileno()).st_ino == path.stat().st_ino
    except (BlockingIOError, FileNotFoundError):
        same = False
    if not same:
        file.close()
        raise BatchRefused(f"{path} is being written by another run; wait for it, or choose another OUT")
    return file


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
