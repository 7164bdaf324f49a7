import gzip
import os
import sys
import time
from pathlib import Path

import pytest

from service.engines.apertium_process import Pipeline, parse_mode
from service.errors import EngineTimeout, EngineUnavailable

PYTHON = (sys.executable, "-u", "-c")
LINES = "import sys, os\nwhile chunk := os.read(0, 65536): os.write(1, {})"
ECHO = [*PYTHON, LINES.format("chunk")]
UPPER = [*PYTHON, LINES.format("chunk.upper()")]
SILENT = [*PYTHON, "import sys; sys.stdin.buffer.read()"]
DIES = [*PYTHON, "import os; os.read(0, 10)"]
ANSWERS_ONE = [*PYTHON, r"import os; os.read(0, 3); os.write(1, b'one\0')"]


def soon() -> float:
    """A deadline that a healthy pipeline keeps with ease."""
    return time.monotonic() + 20


def test_mode_becomes_argument_lists():
    """Quotes are removed, $1 asks for marks, $2 goes, and every program flushes at NUL."""
    line = "lt-proc -w '/a b/x.bin' | apertium-tagger -g $2 '/a/y.prob'| lt-proc $1 '/a/z.bin'\n"
    expected = [
        ["lt-proc", "-z", "-w", "/a b/x.bin"],
        ["apertium-tagger", "-z", "-g", "/a/y.prob"],
        ["lt-proc", "-z", "-g", "/a/z.bin"],
    ]
    assert expected == parse_mode(line)


def test_mode_without_tagger_takes_first_reading():
    """Where the tagger crashes the constraint grammar picks the reading."""
    line = "cg-proc -w '/a.bin' | apertium-tagger -g $2 '/a.prob' | apertium-pretransfer"
    expected = [["cg-proc", "-z", "-n", "-1", "-w", "/a.bin"], ["apertium-pretransfer", "-z"]]
    assert expected == parse_mode(line, without_tagger=True)


@pytest.mark.parametrize("line", ["", "lt-proc a | | lt-proc b", "sh -c 'rm x' | cat", "a || b"])
def test_mode_that_is_no_pipeline_is_refused(line):
    """A mode file is data of a package, but no shell is ever started for it."""
    with pytest.raises(ValueError, match="not a pipeline"):
        parse_mode(line)


def test_answers_come_in_order():
    """Several texts are on the way at once, and each gets its own answer."""
    pipeline = Pipeline([ECHO, UPPER, ECHO])
    texts = [f"text {number}".encode() for number in range(50)]
    answers = pipeline.exchange(texts, deadline=soon())
    pipeline.close()
    assert [text.upper() for text in texts] == answers


def test_more_than_the_pipes_hold_does_not_deadlock():
    """Writing goes on while answers are read, whatever the size of the kernel's buffers."""
    pipeline = Pipeline([ECHO, ECHO])
    texts = [bytes([65 + number % 26]) * 300_000 for number in range(10)]
    answers = pipeline.exchange(texts, deadline=soon())
    pipeline.close()
    assert texts == answers


def test_hang_is_killed_at_the_deadline():
    """A pipeline that does not answer is ended, and leaves no process behind."""
    pipeline = Pipeline([ECHO, SILENT])
    children = [process.pid for process in pipeline._processes]
    with pytest.raises(EngineTimeout):
        pipeline.exchange([b"text"], deadline=time.monotonic() + 0.2)
    assert not pipeline.alive()
    assert [] == [pid for pid in children if os.path.exists(f"/proc/{pid}")]


def test_death_gives_the_answers_so_far():
    """A program that dies after one answer leaves that answer, and the pipeline is closed."""
    pipeline = Pipeline([ANSWERS_ONE])
    answers = pipeline.exchange([b"a", b"b"], deadline=soon())
    assert ([b"one"], False) == (answers, pipeline.alive())


def test_death_in_the_middle_is_seen():
    """A stage that dies without a word ends the exchange before its deadline."""
    pipeline = Pipeline([ECHO, DIES, ECHO])
    assert [] == pipeline.exchange([b"a" * 200_000], deadline=soon())


def test_missing_program_is_unavailable():
    """A program that is not installed is an engine error that names it."""
    with pytest.raises(EngineUnavailable, match="no-such-program"):
        Pipeline([ECHO, ["no-such-program"]])


def test_close_twice():
    """Closing is idempotent, and a closed pipeline says that it is not alive."""
    pipeline = Pipeline([ECHO])
    pipeline.close()
    pipeline.close()
    assert not pipeline.alive()


def _in_memory() -> int:
    """How many files in memory this process holds open."""
    links = (f"/proc/self/fd/{number}" for number in os.listdir("/proc/self/fd"))
    return sum(os.readlink(link).startswith("/memfd:") for link in links if os.path.islink(link))


@pytest.mark.apertium
def test_a_packed_dictionary_is_read_as_the_plain_one(tmp_path: Path):
    """An image keeps large ones as gzip: the answers are the same, and no copy stays open once they are there."""
    plain = Path("/usr/share/apertium/apertium-eng-spa/eng-spa.automorf.bin")
    packed = tmp_path / plain.name
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    texts = [b"The council met on Monday.\n", b"Nobody had expected them.\n"]
    found = []
    for path in (plain, packed):
        pipeline = Pipeline([["lt-proc", "-z", "-w", str(path)]])
        found.append((pipeline.exchange(texts, deadline=soon()), _in_memory()))
        pipeline.close()
    assert found[0] == found[1]
    assert (2, True, 0) == (len(found[0][0]), b"Monday<" in found[0][0][0], found[1][1])


def test_a_packed_dictionary_that_is_broken_is_told_and_leaves_nothing_open(tmp_path: Path):
    """The name of the file is told, and that it is not whole."""
    broken = tmp_path / "x.bin"
    broken.write_bytes(gzip.compress(b"words" * 1000)[:40])
    with pytest.raises(EngineUnavailable, match=r"did not start: x\.bin is not whole"):
        Pipeline([["lt-proc", "-z", str(broken)]])
    assert 0 == _in_memory()
