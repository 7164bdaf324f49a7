"""Trying inputs one after another: what is tried next, how long each may take, and what is kept of a failure."""

import faulthandler
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

from service.errors import NewsbriefsError

FOLDER = Path(__file__).parent
FAILURES = FOLDER / "failures"
MENDED = FOLDER / "corpus" / "mended"
# Seconds of this process's own work: other processes on the machine don't count.
SECONDS_FOR_ANY, SECONDS_FOR_100_KB = 1.0, 2.0
_HUNG_SECONDS = 120
_SLOWEST_KEPT = 8
_MOST_FAILURES = 20


@dataclass(frozen=True, slots=True)
class Target:
    """Something that reads what strangers send.

    `make` gives an input; with `parent` it is a change of that one. `run` reads one and raises AssertionError where a
    promise is broken; NewsbriefsError is an honest refusal, any other exception a failure.
    """

    name: str
    make: Callable[[Random, bytes | None], bytes]
    run: Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that broke a promise."""

    target: str
    data: bytes
    why: str
    place: str

    def save(self) -> Path:
        """Keep it in the folder of failures, under a name made from itself."""
        FAILURES.mkdir(parents=True, exist_ok=True)
        path = FAILURES / f"{self.target}-{sha256(self.data).hexdigest()[:12]}"
        path.write_bytes(self.data)
        return path

    def told(self) -> str:
        """What broke, and how to see it again."""
        path = self.save()
        shown = repr(self.data) if len(self.data) <= 600 else f"{self.data[:300]!r} … {self.data[-200:]!r}"
        again = f"python -m tests.fuzz --replay {path.relative_to(FOLDER.parents[1])}"
        return f"{self.target}: {self.why}\n  {len(self.data)} bytes: {shown}\n  {again}"


@dataclass(slots=True)
class Hunt:
    """What was tried of one target; the slowest inputs are changed further, so that slowness is climbed to."""

    target: Target
    seed: int
    tried: int = 0
    slowest_seconds: float = 0.0
    failures: list[Failure] = field(default_factory=list)
    _slow: list[tuple[float, bytes]] = field(default_factory=list)

    def go_on(self, seconds: float) -> None:
        """Try inputs for so long; the first, which loads what is loaded on first use, is not counted in."""
        if not self.tried:
            self._try_one()
        until = time.monotonic() + seconds
        while time.monotonic() < until and len(self.failures) < _MOST_FAILURES:
            self._try_one()

    def repeat(self, inputs: int) -> None:
        """Try so many inputs, the same ones each time: none is chosen by how long another took."""
        for _ in range(inputs):
            self._slow.clear()
            self._try_one()

    def _try_one(self) -> None:
        rng = Random(f"{self.seed}:{self.target.name}:{self.tried}")
        parent = rng.choice(self._slow)[1] if self._slow and rng.random() < 0.25 else None
        data = self.target.make(rng, parent)
        self.tried += 1
        spent, failure = attempt(self.target, data)
        self._remember(data, spent)
        if failure is not None and failure.place not in [known.place for known in self.failures]:
            failure.save()
            self.failures.append(failure)

    def _remember(self, data: bytes, spent: float) -> None:
        self.slowest_seconds = max(self.slowest_seconds, spent)
        self._slow.append((spent / (len(data) + 2000), data))
        self._slow.sort(key=lambda kept: kept[0], reverse=True)
        del self._slow[_SLOWEST_KEPT:]


def attempt(target: Target, data: bytes) -> tuple[float, Failure | None]:
    """Seconds of work, and the failure if it is one; what seems slow is tried three times, the best one counts."""
    bound = allowed_seconds(data)
    spent, failure = _once(target, data)
    for _ in range(2):
        if failure is None and spent > bound:
            again, failure = _once(target, data)
            spent = min(spent, again)
    if failure is None and spent > bound:
        failure = Failure(target.name, data, f"took {spent:.2f} s, more than {bound:.2f} s", "slow")
    return spent, failure


def allowed_seconds(data: bytes) -> float:
    """A second, and two more for each 100 KB: what is slower than that stops others."""
    return SECONDS_FOR_ANY + SECONDS_FOR_100_KB * len(data) / 100_000


def _once(target: Target, data: bytes) -> tuple[float, Failure | None]:
    """Run it; where it hangs or the interpreter dies, the input lies in the folder of failures all the same."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    running = FAILURES / f"{target.name}-running"
    running.write_bytes(data)
    faulthandler.dump_traceback_later(_HUNG_SECONDS, exit=True)
    failure = None
    began = time.process_time()
    try:
        target.run(data)
    except NewsbriefsError:
        pass
    except Exception as error:
        failure = _failure(target, data, error)
    finally:
        faulthandler.cancel_dump_traceback_later()
        running.unlink(missing_ok=True)
    return time.process_time() - began, failure


def _failure(target: Target, data: bytes, error: Exception) -> Failure:
    """Failures at the same place are one."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno} {last.name}"
    return Failure(target.name, data, f"{place}: {str(error)[:200]}", place)


def mended(target: Target) -> Sequence[Path]:
    """Inputs that failed once and are read again in every run."""
    return sorted(MENDED.glob(f"{target.name}-*"))
