"""One client's connection, and the lines in which connections wait for their next byte."""

import ctypes
import resource
import socket
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from gunicorn import util
from gunicorn.http.message import Request
from gunicorn.workers.gthread import TConn

from service.web.arrival import Arrival, Inbox, Parser

# What a client may have in flight towards us after its answer was said, before it is cut off.
_MOST_DISCARDED = 33_554_432
# A socket filter that lets in what belongs to a connection, and not the packet (SYN) that begins one: load the flags
# of the TCP header, test the bit, drop, pass.
_SO_ATTACH_FILTER = 26
_NO_SYN = ((0x30, 0, 0, 13), (0x45, 0, 1, 2), (0x06, 0, 0, 0), (0x06, 0, 0, 0xFFFFFFFF))


class Connection(TConn):  # type: ignore[misc]
    """A client's connection: what it has sent of its next request, and how long it may take.

    `began` is when the first byte of the request came, `deadline` how long it may wait where it waits, `last` how long
    it may go on sending after its last answer; all are `time.monotonic()` instants. `held` is bytes counted for it.
    `broken` tells that its answer was not taken in time: nothing more is said to it; `ended`, that it was closed.
    """

    def __init__(self, cfg: Any, sock: socket.socket, client: Any, server: Any, *, max_body: int) -> None:
        super().__init__(cfg, sock, client, server)
        self.initialized = self.data_ready = True
        self.inbox = Inbox()
        self.parser = Parser(cfg, self.inbox, client, self._prepare)
        self.line: Line | None = None
        self.deadline = self.last = 0.0
        self.began: float | None = None
        self.held = 0
        self.broken = self.ended = False
        self.closing: Callable[[], bool] = bool
        self.send_seconds: float | None = None
        self._max_body = max_body
        self._discarded = 0
        self.arrival = Arrival(max_body=max_body)

    def renew(self) -> None:
        """Be ready for the next request."""
        self.arrival = Arrival(max_body=self._max_body)
        self.began = None

    def take(self) -> int:
        """Gather what has come, and tell how much it was: 0 where the client has closed, -1 where there is nothing."""
        try:
            data = self.sock.recv(262_144)
        except (BlockingIOError, InterruptedError):
            return -1
        except OSError:
            return 0
        if data and self.began is None:
            self.began = time.monotonic()
        self.inbox.data += data
        return len(data)

    def discard(self) -> bool:
        """Throw away what has come; whether more may come."""
        try:
            size = len(self.sock.recv(262_144))
        except (BlockingIOError, InterruptedError):
            return True
        except OSError:
            return False
        self._discarded += size
        return size > 0 and self._discarded < _MOST_DISCARDED

    def say(self, data: bytes) -> None:
        """Send something short from the main loop, as far as it can be sent without waiting."""
        with suppress(OSError):
            self.sock.send(data)

    def finish(self) -> bool:
        """Say that nothing more will be said; whether the client may still be sending."""
        try:
            self.sock.shutdown(socket.SHUT_WR)
        except OSError:
            return False
        return True

    def end(self) -> None:
        """Close it; what a client did not take is dropped, so that the system keeps no memory for it."""
        if self.broken:
            with suppress(OSError):
                self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        util.close(self.sock)

    def _prepare(self, request: Request) -> None:
        # A timeout of the socket bounds each `sendall` as a whole.
        if self.sock.gettimeout() != self.send_seconds:
            self.sock.settimeout(self.send_seconds)
        if self.arrival.cut or self.closing():
            request.force_close()


class Line:
    """Connections that wait for the same thing for the same time, the one that has waited longest first."""

    def __init__(self) -> None:
        self._connections: dict[Connection, None] = {}

    def __len__(self) -> int:
        return len(self._connections)

    def join(self, connection: Connection, deadline: float) -> None:
        """Go to the end of this line, from whichever other."""
        self.leave(connection)
        connection.line, connection.deadline = self, deadline
        self._connections[connection] = None

    @staticmethod
    def leave(connection: Connection) -> None:
        """Wait in no line any more."""
        if connection.line is not None:
            del connection.line._connections[connection]
            connection.line = None

    def first(self) -> Connection | None:
        """The one that has waited longest."""
        return next(iter(self._connections), None)

    def hurry(self, deadline: float) -> None:
        """Let nobody in it wait longer than until `deadline`."""
        for connection in self._connections:
            connection.deadline = min(connection.deadline, deadline)


def allow_files(wanted: int) -> None:
    """Raise the number of files this process may have open to `wanted`, as far as the system allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))


def refuse_new(listener: socket.socket) -> None:
    """Let nobody new connect to a listener that is about to close, while those who are connecting still do.

    On Linux; elsewhere, and where the system does not allow it, who connects in the moment of closing may be reset.
    """
    if not sys.platform.startswith("linux") or listener.family not in (socket.AF_INET, socket.AF_INET6):
        return
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in _NO_SYN))
    program = struct.pack("HP", len(_NO_SYN), ctypes.addressof(code))
    with suppress(OSError):
        listener.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, program)
