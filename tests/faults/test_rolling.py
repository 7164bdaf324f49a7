"""Three instances behind nginx are replaced one after another under load: nobody notices."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.faults.instances import Instance, Worker
from tests.faults.kit import FINISHED, Caller, eventually, running
from tests.nginx_server import nginx_server
from tests.redis_server import redis_server

pytestmark = [pytest.mark.apertium, pytest.mark.timeout(1200)]
EVENTS = {"source", "quote", "brief", "done"}


class _Load:
    """Callers of three kinds, and what went wrong for any of them."""

    def __init__(self, front: str) -> None:
        self._front = front
        self._numbers = count()
        self._lock = threading.Lock()
        self.wrong: list[str] = []
        self.answered = 0
        self.accepted: set[str] = set()

    def articles(self, stop: threading.Event) -> None:
        """Plain calls; each in the article's language and another."""
        self._until(stop, lambda caller, number: self._article(caller, number))

    def streams(self, stop: threading.Event) -> None:
        """Streamed calls, read to their end."""
        self._until(stop, lambda caller, number: self._stream(caller, number))

    def jobs(self, stop: threading.Event) -> None:
        """Jobs with an Idempotency-Key, each sent once, and followed until it ended or the load ends."""
        self._until(stop, lambda caller, number: self._job(caller, number, stop))

    def _until(self, stop: threading.Event, act: Callable[[Caller, int], str | None]) -> None:
        with Caller(self._front) as caller:
            while not stop.is_set():
                with self._lock:
                    number = next(self._numbers)
                try:
                    wrong = act(caller, number)
                except Exception as error:
                    wrong = f"{type(error).__name__}: {error}"
                with self._lock:
                    self.answered += wrong is None
                    self.wrong += [wrong] if wrong else []

    def _article(self, caller: Caller, number: int) -> str | None:
        answer = caller.summarize(number, timeout_seconds=30)
        if answer.status_code != 200:
            return f"/summarize {answer.status_code}: {answer.text[:300]}"
        failed = [brief["problem"] for brief in answer.json()["briefs"] if brief["status"] != "ok"]
        return f"/summarize: {failed}" if failed else None

    def _stream(self, caller: Caller, number: int) -> str | None:
        events = caller.events(number, timeout_seconds=30)
        return None if events[-1] == "done" and set(events) <= EVENTS else f"stream: {events}"

    def _job(self, caller: Caller, number: int, stop: threading.Event) -> str | None:
        answer = caller.accept(number, key=f"key-{number}")
        if answer.status_code != 202:
            return f"/jobs {answer.status_code}: {answer.text[:300]}"
        job_id = answer.json()["id"]
        with self._lock:
            self.accepted.add(job_id)
        ended = eventually(lambda: stop.is_set() or _all_ended(caller, {job_id}), seconds=300)
        return None if ended else f"/jobs/{job_id} did not end"


@contextmanager
def _three(folder: Path, redis: str) -> Iterator[list[Instance]]:
    instances = [Instance(folder / f"web{index}", NEWSBRIEFS_REDIS_URL=str(redis)) for index in range(3)]
    try:
        for one in instances:
            one.start()
        for one in instances:
            one.wait()
        yield instances
    finally:
        for one in instances:
            one.end()


def test_a_rolling_restart_fails_no_request(tmp_path: Path) -> None:
    """Each instance is told to stop (SIGTERM), ends cleanly, and is replaced; jobs and streams go through it too."""
    with redis_server(tmp_path, "--appendonly", "yes") as redis, _three(tmp_path, redis) as instances:
        working = Worker(tmp_path / "worker", NEWSBRIEFS_REDIS_URL=str(redis))
        with nginx_server(tmp_path / "nginx", [one.port for one in instances]) as front:
            load = _Load(front)
            try:
                working.start()
                with running(load.articles, load.articles, load.streams, load.jobs):
                    for one in instances:
                        before = load.answered
                        assert eventually(lambda before=before: load.answered > before + 5, seconds=120)  # type: ignore[misc]
                        assert 0 == one.stop()
                        one.start()
                        one.wait()
                assert [] == load.wrong
                assert load.answered > 15
                with Caller(front) as caller:
                    assert eventually(lambda: _all_ended(caller, load.accepted), seconds=300)
                    assert {"done"} == {caller.job(one)["status"] for one in load.accepted}
            finally:
                working.end()


def _all_ended(caller: Caller, job_ids: set[str]) -> bool:
    return all(caller.job(one)["status"] in FINISHED for one in job_ids)
