"""One batch at the translator, in a thread of its own, so that each result is heard of as soon as it is there."""

from collections.abc import Callable, Iterator, Sequence
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread

from service.engines.base import Ready
from service.errors import EngineError
from service.records import Translation

Result = Translation | EngineError
Work = Callable[[Ready], Sequence[Result]]


class Underway:
    """Iterating gives (place in the batch, result) pairs, each place once, in the thread that iterates.

    `work` runs in another thread; it may tell results of its own accord, from any thread, and returns all of them.
    What it raises is raised here.
    """

    def __init__(self, work: Work) -> None:
        self._arrived: SimpleQueue[tuple[int, Result] | Sequence[Result] | BaseException] = SimpleQueue()
        self._thread = Thread(target=copy_context().run, args=(self._run, work), name="translate-batch", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[tuple[int, Result]]:
        told: set[int] = set()
        while True:
            arrived = self._arrived.get()
            if isinstance(arrived, BaseException):
                raise arrived
            if not isinstance(arrived, tuple):
                yield from ((place, result) for place, result in enumerate(arrived) if place not in told)
                return
            if arrived[0] not in told:
                told.add(arrived[0])
                yield arrived

    def wait(self) -> None:
        """Wait until the engine is done with it; it works for nobody in the background."""
        self._thread.join()

    def _run(self, work: Work) -> None:
        try:
            self._arrived.put(list(work(lambda place, result: self._arrived.put((place, result)))))
        except BaseException as error:
            self._arrived.put(error)
