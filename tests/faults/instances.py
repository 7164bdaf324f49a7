"""Processes of the service that can be killed, stopped and started anew on the same port and folder."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.kit import SECRET, children, few_pairs, kill

ROOT = Path(__file__).parents[2]
_START_ATTEMPTS = 1200


def settings(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a service on few pairs, with its data in `folder` and callbacks to the loopback allowed."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NEWSBRIEFS_")}
    return {
        **kept,
        "NEWSBRIEFS_APERTIUM_MODES": few_pairs(folder),
        "NEWSBRIEFS_DATA": str(folder / "data"),
        "NEWSBRIEFS_CALLBACK_SECRET": SECRET,
        "NEWSBRIEFS_CALLBACK_ALLOW": "127.0.0.0/8",
        "NEWSBRIEFS_DRAIN_SECONDS": "1",
        "NEWSBRIEFS_DEFAULT_LANGUAGES": "es",
        "NEWSBRIEFS_PROFILE": "embedded",
        **more,
    }


class Instance:
    """One web service: gunicorn's master and its worker, on a port that stays the same over every start."""

    def __init__(self, folder: Path, **more: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self._environment = {**settings(folder, **more), "NEWSBRIEFS_PORT": str(self.port)}
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """Gunicorn's master."""
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Start it; it is not ready yet."""
        configuration = str(ROOT / "service" / "gunicorn.conf.py")
        command = [sys.executable, "-m", "gunicorn", "-c", configuration, "service.wsgi:app"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=self._environment, stdout=log, stderr=log)

    def wait(self) -> None:
        """Return once /readyz says 200."""
        waiting = threading.Event()
        for _ in range(_START_ATTEMPTS):
            assert self.process.poll() is None, (self.folder / "log").read_text()[-3000:]
            if self.ready():
                return
            waiting.wait(0.1)
        raise AssertionError((self.folder / "log").read_text()[-3000:])

    def ready(self) -> bool:
        """Whether /readyz says 200 now."""
        try:
            with urllib.request.urlopen(f"{self.base}/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def kill_worker(self) -> None:
        """`kill -9` of the process that works; the master starts another."""
        for pid in children(self.process.pid):
            kill(pid)

    def kill_all(self) -> None:
        """`kill -9` of master and worker, as when a machine loses its power."""
        workers = children(self.process.pid)
        self.process.kill()
        self.process.wait()
        for pid in workers:
            kill(pid)

    def stop(self) -> int:
        """SIGTERM, and the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=120)

    def end(self) -> None:
        """Whatever state it is in."""
        if self._process is not None and self._process.poll() is None:
            self.kill_all()


@contextmanager
def instance(folder: Path, **more: str) -> Iterator[Instance]:
    """A web service that is ready."""
    one = Instance(folder, **more)
    try:
        one.start()
        one.wait()
        yield one
    finally:
        one.end()


class Worker:
    """`newsbriefs worker`: the process that works on the jobs of a Redis."""

    def __init__(self, folder: Path, **more: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._environment = settings(folder, **more)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, as the leader of a group of its own: its children die with it."""
        command = [sys.executable, "-m", "service.cli", "worker"]
        with (self.folder / "worker.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        """`kill -9` of it and of every process it started."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> int:
        """SIGTERM, and the exit status."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=120)

    def end(self) -> None:
        """Whatever state it is in."""
        if self._process is not None and self._process.poll() is None:
            self.kill()

    def log(self) -> str:
        """The end of its log."""
        return (self.folder / "worker.log").read_text()[-3000:]


@contextmanager
def worker(folder: Path, **more: str) -> Iterator[Worker]:
    """A worker that was started; it takes jobs once its engines are loaded."""
    one = Worker(folder, **more)
    try:
        one.start()
        yield one
    finally:
        one.end()
