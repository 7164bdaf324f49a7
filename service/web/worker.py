"""gunicorn's threaded worker, with threads for whole requests only, and an end that drops nobody.

gunicorn gives a thread to a connection with its first byte; a client that drips the rest holds it. Here the main loop
gathers requests without threads, a thread serves what is whole, and what was told to end is closed by the main loop.
"""

import math
import selectors
import socket
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import structlog
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER

from service.web.connections import Connection, refuse_new
from service.web.gathering import GatheringWorker
from service.web.observability import METRICS_EXTENSION
from service.web.refusals import detail_of_fault, refusal, status_of_fault

log = structlog.get_logger(__name__)

RECEIVED = "newsbriefs.received"
# Asked of a service that is busy: these do not queue behind articles, and the first is answered by the main loop.
_ALIVE = b"GET /livez HTTP/1."
_VITAL = tuple(f"{method} /{path}".encode() for method in ("GET", "HEAD") for path in ("livez", "readyz", "metrics"))
_VITAL_THREADS = 8
_VITAL_SEND_SECONDS = 1.0
# gunicorn's master kills a worker that has not ended by then; it ends by itself before.
_SPARE_SECONDS = 2.0
_SETTLE_SECONDS = 0.1


class Worker(GatheringWorker):
    """One process that serves many connections with few threads."""

    def init_process(self) -> None:
        """Make the threads, and serve."""
        self._vital = ThreadPoolExecutor(_VITAL_THREADS, thread_name_prefix="vital")
        self._serving = threading.local()
        super().init_process()

    def load_wsgi(self) -> None:
        """Load the application; each call of it is told since when the client was heard."""
        super().load_wsgi()
        self._application: Any = self.wsgi
        self.wsgi: Any = self._call
        metrics = self._extensions().get(METRICS_EXTENSION)
        if metrics is not None:
            metrics.watch_server(self.connections, lambda: dict(self.refused))

    def _extensions(self) -> dict[str, Any]:
        found: dict[str, Any] = getattr(self._application, "extensions", {})
        return found

    def _call(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ[RECEIVED] = self._serving.since
        answer: Iterable[bytes] = self._application(environ, start_response)
        return answer

    def enqueue_req(self, conn: Connection) -> None:
        """Give a whole request to a thread; what asks after the service's health does not queue behind articles."""
        vital = conn.inbox.data.startswith(_VITAL)
        conn.send_seconds = _VITAL_SEND_SECONDS if vital else self.settings.receive_seconds
        future = (self._vital if vital else self.tpool).submit(self.handle, conn)
        future.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def serve_here(self, connection: Connection) -> bool:
        """Say that we live without waiting for a thread: each change of threads costs time while others reckon."""
        asked = connection.inbox.data
        if not asked.startswith(_ALIVE) or asked.find(b"\r\n\r\n") != len(asked) - 4:
            return False
        connection.send_seconds = 0.0
        self._serving.since = connection.began
        try:
            kept = bool(self.handle_request(next(connection.parser), connection))
        except StopIteration:
            kept = False
        except OSError:
            connection.broken, kept = True, False
        except Exception as error:
            self.handle_error(None, connection.sock, connection.client, error)
            kept = False
        self.finish(connection, kept=kept)
        return True

    # In a thread.

    def handle(self, conn: Connection) -> object:
        """Serve one request."""
        self._serving.since = conn.began
        return super().handle(conn)

    def handle_request(self, req: Any, conn: Connection) -> object:
        """Serve one request; a client that does not take its answer in time is given up."""
        try:
            return super().handle_request(req, conn)
        except TimeoutError:
            conn.broken = True
            self.refused["answer not taken"] += 1
            log.info("answer_not_taken", seconds=self.settings.receive_seconds)
            return False

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer what can't be parsed, or failed outside the application, with a problem document."""
        status = status_of_fault(exc)
        self.refused[str(status)] += 1
        # The message of the exception may quote the request, so only its class is logged.
        log.info("not_served", error=type(exc).__name__, status=status)
        try:
            client.sendall(refusal(status, detail_of_fault(exc)))
        except OSError as error:
            log.debug("refusal_not_taken", error=type(error).__name__)

    # The main loop.

    def handle_exit(self, sig: int, frame: object) -> None:
        """SIGTERM: go on serving for a while, so that load balancers see it; a second one ends that."""
        if self.drain_until is None:
            self.drain_until = time.monotonic() + self.settings.drain_seconds
            self.method_queue.defer(self._tell_readiness)
        else:
            self.alive = False
            self.method_queue.defer(bool)

    def _tell_readiness(self) -> None:
        log.info("draining", seconds=self.settings.drain_seconds)
        services = self._extensions().get("newsbriefs")
        if services is not None:
            services.drain()

    def run(self) -> None:
        """Serve until told to stop; then take who has connected, finish what runs, and close."""
        self.poller.register(self.method_queue.fileno(), selectors.EVENT_READ, self.method_queue.run_callbacks)
        while self.alive and (self.drain_until is None or time.monotonic() < self.drain_until):
            self.set_accept_enabled(self.has_room())
            self._turn()
            if not self.is_parent_alive():
                break
        self.alive = False
        self.drain_until = min(self.drain_until or math.inf, time.monotonic())
        self._stop_listening()
        self._finish()
        self._vital.shutdown(wait=False)
        self.tpool.shutdown(wait=False)
        self.poller.close()
        self.method_queue.close()

    def _stop_listening(self) -> None:
        """Take everybody who has connected, then close: who comes now is turned away and goes elsewhere."""
        for listener in self.sockets:
            refuse_new(listener)
        # Those who are connecting just now are let in: a connection that is made and then reset is a request lost.
        settled = time.monotonic() + _SETTLE_SECONDS
        while time.monotonic() < settled:
            self.set_accept_enabled(self.has_room())
            self._turn(most_seconds=_SETTLE_SECONDS)
        self.set_accept_enabled(False)
        for listener in self.sockets:
            listener.setblocking(False)
            while self.accept_one(listener):
                pass
            listener.close()

    def _finish(self) -> None:
        self.idle.hurry(time.monotonic() + STOP_KEEPALIVE_LINGER)
        self.lingering.hurry(time.monotonic() + STOP_KEEPALIVE_LINGER)
        give_up = time.monotonic() + self.cfg.graceful_timeout - self.settings.drain_seconds - _SPARE_SECONDS
        while self.nr_conns > 0 and time.monotonic() < give_up:
            self._turn()

    def _turn(self, *, most_seconds: float = 1.0) -> None:
        """Wait for something to happen, and do it."""
        self.notify()
        now = time.monotonic()
        drained = self.drain_until if self.drain_until is not None and self.alive else math.inf
        end = min(self.next_end(), drained, now + most_seconds)
        self.wait_for_and_dispatch_events(max(0.0, end - now))
        self.end_waits(time.monotonic())
