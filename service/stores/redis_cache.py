"""The cache that replicas share, on Redis or Valkey: its loss makes the service slower, and nothing else."""

import zlib
from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar

import structlog
from redis import Redis
from redis.exceptions import RedisError, ResponseError

from service.errors import StoreUnavailable
from service.stores.cache import CacheCounts
from service.stores.redis_link import Breaker, RedisLink, told

log = structlog.get_logger(__name__)

PREFIX = "newsbriefs:cache:"
# The first byte says how the rest is written.
_PLAIN, _DEFLATED = b"p", b"z"
_DEFLATED_FROM_BYTES = 1024
# Level 1 brings the 213 KB of a long article's understanding to 31 KB in 1.5 ms, level 6 to 24 KB in 3.8 ms.
_LEVEL = 1

Result = TypeVar("Result")


class RedisCache:
    """Bytes on a shared server, which forgets them after `keep_seconds`; never raises.

    A server that refuses to write (full, a read-only replica) is still read, and its writes are left out for some
    seconds each time; `link` does the same for a server that does not answer at all.
    """

    def __init__(
        self, link: RedisLink, *, keep_seconds: int, prefix: str = PREFIX, breaker: Callable[[], Breaker] = Breaker
    ) -> None:
        self._link = link
        self._keep_seconds = keep_seconds
        self._prefix = prefix
        self._refusals = {"read": breaker(), "write": breaker()}
        self._hits = self._misses = self._failures = 0
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, or None, also where the server can't be asked."""
        value = _unpacked(self._ask("read", lambda client: client.get(self._prefix + key)))
        with self._lock:
            self._hits += value is not None
            self._misses += value is None
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key` for its time, where the server takes it."""
        packed = _packed(value)
        self._ask("write", lambda client: client.set(self._prefix + key, packed, ex=self._keep_seconds))

    def drop(self, key: str) -> None:
        """Keep nothing under `key` any more, where the server can be asked."""
        self._ask("write", lambda client: client.unlink(self._prefix + key))

    def counts(self) -> Mapping[str, CacheCounts]:
        """The counts of this process; how much is stored only the server knows."""
        with self._lock:
            return {"shared": CacheCounts(self._hits, self._misses, 0, self._failures)}

    def problem(self) -> str | None:
        """Whether the server is there and does what it is told, and what follows where not."""
        if self._link.problem() is not None:
            return "the shared cache does not answer; each process keeps its own"
        refused = [way for way, breaker in self._refusals.items() if breaker.broken]
        return f"the shared cache refuses to {refused[0]}; each process keeps its own" if refused else None

    def close(self) -> None:
        """Close its connections; safe to call twice."""
        self._link.close()

    def _ask(self, way: str, action: Callable[["Redis"], Result]) -> Result | None:
        """What the server answers; None where it does not, which is counted."""
        refusal = self._refusals[way]
        try:
            if refusal.admits():
                answer = self._link.call(action)
                if refusal.succeeded():
                    log.info("shared_cache_obeys", way=way)
                return answer
        except ResponseError as error:
            # A key of another type is one key's trouble, and mended by the next write to it.
            if not str(error).startswith("WRONGTYPE") and refusal.failed():
                log.warning("shared_cache_refuses", way=way, why=told(error))
        except (StoreUnavailable, RedisError):
            # The link has logged a loss once, and logs its end.
            pass
        with self._lock:
            self._failures += 1
        return None


def _packed(value: bytes) -> bytes:
    if len(value) < _DEFLATED_FROM_BYTES:
        return _PLAIN + value
    return _DEFLATED + zlib.compress(value, _LEVEL)


def _unpacked(packed: object) -> bytes | None:
    """The value again; None for whatever was not written here."""
    if not isinstance(packed, bytes):
        return None
    how, rest = packed[:1], packed[1:]
    if how == _PLAIN:
        return rest
    if how != _DEFLATED:
        return None
    try:
        return zlib.decompress(rest)
    except zlib.error:
        return None
