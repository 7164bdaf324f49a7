"""The line driven by a clock of its own: what comes, begins and ends, one event after the other."""

from dataclasses import dataclass, field
from math import inf

from service.work.admission import Line, Refusal
from service.work.forecast import Entry


@dataclass
class Simulation:
    """A line whose work takes exactly what was expected of it."""

    line: Line
    now: float = 0.0
    begun: list[Entry] = field(default_factory=list)
    expired: list[Entry] = field(default_factory=list)
    ended: dict[Entry, float] = field(default_factory=dict)

    def arrive(self, seconds: float, *, budget: float = inf) -> Entry | Refusal:
        """A request comes now."""
        answer = self.line.admit(self.now, seconds=seconds, deadline=self.now + budget)
        self._begin()
        return answer

    def arrive_background(self, seconds: float) -> Entry:
        """A background task comes now."""
        task = self.line.add_background(self.now, seconds=seconds)
        self._begin()
        return task

    def cancel(self, entry: Entry) -> None:
        """Nobody waits for it any more."""
        self.line.drop(entry)
        self._begin()

    def go_to(self, instant: float) -> None:
        """Let time pass: everything that ends until then ends, and what is next begins."""
        while self.line.running and self._next_end() <= instant:
            self.now = self._next_end()
            entry = min(self.line.running, key=lambda one: one.started + one.seconds)
            self.line.finish(entry)
            self.ended[entry] = self.now
            self._begin()
        self.now = max(self.now, instant)

    def drain(self) -> None:
        """Let everything end."""
        while self.line.running:
            self.go_to(self._next_end())

    def _next_end(self) -> float:
        return min(entry.started + entry.seconds for entry in self.line.running)

    def _begin(self) -> None:
        for late in self.line.overdue(self.now):
            self.line.drop(late)
            self.expired.append(late)
        while (entry := self.line.take(self.now)) is not None:
            self.begun.append(entry)
