# ruff: noqa: D102  (what the members of these protocols are, their names say)
"""What others own, read when Prometheus asks: a source that fails or is slow is left out, and counted."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from typing import Protocol

import structlog
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric as Family
from prometheus_client.registry import Collector

from service.metrics.catalogue import READ

log = structlog.get_logger(__name__)

# A value of a metric: its name without prefix, the values of its labels in their order, and the number.
Value = tuple[str, tuple[str, ...], float]
Source = Callable[[], Sequence[Value]]

_PATIENCE_SECONDS = 0.5
_BY_NAME = {metric.name.removeprefix("newsbriefs_"): metric for metric in READ}


class Queue(Protocol):
    """How the line of waiting articles stands."""

    @property
    def slots(self) -> int: ...
    @property
    def running(self) -> int: ...
    @property
    def waiting(self) -> int: ...
    @property
    def background_waiting(self) -> int: ...
    @property
    def waiting_ms(self) -> float: ...
    @property
    def refused(self) -> Mapping[str, int]: ...
    @property
    def expired(self) -> int: ...
    @property
    def cancelled(self) -> int: ...


class CacheLevel(Protocol):
    """What one level of a cache did."""

    @property
    def hits(self) -> int: ...
    @property
    def misses(self) -> int: ...
    @property
    def stored_bytes(self) -> int: ...
    @property
    def failures(self) -> int: ...


class Decoding(Protocol):
    """What a batching decoder did; plain attributes, read while they change."""

    batches: int
    rows: int
    shared: int
    split: int
    dropped: int
    tokens: int
    seconds: float


class Stored(Protocol):
    """What waits and runs in the store of jobs."""

    @property
    def queued(self) -> int: ...
    @property
    def running(self) -> int: ...
    @property
    def callbacks(self) -> int: ...
    @property
    def oldest_seconds(self) -> float: ...


class Callbacks(Protocol):
    """What became of the callbacks this process sent."""

    @property
    def sent(self) -> int: ...
    @property
    def failed(self) -> int: ...
    @property
    def given_up(self) -> int: ...


def queue_values(queue: Queue) -> list[Value]:
    """The line as metrics."""
    return [
        ("queue_waiting", ("request",), queue.waiting - queue.background_waiting),
        ("queue_waiting", ("background",), queue.background_waiting),
        ("queue_expected_seconds", (), queue.waiting_ms / 1000),
        ("queue_running", (), queue.running),
        ("queue_slots", (), queue.slots),
        *(("refusals_total", (reason,), count) for reason, count in queue.refused.items()),
        ("given_up_total", ("expired",), queue.expired),
        ("given_up_total", ("cancelled",), queue.cancelled),
    ]


def cache_values(levels: Mapping[str, CacheLevel]) -> list[Value]:
    """Every level of a cache as metrics."""
    values: list[Value] = []
    for level, counts in levels.items():
        values += [
            ("cache_hits_total", (level,), counts.hits),
            ("cache_misses_total", (level,), counts.misses),
            ("cache_failures_total", (level,), counts.failures),
            ("cache_stored_bytes", (level,), counts.stored_bytes),
        ]
    return values


def decoder_values(models: Mapping[str, Decoding]) -> list[Value]:
    """What each model decoded as metrics."""
    values: list[Value] = []
    for model, counts in models.items():
        values += [
            ("decoder_batches_total", (model,), counts.batches),
            ("decoder_rows_total", (model,), counts.rows),
            ("decoder_rows_shared_total", (model,), counts.shared),
            ("decoder_rows_dropped_total", (model,), counts.dropped),
            ("decoder_batches_split_total", (model,), counts.split),
            ("decoder_tokens_total", (model,), counts.tokens),
            ("decoder_seconds_total", (model,), counts.seconds),
        ]
    return values


def job_values(stored: Stored) -> list[Value]:
    """The store of jobs as metrics."""
    return [
        ("jobs", ("queued",), stored.queued),
        ("jobs", ("running",), stored.running),
        ("jobs_oldest_seconds", (), stored.oldest_seconds),
        ("callbacks_waiting", (), stored.callbacks),
    ]


def callback_values(counts: Callbacks | None) -> list[Value]:
    """Callbacks as metrics; None where this process sends none."""
    if counts is None:
        return []
    outcomes = {"sent": counts.sent, "failed": counts.failed, "given up": counts.given_up}
    return [("callbacks_total", (outcome,), count) for outcome, count in outcomes.items()]


class Sources(Collector):
    """Reads every source in a thread of its own, and waits for none longer than `patience_seconds`."""

    def __init__(self, *, patience_seconds: float = _PATIENCE_SECONDS) -> None:
        self._patience_seconds = patience_seconds
        self._sources: dict[str, Source] = {}
        self._running: dict[str, Future[Sequence[Value]]] = {}
        self._failures: Counter[str] = Counter()
        self._lock = threading.Lock()

    def watch(self, name: str, source: Source) -> None:
        """Read `source` at every scrape."""
        with self._lock:
            self._sources[name] = source

    def describe(self) -> list[Family]:
        """Say nothing beforehand: a registry would otherwise read every source when this is registered."""
        return []

    def collect(self) -> Iterator[Family]:
        """Every value that could be had, by metric."""
        values = self._values()
        values += [("scrape_failures_total", (name,), count) for name, count in self._failures.items()]
        families: dict[str, Family] = {}
        for name, labels, number in values:
            metric = _BY_NAME[name]
            if name not in families:
                kind = CounterMetricFamily if metric.kind == "counter" else GaugeMetricFamily
                families[name] = kind(metric.name, metric.help, labels=metric.labels)
            families[name].add_metric(labels, number)  # type: ignore[attr-defined]
        yield from families.values()

    def _values(self) -> list[Value]:
        """What the sources say; each that fails or is too slow is counted, and its end is waited for next time."""
        with self._lock:
            for name, source in self._sources.items():
                if name not in self._running:
                    self._running[name] = _begun(name, source)
            running = dict(self._running)
        values: list[Value] = []
        for name, future in running.items():
            values += self._outcome(name, future)
        return values

    def _outcome(self, name: str, future: Future[Sequence[Value]]) -> Sequence[Value]:
        try:
            found = future.result(self._patience_seconds)
        except Exception as error:
            with self._lock:
                self._failures[name] += 1
                if future.done():
                    self._running.pop(name, None)
            log.debug("source_left_out", source=name, error=type(error).__name__)
            return []
        with self._lock:
            self._running.pop(name, None)
        return found


def _begun(name: str, source: Source) -> Future[Sequence[Value]]:
    """`source` being read in a thread that nobody has to wait for, not even the end of the process."""
    future: Future[Sequence[Value]] = Future()

    def read() -> None:
        try:
            future.set_result(source())
        except Exception as error:
            future.set_exception(error)

    threading.Thread(target=read, name=f"metrics-{name}", daemon=True).start()
    return future
