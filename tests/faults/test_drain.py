"""A service that is told to stop finishes what it has begun, and turns nobody away who has connected."""

import signal
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.server import drained, serving

LIVEZ = b"GET /livez HTTP/1.1\r\nHost: a\r\n\r\n"


@contextmanager
def _echoing(folder: Path, drain_seconds: float) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    settings = {"NEWSBRIEFS_DRAIN_SECONDS": str(drain_seconds), "NEWSBRIEFS_THREADS": "4"}
    with serving(folder, "tests.server:echo", **settings) as served:
        yield served


def _connect(base: str) -> socket.socket:
    host, _, port = base.removeprefix("http://").rpartition(":")
    client = socket.create_connection((host, int(port)))
    client.settimeout(60)
    return client


def _read_all(client: socket.socket) -> bytes:
    parts = []
    while part := client.recv(65_536):
        parts.append(part)
    return b"".join(parts)


def _ask(base: str, path: str) -> tuple[int, str]:
    """Status, and what the answer says of the connection."""
    with _connect(base) as client:
        client.sendall(LIVEZ.replace(b"/livez", path.encode()))
        head = client.recv(65_536).decode()
    kept = next(line for line in head.splitlines() if line.startswith("Connection: "))
    return int(head.split()[1]), kept.removeprefix("Connection: ")


def _stop(base: str, process: subprocess.Popen[bytes]) -> None:
    """Tell it to stop, and wait until its readiness says so."""
    process.send_signal(signal.SIGTERM)
    pause = threading.Event()
    while _ask(base, "/readyz")[0] != 503:
        pause.wait(0.02)


@contextmanager
def _waiting(base: str) -> Iterator[socket.socket]:
    """A client whose request is being worked on."""
    with _connect(base) as client:
        client.sendall(LIVEZ.replace(b"/livez", b"/wait"))
        assert _ask(base, "/waiting_is")[0] == 200
        yield client


@pytest.mark.apertium
def test_sigterm_drops_nothing(tmp_path: Path) -> None:
    """All callers that were under way are answered in full, and the process ends cleanly."""
    with serving(tmp_path) as (base, process):
        answers = drained(base, process, 6)
        assert [(200, ["ok"] * 4)] * 6 == answers
        assert 0 == process.wait(timeout=60)


def test_readiness_goes_first(tmp_path: Path) -> None:
    """After SIGTERM it says that it is not ready, goes on serving, and asks every client to connect elsewhere."""
    with _echoing(tmp_path, 60) as (base, process):
        assert _ask(base, "/livez") == (200, "keep-alive")
        _stop(base, process)
        assert [_ask(base, path) for path in ("/livez", "/readyz", "/echo")] == [
            (200, "close"),
            (503, "close"),
            (200, "close"),
        ]
        process.send_signal(signal.SIGTERM)
        assert 0 == process.wait(timeout=30)


def test_a_kept_connection_is_answered_while_it_drains(tmp_path: Path) -> None:
    """A client that has kept its connection is served on it once more, and told to close."""
    with _echoing(tmp_path, 60) as (base, process), _connect(base) as client:
        client.sendall(LIVEZ)
        assert b"Connection: keep-alive" in client.recv(65_536)
        _stop(base, process)
        client.sendall(LIVEZ)
        said = _read_all(client)
        assert b"Connection: close" in said
        assert said.endswith(b"alive")


def test_a_second_sigterm_ends_the_waiting_and_not_the_work(tmp_path: Path) -> None:
    """It no longer waits for load balancers, and finishes what runs."""
    with _echoing(tmp_path, 100) as (base, process), _waiting(base) as client:
        _stop(base, process)
        process.send_signal(signal.SIGTERM)
        pause = threading.Event()
        while _takes_connections(base):
            pause.wait(0.05)
        assert process.poll() is None
        _release(tmp_path)
        assert _read_all(client).endswith(b"waited")
        assert 0 == process.wait(timeout=30)


def _takes_connections(base: str) -> bool:
    try:
        with _connect(base):
            return True
    except ConnectionRefusedError:
        return False


def _release(folder: Path) -> None:
    (folder / "release").touch()


def test_whoever_has_connected_is_served(tmp_path: Path) -> None:
    """A connection that has sent nothing yet when the service stops is served as well, and none is reset."""
    with ExitStack() as stack:
        base, process = stack.enter_context(_echoing(tmp_path, 0))
        clients = [stack.enter_context(_connect(base)) for _ in range(50)]
        process.send_signal(signal.SIGTERM)
        for client in clients:
            client.sendall(LIVEZ)
        assert [_read_all(client).endswith(b"alive") for client in clients] == [True] * 50
        assert 0 == process.wait(timeout=30)


def test_callers_over_new_connections_are_served_or_refused(tmp_path: Path) -> None:
    """Under load each call is either answered, or its connection refused, so that a load balancer tries the next."""
    outcomes: list[str] = []
    begun = threading.Event()

    def call(base: str) -> None:
        while True:
            try:
                with urllib.request.urlopen(f"{base}/livez", timeout=60) as answer:
                    outcomes.append(answer.read().decode())
            except urllib.error.URLError as error:
                outcomes.append(type(error.reason).__name__)
                return
            except OSError as error:
                outcomes.append(type(error).__name__)
                return
            begun.set()

    with _echoing(tmp_path, 0.5) as (base, process):
        callers = [threading.Thread(target=call, args=(base,)) for _ in range(8)]
        for caller in callers:
            caller.start()
        assert begun.wait(30)
        process.send_signal(signal.SIGTERM)
        for caller in callers:
            caller.join()
        assert 0 == process.wait(timeout=30)
    assert set(outcomes) == {"alive", "ConnectionRefusedError"}


def test_sigquit_ends_at_once(tmp_path: Path) -> None:
    """Nothing is waited for."""
    with _echoing(tmp_path, 100) as (base, process), _waiting(base):
        process.send_signal(signal.SIGQUIT)
        _release(tmp_path)
        assert 0 == process.wait(timeout=30)
