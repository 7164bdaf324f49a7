"""When everything that waits would begin and end, if nothing else came: a play-through of the line, without threads."""

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import count
from math import inf

LONG_SECONDS = 1.0
"""What is expected to take longer may not hold every slot. On the embedded profile two cores do an article of 2,200
characters in five languages in 0.2 to 0.4 s, and one of 60,000 in 0.8 s (figures of `service.work.cost`): over a second
are the bulk, and everything that a chat model writes."""

_OVERRUN, _LEAST_SECONDS = 0.25, 0.01
_numbers = count()


@dataclass(slots=True, eq=False)
class Entry:
    """One piece of work in the line; times are seconds on one monotonic clock.

    `seconds` is how long it will hold its slot. `key` orders the line, the least first; `number` keeps ties apart.
    What is `long` may not take the last slot.
    """

    seconds: float
    arrived: float
    deadline: float = inf
    background: bool = False
    key: float = 0.0
    started: float = 0.0
    number: int = field(default_factory=lambda: next(_numbers))
    long: bool = field(init=False)

    def __post_init__(self) -> None:
        # Background work counts as long whatever it needs: a slot stays for those who wait for an answer.
        self.long = self.background or is_long(self.seconds)

    def __lt__(self, other: "Entry") -> bool:
        return (self.key, self.number) < (other.key, other.number)

    def ends(self, now: float) -> float:
        """When it will free its slot; what has run past its estimate will run a quarter of its age longer."""
        expected = self.started + self.seconds
        return expected if expected > now else now + max(_LEAST_SECONDS, _OVERRUN * (now - self.started))


def is_long(seconds: float) -> bool:
    """Whether work of so many seconds may not take the last slot."""
    return seconds > LONG_SECONDS


def most_long(slots: int) -> int:
    """How many slots long work may hold: all but one, where there is more than one."""
    return max(1, slots - 1)


@dataclass(slots=True)
class State:
    """The line as it stands at an instant, or will; `waiting` is in order."""

    now: float
    slots: int
    running: list[Entry]
    waiting: list[Entry]

    def callers(self) -> int:
        """How many requests wait; a background task among them is none, nor is what is past its deadline."""
        return sum(not entry.background and entry.deadline > self.now for entry in self.waiting)

    def has_room(self, *, long: bool) -> bool:
        """Whether a slot is free that such work may take."""
        if len(self.running) >= self.slots:
            return False
        return not long or sum(entry.long for entry in self.running) < most_long(self.slots)

    def play(self, newcomer: Entry | None = None) -> Iterator[tuple[Entry, float, float]]:
        """What waits, with the newcomer in its place, each with when it begins and ends, as they begin.

        Nobody's times depend on those behind. What can't begin before its deadline never does, and is left out.
        """
        waiting = self.waiting
        if newcomer is not None:
            waiting = waiting.copy()
            insort(waiting, newcomer)
        # Reversed, so that the next is popped from the end.
        shorts = [entry for entry in reversed(waiting) if not entry.long]
        longs = [entry for entry in reversed(waiting) if entry.long]
        ends = [(entry.ends(self.now), entry.long) for entry in self.running]
        heapify(ends)
        now, idle, room = self.now, self.slots - len(ends), most_long(self.slots) - sum(long for _, long in ends)
        while shorts or longs:
            while idle > 0 and (shorts or (longs and room > 0)):
                takes_long = bool(longs and room > 0 and not (shorts and shorts[-1] < longs[-1]))
                entry = longs.pop() if takes_long else shorts.pop()
                if entry.deadline <= now:
                    continue
                idle, room = idle - 1, room - takes_long
                heappush(ends, (now + entry.seconds, takes_long))
                yield entry, now, now + entry.seconds
            if not ends:
                return
            now, was_long = heappop(ends)
            idle, room = idle + 1, room + was_long
            while ends and ends[0][0] <= now:
                idle, room = idle + 1, room + heappop(ends)[1]

    def late(self) -> set[Entry]:
        """What will not have ended by its deadline."""
        in_time = {entry for entry, _, ends in self.play() if ends <= entry.deadline}
        return set(self.waiting) - in_time

    def after(self, instant: float, played: list[tuple[Entry, float, float]]) -> "State":
        """How it will stand at a later instant, by what `play` gave."""
        left = [
            _holding(entry, entry.started, entry.ends(self.now))
            for entry in self.running
            if entry.ends(self.now) > instant
        ]
        begun = [
            _holding(entry, begins, ends) for entry, begins, ends in played if begins <= instant and ends > instant
        ]
        return State(instant, self.slots, left + begun, [entry for entry, begins, _ in played if begins > instant])


def _holding(entry: Entry, began: float, ends: float) -> Entry:
    return Entry(ends - began, entry.arrived, background=entry.long, started=began)
