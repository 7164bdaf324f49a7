"""Upstreams of our own behind nginx: they read whole requests, then do as a script says, and remember what came."""

import socket
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it came, and the port of the upstream that had it."""

    port: int
    method: str
    path: str
    version: str
    headers: dict[str, str]
    body: bytes


Act = Callable[[Received, "Line"], bool]
"""What is done with a request; gives whether the connection is kept."""


class Line:
    """The connection to nginx: what is written goes out at once."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def send(self, data: bytes) -> None:
        """Write all of it."""
        self._connection.sendall(data)

    def ends(self, *, seconds: float) -> bool:
        """Whether nginx closes the connection by then."""
        self._connection.settimeout(seconds)
        try:
            return self._connection.recv(1) == b""
        except TimeoutError:
            return False
        except ConnectionResetError:
            return True


def answer(status: str = "200 OK", body: bytes = b"{}", **headers: str) -> Act:
    """Answer with this, and keep the connection."""
    fields = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())

    def act(_: Received, line: Line) -> bool:
        line.send(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)
        return True

    return act


def close(_: Received, __: Line) -> bool:
    """Read the request, and close the connection without a word."""
    return False


def chunk(text: str) -> bytes:
    """One chunk of a chunked body; of nothing: its end."""
    return f"{len(text):x}\r\n{text}\r\n".encode()


STREAM_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nX-Accel-Buffering: no\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


class Script:
    """What is done with one request after the other, whichever upstream it comes to; the last goes on for ever."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self._acts = deque(acts)
        self._lock = threading.Lock()
        self.received: list[Received] = []
        self.connections = 0

    def take(self, received: Received) -> Act:
        """What to do with this one."""
        with self._lock:
            self.received.append(received)
            return self._acts.popleft() if len(self._acts) > 1 else self._acts[0]

    def connected(self) -> None:
        """Count a connection."""
        with self._lock:
            self.connections += 1


class _Server(ThreadingTCPServer):
    daemon_threads = False
    request_queue_size = 128

    def __init__(self, script: Script) -> None:
        self.script = script
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, *_: object) -> None:
        """A connection that nginx gave up is no fault."""


class _Handler(StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        """Requests of one connection, to its end."""
        self.server.open.add(self.connection)
        self.server.script.connected()
        try:
            while received := _read(self.rfile, self.server.server_address[1]):
                if not self.server.script.take(received)(received, Line(self.connection)):
                    return
        finally:
            self.server.open.discard(self.connection)


def _read(stream: BinaryIO, port: int) -> Received | None:
    try:
        first = stream.readline()
        if not first:
            return None
        method, path, version = first.decode().split()
        headers = {}
        while line := stream.readline().decode().strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
    except OSError:
        return None
    return Received(port, method, path, version, headers, stream.read(int(headers.get("content-length", 0))))


@contextmanager
def upstreams(script: Script, *, count: int = 2) -> Iterator[list[int]]:
    """The ports of so many upstreams that follow one script."""
    with ExitStack() as stack:
        yield [stack.enter_context(_upstream(script)) for _ in range(count)]


@contextmanager
def _upstream(script: Script) -> Iterator[int]:
    with _Server(script) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
            for connection in list(server.open):
                _end(connection)


def _end(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


@contextmanager
def refusing() -> Iterator[int]:
    """A port of the loopback that nobody listens on: connections are refused."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@contextmanager
def silent() -> Iterator[int]:
    """A port whose connections are never made: its line of waiting ones is full, and the kernel drops the rest."""
    with ExitStack() as stack:
        listening = stack.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield listening.getsockname()[1]
