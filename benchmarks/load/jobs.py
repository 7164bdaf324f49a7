"""10,000 jobs drained by 1, 2 and 4 worker processes: how many a second, and whether each has its own result, once.

Run by `make bench-load`. The jobs are accepted over HTTP before a worker starts, so that workers alone are measured:
from the first job that ended to the last. Short articles of our own, no two alike, briefed in their own language by the
extractive engine. Exits 1 under a floor.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from benchmarks.load.articles import article
from benchmarks.load.client import Client
from benchmarks.load.reporting import report
from tests.faults.instances import Instance, worker
from tests.redis_server import redis_server

CONNECTIONS = 32
FINISHED = ("done", "failed", "cancelled")


async def accept(base: str, jobs: int) -> list[str]:
    """The ids of that many jobs, in the order of their numbers."""
    waiting = iter(tqdm(range(jobs), desc="accepted", file=sys.stderr))
    ids: dict[int, str] = {}

    async def call() -> None:
        client = Client(base)
        for number in waiting:
            asked = {"text": article(number, paragraphs=1), "source_language": "en", "languages": ["en"]}
            answer = await client.post("/jobs", json.dumps(asked).encode())
            if answer.status != 202:
                raise RuntimeError(f"{answer.status}: {answer.body[:300]!r}")
            ids[number] = json.loads(answer.body)["id"]
        client.close()

    await asyncio.gather(*(call() for _ in range(CONNECTIONS)))
    return [ids[number] for number in range(jobs)]


async def drain(base: str, ids: list[str]) -> list[dict[str, Any]]:
    """Each job once it has ended, in order; while they are worked on only the last is asked for, not to disturb."""
    client = Client(base)
    while (await _job(client, ids[-1]))["status"] not in FINISHED:
        await asyncio.sleep(1)
    documents = []
    for job_id in tqdm(ids, desc="ended", file=sys.stderr):
        while (document := await _job(client, job_id))["status"] not in FINISHED:
            await asyncio.sleep(0.2)
        documents.append(document)
    client.close()
    return documents


async def _job(client: Client, job_id: str) -> dict[str, Any]:
    answer = await client.get(f"/jobs/{job_id}")
    if answer.status != 200:
        raise RuntimeError(f"{answer.status}: {answer.body[:300]!r}")
    document: dict[str, Any] = json.loads(answer.body)
    return document


def judged(documents: list[dict[str, Any]]) -> dict[str, float]:
    """Jobs a second, and how many are not done or share a result with another."""
    moments = sorted(datetime.fromisoformat(document["finished_at"]).timestamp() for document in documents)
    done = [document["result"] for document in documents if document["status"] == "done"]
    spent = max(moments[-1] - moments[0], 0.001)
    return {
        "a_second": round((len(moments) - 1) / spent, 1),
        "unfinished": len(documents) - len(done),
        "duplicates": len(done) - len({result["id"] for result in done}),
    }


def measure(jobs: int, processes: int) -> dict[str, float]:
    """One round, on a Redis of its own that keeps all on disk."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        redis = stack.enter_context(redis_server(folder, "--appendonly", "yes"))
        shared = {"NEWSBRIEFS_REDIS_URL": str(redis), "NEWSBRIEFS_LOG_LEVEL": "error", "NEWSBRIEFS_JOB_THREADS": "2"}
        web = Instance(folder / "web", **shared)
        stack.callback(web.end)
        web.start()
        web.wait()
        ids = asyncio.run(accept(web.base, jobs))
        for index in range(processes):
            stack.enter_context(worker(folder / f"worker{index}", **shared))
        return judged(asyncio.run(drain(web.base, ids)))


def main() -> int:
    """Measure with 1, 2 and 4 workers, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=10_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    given = parser.parse_args()
    rounds = {processes: measure(given.jobs, processes) for processes in given.workers}
    found: dict[str, float] = {"jobs": given.jobs, "cores": os.cpu_count() or 0}
    found |= {f"jobs_a_second_by_{processes}": one["a_second"] for processes, one in rounds.items()}
    if 1 in rounds and 2 in rounds:
        found["two_over_one"] = round(rounds[2]["a_second"] / rounds[1]["a_second"], 2)
    found["unfinished"] = sum(one["unfinished"] for one in rounds.values())
    found["duplicates"] = sum(one["duplicates"] for one in rounds.values())
    return report("jobs", found)


if __name__ == "__main__":
    sys.exit(main())
