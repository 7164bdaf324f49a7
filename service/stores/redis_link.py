"""The one place that opens clients of Redis or Valkey: short time-outs, no retries, and a breaker around what fails."""

import time
from collections.abc import Callable
from threading import Lock
from typing import TypeVar

import structlog
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as LostConnection
from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as NoAnswer
from redis.retry import Retry

from service.errors import ConfigError, StoreUnavailable

log = structlog.get_logger(__name__)

TIMEOUT_SECONDS = 0.3
"""Longest wait for a connection, and for each answer: a healthy server on the same network needs under 5 ms."""
PAUSE_SECONDS = 3.0
"""For so long a server that failed is left alone; then one call in this time finds out whether it is back."""
_MOST_LOGGED_CHARACTERS = 200

Result = TypeVar("Result")


def open_redis(url: str, *, timeout_seconds: float = TIMEOUT_SECONDS, blocking_seconds: float | None = None) -> "Redis":
    """A client of the server at `url`, which connects when it is first used; raises ConfigError for a bad `url`.

    `blocking_seconds` is the longest wait for an answer where commands wait on the server (BLPOP), or scripts are long.
    redis-py by itself would try eleven times, five seconds each; here who calls decides whether to try again.
    """
    try:
        return Redis.from_url(
            url,
            socket_connect_timeout=timeout_seconds,
            socket_timeout=timeout_seconds if blocking_seconds is None else blocking_seconds,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
        )
    except ValueError:
        # Its message may hold a part of the password.
        raise ConfigError(
            "NEWSBRIEFS_REDIS_URL can't be read; allowed: redis://[user:password@]host[:port][/database], with every"
            " character of the password that is neither letter nor digit written as %XX"
        ) from None


class Breaker:
    """Whether something that failed is worth another try; safe under threads.

    After a failure nobody gets through for `pause_seconds`, then one caller in each such time, until one succeeds.
    """

    def __init__(self, *, pause_seconds: float = PAUSE_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause_seconds = pause_seconds
        self._clock = clock
        self._lock = Lock()
        self._until: float | None = None

    @property
    def broken(self) -> bool:
        """Whether the last one who got through failed."""
        return self._until is not None

    def admits(self) -> bool:
        """Whether the caller may try; the one who tries while it is broken keeps all others out for the pause."""
        with self._lock:
            if self._until is None:
                return True
            now = self._clock()
            if now < self._until:
                return False
            self._until = now + self._pause_seconds
            return True

    def failed(self) -> bool:
        """Take note of a failure; whether it is news."""
        with self._lock:
            news = self._until is None
            self._until = self._clock() + self._pause_seconds
            return news

    def succeeded(self) -> bool:
        """Take note of a success; whether it is news."""
        with self._lock:
            news, self._until = self._until is not None, None
            return news


class RedisLink:
    """One client with a breaker: a dead or silent server costs one short wait every few seconds, not one per call.

    `store` names what is kept there, for the log: a loss is logged once, and so is its end.
    """

    def __init__(self, client: "Redis", *, store: str, breaker: Breaker | None = None) -> None:
        self._client = client
        self._store = store
        self._breaker = breaker or Breaker()

    def call(self, action: Callable[["Redis"], Result]) -> Result:
        """What `action` returns; raises StoreUnavailable where the server does not answer, or was just found not to.

        redis-py's ResponseError passes through: the server answered, and refused (out of memory, read-only, wrong
        type); whether that is a loss depends on the command.
        """
        if not self._breaker.admits():
            raise StoreUnavailable(self._said())
        try:
            result = action(self._client)
        except ResponseError:
            self._answered()
            raise
        except (LostConnection, NoAnswer, OSError) as error:
            if self._breaker.failed():
                log.warning("store_lost", store=self._store, why=told(error))
            raise StoreUnavailable(self._said()) from error
        self._answered()
        return result

    def problem(self) -> str | None:
        """Ask the server whether it is there, through the breaker; None where it is, else what is wrong."""
        try:
            self.call(lambda client: client.ping())
        except StoreUnavailable as error:
            return str(error)
        except ResponseError as error:
            return f"the {self._store} on Redis refuses to answer: {told(error)}"
        return None

    def close(self) -> None:
        """Close its connections; safe to call twice."""
        self._client.close()

    def _answered(self) -> None:
        if self._breaker.succeeded():
            log.info("store_back", store=self._store)

    def _said(self) -> str:
        return f"the {self._store} on Redis does not answer; it is tried again every few seconds"


def told(error: Exception) -> str:
    """What may be logged of an error: its kind and the server's own words, which never hold the password."""
    return f"{type(error).__name__}: {error}"[:_MOST_LOGGED_CHARACTERS]
