"""The place where requests wait for their turn: a line, and as many worker threads as may work at the same time."""

import contextvars
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from math import inf
from types import MappingProxyType
from typing import Any, Generic, TypeVar, get_args

from service.cancellation import Cancellation
from service.errors import Cancelled, DeadlinePassed, NotReady, Overloaded
from service.work.admission import Line, Reason, Refusal
from service.work.forecast import Entry

T = TypeVar("T")
_IDLE_WATCH_SECONDS = 3600.0


class Task(Generic[T]):
    """One piece of work that was let in."""

    def __init__(self, run: Callable[[], T], entry: Entry, cancellation: Cancellation) -> None:
        self.waited_ms: float | None = None
        self.ran_ms: float | None = None
        self._run = run
        self._context = contextvars.copy_context()
        self._entry = entry
        self._cancellation = cancellation
        self._future: Future[T] = Future()

    def result(self, timeout: float | None = None) -> T:
        """What the work gave; raises what it raised, Cancelled, DeadlinePassed, or TimeoutError after `timeout`."""
        return self._future.result(timeout)

    def done(self) -> bool:
        """Whether it has ended, one way or another."""
        return self._future.done()

    def add_done_callback(self, callback: Callable[["Task[T]"], object]) -> None:
        """Call `callback` with this task once it is done, in the thread that ends it, or now if it is."""
        self._future.add_done_callback(lambda _: callback(self))

    def _carry_out(self, clock: Callable[[], float]) -> Callable[[], None]:
        """Do the work in the context of whoever asked for it; the result tells the waiters how it ended."""
        began = clock()
        self.waited_ms = (began - self._entry.arrived) * 1000
        try:
            self._cancellation.check()
            return partial(self._future.set_result, self._context.run(self._run))
        except BaseException as error:
            # Whatever it is, it is the waiter's to deal with, and the thread goes on with the next.
            return partial(self._future.set_exception, error)
        finally:
            self.ran_ms = (clock() - began) * 1000

    def _refuse(self, error: Exception) -> None:
        self._future.set_exception(error)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How the line stands.

    `waiting_ms` is what all that waits is expected to take, background work included; `refused` counts by reason
    since the start (crowded, late, displacing), `expired` and `cancelled` what was let in and never begun.
    """

    slots: int
    running: int
    waiting: int
    background_waiting: int
    waiting_ms: float
    refused: Mapping[str, int]
    expired: int
    cancelled: int


class Scheduler:
    """Lets work in that can be done in time, and does it in its own threads, the most urgent first.

    Order and admission are those of `service.work.admission`; this adds the threads, the deadlines of what waits, and
    cancellation. `clock` is there for tests.
    """

    def __init__(self, *, slots: int, most_waiting: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        self._due = threading.Condition(self._lock)
        self._line = Line(slots=max(1, slots), most_waiting=most_waiting)
        self._waiting: dict[Entry, Task[Any]] = {}
        self._begun: deque[Task[Any]] = deque()
        self._refused: Counter[str] = Counter()
        self._expired = self._cancelled = 0
        self._closed = False
        self._workers: list[threading.Thread] = []
        self._numbered = 0
        self._watcher = threading.Thread(target=self._watch, name="work-deadlines", daemon=True)
        self._watcher.start()
        self.resize(slots)

    def submit(
        self,
        run: Callable[[], T],
        *,
        expected_ms: float,
        deadline: float | None,
        cancellation: Cancellation,
        background: bool = False,
    ) -> Task[T]:
        """Put work in line; `deadline` is an instant of the clock, and none of background work.

        Raises Overloaded where it can't be done in time, DeadlinePassed where that has passed, Cancelled where nobody
        waits any more, NotReady once closed.
        """
        cancellation.check()
        with self._lock:
            now = self._clock()
            self._require_open()
            entry = self._enter(now, expected_ms / 1000, None if background else deadline, background=background)
            task = Task(run, entry, cancellation)
            self._waiting[entry] = task
            self._begin_next(now)
            self._due.notify()
        forget = cancellation.on_cancel(lambda: self._cancel(task))
        task.add_done_callback(lambda _: forget())
        return task

    def resize(self, slots: int) -> None:
        """Set how many work at the same time; where it becomes fewer, those that work finish first."""
        with self._lock:
            if self._closed:
                return
            self._line.slots = max(1, slots)
            while len(self._workers) < self._line.slots:
                self._start_worker()
            self._begin_next(self._clock())
            self._work.notify_all()

    def snapshot(self) -> Snapshot:
        """How the line stands now."""
        with self._lock:
            entries = [*self._line.waiting, *self._line.background]
            background = sum(entry.background for entry in entries)
            return Snapshot(
                slots=self._line.slots,
                running=len(self._line.running),
                waiting=len(entries) - background,
                background_waiting=background,
                waiting_ms=sum(entry.seconds for entry in entries) * 1000,
                # Every reason from the start: a counter born with its first refusal has no rate until the second.
                refused=MappingProxyType({reason: self._refused[reason] for reason in get_args(Reason)}),
                expired=self._expired,
                cancelled=self._cancelled,
            )

    def expire(self) -> None:
        """Tell the waiters of what is past its deadline; a thread does it when it is due."""
        with self._lock:
            now = self._clock()
            overdue = self._line.overdue(now)
            late = [task for entry in overdue if (task := self._leave(entry)) is not None]
            self._expired += len(late)
            if late:
                self._begin_next(now)
        for task in late:
            task._refuse(_expired(now - task._entry.arrived))

    def close(self, timeout: float) -> None:
        """Begin nothing more, refuse what waits, give what runs `timeout` seconds to end; safe to call twice."""
        with self._lock:
            self._closed = True
            waiting = [task for entry in list(self._waiting) if (task := self._leave(entry)) is not None]
            workers = [*self._workers, self._watcher]
            self._work.notify_all()
            self._due.notify_all()
        for task in waiting:
            task._refuse(_shutting_down())
        until = time.monotonic() + timeout
        for thread in workers:
            if thread is not threading.current_thread():
                thread.join(max(0.0, until - time.monotonic()))

    # Letting in and out, under the lock

    def _require_open(self) -> None:
        if self._closed:
            raise _shutting_down()

    def _enter(self, now: float, seconds: float, deadline: float | None, *, background: bool) -> Entry:
        if background:
            return self._line.add_background(now, seconds=seconds)
        if deadline is not None and deadline <= now:
            raise DeadlinePassed("the deadline passed before the work was put in line; allow more time")
        admitted = self._line.admit(now, seconds=seconds, deadline=inf if deadline is None else deadline)
        if isinstance(admitted, Entry):
            return admitted
        self._refused[admitted.reason] += 1
        budget = None if deadline is None else deadline - now
        raise _overloaded(admitted, seconds=seconds, budget=budget, waiting=len(self._line.waiting))

    def _begin_next(self, now: float) -> None:
        """Hand everything that a slot is free for to the workers."""
        while not self._closed and (entry := self._line.take(now)) is not None:
            self._begun.append(self._waiting.pop(entry))
            self._work.notify()

    def _leave(self, entry: Entry) -> Task[Any] | None:
        """Take what waits out of the line; None where it does not wait any more."""
        self._line.drop(entry)
        return self._waiting.pop(entry, None)

    def _cancel(self, task: Task[Any]) -> None:
        with self._lock:
            left = self._leave(task._entry)
            if left is None:
                return
            self._cancelled += 1
            self._begin_next(self._clock())
        task._refuse(Cancelled("nobody waits for this any more"))

    # The threads

    def _start_worker(self) -> None:
        self._numbered += 1
        worker = threading.Thread(target=self._serve, name=f"work-{self._numbered}", daemon=True)
        self._workers.append(worker)
        worker.start()

    def _serve(self) -> None:
        while (task := self._next_begun()) is not None:
            tell = task._carry_out(self._clock)
            with self._lock:
                self._line.finish(task._entry)
                self._begin_next(self._clock())
            tell()
            # Held until the next comes, they would keep an answer in memory.
            del task, tell

    def _next_begun(self) -> Task[Any] | None:
        """Wait for work; None where this thread is to end: closed, or one too many."""
        with self._work:
            while not self._begun:
                if self._closed or len(self._workers) > self._line.slots:
                    self._workers.remove(threading.current_thread())
                    return None
                self._work.wait()
            return self._begun.popleft()

    def _watch(self) -> None:
        """Expire what waits as its deadline comes."""
        while True:
            with self._due:
                if self._closed:
                    return
                wait = self._line.next_deadline() - self._clock()
                if wait > 0:
                    self._due.wait(min(wait, _IDLE_WATCH_SECONDS))
            self.expire()


def _overloaded(refusal: Refusal, *, seconds: float, budget: float | None, waiting: int) -> Overloaded:
    retry = refusal.retry_seconds
    remedy = f"try again in {retry} s" + ("" if budget is None else ", or allow more time")
    limit = "" if budget is None else f", and has {budget:.1f} s"
    said = {
        "crowded": f"{waiting} requests wait for their turn, as many as may",
        "late": f"the request would wait {refusal.wait_seconds:.1f} s for its turn, and take {seconds:.1f} s{limit}",
        "displacing": "letting it in would make requests late that were let in before",
    }[refusal.reason]
    return Overloaded(f"the service is busy: {said}; {remedy}", retry_after_seconds=retry)


def _expired(waited_seconds: float) -> DeadlinePassed:
    return DeadlinePassed(
        f"the deadline passed after {waited_seconds:.1f} s of waiting for a turn; allow more time, or try again later"
    )


def _shutting_down() -> NotReady:
    return NotReady("the service is shutting down; send the request again")
