"""What an article costs, as a line through what was measured: so much to read it, so much for each pair it passes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Line:
    """`a + b * x`."""

    a: float
    b: float

    def at(self, x: float) -> float:
        """Its height."""
        return self.a + self.b * x


def line(points: Sequence[tuple[float, float]]) -> Line:
    """The line with the least squared relative error at points of positive height; flat through a single one."""
    weights = [1 / y**2 for _, y in points]
    whole = sum(weights)
    mean_x = sum(weight * x for weight, (x, _) in zip(weights, points, strict=True)) / whole
    mean_y = sum(weight * y for weight, (_, y) in zip(weights, points, strict=True)) / whole
    spread = sum(weight * (x - mean_x) ** 2 for weight, (x, _) in zip(weights, points, strict=True))
    rise = sum(weight * (x - mean_x) * (y - mean_y) for weight, (x, y) in zip(weights, points, strict=True))
    slope = rise / spread if spread else 0.0
    return Line(mean_y - slope * mean_x, slope)


def cost(rows: Sequence[dict[str, Any]], cores: int) -> Line:
    """Core milliseconds to lend for an article by the pairs it passes, on so many cores.

    Those it burns, and those in which a core lies idle while one part waits for another.
    """
    return line([(row["hops"], row["lent_core_ms"]) for row in rows if row["cores"] == cores])


def hops_of(rows: Sequence[dict[str, Any]], languages: int) -> float:
    """Pairs that an article passes for so many languages: as measured, between on a line, beyond one more for each."""
    known = sorted({(row["languages"], row["hops"]) for row in rows})
    for (fewer, low), (more, high) in pairwise(known):
        if fewer <= languages <= more:
            return float(low + (high - low) * (languages - fewer) / (more - fewer))
    first, last = known[0], known[-1]
    return float(first[1] if languages <= first[0] else last[1] + languages - last[0])
