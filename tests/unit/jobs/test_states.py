"""Whatever workers, clients and time do in whatever order, a store keeps its promises: a state machine over both."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from service.jobs.store import LEASE_SECONDS, Lease, Outcome, Standing
from service.stores.redis_link import open_redis
from tests.redis_server import redis_server
from tests.unit.jobs.stores import Kept, in_redis, in_sqlite


class _Life(RuleBasedStateMachine):
    """A few jobs, and the leases that were ever given on them, the newest last."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = self.opened()
        self.leases: dict[str, list[Lease]] = {}
        self.ended: dict[str, tuple[str, bytes | None]] = {}
        self.flagged: set[str] = set()

    def opened(self) -> Kept:
        """The store under test, empty."""
        raise NotImplementedError

    @precondition(lambda self: len(self.leases) < 4)
    @rule()
    def add(self) -> None:
        """A job is accepted."""
        self.leases[self.kept.add(url="https://desk.example").id] = []

    @precondition(lambda self: self.leases)
    @rule(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        """A worker asks for a job; while another's lease stands it gets none."""
        name = data.draw(st.sampled_from(list(self.leases)))
        lease = self.kept.store.begin(name, "w")
        if lease is not None:
            assert name not in self.ended
            assert all(lease.fence > before.fence for before in self.leases[name])
            assert lease.cancelled == (name in self.flagged)
            self.leases[name].append(lease)

    @precondition(lambda self: any(self.leases.values()))
    @rule(data=st.data(), outcome=st.sampled_from([Outcome(result=b"1"), Outcome(problem=b"2"), Outcome()]))
    def finish(self, data: st.DataObject, outcome: Outcome) -> None:
        """A worker, maybe one that is late, ends its job."""
        name, lease = self._some_lease(data)
        running = self.kept.store.get(name, None).status == "running"
        ended = self.kept.store.finish(lease, outcome)
        if name not in self.ended:
            assert ended == (running and lease == self.leases[name][-1])
        if ended and name not in self.ended and name in self.flagged:
            assert "cancelled" == self.kept.store.get(name, None).status
        self._note(name)

    @precondition(lambda self: any(self.leases.values()))
    @rule(data=st.data(), counted=st.booleans())
    def give_back(self, data: st.DataObject, counted: bool) -> None:
        """A worker gives its job back."""
        name, lease = self._some_lease(data)
        if self.kept.store.requeue(lease, wait_seconds=0.0, counted=counted):
            assert lease == self.leases[name][-1]
        self._note(name)

    @precondition(lambda self: any(self.leases.values()))
    @rule(data=st.data())
    def renew(self, data: st.DataObject) -> None:
        """A worker renews; only the newest may."""
        name, lease = self._some_lease(data)
        if self.kept.store.renew(lease) is not Standing.LOST:
            assert lease == self.leases[name][-1]

    @precondition(lambda self: self.leases)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        """A client wants it no more."""
        name = data.draw(st.sampled_from(list(self.leases)))
        if self.kept.store.cancel(name, None).status == "running":
            self.flagged.add(name)
        self._note(name)

    @rule()
    def time_passes(self) -> None:
        """Long enough for every lease to run out."""
        self.kept.pass_time(LEASE_SECONDS + 1)

    @rule()
    def sweep(self) -> None:
        """A worker looks for what was lost."""
        if (overdue := getattr(self.kept.store, "overdue", None)) is not None:
            overdue()
        for name in self.leases:
            self._note(name)

    @invariant()
    def what_ended_stays(self) -> None:
        """An end is an end, and every job is in exactly one state."""
        for name, end in self.ended.items():
            job = self.kept.store.get(name, None)
            assert end == (job.status, job.result)
        counts = self.kept.store.counts()
        assert len(self.leases) == counts.queued + counts.running + len(self.ended)
        assert len(self.ended) == counts.callbacks

    def _some_lease(self, data: st.DataObject) -> tuple[str, Lease]:
        name = data.draw(st.sampled_from([name for name, leases in self.leases.items() if leases]))
        return name, data.draw(st.sampled_from(self.leases[name]))

    def _note(self, name: str) -> None:
        job = self.kept.store.get(name, None)
        if job.finished and name not in self.ended:
            self.ended[name] = (job.status, job.result)


_STEPS = settings(max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class InSqlite(_Life):
    """Over the embedded store."""

    def opened(self) -> Kept:
        """A file of its own."""
        self.folder = tempfile.TemporaryDirectory()
        return in_sqlite(Path(self.folder.name))

    def teardown(self) -> None:
        """Close and delete the file."""
        self.kept.store.close()
        self.folder.cleanup()


class InRedis(_Life):
    """Over the shared store; the server is emptied for each run of the machine."""

    server: str

    def opened(self) -> Kept:
        """An empty server."""
        self.link = open_redis(self.server, timeout_seconds=60.0)
        self.link.flushall()
        return in_redis(self.link)

    def teardown(self) -> None:
        """Close the connections."""
        self.link.close()


@pytest.fixture(scope="module", autouse=True)
def _redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One server for all runs."""
    with redis_server(tmp_path_factory.mktemp("redis")) as InRedis.server:
        yield


TestInSqlite = InSqlite.TestCase
TestInSqlite.settings = _STEPS
TestInRedis = InRedis.TestCase
TestInRedis.settings = _STEPS
