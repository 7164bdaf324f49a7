"""Whose turn it is: a few callbacks at a time, fewer to one host, so that a slow receiver holds up only itself."""

from collections import Counter, OrderedDict, deque
from dataclasses import dataclass

from service.jobs.store import DueCallback


@dataclass(frozen=True, slots=True)
class Turn:
    """A claimed callback; `claimed_at` is when, on the monotonic clock."""

    due: DueCallback
    host: str
    claimed_at: float


class Turns:
    """Claimed callbacks that wait for their turn, and how many run; not safe to share without a lock."""

    def __init__(self, *, at_once: int, per_host: int, most_waiting: int) -> None:
        self._at_once = at_once
        self._per_host = per_host
        self._most_waiting = most_waiting
        self._waiting: OrderedDict[str, deque[Turn]] = OrderedDict()
        self._running: Counter[str] = Counter()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(len(line) for line in self._waiting.values())

    @property
    def running(self) -> int:
        """How many run."""
        return self._running.total()

    @property
    def saturated(self) -> bool:
        """Whether nothing that were claimed now could begin, whichever its host."""
        return self.running >= self._at_once

    def add(self, turn: Turn) -> Turn | None:
        """Let `turn` wait; where too many do, one of the longest line leaves and is returned."""
        self._waiting.setdefault(turn.host, deque()).append(turn)
        if self.waiting <= self._most_waiting:
            return None
        longest = max(self._waiting, key=lambda host: len(self._waiting[host]))
        return self._leave(longest, last=True)

    def begin(self) -> Turn | None:
        """The next to run, the hosts one after the other; None while every place is taken."""
        if self.saturated:
            return None
        host = next((host for host in self._waiting if self._running[host] < self._per_host), None)
        if host is None:
            return None
        turn = self._leave(host)
        if host in self._waiting:
            self._waiting.move_to_end(host)
        self._running[host] += 1
        return turn

    def end(self, turn: Turn) -> None:
        """Free the place of `turn`, which ran."""
        self._running[turn.host] -= 1
        if not self._running[turn.host]:
            del self._running[turn.host]

    def stale(self, before: float) -> list[Turn]:
        """Take out whatever was claimed before that time, and has waited too long for its claim to last."""
        gone = []
        for host in list(self._waiting):
            while host in self._waiting and self._waiting[host][0].claimed_at < before:
                gone.append(self._leave(host))
        return gone

    def _leave(self, host: str, *, last: bool = False) -> Turn:
        line = self._waiting[host]
        turn = line.pop() if last else line.popleft()
        if not line:
            del self._waiting[host]
        return turn
