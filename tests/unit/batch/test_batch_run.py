import io
import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from service.batch.lines import Line, count_lines
from service.batch.output import Output
from service.batch.progress import duration
from service.batch.records import BatchRefused, Outcome
from service.batch.run import Tally, run
from service.errors import DeadlinePassed


class Echo:
    """An honest engine in memory: what a line says comes back, in the order that `choose` gives."""

    def __init__(self, room: int = 3, choose: Callable[[int], int] = lambda count: count - 1) -> None:
        self._most = room
        self._choose = choose
        self._lines: list[Line] = []
        self.seen: list[int] = []
        self.most_in_flight = 0

    @property
    def in_flight(self) -> int:
        """See `Work`."""
        return len(self._lines)

    @property
    def room(self) -> int:
        """See `Work`."""
        return self._most - len(self._lines)

    def submit(self, line: Line) -> None:
        """See `Work`."""
        self._lines.append(line)
        self.seen.append(line.number)
        self.most_in_flight = max(self.most_in_flight, len(self._lines))

    def finished(self, timeout_seconds: float) -> list[Outcome]:
        """Nothing, unless it is waited for or there is no room left."""
        if not self._lines or (self.room and not timeout_seconds):
            return []
        line = self._lines.pop(self._choose(len(self._lines)))
        assert line.request is not None
        if line.request.text == "late":
            return [Outcome(line, error=DeadlinePassed("too late"))]
        return [Outcome(line, result=json.dumps({"briefs": [], "text": line.request.text}).encode())]

    def wind_down(self) -> None:
        """The first runs, the others have not begun."""
        del self._lines[1:]

    def close(self) -> None:
        """Nothing is held."""


def _run(path: Path, data: bytes, work: Echo | None = None, **options: Any) -> tuple[Tally, list[dict[str, Any]]]:
    source = io.BytesIO(data)
    lines = count_lines(source)
    output = Output(path, options="x")
    try:
        output.begin(lines=lines, again=False, retry_failed=False)
        tally = Tally(lines, before=output.done + output.failed, done=output.done, failed=output.failed)
        given: dict[str, Any] = {"stop": Event(), "watch": lambda _: None, **options}
        run(source, output, work or Echo(), tally=tally, defaults={}, most_bytes=1000, **given)
    finally:
        output.close()
    return tally, [json.loads(line) for line in path.read_bytes().splitlines()]


def _numbered(count: int) -> bytes:
    return b"".join(b'"%d."\n' % number for number in range(1, count + 1))


def test_each_line_has_one_result(tmp_path: Path) -> None:
    """In the order in which they are ready; bad lines among them, blank ones left out."""
    data = b'"a"\n\nnot json\n"late"\n"b"\n'
    tally, records = _run(tmp_path / "out", data)
    assert {1: "done", 3: "failed", 4: "failed", 5: "done"} == {item["line"]: item["status"] for item in records}
    assert (4, 2, 2, True, False) == (tally.lines, tally.done, tally.failed, tally.whole, tally.stopped)


def test_no_more_is_read_than_there_is_room_for(tmp_path: Path) -> None:
    """Memory is bounded by what is worked on, not by the input."""
    work = Echo(room=3)
    _, records = _run(tmp_path / "out", _numbered(50), work)
    assert 3 == work.most_in_flight
    assert list(range(1, 51)) == sorted(item["line"] for item in records)
    assert [f"{item['line']}." for item in records] == [item["result"]["text"] for item in records]


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Stopped after any number of results: nothing twice, nothing missing."""
    for moment in range(8):
        path = tmp_path / f"out{moment}"
        stop, left = Event(), [moment]

        def watch(_: Tally, left: list[int] = left, stop: Event = stop) -> None:
            left[0] -= 1
            if left[0] < 0:
                stop.set()

        first, _ = _run(path, _numbered(12), stop=stop, watch=watch)
        second, records = _run(path, _numbered(12))
        assert (True, False, False, True) == (first.stopped, first.whole, second.stopped, second.whole)
        assert first.finished == second.before
        assert list(range(1, 13)) == sorted(item["line"] for item in records)


def test_a_finished_run_does_nothing_more(tmp_path: Path) -> None:
    """And lines that were added since are done."""
    _run(tmp_path / "out", _numbered(5))
    work = Echo()
    tally, _ = _run(tmp_path / "out", _numbered(5), work)
    assert ([], 5, 5) == (work.seen, tally.before, tally.done)
    _run(tmp_path / "out", _numbered(7), work)
    assert [6, 7] == work.seen


def test_another_input_is_refused(tmp_path: Path) -> None:
    """Before anything is done of it that stands after the line in question."""
    _run(tmp_path / "out", _numbered(5))
    with pytest.raises(BatchRefused, match="line 2 of the input is not the one"):
        _run(tmp_path / "out", b'"1."\n"other"\n"3."\n"4."\n"5."\n')


def test_what_the_stop_cut_short_is_done_next_time(tmp_path: Path) -> None:
    """A line that failed because the run was stopped has no result yet."""
    stop = Event()
    tally, records = _run(tmp_path / "out", b'"late"\n', Echo(room=2), stop=stop, watch=lambda _: stop.set())
    assert (0, [], True) == (tally.finished, records, tally.stopped)


def test_durations_are_said_as_people_do() -> None:
    """Hours and minutes, minutes, seconds."""
    assert ["40 s", "2 min", "1 h 1 min"] == [duration(seconds) for seconds in (40.2, 125, 3665)]
