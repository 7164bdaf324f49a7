"""How many cores the service takes for its own, in a container and out of one."""

import os
from pathlib import Path

import pytest

from service.cores import usable_cores

HERE = len(os.sched_getaffinity(0))


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of 64 cores."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)))


def _write(root: Path, name: str, text: str) -> None:
    path = root / "sys/fs/cgroup" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("200000 100000\n", 2),
        ("150000 100000\n", 2),
        ("10000 100000\n", 1),
        ("max 100000\n", 64),
        ("9900000 100000\n", 64),
        ("", 64),
        ("rubbish\n", 64),
        ("200000 0\n", 64),
        ("\xff\n", 64),
    ],
)
@pytest.mark.usefixtures("many")
def test_the_share_of_a_container(tmp_path: Path, text: str, cores: int) -> None:
    """cgroup v2: rounded up, never more than there are; what can't be read is no limit."""
    _write(tmp_path, "cpu.max", text)
    assert cores == usable_cores(tmp_path)


@pytest.mark.parametrize(("quota", "cores"), [("300000", 3), ("-1", 64)])
@pytest.mark.usefixtures("many")
def test_the_share_of_an_older_container(tmp_path: Path, quota: str, cores: int) -> None:
    """cgroup v1: a quota of -1 is none."""
    _write(tmp_path, "cpu/cpu.cfs_quota_us", quota)
    _write(tmp_path, "cpu/cpu.cfs_period_us", "100000")
    assert cores == usable_cores(tmp_path)


def test_without_a_container(tmp_path: Path) -> None:
    """Those this process may run on."""
    assert HERE == usable_cores(tmp_path)
