"""The real server in a process of its own, and callers of it, for tests of what goes wrong."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
BODY = json.dumps(
    {
        "text": "The harbour of Vell reopened on Tuesday. Traders expect prices to fall by 3 percent. " * 40,
        "languages": ["en", "es", "fr", "pt"],
        "source_language": "en",
        "timeout_seconds": 60,
    }
).encode()


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The server on a free port, ready, with its address and process; its log lies in `folder`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("NEWSBRIEFS_")},
        "NEWSBRIEFS_PORT": str(port),
        "NEWSBRIEFS_CACHE_BYTES": "0",
        **settings,
    }
    command = [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "service" / "gunicorn.conf.py"), "service.wsgi:app"]
    base = f"http://127.0.0.1:{port}"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            _wait_until_ready(base, process)
            yield base, process
        finally:
            process.kill()
            process.wait()


def _wait_until_ready(base: str, process: subprocess.Popen[bytes]) -> None:
    waiting = threading.Event()
    for _ in range(900):
        assert process.poll() is None
        try:
            with urllib.request.urlopen(f"{base}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            waiting.wait(0.1)
    raise AssertionError("the service was not ready in 90 seconds")


def post(base: str) -> tuple[int, list[str]]:
    """Status, and the status of each brief."""
    request = urllib.request.Request(f"{base}/summarize", BODY, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=90) as answer:
        return answer.status, [brief["status"] for brief in json.load(answer)["briefs"]]


def drained(base: str, process: subprocess.Popen[bytes], callers: int) -> list[object]:
    """What callers get who are under way when the service is told to stop, after the first was answered."""
    answers: list[object] = []
    first = threading.Event()

    def call() -> None:
        try:
            answers.append(post(base))
        except OSError as error:
            answers.append(error)
        first.set()

    threads = [threading.Thread(target=call) for _ in range(callers)]
    for thread in threads:
        thread.start()
    assert first.wait(90)
    process.send_signal(signal.SIGTERM)
    for thread in threads:
        thread.join()
    return answers
