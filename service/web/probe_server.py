"""A small HTTP server in threads of its own, for probes and scrapes of a process that serves nothing else.

One short answer a connection. It is no server for the world: few at a time, and each for a few seconds at most.
"""

import socket
import time
from contextlib import suppress
from socketserver import TCPServer, ThreadingMixIn
from threading import Event, Lock, Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer
from wsgiref.types import WSGIApplication

import structlog

from service.errors import ConfigError
from service.web.refusals import refusal

log = structlog.get_logger(__name__)

MOST_CONNECTIONS = 32
# Longest a client may hold a connection: a scrape waits half a second for its slowest source.
CONNECTION_SECONDS = 10.0
# A process that ends gives its port back about then; one that comes in its place waits for it.
_BIND_SECONDS, _BIND_PAUSE_SECONDS = 5.0, 0.2


class ProbeServer:
    """Serves `app` on `host` and `port` (0: any that is free) from `start` to `close`; raises ConfigError."""

    def __init__(self, app: WSGIApplication, *, host: str, port: int) -> None:
        self._server = _bound(host, port)
        self._server.set_app(app)
        self._thread = Thread(target=self._server.serve_forever, name="probes", daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._server.server_port

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()
        log.info("probes_served", port=self.port)

    def close(self) -> None:
        """Answer no more, and give the port back; safe to call twice."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


def _bound(host: str, port: int) -> "_Server":
    family, *_, address = _address(host, port)
    until = time.monotonic() + _BIND_SECONDS
    while True:
        try:
            return _Server(family, address)
        except OSError as error:
            if time.monotonic() > until:
                raise ConfigError(
                    f"a worker can't listen on port {port} of {host} ({error.strerror or type(error).__name__});"
                    " set NEWSBRIEFS_WORKER_PORT to one that is free, with as many after it as there are processes"
                ) from error
        Event().wait(_BIND_PAUSE_SECONDS)


def _address(host: str, port: int) -> Any:
    try:
        return socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError as error:
        raise ConfigError(f"NEWSBRIEFS_HOST is {host!r}, and that is no address to listen on") from error


class _Handler(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a line holds the path that was sent."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What is not HTTP as it should be gets a problem document."""
        # Python's own message may quote the request.
        self.wfile.write(refusal(code, "the request is not HTTP as it should be"))


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, family: int, address: Any) -> None:
        self.address_family = family
        self._since: dict[socket.socket, float] = {}
        self._lock = Lock()
        super().__init__(address, _Handler)

    def server_bind(self) -> None:
        """Without the name of this machine, for which `http.server` would ask the DNS."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[0], self.server_address[1]  # type: ignore[assignment]
        self.setup_environ()

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread, where one is free."""
        with self._lock:
            room = len(self._since) < MOST_CONNECTIONS
            if room:
                self._since[request] = time.monotonic()
        if room:
            super().process_request(request, client_address)
        else:
            super().shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:
        """The end of a connection, which makes room."""
        with self._lock:
            self._since.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Called twice a second: cut off who has been here too long."""
        before = time.monotonic() - CONNECTION_SECONDS
        with self._lock:
            late = [connection for connection, since in self._since.items() if since < before]
        for connection in late:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error of ours, and nothing goes to standard error."""
        log.debug("probe_not_answered", exc_info=True)
