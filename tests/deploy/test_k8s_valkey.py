"""The Valkey of the cluster, started by the command of its container; Debian's redis-server reads its configuration."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from service.jobs.redis_store import RedisJobs
from service.stores.redis_link import open_redis
from tests.faults.kit import eventually

from .rendered import Manifests, manifests

pytestmark = pytest.mark.kubectl

_PASSWORD = "0123456789abcdef" * 4


@dataclass
class Pod:
    """A running server, and what its container would find."""

    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        """The address that k8s/README.md makes out of the password."""
        return f"redis://:{_PASSWORD}@127.0.0.1:{self.port}/0"

    def probe(self, found: Manifests, name: str) -> int:
        """The exit status of one of its probes."""
        command = found.workload("valkey").container[name]["exec"]["command"]
        return subprocess.run(_placed(self.folder, command), env=_environment(self.folder), timeout=30).returncode


def _placed(folder: Path, command: list[str]) -> list[str]:
    return [text.replace("/etc/valkey-secret", str(folder)).replace("/etc/valkey", str(folder)) for text in command]


def _environment(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def found() -> Manifests:
    """What is rendered."""
    return manifests("cluster")


@pytest.fixture(scope="module")
def pod(found: Manifests, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pod]:
    """The server, from its own command, configuration and password file; only port and folders are others."""
    folder, port = tmp_path_factory.mktemp("valkey"), _free_port()
    config = found.one("ConfigMap", "newsbriefs-valkey")["data"]["valkey.conf"]
    config = config.replace("port 6379", f"port {port}").replace("dir /data", f"dir {folder}")
    (folder / "valkey.conf").write_text(config.replace("bind * -::*", "bind 127.0.0.1"), encoding="utf-8")
    (folder / "password").write_text(_PASSWORD, encoding="utf-8")
    (folder / "bin").mkdir()
    for name, program in (("valkey-server", "redis-server"), ("valkey-cli", f"redis-cli -p {port}")):
        (folder / "bin" / name).write_text(f'#!/bin/sh\nexec {program} "$@"\n', encoding="utf-8")
        (folder / "bin" / name).chmod(0o755)
    command = _placed(folder, found.workload("valkey").container["command"])
    process = subprocess.Popen(command, env=_environment(folder), stdout=subprocess.DEVNULL)
    try:
        running = Pod(folder, port, process)
        assert eventually(lambda: running.probe(found, "startupProbe") == 0, seconds=30)
        yield running
    finally:
        process.terminate()
        process.wait(30)


def test_the_probes_tell_a_server_with_the_password(pod: Pod, found: Manifests) -> None:
    """Ready with the password of the file; not ready with another, and alive all the same."""
    (pod.folder / "password").write_text("another", encoding="utf-8")
    refused = {name: pod.probe(found, name) == 0 for name in ("livenessProbe", "readinessProbe")}
    (pod.folder / "password").write_text(_PASSWORD, encoding="utf-8")
    taken = {name: pod.probe(found, name) == 0 for name in ("livenessProbe", "readinessProbe")}
    assert (refused, taken) == (
        {"livenessProbe": True, "readinessProbe": False},
        {"livenessProbe": True, "readinessProbe": True},
    )


def test_the_password_stands_in_no_argument(pod: Pod) -> None:
    """The first process of the container is the server itself, and shows no password to the node."""
    shown = Path(f"/proc/{pod.process.pid}/cmdline").read_bytes()
    assert (b"redis-server" in shown, _PASSWORD.encode() in shown) == (True, False)


def test_nobody_is_served_without_the_password(pod: Pod) -> None:
    """A client without it may do nothing."""
    asked = subprocess.run(["redis-cli", "-p", str(pod.port), "info"], capture_output=True, text=True, timeout=30)
    assert asked.stdout.strip() == "NOAUTH Authentication required."


def test_the_service_finds_nothing_amiss_with_it(pod: Pod) -> None:
    """What /readyz tells an operator about the store of jobs is nothing, once a worker is there."""
    with closing(open_redis(pod.url, timeout_seconds=30.0)) as client:
        store = RedisJobs(client, most_waiting=10, retention_seconds=60.0)
        store.announce()
        assert (store.detail(), client.config_get("appendfsync")) == (None, {"appendfsync": "always"})


def test_it_ends_as_it_is_told_and_keeps_what_it_was_given(pod: Pod, found: Manifests) -> None:
    """SIGTERM ends it with 0, and the next one reads its log of commands."""
    with closing(open_redis(pod.url, timeout_seconds=30.0)) as client:
        client.set("kept", "yes")
    pod.process.terminate()
    ended = pod.process.wait(30)
    command = _placed(pod.folder, found.workload("valkey").container["command"])
    pod.process = subprocess.Popen(command, env=_environment(pod.folder), stdout=subprocess.DEVNULL)
    try:
        assert eventually(lambda: pod.probe(found, "readinessProbe") == 0, seconds=30)
        with closing(open_redis(pod.url, timeout_seconds=30.0)) as client:
            assert (ended, client.get("kept")) == (0, b"yes")
    finally:
        pod.process.terminate()
        pod.process.wait(30)
