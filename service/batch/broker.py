"""The lines as jobs on a shared store: done by every worker there is, collected here.

Each line is sent under an Idempotency-Key of its own, so a run that was killed finds its jobs again, and nothing is
done twice. The keys hold a nonce that stands in a file beside OUT while the run is not complete.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Self, TypeVar
from uuid import uuid4

import structlog

from service.batch.lines import Line
from service.batch.records import Outcome
from service.config import Settings
from service.errors import Cancelled, ConfigError, JobUnknown, Overloaded, StoreUnavailable
from service.jobs.jobs import Jobs, SharedJobs, open_jobs
from service.jobs.store import Job

log = structlog.get_logger(__name__)

T = TypeVar("T")
_POLL_SECONDS = 0.2
_PAUSE_SECONDS = 2.0


class Nonce:
    """What tells the jobs of this run from those of another over the same input."""

    def __init__(self, out: Path) -> None:
        self._path = out.with_name(out.name + ".jobs")

    def read(self, *, anew: bool) -> str:
        """The nonce of the run that goes on, or a new one."""
        if not anew and self._path.exists() and (found := self._path.read_text("ascii").strip()):
            return found
        nonce = uuid4().hex
        self._path.write_text(nonce, "ascii")
        return nonce

    def forget(self) -> None:
        """The run is complete."""
        self._path.unlink(missing_ok=True)


class Broker:
    """At most `window` jobs on the way; `stopping` tells that a store that does not answer is waited for no more."""

    def __init__(
        self,
        jobs: Jobs,
        *,
        nonce: str,
        window: int,
        stopping: Callable[[], bool],
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._jobs = jobs
        self._nonce = nonce
        self._window = window
        self._stopping = stopping
        self._pause = pause
        self._sent: OrderedDict[str, Line] = OrderedDict()

    @classmethod
    def opened(cls, settings: Settings, *, nonce: str, window: int, stopping: Callable[[], bool]) -> Self:
        """On the store of the settings; raises ConfigError where that is not a shared one."""
        jobs = open_jobs(settings)
        if not isinstance(jobs, SharedJobs):
            raise ConfigError("a batch over workers needs a Redis; name it with --broker redis://host:6379/0")
        return cls(jobs, nonce=nonce, window=window, stopping=stopping)

    @property
    def in_flight(self) -> int:
        """See `Work`."""
        return len(self._sent)

    @property
    def room(self) -> int:
        """See `Work`."""
        return self._window - len(self._sent)

    def submit(self, line: Line) -> None:
        """See `Work`; waits where the store is full or does not answer."""
        assert line.request is not None
        request = line.request.model_dump_json(exclude_unset=True).encode()
        key = sha256(f"{self._nonce} {line.number} ".encode() + request).hexdigest()
        kept = self._insist(
            lambda: self._jobs.create(request, owner=None, callback_url=None, idempotency_key=f"batch-{key}")
        )
        if kept is not None:
            self._sent[kept[0].id] = line

    def finished(self, timeout_seconds: float) -> list[Outcome]:
        """See `Work`."""
        until = time.monotonic() + timeout_seconds
        while True:
            outcomes = [outcome for job_id in list(self._sent) for outcome in self._collect(job_id)]
            if outcomes or not self._sent or time.monotonic() >= until or self._stopping():
                return outcomes
            self._pause(_POLL_SECONDS)

    def wind_down(self) -> None:
        """See `Work`; the workers go on with what was sent, and the next run collects it."""
        self._sent.clear()

    def close(self) -> None:
        """See `Work`."""
        self._jobs.stop(grace_seconds=0.0)

    def _collect(self, job_id: str) -> list[Outcome]:
        line = self._sent[job_id]
        try:
            job = self._insist(lambda: self._jobs.store.get(job_id, None))
        except JobUnknown:
            # It ended, and was forgotten before this run came to collect it.
            del self._sent[job_id]
            self.submit(line)
            return []
        if job is None or not job.finished:
            return []
        del self._sent[job_id]
        return [_outcome(line, job)]

    def _insist(self, act: Callable[[], T]) -> T | None:
        """What `act` gives, once the store answers and has room; None where the run stops first."""
        told = False
        while not self._stopping():
            try:
                return act()
            except (StoreUnavailable, Overloaded) as error:
                if not told:
                    log.warning("batch_waits", why=str(error))
                told = True
                self._pause(_PAUSE_SECONDS)
        return None


def _outcome(line: Line, job: Job) -> Outcome:
    if job.status == "cancelled":
        return Outcome(line, error=Cancelled("the job was cancelled"))
    return Outcome(line, result=job.result, problem=job.problem)
