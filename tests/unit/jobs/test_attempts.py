"""One attempt at a job: how it ends, and what is tried again."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from service import tracing
from service.config import Settings
from service.errors import (
    Cancelled,
    CheckFailed,
    DeadlinePassed,
    EngineUnavailable,
    InvalidField,
    NotReady,
    Overloaded,
    StoreUnavailable,
)
from service.jobs.attempts import Answer, AnswerContext, Attempts
from service.jobs.heartbeat import Heartbeat
from service.jobs.store import LEASE_SECONDS, Job, Lease, Outcome
from service.logs import configure_logs
from tests.unit.jobs.stores import Kept, in_sqlite

LIMIT = 3


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Kept]:
    """An embedded store whose clock stands still."""
    kept = in_sqlite(tmp_path)
    yield kept
    kept.store.close()


def _attempts(kept: Kept, answer: Answer, *, heartbeat: Heartbeat | None = None) -> Attempts:
    return Attempts(
        kept.store,
        heartbeat or Heartbeat(kept.store),
        answer=answer,
        problem_of=lambda error, job_id: f'["{type(error).__name__}","{job_id}"]'.encode(),
        limit=LIMIT,
        timeout_seconds=60.0,
    )


def _raising(error: Exception) -> Answer:
    def answer(request: bytes, context: AnswerContext) -> bytes:
        raise error

    return answer


def _after(kept: Kept, answer: Answer) -> Job:
    """The job after one attempt at it."""
    job = kept.add()
    _attempts(kept, answer).run(kept.begun(job))
    return kept.store.get(job.id, None)


def test_an_answer_is_the_result(shelf: Kept) -> None:
    """The request goes in as it was accepted, and what comes out is kept; progress is told on the way."""
    seen: list[object] = []

    def answer(request: bytes, context: AnswerContext) -> bytes:
        context.progress(2, 8)
        seen.extend((request, context.cancellation.cancelled))
        return b'{"id":1}'

    job = _after(shelf, answer)
    assert ("done", b'{"id":1}', 2, 8) == (job.status, job.result, job.done, job.of)
    assert [b"a", False] == seen


@pytest.mark.parametrize("error", [InvalidField([]), CheckFailed("x")])
def test_what_would_come_again_fails_at_once(shelf: Kept, error: Exception) -> None:
    """A wrong request, or wording that passes no check, is tried once."""
    assert "failed" == _after(shelf, _raising(error)).status


@pytest.mark.parametrize("error", [EngineUnavailable("x"), DeadlinePassed("x"), KeyError("x"), Cancelled("x")])
def test_what_may_pass_is_tried_again_with_growing_waits_until_the_limit(shelf: Kept, error: Exception) -> None:
    """The waits are 2 and 8 seconds; after the last attempt the job fails with the reason."""
    job = shelf.add()
    attempts = _attempts(shelf, _raising(error))
    for wait in (2.0, 8.0):
        attempts.run(shelf.begun(job))
        assert "queued" == shelf.store.get(job.id, None).status
        shelf.pass_time(wait - 0.5)
        assert shelf.store.begin(job.id, "w") is None
        shelf.pass_time(1.0)
    attempts.run(shelf.begun(job))
    expected = f'["{type(error).__name__}","{job.id}"]'.encode()
    assert ("failed", expected, 3) == (*_end(shelf, job), shelf.store.get(job.id, None).attempt)


def _end(kept: Kept, job: Job) -> tuple[str, bytes | None]:
    found = kept.store.get(job.id, None)
    return found.status, found.problem


@pytest.mark.parametrize("error", [NotReady("x"), Overloaded("x", retry_after_seconds=7), StoreUnavailable("x")])
def test_what_says_nothing_of_the_job_is_not_counted(shelf: Kept, error: Exception) -> None:
    """However often engines are still loading, or others came first, the job keeps its attempts."""
    job = shelf.add()
    attempts = _attempts(shelf, _raising(error))
    for _ in range(LIMIT * 3):
        attempts.run(shelf.begun(job))
        assert "queued" == shelf.store.get(job.id, None).status
        shelf.pass_time(8.0)
    assert 1 == shelf.begun(job).job.attempt


def test_a_job_that_ends_its_process_each_time_fails_with_that_reason(shelf: Kept) -> None:
    """Whatever kills workers is begun so often and no more."""
    job = shelf.add()
    for _ in range(LIMIT):
        shelf.begun(job)
        shelf.pass_time(LEASE_SECONDS + 1)
    called: list[bytes] = []
    _attempts(shelf, lambda request, context: called.append(request) or b"{}").run(shelf.begun(job))
    assert ("failed", f'["ServiceError","{job.id}"]'.encode()) == _end(shelf, job)
    assert [] == called


def _meanwhile(act: Callable[[Job], object], heartbeat: Heartbeat, job: Job) -> Answer:
    """Work during which something happens, and which hears of it with the next beat."""

    def answer(request: bytes, context: AnswerContext) -> bytes:
        act(job)
        heartbeat.beat()
        context.cancellation.check()
        return b"{}"

    return answer


def test_a_cancelled_job_is_worked_on_no_more(shelf: Kept) -> None:
    """The work hears of it with the next heartbeat, and the job ends cancelled."""
    heartbeat, job = Heartbeat(shelf.store), shelf.add()
    answer = _meanwhile(lambda job: shelf.store.cancel(job.id, None), heartbeat, job)
    _attempts(shelf, answer, heartbeat=heartbeat).run(shelf.begun(job))
    assert ("cancelled", None) == _end(shelf, job)
    assert 0 == heartbeat.held


def test_work_given_back_waits_again_uncounted(shelf: Kept) -> None:
    """What a process that ends had begun is begun by another at once, as if for the first time."""
    heartbeat, job = Heartbeat(shelf.store), shelf.add()
    answer = _meanwhile(lambda _: heartbeat.give_back(), heartbeat, job)
    _attempts(shelf, answer, heartbeat=heartbeat).run(shelf.begun(job))
    assert ("queued", None) == _end(shelf, job)
    assert 1 == shelf.begun(job).job.attempt


def test_a_result_of_stopped_work_is_not_taken(shelf: Kept) -> None:
    """An engine that returns early with a part is not believed: the job waits again."""
    heartbeat, job = Heartbeat(shelf.store), shelf.add()

    def answer(request: bytes, context: AnswerContext) -> bytes:
        heartbeat.give_back()
        return b'{"a part":true}'

    _attempts(shelf, answer, heartbeat=heartbeat).run(shelf.begun(job))
    assert ("queued", None) == _end(shelf, job)


def test_an_attempt_that_lost_its_lease_changes_nothing(shelf: Kept) -> None:
    """The slow worker hears that it lost, and the newer attempt's result stands alone."""
    heartbeat, job = Heartbeat(shelf.store), shelf.add()
    newer: list[Lease] = []

    def taken_over(job: Job) -> None:
        shelf.pass_time(LEASE_SECONDS + 1)
        newer.append(shelf.begun(job))

    _attempts(shelf, _meanwhile(taken_over, heartbeat, job), heartbeat=heartbeat).run(shelf.begun(job))
    assert "running" == shelf.store.get(job.id, None).status
    assert shelf.store.finish(newer[0], Outcome(result=b'{"newer":1}'))
    assert b'{"newer":1}' == shelf.store.get(job.id, None).result


def test_a_job_cancelled_before_its_worker_died_is_not_worked_on(shelf: Kept) -> None:
    """Whoever takes it over ends it."""
    job = shelf.add()
    shelf.begun(job)
    shelf.store.cancel(job.id, None)
    shelf.pass_time(LEASE_SECONDS + 1)
    _attempts(shelf, _raising(AssertionError("worked on"))).run(shelf.begun(job))
    assert ("cancelled", None) == _end(shelf, job)


def test_an_outcome_waits_for_a_store_that_is_away(shelf: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result is not lost because the store did not answer the moment it was ready."""
    monkeypatch.setattr("service.jobs.attempts._SETTLE_PAUSE_SECONDS", 0.0)
    job, finish, calls = shelf.add(), shelf.store.finish, []

    def away_twice(lease: Lease, outcome: Outcome) -> bool:
        calls.append(outcome)
        if len(calls) < 3:
            raise StoreUnavailable("away")
        return finish(lease, outcome)

    monkeypatch.setattr(shelf.store, "finish", away_twice)
    _attempts(shelf, lambda request, context: b"{}").run(shelf.begun(job))
    assert ("done", 3) == (shelf.store.get(job.id, None).status, len(calls))


def test_every_line_of_an_attempt_names_its_job(shelf: Kept) -> None:
    """Also those of whatever works on it, and none after it."""
    before, stream = structlog.get_config(), io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)

    def answer(request: bytes, context: AnswerContext) -> bytes:
        structlog.get_logger().info("engine_says")
        return b"{}"

    job = shelf.add()
    _attempts(shelf, answer).run(shelf.begun(job))
    structlog.get_logger().info("outside")
    structlog.configure(**before)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [("engine_says", job.id), ("job_attempt", job.id), ("outside", None)] == [
        (line["event"], line.get("job_id")) for line in lines
    ]


def test_an_attempt_is_a_span(shelf: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says which attempt it was and how it failed, and nothing of the article or the message."""
    spans, provider = InMemorySpanExporter(), TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(spans))
    monkeypatch.setattr(tracing._Switch, "tracer", provider.get_tracer("tests"))
    job = shelf.add(body="The ferry of Port Ellery sails.")
    _attempts(shelf, _raising(InvalidField([]))).run(shelf.begun(job))
    provider.shutdown()
    (found,) = spans.get_finished_spans()
    assert ("job", {"attempt": 1, "error.type": "InvalidField"}) == (found.name, dict(found.attributes or {}))
