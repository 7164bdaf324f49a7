"""The disk is full, or can't be written: jobs are refused with the reason, articles go on being briefed.

Jumps of the clock are tried where clocks can be handed in: with leases, in `tests/unit/jobs`.
"""

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.faults.instances import Instance, instance
from tests.faults.kit import FINISHED, Caller, children, eventually

pytestmark = [pytest.mark.apertium, pytest.mark.timeout(600)]


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    """A disk of two megabytes; the test is skipped where nothing may be mounted."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here; files that may not grow are tried instead")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _check_refused(answer: httpx2.Response) -> None:
    assert (503, "application/problem+json") == (answer.status_code, answer.headers["Content-Type"])
    assert int(answer.headers["Retry-After"]) >= 1
    assert answer.json()["detail"]
    assert "/tmp" not in answer.text, "no path of this machine is told"


def _accept_until_refused(caller: Caller) -> list[str]:
    """The ids of what was still accepted (SQLite goes on in what room its log has), up to an honest refusal."""
    accepted = []
    for number in range(2, 500):
        answer = caller.accept(number)
        if answer.status_code != 202:
            _check_refused(answer)
            return accepted
        accepted.append(answer.json()["id"])
    raise AssertionError("500 jobs were accepted on a full disk")


def _all_ended(caller: Caller, job_ids: list[str]) -> bool:
    return all(caller.job(job_id)["status"] in FINISHED for job_id in job_ids)


def _check_briefed(caller: Caller) -> None:
    assert [200] * 3 == [caller.summarize(number).status_code for number in range(3)]
    assert 200 == caller.get("/livez").status_code


def test_full_disk(tmp_path: Path) -> None:
    """Until there is room again."""
    with (
        _small_disk(tmp_path / "disk") as disk,
        instance(tmp_path / "web", NEWSBRIEFS_DATA=str(disk)) as web,
        Caller(web.base) as caller,
    ):
        assert 202 == caller.accept(1).status_code
        filler = disk / "filler"
        _fill(filler)
        accepted = _accept_until_refused(caller)
        _check_briefed(caller)
        filler.unlink()
        assert eventually(lambda: _all_ended(caller, accepted), seconds=120)
        assert eventually(lambda: caller.accept(4).status_code == 202, seconds=60)


def _fill(path: Path) -> None:
    """Write until nothing more goes in."""
    try:
        with path.open("wb", buffering=0) as file:
            for _ in range(4096):
                file.write(b"\0" * 1024)
    except OSError:
        return


def test_files_that_may_not_grow(tmp_path: Path) -> None:
    """RLIMIT_FSIZE is a full disk that needs no mount; the process does not die of it."""
    with instance(tmp_path / "web") as web, Caller(web.base) as caller:
        assert 202 == caller.accept(1).status_code
        pids = [web.process.pid, *children(web.process.pid)]
        # What the database has now is the most it may have; the log is far from it.
        full = max(path.stat().st_size for path in (tmp_path / "web" / "data").iterdir())
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
        accepted = _accept_until_refused(caller)
        _check_briefed(caller)
        for pid in pids:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert eventually(lambda: _all_ended(caller, accepted), seconds=120)
        assert eventually(lambda: caller.accept(4).status_code == 202, seconds=60)


def test_a_file_stands_where_the_folder_should(tmp_path: Path) -> None:
    """Nothing can be kept: the service briefs, refuses jobs, and readiness says why."""
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    web = Instance(tmp_path / "web", NEWSBRIEFS_DATA=str(blocked))
    try:
        web.start()
        with Caller(web.base) as caller:
            assert eventually(lambda: _is_up(caller), seconds=60)
            assert eventually(lambda: caller.summarize(0).status_code == 200, seconds=60)
            _check_refused(caller.accept(1))
            ready = caller.get("/readyz")
            assert 503 == ready.status_code
            failed = [part for part in ready.json()["parts"] if part["status"] == "failed"]
            assert failed
            assert all(part["detail"] for part in failed)
    finally:
        web.end()


def _is_up(caller: Caller) -> bool:
    try:
        return caller.get("/livez").status_code == 200
    except httpx2.TransportError:
        return False
