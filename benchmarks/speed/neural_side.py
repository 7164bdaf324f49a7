"""What the two sides of the benchmark share: the work, and a process of its own for each that is told what to do.

A process of its own, for its peak memory is one of the figures and neither's threads may touch the other's.
"""

import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Work:
    """An article as the summariser's ids, its brief as the translator's, and the languages that it is wanted in."""

    translator: str
    summariser: str
    article_ids: list[int]
    brief_ids: list[int]
    brief_tokens: int
    languages: list[str]
    cores: int


def work(translator: str, summariser: str, *, article: int, brief: int, languages: list[str], cores: int) -> Work:
    """Random ids of ordinary tokens between the marks that both tokenizers put."""
    chooser = random.Random(0)
    return Work(
        translator=translator,
        summariser=summariser,
        article_ids=[0, *(chooser.randrange(5, 50000) for _ in range(article - 2)), 2],
        brief_ids=[128022, *(chooser.randrange(4, 31000) for _ in range(brief - 2)), 2],
        brief_tokens=brief,
        languages=languages,
        cores=cores,
    )


class Side:
    """One side's process, loaded and ready."""

    def __init__(self, module: str, cache: Path, wanted: Work) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, str(cache), json.dumps(asdict(wanted))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._line()

    def __call__(self, what: str, **options: Any) -> Any:
        """Do one thing; the seconds it took and how many cores others used meanwhile, or what it tells instead."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([what, options]) + "\n")
        self._process.stdin.flush()
        return self._line()

    def close(self) -> None:
        """End the process; safe to call twice."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def _line(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"a side of the benchmark ended with {self._process.wait()}; its message is above")
        return json.loads(line)


def answer(side: Callable[[Path, Work], Any]) -> None:
    """Be a side: do what each line of the input says, and answer how long it took."""
    loaded = side(Path(sys.argv[1]), Work(**json.loads(sys.argv[2])))
    print("null", flush=True)
    for line in sys.stdin:
        what, options = json.loads(line)
        if what == "peak":
            print(peak_megabytes(), flush=True)
            continue
        began, before, own = time.perf_counter(), busy_seconds(), time.process_time()
        told = getattr(loaded, what)(**options)
        spent = time.perf_counter() - began
        others = (busy_seconds() - before - (time.process_time() - own)) / spent
        print(json.dumps([spent, max(0.0, others)] if told is None else told), flush=True)


def busy_seconds() -> float:
    """Processor seconds that the whole machine has spent, its host's on others' behalf with them."""
    user, nice, system, _idle, _waiting, *more = map(int, Path("/proc/stat").read_text("ascii").split()[1:9])
    return (user + nice + system + sum(more)) / os.sysconf("SC_CLK_TCK")


def peak_megabytes() -> int:
    """The most memory this process has held at once."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    assert found is not None
    return int(found[1]) // 1024
