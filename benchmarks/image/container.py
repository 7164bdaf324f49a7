"""A container without an engine: the image's root read-only, a user of its own, tmpfs where it may write."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER = 10001
_WAIT_SECONDS = 120.0
# Mounts live in a namespace of their own and end with it; tini is process 1 there, as in a container.
_ENTER = f"""
mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 125
mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t tmpfs tmpfs "$0/tmp" || exit 125
mount -t tmpfs -o uid={USER},gid={USER} tmpfs "$0/var/lib/newsbriefs" || exit 125
exec chroot --userspec={USER}:{USER} "$0" "$@"
"""


@contextmanager
def running(root: Path, command: list[str], environ: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The image unpacked at `root` running `command`; ended by SIGTERM, as an engine does."""
    inside = ["/usr/bin/env", "-i", *(f"{key}={value}" for key, value in environ.items()), *command]
    outside = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", _ENTER, str(root), *inside]
    with log.open("wb") as out:
        process = subprocess.Popen(outside, stdout=out, stderr=out)
        try:
            yield process
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> int:
    """End the container as `docker stop` does, and return its exit status."""
    if process.poll() is None:
        for child in _children(process.pid):
            os.kill(child, signal.SIGTERM)
    return process.wait(timeout=_WAIT_SECONDS)


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def seconds_until_ready(base: str, process: subprocess.Popen[bytes]) -> float:
    """How long until /readyz answers 200; raises where the container ends before."""
    began = time.monotonic()
    while time.monotonic() < began + _WAIT_SECONDS:
        if process.poll() is not None:
            raise RuntimeError(f"the container ended with {process.returncode}; see its log")
        try:
            with urllib.request.urlopen(f"{base}/readyz", timeout=5):
                return time.monotonic() - began
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"the container was not ready within {_WAIT_SECONDS:.0f} s")
