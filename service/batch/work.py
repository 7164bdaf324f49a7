"""Who does the lines: the seam, and the threads of this process behind it."""

import time
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from threading import Event
from typing import Protocol

import structlog

from service.batch.lines import Line
from service.batch.records import Outcome
from service.bootstrap import Services
from service.errors import NewsbriefsError, Overloaded
from service.web.summarize import summarize

log = structlog.get_logger(__name__)

_LONGEST_PAUSE_SECONDS = 10.0


class Work(Protocol):
    """Takes lines and gives outcomes, in the order in which they are ready."""

    @property
    def in_flight(self) -> int:
        """How many lines were taken and not given back."""

    @property
    def room(self) -> int:
        """How many more are taken now; there is always some once all outcomes were taken."""

    def submit(self, line: Line) -> None:
        """Take a line whose request is sound; raises what tells that none can be taken any more."""

    def finished(self, timeout_seconds: float) -> list[Outcome]:
        """What is ready; waits so long for a first one, where something is in flight."""

    def wind_down(self) -> None:
        """Drop what has not begun; what runs still comes out of `finished`."""

    def close(self) -> None:
        """Let go of everything."""


class Threads:
    """`workers` threads over the engines of this process."""

    def __init__(self, services: Services, *, workers: int) -> None:
        self._services = services
        self._most = 2 * workers
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="batch")
        self._futures: set[Future[None]] = set()
        self._ready: SimpleQueue[Outcome] = SimpleQueue()
        self._taken = 0
        self._stopping = Event()

    @property
    def in_flight(self) -> int:
        """See `Work`."""
        return self._taken

    @property
    def room(self) -> int:
        """See `Work`."""
        return self._most - self._taken

    def submit(self, line: Line) -> None:
        """See `Work`."""
        self._taken += 1
        future = self._pool.submit(self._do, line)
        self._futures.add(future)
        self._futures = {one for one in self._futures if not one.done()}

    def finished(self, timeout_seconds: float) -> list[Outcome]:
        """See `Work`."""
        outcomes: list[Outcome] = []
        try:
            if self._taken:
                outcomes.append(self._ready.get(timeout=timeout_seconds))
            while True:
                outcomes.append(self._ready.get_nowait())
        except Empty:
            self._taken -= len(outcomes)
            return outcomes

    def wind_down(self) -> None:
        """See `Work`."""
        self._stopping.set()
        self._taken -= sum(future.cancel() for future in self._futures)

    def close(self) -> None:
        """See `Work`."""
        self._stopping.set()
        self._pool.shutdown(cancel_futures=True)

    def _do(self, line: Line) -> None:
        try:
            self._ready.put(Outcome(line, result=self._insist(line)))
        except NewsbriefsError as error:
            self._ready.put(Outcome(line, error=error))
        except Exception as error:
            log.exception("line_broke", line=line.number)
            unexpected = NewsbriefsError(f"an unexpected error ({type(error).__name__}); the log says where")
            self._ready.put(Outcome(line, error=unexpected))

    def _insist(self, line: Line) -> bytes:
        """Where there is more work than can be done in time, a batch waits: nobody sits in front of it."""
        assert line.request is not None
        while True:
            try:
                return summarize(self._services, line.request, began=time.monotonic())
            except Overloaded as error:
                if self._stopping.wait(min(error.retry_after_seconds or 1.0, _LONGEST_PAUSE_SECONDS)):
                    raise
