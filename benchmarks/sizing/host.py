"""What the kernel tells: memory and processor time of a process with all it started, and what others took."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load.process import is_python, tree_of

_TICKS = os.sysconf("SC_CLK_TCK")
_SIZE = re.compile(r"^(Pss|Rss):\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of processor time so far: of a tree, of its Python alone, of everybody else but us, stolen by the host.

    `idle` has those that each core had nothing to do.
    """

    tree: float
    python: float
    others: float
    stolen: float
    idle: tuple[float, ...]

    def since(self, before: "Spent") -> "Spent":
        """What was spent between the two."""
        return Spent(
            self.tree - before.tree,
            self.python - before.python,
            self.others - before.others,
            self.stolen - before.stolen,
            tuple(after - earlier for after, earlier in zip(self.idle, before.idle, strict=True)),
        )


def spent(pid: int) -> Spent:
    """What the tree under `pid` has used, its ended and waited-for children included, and the machine."""
    tree = python = 0.0
    for one in tree_of(pid):
        user, system, *ended = _times(one)
        tree += user + system + sum(ended)
        python += user + system if is_python(one) else 0.0
    cores = _cores()
    others = sum(core.busy for core in cores) - tree - time.process_time()
    return Spent(tree, python, others, sum(core.stolen for core in cores), tuple(core.idle for core in cores))


def megabytes(pid: int) -> tuple[float, float]:
    """Of the tree under `pid`: its share of memory (PSS, a shared page counted once), and the sum of resident sizes."""
    shares = residents = 0.0
    for one in tree_of(pid):
        try:
            sizes = dict(_SIZE.findall(Path(f"/proc/{one}/smaps_rollup").read_text("ascii")))
        except OSError:
            continue
        shares += int(sizes.get("Pss", 0)) * 1024 / 1e6
        residents += int(sizes.get("Rss", 0)) * 1024 / 1e6
    return shares, residents


@contextmanager
def pinned(cores: int) -> Iterator[None]:
    """What is started inside runs on so many cores and no more, as under taskset: a child inherits it."""
    own = os.sched_getaffinity(0)
    if not 1 <= cores <= len(own):
        raise ValueError(f"{cores} cores are asked for and this machine lends 1 to {len(own)}; ask for fewer")
    os.sched_setaffinity(0, sorted(own)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, own)


def machine() -> dict[str, str | int]:
    """Of what kind it is."""
    model = re.search(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": model[1] if model else "unknown",
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(pages / 1e9),
    }


@dataclass(frozen=True, slots=True)
class _Core:
    busy: float
    idle: float
    stolen: float


def _cores() -> list[_Core]:
    """Those that this process may use, in the order of their numbers."""
    lines = (line.split() for line in Path("/proc/stat").read_text("ascii").splitlines())
    told = {line[0]: [int(field) / _TICKS for field in line[1:9]] for line in lines}
    found = []
    for number in sorted(os.sched_getaffinity(0)):
        user, nice, system, idle, waiting, interrupts, soft, stolen = told[f"cpu{number}"]
        found.append(_Core(user + nice + system + interrupts + soft, idle + waiting, stolen))
    return found


def _times(pid: int) -> tuple[float, ...]:
    """User and system seconds, its own and those of its ended children."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0, 0.0, 0.0, 0.0
    return tuple(int(field) / _TICKS for field in fields[11:15])
