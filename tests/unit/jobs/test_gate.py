"""Callers are spared the wait for a shared store that does not answer, and hear of it once it does."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service.config import Settings
from service.errors import StoreUnavailable
from service.jobs.gate import Gate
from service.jobs.jobs import SharedJobs, open_jobs
from service.jobs.redis_store import RedisJobs
from service.jobs.store import Job
from service.stores.redis_link import Breaker, open_redis
from tests.redis_server import RedisServer, redis_server

ASKED = {"owner": None, "callback_url": None, "idempotency_key": None}


class Steps:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RedisServer]:
    """A server that a test may kill and freeze."""
    with redis_server(tmp_path, "--appendonly", "yes", "--appendfsync", "always") as made:
        yield made


def _refused(call: Callable[[], object]) -> str:
    with pytest.raises(StoreUnavailable, match="does not answer") as found:
        call()
    return str(found.value)


def _calls(store: RedisJobs) -> list[Callable[[], object]]:
    job = Job("b", None, "queued", 0.0, b"{}")
    return [
        lambda: store.create(job, idempotency_key=None, body_hash=""),
        lambda: store.get("a", None),
        lambda: store.cancel("a", None),
        store.counts,
    ]


@pytest.mark.parametrize("how", ["freeze", "kill"])
def test_after_one_failure_nobody_waits(server: RedisServer, how: str) -> None:
    """The patient client is asked once; then calls end without it, until the server answers a short question."""
    clock = Steps()
    with closing(open_redis(server, timeout_seconds=0.5)) as patient:
        gate = Gate(open_redis(server, timeout_seconds=0.2), breaker=Breaker(pause_seconds=3.0, clock=clock))
        store = RedisJobs(patient, most_waiting=10, retention_seconds=60.0, gate=gate)
        store.create(Job("a", None, "queued", 0.0, b"{}"), idempotency_key=None, body_hash="")
        getattr(server, how)()
        first = _refused(store.counts)
        # Whoever would still use it fails with another error than the one expected here.
        store.client = None  # type: ignore[assignment]
        assert all(_refused(call) != first for call in _calls(store))
        clock.now = 3.5
        assert all(_refused(call) != first for call in _calls(store))
        assert "does not answer" in (store.problem() or "")
        store.client = patient
        if how == "freeze":
            server.thaw()
        else:
            server.restart()
        clock.now = 7.0
        assert (None, "queued") == (store.problem(), store.get("a", None).status)
        store.close()


def test_a_server_that_refuses_is_no_server_that_is_gone(tmp_path: Path) -> None:
    """A full store refuses each call in its own words; whoever asks for a job is answered."""
    with redis_server(tmp_path, "--maxmemory-policy", "noeviction") as server:
        found = open_jobs(Settings.from_env({"NEWSBRIEFS_REDIS_URL": str(server)}))
        assert isinstance(found, SharedJobs)
        kept, _ = found.create(b"{}", **ASKED)
        found.store.client.config_set("maxmemory", "100kb")
        for _ in range(2):
            with pytest.raises(StoreUnavailable, match="full"):
                found.create(b"{}", **ASKED)
        assert "queued" == found.store.get(kept.id, None).status
        found.stop(grace_seconds=0.0)
