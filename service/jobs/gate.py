"""Spares those who wait for an answer the long wait for a store that was just found not to answer."""

from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from redis.exceptions import ResponseError

from service.stores.redis_link import Breaker, RedisLink, told

if TYPE_CHECKING:
    from redis import Redis

log = structlog.get_logger(__name__)

STORE = "store of jobs"


class Gate:
    """Before a store whose calls may take long; safe under threads.

    After a failure most callers are refused at once; one every few seconds asks over `client`, whose time-outs are
    short, whether the server is back, and only then makes its call.
    """

    def __init__(self, client: "Redis", *, breaker: Breaker | None = None) -> None:
        self._breaker = breaker or Breaker()
        self._link = RedisLink(client, store=STORE, breaker=self._breaker)

    def check(self) -> None:
        """Let through, or raise StoreUnavailable where the server does not answer."""
        if self._breaker.broken:
            # A refusal is an answer; the call itself is refused then, and tells why.
            with suppress(ResponseError):
                self._link.call(lambda client: client.ping())

    def lost(self, error: Exception) -> None:
        """A call found that the server does not answer."""
        if self._breaker.failed():
            log.warning("store_lost", store=STORE, why=told(error))

    def close(self) -> None:
        """Close its connections; safe to call twice."""
        self._link.close()
