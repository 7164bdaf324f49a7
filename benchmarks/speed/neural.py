"""How fast neural engines are, side by side with a plain script, on models of true shape with random weights.

Run by `make bench-speed` where the packages that run models are installed. Both sides do the same work in turn, in
one run, each in a process of its own; times are medians, ratios are ratios of medians. Exits 1 under a floor.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.speed.neural_figures import Times, bandwidth, figures
from benchmarks.speed.neural_shapes import ROOT, SUMMARISER, TRANSLATOR
from benchmarks.speed.neural_side import Side, Work, work
from benchmarks.speed.over_http import under

HERE = Path(__file__).parent
CACHE = Path("~/.cache/newsbriefs/bench").expanduser()
LANGUAGES = ["es", "fr", "pt", "it", "ca", "de", "nl", "ro"]
NEEDED = ("torch", "transformers", "ctranslate2", "sentencepiece", "safetensors")


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: `tokens` in and out of each translation, `article` into the summary.

    The plain script takes `plain` languages one by one in each search; their median stands for each of all.
    """

    tokens: int
    article: int
    rounds: int
    plain: int
    callers: int
    languages_a_caller: int


PLANS = {
    "quick": Plan(tokens=20, article=100, rounds=1, plain=1, callers=4, languages_a_caller=2),
    "default": Plan(tokens=100, article=800, rounds=2, plain=2, callers=16, languages_a_caller=2),
    "full": Plan(tokens=100, article=800, rounds=8, plain=8, callers=16, languages_a_caller=8),
}


def measure(cache: Path, plan: Plan, wanted: Work) -> tuple[Times, dict[str, float]]:
    """All figures, from interleaved rounds."""
    times, read = Times(), bandwidth(wanted.cores)
    plain = Side("benchmarks.speed.neural_plain", cache, wanted)
    ours = Side("benchmarks.speed.neural_ours", cache, wanted)
    try:
        plain("translate", language=0, beams=1)
        ours("translate", languages=len(LANGUAGES), beams=1, whole=False)
        for turn in range(plan.rounds):
            _round(times, plain, ours, turn, plan)
        told = {"read_gib_s": read, "plain_peak_mb": plain("peak"), "peak_mb": ours("peak")}
        _together(times, ours, plan)
        told["peak_of_many_callers_mb"] = ours("peak")
        told["peak_of_plain"] = told["peak_mb"] / told["plain_peak_mb"]
        plain.close()
        told |= ours("overhead", rounds=plan.rounds, beams=4)
    finally:
        plain.close()
        ours.close()
    called = plan.callers * plan.languages_a_caller
    return times, told | figures(times, languages=len(LANGUAGES), tokens=plan.tokens, called=called, read=read)


def _round(times: Times, plain: Side, ours: Side, turn: int, plan: Plan) -> None:
    """Both sides in turn, in small pieces, so that what else the machine does falls on both."""
    for name, beams in (("greedy", 1), ("beam 4", 4)):
        if turn < plan.plain:
            options: dict[str, Any] = {"language": turn % len(LANGUAGES), "beams": beams}
            times.add(f"plain, one language, {name}", plain, "translate", **options)
        for by, whole in (("", False), (", whole vocabulary", True)):
            options = {"beams": beams, "whole": whole}
            times.add(f"ours, all, {name}{by}", ours, "translate", languages=len(LANGUAGES), **options)
            times.add(f"ours, one language, {name}{by}", ours, "translate", languages=1, **options)
            if beams > 1:
                times.add(
                    f"ours, all by sentence, {name}{by}",
                    ours,
                    "translate",
                    languages=len(LANGUAGES),
                    parts=4,
                    **options,
                )
    if turn < (plan.plain + 1) // 2:
        times.add("plain, summary, beam 4", plain, "summarise", beams=4)
    times.add("ours, summary, beam 4", ours, "summarise", beams=4)


def _together(times: Times, ours: Side, plan: Plan) -> None:
    """What has no counterpart in the plain script."""
    for by, whole in (("", False), (", whole vocabulary", True)):
        options: dict[str, Any] = {"beams": 4, "whole": whole}
        name = f"ours, many callers, beam 4{by}"
        times.add(name, ours, "together", callers=plan.callers, languages=plan.languages_a_caller, **options)


def prepared(cache: Path) -> None:
    """Make the models where they are missing, in a process of its own."""
    print(f"models of true shape with random weights in {cache}: 4.5 GB, delete them as you like", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "benchmarks.speed.neural_shapes", str(cache)], check=True, cwd=ROOT)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=CACHE, help="where models are kept")
    parser.add_argument(
        "--quick", action="store_const", const="quick", dest="plan", help="a smoke test, without floors"
    )
    parser.add_argument("--full", action="store_const", const="full", dest="plan", help="all languages on both sides")
    parser.set_defaults(plan="default")
    return parser.parse_args()


def main() -> int:
    """Measure, print, keep the results, compare with the floors."""
    asked = arguments()
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        print(f"neural engines are not measured: no {', '.join(missing)} here")
        return 0
    prepared(asked.cache)
    plan = PLANS[asked.plan]
    wanted = work(
        TRANSLATOR.name,
        SUMMARISER.name,
        article=plan.article,
        brief=plan.tokens,
        languages=LANGUAGES,
        cores=len(os.sched_getaffinity(0)),
    )
    times, found = measure(asked.cache, plan, wanted)
    found = {name: round(value, 3) for name, value in found.items()}
    results = HERE.parent / "results"
    results.mkdir(exist_ok=True)
    kept = {**found, "plan": asked.plan, "seconds_and_others": times.taken}
    (results / "neural_speed.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    for name, value in found.items():
        print(f"{name:36} {value:10.2f}")
    if disturbed := times.disturbed():
        print(f"others used the machine all the while, do it again: {'; '.join(disturbed)}")
    return 0 if asked.plan == "quick" else _judged(found)


def _judged(found: dict[str, float]) -> int:
    floors = json.loads((HERE / "floors.json").read_text("utf-8"))["neural"]
    for line in under(floors.pop("goals"), found):
        print(f"goal not reached: {line}")
    missed = under(floors, found)
    print("\n".join(missed) or "every floor is kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
