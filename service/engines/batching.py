"""Rows of many callers merged into shared batches, fairly, with deadlines, each distinct row decoded once.

Threads of this process feed a `Decoder`: each takes the rows whose callers have been served least, up to a number of
tokens, and decodes them as one batch. Between callers the sharing is that of start-time fair queueing (Goyal, Vin
and Cheng 1996): a caller with one headline does not stand behind one with forty sentences.
"""

import heapq
import itertools
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

import structlog

from service.cancellation import Cancellation
from service.engines.decoding import Decoder, Hypothesis, Row, Search
from service.errors import EngineCancelled, EngineError, EngineTimeout

log = structlog.get_logger(__name__)

Outcome = Hypothesis | EngineError
_Key = tuple[tuple[str, ...], tuple[str, ...], int, Search]


@dataclass(slots=True)
class _Job:
    """One distinct row on its way; several tickets may wait for it."""

    key: _Key
    row: Row
    search: Search
    places: list[tuple["Ticket", int]]
    taken: bool = False

    def wanted(self) -> bool:
        return any(not ticket.over() for ticket, _ in self.places)


class Ticket:
    """What one caller waits for: the outcomes of its rows. `bell` is rung whenever there is something new."""

    def __init__(
        self,
        size: int,
        *,
        deadline: float | None,
        forget: Callable[["Ticket"], None],
        bell: threading.Event | None = None,
    ) -> None:
        self._outcomes: list[Outcome | None] = [None] * size
        self._missing = size
        self._deadline = deadline
        self._done = threading.Event()
        self._forget = forget
        self._bell = bell
        self._told: set[int] = set()
        self._unlisten: Callable[[], None] | None = None
        self.cancelled = False
        self.queue: deque[_Job] = deque()
        self.served = 0.0
        if not size:
            self._done.set()

    def over(self) -> bool:
        """Whether nobody waits for it any more: cancelled, or past its deadline."""
        return self.cancelled or (self._deadline is not None and time.monotonic() >= self._deadline)

    def cancel(self) -> None:
        """Stop waiting; rows that nobody else wants and that have not begun are never decoded."""
        self.cancelled = True
        self._forget(self)
        self._done.set()
        self.ring()

    def cancel_with(self, cancellation: Cancellation) -> None:
        """Be cancelled as soon as `cancellation` is raised."""
        self._unlisten = cancellation.on_cancel(self.cancel)

    def put(self, place: int, outcome: Outcome) -> None:
        """Set one outcome; the last one wakes the caller."""
        if self._outcomes[place] is None:
            self._outcomes[place] = outcome
            self._missing -= 1
            if not self._missing:
                self._done.set()

    def ring(self) -> None:
        """Wake who waits for news; it never blocks."""
        if self._bell is not None:
            self._bell.set()

    def seconds_left(self) -> float | None:
        """How long there is to wait for it; None where it has no deadline."""
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    def settled(self) -> bool:
        """Whether `result` would not wait."""
        return not self._missing or self.over()

    def news(self) -> list[tuple[int, Outcome]]:
        """The rows that are there and were not told before, with their places; all of the rest once it is settled."""
        outcomes = self.result() if self.settled() else list(self._outcomes)
        fresh = [(place, one) for place, one in enumerate(outcomes) if one is not None and place not in self._told]
        self._told.update(place for place, _ in fresh)
        return fresh

    def result(self) -> list[Outcome]:
        """Wait for every row; those that are not there at the deadline are EngineTimeout, or EngineCancelled."""
        if not self._done.wait(self.seconds_left()):
            self._forget(self)
        if self._unlisten is not None:
            self._unlisten()
        return [self._missed() if outcome is None else outcome for outcome in self._outcomes]

    def _missed(self) -> EngineError:
        if self.cancelled:
            return EngineCancelled("nobody waits for it any more; it was not decoded")
        return EngineTimeout("the deadline passed before the model had decoded it; allow more seconds")


@dataclass(slots=True)
class BatchCounts:
    """What has been done so far.

    `shared` rows were asked for by several callers and decoded once; `split` batches failed and were halved;
    `dropped` rows were never decoded, for nobody waited any more; `largest` is the most rows of a batch. `tokens`
    were written, prefixes and end tokens not counted, in `seconds` of decoding, summed over the threads: with two
    that decode at the same time the model writes up to twice `tokens / seconds` a second.
    """

    batches: int = 0
    rows: int = 0
    shared: int = 0
    split: int = 0
    dropped: int = 0
    largest: int = 0
    tokens: int = 0
    seconds: float = 0.0


@runtime_checkable
class CountsBatches(Protocol):
    """An engine that decodes in batches, and says what it decoded."""

    def counts(self) -> Mapping[str, BatchCounts]:
        """What each of its models did, by the model's name."""
        ...


class BatchingDecoder:
    """A `Decoder` around another one: the same results, in shared batches.

    `threads` batches are decoded at the same time (the replicas of the model); a batch holds at most `max_rows` rows
    and about `max_tokens` tokens of input and prefix. A batch that fails is halved until the row at fault fails
    alone.
    """

    def __init__(self, decoder: Decoder, *, threads: int = 2, max_rows: int = 16, max_tokens: int = 2048) -> None:
        self.name, self.revision = decoder.name, decoder.revision
        self.counts = BatchCounts()
        self._decoder = decoder
        self._max_rows, self._max_tokens = max_rows, max_tokens
        self._lock = threading.Lock()
        self._work = threading.Condition(self._lock)
        self._tickets: list[tuple[float, int, Ticket]] = []
        self._numbers = itertools.count()
        self._flying: dict[_Key, _Job] = {}
        self._now = 0.0
        self._closed = False
        self._threads = [
            threading.Thread(target=self._run, name=f"decode-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def decode(self, rows: Sequence[Row], search: Search) -> list[Outcome]:
        """Decode each row, merged with those of other callers; the length and order of the input."""
        return self.submit(rows, search).result()

    def submit(
        self,
        rows: Sequence[Row],
        search: Search,
        *,
        deadline: float | None = None,
        cancellation: Cancellation | None = None,
        bell: threading.Event | None = None,
    ) -> Ticket:
        """Queue the rows; raises EngineError once closed.

        `deadline` is a `time.monotonic()` instant. Once `cancellation` is raised the ticket is cancelled. `bell` is
        rung after every batch that holds some of the rows.
        """
        ticket = Ticket(len(rows), deadline=deadline, forget=self._forget, bell=bell)
        if cancellation is not None:
            ticket.cancel_with(cancellation)
        with self._lock:
            if self._closed:
                raise EngineError(f"{self.name} is shutting down; send the request again")
            for place, row in enumerate(() if ticket.cancelled else rows):
                self._queue(ticket, place, row, search)
            ticket.served = self._now
            if ticket.queue:
                heapq.heappush(self._tickets, (ticket.served, next(self._numbers), ticket))
                self._work.notify(len(self._threads))
        return ticket

    def counted(self) -> BatchCounts:
        """What has been done so far, as it stands now."""
        with self._lock:
            return replace(self.counts)

    def close(self) -> None:
        """Finish what was queued, then free the model; safe to call twice."""
        with self._lock:
            self._closed = True
            self._work.notify_all()
        for thread in self._threads:
            thread.join()
        self._decoder.close()

    def _queue(self, ticket: Ticket, place: int, row: Row, search: Search) -> None:
        key = (row.tokens, row.prefix, row.max_tokens, search)
        job = self._flying.get(key)
        if job is not None:
            job.places.append((ticket, place))
            self.counts.shared += 1
            if job.taken:
                return
        else:
            job = self._flying[key] = _Job(key, row, search, [(ticket, place)])
        ticket.queue.append(job)

    def _forget(self, ticket: Ticket) -> None:
        """Drop what only this ticket wanted; what others want stays in their own queues."""
        with self._lock:
            for job in ticket.queue:
                if not job.taken and not job.wanted():
                    job.taken = True
                    self._flying.pop(job.key, None)
                    self.counts.dropped += 1
            ticket.queue.clear()

    def _run(self) -> None:
        while (batch := self._next_batch()) is not None:
            self._decode(batch)

    def _next_batch(self) -> list[_Job] | None:
        """Wait for work and take a batch of it; None once closed and empty."""
        with self._work:
            while True:
                batch = self._take()
                if batch:
                    self.counts.batches += 1
                    self.counts.rows += len(batch)
                    self.counts.largest = max(self.counts.largest, len(batch))
                    return batch
                if self._closed:
                    return None
                self._work.wait()

    def _take(self) -> list[_Job]:
        """The next rows of the callers served least, all with one search, within the size of a batch."""
        batch: list[_Job] = []
        longest, put_back = 0, []
        while self._tickets and len(batch) < self._max_rows:
            served, number, ticket = heapq.heappop(self._tickets)
            job = self._first(ticket)
            if job is None:
                continue
            size = len(job.row.tokens) + len(job.row.prefix)
            full = max(longest, size) * (len(batch) + 1) > self._max_tokens
            if batch and (full or job.search != batch[0].search):
                put_back.append((served, number, ticket))
                if full:
                    break
                continue
            ticket.queue.popleft()
            job.taken = True
            batch.append(job)
            longest = max(longest, size)
            self._now = max(self._now, served)
            heapq.heappush(self._tickets, (served + size, number, ticket))
        for entry in put_back:
            heapq.heappush(self._tickets, entry)
        return batch

    def _first(self, ticket: Ticket) -> _Job | None:
        """The first row of a ticket that is still to be decoded and wanted by somebody."""
        while ticket.queue:
            job = ticket.queue[0]
            if not job.taken and job.wanted():
                return job
            ticket.queue.popleft()
            if not job.taken:
                self._drop(job)
        return None

    def _drop(self, job: _Job) -> None:
        job.taken = True
        self._flying.pop(job.key, None)
        self.counts.dropped += 1

    def _decode(self, batch: list[_Job]) -> None:
        began = time.perf_counter()
        outcomes = self._outcomes(batch)
        with self._lock:
            self.counts.seconds += time.perf_counter() - began
            self.counts.tokens += sum(len(one.tokens) for one in outcomes if isinstance(one, Hypothesis))
            for job, outcome in zip(batch, outcomes, strict=True):
                self._flying.pop(job.key, None)
                for ticket, place in job.places:
                    ticket.put(place, outcome)
        for ticket in {ticket for job in batch for ticket, _ in job.places}:
            ticket.ring()

    def _outcomes(self, batch: list[_Job]) -> list[Outcome]:
        """Decode a batch; one that fails as a whole is halved, so that only the row at fault fails."""
        try:
            return list(self._decoder.decode([job.row for job in batch], batch[0].search))
        except Exception as error:
            if len(batch) == 1:
                log.warning("row_failed", engine=self.name, error=type(error).__name__)
                return [error if isinstance(error, EngineError) else EngineError(_what_failed(error))]
            self.counts.split += 1
            middle = len(batch) // 2
            return [*self._outcomes(batch[:middle]), *self._outcomes(batch[middle:])]


def _what_failed(error: Exception) -> str:
    # A foreign message may quote the text or a path; its class is all that may leave.
    return f"the model failed on this text ({type(error).__name__}); the others of its batch are not touched"
