"""What is not done twice: one more language on an article that was briefed in five, and the same request again.

Run by `make bench-load`. Each round takes an article nobody asked about before: in five languages (a miss), in the same
and a sixth (partial: only the sixth is worked out), the same again (a hit). Beside it, what the sixth alone costs on an
article that is new. Medians; exits 1 under a floor.
"""

import argparse
import http.client
import statistics
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from tqdm import tqdm

from benchmarks.load.articles import body
from benchmarks.load.process import served
from benchmarks.load.reporting import report
from benchmarks.speed.over_http import post

FIVE, SIXTH = ["es", "fr", "pt", "it", "ca"], "gl"


def measure(connection: http.client.HTTPConnection, rounds: int) -> dict[str, float]:
    """Milliseconds of each kind of request, and what the cache said where that is not what it should."""
    taken: dict[str, list[float]] = {"five": [], "one_more": [], "repeat": [], "alone": []}
    wrong = 0
    for turn in tqdm(range(-3, rounds), desc="rounds", file=sys.stderr):
        asked = {
            "five": (turn, FIVE, "miss"),
            "one_more": (turn, [*FIVE, SIXTH], "partial"),
            "repeat": (turn, [*FIVE, SIXTH], "hit"),
            "alone": (turn + 100_000, [SIXTH], "miss"),
        }
        for kind, (number, languages, cache) in asked.items():
            spent, answer = post(connection, body(number + 1000, languages=languages))
            wrong += answer["cache"] != cache
            if turn >= 0:
                taken[kind].append(spent)
    return figures(taken, wrong)


def figures(taken: dict[str, list[float]], wrong: int) -> dict[str, float]:
    """Medians and shares."""
    medians = {kind: statistics.median(values) for kind, values in taken.items()}
    return {
        **{f"{kind}_p50_ms": round(value, 1) for kind, value in medians.items()},
        "one_more_share": round(medians["one_more"] / medians["five"], 3),
        "alone_share": round(medians["alone"] / medians["five"], 3),
        "cache_told_wrong": wrong,
    }


def main() -> int:
    """Measure, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (base, _):
        found = urlsplit(base)
        connection = http.client.HTTPConnection(found.hostname or "", found.port, timeout=60)
        return report("cache", measure(connection, rounds))


if __name__ == "__main__":
    sys.exit(main())
