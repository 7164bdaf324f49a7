"""A crowd: 200 clients for a minute at three times what can be done; with `--minutes 10` also a mixed load for memory.

Run by `make bench-load`. First a few callers measure the capacity; then 200 send at such a pace that together they ask
for three times that, whatever they are answered. Every answer but 200 must be an honest refusal: 503 with Retry-After.
Honest means as `docs/api.md` has it: once nothing else comes, the same request is taken after that wait. That is tried
with the last that were refused. /livez is asked every 50 ms by a process of its own. Exits 1 under a floor.
"""

import argparse
import asyncio
import http.client
import random
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.load.articles import body
from benchmarks.load.client import Answer, Client
from benchmarks.load.memory import mixed_load
from benchmarks.load.process import served
from benchmarks.load.reporting import percentile, report

CLIENTS, TIMES = 200, 3.0
FEW = 4
DEADLINE_SECONDS = 10.0
RETRIED = 10


async def capacity(base: str, seconds: float, numbers: "count[int]") -> float:
    """Requests a second that a few callers get answered, each asking anew as soon as it is."""
    done = 0
    until = time.monotonic() + seconds

    async def call() -> None:
        nonlocal done
        client = Client(base)
        while time.monotonic() < until:
            answer = await client.post("/summarize", body(next(numbers), timeout_seconds=DEADLINE_SECONDS))
            done += answer.status == 200
        client.close()

    began = time.monotonic()
    await asyncio.gather(*(call() for _ in range(FEW)))
    return done / (time.monotonic() - began)


async def crowd(
    base: str, seconds: float, pace_seconds: float, numbers: "count[int]"
) -> tuple[list[Answer], list[tuple[Answer, bytes]]]:
    """Every answer, and the refusals with what was refused."""
    answers: list[Answer] = []
    refused: list[tuple[Answer, bytes]] = []
    rng = random.Random(1)
    until = time.monotonic() + seconds

    async def call(first_wait: float) -> None:
        client = Client(base)
        due = time.monotonic() + first_wait
        while due < until:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            asked = body(next(numbers), timeout_seconds=DEADLINE_SECONDS)
            answer = await client.post("/summarize", asked)
            answers.append(answer)
            if answer.status == 503:
                refused.append((answer, asked))
            due = max(due + pace_seconds, time.monotonic())
        client.close()

    await asyncio.gather(*(call(rng.uniform(0, pace_seconds)) for _ in range(CLIENTS)))
    return answers, refused


async def retry(base: str, refused: list[tuple[Answer, bytes]]) -> list[int]:
    """The statuses of the last refused ones when they come again after the wait they were told."""
    last = sorted(refused, key=lambda item: item[0].began)[-RETRIED:]

    async def again(answer: Answer, asked: bytes) -> int:
        due = answer.began + answer.seconds + float(answer.headers.get("retry-after", "0"))
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        client = Client(base)
        status = (await client.post("/summarize", asked)).status
        client.close()
        return status

    return list(await asyncio.gather(*(again(*item) for item in last)))


def livez_milliseconds(base: str, seconds: float) -> list[float]:
    """How long /livez took, asked every 50 ms over one connection; a failure counts as a minute."""
    found = urlsplit(base)
    connection = http.client.HTTPConnection(found.hostname or "", found.port, timeout=30)
    taken = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        began = time.perf_counter()
        try:
            connection.request("GET", "/livez")
            answer = connection.getresponse()
            answer.read()
            taken.append((time.perf_counter() - began) * 1000 if answer.status == 200 else 60_000.0)
        except OSError:
            connection.close()
            taken.append(60_000.0)
        time.sleep(0.05)
    return taken


async def measure(base: str, seconds: float) -> dict[str, float]:
    """All figures of the crowd."""
    numbers = count(1)
    await capacity(base, 5.0, numbers)
    able = await capacity(base, 15.0, numbers)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside:
        livez = aside.submit(livez_milliseconds, base, seconds)
        began = time.monotonic()
        answers, refused = await crowd(base, seconds, CLIENTS / (TIMES * able), numbers)
        took = time.monotonic() - began
        statuses = await retry(base, refused)
        return figures(able, took, answers, statuses, await asyncio.wrap_future(livez))


def figures(
    able: float, took: float, answers: list[Answer], retried: list[int], livez: list[float]
) -> dict[str, float]:
    """What was found, rounded."""
    statuses = Counter(answer.status for answer in answers)
    accepted = [answer.seconds for answer in answers if answer.status == 200]
    refused = [answer.seconds for answer in answers if answer.status == 503]
    partly = sum(b'"status":"failed"' in answer.body for answer in answers if answer.status == 200)
    waits = [float(answer.headers.get("retry-after", "0")) for answer in answers if answer.status == 503]
    return {
        "capacity_a_second": round(able, 2),
        "asked_times_capacity": round(len(answers) / took / able, 2),
        **{f"status_{status}": number for status, number in sorted(statuses.items())},
        "accepted_partly": partly,
        "accepted_p50_s": round(percentile(accepted, 0.5), 2),
        "accepted_p99_s": round(percentile(accepted, 0.99), 2),
        "accepted_p99_share_of_deadline": round(percentile(accepted, 0.99) / DEADLINE_SECONDS, 3),
        "refused_p50_ms": round(percentile(refused, 0.5) * 1000, 1),
        "refused_p99_ms": round(percentile(refused, 0.99) * 1000, 1),
        "retry_after_p50_s": percentile(waits, 0.5),
        "retry_accepted_share": round(retried.count(200) / len(retried), 2) if retried else 1.0,
        "busy_share": round(len(accepted) / took / able, 2),
        "dishonest": sum(not honest(answer) for answer in answers),
        "livez_p50_ms": round(percentile(livez, 0.5), 1),
        "livez_p99_ms": round(percentile(livez, 0.99), 1),
    }


def honest(answer: Answer) -> bool:
    """An answer, or a 503 that says when to come again."""
    wait = answer.headers.get("retry-after", "")
    return answer.status == 200 or (answer.status == 503 and wait.isdigit() and int(wait) >= 1)


def main() -> int:
    """Measure, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--minutes", type=float, default=0.0, help="so long a mixed load after it, for memory")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), NEWSBRIEFS_CACHE_BYTES="8388608") as (base, pid):
        missed = report("crowd", asyncio.run(measure(base, given.seconds)))
        if given.minutes:
            missed = max(missed, report("memory", asyncio.run(mixed_load(base, pid, given.minutes))))
    return missed


if __name__ == "__main__":
    sys.exit(main())
