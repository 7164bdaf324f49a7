"""Redis is killed, started anew, full, slow: articles go on being briefed, and no accepted job is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.faults.instances import Instance, instance, worker
from tests.faults.kit import FINISHED, Caller, eventually
from tests.redis_server import RedisServer, redis_server

pytestmark = [pytest.mark.apertium, pytest.mark.timeout(1200)]


@contextmanager
def _web(folder: Path, redis: str, **more: str) -> Iterator[tuple[Instance, Caller]]:
    with instance(folder / "web", NEWSBRIEFS_REDIS_URL=str(redis), **more) as web, Caller(web.base) as caller:
        yield web, caller


def _check_refused(answer: httpx2.Response) -> None:
    assert (503, "application/problem+json") == (answer.status_code, answer.headers["Content-Type"])
    assert int(answer.headers["Retry-After"]) >= 1
    assert answer.json()["detail"]


def _check_briefed(caller: Caller, numbers: range) -> None:
    answers = [caller.summarize(number) for number in numbers]
    assert {200} == {answer.status_code for answer in answers}
    assert {"ok"} == {brief["status"] for answer in answers for brief in answer.json()["briefs"]}


def _ended(caller: Caller, job_ids: list[str]) -> bool:
    try:
        return all(caller.job(job_id)["status"] in FINISHED for job_id in job_ids)
    except httpx2.HTTPError:
        return False


def test_killed_and_started_anew(tmp_path: Path) -> None:
    """While it is gone articles are briefed and jobs refused; what was accepted before ends once it is back."""
    with (
        redis_server(tmp_path, "--appendonly", "yes", "--appendfsync", "always") as redis,
        _web(tmp_path, redis) as (web, caller),
    ):
        accepted = [caller.accept(number).json()["id"] for number in range(6)]
        redis.kill()
        _check_briefed(caller, range(100, 106))
        _check_refused(caller.accept(7))
        assert 503 == caller.get(f"/jobs/{accepted[0]}").status_code
        assert 200 == caller.get("/livez").status_code
        redis.restart()
        with worker(tmp_path / "worker", NEWSBRIEFS_REDIS_URL=str(redis)):
            assert eventually(lambda: _ended(caller, accepted), seconds=240)
        assert ["done"] * 6 == [caller.job(job_id)["status"] for job_id in accepted]
        assert eventually(lambda: caller.accept(8).status_code == 202, seconds=60)
        assert eventually(web.ready, seconds=60)


def test_killed_under_a_worker(tmp_path: Path) -> None:
    """A worker whose Redis goes away and comes back takes up its jobs by itself."""
    with redis_server(tmp_path, "--appendonly", "yes", "--appendfsync", "always") as redis:
        shared = {"NEWSBRIEFS_REDIS_URL": str(redis)}
        with _web(tmp_path, redis) as (_, caller), worker(tmp_path / "worker", **shared) as working:
            first = caller.accept(0).json()["id"]
            assert eventually(lambda: _ended(caller, [first]), seconds=120), working.log()
            accepted = [caller.accept(number).json()["id"] for number in range(1, 9)]
            redis.kill()
            redis.restart()
            assert eventually(lambda: _ended(caller, accepted), seconds=240), working.log()
            assert {"done"} == {caller.job(job_id)["status"] for job_id in accepted}


def test_full(tmp_path: Path) -> None:
    """No memory is left and nothing may give way: articles are briefed, jobs are refused."""
    with (
        redis_server(tmp_path, "--maxmemory", "2mb", "--maxmemory-policy", "noeviction") as redis,
        _web(tmp_path, redis) as (_, caller),
    ):
        _fill(redis)
        _check_briefed(caller, range(4))
        _check_refused(caller.accept(9))


def _fill(redis: RedisServer) -> None:
    with redis.client() as client:
        client.config_set("maxmemory", client.info("memory")["used_memory"])


def test_frozen(tmp_path: Path) -> None:
    """It takes connections and never answers: articles are briefed all the same, and jobs refused in good time."""
    with redis_server(tmp_path) as redis, _web(tmp_path, redis) as (_, caller):
        redis.freeze()
        try:
            _check_briefed(caller, range(6))
            _check_refused(caller.accept(9))
            assert 200 == caller.get("/livez").status_code
        finally:
            redis.thaw()
        assert eventually(lambda: caller.accept(10).status_code == 202, seconds=60)


def test_slow(tmp_path: Path) -> None:
    """It pauses for seconds (CLIENT PAUSE): nobody fails for that, and it is used again after."""
    with (
        redis_server(tmp_path) as redis,
        _web(tmp_path, redis) as (_, caller),
        redis.client() as client,
    ):
        client.execute_command("CLIENT", "PAUSE", 5000, "ALL")
        _check_briefed(caller, range(4))
        assert eventually(lambda: caller.accept(5).status_code == 202, seconds=60)


def test_limits_hold_without_it(tmp_path: Path) -> None:
    """The rate is counted in the process while Redis is gone: it still stops who asks too often."""
    with (
        redis_server(tmp_path) as redis,
        _web(tmp_path, redis, NEWSBRIEFS_RATE_PER_ADDRESS="5/hour") as (_, caller),
    ):
        redis.kill()
        statuses = [caller.summarize(number).status_code for number in range(12)]
        assert 200 == statuses[0]
        assert 429 == statuses[-1]
        assert {200, 429} == set(statuses)


def test_two_instances_share_answers_until_it_is_gone(tmp_path: Path) -> None:
    """What one worked out the other has; without Redis each works for itself."""
    with (
        redis_server(tmp_path) as redis,
        _web(tmp_path / "a", redis) as (_, one),
        _web(tmp_path / "b", redis) as (_, other),
    ):
        assert ["miss", "hit"] == [one.summarize(1).json()["cache"], other.summarize(1).json()["cache"]]
        redis.kill()
        assert ["miss", "miss"] == [one.summarize(2).json()["cache"], other.summarize(2).json()["cache"]]
        assert "hit" == other.summarize(2).json()["cache"]
