"""What was worked out once, kept as bytes: in memory up to a bound, and on a shared store behind it."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from sys import getsizeof
from threading import Lock
from typing import Protocol

# What an OrderedDict takes for an entry beyond key and value: its node, and a share of its tables, which under churn
# stay larger than they need be (63 to 143 bytes, by tracemalloc on CPython 3.11, from 200 to 60,000 entries).
_ENTRY_BYTES = 150


@dataclass(frozen=True, slots=True)
class CacheCounts:
    """What one level of a cache did since it was made; `stored_bytes` is what it holds now, 0 where it can't know.

    `failures` counts the calls on which a shared store was lost or refused; each of them is also a miss, or a put that
    kept nothing.
    """

    hits: int = 0
    misses: int = 0
    stored_bytes: int = 0
    failures: int = 0


class Cache(Protocol):
    """Bytes under keys. What is kept is never wrong, for keys name everything it depends on; but it may go any time."""

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, or None; never raises."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, as far as there is room; never raises."""
        ...

    def drop(self, key: str) -> None:
        """Keep nothing under `key` any more; never raises."""
        ...

    def counts(self) -> Mapping[str, CacheCounts]:
        """The counts of each level by its name: `memory`, `shared`."""
        ...

    def problem(self) -> str | None:
        """What is wrong with it, for readiness; None where nothing is. The service works all the same."""
        ...

    def close(self) -> None:
        """Close its connections; safe to call twice."""
        ...


class MemoryCache:
    """In this process, bounded in bytes with keys and all; the least recently used gives way. Safe under threads."""

    def __init__(self, *, max_bytes: int) -> None:
        self._entries: OrderedDict[str, bytes] = OrderedDict()
        self._max_bytes = max_bytes
        self._stored_bytes = 0
        self._hits = self._misses = 0
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, or None."""
        with self._lock:
            value = self._entries.get(key)
            if value is None:
                self._misses += 1
                return None
            self._hits += 1
            self._entries.move_to_end(key)
            return value

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, unless it alone is over the bound."""
        size = _size(key, value)
        if size > self._max_bytes:
            self.drop(key)
            return
        with self._lock:
            self._forget(key)
            while self._stored_bytes + size > self._max_bytes:
                self._forget(next(iter(self._entries)))
            self._entries[key] = value
            self._stored_bytes += size

    def drop(self, key: str) -> None:
        """Keep nothing under `key` any more."""
        with self._lock:
            self._forget(key)

    def counts(self) -> Mapping[str, CacheCounts]:
        """The counts of the one level there is."""
        with self._lock:
            return {"memory": CacheCounts(self._hits, self._misses, self._stored_bytes)}

    def problem(self) -> str | None:
        """Memory is always there."""
        return None

    def close(self) -> None:
        """Nothing to close."""

    def _forget(self, key: str) -> None:
        value = self._entries.pop(key, None)
        if value is not None:
            self._stored_bytes -= _size(key, value)


class TieredCache:
    """Memory first, then what all processes share; what only the others had is copied into memory."""

    def __init__(self, memory: Cache, shared: Cache) -> None:
        self._memory = memory
        self._shared = shared

    def get(self, key: str) -> bytes | None:
        """What is kept under `key` in either, or None."""
        value = self._memory.get(key)
        if value is None:
            value = self._shared.get(key)
            if value is not None:
                self._memory.put(key, value)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key` in both."""
        self._memory.put(key, value)
        self._shared.put(key, value)

    def drop(self, key: str) -> None:
        """Keep nothing under `key` any more, in either."""
        self._memory.drop(key)
        self._shared.drop(key)

    def counts(self) -> Mapping[str, CacheCounts]:
        """The counts of both levels."""
        return {**self._memory.counts(), **self._shared.counts()}

    def problem(self) -> str | None:
        """What is wrong with either."""
        return self._memory.problem() or self._shared.problem()

    def close(self) -> None:
        """Close both."""
        self._memory.close()
        self._shared.close()


def _size(key: str, value: bytes) -> int:
    return getsizeof(key) + getsizeof(value) + _ENTRY_BYTES
