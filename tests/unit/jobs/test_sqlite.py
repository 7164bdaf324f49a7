"""What only the embedded store must keep to: its file, its clocks, and other processes at the same file."""

import os
import resource
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from service.errors import Overloaded, StoreUnavailable
from service.jobs.clock import Clock
from service.jobs.sqlite import SqliteJobs
from service.jobs.store import LEASE_SECONDS, Job, Outcome
from tests.unit.jobs.stores import HandClock, in_sqlite

ROOT = Path(__file__).parents[3]
SHARED = """
import sys
from pathlib import Path
from service.jobs.clock import Clock
from service.jobs.sqlite import SqliteJobs
from service.jobs.store import Outcome
from service.errors import StoreUnavailable

store = SqliteJobs(Path(sys.argv[1]), most_waiting=1000, retention_seconds=60, clock=Clock())
sys.stdin.readline()
while True:
    try:
        lease = store.claim(sys.argv[2])
    except StoreUnavailable:
        continue
    if lease is None:
        break
    print(lease.job.id, lease.fence)
    while True:
        try:
            assert store.finish(lease, Outcome(result=b"{}"))
            break
        except StoreUnavailable:
            continue
"""
FILLED = """
import resource, sys, time
from pathlib import Path
from service.config import Settings
from service.errors import StoreUnavailable
from service.jobs.clock import Clock
from service.jobs.sqlite import SqliteJobs
from service.jobs.store import Job
from service.logs import configure_logs

configure_logs(Settings.from_env({}), stream=sys.stderr)
store = SqliteJobs(Path(sys.argv[1]), most_waiting=1000, retention_seconds=60, clock=Clock())
store.create(Job("first", None, "queued", time.time(), b"{}"), idempotency_key=None, body_hash="")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    store.create(Job("big", None, "queued", time.time(), b"x" * 1_000_000), idempotency_key=None, body_hash="")
except StoreUnavailable as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.create(Job("big", None, "queued", time.time(), b"x" * 1_000_000), idempotency_key=None, body_hash="")
print(store.get("first", None).status, store.get("big", None).status, store.problem())
"""


def _job(name: str = "a") -> Job:
    return Job(name, None, "queued", time.time(), b"{}")


def test_nobody_else_on_the_machine_reads_the_file(tmp_path: Path) -> None:
    """The folder and every file in it are their owner's alone, whatever the umask: they hold articles."""
    before = os.umask(0)
    try:
        kept = in_sqlite(tmp_path / "data")
        kept.add()
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()}
    assert {0o600} == set(modes.values())
    assert 0o700 == stat.S_IMODE((tmp_path / "data").stat().st_mode)
    kept.store.close()


def test_the_oldest_job_is_claimed_first(tmp_path: Path) -> None:
    """First in, first begun; what a dead worker left comes before what waits."""
    kept = in_sqlite(tmp_path)
    store = kept.store
    assert isinstance(store, SqliteJobs)
    first, second, third = (kept.add() for _ in range(3))
    leases = [store.claim("w"), store.claim("w")]
    assert [first.id, second.id] == [lease.job.id for lease in leases if lease is not None]
    kept.pass_time(LEASE_SECONDS + 1)
    again = [store.claim("w") for _ in range(3)]
    assert [first.id, second.id, third.id] == [lease.job.id for lease in again if lease is not None]
    assert store.claim("w") is None
    store.close()


def test_more_jobs_than_may_wait_are_refused(tmp_path: Path) -> None:
    """With a time to come back; a key that stands for a job gets that job all the same."""
    kept = in_sqlite(tmp_path, most_waiting=2)
    first = kept.add(key="once")
    kept.add()
    with pytest.raises(Overloaded) as caught:
        kept.add()
    assert caught.value.retry_after_seconds
    assert first.id == kept.add(key="once").id
    kept.begun(first)
    kept.add()
    kept.store.close()


def test_setting_the_clock_ends_no_lease(tmp_path: Path) -> None:
    """Leases and waits go by the steady clock; a year forward and a year back move nothing."""
    clock = HandClock()
    store = SqliteJobs(tmp_path / "jobs.sqlite3", most_waiting=9, retention_seconds=60.0, clock=clock)
    store.create(_job(), idempotency_key=None, body_hash="")
    assert store.claim("w") is not None
    for jump in (3e7, -6e7):
        clock.date += jump
        assert store.claim("w") is None
    clock.now += LEASE_SECONDS + 1
    assert store.claim("w") is not None
    store.close()


def test_setting_the_clock_forward_forgets_no_finished_job(tmp_path: Path) -> None:
    """A job is forgotten once its time is over by both clocks."""
    clock = HandClock()
    store = SqliteJobs(tmp_path / "jobs.sqlite3", most_waiting=9, retention_seconds=60.0, clock=clock)
    store.create(_job(), idempotency_key=None, body_hash="")
    lease = store.claim("w")
    assert lease is not None
    store.finish(lease, Outcome(result=b"{}"))
    clock.date += 3e7
    assert 0 == store.expire()
    clock.now += 61.0
    assert 1 == store.expire()
    store.close()


def test_a_restart_of_the_machine_ends_every_lease(tmp_path: Path) -> None:
    """Whoever worked before it is gone: jobs go on at once, though the steady clock began anew."""
    path = tmp_path / "jobs.sqlite3"
    before = SqliteJobs(path, most_waiting=9, retention_seconds=60.0, clock=HandClock())
    before.create(_job(), idempotency_key=None, body_hash="")
    assert before.claim("w") is not None
    before.close()
    clock = HandClock(boot="boot-2")
    clock.now = 1.0
    after = SqliteJobs(path, most_waiting=9, retention_seconds=60.0, clock=clock)
    lease = after.claim("w")
    assert lease is not None
    assert 2 == lease.job.attempt
    after.close()


def test_two_processes_at_one_file_never_get_the_same_job(tmp_path: Path) -> None:
    """Every job is begun once and done once, by one of three processes that claim as fast as they can."""
    path = tmp_path / "jobs.sqlite3"
    with closing(SqliteJobs(path, most_waiting=1000, retention_seconds=60.0, clock=Clock())) as store:
        ids = {f"job-{number}" for number in range(60)}
        for name in sorted(ids):
            store.create(_job(name), idempotency_key=None, body_hash="")
        arguments = [sys.executable, "-c", SHARED, str(path)]
        claimants = [
            subprocess.Popen([*arguments, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
            for name in "abc"
        ]
        said = [claimant.communicate("go\n")[0].split("\n") for claimant in claimants]
        claimed = [line.split() for lines in said for line in lines if line]
        assert [0, 0, 0] == [claimant.returncode for claimant in claimants]
        assert ids == {name for name, _ in claimed}
        assert [(name, "1") for name in sorted(ids)] == sorted((name, fence) for name, fence in claimed)
        assert {"done"} == {store.get(name, None).status for name in ids}


def test_a_full_disk_refuses_and_harms_nothing(tmp_path: Path) -> None:
    """A job that does not fit is refused, those before it are whole, and once there is room all goes on."""
    assert resource.RLIMIT_FSIZE
    ran = subprocess.run(
        [sys.executable, "-c", FILLED, str(tmp_path / "jobs.sqlite3")], capture_output=True, text=True, cwd=ROOT
    )
    assert (0, "queued queued None") == (ran.returncode, ran.stdout.strip().split("\n")[-1])
    assert ran.stdout.startswith("jobs can't be kept or read now: ")


@pytest.mark.parametrize("harm", ["header", "middle"])
def test_a_damaged_file_is_told_and_never_written_over(tmp_path: Path, harm: str) -> None:
    """Every call raises StoreUnavailable with the remedy, readiness says the same, and the file stays for a rescue."""
    path = tmp_path / "jobs.sqlite3"
    kept = in_sqlite(tmp_path)
    for _ in range(50):
        kept.add(body="x" * 2000)
    kept.store.close()
    damaged = bytearray(path.read_bytes())
    start = 0 if harm == "header" else 100
    damaged[start : start + 8192] = b"\xa5" * 8192
    path.write_bytes(damaged)
    with pytest.raises(StoreUnavailable, match=r"jobs\.sqlite3 in NEWSBRIEFS_DATA is damaged .* move it away"):
        kept.add()
    assert "damaged" in (kept.store.problem() or "")
    kept.store.close()
    assert bytes(damaged) == path.read_bytes()


def test_a_file_that_is_held_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program that holds the file makes calls fail, not wait for ever; afterwards they go on."""
    monkeypatch.setattr("service.jobs.sqlite_file._BUSY_SECONDS", 0.05)
    kept = in_sqlite(tmp_path)
    kept.add()
    with closing(sqlite3.connect(tmp_path / "jobs.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="locked"):
            kept.add()
    kept.add()
    assert 2 == kept.store.counts().queued
    kept.store.close()


def test_a_folder_that_can_not_be_made_is_told_without_its_path(tmp_path: Path) -> None:
    """The reason is told to callers, the path is not."""
    (tmp_path / "file").write_text("in the way")
    kept = in_sqlite(tmp_path / "file" / "data")
    problem = kept.store.problem() or ""
    assert "NEWSBRIEFS_DATA" in problem
    assert str(tmp_path) not in problem


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """An older service does not guess at a newer form."""
    kept = in_sqlite(tmp_path)
    kept.add()
    kept.store.close()
    with closing(sqlite3.connect(tmp_path / "jobs.sqlite3")) as other:
        other.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreUnavailable, match="form 99"):
        kept.add()
    kept.store.close()
