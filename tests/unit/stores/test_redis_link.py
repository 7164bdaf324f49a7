from contextlib import closing
from pathlib import Path

import pytest
from redis.exceptions import ResponseError

from service.errors import ConfigError, StoreUnavailable
from service.stores.redis_link import Breaker, RedisLink, open_redis
from tests.redis_server import redis_server
from tests.unit.stores.test_redis_cache import Clock


def test_a_breaker_lets_one_through_in_each_pause() -> None:
    """Closed: everybody. After a failure: nobody for the pause, then one, until one succeeds."""
    clock = Clock()
    breaker = Breaker(pause_seconds=3.0, clock=clock)
    assert [breaker.admits(), breaker.admits(), breaker.broken] == [True, True, False]
    assert [breaker.failed(), breaker.failed(), breaker.broken] == [True, False, True]
    clock.seconds = 2.9
    assert not breaker.admits()
    clock.seconds = 3.0
    assert [breaker.admits(), breaker.admits()] == [True, False]
    assert [breaker.succeeded(), breaker.succeeded(), breaker.admits()] == [True, False, True]


def test_one_who_never_reports_holds_nobody_up() -> None:
    """The one who was let through may die on the way: the next pause lets another through."""
    clock = Clock()
    breaker = Breaker(pause_seconds=3.0, clock=clock)
    breaker.failed()
    clock.seconds = 3.0
    assert breaker.admits()
    clock.seconds = 6.0
    assert breaker.admits()


def test_a_loss_is_an_error_of_the_store(tmp_path: Path) -> None:
    """Who must not go on without it (jobs) gets StoreUnavailable, also while the breaker is open."""
    clock = Clock()
    with redis_server(tmp_path) as server:
        link = RedisLink(
            open_redis(server, timeout_seconds=30), store="job store", breaker=Breaker(pause_seconds=3.0, clock=clock)
        )
        with closing(link):
            assert link.call(lambda client: client.incr("n")) == 1
            server.kill()
            for _ in range(2):
                with pytest.raises(StoreUnavailable, match="the job store on Redis does not answer"):
                    link.call(lambda client: client.incr("n"))
            server.restart()
            clock.seconds += 3
            assert (link.problem(), link.call(lambda client: client.incr("n"))) == (None, 1)


def test_a_restart_between_two_calls_is_not_noticed(tmp_path: Path) -> None:
    """A connection that died while it was idle is replaced before it is used."""
    with (
        redis_server(tmp_path, "--appendonly", "yes", "--appendfsync", "always") as server,
        closing(RedisLink(open_redis(server, timeout_seconds=30), store="cache")) as link,
    ):
        assert link.call(lambda client: client.incr("n")) == 1
        server.kill()
        server.restart()
        assert link.call(lambda client: client.incr("n")) == 2


def test_a_refusal_is_no_loss(tmp_path: Path) -> None:
    """A server that answers with an error is there: the caller decides what its refusal means."""
    with (
        redis_server(tmp_path) as server,
        closing(RedisLink(open_redis(server, timeout_seconds=30), store="cache")) as link,
    ):
        link.call(lambda client: client.lpush("list", "x"))
        with pytest.raises(ResponseError, match="WRONGTYPE"):
            link.call(lambda client: client.get("list"))
        assert link.problem() is None


def test_a_bad_address_stops_the_start_without_the_password() -> None:
    """A `/` in a password makes a part of it look like a port; the message shows nothing of it."""
    with pytest.raises(ConfigError) as caught:
        open_redis("redis://:hidden/words@redis.example:6379/0")
    assert "NEWSBRIEFS_REDIS_URL can't be read" in str(caught.value)
    assert "hidden" not in f"{caught.value!r} {caught.value.__cause__!r}"
    assert caught.value.__suppress_context__
