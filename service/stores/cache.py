"""Finished answers, kept in memory up to a bound in bytes."""

from threading import Lock
from typing import Protocol

from cachetools import LRUCache


class AnswerCache(Protocol):
    """Where finished answers are kept under the id of their request."""

    def get(self, key: str) -> bytes | None:
        """The answer kept under `key`, or None."""
        ...

    def put(self, key: str, answer: bytes) -> None:
        """Keep `answer` under `key`; what does not fit is not kept."""
        ...


class MemoryCache:
    """The least recently used answers give way; safe under threads."""

    def __init__(self, *, max_bytes: int) -> None:
        self._entries: LRUCache[str, bytes] = LRUCache(maxsize=max_bytes, getsizeof=len)
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """The answer kept under `key`, or None."""
        with self._lock:
            return self._entries.get(key)

    def put(self, key: str, answer: bytes) -> None:
        """Keep `answer` under `key`, unless it alone is over the bound."""
        with self._lock:
            if len(answer) <= self._entries.maxsize:
                self._entries[key] = answer
