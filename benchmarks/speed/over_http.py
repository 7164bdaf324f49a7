"""How fast a warm service answers, side by side with a plain script that shells out to `apertium`.

Run by `make bench-speed`. Both do the same work in turn, in one run: the second seed into five languages with five
quotes translated. The service's answer cache is off for the fresh figure and on for the repeat. Exits 1 under a floor.
"""

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tqdm import tqdm

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SEED = "004_37287c19e9aac1bd.txt"
LANGUAGES = ["es", "fr", "pt", "it", "ca"]
FRESH_PORT, CACHED_PORT = 8741, 8742


@contextmanager
def served(port: int, cache_bytes: int) -> Iterator[http.client.HTTPConnection]:
    """A service of its own on the loopback, and a kept connection to it."""
    environ = os.environ | {"NEWSBRIEFS_CACHE_BYTES": str(cache_bytes), "NEWSBRIEFS_LOG_LEVEL": "error"}
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environ, cwd=ROOT)
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        wait_until_ready(connection)
        yield connection
    finally:
        connection.close()
        process.terminate()
        process.wait()


def wait_until_ready(connection: http.client.HTTPConnection) -> None:
    """Ask /readyz until it says 200; raises TimeoutError after a minute."""
    for _ in range(600):
        try:
            connection.request("GET", "/readyz")
            answer = connection.getresponse()
            answer.read()
            if answer.status == 200:
                return
        except OSError:
            connection.close()
        time.sleep(0.1)
    raise TimeoutError("the service was not ready within a minute")


def post(connection: http.client.HTTPConnection, body: bytes) -> tuple[float, dict[str, Any]]:
    """One call: milliseconds, and the answer."""
    began = time.perf_counter()
    connection.request("POST", "/summarize", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    raw = answer.read()
    spent = (time.perf_counter() - began) * 1000
    if answer.status != 200:
        raise RuntimeError(f"{answer.status}: {raw[:300]!r}")
    return spent, json.loads(raw)


def plain_script(answer: dict[str, Any], text: str) -> float:
    """The same texts over the same pairs, a process for each text and hop: milliseconds."""
    began = time.perf_counter()
    for brief in answer["briefs"]:
        sources = [text[s["evidence"][0]["start"] : s["evidence"][0]["end"]] for s in brief["sentences"]]
        sources += [answer["source"]["title"] or sources[0], *(quote["text"] for quote in answer["quotes"])]
        for source in sources:
            for step in brief["route"]:
                if step["step"] == "translate":
                    source = shell_out(source, MODES[step["from"], step["to"]])
    return (time.perf_counter() - began) * 1000


def shell_out(text: str, mode: str) -> str:
    """One call of the `apertium` command."""
    done = subprocess.run(["apertium", "-u", mode], input=text, capture_output=True, text=True, check=True)
    return done.stdout


def read_modes() -> dict[tuple[str, str], str]:
    """(source, target) to the Apertium mode that the service uses for it, as Debian installed it."""
    data = json.loads((ROOT / "service" / "engines" / "apertium_pairs.json").read_text("utf-8"))
    files = {name: mode.get("file", name) for name, mode in data["modes"].items()}
    return {(pair["source"], pair["target"]): files[pair["mode"]] for pair in data["pairs"]}


def measure(rounds: int) -> dict[str, float]:
    """All figures, from interleaved rounds."""
    text = (ROOT / "seeds" / SEED).read_text(encoding="utf-8")
    body = json.dumps({"text": text, "languages": LANGUAGES, "quotes": 5}).encode()
    fresh, repeat, plain = [], [], []
    with served(FRESH_PORT, 0) as uncached, served(CACHED_PORT, 1 << 24) as cached:
        for _ in range(3):
            post(uncached, body)
            _, answer = post(cached, body)
        for turn in tqdm(range(rounds), desc="rounds", file=sys.stderr):
            fresh.append(post(uncached, body)[0])
            repeat.append(post(cached, body)[0])
            if turn % 15 == 0:
                plain.append(plain_script(answer, text))
    return figures(fresh, repeat, plain)


def figures(fresh: list[float], repeat: list[float], plain: list[float]) -> dict[str, float]:
    """Medians, the tail, and the ratio of medians."""
    return {
        "fresh_p50_ms": round(statistics.median(fresh), 1),
        "fresh_p95_ms": round(statistics.quantiles(fresh, n=20)[-1], 1),
        "repeat_p50_ms": round(statistics.median(repeat), 2),
        "plain_p50_ms": round(statistics.median(plain), 1),
        "times_faster_than_plain": round(statistics.median(plain) / statistics.median(fresh), 1),
    }


def under(bounds: dict[str, float], found: dict[str, float]) -> list[str]:
    """What misses its bound, in words."""
    missed = []
    for key, floor in bounds.items():
        name, most = (key.removesuffix("_at_most"), True) if key.endswith("_at_most") else (key[:-9], False)
        if (found[name] > floor) if most else (found[name] < floor):
            missed.append(f"{name} is {found[name]}, {'over' if most else 'under'} {floor}")
    return missed


def main() -> int:
    """Measure, print, keep the results, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    found = measure(parser.parse_args().rounds)
    results = HERE.parent / "results"
    results.mkdir(exist_ok=True)
    (results / "speed.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for name, value in found.items():
        print(f"{name:28} {value}")
    bounds = json.loads((HERE / "floors.json").read_text("utf-8"))
    # Those of other benchmarks are nested under their names.
    floors = {name: bound for name, bound in bounds.items() if not isinstance(bound, dict)}
    for line in under(bounds["goals"], found):
        print(f"goal not reached: {line}")
    missed = under(floors, found)
    print("\n".join(missed) or "every floor is kept")
    return 1 if missed else 0


MODES = read_modes() if __name__ == "__main__" else {}

if __name__ == "__main__":
    sys.exit(main())
