"""Whether the client of a request still waits: one thread looks after the sockets of all requests being worked on.

A client that has closed its sending half counts as gone, as with nginx: HTTP clients keep it open for the answer.
"""

import os
import select
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from service.cancellation import Cancellation

_PEEK_SECONDS = 0.5


class _Watch(Protocol):
    """Tells which of the sockets given to it were closed by their peer."""

    def add(self, sock: socket.socket) -> None: ...

    def remove(self, sock: socket.socket) -> None: ...

    def wait(self) -> list[int]:
        """Wait for hang-ups, or for `wake`; the numbers of the files whose peer is gone."""
        ...

    def wake(self) -> None: ...

    def close(self) -> None: ...


class EpollWatch:
    """Linux tells it by itself, whatever bytes of a next request wait unread."""

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._read, self._write = os.pipe()
        self._epoll.register(self._read, select.EPOLLIN)

    def add(self, sock: socket.socket) -> None:
        """Watch a socket."""
        self._epoll.register(sock.fileno(), select.EPOLLRDHUP | select.EPOLLONESHOT)

    def remove(self, sock: socket.socket) -> None:
        """Watch it no more."""
        with suppress(OSError, ValueError):
            self._epoll.unregister(sock.fileno())

    def wait(self) -> list[int]:
        """Wait for hang-ups, or for `wake`; the numbers of the files whose peer is gone."""
        return [number for number, _ in self._epoll.poll() if number != self._read]

    def wake(self) -> None:
        """End the wait."""
        os.write(self._write, b"\0")

    def close(self) -> None:
        """Free the system's files."""
        self._epoll.close()
        os.close(self._read)
        os.close(self._write)


class PeekWatch:
    """Looks at every socket twice a second; behind bytes of a next request it does not see the end."""

    def __init__(self) -> None:
        self._sockets: dict[int, socket.socket] = {}
        self._woken = threading.Event()

    def add(self, sock: socket.socket) -> None:
        """Watch a socket."""
        self._sockets[sock.fileno()] = sock

    def remove(self, sock: socket.socket) -> None:
        """Watch it no more."""
        self._sockets.pop(sock.fileno(), None)

    def wait(self) -> list[int]:
        """Wait for hang-ups, or for `wake`; the numbers of the files whose peer is gone."""
        self._woken.wait(_PEEK_SECONDS)
        return [number for number, sock in list(self._sockets.items()) if _ended(sock)]

    def wake(self) -> None:
        """End the wait."""
        self._woken.set()

    def close(self) -> None:
        """Nothing is held."""


def _ended(sock: socket.socket) -> bool:
    try:
        return sock.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except (BlockingIOError, InterruptedError):
        return False
    except OSError:
        return True


class Hangups:
    """Raises the cancellation of a request when its client hangs up."""

    def __init__(self, watch: _Watch | None = None) -> None:
        self._given = watch
        self._watch: _Watch | None = None
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._waiting: dict[int, Cancellation] = {}
        self._closed = False

    @contextmanager
    def watch(self, environ: Mapping[str, Any], cancellation: Cancellation) -> Iterator[None]:
        """Watch the client of the WSGI request `environ`; where its server shows no socket, nothing is watched."""
        sock = environ.get("gunicorn.socket")
        if not isinstance(sock, socket.socket) or not self._add(sock, cancellation):
            yield
            return
        try:
            yield
        finally:
            self._remove(sock)

    def close(self) -> None:
        """Watch nothing any more; safe to call twice."""
        with self._lock:
            self._closed = True
            thread, watch, self._thread = self._thread, self._watch, None
        if thread is not None and watch is not None:
            watch.wake()
            thread.join()
            watch.close()

    def _add(self, sock: socket.socket, cancellation: Cancellation) -> bool:
        with self._lock:
            if self._closed:
                return False
            watch = self._started()
            self._waiting[sock.fileno()] = cancellation
            watch.add(sock)
        return True

    def _started(self) -> _Watch:
        if self._watch is None:
            self._watch = self._given or (EpollWatch() if hasattr(select, "EPOLLRDHUP") else PeekWatch())
            self._thread = threading.Thread(target=self._run, args=(self._watch,), name="hang-ups", daemon=True)
            self._thread.start()
        return self._watch

    def _remove(self, sock: socket.socket) -> None:
        with self._lock:
            self._waiting.pop(sock.fileno(), None)
            if self._watch is not None and not self._closed:
                self._watch.remove(sock)

    def _run(self, watch: _Watch) -> None:
        while not self._closed:
            for number in watch.wait():
                with self._lock:
                    cancellation = self._waiting.pop(number, None)
                if cancellation is not None:
                    cancellation.cancel()
