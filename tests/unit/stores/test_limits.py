"""Rates: counted in sliding windows, in this process and on Redis, and what happens when Redis goes."""

import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st
from limits.storage import RedisStorage
from redis import Redis
from redis.exceptions import RedisError
from structlog.testing import capture_logs

from service.config import Settings
from service.stores.limits import Counted, MemoryWindows, RateLimits, build_limits
from service.stores.redis_link import Breaker, RedisLink, open_redis


class Clock:
    """Seconds that pass when told to."""

    def __init__(self, seconds: float = 1_000_000.0) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        """The time now."""
        return self.seconds


@contextmanager
def _logged() -> Iterator[list[structlog.typing.EventDict]]:
    """What is logged meanwhile, from `info` up."""
    kept = structlog.get_config()["wrapper_class"]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(20))
    try:
        with capture_logs() as captured:
            yield captured  # type: ignore[misc]
    finally:
        structlog.configure(wrapper_class=kept)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _redis(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    client = Redis(port=port, protocol=2)
    waiting = threading.Event()
    try:
        for _ in range(600):
            with suppress(RedisError):
                client.ping()
                break
            waiting.wait(0.05)
        yield process
    finally:
        client.close()
        process.kill()
        process.wait()


needs_redis = pytest.mark.skipif(shutil.which("redis-server") is None, reason="redis-server is not installed")


def _shared(port: int, breaker: Breaker | None = None) -> RateLimits:
    # A wait as long as a slow machine needs: what is short in service is tested with the link itself.
    client = open_redis(f"redis://127.0.0.1:{port}", timeout_seconds=10)
    return RateLimits(
        RedisStorage("redis://", connection_pool=client.connection_pool),
        RedisLink(client, store="rates", breaker=breaker),
    )


def test_a_rate_is_kept_and_told() -> None:
    """Two a minute: two are let in, the third is told when to come back, and finds room then and not before."""
    clock = Clock(600.0)
    limits = RateLimits(clock=clock)
    assert limits.count("key", "2/minute", "a") == Counted("key", 2, 60, True, 1, 61)
    assert limits.count("key", "2/minute", "a").remaining == 0
    refused = limits.count("key", "2/minute", "a")
    assert refused == Counted("key", 2, 60, False, 0, 61)
    clock.seconds += 59
    assert not limits.count("key", "2/minute", "a").allowed
    clock.seconds += 2
    assert limits.count("key", "2/minute", "a").allowed


def test_callers_policies_and_rates_are_counted_apart() -> None:
    """One caller's requests are not another's; an address is not a key of the same name."""
    limits = RateLimits(clock=Clock())
    asked = [("key", "1/minute", "a"), ("key", "1/minute", "b"), ("address", "1/minute", "a"), ("key", "1/hour", "a")]
    assert [limits.count(*one).allowed for one in asked] == [True] * 4  # type: ignore[arg-type]
    assert [limits.count(*one).allowed for one in asked] == [False] * 4  # type: ignore[arg-type]


def test_there_is_no_double_burst_at_the_turn_of_a_window() -> None:
    """Right after a full window only what has slid out of it is free again."""
    clock = Clock(659.0)
    limits = RateLimits(clock=clock)
    assert sum(limits.count("key", "60/minute", "a").allowed for _ in range(100)) == 60
    clock.seconds += 2
    assert sum(limits.count("key", "60/minute", "a").allowed for _ in range(100)) == 1


@given(
    st.integers(1, 30),
    st.lists(st.floats(0.0, 90.0, allow_nan=False), min_size=1, max_size=120),
    st.floats(0.0, 1e6, allow_nan=False),
)
@settings(max_examples=60, deadline=None)
def test_whoever_waits_as_told_is_let_in(quota: int, pauses: list[float], start: float) -> None:
    """After `reset_seconds` of a refusal there is room, whatever came before; no minute sees over twice the quota."""
    clock = Clock(start)
    limits = RateLimits(clock=clock)
    admitted: list[float] = []
    for pause in pauses:
        clock.seconds += pause
        counted = limits.count("key", f"{quota}/minute", "a")
        assert 0 <= counted.remaining < quota
        assert 1 <= counted.reset_seconds <= 121
        if not counted.allowed:
            clock.seconds += counted.reset_seconds
            assert limits.count("key", f"{quota}/minute", "a").allowed
        admitted.append(clock.seconds)
    assert max(sum(moment - 60 < other <= moment for other in admitted) for moment in admitted) <= 2 * quota


def test_memory_is_bounded() -> None:
    """However many addresses come, only so many are counted; the one heard of longest ago gives way."""
    windows = MemoryWindows(most=100, clock=Clock())
    for number in range(1000):
        windows.acquire_sliding_window_entry(str(number), 1, 60)
    assert len(windows) == 100
    assert not windows.acquire_sliding_window_entry("999", 1, 60)
    assert windows.acquire_sliding_window_entry("0", 1, 60)


def test_threads_together_get_no_more_than_the_rate() -> None:
    """Eight threads at the same time are let in as often as one."""
    limits = RateLimits(clock=Clock())
    allowed: list[bool] = []
    together = threading.Barrier(8)

    def ask() -> None:
        together.wait()
        allowed.extend(limits.count("key", "100/minute", "a").allowed for _ in range(100))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(allowed), sum(allowed)) == (800, 100)


@needs_redis
def test_processes_share_a_rate_on_redis(tmp_path: Path) -> None:
    """Two of them count together, tell what is left, and their keys go away by themselves."""
    port = _free_port()
    with _redis(tmp_path, port):
        one, other = _shared(port), _shared(port)
        assert one.count("key", "3/day", "a").remaining == 2
        assert other.count("key", "3/day", "a").remaining == 1
        assert one.count("key", "3/day", "a").allowed
        refused = other.count("key", "3/day", "a")
        assert (refused.allowed, refused.remaining) == (False, 0)
        assert 86_000 < refused.reset_seconds <= 86_401
        assert one.problem() is None
        with Redis(port=port, protocol=2) as client:
            assert all(client.ttl(key) > 0 for key in client.keys("*"))
        one.close()
        other.close()


@needs_redis
def test_redis_killed_and_restarted(tmp_path: Path) -> None:
    """While Redis is away each process counts by itself, which is logged once; it is used again once it is back."""
    port = _free_port()
    clock = Clock()
    limits = _shared(port, Breaker(clock=clock))
    with _logged() as logs:
        with _redis(tmp_path, port) as server:
            assert limits.count("key", "2/day", "a").remaining == 1
            server.kill()
            server.wait()
            assert [limits.count("key", "2/day", "a").allowed for _ in range(3)] == [True, True, False]
            assert limits.problem() == "the rates on Redis does not answer; it is tried again every few seconds"
        with _redis(tmp_path, port):
            clock.seconds += 60
            assert limits.count("key", "2/day", "a").remaining == 1
    limits.close()
    assert [entry["event"] for entry in logs] == ["store_lost", "store_back"]


@needs_redis
def test_redis_that_refuses(tmp_path: Path) -> None:
    """A full Redis refuses to count: this process counts, and that is logged once."""
    port = _free_port()
    limits = _shared(port)
    with _redis(tmp_path, port), _logged() as logs, Redis(port=port, protocol=2) as client:
        client.config_set("maxmemory", "1")
        assert [limits.count("key", "2/day", "a").allowed for _ in range(3)] == [True, True, False]
        client.config_set("maxmemory", "0")
        assert limits.count("key", "2/day", "a").remaining == 1
    limits.close()
    assert [entry["event"] for entry in logs] == ["store_refuses"]


def test_a_silent_redis_is_asked_once() -> None:
    """One that takes connections and never answers costs one wait; all requests after it are counted here at once."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = open_redis(f"redis://127.0.0.1:{silent.getsockname()[1]}", timeout_seconds=0.05)
        storage = RedisStorage("redis://", connection_pool=client.connection_pool)
        limits = RateLimits(storage, RedisLink(client, store="rates", breaker=Breaker(clock=Clock())))
        allowed = [limits.count("key", "5/day", "a").allowed for _ in range(200)]
        silent.setblocking(False)
        silent.accept()[0].close()
        with pytest.raises(BlockingIOError):
            silent.accept()
        limits.close()
    assert sum(allowed) == 5


def test_nothing_is_connected_until_it_is_needed() -> None:
    """Limits are built with a Redis that is not there; without one they have no problem and nothing to close."""
    built = build_limits(Settings.from_env({"NEWSBRIEFS_REDIS_URL": "redis://127.0.0.1:1/0"}))
    assert built.count("key", "1/day", "a").allowed
    built.close()
    own = build_limits(Settings.from_env({}))
    assert own.problem() is None
    own.close()
