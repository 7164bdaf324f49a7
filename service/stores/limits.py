"""How often a caller may ask: requests counted in sliding windows, in this process or for all of them on Redis.

The algorithm, its scripts for Redis and its notation of rates are those of the library `limits` (sliding window
counter): two counters for each caller, the older one weighing less with each second. Of its strategies it alone is
bounded for every rate (a moving window keeps the time of each request, 1,000,000 for `1000000/day`) without the
fixed window's double burst at the turn. It takes the requests of the window before as evenly spread.

The counters of one process are kept here rather than in the library's own memory, which has no bound, looks through
all of them after every request in a thread of its own, and follows the wall clock when that jumps.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Literal

import structlog
from limits import RateLimitItem, parse
from limits.storage import RedisStorage, SlidingWindowCounterSupport
from redis.exceptions import ResponseError

from service.config import Settings
from service.errors import StoreUnavailable
from service.stores.redis_link import RedisLink, open_redis, told

log = structlog.get_logger(__name__)

_MOST_CALLERS = 65_536
"""Callers counted in one process, of each policy; the one heard of longest ago gives way. About 13 MB when full."""

Policy = Literal["key", "address"]
# Requests of the window before, seconds until they weigh nothing, requests of this window, seconds until its end.
Window = tuple[int, float, int, float]


@dataclass(frozen=True, slots=True)
class Counted:
    """One request as one policy counted it; `reset_seconds`: until more is free, or until this window ends."""

    policy: Policy
    quota: int
    window_seconds: int
    allowed: bool
    remaining: int
    reset_seconds: int


@dataclass(slots=True)
class _Counter:
    """Requests of one caller; `index` numbers the window of `current` since the clock began."""

    index: int = 0
    current: int = 0
    previous: int = 0


@dataclass(slots=True)
class MemoryWindows(SlidingWindowCounterSupport):
    """The counters of one process, bounded in number; its clock never runs back, whatever the wall clock does."""

    most: int = _MOST_CALLERS
    clock: Callable[[], float] = time.monotonic
    _counters: dict[str, _Counter] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def acquire_sliding_window_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count `amount` requests unless they are too many; whether they were counted."""
        with self._lock:
            counter = self._turned(key, expiry)
            previous, ttl, current, _ = self._window(counter, expiry)
            if int(previous * ttl / expiry) + current + amount > limit:
                return False
            counter.current += amount
            return True

    def get_sliding_window(self, key: str, expiry: int) -> Window:
        """The two counters; both times in seconds, that of the current one `expiry` longer, as on Redis."""
        with self._lock:
            return self._window(self._turned(key, expiry), expiry)

    def clear_sliding_window(self, key: str, expiry: int) -> None:
        """Forget a caller."""
        with self._lock:
            self._counters.pop(key, None)

    def __len__(self) -> int:
        return len(self._counters)

    def _turned(self, key: str, expiry: int) -> _Counter:
        """The caller's counter, in the window of now, and the last of all to give way."""
        index = int(self.clock() // expiry)
        counter = self._counters.pop(key, None) or _Counter(index)
        if counter.index != index:
            counter.previous = counter.current if counter.index == index - 1 else 0
            counter.index, counter.current = index, 0
        self._counters[key] = counter
        if len(self._counters) > self.most:
            del self._counters[next(iter(self._counters))]
        return counter

    def _window(self, counter: _Counter, expiry: int) -> Window:
        left = expiry - self.clock() % expiry
        return counter.previous, left if counter.previous else 0.0, counter.current, left + expiry


class RateLimits:
    """Counts requests; on Redis where there is one, and in this process while it does not answer."""

    def __init__(
        self,
        shared: SlidingWindowCounterSupport | None = None,
        link: RedisLink | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shared = shared
        self._link = link
        # Apart, so that a flood of addresses never makes this process forget how much a key has used.
        self._own = {policy: MemoryWindows(clock=clock) for policy in ("key", "address")}
        self._refused = False

    def count(self, policy: Policy, rate: str, who: str) -> Counted:
        """Count one request of `who` against `rate` (such as `60/minute`)."""
        item = _item(rate)
        key = item.key_for(policy, who)
        if self._shared is not None and self._link is not None:
            shared = self._shared
            try:
                counted = self._link.call(lambda _: _count(shared, item, key, policy))
            except StoreUnavailable:
                pass
            except ResponseError as error:
                self._refuse(error)
            else:
                self._refused = False
                return counted
        return _count(self._own[policy], item, key, policy)

    def problem(self) -> str | None:
        """Ask Redis whether it is there; None where it is, or where none is set."""
        return self._link.problem() if self._link is not None else None

    def close(self) -> None:
        """Close the connections to Redis; safe to call twice."""
        if self._link is not None:
            self._link.close()

    def _refuse(self, error: ResponseError) -> None:
        """Redis is there and won't count: it is full, read-only or still loading."""
        if not self._refused:
            log.warning("store_refuses", store="rates", why=told(error))
        self._refused = True


def build_limits(settings: Settings) -> RateLimits:
    """Limits as the settings say; nothing is connected until the first request."""
    if not settings.redis_url:
        return RateLimits()
    client = open_redis(settings.redis_url)
    # The address is of no use where there is a pool, and it may hold a password.
    storage = RedisStorage("redis://", connection_pool=client.connection_pool, key_prefix="newsbriefs:rates")
    return RateLimits(storage, RedisLink(client, store="rates"))


@lru_cache(maxsize=1024)
def _item(rate: str) -> RateLimitItem:
    return parse(rate)


def _count(windows: SlidingWindowCounterSupport, item: RateLimitItem, key: str, policy: Policy) -> Counted:
    quota, seconds = item.amount, item.get_expiry()
    allowed = windows.acquire_sliding_window_entry(key, quota, seconds)
    previous, ttl, current, left = windows.get_sliding_window(key, seconds)
    left = max(0.0, left - seconds)
    used = int(previous * ttl / seconds) + current
    wait = left if allowed else _wait_seconds(quota, seconds, (previous, ttl, current, left))
    # Rounded up, and never 0: who comes back after so long must find room.
    return Counted(policy, quota, seconds, allowed, max(0, quota - used) if allowed else 0, int(wait) + 1)


def _wait_seconds(quota: int, seconds: int, window: Window) -> float:
    """How long until one more request is allowed, if nobody else asks."""
    previous, ttl, current, left = window
    if current >= quota:
        return left
    return max(0.0, ttl - (quota - current) * seconds / previous) if previous else 0.0
