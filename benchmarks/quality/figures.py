"""What every part of the quality benchmark hands back, and how evaluation data is read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

ALL = "all"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number measured today, more is better, with what peers reach on the same data in the same run.

    `items` is how many cases it rests on. `language` is `ALL` for a set as a whole.
    """

    task: str
    dataset: str
    language: str
    measure: str
    value: float
    items: int
    peers: tuple[tuple[str, float], ...] = ()

    @property
    def key(self) -> str:
        """What names its floor within the task."""
        return f"{self.dataset} {self.language} {self.measure}"

    @property
    def best_peer(self) -> tuple[str, float] | None:
        """The peer with the highest figure."""
        return max(self.peers, key=lambda peer: peer[1], default=None)


class Task(Protocol):
    """A module of this folder that measures one task."""

    @property
    def DATASETS(self) -> tuple[str, ...]:
        """The sets that can be measured apart from each other."""
        ...

    @property
    def FILES(self) -> tuple[str, ...]:
        """Patterns under the data folder; the content of the files is what the floors rest on."""
        ...

    def measure(self, data: Path, *, datasets: Iterable[str] = ...) -> list[Figure]:
        """The figures of the datasets asked for, all by default."""
        ...


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall, 0 where nothing was right."""
    return 2 * right / (2 * right + wrong + missed) if right else 0.0
