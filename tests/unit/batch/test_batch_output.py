import json
import resource
from pathlib import Path
from typing import Any

import pytest

from service.batch.lines import Line
from service.batch.output import Output
from service.batch.records import BatchBroken, BatchRefused, Outcome, written
from service.errors import EngineUnavailable, InvalidField

OPTIONS = "0123456789abcdef"


def _line(number: int) -> Line:
    return Line(number, f"{number:064x}", f"id{number}", None)


def _record(number: int, *, options: str = OPTIONS, error: Any = None, briefs: str = "") -> bytes:
    result = None if error else f'{{"briefs":[{briefs}]}}'.encode()
    return written(Outcome(_line(number), result=result, error=error), options)


def _opened(path: Path, *, lines: int = 9, options: str = OPTIONS, **asked: bool) -> Output:
    output = Output(path, options=options)
    output.begin(lines=lines, again=asked.get("again", False), retry_failed=asked.get("retry_failed", False))
    return output


def test_a_record_says_all() -> None:
    """The line of the input, the user's id, what was asked and what came of it."""
    done, failed = json.loads(_record(3)), json.loads(_record(4, error=InvalidField([])))
    assert {
        "line": 3,
        "id": "id3",
        "input": f"{3:064x}",
        "options": OPTIONS,
        "status": "done",
        "result": {"briefs": []},
        "problem": None,
    } == done
    assert ("failed", None, 422) == (failed["status"], failed["result"], failed["problem"]["status"])
    assert "request_id" not in failed["problem"]


def test_what_is_finished_is_known_again(tmp_path: Path) -> None:
    """By number and by what stood in the line."""
    path = tmp_path / "out"
    path.write_bytes(_record(1) + _record(3, error=InvalidField([])))
    output = _opened(path)
    assert (1, 1, 0) == (output.done, output.failed, output.cut)
    assert [True, False, True] == [output.finished.has(n, f"{n:064x}") for n in (1, 2, 3)]
    with pytest.raises(BatchRefused, match="line 3 of the input is not the one"):
        output.finished.has(3, "f" * 64)
    output.write(_record(2))
    output.close()
    assert [1, 3, 2] == [json.loads(line)["line"] for line in path.read_bytes().splitlines()]


def test_a_torn_last_line_is_cut_off_wherever_it_was_torn(tmp_path: Path) -> None:
    """Every byte at which a kill may have come: what is whole stays, what is not is done again."""
    whole, torn = _record(1), _record(2)
    path = tmp_path / "out"
    for end in range(len(torn)):
        path.write_bytes(whole + torn[:end])
        output = _opened(path)
        assert (1, end) == (output.done, output.cut)
        output.write(torn)
        output.close()
        assert whole + torn == path.read_bytes()


@pytest.mark.parametrize("after", [b"", _record(2), _record(2)[:30]])
def test_a_hole_of_zeros_is_cut_off_with_what_follows(tmp_path: Path, after: bytes) -> None:
    """What some file systems leave of the last second after a loss of power."""
    path = tmp_path / "out"
    path.write_bytes(_record(1) + bytes(40) + b"\n" + after)
    output = _opened(path)
    assert (1, 41 + len(after)) == (output.done, output.cut)
    output.close()
    assert _record(1) == path.read_bytes()


@pytest.mark.parametrize(
    ("held", "why"),
    [
        (b"dear diary\n", "something else than results"),
        (b'{"text": "A."}\n', "something else than results"),
        (_record(1) + b"x\n" + _record(2), "no result of a batch"),
        (_record(1) + _record(1), "two results for line 1"),
        (_record(1, options="f" * 16), "other options"),
        (_record(10), "the input has 9 lines"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_untouched(tmp_path: Path, held: bytes, why: str) -> None:
    """The message says the way out."""
    path = tmp_path / "out"
    path.write_bytes(held)
    with pytest.raises(BatchRefused, match=f"{why}.*--again"):
        _opened(path)
    assert held == path.read_bytes()


def test_again_starts_anew_but_spares_what_is_not_ours(tmp_path: Path) -> None:
    """IN and OUT the wrong way round cost nothing."""
    ours, other = tmp_path / "ours", tmp_path / "other"
    ours.write_bytes(_record(1, options="f" * 16))
    other.write_bytes(b'{"text": "A."}\n')
    _opened(ours, again=True).close()
    with pytest.raises(BatchRefused, match="something else"):
        _opened(other, again=True)
    assert (b"", b'{"text": "A."}\n') == (ours.read_bytes(), other.read_bytes())


def test_retry_failed_drops_what_may_pass(tmp_path: Path) -> None:
    """An engine that died, or a language that ran out of time; never what is wrong with the line itself."""
    late = '{"status":"failed","problem":{"status":504}}'
    unreachable = '{"status":"failed","problem":{"status":422}}'
    path = tmp_path / "out"
    path.write_bytes(
        _record(1)
        + _record(2, error=EngineUnavailable("died"))
        + _record(3, error=InvalidField([]))
        + _record(4, briefs=late)
        + _record(5, briefs=unreachable)
    )
    output = _opened(path, retry_failed=True)
    assert [True, False, True, False, True] == [output.finished.has(n, f"{n:064x}") for n in range(1, 6)]
    output.write(_record(2))
    output.close()
    assert [1, 3, 5, 2] == [json.loads(line)["line"] for line in path.read_bytes().splitlines()]
    assert ["out"] == [item.name for item in tmp_path.iterdir()]


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """A second is refused, after the file was replaced by the first too."""
    path = tmp_path / "out"
    path.write_bytes(_record(1, error=EngineUnavailable("died")))
    first = _opened(path, retry_failed=True)
    with pytest.raises(BatchRefused, match="another run"):
        _opened(path)
    first.close()
    _opened(path).close()


def test_results_are_brought_to_the_disk_every_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And at the end; never more often than once a second."""
    synced: list[float] = []
    now = [0.0]
    monkeypatch.setattr("os.fsync", lambda descriptor: synced.append(now[0]))
    output = Output(tmp_path / "out", options=OPTIONS, clock=lambda: now[0])
    output.begin(lines=9, again=False, retry_failed=False)
    for moment in (0.1, 0.2, 1.1, 1.2):
        now[0] = moment
        output.write(_record(int(moment * 10)))
    now[0] = 2.2
    output.tick()
    output.tick()
    output.close()
    assert [1.1, 2.2, 2.2] == synced


def test_a_full_disk_leaves_no_torn_line(tmp_path: Path) -> None:
    """The run stops, and what was written stays whole; a limit on the size of files stands in for the disk."""
    output = _opened(tmp_path / "out")
    output.write(_record(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(_record(1)) + 50, hard))
    try:
        with pytest.raises(BatchBroken, match="File too large; mend that"):
            output.write(_record(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    output.close()
    assert _record(1) == (tmp_path / "out").read_bytes()
