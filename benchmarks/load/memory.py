"""Minutes of mixed load, and whether memory stays: articles small and large, repeats, streams, jobs, wrong requests."""

import asyncio
import random
import time
from collections import Counter
from itertools import count

from benchmarks.load.articles import body
from benchmarks.load.client import Answer, Client
from benchmarks.load.process import tree_megabytes
from benchmarks.load.reporting import slope

CALLERS = 8
SAMPLE_SECONDS = 2.0
# Pipelines start and caches fill in the beginning, of which nothing is learnt.
WARM_SHARE = 0.2
_EVENTS = "text/event-stream"


async def mixed_load(base: str, pid: int, minutes: float) -> dict[str, float]:
    """Memory over time as a straight line, and what was answered."""
    until = time.monotonic() + minutes * 60
    statuses: Counter[int] = Counter()
    points: list[tuple[float, float, float]] = []
    numbers = count(1_000_000)
    await asyncio.gather(
        *(_caller(base, until, statuses, numbers, random.Random(seed)) for seed in range(CALLERS)),
        _watch(pid, until, points),
    )
    kept = points[int(len(points) * WARM_SHARE) :]
    return {
        "minutes": minutes,
        **{f"status_{status}": number for status, number in sorted(statuses.items())},
        "first_mb": round(kept[0][1]),
        "last_mb": round(kept[-1][1]),
        "most_mb": round(max(whole for _, whole, _ in points)),
        "slope_mb_a_minute": round(slope([(at / 60, whole) for at, whole, _ in kept]), 2),
        "python_slope_mb_a_minute": round(slope([(at / 60, python) for at, _, python in kept]), 2),
        "dishonest": sum(number for status, number in statuses.items() if status not in (200, 202, 422, 503)),
    }


async def _watch(pid: int, until: float, points: list[tuple[float, float, float]]) -> None:
    while time.monotonic() < until:
        points.append((time.monotonic(), *tree_megabytes(pid)))
        await asyncio.sleep(SAMPLE_SECONDS)


async def _caller(base: str, until: float, statuses: "Counter[int]", numbers: "count[int]", rng: random.Random) -> None:
    client = Client(base)
    while time.monotonic() < until:
        answer = await _act(client, rng, numbers)
        statuses[answer.status] += 1
        if answer.status == 503:
            await asyncio.sleep(float(answer.headers.get("retry-after", "1")))
    client.close()


async def _act(client: Client, rng: random.Random, numbers: "count[int]") -> Answer:
    """One call of some kind."""
    chance = rng.random()
    if chance < 0.4:
        return await client.post("/summarize", body(next(numbers), paragraphs=rng.choice((2, 4, 12))))
    if chance < 0.6:
        return await client.post("/summarize", body(rng.randrange(20)))
    if chance < 0.75:
        return await client.post("/summarize", body(next(numbers)), accept=_EVENTS)
    if chance < 0.85:
        return await client.post("/jobs", body(next(numbers), paragraphs=2))
    if chance < 0.95:
        return await client.post("/summarize", body(1, nonsense=rng.randrange(1000)))
    return await client.get("/metrics")
