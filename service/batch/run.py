"""One run over a file: read, skip what is done, have the rest done, write what comes out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from threading import Event
from typing import Any, BinaryIO

from service.batch.lines import Line, raw_lines, read_line
from service.batch.output import Output
from service.batch.records import BatchRefused, Outcome, written
from service.batch.work import Work

_LONGEST_WAIT_SECONDS = 0.5


@dataclass(slots=True)
class Tally:
    """How far a run is: lines `done` and `failed` in all, and those of them that were so `before` it began.

    `whole` once every line has its result.
    """

    lines: int
    before: int = 0
    done: int = 0
    failed: int = 0
    stopped: bool = False
    whole: bool = False

    @property
    def finished(self) -> int:
        """Lines that have their result."""
        return self.done + self.failed


def run(
    source: BinaryIO,
    output: Output,
    work: Work,
    *,
    tally: Tally,
    defaults: Mapping[str, Any],
    most_bytes: int,
    stop: Event,
    watch: Callable[[Tally], None],
) -> Tally:
    """Give every line of `source` one line in `output`, in the order in which they are ready.

    `tally` is that of before, and is counted on; `watch` is called with it about twice a second. Raises BatchRefused
    where the input is not the one of before, BatchBroken where the output can't be written.
    """
    for line in _left(source, output, defaults=defaults, most_bytes=most_bytes, tally=tally):
        while not work.room and not stop.is_set():
            _collect(work, output, tally, watch, _LONGEST_WAIT_SECONDS)
        if stop.is_set():
            tally.stopped = True
            break
        if line.request is None:
            _write([Outcome(line, error=line.error)], output, tally)
        else:
            work.submit(line)
        _collect(work, output, tally, watch, 0.0)
    if tally.stopped:
        work.wind_down()
    while work.in_flight:
        if stop.is_set() and not tally.stopped:
            tally.stopped = True
            work.wind_down()
        _collect(work, output, tally, watch, _LONGEST_WAIT_SECONDS)
    tally.whole = not tally.stopped
    return tally


def _left(
    source: BinaryIO, output: Output, *, defaults: Mapping[str, Any], most_bytes: int, tally: Tally
) -> Iterator[Line]:
    """The lines without a result; each is told from a line that was put in its place since."""
    present = 0
    for raw in raw_lines(source, most_bytes=most_bytes):
        present += 1
        try:
            if output.finished.has(raw.number, raw.digest):
                continue
        except BatchRefused as error:
            raise BatchRefused(f"{output.path}: {error}; choose another OUT, or start anew with --again") from error
        yield read_line(raw, defaults=defaults, most_bytes=most_bytes)
    # Blank lines were counted as work to do.
    tally.lines = present


def _collect(work: Work, output: Output, tally: Tally, watch: Callable[[Tally], None], timeout_seconds: float) -> None:
    _write(work.finished(timeout_seconds), output, tally)
    output.tick()
    watch(tally)


def _write(outcomes: Iterable[Outcome], output: Output, tally: Tally) -> None:
    for outcome in outcomes:
        if tally.stopped and outcome.error is not None:
            # What was cut short by the stop itself is no result: the next run does it.
            continue
        output.write(written(outcome, output.options))
        tally.done += outcome.result is not None
        tally.failed += outcome.result is None
