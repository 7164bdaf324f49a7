"""Floors by task next to a hash of the data they were recorded on: a figure under its floor fails the run."""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from benchmarks.quality.figures import Figure

PATH = Path(__file__).with_name("floors.json")
# How far under today's figure a floor is set: a hundredth, but where a figure is a share of few cases, one of them.
MARGIN = 0.01
MARGINS = {"chrF": 0.5, "rouge-1": 0.005, "rouge-1 untitled": 0.005, "digits kept": 0, "lossless": 0, "titles left": 0}
SHARES = frozenset({"recall", "precision", "speaker", "speaker, named", "accuracy"})


class TaskFloors(TypedDict):
    """One task's part of the file."""

    data: str
    floors: dict[str, float]


Floors = dict[str, TaskFloors]


def read(path: Path = PATH) -> Floors:
    """The recorded floors; none where the file is absent."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def write(floors: Floors, path: Path = PATH) -> None:
    """Record them, sorted, so that a change reads well as a difference."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def limits(floors: Floors) -> dict[str, dict[str, float]]:
    """The floors alone, by task and key."""
    return {task: recorded["floors"] for task, recorded in floors.items()}


def hash_files(data: Path, patterns: Iterable[str]) -> str:
    """SHA-256 over the names and contents of the files that `patterns` name under `data`."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in data.glob(pattern)}):
        digest.update(path.relative_to(data).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def compare(figures: Sequence[Figure], hashes: Mapping[str, str], floors: Floors) -> list[str]:
    """What speaks against today's figures, in words; `hashes` holds the tasks that were measured."""
    found = []
    for task, now in hashes.items():
        recorded = floors.get(task)
        if recorded is None:
            found.append(f"{task}: no floors are recorded; set them with --raise-floors")
        elif recorded["data"] != now:
            found.append(
                f"{task}: the data ({now[:12]}) is not what its floors were recorded on ({recorded['data'][:12]}): "
                "fetch the same data, or record floors for this one with --lower-floors"
            )
        else:
            found += _under(task, {f.key: f.value for f in figures if f.task == task}, recorded["floors"])
    return found


def _under(task: str, values: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    found = []
    for key, floor in floors.items():
        if key not in values:
            found.append(f"{task}: {key} has a floor, {floor}, but was not measured")
        elif values[key] < floor:
            found.append(f"{task}: {key} is {values[key]:.4f}, under its floor of {floor}")
    return found


def raised(figures: Sequence[Figure], hashes: Mapping[str, str], floors: Floors) -> Floors:
    """The floors brought up to just under today's figures; none is lowered, other data is left alone."""
    result = dict(floors)
    for task, now in hashes.items():
        old = result.get(task, {"data": now, "floors": {}})
        if old["data"] == now:
            today = {f.key: floor_under(f) for f in figures if f.task == task}
            best = {key: max(floor, old["floors"].get(key, floor)) for key, floor in today.items()}
            result[task] = {"data": now, "floors": old["floors"] | best}
    return result


def lowered(figures: Sequence[Figure], hashes: Mapping[str, str], floors: Floors) -> Floors:
    """The floors that today's figures miss brought down under them, and all floors of a task whose data changed."""
    result = dict(floors)
    for task, now in hashes.items():
        old = result.get(task)
        today = {f.key: f for f in figures if f.task == task}
        if old is None or old["data"] != now:
            result[task] = {"data": now, "floors": {key: floor_under(figure) for key, figure in today.items()}}
        else:
            kept = {key: floor for key, floor in old["floors"].items() if key in today}
            missed = {key: floor_under(today[key]) for key, floor in kept.items() if today[key].value < floor}
            result[task] = {"data": now, "floors": kept | missed}
    return result


def floor_under(figure: Figure) -> float:
    """Where the floor of a figure is set."""
    margin = MARGINS.get(figure.measure, MARGIN)
    if figure.measure in SHARES:
        margin = max(margin, 1 / figure.items)
    return max(0.0, math.floor((figure.value - margin) * 1000 + 1e-6) / 1000)
