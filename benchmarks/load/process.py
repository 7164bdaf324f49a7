"""The service as a process of its own, and how much memory it and all it started hold."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """A ready service on a free port of the loopback: its address, and the process id of gunicorn's master."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {key: value for key, value in os.environ.items() if not key.startswith("NEWSBRIEFS_")}
    environ |= {"NEWSBRIEFS_LOG_LEVEL": "error", "NEWSBRIEFS_DATA": str(folder / "data"), **settings}
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environ, cwd=ROOT, stdout=log, stderr=log)
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}", process)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait()


def _wait_until_ready(base: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        if process.poll() is not None:
            raise RuntimeError("the service ended; see its log")
        try:
            with urllib.request.urlopen(f"{base}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the service was not ready within two minutes")


def tree_megabytes(pid: int) -> tuple[float, float]:
    """Resident memory of `pid` and all below it, and of its Python processes alone (without Apertium's)."""
    sizes = [(_resident(one), is_python(one)) for one in tree_of(pid)]
    return sum(size for size, _ in sizes), sum(size for size, python in sizes if python)


def tree_of(pid: int) -> list[int]:
    """`pid` and all below it."""
    pids = [pid]
    for one in pids:
        for path in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                pids += [int(child) for child in path.read_text("ascii").split()]
            except OSError:
                continue
    return pids


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGE_BYTES / 1e6
    except OSError:
        return 0.0


def is_python(pid: int) -> bool:
    """Whether it is one of Python's processes, gunicorn's among them."""
    try:
        name = Path(f"/proc/{pid}/comm").read_text("utf-8")
    except OSError:
        return False
    return "python" in name or "gunicorn" in name
