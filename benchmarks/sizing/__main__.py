"""Measures what one replica takes and gives, for `docs/sizing.md` and for `python -m benchmarks.sizing.plan`.

Some twelve minutes on two cores; `--quick` shows in three whether it runs. A service of its own is started on the
loopback for each part, pinned to its cores; processor time and memory are those of its whole tree of processes.
Everything is kept in `measured.json` (or `--out`); parts that are not measured stay as they are there.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.sizing.articles import described
from benchmarks.sizing.chat import instruct
from benchmarks.sizing.embedded import QUICK, Effort, measure, memory
from benchmarks.sizing.host import machine, spent
from benchmarks.sizing.models import neural
from benchmarks.sizing.plan import MEASURED
from benchmarks.sizing.store import cached
from benchmarks.sizing.workers import jobs

PARTS: dict[str, Callable[[Effort], Any]] = {
    "articles": lambda _: described(),
    "embedded": measure,
    "memory": memory,
    "store": cached,
    "workers": jobs,
    "neural": neural,
    "instruct": lambda _: instruct(),
}


def run(effort: Effort, names: list[str], known: dict[str, Any]) -> dict[str, Any]:
    """Everything known, and what was measured now in its place, with the day, the machine and what others took."""
    found = {**known, "machine": machine()}
    about = dict(known.get("about", {}))
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        began, before = time.monotonic(), spent(0)
        measured = PARTS[name](effort)
        took = time.monotonic() - began
        stolen = spent(0).since(before).stolen / took
        about[name] = {"day": date.today().isoformat(), "seconds": round(took), "stolen_cores": round(stolen, 2)}
        if name == "memory":
            found["embedded"] = {**found.get("embedded", {}), "memory": measured}
        elif name == "embedded":
            found["embedded"] = {**found.get("embedded", {}), **measured}
        else:
            found[name] = measured
    return {**found, "about": about}


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="does it run at all; nothing is kept without --out")
    parser.add_argument("--only", nargs="+", choices=list(PARTS), default=list(PARTS), help="these parts")
    parser.add_argument("--cores", type=int, nargs="+", help="cores of a replica, one after the other (1 and 2)")
    parser.add_argument("--pipelines", type=int, nargs="+", help="for memory (4, 8, 12 and 24)")
    parser.add_argument("--rounds", type=int, help="quiet windows of each kind (3)")
    parser.add_argument("--out", type=Path, help=f"where it is kept ({MEASURED.name} beside this file)")
    return parser.parse_args()


def main() -> int:
    """Measure, keep, print; 1 where anything was answered wrong."""
    asked = arguments()
    effort = QUICK if asked.quick else Effort()
    effort = replace(
        effort,
        cores=tuple(asked.cores or effort.cores),
        pipelines=tuple(asked.pipelines or effort.pipelines),
        rounds=asked.rounds or effort.rounds,
    )
    out = asked.out or (None if asked.quick else MEASURED)
    known = json.loads(out.read_text("utf-8")) if out is not None and out.exists() else {}
    text = json.dumps(run(effort, asked.only, known), indent=1, ensure_ascii=False) + "\n"
    if out is not None:
        out.write_text(text, encoding="utf-8")
    print(text, end="")
    wrong = wrongs(json.loads(text))
    print(f"answered wrong: {wrong}", file=sys.stderr)
    return 1 if wrong else 0


def wrongs(found: Any) -> int:
    """How much was not answered as it should have been, over all parts."""
    if isinstance(found, dict):
        return int(found.get("wrong", 0)) + sum(map(wrongs, found.values()))
    return sum(map(wrongs, found)) if isinstance(found, list) else 0


if __name__ == "__main__":
    sys.exit(main())
