"""The real worker, as it is started from a shell: it does jobs, passes them on when it is killed, and ends politely."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from service.config import Settings
from service.errors import ConfigError
from service.jobs.jobs import Jobs, kind_of, open_jobs
from service.jobs.store import Job
from service.worker import run_workers
from tests.redis_server import redis_server

ROOT = Path(__file__).parents[3]
START = "import sys; sys.argv = ['newsbriefs']; from service.cli_worker import worker; worker()"
TEXT = (
    "The harbour board of Port Ellery met on day {number}. “The ferry will sail,” said the harbour master, Ines Okafor."
)
PATIENCE = 180.0


@contextmanager
def _worker(environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen([sys.executable, "-c", START], cwd=ROOT, env={**os.environ, **environ})
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.wait()


def _add(found: Jobs, number: int) -> Job:
    body = json.dumps({"text": TEXT.format(number=number), "languages": ["en"]}).encode()
    return found.create(body, owner=None, callback_url=None, idempotency_key=None)[0]


def _until_done(found: Jobs, jobs: list[Job], running: subprocess.Popen[bytes]) -> list[Job]:
    """The jobs once all have ended, for which a worker must be running."""
    pause, until = Event(), time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        now = [found.store.get(job.id, None) for job in jobs]
        if all(job.finished for job in now):
            return now
        pause.wait(0.1)
    raise AssertionError(f"the worker's status is {running.poll()}; jobs: {found.store.counts()}")


def test_a_worker_does_jobs_and_ends_when_it_is_told_to(tmp_path: Path) -> None:
    """Engines load in its own process; SIGTERM ends it with status 0; its jobs are done, those after it wait."""
    with redis_server(tmp_path) as server:
        environ = {"NEWSBRIEFS_REDIS_URL": str(server), "NEWSBRIEFS_DATA": str(tmp_path)}
        found = open_jobs(Settings.from_env(environ))
        assert found is not None
        with _worker(environ) as running:
            ended = _until_done(found, [_add(found, number) for number in range(4)], running)
            running.send_signal(signal.SIGTERM)
            assert 0 == running.wait(PATIENCE)
        assert [("done", 1)] * 4 == [(job.status, job.attempt) for job in ended]
        assert "queued" == found.store.get(_add(found, 5).id, None).status
        found.stop(grace_seconds=0.0)


def test_workers_need_a_shared_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one the web process does its jobs itself, and the message says so."""
    with pytest.raises(ConfigError, match="NEWSBRIEFS_REDIS_URL"):
        run_workers(Settings.from_env({}), processes=1)


@pytest.mark.parametrize(
    ("environ", "kind"),
    [
        ({}, "embedded"),
        ({"NEWSBRIEFS_REDIS_URL": "redis://127.0.0.1"}, "redis"),
        ({"NEWSBRIEFS_REDIS_URL": "redis://127.0.0.1", "NEWSBRIEFS_JOBS": "embedded"}, "embedded"),
        ({"NEWSBRIEFS_JOBS": "off"}, "off"),
    ],
)
def test_jobs_are_kept_where_the_settings_say(environ: dict[str, str], kind: str) -> None:
    """By default on the shared store, where there is one."""
    assert kind == kind_of(Settings.from_env(environ))


def test_jobs_on_a_redis_that_is_not_named_stop_the_start() -> None:
    """The message names the setting that is missing."""
    with pytest.raises(ConfigError, match="NEWSBRIEFS_REDIS_URL is empty"):
        open_jobs(Settings.from_env({"NEWSBRIEFS_JOBS": "redis"}))


def test_switched_off_there_are_no_jobs() -> None:
    """And no file."""
    assert open_jobs(Settings.from_env({"NEWSBRIEFS_JOBS": "off"})) is None
