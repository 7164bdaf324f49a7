import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from service.cli_batch import batch; batch()"]
LINES = 60
KILLS = 6


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An input of some articles, with blank and bad lines among them."""
    text = "The council of Arvendale met Monday. “We will build line {n},” said mayor Ana Ribeiro. It cost {n} euro."
    lines = [json.dumps({"id": n, "text": text.format(n=n)}) for n in range(1, LINES + 1)]
    lines[4], lines[9], lines[14] = "", "not json", json.dumps({"id": 15})
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines))
    return path


def _environment(folder: Path) -> dict[str, str]:
    modes = folder / "modes"
    modes.mkdir(exist_ok=True)
    ours = {"NEWSBRIEFS_APERTIUM_MODES": str(modes), "NEWSBRIEFS_STATE": str(folder / "state")}
    ours["NEWSBRIEFS_DATA"] = str(folder / "data")
    return {name: value for name, value in os.environ.items() if not name.startswith("NEWSBRIEFS_")} | ours


def _start(source: Path, out: Path, *options: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*COMMAND, str(source), str(out), "--to", "en", "--workers", "2", *options],
        env=_environment(source.parent),
        stderr=subprocess.PIPE,
        text=True,
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _watch(process: "subprocess.Popen[str]", reached: Callable[[], bool]) -> None:
    """Return once `reached` says so, or the process has ended."""
    while not reached():
        try:
            process.wait(timeout=0.002)
            return
        except subprocess.TimeoutExpired:
            continue


def test_a_run_killed_at_random_moments_ends_whole(source: Path, tmp_path: Path) -> None:
    """Each line of the input has exactly one result, whenever the process was killed."""
    out = tmp_path / "out.jsonl"
    chance = random.Random(6)
    for _ in range(KILLS):
        process = _start(source, out)
        # From a moment before the first result to some after it.
        until = _size(out) + chance.choice([0, 0, 1, 2000, 8000, 20_000])
        _watch(process, lambda until=until: _size(out) >= until)  # type: ignore[misc]
        process.kill()
        process.communicate()
    final = _start(source, out)
    told = final.communicate()[1]
    records = [json.loads(line) for line in out.read_text().splitlines()]
    assert (1, set(range(1, LINES + 1)) - {5}) == (final.returncode, {item["line"] for item in records})
    assert {1} == set(Counter(item["line"] for item in records).values())
    assert {10: 400, 15: 422} == {item["line"]: item["problem"]["status"] for item in records if item["problem"]}
    assert {item["line"]: item["id"] for item in records} == {n: n if n != 10 else None for n in range(1, 61) if n != 5}
    assert "57 done, 2 failed" in told


def test_sigterm_lets_what_runs_come_to_its_end(source: Path, tmp_path: Path) -> None:
    """No torn line, an exit status that says the signal, and the way to go on."""
    out = tmp_path / "out.jsonl"
    process = _start(source, out)
    _watch(process, lambda: _size(out) > 0)
    process.send_signal(signal.SIGTERM)
    told = process.communicate()[1]
    if process.returncode != 1:  # the whole input was done before the signal came
        assert 128 + signal.SIGTERM == process.returncode
        assert "run the same command to go on" in told
    assert out.read_bytes().endswith(b"\n")
    assert "torn" not in _start(source, out).communicate()[1]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--quotes", "500"), "--quotes: 500 given"),
        (("--length", "max_words=x"), "--length"),
        (("--engine", "magic"), "--engine"),
    ],
)
def test_wrong_options_are_refused_before_anything_is_done(
    source: Path, tmp_path: Path, options: tuple[str, ...], why: str
) -> None:
    """With exit status 2, and no file is made."""
    process = _start(source, tmp_path / "out.jsonl", *options)
    told = process.communicate()[1]
    assert 2 == process.returncode
    assert why in told
    assert not (tmp_path / "out.jsonl").exists()


def test_the_input_is_never_the_output(source: Path) -> None:
    """Whichever way it is written."""
    before = source.read_bytes()
    process = _start(source, source.parent / "." / source.name, "--again")
    told = process.communicate()[1]
    assert (2, before) == (process.returncode, source.read_bytes())
    assert "give OUT another name" in told
