"""Callers who keep a service busy, and callers who come at a pace, as in an ordinary hour."""

import asyncio
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.load.client import Answer, Client
from benchmarks.sizing.host import Spent, spent

CALLERS = 8
_CACHE = re.compile(rb'"cache":\s*"(\w+)"')
_FAILED = re.compile(rb'"status":\s*"failed"')


@dataclass(frozen=True, slots=True)
class Window:
    """What was answered in a stretch of time. `wrong` are answers that are not 200, not whole, or from a cache."""

    seconds: float
    answers: tuple[Answer, ...]
    wrong: int
    spent: Spent

    @property
    def a_second(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds

    @property
    def disturbed(self) -> float:
        """Cores that others used and that the host took away."""
        return (max(0.0, self.spent.others) + self.spent.stolen) / self.seconds

    def lent(self, cores: int) -> float:
        """Seconds that its cores were there for the service: those it used, and those in which they lay idle."""
        return self.spent.tree + sum(self.spent.idle[:cores])

    def each(self, total: float) -> float:
        """A total by answer."""
        return total / max(1, len(self.answers))


async def saturate(
    base: str, pid: int, bodies: Iterator[bytes], *, seconds: float, ramp_seconds: float, kept: str = "miss"
) -> Window:
    """Callers who ask anew as soon as they are answered; counted once they have all been at it for a while."""
    answers: list[Answer] = []
    ending = False

    async def call() -> None:
        client = Client(base)
        while not ending:
            answers.append(await client.post("/summarize", next(bodies)))
        client.close()

    callers = [asyncio.create_task(call()) for _ in range(CALLERS)]
    await asyncio.sleep(ramp_seconds)
    first, began, before = len(answers), time.monotonic(), spent(pid)
    await asyncio.sleep(seconds)
    last, took, after = len(answers), time.monotonic() - began, spent(pid)
    ending = True
    await asyncio.gather(*callers)
    counted = tuple(answers[first:last])
    return Window(took, counted, sum(is_wrong(answer, kept) for answer in answers), after.since(before))


async def paced(base: str, bodies: Iterator[bytes], *, rate: float, requests: int) -> list[float]:
    """Seconds each request took from the moment it was due, of so many that come by chance at a mean rate."""
    taken: list[float] = []
    rng = random.Random(1)
    idle: list[Client] = []
    clients: list[Client] = []

    async def call(due: float, body: bytes) -> None:
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        client = idle.pop() if idle else Client(base)
        clients.append(client)
        answer = await client.post("/summarize", body)
        taken.append(time.monotonic() - due if not is_wrong(answer, "miss") else float("inf"))
        idle.append(client)

    due, calls = time.monotonic(), []
    for _ in range(requests):
        due += rng.expovariate(rate)
        calls.append(call(due, next(bodies)))
    await asyncio.gather(*calls)
    for client in clients:
        client.close()
    return taken


def is_wrong(answer: Answer, kept: str) -> bool:
    """Whether it is no whole answer, or its cache was not as it should have been."""
    told = _CACHE.search(answer.body)
    whole = answer.status == 200 and _FAILED.search(answer.body) is None
    return not (whole and told is not None and told[1].decode() == kept)
