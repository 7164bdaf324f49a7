"""The embedded profile: requests a second, core seconds an article, latency, start, memory by number of pipelines."""

import asyncio
import json
import math
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import mean, median
from typing import Any

from tqdm import tqdm

from benchmarks.load.client import Answer
from benchmarks.load.process import served
from benchmarks.load.reporting import percentile
from benchmarks.sizing.articles import fresh, mixed
from benchmarks.sizing.callers import Window, paced, saturate
from benchmarks.sizing.host import megabytes, pinned, spent

PROFILE = {"NEWSBRIEFS_PROFILE": "embedded", "NEWSBRIEFS_JOBS": "off", "NEWSBRIEFS_DRAIN_SECONDS": "0"}
LOAD = 0.7
QUIET_CORES = 0.2
_LATENCY_TRIES = 3
COUNTS = (1, 2, 3, 5)


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: `rounds` quiet windows of `seconds` after `ramp_seconds`, in `tries` at most.

    `paced` is the least number of requests that latency is taken of.
    """

    rounds: int = 3
    tries: int = 10
    seconds: float = 4.0
    ramp_seconds: float = 1.0
    paced: int = 60
    mixed_seconds: float = 15.0
    cores: tuple[int, ...] = (1, 2)
    pipelines: tuple[int, ...] = (4, 8, 12, 24)
    counts: tuple[int, ...] = COUNTS
    starts: int = 3
    stored: int = 40
    jobs: int = 60


QUICK = Effort(
    rounds=1, tries=1, seconds=1.5, ramp_seconds=0.5, paced=10, mixed_seconds=2.0, starts=1, stored=6, jobs=8
)


@contextmanager
def ready(cores: int, **settings: str) -> Iterator[tuple[str, int, float]]:
    """A service of its own on so many cores: address, process id, and the seconds until it was ready."""
    with tempfile.TemporaryDirectory() as folder:
        with pinned(cores):
            began = time.monotonic()
            serving = served(Path(folder), **PROFILE | settings)
            base, pid = serving.__enter__()
            took = time.monotonic() - began
        try:
            yield base, pid, took
        finally:
            serving.__exit__(None, None, None)


@dataclass(slots=True)
class Rounds:
    """Windows by number of languages."""

    windows: dict[int, list[Window]] = field(default_factory=dict)

    def add(self, languages: int, window: Window) -> None:
        """Keep one."""
        self.windows.setdefault(languages, []).append(window)

    def lacking(self, effort: Effort) -> list[int]:
        """Numbers of languages that have not yet as many quiet windows as they should."""
        return [one for one in effort.counts if len(_undisturbed(self.windows.get(one, []))) < effort.rounds]

    def rows(self, cores: int) -> list[dict[str, Any]]:
        """Medians and spreads, a row for each number of languages."""
        return [row(cores, languages, windows) for languages, windows in sorted(self.windows.items())]


def quiet(windows: list[Window]) -> list[Window]:
    """Those in which others, and the host, took next to nothing; if none was so, the half in which they took least."""
    ranked = sorted(windows, key=lambda window: window.disturbed)
    return _undisturbed(ranked) or ranked[: (len(ranked) + 1) // 2]


def _undisturbed(windows: list[Window]) -> list[Window]:
    return [window for window in windows if window.disturbed <= QUIET_CORES]


def row(cores: int, languages: int, taken: list[Window]) -> dict[str, Any]:
    """What the windows of one kind say together: medians of the quiet ones, and how far those lie apart."""
    windows = quiet(taken)
    rates = [window.a_second for window in windows]
    costs = [window.each(window.spent.tree) for window in windows]
    answers = [answer for window in windows for answer in window.answers]
    lent = [window.each(window.lent(cores)) for window in windows]
    return {
        "cores": cores,
        "languages": languages,
        "hops": max(map(hops, answers), default=0),
        "answers": len(answers),
        "windows": len(taken),
        "quiet": len(windows),
        "wrong": sum(window.wrong for window in taken),
        "requests_a_second": round(median(rates), 2),
        "requests_a_second_range": [round(min(rates), 2), round(max(rates), 2)],
        "lent_core_ms": round(1000 * median(lent), 1),
        "lent_core_ms_range": [round(1000 * min(lent), 1), round(1000 * max(lent), 1)],
        "core_ms": round(1000 * median(costs), 1),
        "core_ms_range": [round(1000 * min(costs), 1), round(1000 * max(costs), 1)],
        "python_core_ms": round(1000 * median(window.each(window.spent.python) for window in windows), 1),
        "used_share": round(median(window.spent.tree / window.lent(cores) for window in windows), 2),
        "others_cores": round(max(0.0, mean(window.spent.others / window.seconds for window in windows)), 2),
        "stolen_cores": round(mean(window.spent.stolen / window.seconds for window in windows), 2),
        "answer_bytes": round(mean(len(answer.body) for answer in answers)) if answers else 0,
    }


def hops(answer: Answer) -> int:
    """How many pairs the texts of an answer went through, each counted once: languages share those to a pivot."""
    steps = [step for brief in json.loads(answer.body)["briefs"] for step in brief["route"]]
    return len({(step["from"], step["to"]) for step in steps if step["step"] == "translate"})


def measure(effort: Effort) -> dict[str, Any]:
    """Throughput and latency by cores and languages, and starts."""
    throughput: list[dict[str, Any]] = []
    latency: list[dict[str, Any]] = []
    starts: list[dict[str, Any]] = []
    numbers = count(1)
    for cores in effort.cores:
        times = []
        for _ in range(effort.starts - 1):
            with ready(cores) as (_, _, took):
                times.append(took)
        with ready(cores) as (base, pid, took):
            times.append(took)
            at_ready, _ = megabytes(pid)
            rows = asyncio.run(_rounds(base, pid, cores, numbers, effort))
            throughput += rows
            latency += asyncio.run(_latencies(base, pid, rows, numbers, effort))
            sizes = {"ready_mb": round(at_ready), "after_mb": round(megabytes(pid)[0])}
        starts.append(
            {
                "cores": cores,
                "of": len(times),
                "seconds": round(min(times), 1),
                "slowest": round(max(times), 1),
                **sizes,
            }
        )
    return {"throughput": throughput, "latency": latency, "start": starts}


async def _rounds(base: str, pid: int, cores: int, numbers: "count[int]", effort: Effort) -> list[dict[str, Any]]:
    """Each number of languages in turn, again and again, so that what disturbs falls on all."""
    await saturate(base, pid, fresh(max(effort.counts), numbers), seconds=1.0, ramp_seconds=2.0)
    found = Rounds()
    for _ in tqdm(range(effort.tries), desc=f"rounds on {cores}", file=sys.stderr):
        for languages in found.lacking(effort):
            bodies = fresh(languages, numbers)
            window = await saturate(base, pid, bodies, seconds=effort.seconds, ramp_seconds=effort.ramp_seconds)
            found.add(languages, window)
    return found.rows(cores)


async def _latencies(
    base: str, pid: int, rows: list[dict[str, Any]], numbers: "count[int]", effort: Effort
) -> list[dict[str, Any]]:
    """Of requests that come by chance at 70 % of what was just answered; the least disturbed of a few tries."""
    found = []
    for one in tqdm(rows, desc="latency", file=sys.stderr):
        tries: list[dict[str, Any]] = []
        while len(tries) < min(_LATENCY_TRIES, effort.tries) and not any(map(_calm, tries)):
            tries.append(await _latency(base, pid, one, numbers, effort))
        found.append(min(tries, key=lambda row: row["others_cores"] + row["stolen_cores"]))
    return found


def _calm(row: dict[str, Any]) -> bool:
    return bool(row["others_cores"] + row["stolen_cores"] <= QUIET_CORES)


async def _latency(base: str, pid: int, one: dict[str, Any], numbers: "count[int]", effort: Effort) -> dict[str, Any]:
    rate = LOAD * one["requests_a_second"]
    requests = max(effort.paced, round(rate * effort.seconds))
    began, before = time.monotonic(), spent(pid)
    taken = await paced(base, fresh(one["languages"], numbers), rate=rate, requests=requests)
    used, took = spent(pid).since(before), time.monotonic() - began
    return {
        "cores": one["cores"],
        "languages": one["languages"],
        "load": LOAD,
        "requests": requests,
        "wrong": sum(math.isinf(value) for value in taken),
        "p50_ms": _milliseconds(percentile(taken, 0.5)),
        "p95_ms": _milliseconds(percentile(taken, 0.95)),
        "others_cores": round(max(0.0, used.others / took), 2),
        "stolen_cores": round(used.stolen / took, 2),
    }


def _milliseconds(seconds: float) -> int | None:
    """None where so many went without an answer that there is no such time."""
    return None if math.isinf(seconds) else round(1000 * seconds)


def memory(effort: Effort) -> list[dict[str, Any]]:
    """Of the whole tree under articles of six languages, by how many pipelines may run."""
    numbers = count(1)
    return [
        asyncio.run(_mixed(pipelines, max(effort.cores), numbers, effort))
        for pipelines in tqdm(effort.pipelines, desc="pipelines", file=sys.stderr)
    ]


async def _mixed(pipelines: int, cores: int, numbers: "count[int]", effort: Effort) -> dict[str, Any]:
    with ready(cores, NEWSBRIEFS_APERTIUM_PIPELINES=str(pipelines)) as (base, pid, _):
        at_ready, _ = megabytes(pid)
        sizes: list[tuple[float, float]] = []

        async def watch() -> None:
            while True:
                sizes.append(megabytes(pid))
                await asyncio.sleep(1.0)

        watching = asyncio.create_task(watch())
        window = await saturate(
            base, pid, mixed(numbers), seconds=effort.mixed_seconds, ramp_seconds=effort.mixed_seconds / 2
        )
        watching.cancel()
        sizes.append(megabytes(pid))
    return {
        "pipelines": pipelines,
        "cores": cores,
        "wrong": window.wrong,
        "ready_mb": round(at_ready),
        "after_mb": round(sizes[-1][0]),
        "most_mb": round(max(share for share, _ in sizes)),
        "most_resident_mb": round(max(resident for _, resident in sizes)),
        "requests_a_second": round(window.a_second, 2),
        "core_ms": round(1000 * window.each(window.spent.tree), 1),
        "disturbed_cores": round(window.disturbed, 2),
    }
