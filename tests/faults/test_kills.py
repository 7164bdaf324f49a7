"""`kill -9` at random moments: what was accepted ends, once, and its callback comes."""

import os
import random
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from tests.faults.instances import Worker, instance
from tests.faults.kit import FINISHED, Caller, Receiver, eventually, kill, named
from tests.redis_server import redis_server

KILLS = int(os.environ.get("KILLS", "6"))
SEED = int(os.environ.get("KILL_SEED", str(random.SystemRandom().randrange(1_000_000))))
JOBS_BETWEEN = 4
# Leases of the killed run out in 20 s, a callback's in 60, and an attempt waits a little before the next.
END_SECONDS = 300.0

pytestmark = [pytest.mark.apertium, pytest.mark.timeout(3600)]


def _accept(base: str, numbers: range, callback_url: str) -> set[str]:
    """The ids of the jobs that were answered 202; a caller whose connection broke asks again with the same key."""
    accepted = set()
    for number in numbers:
        with Caller(base) as caller:
            accepted.add(_insist(caller, number, callback_url))
    return accepted


def _insist(caller: Caller, number: int, callback_url: str) -> str:
    found: list[str] = []

    def taken() -> bool:
        try:
            answer = caller.accept(number, key=f"key-{number}", callback_url=callback_url)
        except httpx2.TransportError:
            return False
        if answer.status_code == 202:
            found.append(answer.json()["id"])
        assert answer.status_code in (202, 503), answer.text
        return bool(found)

    assert eventually(taken, seconds=120)
    return found[0]


def _kill_while_accepting(base: str, fall: Callable[[random.Random], None], callback_url: str) -> set[str]:
    """Jobs go on being accepted while one kill after another falls at a moment of chance."""
    rng = random.Random(SEED)
    print(f"seed {SEED}: KILL_SEED={SEED} KILLS={KILLS} makes the same moments")
    accepted: set[str] = set()
    moment = threading.Event()
    for turn in range(KILLS):
        first = turn * JOBS_BETWEEN
        accepted |= _accept(base, range(first, first + JOBS_BETWEEN), callback_url)
        moment.wait(rng.uniform(0.0, 1.5))
        fall(rng)
    return accepted


def _check_ends(base: str, accepted: set[str], receiver: Receiver, *, kills: int) -> None:
    """Each ended done, or failed with a reason; each was called back, and said the same thing each time."""
    with Caller(base) as caller:
        assert eventually(lambda: _ended(caller, accepted), seconds=END_SECONDS), _left(caller, accepted)
        documents = {job_id: caller.job(job_id) for job_id in accepted}
    assert receiver.wait_for(accepted, seconds=END_SECONDS)
    for document in documents.values():
        assert document["status"] in ("done", "failed")
        assert (document["result"] is None) == (document["status"] == "failed")
        assert document["status"] == "done" or document["problem"]["detail"]
    assert [] == receiver.wrong
    assert accepted == set(receiver.deliveries)
    # One result a job: every delivery of it says the same. No kill makes more than what was being sent come again.
    assert {1} == {len(said) for said in receiver.said.values()}
    assert max(receiver.deliveries.values()) <= 1 + kills
    again = sum(receiver.deliveries.values()) - len(accepted)
    assert again <= kills * 8, "a sender has at most eight callbacks under way"


def _ended(caller: Caller, accepted: set[str]) -> bool:
    try:
        return all(caller.job(job_id)["status"] in FINISHED for job_id in accepted)
    except httpx2.HTTPError:
        return False


def _left(caller: Caller, accepted: set[str]) -> list[object]:
    documents = [caller.job(job_id) for job_id in accepted]
    return [document for document in documents if document["status"] not in FINISHED]


def test_the_web_process_is_killed(tmp_path: Path) -> None:
    """Embedded jobs: the worker of gunicorn, or all of it, dies with jobs in flight and comes back on its own data."""
    with Receiver() as receiver, instance(tmp_path / "web", NEWSBRIEFS_JOB_ATTEMPTS="20") as web:

        def fell(rng: random.Random) -> None:
            if rng.random() < 0.7:
                web.kill_worker()
            else:
                web.kill_all()
                web.start()
            web.wait()

        accepted = _kill_while_accepting(web.base, fell, receiver.url)
        assert len(accepted) == KILLS * JOBS_BETWEEN
        _check_ends(web.base, accepted, receiver, kills=KILLS)


def test_a_worker_is_killed(tmp_path: Path) -> None:
    """Jobs on Redis: a worker dies with jobs in flight, another is there, a new one comes."""
    with Receiver() as receiver, redis_server(tmp_path, "--appendonly", "yes", "--appendfsync", "always") as redis:
        shared = {"NEWSBRIEFS_REDIS_URL": str(redis), "NEWSBRIEFS_JOB_ATTEMPTS": "20"}
        workers = [Worker(tmp_path / f"worker{index}", **shared) for index in range(2)]
        try:
            for one in workers:
                one.start()
            with instance(tmp_path / "web", **shared) as web:

                def fell(rng: random.Random) -> None:
                    one = rng.choice(workers)
                    one.kill()
                    one.start()

                accepted = _kill_while_accepting(web.base, fell, receiver.url)
                _check_ends(web.base, accepted, receiver, kills=KILLS)
        finally:
            for one in workers:
                one.end()


def test_a_job_whose_process_dies_each_time_fails_with_a_reason(tmp_path: Path) -> None:
    """After its last attempt it is failed and says so, and other jobs go on."""
    with instance(tmp_path / "web", NEWSBRIEFS_JOB_ATTEMPTS="1") as web, Caller(web.base) as caller:
        assert 200 == caller.summarize(0).status_code
        pipelines = named(web.process.pid, "lt-proc")
        for pid in pipelines:
            os.kill(pid, signal.SIGSTOP)
        job_id = caller.accept(1).json()["id"]
        assert eventually(lambda: caller.job(job_id)["status"] == "running", seconds=60)
        web.kill_worker()
        for pid in pipelines:
            kill(pid)
        web.wait()
        with Caller(web.base) as anew:
            assert eventually(lambda: _ended(anew, {job_id}), seconds=END_SECONDS)
            ended = anew.job(job_id)
            assert ("failed", None) == (ended["status"], ended["result"])
            assert ended["problem"]["detail"]
            other = anew.accept(2).json()["id"]
            assert eventually(lambda: _ended(anew, {other}), seconds=END_SECONDS)
            assert "done" == anew.job(other)["status"]
