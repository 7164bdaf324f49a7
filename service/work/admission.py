"""Who is let in, and who is next: the scheduler's decisions without its threads, every instant given by the caller.

The line is kept in the order of `arrival + PATIENCE × expected seconds`, virtual start times in the sense of start-time
fair queueing (Goyal, Vin and Cheng 1996): a small request passes large ones that came a little before it, and none is
passed for ever. A newcomer is let in where the line, played through with it, ends it in time and makes nobody late who
would have been in time without it. With exact estimates nothing that was let in misses its deadline.
"""

from bisect import insort
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, inf, nextafter
from typing import Literal

from service.work.forecast import Entry, State, is_long

PATIENCE = 24.0
"""How many seconds later, for each second it is larger, a request may be passed by smaller ones.

From a sweep of 4 to 128 over simulated traffic on two slots (2,000 requests of 30 s each, four of 0.15 s to one of
0.8 s, at one and a half times capacity): with 8, 24 and 32 half of the small ones end within 7.2, 3.7 and 1.2 s, and
95 of 100 within 8.7, 6.5 and 18; of the large ones 95 of 100 within 14, 23 and 27. At 0.95 times capacity all are
alike."""
BACKGROUND_EVERY = 8
"""So many requests begin, at most, before a background task that waits is put in line among them."""
SPARE, SPARE_OF_LARGE, LARGE = 0.4, 0.7, 4.0
"""The part of its time that a newcomer must be expected to have left at its end: two fifths of it, for estimates err
and a shared machine becomes slower while it waits (on one whose host took half of its time away, 28 of 732 requests
that had been let in with a tenth were not done in time); and the more the larger it is, up to most of it for what
takes `LARGE` times as long as what was let in before took on average. What is left is where small ones pass: in the
same simulation, with a tenth for all and a patience of 8, half of the small ones waited 24 s and 274 large ones of 378
were let in; with a tenth for small ones it is 246."""
_BELIEF, _LEAST_SECONDS = 0.02, 0.001

Reason = Literal["crowded", "late", "displacing"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a newcomer is not let in.

    crowded: as many wait as may; late: it would not end in time; displacing: another would not. `wait_seconds` is
    what it would wait for its turn, `retry_seconds` after how many whole ones it would be let in, if nobody else came.
    """

    reason: Reason
    wait_seconds: float
    retry_seconds: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a newcomer needs: seconds of a slot, by when from its arrival, and which part of that it must leave."""

    seconds: float
    budget: float
    spare: float

    def bar(self, now: float) -> float:
        """By when it must be forecast to end; what needs all its time must begin at once."""
        return inf if self.budget == inf else now + max(self.budget * (1 - self.spare), self.seconds)


class Line:
    """The slots, what holds them and what waits for them; not safe under threads."""

    def __init__(self, *, slots: int, most_waiting: int, spare: float = SPARE) -> None:
        self.slots = slots
        self.running: list[Entry] = []
        self.waiting: list[Entry] = []
        self.background: deque[Entry] = deque()
        self._most_waiting = most_waiting
        self._spare_part = spare
        self._turns = 0
        self._typical = 0.0

    def admit(self, now: float, *, seconds: float, deadline: float = inf) -> Entry | Refusal:
        """Let a request in and put it in line, or say why not.

        A deadline bounds how long the slot is held: work that needs more time than it has, load or no load, may begin
        where it need not wait, and gives what is ready by then.
        """
        seconds = max(_LEAST_SECONDS, min(seconds, deadline - now))
        asked = _Asked(seconds, deadline - now, self._spare(seconds))
        judged = self._judge(self._state(now), asked)
        if isinstance(judged, Refusal):
            return judged
        self._typical += _BELIEF * (seconds - self._typical) if self._typical else seconds
        entry = Entry(seconds, now, deadline, key=judged)
        insort(self.waiting, entry)
        return entry

    def add_background(self, now: float, *, seconds: float) -> Entry:
        """Put work in line that nobody waits for; it is never refused."""
        entry = Entry(seconds, now, background=True)
        self.background.append(entry)
        return entry

    def take(self, now: float) -> Entry | None:
        """Begin what is next, if a slot is free for it."""
        state = self._state(now)
        entry = next((one for one in self.waiting if one.deadline > now and state.has_room(long=one.long)), None)
        if entry is not None:
            self.waiting.remove(entry)
        elif self.background and state.has_room(long=True):
            entry = self.background.popleft()
        else:
            return None
        entry.started = now
        self.running.append(entry)
        self._count_turn(entry, now)
        return entry

    def finish(self, entry: Entry) -> None:
        """Free the slot of what has ended."""
        self.running.remove(entry)

    def drop(self, entry: Entry) -> bool:
        """Take out what waits; false where it no longer does."""
        for line in (self.waiting, self.background):
            if entry in line:
                line.remove(entry)
                return True
        return False

    def overdue(self, now: float) -> list[Entry]:
        """What waits and whose deadline has passed."""
        return [entry for entry in self.waiting if entry.deadline <= now]

    def next_deadline(self) -> float:
        """The first deadline of what waits; inf where none has one."""
        return min((entry.deadline for entry in self.waiting), default=inf)

    def _spare(self, seconds: float) -> float:
        large = min(1.0, seconds / (LARGE * (self._typical or seconds)))
        return self._spare_part + (SPARE_OF_LARGE - self._spare_part) * large

    def _state(self, now: float) -> State:
        return State(now, self.slots, self.running, self.waiting)

    def _count_turn(self, entry: Entry, now: float) -> None:
        """Put the oldest background task behind all that wait, once enough of them have had their turn."""
        self._turns = 0 if entry.background else self._turns + 1
        promoted = any(one.background for one in self.waiting)
        if self._turns >= BACKGROUND_EVERY and self.background and not promoted:
            task = self.background.popleft()
            # Behind everybody that was let in: it is as long as any of them, so it can't keep one from its slot.
            task.key = nextafter(max(now, self.waiting[-1].key if self.waiting else now), inf)
            insort(self.waiting, task)

    def _judge(self, state: State, asked: _Asked) -> float | Refusal:
        """The key under which a newcomer is let in, or why it is not."""
        if self._is_crowded(state, asked):
            return self._refusal("crowded", state, asked)
        if _begins_at_once(state, asked):
            return _own_key(state, asked)
        verdict = _fits(state, asked, _own_key(state, asked))
        if verdict == "displacing":
            # Behind everybody it displaces nobody.
            last = nextafter(state.waiting[-1].key, inf)
            return last if _fits(state, asked, last) is None else self._refusal("displacing", state, asked)
        return _own_key(state, asked) if verdict is None else self._refusal(verdict, state, asked)

    def _is_crowded(self, state: State, asked: _Asked) -> bool:
        return state.callers() >= self._most_waiting and not _begins_at_once(state, asked)

    def _refusal(self, reason: Reason, state: State, asked: _Asked) -> Refusal:
        """Say after how many whole seconds it would be let in.

        Behind everybody it would be once those have gone so far; that it might be sooner, in a place of its own, is
        looked for from there, in steps that double.
        """
        last = Entry(asked.seconds, state.now, key=inf)
        played = list(state.play(last))
        place = next(index for index, (entry, _, _) in enumerate(played) if entry is last)
        _, begins, ends = played.pop(place)
        uncrowded = self._uncrowded(state, played, begins)
        surely = max(_whole(ends - asked.bar(state.now)), _whole(uncrowded - state.now))

        def let_in(seconds: int) -> bool:
            then = state.after(state.now + seconds, played)
            if self._is_crowded(then, asked):
                return False
            return _begins_at_once(then, asked) or _fits(then, asked, _own_key(then, asked)) is None

        own = Entry(asked.seconds, state.now, key=_own_key(state, asked))
        wait = next(begins for entry, begins, _ in state.play(own) if entry is own) - state.now
        return Refusal(reason, wait, _least(let_in, surely))

    def _uncrowded(self, state: State, played: list[tuple[Entry, float, float]], begins: float) -> float:
        """When fewer wait than may; where that is never said, when the newcomer itself begins."""
        over = state.callers() - self._most_waiting
        begun = [begins for entry, begins, _ in played if not entry.background]
        return state.now if over < 0 else [*begun, begins][min(over, len(begun))]


def _own_key(state: State, asked: _Asked) -> float:
    return state.now + PATIENCE * asked.seconds


def _begins_at_once(state: State, asked: _Asked) -> bool:
    """Whether a slot is free for it; long work that may not take that slot is none that it passes."""
    long = is_long(asked.seconds)
    return state.has_room(long=long) and (not state.waiting or (not long and all(one.long for one in state.waiting)))


def _fits(state: State, asked: _Asked, key: float) -> Reason | None:
    """Why a newcomer can't stand in that place; None where it is in time, and nobody late who was not already."""
    newcomer = Entry(asked.seconds, state.now, key=key)
    bar, in_time = asked.bar(state.now), set()
    for entry, _, ends in state.play(newcomer):
        if entry is newcomer and ends > bar:
            return "late"
        if ends <= entry.deadline:
            in_time.add(entry)
    # Who would not even begin is not among those played.
    late = {entry for entry in state.waiting if entry not in in_time}
    return "displacing" if late and not late <= state.late() else None


def _whole(seconds: float) -> int:
    """Whole seconds, at least one; a little more than are needed where rounding might make them too few."""
    return ceil(max(1.0, seconds + 1e-6))


def _least(let_in: Callable[[int], bool], surely: int) -> int:
    """The fewest whole seconds that `let_in` says yes to, at most `surely`, for which it is known to."""
    low, high, step = surely - 1, surely, 1
    while low > 0 and let_in(low):
        low, high, step = max(0, low - step), low, step * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if let_in(middle) else (middle, high)
    return high
