"""What a job is, and what keeps jobs: the seam between the web, those who work, and a store.

Accepted means durable: `create` returns only once the store has the job. Whoever works on a job holds a lease that
must be renewed; a lease that ran out can be taken by another. Each lease carries a `fence`, a number that only grows:
the store takes progress and results from the newest lease alone, so a worker that was only slow can't add a second
result. That a job ended, and that its callback is due, is written in one transaction.
"""

from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from typing import Literal, Protocol

Status = Literal["queued", "running", "done", "failed", "cancelled"]
FINISHED: tuple[Status, ...] = ("done", "failed", "cancelled")

# Renewed every second; long enough that a process whose cores are all taken still comes to it, short enough that
# the jobs of a killed process go on within half a minute.
LEASE_SECONDS = 20.0
# Longer than one sending may take, all its time limits together.
CALLBACK_LEASE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Job:
    """One accepted request; times are seconds since the epoch, `request`, `result` and `problem` JSON in UTF-8."""

    id: str
    owner: str | None
    status: Status
    created_at: float
    request: bytes
    callback_url: str | None = None
    finished_at: float | None = None
    done: int = 0
    of: int = 0
    result: bytes | None = None
    problem: bytes | None = None
    attempt: int = 0

    @property
    def finished(self) -> bool:
        """Whether nothing about it changes any more."""
        return self.status in FINISHED


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on `job`; `job.attempt` counts this one, `cancelled` says nobody wants it any more."""

    job: Job
    fence: int
    cancelled: bool = False


class Standing(Enum):
    """What a renewal found: the lease stands, its job was cancelled, or another holds it."""

    HELD = "held"
    CANCELLED = "cancelled"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt ended: exactly one of `result` and `problem`, or neither where the job was cancelled."""

    result: bytes | None = None
    problem: bytes | None = None

    @property
    def status(self) -> Status:
        """The status of a job that ended so."""
        if self.result is not None:
            return "done"
        return "failed" if self.problem is not None else "cancelled"


@dataclass(frozen=True, slots=True)
class DueCallback:
    """One callback to send now; `body` is the job document, `attempt` counts from 1, this one included.

    Nobody else sends it for CALLBACK_LEASE_SECONDS; `token` proves which sending a note is about.
    """

    job_id: str
    url: str
    body: bytes
    attempt: int
    token: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits and runs; `oldest_seconds` is the age of the job that waits longest, 0 where none does."""

    queued: int = 0
    running: int = 0
    callbacks: int = 0
    oldest_seconds: float = 0.0


def cancelled(job: Job, *, at: float) -> Job:
    """`job` as it stands once nobody wants it; a finished one is left as it is."""
    return job if job.finished else replace(job, status="cancelled", finished_at=at)


def key_digest(owner: str | None, key: str) -> str:
    """Under what an Idempotency-Key is kept: apart for each owner, and never in clear."""
    who = "-" if owner is None else f"+{owner}"
    return sha256(f"{len(who)}:{who}{key}".encode()).hexdigest()


class CallbackStore(Protocol):
    """The outbox, as the sender of callbacks sees it; every call may raise StoreUnavailable."""

    def claim_callback(self, worker: str) -> DueCallback | None:
        """The callback that is due longest, or None; a claim that is never noted falls due again."""

    def callback_delivered(self, due: DueCallback) -> None:
        """Note that it was taken; nothing happens where `due` was claimed anew since."""

    def callback_failed(
        self, due: DueCallback, *, retry_in_seconds: float | None, why: str, counted: bool = True
    ) -> None:
        """Note that it was not taken, and when to try again; None gives up.

        Where not `counted` it was never sent: its attempt is taken back, and the claim ends.
        """


class JobStore(CallbackStore, Protocol):
    """Keeps jobs; every call may raise StoreUnavailable, and then nothing was changed or all of it."""

    name: str

    def create(self, job: Job, *, idempotency_key: str | None, body_hash: str) -> tuple[Job, bool]:
        """Keep `job`, durably; the job that stands for the key already, and False, where there is one.

        Raises KeyReused where the key stands for another body, Overloaded where too many jobs wait.
        """

    def get(self, job_id: str, owner: str | None) -> Job:
        """The job of `owner`; raises JobUnknown."""

    def cancel(self, job_id: str, owner: str | None) -> Job:
        """End a job that waits, flag one that runs, leave a finished one; raises JobUnknown.

        A flagged job ends cancelled, even where its answer is ready before its worker hears of it.
        """

    def begin(self, job_id: str, worker: str) -> Lease | None:
        """A lease on this job, where it waits and is due, or its last lease ran out."""

    def renew(self, lease: Lease) -> Standing:
        """Hold the lease for LEASE_SECONDS more."""

    def progress(self, lease: Lease, done: int, of: int) -> None:
        """Note how far it is; nothing happens where another holds the lease."""

    def finish(self, lease: Lease, outcome: Outcome) -> bool:
        """End the job and make its callback due, at once or not at all; False where another holds the lease."""

    def requeue(self, lease: Lease, *, wait_seconds: float, counted: bool) -> bool:
        """Let the job wait again; where not `counted`, as if it had not been begun. False where another holds it."""

    def expire(self) -> int:
        """Forget finished jobs whose time is over; how many."""

    def counts(self) -> Counts:
        """What waits and runs."""

    def problem(self) -> str | None:
        """Why jobs can't be accepted now, or None."""

    def close(self) -> None:
        """Let go of files and connections; safe to call twice."""


class ClaimingStore(JobStore, Protocol):
    """A store that also hands out what is to be done next; the others have a queue beside them for that."""

    def claim(self, worker: str) -> Lease | None:
        """A lease on the job that is due longest, or None."""
