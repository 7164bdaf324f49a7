"""Both stores for one suite: how each is opened, and how time is made to pass in it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from redis import Redis

from service.jobs.clock import Clock
from service.jobs.redis_store import RedisJobs
from service.jobs.sqlite import SqliteJobs
from service.jobs.store import Job, JobStore, Lease


class HandClock(Clock):
    """A clock that a test moves."""

    def __init__(self, *, boot: str = "boot-1") -> None:
        self.boot = boot
        self.now = 1000.0
        self.date = 1_900_000_000.0

    def steady(self) -> float:
        """Seconds since the start that the test made up."""
        return self.now

    def wall(self) -> float:
        """The date that the test made up."""
        return self.date


@dataclass
class Kept:
    """A store under test; `pass_time` lets seconds go by for it."""

    store: JobStore
    pass_time: Callable[[float], None]
    queue: list[str] = field(default_factory=list)

    def add(self, *, owner: str | None = None, key: str | None = None, body: str = "a", url: str | None = None) -> Job:
        """A job that waits."""
        job = Job(uuid4().hex, owner, "queued", time.time(), body.encode(), url)
        kept, created = self.store.create(job, idempotency_key=key, body_hash=body)
        if created:
            self.queue.append(kept.id)
        return kept

    def begun(self, job: Job) -> Lease:
        """A lease on a job that can be begun."""
        lease = self.store.begin(job.id, "tests")
        assert lease is not None
        return lease


def in_sqlite(folder: Path, *, most_waiting: int = 1000, retention_seconds: float = 3600.0) -> Kept:
    """The embedded store, on a clock of its own."""
    clock = HandClock()
    store = SqliteJobs(
        folder / "jobs.sqlite3", most_waiting=most_waiting, retention_seconds=retention_seconds, clock=clock
    )

    def pass_time(seconds: float) -> None:
        clock.now += seconds
        clock.date += seconds

    return Kept(store, pass_time)


def in_redis(client: Redis, *, most_waiting: int = 1000, retention_seconds: float = 3600.0) -> Kept:
    """The shared store; time passes by moving every time it has noted back."""
    client.flushall()
    store = RedisJobs(client, most_waiting=most_waiting, retention_seconds=retention_seconds)
    return Kept(store, lambda seconds: _age(client, round(seconds * 1000)))


def _age(client: Redis, milliseconds: int) -> None:
    prefix = "newsbriefs:jobs:"
    for name in ("queued", "running", "callbacks"):
        for member in client.zrange(prefix + name, 0, -1):
            client.zincrby(prefix + name, -milliseconds, member)
    for key in client.scan_iter(prefix + "*"):
        if (left := client.pttl(key)) > 0:
            client.pexpire(key, max(left - milliseconds, 0))
        if key.startswith((prefix + "job:").encode()) and client.hexists(key, "not_before"):
            client.hincrby(key, "not_before", -milliseconds)
    if client.hexists(prefix + "begun", "at"):
        client.hincrby(prefix + "begun", "at", -milliseconds)
