"""Jobs in one SQLite file (WAL) on this machine: the embedded store.

Several processes of one machine may share the file; a file system that is shared by machines may not hold it.
Leases are measured on the machine's steady clock, so that setting the clock ends none: see `service.jobs.clock`.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from service.errors import JobUnknown, KeyReused, Overloaded, StoreUnavailable
from service.jobs.clock import Clock
from service.jobs.document import document
from service.jobs.sqlite_file import SqliteFile
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

_JOB = (
    "id, owner, status, created_at, request, callback_url, finished_at, done, of, result, problem, attempt"  # as in Job
)
_FREE = "(boot <> :boot OR due <= :now)"
_OF_LEASE = "id = :id AND status = 'running' AND fence = :fence"
# Waits for room: a job takes seconds.
_RETRY_SECONDS = 30


class SqliteJobs:
    """The embedded store; `most_waiting` and `retention_seconds` are the settings of those names."""

    name = "sqlite"

    def __init__(self, path: Path, *, most_waiting: int, retention_seconds: float, clock: Clock) -> None:
        self._file = SqliteFile(path)
        self._most_waiting = most_waiting
        self._retention_seconds = retention_seconds
        self._clock = clock

    def create(self, job: Job, *, idempotency_key: str | None, body_hash: str) -> tuple[Job, bool]:
        """See `JobStore`; fsynced before it returns."""
        digest = None if idempotency_key is None else key_digest(job.owner, idempotency_key)
        with self._file.writing(durable=True) as db:
            if digest is not None and (found := _of_key(db, digest)) is not None:
                return _same(found, body_hash), False
            self._check_room(db)
            columns = {name: getattr(job, name) for name in _JOB.split(", ")} | self._now()
            names = ", ".join(name for name in columns if name != "now")
            marks = ", ".join(f":{name}" for name in columns if name != "now")
            db.execute(f"INSERT INTO jobs ({names}, due) VALUES ({marks}, :now)", columns)
            if digest is not None:
                db.execute("INSERT INTO keys VALUES (?, ?, ?)", (digest, body_hash, job.id))
        return job, True

    def get(self, job_id: str, owner: str | None) -> Job:
        """See `JobStore`."""
        with self._file.reading() as db:
            return _get(db, job_id, owner)

    def cancel(self, job_id: str, owner: str | None) -> Job:
        """See `JobStore`."""
        with self._file.writing(durable=True) as db:
            job = _get(db, job_id, owner)
            if job.status == "running":
                db.execute("UPDATE jobs SET cancel = 1 WHERE id = ?", (job_id,))
            elif job.status == "queued":
                self._end(db, job_id, Outcome())
            return _get(db, job_id, owner)

    def claim(self, worker: str) -> Lease | None:
        """See `ClaimingStore`; jobs whose lease ran out come first."""
        with self._file.reading() as db:
            if self._next(db) is None:
                return None
        return self._lease(worker, self._next)

    def begin(self, job_id: str, worker: str) -> Lease | None:
        """See `JobStore`."""
        query = f"SELECT id FROM jobs WHERE id = :id AND status IN ('queued', 'running') AND {_FREE}"
        return self._lease(worker, lambda db: db.execute(query, {"id": job_id, **self._now()}).fetchone())

    def renew(self, lease: Lease) -> Standing:
        """See `JobStore`."""
        query = f"UPDATE jobs SET boot = :boot, due = :now + {LEASE_SECONDS} WHERE {_OF_LEASE} RETURNING cancel"
        with self._file.writing(durable=False) as db:
            row = db.execute(query, self._of(lease)).fetchone()
        if row is None:
            return Standing.LOST
        return Standing.CANCELLED if row[0] else Standing.HELD

    def progress(self, lease: Lease, done: int, of: int) -> None:
        """See `JobStore`."""
        with self._file.writing(durable=False) as db:
            query = f"UPDATE jobs SET done = :done, of = :of WHERE {_OF_LEASE}"
            db.execute(query, {**self._of(lease), "done": done, "of": of})

    def finish(self, lease: Lease, outcome: Outcome) -> bool:
        """See `JobStore`; fsynced before it returns."""
        with self._file.writing(durable=True) as db:
            row = db.execute(f"SELECT cancel FROM jobs WHERE {_OF_LEASE}", self._of(lease)).fetchone()
            if row is not None:
                self._end(db, lease.job.id, Outcome() if row[0] else outcome)
        return row is not None

    def requeue(self, lease: Lease, *, wait_seconds: float, counted: bool) -> bool:
        """See `JobStore`."""
        values = {**self._of(lease), "wait": wait_seconds, "back": 0 if counted else 1}
        query = (
            "UPDATE jobs SET status = 'queued', attempt = attempt - :back, boot = :boot, due = :now + :wait"
            f" WHERE {_OF_LEASE} AND cancel = 0"
        )
        with self._file.writing(durable=True) as db:
            if db.execute(query, values).rowcount:
                return True
            held = db.execute(f"SELECT 1 FROM jobs WHERE {_OF_LEASE}", values).fetchone() is not None
            if held:
                self._end(db, lease.job.id, Outcome())
            return held

    def expire(self) -> int:
        """See `JobStore`; a job whose callback is still to be sent stays."""
        query = (
            f"DELETE FROM jobs WHERE finished_at <= :before AND {_FREE}"
            " AND id NOT IN (SELECT job_id FROM callbacks WHERE state = 'pending')"
        )
        before = self._clock.wall() - self._retention_seconds
        with self._file.writing(durable=False) as db:
            return db.execute(query, {**self._now(), "before": before}).rowcount

    def counts(self) -> Counts:
        """See `JobStore`."""
        with self._file.reading() as db:
            found = dict(
                db.execute("SELECT status, count(*) FROM jobs WHERE status IN ('queued', 'running') GROUP BY status")
            )
            oldest = db.execute("SELECT created_at FROM jobs WHERE status = 'queued' ORDER BY seq LIMIT 1").fetchone()
            pending = db.execute("SELECT count(*) FROM callbacks WHERE state = 'pending'").fetchone()[0]
        age = max(0.0, self._clock.wall() - oldest[0]) if oldest else 0.0
        return Counts(found.get("queued", 0), found.get("running", 0), pending, age)

    def problem(self) -> str | None:
        """See `JobStore`; found out by writing a row."""
        try:
            with self._file.writing(durable=False) as db:
                db.execute("UPDATE probe SET count = count + 1")
        except StoreUnavailable as error:
            return str(error)
        return None

    def claim_callback(self, worker: str) -> DueCallback | None:
        """See `CallbackStore`."""
        query = f"SELECT job_id FROM callbacks WHERE state = 'pending' AND {_FREE} ORDER BY due LIMIT 1"
        with self._file.reading() as db:
            if db.execute(query, self._now()).fetchone() is None:
                return None
        with self._file.writing(durable=False) as db:
            row = db.execute(query, self._now()).fetchone()
            if row is None:
                return None
            token = uuid4().hex
            note = (
                "UPDATE callbacks SET attempt = attempt + 1, token = :token, boot = :boot,"
                f" due = :now + {CALLBACK_LEASE_SECONDS} WHERE job_id = :id RETURNING attempt"
            )
            attempt = db.execute(note, {**self._now(), "id": row[0], "token": token}).fetchone()[0]
            job = _job(db.execute(f"SELECT {_JOB} FROM jobs WHERE id = ?", row).fetchone())
        return DueCallback(job.id, job.callback_url or "", document(job), attempt, token)

    def callback_delivered(self, due: DueCallback) -> None:
        """See `CallbackStore`; fsynced, so that no loss of power has it sent again."""
        with self._file.writing(durable=True) as db:
            query = "UPDATE callbacks SET state = 'delivered' WHERE job_id = ? AND token = ? AND state = 'pending'"
            db.execute(query, (due.job_id, due.token))

    def callback_failed(
        self, due: DueCallback, *, retry_in_seconds: float | None, why: str, counted: bool = True
    ) -> None:
        """See `CallbackStore`."""
        values = {
            **self._now(),
            "id": due.job_id,
            "token": due.token,
            "why": why,
            "state": "given up" if retry_in_seconds is None else "pending",
            "wait": retry_in_seconds or 0.0,
            "back": 0 if counted else 1,
            "left": due.token if counted else "",
        }
        query = (
            "UPDATE callbacks SET state = :state, why = :why, boot = :boot, due = :now + :wait,"
            " attempt = attempt - :back, token = :left"
            " WHERE job_id = :id AND token = :token AND state = 'pending'"
        )
        with self._file.writing(durable=True) as db:
            db.execute(query, values)

    def close(self) -> None:
        """See `JobStore`."""
        self._file.close()

    def _now(self) -> dict[str, Any]:
        return {"boot": self._clock.boot, "now": self._clock.steady()}

    def _of(self, lease: Lease) -> dict[str, Any]:
        return {"id": lease.job.id, "fence": lease.fence, **self._now()}

    def _check_room(self, db: sqlite3.Connection) -> None:
        waiting = db.execute("SELECT count(*) FROM jobs WHERE status = 'queued'").fetchone()[0]
        if waiting >= self._most_waiting:
            raise Overloaded(
                f"{waiting} jobs wait, and NEWSBRIEFS_JOBS_WAITING is {self._most_waiting}; send it again later",
                retry_after_seconds=_RETRY_SECONDS,
            )

    def _next(self, db: sqlite3.Connection) -> tuple[str] | None:
        for status in ("running", "queued"):
            query = f"SELECT id FROM jobs WHERE status = '{status}' AND {_FREE} ORDER BY seq LIMIT 1"
            found: tuple[str] | None = db.execute(query, self._now()).fetchone()
            if found is not None:
                return found
        return None

    def _lease(self, worker: str, choose: Callable[[sqlite3.Connection], tuple[str] | None]) -> Lease | None:
        """The job that `choose` finds, as this worker's, in one transaction."""
        query = (
            "UPDATE jobs SET status = 'running', attempt = attempt + 1, fence = fence + 1, done = 0, worker = :worker,"
            f" boot = :boot, due = :now + {LEASE_SECONDS} WHERE id = :id RETURNING fence, cancel, {_JOB}"
        )
        with self._file.writing(durable=False) as db:
            chosen = choose(db)
            if chosen is None:
                return None
            fence, cancel, *row = db.execute(query, {"id": chosen[0], "worker": worker, **self._now()}).fetchone()
        return Lease(_job(row), fence, cancelled=bool(cancel))

    def _end(self, db: sqlite3.Connection, job_id: str, outcome: Outcome) -> None:
        """The article goes, the outcome stays, and the callback falls due."""
        values = {
            **self._now(),
            "id": job_id,
            "status": outcome.status,
            "result": outcome.result,
            "problem": outcome.problem,
            "wall": self._clock.wall(),
            "keep": self._retention_seconds,
        }
        db.execute(
            "UPDATE jobs SET status = :status, result = :result, problem = :problem, request = x'', worker = NULL,"
            " finished_at = max(:wall, created_at), boot = :boot, due = :now + :keep WHERE id = :id",
            values,
        )
        db.execute(
            "INSERT INTO callbacks (job_id, state, boot, due)"
            " SELECT id, 'pending', :boot, :now FROM jobs WHERE id = :id AND callback_url IS NOT NULL",
            values,
        )


def _of_key(db: sqlite3.Connection, digest: str) -> tuple[str, Job] | None:
    columns = ", ".join(f"jobs.{name}" for name in _JOB.split(", "))
    query = f"SELECT keys.body_hash, {columns} FROM keys JOIN jobs ON jobs.id = keys.job_id WHERE keys.digest = ?"
    row = db.execute(query, (digest,)).fetchone()
    return None if row is None else (row[0], _job(row[1:]))


def _same(found: tuple[str, Job], body_hash: str) -> Job:
    known, job = found
    if known != body_hash:
        raise KeyReused("this Idempotency-Key stands for another body already; send a new key with a new body")
    return job


def _get(db: sqlite3.Connection, job_id: str, owner: str | None) -> Job:
    row = db.execute(f"SELECT {_JOB} FROM jobs WHERE id = ? AND owner IS ?", (job_id, owner)).fetchone()
    if row is None:
        raise JobUnknown("there is no such job, or it was finished too long ago; send it again with POST /jobs")
    return _job(row)


def _job(row: Any) -> Job:
    return Job(*row)
