"""How long each stage took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from service.tracing import span


class Stopwatch:
    """Adds up milliseconds by stage, in the order the stages first ran."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._stages: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time spent inside towards `name`, and trace it as a span of that name."""
        began = time.perf_counter()
        try:
            with span(name):
                yield
        finally:
            spent = (time.perf_counter() - began) * 1000
            self._stages[name] = self._stages.get(name, 0.0) + spent

    def timings(self) -> tuple[tuple[str, float], ...]:
        """(stage, milliseconds) pairs, `total` first."""
        total = (time.perf_counter() - self._began) * 1000
        return (("total", total), *self._stages.items())
