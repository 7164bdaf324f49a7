"""Identical requests that are under way at the same time are worked for once, and all hear what happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition, Lock
from typing import Generic, TypeVar

from service.cancellation import Cancellation
from service.work.scheduler import Task

T = TypeVar("T")


class Flight(Generic[T]):
    """Work that any number of callers wait for; `cancellation` is raised once the last of them has left."""

    def __init__(self) -> None:
        self.cancellation = Cancellation()
        self._changed = Condition()
        self._events: list[object] = []
        self._landed = False
        self._joined = 0
        self._task: Task[T] | None = None

    @property
    def task(self) -> Task[T]:
        """The work itself; there once it is begun, thus for everybody who joined."""
        if self._task is None:
            raise RuntimeError("the flight has not begun; only its own start may hold it so early")
        return self._task

    def tell(self, event: object) -> None:
        """Say to all who follow, those still to come included, that something happened; from any thread."""
        with self._changed:
            self._events.append(event)
            self._changed.notify_all()

    def follow(self, timeout_seconds: float) -> Iterator[object | None]:
        """Every event from the first on, as it comes, and None after each `timeout_seconds` of silence.

        Ends when the work is done and all was given; how it ended is `task.result()`.
        """
        given = 0
        while True:
            news, landed = self._news(given, timeout_seconds)
            given += len(news)
            yield from news
            if landed:
                return
            if not news:
                yield None

    def _news(self, given: int, timeout_seconds: float) -> tuple[list[object], bool]:
        """What was told after the first `given`, waited for if need be, and whether nothing more will be."""
        with self._changed:
            self._changed.wait_for(lambda: self._landed or len(self._events) > given, timeout_seconds)
            return self._events[given:], self._landed

    def _land(self) -> None:
        with self._changed:
            self._landed = True
            self._changed.notify_all()


class Flights(Generic[T]):
    """What is under way, by the key of the request."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._flights: dict[str, Flight[T]] = {}

    @contextmanager
    def join(self, key: str, start: Callable[[Flight[T]], Task[T]]) -> Iterator[Flight[T]]:
        """Wait together with those who asked for the same; the first one starts it.

        What `start` raises leaves nothing behind: the next one starts anew. It is called while nobody else can join
        or leave, so it must only put the work in line.
        """
        flight, is_new = self._enter(key, start)
        try:
            if is_new:
                flight.task.add_done_callback(lambda _: self._land(key, flight))
            yield flight
        finally:
            self._leave(key, flight)

    def under_way(self) -> int:
        """How many flights there are."""
        with self._lock:
            return len(self._flights)

    def _enter(self, key: str, start: Callable[[Flight[T]], Task[T]]) -> tuple[Flight[T], bool]:
        with self._lock:
            flight = self._flights.get(key)
            is_new = flight is None
            if flight is None:
                flight = Flight()
                flight._task = start(flight)
                self._flights[key] = flight
            flight._joined += 1
            return flight, is_new

    def _leave(self, key: str, flight: Flight[T]) -> None:
        """Where the last one leaves, whoever asks for the same from now on starts anew."""
        with self._lock:
            flight._joined -= 1
            deserted = flight._joined == 0
            if deserted:
                self._remove(key, flight)
        if deserted and not flight.task.done():
            flight.cancellation.cancel()

    def _land(self, key: str, flight: Flight[T]) -> None:
        with self._lock:
            self._remove(key, flight)
        flight._land()

    def _remove(self, key: str, flight: Flight[T]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
