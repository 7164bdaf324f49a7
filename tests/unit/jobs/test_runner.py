"""Jobs done in the process that accepts them, with real threads."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from service.jobs.attempts import Answer, AnswerContext, Attempts
from service.jobs.heartbeat import Heartbeat
from service.jobs.runner import Runner
from service.jobs.sqlite import SqliteJobs
from tests.unit.jobs.stores import Kept, in_sqlite

LONG = 60.0


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Kept]:
    """An embedded store."""
    kept = in_sqlite(tmp_path)
    yield kept
    kept.store.close()


def _runner(kept: Kept, answer: Answer, *, ended: Event | None = None, poll_seconds: float = 0.01) -> Runner:
    assert isinstance(kept.store, SqliteJobs)
    heartbeat = Heartbeat(kept.store, seconds=0.01)
    attempts = Attempts(
        kept.store,
        heartbeat,
        answer=answer,
        problem_of=lambda error, job_id: b"{}",
        limit=3,
        timeout_seconds=LONG,
        ended=lambda status: (ended or Event()).set(),
    )
    return Runner(kept.store, attempts, heartbeat, threads=2, poll_seconds=poll_seconds)


def test_a_job_that_is_created_wakes_a_thread(shelf: Kept) -> None:
    """Nobody waits for the next poll."""
    ended = Event()
    runner = _runner(shelf, lambda request, context: b"{}", ended=ended, poll_seconds=LONG)
    runner.start()
    job = shelf.add()
    runner.wake()
    assert ended.wait(LONG)
    runner.stop(grace_seconds=LONG)
    assert "done" == shelf.store.get(job.id, None).status


def test_jobs_of_another_process_are_found(shelf: Kept) -> None:
    """What nobody told of is found by looking now and then."""
    ended = Event()
    runner = _runner(shelf, lambda request, context: b"{}", ended=ended)
    runner.start()
    shelf.add()
    assert ended.wait(LONG)
    runner.stop(grace_seconds=LONG)


def test_a_cancelled_job_stops_while_it_runs(shelf: Kept) -> None:
    """The running attempt's cancellation is raised by the heartbeat."""
    ended, begun = Event(), Event()

    def answer(request: bytes, context: AnswerContext) -> bytes:
        stopped = Event()
        context.cancellation.on_cancel(stopped.set)
        begun.set()
        assert stopped.wait(LONG)
        context.cancellation.check()
        return b"{}"

    runner = _runner(shelf, answer, ended=ended)
    job = shelf.add()
    runner.start()
    assert begun.wait(LONG)
    shelf.store.cancel(job.id, None)
    assert ended.wait(LONG)
    runner.stop(grace_seconds=LONG)
    assert "cancelled" == shelf.store.get(job.id, None).status


def test_stopping_waits_for_what_runs_and_begins_nothing_more(shelf: Kept) -> None:
    """What runs is finished within the grace; what waits is left to the next process."""
    go, begun, seen = Event(), Event(), []

    def answer(request: bytes, context: AnswerContext) -> bytes:
        seen.append(request)
        if len(seen) == 2:
            begun.set()
        assert go.wait(LONG)
        return b"{}"

    runner = _runner(shelf, answer)
    for _ in range(3):
        shelf.add()
    runner.start()
    assert begun.wait(LONG)
    runner.drain()
    go.set()
    runner.stop(grace_seconds=LONG)
    statuses = [shelf.store.get(name, None).status for name in shelf.queue]
    assert ["done", "done", "queued"] == statuses


def test_what_does_not_end_within_the_grace_is_given_back(shelf: Kept) -> None:
    """It waits again at once, and the attempt is not counted."""
    begun = Event()

    def answer(request: bytes, context: AnswerContext) -> bytes:
        stopped = Event()
        context.cancellation.on_cancel(stopped.set)
        begun.set()
        assert stopped.wait(LONG)
        context.cancellation.check()
        return b"{}"

    runner = _runner(shelf, answer)
    job = shelf.add()
    runner.start()
    assert begun.wait(LONG)
    runner.stop(grace_seconds=0.0)
    assert "queued" == shelf.store.get(job.id, None).status
    assert 1 == shelf.begun(job).job.attempt
    runner.stop(grace_seconds=0.0)


def test_a_flaw_in_the_work_stops_no_thread(shelf: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where an attempt itself breaks, its lease runs out, and the thread goes on with the next job."""
    ended, broke = Event(), []

    def problem(lease: object) -> None:
        if not broke:
            broke.append(lease)
            raise RuntimeError("a flaw")
        run(lease)  # type: ignore[arg-type]

    runner = _runner(shelf, lambda request, context: b"{}", ended=ended)
    run = runner._attempts.run
    monkeypatch.setattr(runner._attempts, "run", problem)
    first, second = shelf.add(), shelf.add()
    runner.start()
    assert ended.wait(LONG)
    runner.stop(grace_seconds=LONG)
    assert {"running", "done"} == {shelf.store.get(job.id, None).status for job in (first, second)}
