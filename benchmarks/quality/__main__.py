"""All quality figures on the evaluation data, next to peers and floors: `make bench-quality DATA=../shared/data`.

Exits 1 where a figure is under its floor or the data is not what the floors were recorded on, 2 where there is no data.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from benchmarks.quality import (
    cleaning,
    faithfulness,
    floors,
    languages,
    quotes,
    sentences,
    strict,
    summaries,
    translation,
    translation_checks,
)
from benchmarks.quality.figures import Figure, Task
from benchmarks.quality.table import print_table

RESULTS = Path(__file__).parents[1] / "results" / "quality.json"
PROCESSES = 2
# In the order of the table. Parts start with the longest, so that both processes end at about the same time.
TASKS: dict[str, Task] = {
    "quotes": quotes,
    "sentences": sentences,
    "cleaning": cleaning,
    "language": languages,
    "summaries": summaries,
    "translation": translation,
    "translation-checks": translation_checks,
    "faithfulness": faithfulness,
    "strict": strict,
}
LONGEST_FIRST = (
    "strict",
    "translation",
    "translation-checks",
    "faithfulness",
    "summaries",
    "quotes",
    "language",
    "cleaning",
    "sentences",
)


def measure_part(task: str, dataset: str, data: Path) -> list[Figure]:
    """The figures of one set of one task; runs in a process of its own."""
    return TASKS[task].measure(data, datasets=[dataset])


def measure_all(tasks: Sequence[str], data: Path) -> list[Figure]:
    """Every figure, in the order of the table."""
    parts = [(task, dataset) for task in LONGEST_FIRST if task in tasks for dataset in TASKS[task].DATASETS]
    measured: dict[tuple[str, str], list[Figure]] = {}
    with ProcessPoolExecutor(PROCESSES) as pool, tqdm(total=len(parts), unit="set") as bar:
        futures = {pool.submit(measure_part, *part, data): part for part in parts}
        for future in as_completed(futures):
            measured[futures[future]] = future.result()
            bar.set_postfix_str(" ".join(futures[future]), refresh=False)
            bar.update()
    return [figure for task in TASKS if task in tasks for d in TASKS[task].DATASETS for figure in measured[task, d]]


def write_results(
    figures: Sequence[Figure], hashes: Mapping[str, str], recorded: floors.Floors, seconds: float
) -> None:
    """Everything that was measured, for machines."""
    limits = floors.limits(recorded)
    rows = [
        asdict(figure) | {"peers": dict(figure.peers), "floor": limits.get(figure.task, {}).get(figure.key)}
        for figure in figures
    ]
    RESULTS.parent.mkdir(exist_ok=True)
    whole = {"seconds": round(seconds, 1), "data": dict(hashes), "figures": rows}
    RESULTS.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of evaluation data")
    parser.add_argument("--only", choices=list(TASKS), action="append", help="this task alone; may be repeated")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--raise-floors", action="store_true", help="set floors just under today's better figures")
    change.add_argument("--lower-floors", action="store_true", help="give way to today's worse figures or other data")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, show, write, compare."""
    options = parse(arguments)
    tasks = options.only or list(TASKS)
    missing = [p for task in tasks for p in TASKS[task].FILES if not any(options.data.glob(p))]
    if missing:
        print(f"evaluation data not found at {options.data} ({missing[0]}); nothing measured", file=sys.stderr)
        return 2
    hashes = {task: floors.hash_files(options.data, TASKS[task].FILES) for task in tasks}
    began = time.perf_counter()
    figures = measure_all(tasks, options.data)
    recorded = floors.read()
    if options.raise_floors or options.lower_floors:
        recorded = (floors.raised if options.raise_floors else floors.lowered)(figures, hashes, recorded)
        floors.write(recorded)
    print_table(figures, floors.limits(recorded))
    seconds = time.perf_counter() - began
    write_results(figures, hashes, recorded, seconds)
    print(f"{len(figures)} figures in {seconds:.0f} s, written to benchmarks/results/{RESULTS.name}")
    if options.lower_floors:
        print("floors were lowered: say in CHANGELOG.md which, and why")
    against = floors.compare(figures, hashes, recorded)
    print("\n".join(against) or "all floors held")
    return 1 if against else 0


if __name__ == "__main__":
    raise SystemExit(main())
