"""The shared cache against a real redis-server, in every state that one can be in."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs

from service.stores.cache import CacheCounts, MemoryCache, TieredCache
from service.stores.redis_cache import PREFIX, RedisCache
from service.stores.redis_link import Breaker, RedisLink, open_redis
from tests.redis_server import RedisServer, redis_server

LARGE = b"The harbour of Vell reopened on Tuesday. " * 1000


class Clock:
    """Time that goes on when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """The instant it is."""
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    """One clock a test."""
    return Clock()


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A server for the tests that leave it well."""
    with redis_server(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def lines() -> Iterator[list[Any]]:
    """What is logged during a test, from the level `info` up."""
    kept = structlog.get_config()["wrapper_class"]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(20))
    try:
        with capture_logs() as captured:
            yield captured
    finally:
        structlog.configure(wrapper_class=kept)


def _cache(url: str, clock: Clock, *, timeout_seconds: float = 30.0, keep_seconds: int = 60) -> RedisCache:
    """A cache with a breaker that waits 3 seconds of `clock`; the wait for answers is long, for a slow machine."""
    client = open_redis(url, timeout_seconds=timeout_seconds)
    link = RedisLink(client, store="cache", breaker=Breaker(pause_seconds=3.0, clock=clock))
    return RedisCache(link, keep_seconds=keep_seconds, breaker=lambda: Breaker(pause_seconds=3.0, clock=clock))


def _failures(cache: RedisCache) -> int:
    return cache.counts()["shared"].failures


@pytest.mark.parametrize("value", [b"", b"short", LARGE, bytes(range(256)) * 40])
def test_what_was_put_is_got_elsewhere(healthy: RedisServer, clock: Clock, value: bytes) -> None:
    """Another process gets every byte as it was put."""
    with closing(_cache(healthy, clock)) as one, closing(_cache(healthy, clock)) as other:
        one.put("k", value)
        assert other.get("k") == value


def test_it_is_kept_for_its_time_under_our_prefix_and_small(healthy: RedisServer, clock: Clock) -> None:
    """The server forgets it by itself, other users of it are not in the way, and large values take less room."""
    with closing(_cache(healthy, clock, keep_seconds=77)) as cache, closing(healthy.client()) as client:
        cache.put("large", LARGE)
        assert 0 < client.ttl(PREFIX + "large") <= 77
        assert client.strlen(PREFIX + "large") < len(LARGE) / 20


def test_hits_and_misses_are_counted(healthy: RedisServer, clock: Clock) -> None:
    """A key that is not there is a miss, and no failure; what was dropped is not there."""
    with closing(_cache(healthy, clock)) as cache:
        cache.put("counted", b"1")
        assert (cache.get("counted"), cache.get("never put")) == (b"1", None)
        cache.drop("counted")
        assert cache.get("counted") is None
        assert cache.counts() == {"shared": CacheCounts(hits=1, misses=2)}


@pytest.mark.parametrize("rubbish", [b"", b"x", b"z\x00\x01not deflated", b"z"])
def test_what_others_wrote_under_our_keys_is_a_miss(healthy: RedisServer, clock: Clock, rubbish: bytes) -> None:
    """A value that was not packed here is never handed out, and the next one takes its place."""
    with closing(_cache(healthy, clock)) as cache, closing(healthy.client()) as client:
        client.set(PREFIX + "r", rubbish)
        assert cache.get("r") is None
        cache.put("r", b"good")
        assert cache.get("r") == b"good"


def test_a_key_of_another_type_is_a_miss_and_mended(healthy: RedisServer, clock: Clock, lines: list[Any]) -> None:
    """A list under our key is one key's trouble: other keys go on, and a value put there replaces it."""
    with closing(_cache(healthy, clock)) as cache, closing(healthy.client()) as client:
        client.lpush(PREFIX + "list", "x")
        cache.put("other", b"1")
        assert (cache.get("list"), cache.get("other"), _failures(cache)) == (None, b"1", 1)
        cache.put("list", b"2")
        assert (cache.get("list"), lines) == (b"2", [])


def test_a_dead_server_costs_one_call_and_one_line(tmp_path: Path, clock: Clock, lines: list[Any]) -> None:
    """The loss is logged once; while the breaker is open nothing is tried; its end is logged once, and all goes on."""
    with redis_server(tmp_path) as server, closing(_cache(server, clock)) as cache:
        cache.put("k", b"1")
        server.kill()
        assert [cache.get("k") for _ in range(5)] == [None] * 5
        assert [line["event"] for line in lines] == ["store_lost"]
        server.restart()
        cache.put("k", b"2")
        assert cache.get("k") is None
        clock.seconds += 3
        cache.put("k", b"3")
        assert (cache.get("k"), _failures(cache)) == (b"3", 7)
        assert [line["event"] for line in lines] == ["store_lost", "store_back"]


def test_a_silent_server_is_waited_for_once_in_each_pause(tmp_path: Path, clock: Clock, lines: list[Any]) -> None:
    """A stopped process takes connections and never answers: one time-out, then nobody waits for a pause."""
    with redis_server(tmp_path) as server, closing(_cache(server, clock, timeout_seconds=0.2)) as cache:
        server.freeze()
        assert [cache.get("k") for _ in range(100)] == [None] * 100
        clock.seconds += 3
        assert [cache.get("k") for _ in range(100)] == [None] * 100
        assert [line["event"] for line in lines] == ["store_lost"]
        server.thaw()
        clock.seconds += 3
        # A machine that is short of time may take longer than this short wait; then it is asked again.
        for _ in range(100):
            cache.put("k", b"1")
            clock.seconds += 3
            if cache.get("k") == b"1":
                break
        else:
            pytest.fail("the server never came back")


def test_a_full_server_is_still_read(tmp_path: Path, clock: Clock, lines: list[Any]) -> None:
    """Out of memory refuses writes: they are left out for a pause each time, and what is there is still found."""
    with (
        redis_server(tmp_path, "--maxmemory", "3mb", "--maxmemory-policy", "noeviction") as server,
        closing(_cache(server, clock)) as cache,
        closing(server.client()) as client,
    ):
        cache.put("k", b"1")
        client.config_set("maxmemory", "1mb")
        for _ in range(3):
            cache.put("new", LARGE)
        assert (cache.get("k"), cache.get("new"), _failures(cache)) == (b"1", None, 3)
        assert [line["event"] for line in lines] == ["shared_cache_refuses"]
        assert cache.problem() == "the shared cache refuses to write; each process keeps its own"
        client.config_set("maxmemory", "64mb")
        clock.seconds += 3
        cache.put("new", LARGE)
        assert (cache.get("new"), cache.problem()) == (LARGE, None)
        assert [line["event"] for line in lines] == ["shared_cache_refuses", "shared_cache_obeys"]


def test_a_read_only_replica_is_still_read(tmp_path: Path, clock: Clock, lines: list[Any]) -> None:
    """A failover may leave us with a replica: its values are used, and refused writes are counted."""
    with redis_server(tmp_path) as server, closing(_cache(server, clock)) as cache:
        cache.put("k", b"1")
        with closing(server.client()) as client:
            client.replicaof("127.0.0.1", "1")
        cache.put("k", b"2")
        assert (cache.get("k"), _failures(cache)) == (b"1", 1)
        assert [line["event"] for line in lines] == ["shared_cache_refuses"]


def test_a_wrong_password_is_a_loss_and_never_logged(tmp_path: Path, clock: Clock, lines: list[Any]) -> None:
    """The service goes on without; the log says WRONGPASS and shows no password."""
    with redis_server(tmp_path, "--requirepass", "right-one") as server:
        url = server.replace("redis://", "redis://:wrong-one@")
        with closing(_cache(url, clock)) as cache:
            cache.put("k", b"1")
            assert (cache.get("k"), _failures(cache)) == (None, 2)
        assert [line["event"] for line in lines] == ["store_lost"]
        assert "one" not in str(lines).replace("None", "")
        with closing(_cache(server.replace("redis://", "redis://:right-one@"), clock)) as cache:
            cache.put("k", b"1")
            assert cache.get("k") == b"1"


def test_no_server_at_all_is_no_reason_to_fail(tmp_path: Path, clock: Clock) -> None:
    """A service that starts before its Redis works, says what is wrong, and finds it later."""
    with redis_server(tmp_path) as server:
        server.kill()
        with closing(_cache(server, clock)) as cache:
            assert cache.problem() == "the shared cache does not answer; each process keeps its own"
            server.restart()
            clock.seconds += 3
            assert cache.problem() is None


def test_tiered_goes_on_in_memory(tmp_path: Path, clock: Clock) -> None:
    """With the shared level lost the process keeps its own, and the two levels are counted apart."""
    with redis_server(tmp_path) as server, closing(_cache(server, clock)) as shared:
        tiered = TieredCache(MemoryCache(max_bytes=10_000), shared)
        tiered.put("before", b"1")
        server.kill()
        tiered.put("after", b"2")
        assert (tiered.get("before"), tiered.get("after"), tiered.get("never")) == (b"1", b"2", None)
        counts = tiered.counts()
        assert (counts["memory"].hits, counts["memory"].misses, counts["shared"].failures) == (2, 1, 2)
        assert tiered.problem() == "the shared cache does not answer; each process keeps its own"
