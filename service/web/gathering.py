"""How the worker's main loop gathers requests, and ends connections, without a thread for any.

A connection waits in one of three lines: idle for the first byte of a request, receiving for the rest of it, lingering
for the client to have read its answer. What is whole leaves them and is given to a thread.
"""

import errno
import math
import os
import selectors
import socket
import time
from collections import Counter
from concurrent.futures import Future
from contextlib import suppress
from functools import partial

import structlog
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, ThreadWorker

from service.config import Settings
from service.web.arrival import HEAD_LIMIT, Progress
from service.web.connections import Connection, Line, allow_files
from service.web.refusals import refusal

log = structlog.get_logger(__name__)

_LINGER_SECONDS = 5.0
_ACCEPTED_AT_ONCE = 64
_FILES_BESIDES = 1024
# What is being received may take the memory of so many of the largest bodies, and always so much.
_BUDGET_BODIES = 16
_LEAST_BUDGET = 67_108_864
_NO_ROOM = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}


class GatheringWorker(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threaded worker, given whole requests."""

    def init_process(self) -> None:
        """Read the settings, allow as many open files as there may be connections, and serve."""
        self.settings = Settings.from_env(os.environ)
        self.idle, self.receiving, self.lingering = Line(), Line(), Line()
        self.refused: Counter[str] = Counter()
        self.drain_until: float | None = None
        self._held = 0
        self._budget = max(_LEAST_BUDGET, _BUDGET_BODIES * self.settings.max_body_bytes)
        self._accept_again = 0.0
        allow_files(self.worker_connections + _FILES_BESIDES)
        super().init_process()

    def connections(self) -> dict[str, int]:
        """How many clients are connected, by what happens with them."""
        waiting = {"idle": len(self.idle), "receiving": len(self.receiving), "closing": len(self.lingering)}
        return {**waiting, "serving": max(0, self.nr_conns - sum(waiting.values()))}

    # What comes in.

    def accept(self, listener: socket.socket) -> None:
        """Take the connections that wait, without a thread for any."""
        for _ in range(_ACCEPTED_AT_ONCE):
            if not self.accept_one(listener):
                return

    def accept_one(self, listener: socket.socket) -> bool:
        """Take one connection; False where none waits, or none can be had."""
        if not self.has_room():
            return False
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno in _NO_ROOM:
                log.warning("no_connection_taken", error=error.strerror)
                self._accept_again = time.monotonic() + 0.5
            return error.errno == errno.ECONNABORTED
        connection = Connection(
            self.cfg, client, address, listener.getsockname(), max_body=self.settings.max_body_bytes
        )
        connection.closing = lambda: self.drain_until is not None
        self.nr_conns += 1
        if self.nr_conns > self.worker_connections and (first := self.idle.first()) is not None:
            self._retire(first)
        self._watch(connection)
        self._await_request(connection)
        return True

    def has_room(self) -> bool:
        """Whether one more connection may be taken: there is room, or another only waits and gives way to it."""
        if time.monotonic() < self._accept_again:
            return False
        return self.nr_conns < self.worker_connections or len(self.idle) > 0

    def _await_request(self, connection: Connection) -> None:
        seconds = self.cfg.keepalive if self.alive else STOP_KEEPALIVE_LINGER
        self.idle.join(connection, time.monotonic() + seconds)

    def _watch(self, connection: Connection) -> None:
        connection.sock.setblocking(False)
        self.poller.register(connection.sock, selectors.EVENT_READ, partial(self._readable, connection))

    def _readable(self, connection: Connection, _sock: object = None) -> None:
        try:
            self._read(connection)
        except Exception:
            # One connection must not end the loop that serves all others.
            log.exception("connection_failed")
            self._drop(connection)

    def _read(self, connection: Connection) -> None:
        if connection.line is self.lingering:
            self._discard(connection)
            return
        size = connection.take()
        if size == 0:
            self._drop(connection)
        elif size > 0 and self._hold(connection, size):
            self._look(connection)

    def _discard(self, connection: Connection) -> None:
        if connection.discard():
            seconds = _LINGER_SECONDS if self.alive else STOP_KEEPALIVE_LINGER
            self.lingering.join(connection, min(time.monotonic() + seconds, connection.last))
        else:
            self._drop(connection)

    def _hold(self, connection: Connection, size: int) -> bool:
        """Count what has come; where it is too much in all, whoever has sent longest gives way. Whether it may stay."""
        connection.held += size
        self._held += size
        full = "too much is being received at once; send it again in a second"
        while self._held > self._budget and (first := self.receiving.first()) is not None and first is not connection:
            self._refuse(first, 503, full)
        if self._held > self._budget and connection.held > HEAD_LIMIT:
            self._refuse(connection, 503, full)
            return False
        return True

    def _look(self, connection: Connection) -> None:
        """Serve the request that is arriving, wait for more of it, or refuse it."""
        progress = connection.arrival.look(connection.inbox.data)
        if progress is Progress.WHOLE:
            self._serve(connection)
        elif progress is Progress.HEAD_TOO_LARGE:
            self._refuse(connection, 431, f"the head of the request is over the limit of {HEAD_LIMIT} bytes")
        elif progress is Progress.BODY_TOO_LARGE:
            limit = self.settings.max_body_bytes
            self._refuse(
                connection, 413, f"the body is more than the limit of {limit} bytes; send the article in parts"
            )
        else:
            self._receive(connection)

    def _receive(self, connection: Connection) -> None:
        if connection.arrival.expects:
            connection.arrival.expects = False
            connection.say(b"HTTP/1.1 100 Continue\r\n\r\n")
        if connection.line is not self.receiving:
            since = connection.began or time.monotonic()
            self.receiving.join(connection, since + self.settings.receive_seconds)

    def _serve(self, connection: Connection) -> None:
        Line.leave(connection)
        if not self.serve_here(connection):
            with suppress(KeyError, ValueError):
                self.poller.unregister(connection.sock)
            self.enqueue_req(connection)

    def serve_here(self, connection: Connection) -> bool:
        """Whether the request is served without a thread; then `finish` was called for it."""
        return False

    def finish_request(self, conn: Connection, fs: Future[object]) -> None:
        """Go on with a connection whose request was served, or close it."""
        kept = not fs.cancelled() and fs.exception() is None and bool(fs.result())
        if conn.sock.fileno() < 0:
            # gunicorn closes it where the application fails in the middle of its answer.
            self._drop(conn)
            return
        try:
            self._watch(conn)
            self.finish(conn, kept=kept)
        except Exception:
            log.exception("connection_failed")
            self._drop(conn)

    def finish(self, connection: Connection, *, kept: bool) -> None:
        """Go on with a connection that is watched again: with its next request, or towards its end."""
        self._release(connection)
        if kept and not connection.inbox.exhausted:
            connection.renew()
            self._go_on(connection)
        elif connection.broken or not connection.finish():
            self._drop(connection)
        else:
            self._linger(connection)

    def _go_on(self, connection: Connection) -> None:
        """Wait for the next request, part of which may have come with the last."""
        if not connection.inbox.data:
            self._await_request(connection)
            return
        connection.began = time.monotonic()
        if self._hold(connection, len(connection.inbox.data)):
            self._look(connection)

    def _linger(self, connection: Connection) -> None:
        """Wait until the client has read its answer: closing while it still sends would destroy it on its way."""
        now = time.monotonic()
        connection.last = now + self.settings.receive_seconds
        self.lingering.join(connection, now + (_LINGER_SECONDS if self.alive else STOP_KEEPALIVE_LINGER))

    def _refuse(self, connection: Connection, status: int, detail: str) -> None:
        self.refused[str(status)] += 1
        log.info("refused_unread", status=status)
        self._release(connection)
        connection.inbox.data.clear()
        connection.say(refusal(status, detail))
        if connection.finish():
            self._linger(connection)
        else:
            self._drop(connection)

    def _retire(self, connection: Connection) -> None:
        """Close a connection that only waits, unless a request has come just now."""
        self._readable(connection)
        if connection.line is self.idle:
            self._drop(connection)

    def _drop(self, connection: Connection) -> None:
        if connection.ended:
            return
        connection.ended = True
        Line.leave(connection)
        self._release(connection)
        with suppress(KeyError, ValueError):
            self.poller.unregister(connection.sock)
        self.nr_conns -= 1
        connection.end()

    def _release(self, connection: Connection) -> None:
        self._held -= connection.held
        connection.held = 0

    def next_end(self) -> float:
        """When the next wait of any connection ends; infinity where none waits."""
        firsts = (line.first() for line in (self.idle, self.receiving, self.lingering))
        return min((first.deadline for first in firsts if first is not None), default=math.inf)

    def end_waits(self, now: float) -> None:
        """Close, or refuse, whoever has waited long enough."""
        while (first := self.idle.first()) is not None and first.deadline <= now:
            self._retire(first)
        while (first := self.receiving.first()) is not None and first.deadline <= now:
            seconds = self.settings.receive_seconds
            self._refuse(first, 408, f"the request did not arrive within {seconds:g} seconds; send it faster")
        while (first := self.lingering.first()) is not None and first.deadline <= now:
            self._drop(first)
