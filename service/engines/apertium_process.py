"""One running Apertium pipeline: the programs of a mode file, joined by pipes and kept running.

Texts are written separated by NUL, and every program is asked (`-z`) to flush at each NUL, which is how
Apertium's own server (apertium-apy) keeps pipelines alive.
"""

import contextlib
import gzip
import os
import selectors
import shlex
import shutil
import subprocess
import time
import zlib
from collections.abc import Sequence

from service.errors import EngineTimeout, EngineUnavailable

NUL = b"\0"
_CHUNK = 65_536
_NICE = 10
_MAX_ANSWER_BYTES = 16 * 1024 * 1024
_GZIP = b"\x1f\x8b"


def parse_mode(command_line: str, *, without_tagger: bool = False) -> list[list[str]]:
    """Split a mode file into the argument lists of its programs.

    `$1` becomes `-g` (generation that leaves the marks for unknown words), `$2` (an option of the tagger
    that shows ambiguity) is left out, and each program gets `-z`. `without_tagger` leaves the statistical
    tagger out, for pairs whose tagger crashes: the constraint grammar before it then picks its first reading.
    Raises ValueError where it is no pipeline.
    """
    lexer = shlex.shlex(command_line, posix=True, punctuation_chars="|")
    lexer.whitespace_split = True
    stages: list[list[str]] = [[]]
    for token in lexer:
        if token == "|":
            stages.append([])
        elif token != "$2":
            stages[-1].append("-g" if token == "$1" else token)
    if not all(stages) or any(token in {"||", "sh", "bash"} for stage in stages for token in stage):
        raise ValueError(f"not a pipeline of programs: {command_line.strip()[:80]!r}")
    if without_tagger:
        stages = [_first_reading(stage) for stage in stages if stage[0] != "apertium-tagger"]
    return [[stage[0], "-z", *stage[1:]] for stage in stages]


def _first_reading(stage: list[str]) -> list[str]:
    return [stage[0], "-n", "-1", *stage[1:]] if stage[0] == "cg-proc" else stage


class Pipeline:
    """Programs joined by pipes; not thread-safe, so one thread uses it at a time."""

    def __init__(self, stages: Sequence[Sequence[str]]) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        self._unpacked: list[int] = []
        try:
            self._start(stages)
        except OSError as error:
            self.close()
            raise EngineUnavailable(f"{stages[0][0]}: a program of the pipeline did not start: {error}") from error

    def _start(self, stages: Sequence[Sequence[str]]) -> None:
        # A C locale would make some of the programs read UTF-8 byte by byte.
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        feed: int | None = subprocess.PIPE
        for stage in stages:
            # In a group of their own: Ctrl+C in a terminal is for who can finish what was begun.
            process = subprocess.Popen(
                [self._readable(word) for word in stage],
                stdin=feed,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                process_group=0,
            )
            # Whoever answers health and takes requests in comes before those who reckon.
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)
            if self._processes:
                _close(self._processes[-1].stdout)
            self._processes.append(process)
            assert process.stdout is not None
            feed = process.stdout.fileno()
        assert self._processes[0].stdin is not None
        self._input = self._processes[0].stdin.fileno()
        self._output = self._processes[-1].stdout.fileno()  # type: ignore[union-attr]
        os.set_blocking(self._input, False)
        os.set_blocking(self._output, False)

    def _readable(self, word: str) -> str:
        """The path a program reads a dictionary by: one that is kept packed (an image does) is unpacked into memory.

        A pipe would not do: the programs go back in the file.
        """
        if not word.endswith(".bin") or not os.path.isfile(word):
            return word
        with open(word, "rb") as file:
            if file.read(len(_GZIP)) != _GZIP:
                return word
            file.seek(0)
            self._unpacked.append(os.memfd_create(os.path.basename(word)))
            try:
                with gzip.open(file) as packed, open(self._unpacked[-1], "wb", closefd=False) as memory:
                    shutil.copyfileobj(packed, memory, 1 << 20)
            except (EOFError, zlib.error) as error:
                raise OSError(f"{os.path.basename(word)} is not whole: {error}") from error
        return f"/proc/{os.getpid()}/fd/{self._unpacked[-1]}"

    def _forget_unpacked(self) -> None:
        while self._unpacked:
            os.close(self._unpacked.pop())

    def alive(self) -> bool:
        """Whether every program still runs."""
        return bool(self._processes) and all(process.poll() is None for process in self._processes)

    def exchange(self, texts: Sequence[bytes], *, deadline: float) -> list[bytes]:
        """Send texts, free of NUL, and return their answers in order.

        Fewer answers than texts mean that a program died on the way. Raises EngineTimeout where `deadline`
        (a `time.monotonic()` instant) passes; the pipeline is closed in both cases.
        """
        pending = memoryview(b"".join(text + NUL for text in texts))
        received = bytearray()
        answers = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            if pending:
                selector.register(self._input, selectors.EVENT_WRITE)
            while answers < len(texts):
                ready = self._wait(selector, deadline)
                if self._input in ready:
                    pending = self._write(selector, pending)
                if self._output in ready:
                    chunk = os.read(self._output, _CHUNK)
                    received += chunk
                    answers += chunk.count(NUL)
                    if not chunk or len(received) > _MAX_ANSWER_BYTES or answers > len(texts):
                        self.close()
                        break
        if answers:
            # Who has answered has read its files.
            self._forget_unpacked()
        return bytes(received).split(NUL)[:-1][: len(texts)]

    def _wait(self, selector: selectors.BaseSelector, deadline: float) -> set[int]:
        remaining = deadline - time.monotonic()
        ready = {key.fd for key, _ in selector.select(remaining)} if remaining > 0 else set()
        if not ready:
            self.close()
            raise EngineTimeout("the Apertium pipeline did not answer before the deadline; ask for less or allow more")
        return ready

    def _write(self, selector: selectors.BaseSelector, pending: memoryview) -> memoryview:
        try:
            pending = pending[os.write(self._input, pending[:_CHUNK]) :]
        except BrokenPipeError:
            # The answers already on their way are still read; then the end of the output tells of the death.
            pending = pending[:0]
        except BlockingIOError:
            return pending
        if not pending:
            selector.unregister(self._input)
        return pending

    def close(self) -> None:
        """End the programs and wait for them, so that none is left behind; safe to call twice."""
        self._forget_unpacked()
        processes, self._processes = self._processes, []
        for process in processes:
            with contextlib.suppress(OSError):
                process.kill()
        for process in processes:
            _close(process.stdin)
            _close(process.stdout)
            process.wait()


def _close(stream: object) -> None:
    if stream is not None:
        with contextlib.suppress(OSError):
            stream.close()  # type: ignore[attr-defined]
