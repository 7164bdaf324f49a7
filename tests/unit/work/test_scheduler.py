"""Work in the scheduler's own threads: order, refusals, deadlines, cancellation, failures, growing, closing."""

import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

import pytest

from service.cancellation import Cancellation
from service.errors import Cancelled, DeadlinePassed, NotReady, Overloaded
from service.work.scheduler import Scheduler, Task

PATIENCE_SECONDS = 60.0
CALLER: ContextVar[str] = ContextVar("caller", default="nobody")


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The instant."""
        return self.now


class Held:
    """Work that says when it begins, and goes on when it is let."""

    def __init__(self, result: str = "done") -> None:
        self.begun, self.gate, self._result = threading.Event(), threading.Event(), result

    def __call__(self) -> str:
        """Wait for the gate."""
        self.begun.set()
        assert self.gate.wait(PATIENCE_SECONDS)
        return self._result


@pytest.fixture
def clock() -> Clock:
    """A clock of our own."""
    return Clock()


@pytest.fixture
def make(clock: Clock) -> Iterator[Callable[..., Scheduler]]:
    """Make a scheduler that is closed at the end of the test."""
    made: list[Scheduler] = []

    def build(*, slots: int = 1, most_waiting: int = 100) -> Scheduler:
        made.append(Scheduler(slots=slots, most_waiting=most_waiting, clock=clock))
        return made[-1]

    yield build
    for scheduler in made:
        scheduler.close(PATIENCE_SECONDS)


@pytest.fixture
def held() -> Iterator[Callable[..., Held]]:
    """Make work that is let go at the end of the test."""
    made: list[Held] = []

    def build(result: str = "done") -> Held:
        made.append(Held(result))
        return made[-1]

    yield build
    for work in made:
        work.gate.set()


def put(scheduler: Scheduler, run: Callable[[], Any], *, expected_ms: float = 100, **options: Any) -> Task[Any]:
    """Put work in line that nobody cancels, without a deadline unless one is given."""
    given = {"deadline": None, "cancellation": Cancellation(), **options}
    return scheduler.submit(run, expected_ms=expected_ms, **given)


def occupy(scheduler: Scheduler, work: Held, **options: Any) -> Task[Any]:
    """Have work running."""
    task = put(scheduler, work, **options)
    assert work.begun.wait(PATIENCE_SECONDS)
    return task


def test_work_gives_its_result(make: Callable[..., Scheduler]) -> None:
    """It is done in a thread of the scheduler, and its times are told."""
    task = put(make(), lambda: threading.current_thread().name)
    assert task.result(PATIENCE_SECONDS).startswith("work-")
    assert (True, 0.0, 0.0) == (task.done(), task.waited_ms, task.ran_ms)


def test_what_work_raises_its_waiter_gets(make: Callable[..., Scheduler]) -> None:
    """Even what would end a thread; the next work is done all the same."""
    scheduler = make()

    def fail() -> None:
        raise SystemExit("leave")

    task = put(scheduler, fail)
    with pytest.raises(SystemExit, match="leave"):
        task.result(PATIENCE_SECONDS)
    assert "next" == put(scheduler, lambda: "next").result(PATIENCE_SECONDS)


def test_the_context_of_the_caller_comes_along(make: Callable[..., Scheduler]) -> None:
    """What the caller set for its logs is there, and what the work sets stays its own."""
    CALLER.set("desk")

    def tell() -> str:
        found = CALLER.get()
        CALLER.set("worker")
        return found

    assert "desk" == put(make(), tell).result(PATIENCE_SECONDS)
    assert "desk" == CALLER.get()


def test_small_work_goes_first(make: Callable[..., Scheduler], held: Callable[..., Held]) -> None:
    """What needs less passes what needs more and came at the same time."""
    scheduler, first, order = make(), held(), []
    occupy(scheduler, first)
    tasks = [
        put(scheduler, lambda: order.append("large"), expected_ms=900),
        put(scheduler, lambda: order.append("small"), expected_ms=50),
    ]
    first.gate.set()
    for task in tasks:
        task.result(PATIENCE_SECONDS)
    assert ["small", "large"] == order


def test_what_cannot_be_done_in_time_is_refused(
    make: Callable[..., Scheduler], held: Callable[..., Held], clock: Clock
) -> None:
    """With the seconds to wait, in the message and beside it; the count is by reason."""
    scheduler = make(most_waiting=1)
    occupy(scheduler, held(), expected_ms=4000)
    with pytest.raises(Overloaded) as refused:
        put(scheduler, str, expected_ms=1000, deadline=clock.now + 2)
    assert 4 == refused.value.retry_after_seconds
    assert (
        "the service is busy: the request would wait 4.0 s for its turn, and take 1.0 s, and has 2.0 s;"
        " try again in 4 s, or allow more time"
    ) == str(refused.value)
    put(scheduler, str)
    with pytest.raises(Overloaded, match="1 requests wait for their turn, as many as may; try again in 4 s"):
        put(scheduler, str)
    assert {"crowded": 1, "late": 1, "displacing": 0} == dict(scheduler.snapshot().refused)


def test_a_deadline_passes_while_it_waits(
    make: Callable[..., Scheduler], held: Callable[..., Held], clock: Clock
) -> None:
    """Its waiter learns it then, not when a slot is free, and it is never done."""
    scheduler, ran = make(), []
    occupy(scheduler, held(), expected_ms=500)
    task = put(scheduler, lambda: ran.append("late"), deadline=clock.now + 5)
    clock.now += 6
    scheduler.expire()
    with pytest.raises(DeadlinePassed, match=r"the deadline passed after 6\.0 s of waiting for a turn"):
        task.result(0)
    assert ([], 1, 0) == (ran, scheduler.snapshot().expired, scheduler.snapshot().waiting)


def test_deadlines_are_watched(held: Callable[..., Held]) -> None:
    """By the real clock nobody needs to ask: the waiter is told while the slot is still held."""
    scheduler = Scheduler(slots=1, most_waiting=10)
    work = held()
    occupy(scheduler, work, expected_ms=1)
    task = put(scheduler, str, expected_ms=1, deadline=time.monotonic() + 0.2)
    with pytest.raises(DeadlinePassed):
        task.result(PATIENCE_SECONDS)
    assert not work.gate.is_set()
    work.gate.set()
    scheduler.close(PATIENCE_SECONDS)


def test_a_deadline_that_has_passed_is_told_at_once(make: Callable[..., Scheduler], clock: Clock) -> None:
    """It is not put in line, and that is no overload."""
    with pytest.raises(DeadlinePassed):
        put(make(), str, deadline=clock.now)


def test_cancelled_work_is_dropped_at_once(make: Callable[..., Scheduler], held: Callable[..., Held]) -> None:
    """While it waits; its place is free, and it is never done."""
    scheduler, ran, cancellation, first = make(), [], Cancellation(), held()
    occupy(scheduler, first)
    task = put(scheduler, lambda: ran.append("gone"), cancellation=cancellation)
    cancellation.cancel()
    with pytest.raises(Cancelled):
        task.result(0)
    first.gate.set()
    assert "next" == put(scheduler, lambda: "next").result(PATIENCE_SECONDS)
    assert ([], 1) == (ran, scheduler.snapshot().cancelled)


def test_nothing_is_begun_for_one_who_left(make: Callable[..., Scheduler]) -> None:
    """Work that is cancelled before it is put in line is not."""
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        put(make(), str, cancellation=cancellation)


def test_cancelling_work_that_runs_is_its_own_affair(make: Callable[..., Scheduler], held: Callable[..., Held]) -> None:
    """It ends as it ends; raised later the flag does nothing."""
    scheduler, work, cancellation = make(), held("whole"), Cancellation()
    task = occupy(scheduler, work, cancellation=cancellation)
    cancellation.cancel()
    assert not task.done()
    work.gate.set()
    assert "whole" == task.result(PATIENCE_SECONDS)
    assert 0 == scheduler.snapshot().cancelled


def test_waiting_for_a_result_has_a_limit(make: Callable[..., Scheduler], held: Callable[..., Held]) -> None:
    """After it TimeoutError, and the work goes on."""
    work = held("whole")
    task = occupy(make(), work)
    with pytest.raises(TimeoutError):
        task.result(0)
    work.gate.set()
    assert "whole" == task.result(PATIENCE_SECONDS)


def test_callbacks_hear_of_the_end(make: Callable[..., Scheduler]) -> None:
    """Those that come before it, and those that come after."""
    scheduler, heard = make(), []
    told = threading.Event()
    task = put(scheduler, lambda: "done")

    def hear(one: Task[Any]) -> None:
        heard.append(one)
        told.set()

    task.add_done_callback(hear)
    assert told.wait(PATIENCE_SECONDS)
    task.add_done_callback(heard.append)
    assert [task, task] == heard


def test_more_slots_begin_what_waits(make: Callable[..., Scheduler], held: Callable[..., Held]) -> None:
    """Engines load later than the scheduler is made, and serve more at the same time."""
    scheduler, works = make(), [held(), held(), held()]
    tasks = [put(scheduler, work) for work in works]
    assert works[0].begun.wait(PATIENCE_SECONDS)
    assert (1, 2) == (scheduler.snapshot().running, scheduler.snapshot().waiting)
    scheduler.resize(3)
    assert all(work.begun.wait(PATIENCE_SECONDS) for work in works)
    for work, task in zip(works, tasks, strict=True):
        work.gate.set()
        task.result(PATIENCE_SECONDS)


def test_fewer_slots_let_what_runs_end(make: Callable[..., Scheduler], held: Callable[..., Held]) -> None:
    """Nothing begins until as few work as may; then one at a time."""
    scheduler, works = make(slots=2), [held(), held(), held()]
    tasks = [occupy(scheduler, work) for work in works[:2]]
    scheduler.resize(1)
    tasks.append(put(scheduler, works[2]))
    works[0].gate.set()
    tasks[0].result(PATIENCE_SECONDS)
    assert (1, 1, 1) == (scheduler.snapshot().slots, scheduler.snapshot().running, scheduler.snapshot().waiting)
    for work, task in zip(works, tasks, strict=True):
        work.gate.set()
        assert "done" == task.result(PATIENCE_SECONDS)


def test_background_work_is_neither_refused_nor_late(
    make: Callable[..., Scheduler], held: Callable[..., Held], clock: Clock
) -> None:
    """Its deadline is nobody's wait: it is done when its turn comes, after those who wait for an answer."""
    scheduler, first, order = make(most_waiting=1), held(), []
    occupy(scheduler, first)
    jobs = [
        put(scheduler, lambda: order.append("job"), background=True, deadline=clock.now + 1, expected_ms=9000)
        for _ in range(3)
    ]
    request = put(scheduler, lambda: order.append("request"))
    assert (1, 3, 27100.0) == (
        scheduler.snapshot().waiting,
        scheduler.snapshot().background_waiting,
        scheduler.snapshot().waiting_ms,
    )
    clock.now += 60
    scheduler.expire()
    first.gate.set()
    for task in [*jobs, request]:
        task.result(PATIENCE_SECONDS)
    assert ["request", "job", "job", "job"] == order


def test_closing_refuses_what_waits_and_lets_what_runs_end(
    make: Callable[..., Scheduler], held: Callable[..., Held]
) -> None:
    """What comes after is refused too, and closing twice is safe."""
    scheduler, work = make(), held("whole")
    running, waiting = occupy(scheduler, work), put(scheduler, str)
    scheduler.close(0)
    with pytest.raises(NotReady, match="the service is shutting down; send the request again"):
        waiting.result(0)
    with pytest.raises(NotReady):
        put(scheduler, str)
    work.gate.set()
    scheduler.close(PATIENCE_SECONDS)
    assert "whole" == running.result(PATIENCE_SECONDS)


def test_many_callers_at_once(make: Callable[..., Scheduler]) -> None:
    """Sixteen threads that put work in line, and leave half of it, each get their own back; nothing is left over."""
    scheduler, results = make(slots=3, most_waiting=10_000), {}

    def call(number: int) -> None:
        mine = []
        for turn in range(20):
            cancellation = Cancellation()
            task = put(scheduler, lambda turn=turn: (number, turn), cancellation=cancellation)  # type: ignore[misc]
            if turn % 2:
                cancellation.cancel()
            else:
                mine.append(task)
        results[number] = [task.result(PATIENCE_SECONDS) for task in mine]

    callers = [threading.Thread(target=call, args=(number,)) for number in range(16)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    scheduler.close(PATIENCE_SECONDS)
    assert {number: [(number, turn) for turn in range(0, 20, 2)] for number in range(16)} == results
    assert (0, 0) == (scheduler.snapshot().running, scheduler.snapshot().waiting)
