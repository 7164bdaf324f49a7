"""A receiver of callbacks on the loopback, its answers written by the test; and an outbox in memory."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Event, Thread
from typing import Any

from service.jobs.store import DueCallback

PATIENCE_SECONDS = 60.0


@dataclass
class Received:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Receiver:
    """What came in so far; `answer` writes the answer, and `released` lets those go on that wait for it."""

    answer: Callable[[Any], None]
    port: int = 0
    received: list[Received] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)
    released: Event = field(default_factory=Event)

    def url(self, path: str = "/hook", *, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """An address at which it is reached."""
        return f"{scheme}://{host}:{self.port}{path}"

    def wait_for(self, count: int) -> list[Received]:
        """What came in, once there are `count` of them."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.received) >= count, PATIENCE_SECONDS)
            return list(self.received)


def say(status: int, body: bytes = b"ok", **headers: str) -> Callable[[Any], None]:
    """An answer with a status, a body and headers (`_` stands for `-`)."""

    def answer(handler: Any) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def in_turn(*answers: Callable[[Any], None]) -> Callable[[Any], None]:
    """One answer after the other, the last again and again."""
    left = list(answers)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


@contextmanager
def receiver(answer: Callable[[Any], None], tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver that runs for the block."""
    state = Receiver(answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with state.changed:
                state.received.append(Received(self.path, dict(self.headers), body))
                state.changed.notify_all()
            with suppress(OSError):
                state.answer(self)
            self.close_connection = True

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            pass

    httpd = Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        httpd.socket = tls.wrap_socket(httpd.socket, server_side=True)
    state.port = httpd.server_address[1]
    thread = Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.released.set()
        httpd.shutdown()
        httpd.server_close()
        thread.join()


@dataclass
class Outbox:
    """Callbacks in memory, behind the seam of a store; what failed is due again when the test says so."""

    due: list[DueCallback] = field(default_factory=list)
    delivered: list[str] = field(default_factory=list)
    failed: list[tuple[str, float | None, str]] = field(default_factory=list)
    uncounted: list[str] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)

    def claim_callback(self, worker: str) -> DueCallback | None:
        """The next that is due."""
        with self.changed:
            self.changed.notify_all()
            return self.due.pop(0) if self.due else None

    def callback_delivered(self, due: DueCallback) -> None:
        """Note what was taken."""
        with self.changed:
            self.delivered.append(due.job_id)
            self.changed.notify_all()

    def callback_failed(
        self, due: DueCallback, *, retry_in_seconds: float | None, why: str, counted: bool = True
    ) -> None:
        """Note what was not."""
        with self.changed:
            self.failed.append((due.job_id, retry_in_seconds, why))
            self.uncounted += [] if counted else [due.job_id]
            self.changed.notify_all()

    def wait_for(self, found: Callable[[], bool]) -> None:
        """Return once `found` says so."""
        with self.changed:
            assert self.changed.wait_for(found, PATIENCE_SECONDS)
