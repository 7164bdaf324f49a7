"""What Redis or Valkey holds of each article, and what the cache saves: the same again, one more language."""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from redis import Redis
from tqdm import tqdm

from benchmarks.load.client import Client
from benchmarks.load.process import served
from benchmarks.sizing.articles import LANGUAGES, asked
from benchmarks.sizing.callers import is_wrong
from benchmarks.sizing.embedded import PROFILE, Effort
from benchmarks.sizing.host import spent
from tests.redis_server import RedisServer, redis_server

CACHE, JOBS = "newsbriefs:cache:*", "newsbriefs:jobs:*"


@dataclass(frozen=True, slots=True)
class Store:
    """A server of the benchmark and the folder of its append-only file."""

    client: "Redis"
    folder: Path

    def held(self, pattern: str) -> int:
        """Bytes of memory of all keys that match, as the server counts them."""
        return sum(int(self.client.memory_usage(key, samples=0) or 0) for key in self.client.scan_iter(pattern))

    def told(self) -> dict[str, int]:
        """Memory in use, bytes that came and went, bytes of the append-only file."""
        found = self.client.info()
        files = (self.folder / "appendonlydir").glob("*.aof")
        return {
            "memory": found["used_memory"],
            "came": found["total_net_input_bytes"],
            "went": found["total_net_output_bytes"],
            "file": sum(file.stat().st_size for file in files),
        }


@contextmanager
def store() -> Iterator[tuple[RedisServer, Store]]:
    """An empty server that keeps all on its disk, as `deploy/valkey.conf` has it."""
    with tempfile.TemporaryDirectory() as name, redis_server(Path(name), "--appendonly", "yes") as server:
        client = server.client()
        yield server, Store(client, Path(name))
        client.close()


def cached(effort: Effort) -> dict[str, Any]:
    """Bytes an article takes in the shared cache, and what repeats cost."""
    with tempfile.TemporaryDirectory() as name, store() as (server, kept):
        shared = PROFILE | {"NEWSBRIEFS_REDIS_URL": str(server)}
        with served(Path(name), **shared) as (base, pid):
            return asyncio.run(_cached(base, pid, kept, effort))


async def _cached(base: str, pid: int, kept: Store, effort: Effort) -> dict[str, Any]:
    numbers, rows = count(1), []
    await _post(base, pid, [asked(next(numbers), LANGUAGES) for _ in range(3)], "miss")
    for languages in tqdm(effort.counts, desc="cached", file=sys.stderr):
        given = [next(numbers) for _ in range(effort.stored)]
        kept.client.flushall()
        before = kept.told()
        bodies = [asked(number, LANGUAGES[:languages]) for number in given]
        fresh, wrong = await _post(base, pid, bodies, "miss")
        taken = {name: value - before[name] for name, value in kept.told().items()}
        repeat, more = await _post(base, pid, bodies, "hit")
        rows.append(
            {
                "languages": languages,
                "articles": len(given),
                "wrong": wrong + more,
                "keys": round(kept.client.dbsize() / len(given), 1),
                "cache_bytes": round(kept.held(CACHE) / len(given)),
                "memory_bytes": round(taken["memory"] / len(given)),
                "file_bytes": round(taken["file"] / len(given)),
                "to_store_bytes": round(taken["came"] / len(given)),
                "from_store_bytes": round(taken["went"] / len(given)),
                "core_ms": round(1000 * fresh, 1),
                "repeat_core_ms": round(1000 * repeat, 1),
            }
        )
    few, all_but_one = LANGUAGES[:-1], [next(numbers) for _ in range(effort.stored)]
    _, wrong = await _post(base, pid, [asked(number, few) for number in all_but_one], "miss")
    one_more, more = await _post(base, pid, [asked(number, LANGUAGES) for number in all_but_one], "partial")
    told = {"languages": len(LANGUAGES), "core_ms": round(1000 * one_more, 1), "wrong": wrong + more}
    return {"articles": rows, "one_more_language": told}


async def _post(base: str, pid: int, bodies: list[bytes], kept: str) -> tuple[float, int]:
    """Core seconds a request, one after the other, and how many were not answered as they should have been."""
    client, before, answers = Client(base), spent(pid), []
    for body in bodies:
        answers.append(await client.post("/summarize", body))
    client.close()
    return spent(pid).since(before).tree / len(bodies), sum(is_wrong(answer, kept) for answer in answers)
