"""The probes of a worker: what they say, to whom, and a server that no client can hold."""

import http.client
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest
from flask.testing import FlaskClient

from service.bootstrap import Services
from service.config import Settings
from service.engines.base import LoadedEngines
from service.errors import ConfigError, EngineUnavailable
from service.stores.key_file import KeyFile
from service.web import probe_server
from service.web.probe_server import MOST_CONNECTIONS, ProbeServer
from service.web.probes import create_probes
from tests.redis_server import redis_server

PATIENCE = 60.0
Make = Callable[..., FlaskClient]


def _never() -> LoadedEngines:
    raise EngineUnavailable("no engine is installed here")


@contextmanager
def _services(**environ: str) -> Iterator[Services]:
    made = Services(Settings.from_env({f"NEWSBRIEFS_{name.upper()}": value for name, value in environ.items()}), _never)
    try:
        yield made
    finally:
        made.close()


def test_it_lives_while_engines_load() -> None:
    """It is ready later; until then each part says what it waits for."""
    with _services(jobs="off") as services:
        client = create_probes(services, list).test_client()
        assert (200, {"status": "ok"}) == (client.get("/livez").status_code, client.get("/livez").json)
        found = client.get("/readyz")
    parts = {part["name"]: part["status"] for part in found.get_json()["parts"]}
    assert (503, "unavailable") == (found.status_code, found.get_json()["status"])
    assert {"engines:auto": "loading", "store:cache": "ok", "worker": "ok"} == parts


def test_it_is_ready_with_engines_and_store(services: Services) -> None:
    """As the web is."""
    found = create_probes(services, list).test_client().get("/readyz")
    assert (200, "ok") == (found.status_code, found.get_json()["status"])


def test_a_thread_that_ended_is_told() -> None:
    """Neither alive nor ready, with the name of the thread."""
    with _services(jobs="off") as services:
        client = create_probes(services, lambda: ["the thread job-heartbeat has ended"]).test_client()
        alive, ready = client.get("/livez"), client.get("/readyz")
    assert (503, "application/problem+json") == (alive.status_code, alive.mimetype)
    assert "the thread job-heartbeat has ended" == alive.get_json()["detail"]
    assert {"name": "worker", "status": "failed", "detail": "the thread job-heartbeat has ended"} in (
        ready.get_json()["parts"]
    )


def test_it_is_not_ready_without_its_store(tmp_path: Path) -> None:
    """And alive all the same: to start it again brings no Redis back."""
    with redis_server(tmp_path) as server, _services(redis_url=str(server)) as services:
        client = create_probes(services, list).test_client()
        server.kill()
        states = {part["name"]: part["status"] for part in client.get("/readyz").get_json()["parts"]}
        assert ("failed", 200) == (states["store:jobs"], client.get("/livez").status_code)


def test_metrics_need_a_key_where_keys_are_needed(tmp_path: Path) -> None:
    """One with the scope, as in the web; probes need none."""
    keys = KeyFile(tmp_path / "keys.json")
    may, may_not = (
        keys.add(name, scopes=(scope,), rate=None, expires=None)[1]
        for name, scope in (("prometheus", "metrics"), ("desk", "jobs"))
    )
    with _services(jobs="off", keys="on", keys_file=str(keys.path)) as services:
        client = create_probes(services, list).test_client()
        statuses = [
            client.get("/metrics", headers={"Authorization": f"Bearer {key}"} if key else {}).status_code
            for key in (None, may_not, may)
        ]
        assert ([401, 403, 200], 200) == (statuses, client.get("/livez").status_code)
        text = client.get("/metrics", headers={"X-API-Key": may}).text
    assert 'newsbriefs_unauthorised_total{reason="scope"} 1.0' in text
    with _services(jobs="off", keys="on", keys_file=str(keys.path), metrics_open="true") as services:
        assert 200 == create_probes(services, list).test_client().get("/metrics").status_code


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/summarize", 404), ("POST", "/livez", 405)])
def test_nothing_else_is_served(method: str, path: str, status: int) -> None:
    """Problem documents, as everywhere."""
    with _services(jobs="off") as services:
        found = create_probes(services, list).test_client().open(path, method=method)
    assert (status, "application/problem+json") == (found.status_code, found.mimetype)
    assert found.headers["X-Request-ID"] == found.get_json()["request_id"]


@contextmanager
def _served(services: Services) -> Iterator[ProbeServer]:
    server = ProbeServer(create_probes(services, list), host="127.0.0.1", port=0)
    server.start()
    try:
        yield server
    finally:
        server.close()


def _get(port: int, path: str) -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()


def test_it_answers_over_a_socket_until_it_is_closed(capfd: pytest.CaptureFixture[str]) -> None:
    """Bytes that are no HTTP get a problem document; standard error hears nothing, and the port is free at the end."""
    with _services(jobs="off") as services, _served(services) as server:
        assert (200, b'{"status":"ok"}') == _get(server.port, "/livez")
        assert b"newsbriefs_build_info{" in _get(server.port, "/metrics")[1]
        with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as raw:
            raw.sendall(b"The ferry of Port Ellery sails\r\n\r\n")
            head, _, body = raw.makefile("rb").read().partition(b"\r\n\r\n")
        assert b"application/problem+json" in head
        assert 400 == json.loads(body)["status"]
        port = server.port
        server.close()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), PATIENCE)
    assert "" == capfd.readouterr().err


def test_clients_that_say_nothing_are_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """They may take every place for some seconds, and then there is room again."""
    monkeypatch.setattr(probe_server, "CONNECTION_SECONDS", 0.5)
    with _services(jobs="off") as services, _served(services) as server:
        silent = [socket.create_connection(("127.0.0.1", server.port), PATIENCE) for _ in range(MOST_CONNECTIONS + 4)]
        assert {b""} == {one.recv(1) for one in silent}
        for one in silent:
            one.close()
        assert _answers(server.port)


def _answers(port: int) -> bool:
    pause = Event()
    for _ in range(600):
        try:
            return _get(port, "/livez")[0] == 200
        except (OSError, http.client.HTTPException):
            pause.wait(0.1)
    return False


def test_a_port_that_is_taken_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while in which its owner may have ended."""
    monkeypatch.setattr(probe_server, "_BIND_SECONDS", 0.0)
    with _services(jobs="off") as services, _served(services) as server:
        app, said = create_probes(services, list), f"port {server.port} .* set NEWSBRIEFS_WORKER_PORT"
        with pytest.raises(ConfigError, match=said):
            ProbeServer(app, host="127.0.0.1", port=server.port)


def test_a_host_that_is_none_is_named() -> None:
    """And nothing asks the network for it again and again."""
    with _services(jobs="off") as services, pytest.raises(ConfigError, match="NEWSBRIEFS_HOST"):
        ProbeServer(create_probes(services, list), host="no such host", port=0)
