"""What only the shared store and its queue must keep to: lost messages, and a server that dies, fills up or forgets."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Barrier, Event, Thread

import dramatiq
import pytest
from dramatiq import Worker

from service.errors import Overloaded, StoreUnavailable
from service.jobs.jobs import SharedJobs
from service.jobs.queue import ACTOR, NAMESPACE, QUEUE, JobQueue, open_broker
from service.jobs.redis_store import RESEND_SECONDS, RedisJobs
from service.jobs.store import LEASE_SECONDS, Job, Lease, Outcome
from service.stores.redis_link import open_redis
from tests.redis_server import RedisServer, redis_server
from tests.unit.jobs.stores import Kept, in_redis

LONG = 60.0


@pytest.fixture
def shared(jobs_redis: RedisServer) -> Iterator[Kept]:
    """The shared store, empty."""
    with closing(open_redis(jobs_redis, timeout_seconds=LONG)) as client:
        yield in_redis(client)


def _store(kept: Kept) -> RedisJobs:
    assert isinstance(kept.store, RedisJobs)
    return kept.store


def _job(name: str = "a", body: bytes = b"{}") -> Job:
    return Job(name, None, "queued", time.time(), body)


def test_a_job_whose_worker_died_is_sent_again(shared: Kept) -> None:
    """Once its lease ran out, and not at every look from then on."""
    job = shared.add()
    shared.begun(job)
    assert [] == _store(shared).overdue()
    shared.pass_time(LEASE_SECONDS + 1)
    assert [job.id] == _store(shared).overdue()
    assert [] == _store(shared).overdue()
    assert 2 == shared.begun(job).job.attempt


def test_a_cancelled_job_whose_worker_died_ends(shared: Kept) -> None:
    """Nobody has to begin it for that."""
    job = shared.add()
    shared.begun(job)
    shared.store.cancel(job.id, None)
    shared.pass_time(LEASE_SECONDS + 1)
    assert [] == _store(shared).overdue()
    assert "cancelled" == shared.store.get(job.id, None).status


def test_a_message_that_was_lost_is_sent_again(shared: Kept) -> None:
    """A job that younger ones overtook has lost its message; those behind them just wait."""
    lost, young, waiting = shared.add(), shared.add(), shared.add()
    shared.begun(young)
    shared.pass_time(RESEND_SECONDS + 1)
    shared.pass_time(0.0)
    assert [lost.id] == _store(shared).overdue()
    assert "queued" == shared.store.get(waiting.id, None).status


def test_with_nothing_begun_for_long_every_message_is_thought_lost(shared: Kept) -> None:
    """As when the queue was emptied: all are sent again, after waits that grow."""
    jobs = [shared.add().id for _ in range(3)]
    shared.pass_time(2 * RESEND_SECONDS + 1)
    assert sorted(jobs) == sorted(_store(shared).overdue())
    shared.pass_time(2 * RESEND_SECONDS - 1)
    assert [] == _store(shared).overdue()
    shared.pass_time(2.0)
    assert sorted(jobs) == sorted(_store(shared).overdue())


def test_a_retry_is_sent_when_it_is_due(shared: Kept) -> None:
    """No worker holds on to it meanwhile."""
    job = shared.add()
    shared.store.requeue(shared.begun(job), wait_seconds=30.0, counted=True)
    assert [] == _store(shared).overdue()
    shared.pass_time(31.0)
    assert [job.id] == _store(shared).overdue()


def test_many_that_begin_one_job_get_one_lease(shared: Kept) -> None:
    """Messages come twice now and then; only one worker begins."""
    job = shared.add()
    together, leases = Barrier(8), []

    def begin(name: str) -> None:
        together.wait(LONG)
        leases.append(shared.store.begin(job.id, name))

    threads = [Thread(target=begin, args=(str(number),)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
    assert (8, 1) == (len(leases), sum(lease is not None for lease in leases))


def test_a_call_that_is_made_twice_counts_once(shared: Kept) -> None:
    """A reply may be lost on its way: creating and finishing again change nothing."""
    job = _job()
    for _ in range(2):
        shared.store.create(job, idempotency_key=None, body_hash="")
    lease = shared.begun(job)
    assert (True, 0) == (shared.store.create(job, idempotency_key=None, body_hash="")[1], shared.store.counts().queued)
    assert [True, True] == [shared.store.finish(lease, Outcome(result=b"{}")) for _ in range(2)]


def test_more_jobs_than_may_wait_are_refused(shared: Kept) -> None:
    """With a time to come back; a key that stands for a job gets that job all the same."""
    few = Kept(RedisJobs(_store(shared).client, most_waiting=1, retention_seconds=60.0), shared.pass_time)
    first = few.add(key="once")
    with pytest.raises(Overloaded):
        few.add()
    assert first.id == few.add(key="once").id


def test_nothing_that_is_not_finished_may_be_evicted(shared: Kept) -> None:
    """Only what is finished and called back has a time to live, its key included."""
    client = _store(shared).client
    waiting, called, ended = shared.add(key="w"), shared.add(key="c", url="https://desk.example"), shared.add(key="e")
    for job in (called, ended):
        shared.store.finish(shared.begun(job), Outcome(result=b"{}"))
    fading = {key.split(b":")[-1].decode() for key in client.scan_iter("newsbriefs:jobs:job:*") if client.ttl(key) > 0}
    assert {ended.id} == fading
    assert 1 == sum(client.ttl(key) > 0 for key in client.scan_iter("newsbriefs:jobs:key:*"))
    assert "queued" == shared.store.get(waiting.id, None).status


def test_a_server_that_is_full_refuses_and_still_takes_results(tmp_path: Path) -> None:
    """Accepted work can end there, which makes room; then jobs are accepted again."""
    with redis_server(tmp_path, "--maxmemory-policy", "noeviction") as server:
        store = RedisJobs(open_redis(server, timeout_seconds=LONG), most_waiting=1000, retention_seconds=60.0)
        store.create(_job("first", b"x" * 200_000), idempotency_key=None, body_hash="")
        lease = store.begin("first", "w")
        assert lease is not None
        store.client.config_set("maxmemory", "100kb")
        with pytest.raises(StoreUnavailable, match="full"):
            store.create(_job("second"), idempotency_key=None, body_hash="")
        assert "full" in (store.problem() or "")
        assert store.finish(lease, Outcome(result=b"{}"))
        assert "done" == store.get("first", None).status
        store.client.config_set("maxmemory", "0")
        assert store.create(_job("second"), idempotency_key=None, body_hash="")[1]
        store.close()


def test_what_was_accepted_outlives_the_server(tmp_path: Path) -> None:
    """With its append-only file it comes back with jobs, queue and leases; while it is away that is told."""
    with redis_server(tmp_path, "--appendonly", "yes", "--appendfsync", "always") as server:
        client = open_redis(server, timeout_seconds=LONG)
        store = RedisJobs(client, most_waiting=1000, retention_seconds=60.0)
        found = SharedJobs(store, JobQueue(client))
        asked = {"owner": None, "callback_url": None, "idempotency_key": None}
        running, waiting = (found.create(body, **asked)[0] for body in (b"1", b"2"))
        lease = store.begin(running.id, "w")
        assert "no worker was heard of" in (found.detail() or "")
        store.announce()
        assert (True, None) == (lease is not None, found.detail())
        server.kill()
        for call in (lambda: found.create(b"3", **asked), lambda: store.get(running.id, None), store.counts):
            with pytest.raises(StoreUnavailable):
                call()
        assert "does not answer" in (store.problem() or "")
        server.restart()
        assert store.problem() is None
        assert [b"1", b"2"] == [store.get(job.id, None).request for job in (running, waiting)]
        assert 2 == client.llen(f"{NAMESPACE}:{QUEUE}")
        assert lease is not None
        assert store.finish(lease, Outcome(result=b"{}"))
        found.stop(grace_seconds=0.0)


def test_a_server_that_hangs_is_given_up(tmp_path: Path) -> None:
    """A call ends after its time limit."""
    with redis_server(tmp_path) as server, closing(open_redis(server, timeout_seconds=0.2)) as client:
        store = RedisJobs(client, most_waiting=1000, retention_seconds=60.0)
        server.freeze()
        with pytest.raises(StoreUnavailable, match="does not answer"):
            store.create(_job(), idempotency_key=None, body_hash="")
        server.thaw()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "appendonly is off"),
        (("--appendonly", "yes"), None),
        (("--appendonly", "yes", "--maxmemory-policy", "allkeys-lru"), "allkeys-lru may evict jobs"),
    ],
)
def test_how_safe_jobs_are_is_told(tmp_path: Path, arguments: tuple[str, ...], said: str | None) -> None:
    """An operator reads in readiness what the server's settings mean for accepted jobs."""
    with redis_server(tmp_path, *arguments) as server, closing(open_redis(server, timeout_seconds=LONG)) as client:
        store = RedisJobs(client, most_waiting=1, retention_seconds=60.0)
        store.announce()
        detail = store.detail()
    assert detail is None if said is None else said in (detail or "")


def test_a_message_leads_a_worker_to_the_job(jobs_redis: RedisServer, shared: Kept) -> None:
    """Dramatiq hands the id to a thread, and takes the message off the queue once it is worked on."""
    client, began, leases = _store(shared).client, Event(), list[Lease | None]()
    broker = open_broker(client)

    def run(job_id: str) -> None:
        leases.append(shared.store.begin(job_id, "w"))
        began.set()

    dramatiq.actor(actor_name=ACTOR, queue_name=QUEUE, broker=broker)(run)
    found = SharedJobs(_store(shared), JobQueue(client))
    job, _ = found.create(b"{}", owner=None, callback_url=None, idempotency_key=None)
    messages = client.hvals(f"{NAMESPACE}:{QUEUE}.msgs")
    assert [[job.id]] == [json.loads(message)["args"] for message in messages]
    worker = Worker(broker, worker_threads=1, worker_timeout=20)
    worker.start()
    assert began.wait(LONG)
    worker.stop()
    assert [job.id] == [lease.job.id for lease in leases if lease is not None]
    assert 0 == client.hlen(f"{NAMESPACE}:{QUEUE}.msgs")


def test_messages_of_a_dead_worker_are_delivered_again(shared: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had fetched and not begun goes back to the queue once it was silent for long."""
    client = _store(shared).client
    queue = JobQueue(client)
    queue.send("job-1")
    dead = open_broker(client)
    assert 1 == len(dead.do_fetch(QUEUE, 4))
    queue.restore()
    assert 0 == client.llen(f"{NAMESPACE}:{QUEUE}")
    client.zadd(f"{NAMESPACE}:__heartbeats__", {dead.broker_id: 1})
    queue.restore()
    assert 1 == client.llen(f"{NAMESPACE}:{QUEUE}")
