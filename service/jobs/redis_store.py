"""Jobs on a Redis or Valkey that web processes and workers share.

How safe an accepted job is there depends on the server: `detail` tells how it writes to its disk. Scripts name their
keys from a prefix, so a cluster of several shards can't hold them; one server, with replicas or not, can.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import redis
import structlog

from service.errors import JobUnknown, KeyReused, Overloaded, StoreUnavailable
from service.jobs import redis_scripts as scripts
from service.jobs.document import document
from service.jobs.gate import Gate
from service.jobs.store import (
    CALLBACK_LEASE_SECONDS,
    LEASE_SECONDS,
    Counts,
    DueCallback,
    Job,
    Lease,
    Outcome,
    Standing,
    key_digest,
)
from service.stores.redis_link import told

log = structlog.get_logger(__name__)

PREFIX = "newsbriefs:jobs:"
# After so long a message that should have come is looked for, and sent again.
RESEND_SECONDS = 15.0
_MOST_RESENT = 200
_RETRY_SECONDS = 30
_TEXTS = ("id", "owner", "status", "callback_url")
_MOMENTS = ("created_at", "finished_at")
_NUMBERS = ("done", "of", "attempt")
_BODIES = ("request", "result", "problem")
_FIELDS = (*_TEXTS, *_MOMENTS, *_NUMBERS, *_BODIES)


PRESENT_SECONDS = 20.0
"""For so long a worker counts as there after it said so."""


class RedisJobs:
    """The shared store; `most_waiting` and `retention_seconds` are the settings of those names.

    `gate` is for processes whose callers wait for an answer; a worker waits for the server instead.
    """

    name = "redis"

    def __init__(
        self,
        client: "redis.Redis",
        *,
        most_waiting: int,
        retention_seconds: float,
        lease_seconds: float = LEASE_SECONDS,
        resend_seconds: float = RESEND_SECONDS,
        prefix: str = PREFIX,
        gate: Gate | None = None,
    ) -> None:
        self.client = client
        self._gate = gate
        self._most_waiting = most_waiting
        self._keep = _milliseconds(retention_seconds)
        self._lease = _milliseconds(lease_seconds)
        self._resend = _milliseconds(resend_seconds)
        self._prefix = prefix

    def create(self, job: Job, *, idempotency_key: str | None, body_hash: str) -> tuple[Job, bool]:
        """See `JobStore`; the server has it in memory, and on its disk as its `appendfsync` says."""
        digest = "" if idempotency_key is None else key_digest(job.owner, idempotency_key)
        fields = [part for name in _FIELDS if (value := getattr(job, name)) is not None for part in (name, value)]
        said, job_id = self._run(scripts.CREATE, job.id, digest, body_hash, self._most_waiting, self._resend, *fields)
        if said == b"reused":
            raise KeyReused("this Idempotency-Key stands for another body already; send a new key with a new body")
        if said == b"full":
            raise Overloaded(
                f"{self._most_waiting} jobs wait, as many as NEWSBRIEFS_JOBS_WAITING allows; send it again later",
                retry_after_seconds=_RETRY_SECONDS,
            )
        return (job, True) if said == b"new" else (self._get(job_id.decode()), False)

    def get(self, job_id: str, owner: str | None) -> Job:
        """See `JobStore`."""
        job = self._get(job_id)
        if job.owner != owner:
            raise _unknown()
        return job

    def cancel(self, job_id: str, owner: str | None) -> Job:
        """See `JobStore`."""
        self.get(job_id, owner)
        self._run(scripts.CANCEL, job_id, self._keep)
        return self.get(job_id, owner)

    def begin(self, job_id: str, worker: str) -> Lease | None:
        """See `JobStore`."""
        row = self._run(scripts.BEGIN, job_id, worker, self._lease, uuid4().hex, *_FIELDS)
        return None if row is None else Lease(_job(row[2:]), int(row[0]), cancelled=row[1] == b"1")

    def renew(self, lease: Lease) -> Standing:
        """See `JobStore`."""
        return Standing(self._run(scripts.RENEW, lease.job.id, lease.fence, self._lease).decode())

    def progress(self, lease: Lease, done: int, of: int) -> None:
        """See `JobStore`."""
        self._run(scripts.PROGRESS, lease.job.id, lease.fence, done, of)

    def finish(self, lease: Lease, outcome: Outcome) -> bool:
        """See `JobStore`."""
        bodies = (outcome.result or b"", outcome.problem or b"")
        return bool(self._run(scripts.FINISH, lease.job.id, lease.fence, outcome.status, *bodies, self._keep))

    def requeue(self, lease: Lease, *, wait_seconds: float, counted: bool) -> bool:
        """See `JobStore`; its message is sent by whoever calls `overdue` next."""
        back, wait = 0 if counted else 1, _milliseconds(wait_seconds)
        return bool(self._run(scripts.REQUEUE, lease.job.id, lease.fence, wait, back, self._keep))

    def overdue(self) -> list[str]:
        """Ids whose message is to be sent now: they wait for a retry no more, their lease ran out, or jobs that came
        after them were begun already. Each is told once, and again only after a while that grows."""
        return [job_id.decode() for job_id in self._run(scripts.OVERDUE, self._resend, _MOST_RESENT, self._keep)]

    def expire(self) -> int:
        """See `JobStore`; the server forgets them itself."""
        return 0

    def counts(self) -> Counts:
        """See `JobStore`."""
        with self._asking():
            pipe = self.client.pipeline(transaction=False)
            for name in ("queued", "running", "callbacks"):
                pipe.zcard(self._prefix + name)
            pipe.zrange(self._prefix + "order", 0, 0)
            pipe.time()
            queued, running, callbacks, first, (seconds, _) = pipe.execute()
            created = self.client.hget(f"{self._prefix}job:{first[0].decode()}", "created_at") if first else None
        return Counts(queued, running, callbacks, max(0.0, seconds - float(created)) if created else 0.0)

    def problem(self) -> str | None:
        """See `JobStore`; found out by writing a key."""
        try:
            with self._asking():
                self.client.set(self._prefix + "probe", 1, px=60_000)
        except StoreUnavailable as error:
            return str(error)
        return None

    def announce(self) -> None:
        """Say that a worker is there; to be said again within `PRESENT_SECONDS`."""
        with self._asking():
            self.client.set(self._prefix + "worker", 1, px=_milliseconds(PRESENT_SECONDS))

    def detail(self) -> str | None:
        """What an operator should know: how safe jobs are on this server, and whether anybody does them; or None."""
        try:
            with self._asking():
                found: dict[str, Any] = self.client.info()
                worked = self.client.exists(self._prefix + "worker")
        except StoreUnavailable as error:
            return str(error)
        flaws = []
        if not worked:
            flaws.append("no worker was heard of lately, so jobs wait until there is one (`newsbriefs worker`)")
        if not found.get("aof_enabled"):
            flaws.append("appendonly is off, so jobs accepted since its last snapshot are lost when it dies")
        if str(found.get("maxmemory_policy", "noeviction")).startswith("allkeys"):
            flaws.append(f"maxmemory-policy {found['maxmemory_policy']} may evict jobs; set noeviction or volatile-lru")
        return "; ".join(flaws) or None

    def claim_callback(self, worker: str) -> DueCallback | None:
        """See `CallbackStore`."""
        token = uuid4().hex
        found = self._run(scripts.CLAIM_CALLBACK, _milliseconds(CALLBACK_LEASE_SECONDS), token)
        if found is None:
            return None
        job = self._get(found[0].decode())
        return DueCallback(job.id, job.callback_url or "", document(job), found[1], token)

    def callback_delivered(self, due: DueCallback) -> None:
        """See `CallbackStore`."""
        self._note(due, "delivered", "", 0)

    def callback_failed(
        self, due: DueCallback, *, retry_in_seconds: float | None, why: str, counted: bool = True
    ) -> None:
        """See `CallbackStore`."""
        state = "given up" if retry_in_seconds is None else "pending"
        self._note(due, state, why, _milliseconds(retry_in_seconds or 0.0), back=0 if counted else 1)

    def close(self) -> None:
        """See `JobStore`."""
        self.client.close()
        if self._gate is not None:
            self._gate.close()

    def _note(self, due: DueCallback, state: str, why: str, wait: int, *, back: int = 0) -> None:
        self._run(scripts.NOTE_CALLBACK, due.job_id, due.token, state, why, wait, self._keep, back)

    def _get(self, job_id: str) -> Job:
        with self._asking():
            row: list[Any] = self.client.hmget(f"{self._prefix}job:{job_id}", list(_FIELDS))
        if row[0] is None:
            raise _unknown()
        return _job(row)

    def _run(self, script: str, *arguments: Any) -> Any:
        with self._asking():
            return self.client.register_script(script)(keys=[self._prefix], args=list(arguments))

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Ask the server, where the gate lets through, and tell the gate where it does not answer."""
        if self._gate is not None:
            self._gate.check()
        try:
            with _told():
                yield
        except StoreUnavailable as error:
            if self._gate is not None and isinstance(error.__cause__, (redis.ConnectionError, redis.TimeoutError)):
                self._gate.lost(error.__cause__)
            raise


@contextmanager
def _told() -> Iterator[None]:
    """A caller hears what kind of failure it was; the server's own words, which may name the server, are logged."""
    try:
        yield
    except redis.OutOfMemoryError as error:
        raise StoreUnavailable("the shared store of jobs is full; give it more memory") from error
    except redis.ResponseError as error:
        log.error("jobs_store_refuses", why=told(error))
        raise StoreUnavailable(
            f"the shared store of jobs refuses ({type(error).__name__}); its log says more"
        ) from error
    except redis.RedisError as error:
        raise StoreUnavailable(f"the shared store of jobs does not answer ({type(error).__name__})") from error


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _unknown() -> JobUnknown:
    return JobUnknown("there is no such job, or it was finished too long ago; send it again with POST /jobs")


def _job(row: list[Any]) -> Job:
    found = {name: value for name, value in zip(_FIELDS, row, strict=True) if value is not None}
    texts = {name: found[name].decode() for name in _TEXTS if name in found}
    moments = {name: float(found[name]) for name in _MOMENTS if name in found}
    numbers = {name: int(found[name]) for name in _NUMBERS if name in found}
    bodies = {name: found[name] for name in _BODIES if name in found}
    return Job(**{"owner": None, "request": b"", **texts, **moments, **numbers, **bodies})
