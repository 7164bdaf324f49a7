"""What the tests of faults share: a service on few pairs, a caller of it, articles, and a receiver of callbacks."""

import json
import os
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2

from service.config import Settings
from service.jobs.signing import SIGNATURE_HEADER, SignatureRefused, verify

MODES = Settings().apertium_modes
SECRET = "a-secret-of-this-test"
FINISHED = ("done", "failed", "cancelled")
_PAIRS = ("es-gl", "es-pt")
_PLACES = ("Vell", "Orsa", "Tarn", "Quill", "Maren", "Ilsk", "Dorn", "Pell")


def few_pairs(folder: Path) -> str:
    """A folder of modes with two small pairs from Spanish: the service is ready in seconds instead of half a minute."""
    modes = folder / "modes"
    modes.mkdir(exist_ok=True)
    for name in _PAIRS:
        link = modes / f"{name}.mode"
        if not link.exists():
            link.symlink_to(MODES / f"{name}.mode")
    return str(modes)


def article(number: int, *, sentences: int = 12) -> str:
    """An article of our own that no other number gives, in Spanish."""
    place = _PLACES[number % len(_PLACES)]
    told = [f"El puerto de {place} recibió {number} barcos el lunes."]
    told += [f"La alcaldesa dijo que el muelle {number + step} abrirá en mayo." for step in range(sentences - 2)]
    return " ".join([*told, "«No hemos terminado», dijo Ana Ribeiro."])


def body(number: int, **more: Any) -> dict[str, Any]:
    """A request about `article(number)`, in its own language and another."""
    return {"text": article(number), "source_language": "es", "languages": ["es", "gl"], **more}


class Caller:
    """Calls one address; keeps its connections, and follows nothing."""

    def __init__(self, base: str, *, timeout_seconds: float = 60.0) -> None:
        self.base = base
        self._client = httpx2.Client(base_url=base, timeout=timeout_seconds, trust_env=False)

    def summarize(self, number: int, **more: Any) -> httpx2.Response:
        """POST /summarize."""
        return self._client.post("/summarize", json=body(number, **more))

    def accept(self, number: int, *, key: str | None = None, **more: Any) -> httpx2.Response:
        """POST /jobs."""
        headers = {} if key is None else {"Idempotency-Key": key}
        return self._client.post("/jobs", json=body(number, **more), headers=headers)

    def job(self, job_id: str) -> dict[str, Any]:
        """GET /jobs/{id}; raises where it is not 200."""
        document: dict[str, Any] = self._client.get(f"/jobs/{job_id}").raise_for_status().json()
        return document

    def get(self, path: str) -> httpx2.Response:
        """GET anything."""
        return self._client.get(path)

    def events(self, number: int, **more: Any) -> list[str]:
        """The names of the events of a streamed answer, to its end."""
        headers = {"Accept": "text/event-stream"}
        with self._client.stream("POST", "/summarize", json=body(number, **more), headers=headers) as answer:
            assert answer.status_code == 200, answer.read()
            return [line.removeprefix("event: ") for line in answer.iter_lines() if line.startswith("event: ")]

    def close(self) -> None:
        """Close its connections."""
        self._client.close()

    def __enter__(self) -> "Caller":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Receiver:
    """A server on the loopback that takes callbacks; `deliveries` counts them by job."""

    def __init__(self) -> None:
        self.deliveries: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.said: dict[str, set[str]] = {}
        self._changed = threading.Condition()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/callback"

    def take(self, raw: bytes, signature: str) -> None:
        """Count one, with what it says and whether it is signed."""
        document = json.loads(raw)
        said = json.dumps([document["status"], document["result"], document["problem"]], sort_keys=True)
        with self._changed:
            self.deliveries[document["id"]] += 1
            self.said.setdefault(document["id"], set()).add(said)
            try:
                verify(SECRET, raw, signature, now=time.time())
            except SignatureRefused:
                self.wrong.append(document["id"])
            self._changed.notify_all()

    def wait_for(self, job_ids: set[str], *, seconds: float) -> bool:
        """Whether each of them was called back by then."""
        with self._changed:
            return self._changed.wait_for(lambda: job_ids <= set(self.deliveries), timeout=seconds)

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.take(raw, self.headers[SIGNATURE_HEADER])
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Nothing on the terminal."""

        return Handler

    def __enter__(self) -> "Receiver":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def children(pid: int) -> list[int]:
    """The processes that `pid` started and that still run."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def named(pid: int, program: str) -> list[int]:
    """Every process below `pid` that runs `program`."""
    below = children(pid)
    found = [child for child in below if _comm(child) == program]
    return found + [grandchild for child in below for grandchild in named(child, program)]


def kill(pid: int) -> None:
    """End it as a crash does; it may have ended already."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _comm(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text("utf-8").strip()
    except OSError:
        return ""


def eventually(true: Callable[[], bool], *, seconds: float = 90.0) -> bool:
    """Whether it becomes true by then: asked ten times a second, for what another process tells nobody about."""
    waiting = threading.Event()
    for _ in range(int(seconds * 10)):
        if true():
            return True
        waiting.wait(0.1)
    return true()


@contextmanager
def running(*targets: Callable[[threading.Event], None]) -> Iterator[None]:
    """Each in a thread of its own while the block lasts; they end when their event is set. Raises what they raised."""
    stop, raised = threading.Event(), []

    def run(target: Callable[[threading.Event], None]) -> None:
        try:
            target(stop)
        except BaseException as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(target,)) for target in targets]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    if raised:
        raise raised[0]
