"""Jobs done in the process that accepts them: a few threads that claim, work and finish."""

import os
import time
from collections.abc import Callable
from threading import Condition, Thread
from uuid import uuid4

import structlog

from service.errors import StoreUnavailable
from service.jobs.attempts import Attempts
from service.jobs.heartbeat import Heartbeat
from service.jobs.store import ClaimingStore, Lease
from service.jobs.ticks import Ticks

log = structlog.get_logger(__name__)

# A job of this process wakes a thread at once; this is for jobs of other processes, and for leases that ran out.
POLL_SECONDS = 1.0
_STORE_PAUSE_SECONDS = 5.0
_EXPIRE_SECONDS = 60.0
# Work that was told to stop does so at its next batch or sentence.
_LAST_SECONDS = 5.0


def worker_name() -> str:
    """Who works, for the eyes of an operator; never the same twice."""
    return f"{os.getpid()}-{uuid4().hex[:8]}"


class Runner:
    """`threads` threads over one store; `attempts` does the work."""

    def __init__(
        self,
        store: ClaimingStore,
        attempts: Attempts,
        heartbeat: Heartbeat,
        *,
        threads: int,
        poll_seconds: float = POLL_SECONDS,
    ) -> None:
        self._store = store
        self._attempts = attempts
        self._heartbeat = heartbeat
        self._poll_seconds = poll_seconds
        self._worker = worker_name()
        self._changed = Condition()
        self._created = 0
        self._stopping = False
        self._expiry = Ticks(store.expire, seconds=_EXPIRE_SECONDS, name="job-expiry")
        self._threads = [Thread(target=self._run, name=f"job-{index}", daemon=True) for index in range(threads)]

    def start(self) -> None:
        """Begin to work."""
        self._heartbeat.start()
        self._expiry.start()
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """A job was created."""
        with self._changed:
            self._created += 1
            self._changed.notify()

    def drain(self) -> None:
        """Claim no more; what runs goes on."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def stop(self, *, grace_seconds: float) -> None:
        """Claim no more, wait for what runs, give back what has not ended by then; safe to call twice."""
        self.drain()
        self._join(grace_seconds)
        self._attempts.hurry()
        self._heartbeat.give_back()
        self._join(_LAST_SECONDS)
        if left := self._heartbeat.held:
            log.warning("jobs_left", count=left, why="their work did not stop; their leases will run out")
        self._expiry.stop()
        self._heartbeat.stop()

    def _join(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, until - time.monotonic()))

    def _run(self) -> None:
        while not self._stopping:
            seen = self._created
            lease = self._claim()
            if lease is None:
                self._rest(lambda: self._created != seen, self._poll_seconds)  # noqa: B023 - called at once
            else:
                self._work(lease)

    def _claim(self) -> Lease | None:
        try:
            return self._store.claim(self._worker)
        except StoreUnavailable as error:
            log.warning("jobs_not_claimed", why=str(error))
            self._rest(lambda: False, _STORE_PAUSE_SECONDS)
            return None

    def _work(self, lease: Lease) -> None:
        try:
            self._attempts.run(lease)
        except Exception as error:
            # The lease runs out and the job is begun again; this thread must go on for the others.
            log.error("job_broke", job_id=lease.job.id, error=type(error).__name__)

    def _rest(self, woken: Callable[[], bool], seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or woken(), seconds)
