"""A real redis-server for tests: started on a free port of the loopback, killed, frozen and started again at will."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP

from redis import Redis
from redis.exceptions import AuthenticationError, RedisError

_START_ATTEMPTS = 300
_START_SECONDS = 60.0


class RedisServer(str):
    """The URL of a running redis-server (it is a `str`, so it can be handed on as one), and power over its process."""

    folder: Path
    port: int
    _arguments: tuple[str, ...]
    _process: subprocess.Popen[bytes]

    @classmethod
    def started(cls, folder: Path, *arguments: str) -> "RedisServer":
        """Start a server whose files lie in `folder`; `arguments` override the ones that keep nothing on disk."""
        port = _free_port()
        server = cls(f"redis://127.0.0.1:{port}/0")
        server.folder, server.port, server._arguments = folder, port, arguments
        server.restart()
        return server

    def restart(self) -> None:
        """Start the process on the same port (again); with `--appendonly yes` it finds its data as it left it."""
        # Nothing is saved unless the test says so: its arguments come last, and the last one holds.
        given = ["--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder)]
        defaults = ["--save", "", "--appendonly", "no", "--daemonize", "no", "--logfile", "redis.log"]
        self._process = subprocess.Popen(["redis-server", *given, *defaults, *self._arguments])
        self._wait()

    def kill(self) -> None:
        """End the process as a crash does, at once; its port refuses from then on."""
        self._process.send_signal(SIGKILL)
        self._process.wait()

    def freeze(self) -> None:
        """Stop the process (SIGSTOP): connections are taken by the kernel, and nothing is ever answered."""
        self._process.send_signal(SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen process go on."""
        self._process.send_signal(SIGCONT)

    def client(self) -> "Redis":
        """A client of its own for the test to look and to meddle with; close it, or use it with `closing`."""
        return Redis.from_url(str(self), socket_timeout=_START_SECONDS)

    def end(self) -> None:
        """End the process in whatever state it is in, killed before or frozen."""
        if self._process.poll() is None:
            self.kill()

    def _wait(self) -> None:
        # Connecting is the only way to learn that it listens: the wait is the kernel's refusal plus a blocked wait for
        # the process, which returns early where it died.
        for _ in range(_START_ATTEMPTS):
            if self._answers():
                return
            try:
                self._process.wait(_START_SECONDS / _START_ATTEMPTS)
            except subprocess.TimeoutExpired:
                continue
            break
        self.end()
        log = self.folder / "redis.log"
        raise RuntimeError(f"redis-server did not start: {log.read_text() if log.exists() else 'no log'}")

    def _answers(self) -> bool:
        try:
            with closing(self.client()) as client:
                return bool(client.ping())
        except AuthenticationError:
            return True
        except RedisError:
            return False


@contextmanager
def redis_server(folder: Path, *arguments: str) -> Iterator[RedisServer]:
    """A running redis-server for the length of the block, its URL as a `str` that can also kill and freeze it.

    `arguments` are its command line options, such as `"--maxmemory", "2mb"` or `"--appendonly", "yes"`. By default it
    writes nothing to disk.
    """
    server = RedisServer.started(folder, *arguments)
    try:
        yield server
    finally:
        server.end()


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
