import json
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any

import pytest

from service.batch.broker import Broker, Nonce
from service.batch.lines import Line
from service.batch.records import Outcome
from service.errors import StoreUnavailable
from service.jobs.jobs import SharedJobs
from service.jobs.redis_store import RedisJobs
from service.jobs.store import Job
from service.jobs.store import Outcome as Ended
from service.stores.redis_link import open_redis
from service.web.intake import validate
from tests.redis_server import redis_server


class Queue:
    """The ids of jobs, in memory; how many were announced is the count of jobs that were made."""

    def __init__(self) -> None:
        self.ids: SimpleQueue[str] = SimpleQueue()
        self.sent = 0

    def send(self, job_id: str) -> None:
        """Announce a job."""
        self.sent += 1
        self.ids.put(job_id)

    def restore(self) -> None:
        """Nothing is lost here."""


class Worker:
    """A worker in miniature: what a job's text says comes back; `problem` where it says bad."""

    def __init__(self, store: RedisJobs, queue: Queue) -> None:
        self._store = store
        self._queue = queue
        self._ended = Event()
        self._thread = Thread(target=self._run)

    def __enter__(self) -> "Worker":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                lease = self._store.begin(self._queue.ids.get(timeout=0.05), "w")
            except Empty:
                continue
            assert lease is not None
            text = json.loads(lease.job.request)["text"]
            ended = Ended(problem=b'{"status": 422}') if text == "bad" else Ended(result=json.dumps(text).encode())
            self._store.finish(lease, ended)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Redis of our own."""
    with redis_server(tmp_path_factory.mktemp("redis")) as found:
        yield found


@pytest.fixture
def store(server: Any) -> Iterator[RedisJobs]:
    """An empty store."""
    client = open_redis(server, timeout_seconds=30.0)
    client.flushall()
    kept = RedisJobs(client, most_waiting=1000, retention_seconds=3600.0)
    yield kept
    kept.close()
    client.close()


def _line(number: int, text: str) -> Line:
    return Line(number, f"{number:064x}", None, validate({"text": text}))


def _broker(store: RedisJobs, queue: Any, *, nonce: str = "n", stop: Event | None = None) -> Broker:
    stopping = (stop or Event()).is_set
    return Broker(SharedJobs(store, queue), nonce=nonce, window=4, stopping=stopping, pause=lambda _: None)


def _all(broker: Broker) -> dict[int, Outcome]:
    found: dict[int, Outcome] = {}
    while broker.in_flight:
        found.update({outcome.line.number: outcome for outcome in broker.finished(60.0)})
    return found


def test_lines_are_done_by_workers(store: RedisJobs) -> None:
    """Results and problems come back to the line they belong to."""
    queue = Queue()
    broker = _broker(store, queue)
    with Worker(store, queue):
        for number, text in enumerate(["a", "bad", "c"], start=1):
            broker.submit(_line(number, text))
        assert (3, 1) == (broker.in_flight, broker.room)
        found = _all(broker)
    assert {1: b'"a"', 2: None, 3: b'"c"'} == {number: outcome.result for number, outcome in found.items()}
    assert b'{"status": 422}' == found[2].problem


def test_a_run_that_was_killed_finds_its_jobs_again(store: RedisJobs) -> None:
    """The second run sends the same lines, and no job is made twice; another run makes its own."""
    queue = Queue()
    for _ in range(2):
        broker = _broker(store, queue)
        for number in (1, 2, 3):
            broker.submit(_line(number, "a"))
        assert 3 == queue.sent
    with Worker(store, queue):
        assert {1, 2, 3} == set(_all(broker))
        again = _broker(store, queue)
        again.submit(_line(2, "a"))
        assert [b'"a"'] == [outcome.result for outcome in again.finished(60.0)]
        assert 3 == queue.sent
        other = _broker(store, queue, nonce="other")
        other.submit(_line(1, "a"))
        assert {1} == set(_all(other))
    assert 4 == queue.sent


def test_a_job_that_was_cancelled_may_be_tried_again(store: RedisJobs) -> None:
    """An operator cancelled it; its line fails for a reason that may pass."""
    broker = _broker(store, Queue())
    broker.submit(_line(1, "a"))
    store.cancel(next(iter(broker._sent)), None)
    assert ["the job was cancelled"] == [str(outcome.error) for outcome in broker.finished(60.0)]


def test_a_store_that_does_not_answer_is_waited_for(store: RedisJobs) -> None:
    """And for a stop, which ends the waiting."""

    class Flaky(SharedJobs):
        down = 3

        def create(self, *arguments: Any, **options: Any) -> tuple[Job, bool]:
            if self.down:
                self.down -= 1
                raise StoreUnavailable("the store does not answer")
            return super().create(*arguments, **options)

    stop = Event()
    pauses: list[float] = []
    broker = Broker(
        Flaky(store, Queue()),  # type: ignore[arg-type]
        nonce="n",
        window=4,
        stopping=stop.is_set,
        pause=pauses.append,
    )
    broker.submit(_line(1, "a"))
    assert (1, 3) == (broker.in_flight, len(pauses))
    stop.set()
    broker.submit(_line(2, "b"))
    assert 1 == broker.in_flight
    assert [] == broker.finished(60.0)
    broker.wind_down()
    assert 0 == broker.in_flight


def test_the_nonce_lasts_as_long_as_the_run(tmp_path: Path) -> None:
    """It is found again until the run is complete, or starts anew."""
    nonce = Nonce(tmp_path / "out.jsonl")
    first = nonce.read(anew=False)
    assert first == Nonce(tmp_path / "out.jsonl").read(anew=False)
    second = nonce.read(anew=True)
    assert first != second
    nonce.forget()
    nonce.forget()
    assert second != nonce.read(anew=False)
