"""Workers: jobs a second by cores, memory, the bytes that a job takes while it waits and once it is done."""

import asyncio
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tqdm import tqdm

from benchmarks.load.client import Answer, Client
from benchmarks.load.process import ROOT, served
from benchmarks.sizing.articles import LANGUAGES, asked
from benchmarks.sizing.embedded import PROFILE, Effort
from benchmarks.sizing.host import megabytes, pinned, spent
from benchmarks.sizing.store import CACHE, JOBS, store

_FINISHED = ("done", "failed", "cancelled")
_LAST_SECONDS = 300.0


def jobs(effort: Effort) -> list[dict[str, Any]]:
    """Of one worker by its cores, in the default three languages."""
    return [_worked(cores, effort) for cores in tqdm(effort.cores, desc="workers", file=sys.stderr)]


def _worked(cores: int, effort: Effort) -> dict[str, Any]:
    """Jobs are accepted before the worker starts: it alone is measured, from the first that ended to the last."""
    languages = LANGUAGES[:3]
    with ExitStack() as stack:
        server, kept = stack.enter_context(store())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        shared = PROFILE | {"NEWSBRIEFS_REDIS_URL": str(server), "NEWSBRIEFS_JOBS": "redis"}
        base, web = stack.enter_context(served(folder, **shared))
        bodies = [asked(number, languages) for number in range(1, effort.jobs * cores + 1)]
        before = kept.told()["file"]
        ids, _ = accepted(base, web, bodies)
        waiting = kept.held(JOBS) / len(ids)
        pid = stack.enter_context(working(folder, cores, **shared))
        documents, core_seconds, most = asyncio.run(_drained(base, pid, ids))
        again, repeat = accepted(base, web, bodies)
        return {
            "cores": cores,
            "languages": len(languages),
            "jobs": len(ids),
            "wrong": sum(one["status"] != "done" for one in documents) + (again != ids),
            "jobs_a_second": round(_rate(documents), 2),
            "core_ms": round(1000 * core_seconds, 1),
            "most_mb": round(most),
            "waiting_job_bytes": round(waiting),
            "done_job_bytes": round(kept.held(JOBS) / len(ids)),
            "cache_bytes": round(kept.held(CACHE) / len(ids)),
            "file_bytes": round((kept.told()["file"] - before) / len(ids)),
            "keyed_repeat_core_ms": round(1000 * repeat, 1),
        }


@contextmanager
def working(folder: Path, cores: int, **settings: str) -> Iterator[int]:
    """`newsbriefs worker` on so many cores: its process id."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("NEWSBRIEFS_")}
    environ |= {"NEWSBRIEFS_LOG_LEVEL": "error", "NEWSBRIEFS_DATA": str(folder / "worker"), **settings}
    with (folder / "worker.log").open("wb") as log, pinned(cores):
        command = [sys.executable, "-m", "service.cli", "worker"]
        process = subprocess.Popen(command, env=environ, cwd=ROOT, stdout=log, stderr=log)
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def accepted(base: str, pid: int, bodies: list[bytes]) -> tuple[list[str], float]:
    """The jobs' ids, and core seconds of the web process for each; the key is the number of the body."""
    found, before, ids = urlsplit(base), spent(pid), []
    with closing(http.client.HTTPConnection(found.hostname or "", found.port, timeout=60)) as connection:
        for number, body in enumerate(bodies):
            headers = {"Content-Type": "application/json", "Idempotency-Key": f"sizing-{number}"}
            connection.request("POST", "/jobs", body, headers)
            answer = connection.getresponse()
            told = answer.read()
            if answer.status != 202:
                raise RuntimeError(f"POST /jobs was answered {answer.status}: {told[:300]!r}")
            ids.append(json.loads(told)["id"])
    return ids, spent(pid).since(before).tree / len(bodies)


async def _drained(base: str, pid: int, ids: list[str]) -> tuple[list[dict[str, Any]], float, float]:
    """Each job once it has ended, the worker's core seconds a job without its start, and its most memory."""
    client, until, most = Client(base), time.monotonic() + _LAST_SECONDS, 0.0
    ended: dict[str, dict[str, Any]] = {}
    first, before = None, 0
    while len(ended) < len(ids) and time.monotonic() < until:
        for job_id in [one for one in ids if one not in ended][:8]:
            document = _document(await client.get(f"/jobs/{job_id}"))
            if document["status"] in _FINISHED:
                ended[job_id] = document
        if ended and first is None:
            first, before = spent(pid), len(ended)
        most = max(most, megabytes(pid)[0])
        await asyncio.sleep(0.2)
    client.close()
    if first is None or len(ended) < len(ids):
        raise RuntimeError(f"{len(ended)} of {len(ids)} jobs ended in {_LAST_SECONDS:.0f} s; see the worker's log")
    each = spent(pid).since(first).tree / max(1, len(ids) - before)
    return [ended[job_id] for job_id in ids], each, most


def _document(answer: Answer) -> dict[str, Any]:
    if answer.status != 200:
        raise RuntimeError(f"GET /jobs was answered {answer.status}: {answer.body[:300]!r}")
    document: dict[str, Any] = json.loads(answer.body)
    return document


def _rate(documents: list[dict[str, Any]]) -> float:
    moments = sorted(datetime.fromisoformat(one["finished_at"]).timestamp() for one in documents)
    return (len(moments) - 1) / max(moments[-1] - moments[0], 0.001)
