"""The real worker, as it is started from a shell: it does jobs, passes them on when it is killed, and ends politely."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from service.bootstrap import Services
from service.config import Settings
from service.engines.base import LoadedEngines
from service.errors import ConfigError
from service.jobs.jobs import Jobs, kind_of, open_jobs
from service.jobs.store import Job
from service.worker import Worker, run_workers
from tests.redis_server import redis_server

ROOT = Path(__file__).parents[3]
START = "from service.cli_worker import worker; worker()"
TEXT = (
    "The harbour board of Port Ellery met on day {number}. “The ferry will sail,” said the harbour master, Ines Okafor."
)
PATIENCE = 180.0
DONE = 'newsbriefs_jobs_finished_total{status="done"}'


@contextmanager
def _worker(environ: dict[str, str], *options: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", START, *options]
    running = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environ}, stdout=subprocess.PIPE)
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()


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


def _free_ports() -> int:
    """The first of two ports in a row that nobody listens on."""
    while True:
        with socket.socket() as one, socket.socket() as other:
            one.bind(("127.0.0.1", 0))
            first: int = one.getsockname()[1]
            with suppress(OSError, OverflowError):
                other.bind(("127.0.0.1", first + 1))
                return first


def _get(port: int, path: str) -> tuple[int, str]:
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
    except OSError:
        return 0, ""


def _until_ready(ports: list[int], running: subprocess.Popen[bytes]) -> None:
    pause, until = Event(), time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        if all(_get(port, "/readyz")[0] == 200 for port in ports):
            return
        pause.wait(0.1)
    raise AssertionError(f"the worker's status is {running.poll()}; {[_get(port, '/readyz') for port in ports]}")


def test_each_process_can_be_probed_and_scraped(tmp_path: Path) -> None:
    """The second listens one port higher; what they did is told there, and in lines that name the job."""
    with redis_server(tmp_path) as server:
        port = _free_ports()
        environ = {"NEWSBRIEFS_REDIS_URL": str(server), "NEWSBRIEFS_DATA": str(tmp_path)}
        found = open_jobs(Settings.from_env(environ))
        assert found is not None
        with _worker({**environ, "NEWSBRIEFS_WORKER_PORT": str(port)}, "--processes", "2") as running:
            _until_ready([port, port + 1], running)
            ended = _until_done(found, [_add(found, number) for number in range(6)], running)
            assert [200, 200] == [_get(one, "/livez")[0] for one in (port, port + 1)]
            _until_counted([port, port + 1], 6.0)
            running.send_signal(signal.SIGTERM)
            lines = [json.loads(line) for line in running.communicate(timeout=PATIENCE)[0].splitlines()]
        assert {"done"} == {job.status for job in ended}
        assert {job.id for job in ended} == {line["job_id"] for line in lines if line["event"] == "job_attempt"}
        assert [0, 0] == [_get(one, "/livez")[0] for one in (port, port + 1)]
        found.stop(grace_seconds=0.0)


def _until_counted(ports: list[int], done: float) -> None:
    """A job is counted just after the store has its end."""
    pause, until, counted = Event(), time.monotonic() + PATIENCE, 0.0
    while time.monotonic() < until:
        lines = [line for port in ports for line in _get(port, "/metrics")[1].splitlines()]
        counted = sum(float(line.split()[-1]) for line in lines if line.startswith(DONE))
        if counted == done:
            return
        pause.wait(0.1)
    raise AssertionError(f"{counted} of {done} jobs were counted")


def _no_engines() -> LoadedEngines:
    raise AssertionError("nothing is loaded in this test")


def test_a_thread_that_ended_is_a_flaw_until_it_is_meant_to_end(tmp_path: Path) -> None:
    """Before the start and after the end nothing has to run; while it drains, Dramatiq's own threads may end."""
    ended = Thread(target=lambda: None)
    ended.start()
    ended.join()
    with redis_server(tmp_path) as server:
        settings = Settings.from_env({"NEWSBRIEFS_REDIS_URL": str(server), "NEWSBRIEFS_DATA": str(tmp_path)})
        own = Services(settings, _no_engines)
        worker = Worker(settings, own)
        assert [] == worker.flaws()
        worker.start([ended])
        assert ["the thread Thread 0 has ended"] == worker.flaws()
        assert not own.draining
        worker.drain()
        assert ([], True) == (worker.flaws(), own.draining)
        worker.stop()
        assert [] == worker.flaws()


def test_ports_that_there_are_not_stop_the_start() -> None:
    """Each process needs its own."""
    environ = {"NEWSBRIEFS_REDIS_URL": "redis://127.0.0.1", "NEWSBRIEFS_WORKER_PORT": "65535"}
    with pytest.raises(ConfigError, match="NEWSBRIEFS_WORKER_PORT is 65535, and 2 processes"):
        run_workers(Settings.from_env(environ), processes=2)


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
