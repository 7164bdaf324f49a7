"""The real server in a process of its own, and callers of it, for tests of what goes wrong."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BODY = json.dumps(
    {
        "text": "The harbour of Vell reopened on Tuesday. Traders expect prices to fall by 3 percent. " * 40,
        "languages": ["en", "es", "fr", "pt"],
        "source_language": "en",
        "timeout_seconds": 60,
    }
).encode()


class Echo:
    """A small application for the real server: it tells what it was sent, and waits where it is told to."""

    def __init__(self) -> None:
        self.extensions = {"newsbriefs": self}
        self._draining = threading.Event()
        self._released = threading.Event()
        self._waiting = threading.Semaphore(0)

    def drain(self) -> None:
        """What the server calls when it is told to stop."""
        self._draining.set()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer by path."""
        if environ["PATH_INFO"] == "/broken":
            return self._broken(start_response)
        answer = getattr(self, "_" + environ["PATH_INFO"].strip("/"), self._nothing)
        status, body = answer(environ)
        start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
        return [body]

    def _broken(self, start_response: Callable[..., Any]) -> Iterator[bytes]:
        start_response("200 OK", [("Content-Length", "8")])
        yield b"half"
        raise ValueError("the rest is missing")

    def _nothing(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        return "404 Not Found", environ["PATH_INFO"].encode()

    def _livez(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        # Whoever waits is released this way where all other threads are taken.
        if environ["QUERY_STRING"] == "release":
            self._released.set()
        return "200 OK", b"alive"

    def _readyz(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        return ("503 Service Unavailable", b"draining") if self._draining.is_set() else ("200 OK", b"ready")

    def _echo(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        body = environ["wsgi.input"].read()
        return "200 OK", f"{environ['REQUEST_METHOD']} {len(body)} {sha256(body).hexdigest()[:8]}".encode()

    def _unread(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        return "413 Content Too Large", b"not read"

    def _large(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        return "200 OK", b"x" * 33_554_432

    def _wait(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        self._waiting.release()
        asked = Path(os.environ["ECHO_FOLDER"]) / "release"
        for _ in range(1200):
            if asked.exists() or self._released.wait(0.05):
                break
        return "200 OK", b"waited"

    def _waiting_is(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        return "200 OK", b"yes" if self._waiting.acquire(timeout=30) else b"no"


echo = Echo()


@contextmanager
def serving(
    folder: Path, application: str = "service.wsgi:app", **settings: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The server on a free port, ready, with its address and process; its log lies in `folder`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("NEWSBRIEFS_")},
        "NEWSBRIEFS_PORT": str(port),
        "NEWSBRIEFS_CACHE_BYTES": "0",
        "ECHO_FOLDER": str(folder),
        **settings,
    }
    command = [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "service" / "gunicorn.conf.py"), application]
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
