"""One attempt at a job, from its lease to its end: done, failed, cancelled, tried again later, or given back."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from traceback import extract_tb
from typing import Any

import structlog

from service.cancellation import Cancellation
from service.errors import (
    Cancelled,
    DeadlinePassed,
    EngineCancelled,
    EngineTimeout,
    EngineUnavailable,
    NewsbriefsError,
    NotReady,
    Overloaded,
    ServiceError,
    StoreUnavailable,
)
from service.jobs.heartbeat import Heartbeat, Hold
from service.jobs.store import JobStore, Lease, Outcome, Standing, Status
from service.tracing import annotate, span

log = structlog.get_logger(__name__)

# They say something of this moment and nothing of the job: while it is young, they don't count as an attempt.
_BUSY = (NotReady, Overloaded, StoreUnavailable)
_YOUNG_SECONDS = 6 * 3600.0
# They may pass; the last two, where nobody cancelled the job, say that something stopped the work under it. An error
# of ours that is not here (a language that can't be reached, no wording that passes) would come again each time; one
# that is not ours may be a moment's, so it is tried again.
_PASSING = (EngineUnavailable, EngineTimeout, DeadlinePassed, Cancelled, EngineCancelled)
_FIRST_WAIT, _WAIT_FACTOR, _LONGEST_WAIT = 2.0, 4.0, 60.0
# How long an outcome is kept for a store that does not answer; then another attempt will have to find it again.
_SETTLE_SECONDS = 600.0
_SETTLE_PAUSE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class AnswerContext:
    """What comes with a job's request: by when (`time.monotonic()`), whether still, and whom to tell how far it is."""

    deadline: float
    cancellation: Cancellation
    progress: Callable[[int, int], None]


Answer = Callable[[bytes, AnswerContext], bytes]
ProblemOf = Callable[[Exception, str], bytes]


class Attempts:
    """Runs leases; `limit` and `timeout_seconds` are the settings for attempts. Safe under threads.

    `answer` makes a result of a request, `problem_of` a problem document of an error and the id of the job, both as
    JSON.
    `ended` is called after each job that came to its end, with its status.
    """

    def __init__(
        self,
        store: JobStore,
        heartbeat: Heartbeat,
        *,
        answer: Answer,
        problem_of: ProblemOf,
        limit: int,
        timeout_seconds: float,
        ended: Callable[[Status], None] = lambda status: None,
    ) -> None:
        self._store = store
        self._heartbeat = heartbeat
        self._answer = answer
        self._problem_of = problem_of
        self._limit = limit
        self._timeout_seconds = timeout_seconds
        self._ended = ended
        self._hurry = Event()

    def hurry(self) -> None:
        """The process ends: wait for no store any more."""
        self._hurry.set()

    def run(self, lease: Lease) -> None:
        """Work on the job until it has ended, waits again, or is another's; raises nothing of the job's own."""
        with (
            structlog.contextvars.bound_contextvars(job_id=lease.job.id),
            span("job", attempt=lease.job.attempt),
            self._heartbeat.holding(lease) as hold,
        ):
            if lease.cancelled:
                self._finish(hold, Outcome())
            elif lease.job.attempt > self._limit:
                self._finish(hold, self._problem(hold, self._worn_out()))
            else:
                self._try(hold)

    def _try(self, hold: Hold) -> None:
        began = time.monotonic()
        context = AnswerContext(
            began + self._timeout_seconds, hold.cancellation, lambda done, of: self._progress(hold.lease, done, of)
        )
        failure: Exception | None = None
        result = b""
        try:
            result = self._answer(hold.lease.job.request, context)
        except Exception as error:
            failure = error
        took = round(time.monotonic() - began, 2)
        if hold.cancellation.cancelled:
            # What came of it may lack whatever was no longer worked for.
            self._stopped(hold)
        elif failure is None:
            self._finish(hold, Outcome(result=result))
        else:
            self._failed(hold, failure)
        if failure is not None:
            annotate(**{"error.type": type(failure).__name__})
        log.info("job_attempt", attempt=hold.lease.job.attempt, seconds=took, **_told(failure))

    def _stopped(self, hold: Hold) -> None:
        if hold.standing is Standing.LOST:
            log.warning("job_lost", why="its lease ran out, and another attempt took it over")
        elif hold.standing is Standing.CANCELLED:
            self._finish(hold, Outcome())
        else:
            self._requeue(hold, wait_seconds=0.0, counted=False)

    def _failed(self, hold: Hold, error: Exception) -> None:
        job = hold.lease.job
        if isinstance(error, _BUSY) and time.time() - job.created_at < _YOUNG_SECONDS:
            self._requeue(hold, wait_seconds=_asked_wait(error), counted=False)
        elif job.attempt < self._limit and _passes(error):
            wait = min(_FIRST_WAIT * _WAIT_FACTOR ** (job.attempt - 1), _LONGEST_WAIT)
            self._requeue(hold, wait_seconds=wait, counted=True)
        else:
            self._finish(hold, self._problem(hold, error))

    def _progress(self, lease: Lease, done: int, of: int) -> None:
        try:
            self._store.progress(lease, done, of)
        except StoreUnavailable as error:
            log.debug("progress_not_noted", why=str(error))

    def _finish(self, hold: Hold, outcome: Outcome) -> None:
        if self._settle(hold, lambda: self._store.finish(hold.lease, outcome)):
            self._ended(outcome.status)

    def _requeue(self, hold: Hold, *, wait_seconds: float, counted: bool) -> None:
        self._settle(hold, lambda: self._store.requeue(hold.lease, wait_seconds=wait_seconds, counted=counted))

    def _settle(self, hold: Hold, note: Callable[[], bool]) -> bool:
        """Note how it ended, as soon as the store answers; False where the job is another's by then."""
        until = time.monotonic() + _SETTLE_SECONDS
        while True:
            try:
                noted = note()
            except StoreUnavailable as error:
                if self._hurry.wait(_SETTLE_PAUSE_SECONDS) or time.monotonic() > until:
                    log.error("job_not_noted", why=str(error))
                    return False
                continue
            if not noted:
                log.warning("job_taken_over", fence=hold.lease.fence)
            return noted

    def _problem(self, hold: Hold, error: Exception) -> Outcome:
        return Outcome(problem=self._problem_of(error, hold.lease.job.id))

    def _worn_out(self) -> ServiceError:
        times = f"{self._limit} time{'s' if self._limit != 1 else ''}"
        return ServiceError(
            f"the job was begun {times}, and each time the process that worked on it ended before it was done"
        )


def _passes(error: Exception) -> bool:
    return isinstance(error, _PASSING) or not isinstance(error, NewsbriefsError)


def _asked_wait(error: Exception) -> float:
    asked = getattr(error, "retry_after_seconds", None)
    return min(float(asked or _FIRST_WAIT), _LONGEST_WAIT)


def _told(error: Exception | None) -> dict[str, Any]:
    """The kind, and for a flaw of ours where it was met; the message of an error may hold a piece of the article."""
    if error is None:
        return {}
    kind = {"error": type(error).__name__}
    if isinstance(error, NewsbriefsError):
        return kind
    frames = extract_tb(error.__traceback__)[-8:]
    return {**kind, "where": [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]}
