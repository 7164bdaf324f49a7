"""Measure an image that was built (`scripts/image build embedded`): needs buildah, and root.

    python -m benchmarks.image [embedded|neural-cpu|neural-gpu]

Exits 1 where a figure is over its floor in floors.json.
"""

import argparse
import json
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.image.container import free_port, running, seconds_until_ready, stop
from benchmarks.image.unpacked import BASE, buildah, megabytes_over, unpacked
from benchmarks.load.process import tree_megabytes
from benchmarks.speed.over_http import under
from service import __version__

HERE = Path(__file__).parent
RESULTS = HERE.parent / "results"
SEED = HERE.parents[1] / "seeds" / "004_37287c19e9aac1bd.txt"
LANGUAGES = ["en", "es", "fr"]


def measure(image: str, base_image: str, log: Path) -> dict[str, float]:
    """Every figure of one image."""
    with unpacked(image) as root, unpacked(base_image) as base:
        return {"over_base_mb": round(megabytes_over(root, base), 1), **_started(root, _environment(image), log)}


def _environment(image: str) -> dict[str, str]:
    """What the image sets, less keys: the caller is this program, on the loopback."""
    config = json.loads(buildah("inspect", "--type", "image", image))["Docker"]["config"]
    return dict(item.split("=", 1) for item in config["Env"]) | {
        "NEWSBRIEFS_KEYS": "off",
        "NEWSBRIEFS_HOST": "127.0.0.1",
    }


def _started(root: Path, environ: dict[str, str], log: Path) -> dict[str, float]:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    command = ["tini", "--", "newsbriefs", "serve"]
    with running(root, command, environ | {"NEWSBRIEFS_PORT": str(port)}, log) as process:
        ready = seconds_until_ready(base, process)
        at_ready = tree_megabytes(process.pid)[0]
        first, again = _answer(base, "first"), _answer(base, "again")
        after = tree_megabytes(process.pid)[0]
        began = time.monotonic()
        status = stop(process)
        stopped = time.monotonic() - began
    return {
        "ready_seconds": round(ready, 2),
        "first_answer_seconds": round(first, 2),
        "warm_answer_seconds": round(again, 2),
        "stop_seconds": round(stopped, 2),
        "exit_status": status,
        "ready_mb": round(at_ready),
        "answered_mb": round(after),
    }


def _answer(base: str, word: str) -> float:
    """Seconds to brief a seed; `word` makes it another article than before, which no cache has."""
    text = f"{SEED.read_text('utf-8')}\n\nThis is the {word} one."
    body = json.dumps({"text": text, "languages": LANGUAGES}).encode()
    request = urllib.request.Request(f"{base}/summarize", body, {"Content-Type": "application/json"})
    began = time.monotonic()
    with urllib.request.urlopen(request, timeout=60) as answer:
        briefs = json.load(answer)["briefs"]
    if [brief["status"] for brief in briefs] != ["ok"] * len(LANGUAGES):
        raise RuntimeError(f"not every brief was written: {briefs}")
    return time.monotonic() - began


def main() -> int:
    """Measure, print, keep the results, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", nargs="?", default="embedded", choices=["embedded", "neural-cpu", "neural-gpu"])
    parser.add_argument("--base", default=BASE)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        try:
            found = measure(f"newsbriefs:{__version__}-{arguments.target}", arguments.base, log)
        except (RuntimeError, OSError):
            print(log.read_text("utf-8") if log.exists() else "", file=sys.stderr)
            raise
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"image_{arguments.target}.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for key, value in found.items():
        print(f"{key:22} {value}")
    missed = under(json.loads((HERE / "floors.json").read_text("utf-8")).get(arguments.target, {}), found)
    print("\n".join(missed) or "every floor is kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
