"""Apertium's processes die or hang: the language fails alone with its reason, or is served, and the next is fine."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.faults.instances import Instance, instance
from tests.faults.kit import FINISHED, Caller, eventually, kill, named, running

pytestmark = [pytest.mark.apertium, pytest.mark.timeout(600)]
PROGRAMS = ("lt-proc", "apertium-transfer", "apertium-tagger", "apertium-pretransfer")


def _pipelines(web: Instance) -> list[int]:
    return [pid for program in PROGRAMS for pid in named(web.process.pid, program[:15])]


def _ok(document: dict[str, Any]) -> bool:
    return [("es", "ok"), ("gl", "ok")] == [(brief["language"], brief["status"]) for brief in document["briefs"]]


def _check_failed_alone(document: dict[str, Any]) -> None:
    """The source's own brief is there, and a language that failed says why."""
    own, other = document["briefs"]
    assert "ok" == own["status"]
    assert "ok" == other["status"] or other["problem"]["detail"]


def test_pipelines_are_killed_while_requests_run(tmp_path: Path) -> None:
    """No request fails as a whole, and after the last kill all is well."""
    with instance(tmp_path, NEWSBRIEFS_CACHE_BYTES="0") as web, Caller(web.base) as caller:
        assert _ok(caller.summarize(0).json())

        def keep_killing(stop: Any) -> None:
            while not stop.wait(0.05):
                for pid in _pipelines(web)[:2]:
                    kill(pid)

        with running(keep_killing):
            for number in range(1, 25):
                answer = caller.summarize(number)
                assert answer.status_code == 200, answer.text
                _check_failed_alone(answer.json())
        assert eventually(lambda: _ok(caller.summarize(99).json()), seconds=60)
        assert 200 == caller.get("/readyz").status_code


def test_a_hung_pipeline_costs_its_own_requests_and_no_other(tmp_path: Path) -> None:
    """SIGSTOP: the language is late for who waited for it; the next who ask are served by another process."""
    with instance(tmp_path, NEWSBRIEFS_CACHE_BYTES="0") as web, Caller(web.base, timeout_seconds=90) as caller:
        assert _ok(caller.summarize(0).json())
        hung = _pipelines(web)
        assert hung
        for pid in hung:
            os.kill(pid, signal.SIGSTOP)
        late = caller.summarize(1, timeout_seconds=15)
        assert late.status_code == 200, late.text
        _check_failed_alone(late.json())
        assert eventually(lambda: _ok(caller.summarize(2, timeout_seconds=20).json()), seconds=120)
        assert 200 == caller.get("/livez").status_code
        assert eventually(lambda: not any(_is_there(pid) for pid in hung), seconds=60), "hung processes are ended"


def _is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(") ")[2][0]
    except OSError:
        return False
    return state != "Z"


def test_a_job_goes_on_after_its_pipeline_died(tmp_path: Path) -> None:
    """The job ends done, whatever became of the processes meanwhile."""
    with instance(tmp_path, NEWSBRIEFS_CACHE_BYTES="0") as web, Caller(web.base) as caller:
        assert _ok(caller.summarize(0).json())
        accepted = [caller.accept(number).json()["id"] for number in range(1, 6)]
        for pid in _pipelines(web):
            kill(pid)
        assert eventually(lambda: all(caller.job(one)["status"] in FINISHED for one in accepted), seconds=120)
        assert {"done"} == {caller.job(one)["status"] for one in accepted}
        for one in accepted:
            _check_failed_alone(caller.job(one)["result"])
