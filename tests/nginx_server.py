"""Debian's nginx as a load balancer in front of instances of the service, with the configuration that is shipped.

A plain process, no root, all in one folder. `deploy/nginx.conf` is run as it is, but for addresses, ports and paths.
Instances that are gone are passed over and come back by themselves; nginx is never told.
"""

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

PROGRAM = shutil.which("nginx") or "/usr/sbin/nginx"
SHIPPED = Path(__file__).parents[1] / "deploy" / "nginx.conf"


@contextmanager
def nginx_server(folder: Path, ports: Sequence[int], *, more: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of an nginx in front of instances on these ports of the loopback.

    It logs to `access.log` in `folder`; `more` is replaced in the shipped configuration too.
    """
    folder.mkdir(exist_ok=True)
    port, health = _free_ports()
    configuration = folder / "nginx.conf"
    configuration.write_text(configured(folder, port, health, ports, more=more), encoding="utf-8")
    process = subprocess.Popen(_command(folder, configuration))
    try:
        _wait_until_listening(port, process, folder)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def configured(
    folder: Path, port: int, health: int, ports: Sequence[int], *, more: Mapping[str, str] | None = None
) -> str:
    """The shipped configuration with the addresses, ports and paths of a test."""
    servers = " ".join(f"server 127.0.0.1:{one} max_fails=0;" for one in ports)
    replaced = {
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "listen 127.0.0.1:8081;": f"listen 127.0.0.1:{health};",
        # Debian's nginx is older than `resolve`; what is left of this line is what is tested.
        "server web:8000 resolve max_fails=0;": servers,
        "error_log stderr warn;": f"error_log {folder}/error.log warn;",
        "access_log /dev/stdout requests;": f"access_log {folder}/access.log requests;",
        "pid /tmp/nginx.pid;": f"pid {folder}/nginx.pid;",
        **{f"_path /tmp/{kind};": f"_path {folder}/{kind};" for kind in ("body", "proxy", "fastcgi", "uwsgi", "scgi")},
        **(more or {}),
    }
    text = SHIPPED.read_text("utf-8")
    for old, new in replaced.items():
        if text.count(old) != 1:
            raise ValueError(f"{SHIPPED} holds {text.count(old)} times what the tests replace: {old}")
        text = text.replace(old, new)
    return text


def accepted(folder: Path) -> str:
    """What `nginx -t` says of the shipped configuration; raises CalledProcessError where it refuses."""
    configuration = folder / "nginx.conf"
    configuration.write_text(configured(folder, *_free_ports(), [1, 2]), encoding="utf-8")
    command = [*_command(folder, configuration), "-t"]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout


def _command(folder: Path, configuration: Path) -> list[str]:
    # Started by root its workers would be somebody else, to whom the folders of tests are closed.
    as_root = ["-g", "user root;"] if os.geteuid() == 0 else []
    return [PROGRAM, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration), *as_root]


def _free_ports() -> tuple[int, int]:
    with closing(socket.socket()) as one, closing(socket.socket()) as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _wait_until_listening(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    waiting = threading.Event()
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            with closing(socket.create_connection(("127.0.0.1", port), timeout=5)):
                return
        except OSError:
            waiting.wait(0.1)
    raise RuntimeError(f"nginx did not start: {(folder / 'error.log').read_text()}")
