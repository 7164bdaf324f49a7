"""`python -m tests.fuzz --seconds 3600`: reads what strangers might send until the time is up; exits 1 on a failure."""

import argparse
import sys
import time
from pathlib import Path

from tests.fuzz.hunt import Hunt, Target, attempt, mended
from tests.fuzz.targets import targets

_TURN_SECONDS = 10.0


def main() -> int:
    """Hunt, or replay saved inputs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long, over all targets")
    parser.add_argument("--seed", type=int, default=None, help="the same seed begins with the same inputs")
    parser.add_argument("--target", action="append", help="only this one; may be given more than once")
    parser.add_argument("--replay", type=Path, nargs="+", help="run these saved inputs and nothing else")
    given = parser.parse_args()
    chosen = [target for target in targets() if not given.target or target.name in given.target]
    if given.replay:
        return _replay(chosen, given.replay)
    seed = time.time_ns() % 1_000_000_000 if given.seed is None else given.seed
    print(f"seed {seed}; targets: {', '.join(target.name for target in chosen)}", flush=True)
    return max(_again(chosen), _hunt([Hunt(target, seed) for target in chosen], given.seconds))


def _again(chosen: list[Target]) -> int:
    """Everything that was mended still holds; it also loads what is loaded on first use."""
    return _replay(chosen, [path for target in chosen for path in mended(target)])


def _replay(chosen: list[Target], paths: list[Path]) -> int:
    failures = []
    for path in paths:
        target = next(target for target in chosen if target.name == path.name.rpartition("-")[0])
        spent, failure = attempt(target, path.read_bytes())
        print(f"{path.name}: {spent:.2f} s{', ' + failure.why if failure else ''}", flush=True)
        failures += [failure] if failure else []
    return 1 if failures else 0


def _hunt(hunts: list[Hunt], seconds: float) -> int:
    """Turn by turn, so that a run that is stopped has tried them all."""
    turn = min(_TURN_SECONDS, seconds / len(hunts))
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for hunt in hunts:
            hunt.go_on(min(turn, until - time.monotonic()))
    for hunt in hunts:
        print(f"{hunt.target.name:14} {hunt.tried:8} inputs, the slowest {hunt.slowest_seconds:.2f} s")
    told = [failure.told() for hunt in hunts for failure in hunt.failures]
    print("\n".join(told) or "nothing failed")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
