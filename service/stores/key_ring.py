"""The keys as a serving process sees them: the file is looked at again within a second of any change."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import structlog

from service.errors import ConfigError, StoreUnavailable
from service.stores.keys import Found, Key, find, load

log = structlog.get_logger(__name__)

_LOOK_SECONDS = 1.0

# (modified in nanoseconds, inode, device, size); None: there is no file.
Signature = tuple[int, int, int, int] | None


class KeyRing:
    """Finds keys; reads the file only, so it may be a mounted Secret whose link is swapped.

    A file that is missing holds no keys. One that can't be read or understood leaves the last good state in force,
    is logged once for each state it is in, and told by `problem`.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._path = path
        self._clock = clock
        self._now = now
        self._lock = Lock()
        self._looked = float("-inf")
        self._seen: Signature | str = "never looked"
        self._keys: dict[str, Key] | None = None
        self._problem: str | None = None

    def find(self, sent: str) -> Found:
        """What a sent key is; raises StoreUnavailable where the file could not be read even once."""
        self._look()
        keys = self._keys
        if keys is None:
            raise StoreUnavailable("the keys can't be read just now, so none can be checked; GET /readyz says more")
        return find(sent, keys, now=self._now())

    def problem(self) -> str | None:
        """What is wrong with the file, without its path; None where nothing is."""
        self._look()
        return self._problem

    def usable(self) -> bool:
        """Whether keys can be judged: the file was read at least once, or is not there."""
        self._look()
        return self._keys is not None

    def living(self) -> int:
        """How many keys may be used now."""
        self._look()
        return sum(key.state(self._now()) == "living" for key in (self._keys or {}).values())

    def _look(self) -> None:
        """Look at the file if a second has passed; while one thread does, others go on with what is known."""
        if self._clock() - self._looked < _LOOK_SECONDS:
            return
        if not self._lock.acquire(blocking=self._keys is None):
            return
        try:
            if self._clock() - self._looked >= _LOOK_SECONDS:
                self._refresh()
                self._looked = self._clock()
        finally:
            self._lock.release()

    def _refresh(self) -> None:
        try:
            signature = _signature(os.stat(self._path))
        except FileNotFoundError:
            self._take(None, {})
        except OSError as error:
            self._fail(type(error).__name__, f"the file of keys can't be looked at ({type(error).__name__})")
        else:
            if signature != self._seen:
                self._read()

    def _read(self) -> None:
        signature: Signature = None
        try:
            with self._path.open(encoding="utf-8") as file:
                # Of the open file, not of the name: it may lead to another by now.
                signature = _signature(os.fstat(file.fileno()))
                self._take(signature, {key.id: key for key in load(file.read())})
        except FileNotFoundError:
            self._take(None, {})
        except ConfigError as error:
            self._fail(signature, str(error))
        except (OSError, UnicodeDecodeError) as error:
            # Who may read a file can change without a trace in its signature, so this is tried again.
            self._fail(type(error).__name__, f"the file of keys can't be read ({type(error).__name__})")

    def _take(self, signature: Signature, keys: dict[str, Key]) -> None:
        if self._seen != signature or self._problem is not None:
            log.info("keys_read", keys=len(keys), missing=signature is None)
        self._seen, self._keys, self._problem = signature, keys, None

    def _fail(self, seen: Signature | str, problem: str) -> None:
        if self._problem != problem:
            log.error("keys_unreadable", problem=problem, path=str(self._path), kept=len(self._keys or {}))
        self._seen, self._problem = seen, problem


def _signature(status: os.stat_result) -> Signature:
    return (status.st_mtime_ns, status.st_ino, status.st_dev, status.st_size)
