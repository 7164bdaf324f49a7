"""Figures against their floors: printed, kept in `benchmarks/results`, and an exit status."""

import json
from pathlib import Path

from benchmarks.speed.over_http import under

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"


def report(name: str, found: dict[str, float]) -> int:
    """Print the figures and what misses its goal or floor; 1 where a floor is missed."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"load_{name}.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for key, value in found.items():
        print(f"{key:34} {value}")
    bounds = json.loads((HERE / "floors.json").read_text("utf-8"))[name]
    for line in under(_measured(bounds.pop("goals"), found), found):
        print(f"goal not reached: {line}")
    missed = under(_measured(bounds, found), found)
    print("\n".join(missed) or "every floor is kept")
    return 1 if missed else 0


def _measured(bounds: dict[str, float], found: dict[str, float]) -> dict[str, float]:
    """The bounds of what was measured; of a part of the benchmark the others are told."""
    kept = {
        key: bound for key, bound in bounds.items() if key.removesuffix("_at_most").removesuffix("_at_least") in found
    }
    for key in bounds.keys() - kept.keys():
        print(f"not measured: {key}")
    return kept


def percentile(values: list[float], share: float) -> float:
    """The smallest value that `share` of them do not exceed; 0 where there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line nearest to the points (x, y) by least squares; 0 for fewer than two."""
    if len(points) < 2:
        return 0.0
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0
