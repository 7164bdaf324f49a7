"""The jobs of one process: accepted, asked for, cancelled, and, where they are embedded, worked on here."""

import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from typing import Protocol
from uuid import uuid4

import structlog

from service.config import Settings
from service.errors import ConfigError, StoreUnavailable
from service.jobs.attempts import Answer, Attempts, ProblemOf
from service.jobs.callbacks import CallbackCounts, CallbackSender
from service.jobs.clock import Clock
from service.jobs.gate import Gate
from service.jobs.heartbeat import Heartbeat
from service.jobs.queue import JobQueue
from service.jobs.redis_store import RedisJobs
from service.jobs.runner import Runner, worker_name
from service.jobs.sqlite import SqliteJobs
from service.jobs.store import Job, JobStore, Status
from service.stores.redis_link import open_redis

log = structlog.get_logger(__name__)

Ended = Callable[[Status], None]
FILE = "jobs.sqlite3"
# A job is worth a longer wait than a cached answer: a server that writes to its disk before it answers needs it.
_CONNECT_SECONDS, _ANSWER_SECONDS = 1.0, 5.0


class Jobs(Protocol):
    """What the web sees of jobs, wherever they are kept."""

    @property
    def store(self) -> JobStore:
        """Where they are kept."""

    def create(
        self, request: bytes, *, owner: str | None, callback_url: str | None, idempotency_key: str | None
    ) -> tuple[Job, bool]:
        """Accept `request`, durably; the earlier job and False where the key stands for this request already.

        Raises KeyReused, Overloaded, StoreUnavailable.
        """

    def start(self, *, answer: Answer, problem_of: ProblemOf, ended: Ended) -> None:
        """Begin to work on them, where that is done in this process; `answer` may be called at once.

        `ended` hears the status of each job that came to its end here.
        """

    def drain(self) -> None:
        """Begin no more of them here; they are accepted and asked for as before."""

    def stop(self, *, grace_seconds: float) -> None:
        """End the work of this process, and give back what is not done within the grace; safe to call twice."""

    def detail(self) -> str | None:
        """What an operator should know, though jobs are accepted; or None."""

    def callback_counts(self) -> CallbackCounts | None:
        """What this process sent, or None where it sends none."""


def new_job(request: bytes, *, owner: str | None, callback_url: str | None) -> Job:
    """A job with an id that nobody can guess (122 random bits)."""
    return Job(uuid4().hex, owner, "queued", time.time(), request, callback_url)


def body_hash(request: bytes, callback_url: str | None) -> str:
    """What an Idempotency-Key stands for: the request and where its end is told."""
    return sha256(b"%d:%s%s" % (len(request), request, (callback_url or "").encode())).hexdigest()


class EmbeddedJobs:
    """SQLite, and threads of this process."""

    def __init__(self, store: SqliteJobs, settings: Settings) -> None:
        self.store = store
        self._settings = settings
        self._runner: Runner | None = None
        self._sender = open_sender(store, settings)

    def create(
        self, request: bytes, *, owner: str | None, callback_url: str | None, idempotency_key: str | None
    ) -> tuple[Job, bool]:
        """See `Jobs`."""
        job = new_job(request, owner=owner, callback_url=callback_url)
        kept = self.store.create(job, idempotency_key=idempotency_key, body_hash=body_hash(request, callback_url))
        if self._runner is not None:
            self._runner.wake()
        return kept

    def start(self, *, answer: Answer, problem_of: ProblemOf, ended: Ended) -> None:
        """See `Jobs`."""
        heartbeat = Heartbeat(self.store)
        attempts = open_attempts(self.store, heartbeat, self._settings, answer, problem_of, ended, self._sender)
        self._runner = Runner(self.store, attempts, heartbeat, threads=self._settings.job_threads)
        self._runner.start()
        if self._sender is not None:
            self._sender.start()
        else:
            warn_of_callbacks(self.store)

    def drain(self) -> None:
        """See `Jobs`."""
        if self._runner is not None:
            self._runner.drain()

    def stop(self, *, grace_seconds: float) -> None:
        """See `Jobs`."""
        if self._runner is not None:
            self._runner.stop(grace_seconds=grace_seconds)
        if self._sender is not None:
            self._sender.stop()
        self.store.close()

    def detail(self) -> str | None:
        """See `Jobs`."""
        return None

    def callback_counts(self) -> CallbackCounts | None:
        """See `Jobs`."""
        return None if self._sender is None else self._sender.counts()


class SharedJobs:
    """Redis or Valkey; the work and the callbacks are those of `newsbriefs worker`."""

    def __init__(self, store: RedisJobs, queue: JobQueue) -> None:
        self.store = store
        self._queue = queue

    def create(
        self, request: bytes, *, owner: str | None, callback_url: str | None, idempotency_key: str | None
    ) -> tuple[Job, bool]:
        """See `Jobs`."""
        job = new_job(request, owner=owner, callback_url=callback_url)
        kept, created = self.store.create(
            job, idempotency_key=idempotency_key, body_hash=body_hash(request, callback_url)
        )
        if created:
            self._announce(kept.id)
        return kept, created

    def start(self, *, answer: Answer, problem_of: ProblemOf, ended: Ended) -> None:
        """Nothing: workers are processes of their own."""

    def drain(self) -> None:
        """Nothing: workers are processes of their own."""

    def stop(self, *, grace_seconds: float) -> None:
        """See `Jobs`."""
        self.store.close()

    def detail(self) -> str | None:
        """See `Jobs`."""
        return self.store.detail()

    def callback_counts(self) -> CallbackCounts | None:
        """See `Jobs`."""
        return None

    def _announce(self, job_id: str) -> None:
        """The job is accepted whether or not its message goes out; a worker's sweep sends what is missing."""
        try:
            self._queue.send(job_id)
        except StoreUnavailable as error:
            log.warning("job_not_announced", job_id=job_id, why=str(error))


def kind_of(settings: Settings) -> str:
    """`embedded`, `redis` or `off`; raises ConfigError where they are to be on a Redis that is not named."""
    if settings.jobs == "auto":
        return "redis" if settings.redis_url else "embedded"
    if settings.jobs == "redis" and not settings.redis_url:
        raise ConfigError("NEWSBRIEFS_JOBS is redis, and NEWSBRIEFS_REDIS_URL is empty; set the second")
    return settings.jobs


def open_jobs(settings: Settings) -> Jobs | None:
    """The jobs that the settings ask for, or None where they are off; nothing is connected, nothing begins."""
    kind = kind_of(settings)
    if kind == "redis":
        store, queue = open_shared(settings, gate=Gate(open_redis(settings.redis_url)))
        return SharedJobs(store, queue)
    if kind == "embedded":
        path = settings.data.expanduser() / FILE
        limits = {"most_waiting": settings.jobs_waiting, "retention_seconds": settings.job_retention_seconds}
        return EmbeddedJobs(SqliteJobs(path, clock=Clock(), **limits), settings)
    return None


def open_shared(settings: Settings, *, gate: Gate | None = None) -> tuple[RedisJobs, JobQueue]:
    """The shared store and its queue, over one client; `gate` spares callers the wait for a server that is gone."""
    client = open_redis(settings.redis_url, timeout_seconds=_CONNECT_SECONDS, blocking_seconds=_ANSWER_SECONDS)
    store = RedisJobs(
        client,
        most_waiting=settings.jobs_waiting,
        retention_seconds=float(settings.job_retention_seconds),
        gate=gate,
    )
    return store, JobQueue(client)


def open_attempts(
    store: JobStore,
    heartbeat: Heartbeat,
    settings: Settings,
    answer: Answer,
    problem_of: ProblemOf,
    ended: Ended,
    sender: CallbackSender | None,
) -> Attempts:
    """Attempts as the settings limit them; the end of each job wakes `sender`, and is told to `ended`."""

    def tell(status: Status) -> None:
        ended(status)
        if sender is not None:
            sender.wake()

    return Attempts(
        store,
        heartbeat,
        answer=answer,
        problem_of=problem_of,
        limit=settings.job_attempts,
        timeout_seconds=settings.job_timeout_seconds,
        ended=tell,
    )


def warn_of_callbacks(store: JobStore) -> None:
    """Say so where callbacks wait that this process, which has no secret to sign them with, will not send."""
    with suppress(StoreUnavailable):
        if waiting := store.counts().callbacks:
            log.warning("callbacks_not_sent", waiting=waiting, remedy="set NEWSBRIEFS_CALLBACK_SECRET")


def open_sender(store: JobStore, settings: Settings) -> CallbackSender | None:
    """The sender of callbacks, or None where there is no secret to sign them with."""
    if not settings.callback_secret:
        return None
    return CallbackSender(
        store,
        secret=settings.callback_secret,
        allow=settings.callback_allow,
        attempts=settings.callback_attempts,
        worker=worker_name(),
    )
