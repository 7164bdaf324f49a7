"""How many processor cores this process may use: those it may run on, and no more than its container is given."""

import math
import os
from pathlib import Path

# cgroup v2: "quota period" or "max period" in microseconds; v1: two files, the quota -1 where there is none.
_V2 = "sys/fs/cgroup/cpu.max"
_V1 = ("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "sys/fs/cgroup/cpu/cpu.cfs_period_us")


def usable_cores(root: Path = Path("/")) -> int:
    """At least 1; a container's share of cores is rounded up (1.5 are 2).

    Python counts the cores of the machine: in a container of two on a machine of 64 that would be 32 times too many.
    Source: https://docs.kernel.org/admin-guide/cgroup-v2.html, "cpu.max".
    """
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    share = _share(root)
    return max(1, min(here, math.ceil(share))) if share is not None else here


def _share(root: Path) -> float | None:
    quota, period = [*_read(root / _V2), None, None][:2]
    if period is None:
        quota, period = (next(iter(_read(root / name)), None) for name in _V1)
    try:
        share = float(quota or 0) / float(period or 0)
    except (ValueError, ZeroDivisionError):
        return None
    return share if share > 0 else None


def _read(path: Path) -> list[str]:
    try:
        return path.read_text("ascii").split()
    except (OSError, ValueError):
        return []
