"""Identical requests under way are worked for once, and every one of them hears everything."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.cancellation import Cancellation
from service.errors import Cancelled, Overloaded
from service.work.flights import Flight, Flights
from service.work.scheduler import Scheduler, Task

PATIENCE_SECONDS = 60.0


class Begin:
    """What starts a flight: it counts, and its work waits for the gate, unless it is cancelled."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self.flights: list[Flight[bytes]] = []
        self.gate = threading.Event()

    def __call__(self, flight: Flight[bytes]) -> Task[bytes]:
        """Put its work in line."""
        self.flights.append(flight)
        number = len(self.flights)

        def work() -> bytes:
            flight.cancellation.on_cancel(self.gate.set)
            flight.tell(f"begun {number}")
            assert self.gate.wait(PATIENCE_SECONDS)
            flight.cancellation.check()
            flight.tell(f"ended {number}")
            return f"answer {number}".encode()

        return self._scheduler.submit(work, expected_ms=1, deadline=None, cancellation=flight.cancellation)


@pytest.fixture
def scheduler() -> Iterator[Scheduler]:
    """One slot."""
    made = Scheduler(slots=1, most_waiting=100)
    yield made
    made.close(PATIENCE_SECONDS)


@pytest.fixture
def begin(scheduler: Scheduler) -> Iterator[Begin]:
    """Let go at the end of the test."""
    made = Begin(scheduler)
    yield made
    made.gate.set()


def landed(flight: Flight[bytes]) -> None:
    """Wait until it has landed."""
    for _ in flight.follow(PATIENCE_SECONDS):
        pass


def test_the_same_is_done_once(begin: Begin) -> None:
    """Two who ask for the same share the work, and one who asks for something else does not."""
    flights: Flights[bytes] = Flights()
    with flights.join("a", begin) as one, flights.join("a", begin) as two, flights.join("b", begin) as other:
        assert one is two
        assert other is not one
        begin.gate.set()
        assert [b"answer 1", b"answer 1", b"answer 2"] == [f.task.result(PATIENCE_SECONDS) for f in (one, two, other)]


def test_what_is_done_is_no_longer_under_way(begin: Begin) -> None:
    """Who asks after the end starts anew, though the first has not left."""
    flights: Flights[bytes] = Flights()
    begin.gate.set()
    with flights.join("a", begin) as one:
        landed(one)
        assert 0 == flights.under_way()
        with flights.join("a", begin) as two:
            assert (b"answer 1", b"answer 2") == (one.task.result(PATIENCE_SECONDS), two.task.result(PATIENCE_SECONDS))


def test_everybody_hears_everything_in_order(begin: Begin) -> None:
    """Who joins later hears the events from the first on; the end comes after the last of them."""
    flights: Flights[bytes] = Flights()
    with flights.join("a", begin) as one:
        first = one.follow(PATIENCE_SECONDS)
        assert "begun 1" == next(first)
        with flights.join("a", begin) as two:
            second = two.follow(PATIENCE_SECONDS)
            assert "begun 1" == next(second)
            begin.gate.set()
            assert (["ended 1"], ["ended 1"]) == (list(first), list(second))
        assert (["begun 1", "ended 1"], True) == (list(one.follow(PATIENCE_SECONDS)), one.task.done())


def test_silence_is_told(begin: Begin) -> None:
    """None for each stretch of it, which a stream sends as a heartbeat."""
    flights: Flights[bytes] = Flights()
    with flights.join("a", begin) as flight:
        assert "begun 1" == next(flight.follow(PATIENCE_SECONDS))
        heard = flight.follow(0.001)
        assert ["begun 1", None, None] == [next(heard), next(heard), next(heard)]


def test_a_refusal_leaves_nothing_behind(begin: Begin) -> None:
    """The next who asks for the same starts its own."""
    flights: Flights[bytes] = Flights()

    def refuse(flight: Flight[bytes]) -> Task[bytes]:
        raise Overloaded("busy", retry_after_seconds=1)

    with pytest.raises(Overloaded), flights.join("a", refuse):
        pytest.fail("joined what was refused")
    assert 0 == flights.under_way()
    with flights.join("a", begin):
        assert 1 == len(begin.flights)


def test_a_failure_reaches_everybody(scheduler: Scheduler) -> None:
    """What the work raises is raised for each, once all events were given."""
    flights: Flights[bytes] = Flights()
    joined = threading.Event()

    def start(flight: Flight[bytes]) -> Task[bytes]:
        def fail() -> bytes:
            assert joined.wait(PATIENCE_SECONDS)
            raise ValueError("broken")

        return scheduler.submit(fail, expected_ms=1, deadline=None, cancellation=flight.cancellation)

    with flights.join("a", start) as one, flights.join("a", start) as two:
        joined.set()
        for flight in (one, two):
            assert [] == list(flight.follow(PATIENCE_SECONDS))
            with pytest.raises(ValueError, match="broken"):
                flight.task.result(PATIENCE_SECONDS)


def test_the_last_who_leaves_ends_it(begin: Begin) -> None:
    """Not the first; and who comes then starts a new one, for nobody joins what was given up."""
    flights: Flights[bytes] = Flights()
    with flights.join("a", begin) as flight:
        assert "begun 1" == next(flight.follow(PATIENCE_SECONDS))
        with flights.join("a", begin):
            pass
        assert not flight.cancellation.cancelled
    assert flight.cancellation.cancelled
    with pytest.raises(Cancelled):
        flight.task.result(PATIENCE_SECONDS)
    with flights.join("a", begin) as anew:
        assert b"answer 2" == anew.task.result(PATIENCE_SECONDS)


def test_what_waits_is_dropped_with_the_last(scheduler: Scheduler, begin: Begin) -> None:
    """A flight that has not begun leaves the line."""
    flights: Flights[bytes] = Flights()
    with flights.join("first", begin) as first:
        assert "begun 1" == next(first.follow(PATIENCE_SECONDS))
        with flights.join("waits", begin) as waits:
            assert 1 == scheduler.snapshot().waiting
        assert (0, 1) == (scheduler.snapshot().waiting, flights.under_way())
        with pytest.raises(Cancelled):
            waits.task.result(0)


def test_leaving_after_the_end_cancels_nothing(begin: Begin) -> None:
    """What is done was not given up."""
    flights: Flights[bytes] = Flights()
    begin.gate.set()
    with flights.join("a", begin) as flight:
        landed(flight)
    assert not flight.cancellation.cancelled


def test_who_fails_leaves_too(begin: Begin) -> None:
    """A caller whose connection breaks takes its claim with it."""
    flights: Flights[bytes] = Flights()
    with pytest.raises(BrokenPipeError), flights.join("a", begin) as flight:
        raise BrokenPipeError
    assert (True, 0) == (flight.cancellation.cancelled, flights.under_way())


def test_joining_and_leaving_from_many_threads() -> None:
    """Nobody who stays ever gets the end of a flight that others gave up, and no flight is left over."""
    flights: Flights[bytes] = Flights()
    scheduler = Scheduler(slots=2, most_waiting=10_000)

    def start(flight: Flight[bytes]) -> Task[bytes]:
        def work() -> bytes:
            flight.cancellation.check()
            flight.tell("begun")
            flight.cancellation.check()
            return b"whole"

        return scheduler.submit(work, expected_ms=1, deadline=None, cancellation=flight.cancellation)

    def call(number: int) -> list[bytes]:
        answers = []
        for turn in range(60):
            with flights.join(f"key {turn % 3}", start) as flight:
                if (turn + number) % 2:
                    answers.append(flight.task.result(PATIENCE_SECONDS))
                    assert ["begun"] == [event for event in flight.follow(PATIENCE_SECONDS) if event is not None]
        return answers

    with ThreadPoolExecutor(12) as callers:
        assert [[b"whole"] * 30] * 12 == list(callers.map(call, range(12)))
    scheduler.close(PATIENCE_SECONDS)
    assert 0 == flights.under_way()


def test_cancellation_is_there_before_the_task() -> None:
    """Its start may hold the flight's cancellation, but there is no task to ask for yet."""
    flight: Flight[bytes] = Flight()
    assert isinstance(flight.cancellation, Cancellation)
    with pytest.raises(RuntimeError, match="the flight has not begun"):
        assert flight.task
