"""A Kubernetes API on the loopback, for the commands of our documents to be run against by the real kubectl.

It holds objects, validates them by Kubernetes' published schemas and by the rules of kube_rules.py, and merges patches
as the API does. Controllers make replica sets, pods, revisions and statuses at once after each change. Nothing is
scheduled, pulled or run: a pod is an object whose status says ready as soon as the Secrets, ConfigMaps, claims and
service account it names exist. There are no logs, no exec, no port-forward, no metrics, no permissions, no admission
by Pod Security, no tables, and server-side apply knows no conflicts.
"""

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import yaml

from .kube_objects import Objects, Route
from .kube_protobuf import MAGIC, decoded
from .kube_resources import discovery, find
from .kube_schemas import VERSION
from .kube_store import Object, Refused, Store

_SERVER_VERSION = {"major": "1", "minor": VERSION.split(".")[1], "gitVersion": f"v{VERSION}", "platform": "linux/amd64"}

# An empty document (`swagger`, `info`, `paths`) in protobuf: kubectl asks for it where version 3 does not name a kind.
_NO_OPENAPI_V2 = b"\x0a\x032.0\x12\x0f\x0a\x0aKubernetes\x12\x01\x31\x42\x00"


@contextmanager
def kubernetes_api() -> Iterator[str]:
    """An empty cluster with the namespaces `default` and `monitoring`; yields its address."""
    store = Store()
    objects = Objects(store)
    for name in ("default", "monitoring"):
        namespace = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}}
        objects.create(Route.of("api/v1", "namespaces"), namespace, {})

    class Bound(_Handler):
        served = objects

    server = _Server(("127.0.0.1", 0), Bound)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        store.close()
        server.shutdown()
        server.server_close()
        thread.join()


def kubeconfig(address: str, namespace: str = "default") -> str:
    """The text of a kubeconfig for it."""
    context = {"cluster": "local", "user": "local", "namespace": namespace}
    document = {
        "apiVersion": "v1", "kind": "Config", "current-context": "local",
        "clusters": [{"name": "local", "cluster": {"server": address}}],
        "contexts": [{"name": "local", "context": context}],
        "users": [{"name": "local", "user": {}}],
    }  # fmt: skip
    return yaml.safe_dump(document)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hangs up in the middle is nobody's error."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    served: Objects
    protocol_version = "HTTP/1.1"
    # Headers and body in one segment: two would wait for each other.
    disable_nagle_algorithm = True
    wbufsize = -1

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""

    def do_GET(self) -> None:
        """Discovery, one object, a list, or a watch."""
        path = urlsplit(self.path).path.strip("/")
        if path in ("livez", "readyz", "healthz"):
            return self._send(200, b"ok", "text/plain")
        if path == "openapi/v2":
            return self._send(200, _NO_OPENAPI_V2, "application/com.github.proto-openapi.spec.v2.v1.0+protobuf")
        told = _SERVER_VERSION if path == "version" else discovery(path)
        if told is not None:
            return self._answer(200, told)
        return self._handle("GET")

    def do_POST(self) -> None:
        """Create."""
        self._handle("POST")

    def do_PUT(self) -> None:
        """Replace."""
        self._handle("PUT")

    def do_PATCH(self) -> None:
        """Change."""
        self._handle("PATCH")

    def do_DELETE(self) -> None:
        """Delete."""
        self._handle("DELETE")

    def _handle(self, method: str) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        try:
            route = _route(parts.path)
            if method == "GET" and query.get("watch") in ("1", "true"):
                return self._watch(route, query)
            code, document, warnings = self._act(method, route, raw, query)
        except Refused as refused:
            return self._answer(refused.code, refused.status())
        return self._answer(code, document, warnings)

    def _act(self, method: str, route: Route, raw: bytes, query: dict[str, str]) -> tuple[int, Object, list[str]]:
        if method == "GET":
            return 200, self.served.get(route) if route.name else self.served.list(route, query), []
        if method == "DELETE":
            return 200, self.served.delete(route, query), []
        document = _read(raw)
        if method == "POST":
            return 201, *self.served.create(route, document, query)
        if method == "PUT":
            return 200, *self.served.replace(route, document, query)
        kind = self.headers["Content-Type"].split(";")[0]
        return 200, *self.served.patch(route, kind, document, query)

    def _watch(self, route: Route, query: dict[str, str]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.flush()
        try:
            for event in self.served.watch(route, query):
                line = json.dumps(event).encode() + b"\n"
                self.wfile.write(f"{len(line):x}\r\n".encode() + line + b"\r\n")
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _answer(self, code: int, document: Any, warnings: list[str] = []) -> None:  # noqa: B006
        self._send(code, json.dumps(document).encode(), "application/json", warnings)

    def _send(self, code: int, body: bytes, kind: str, warnings: list[str] = []) -> None:  # noqa: B006
        self.send_response(code)
        for warning in warnings:
            self.send_header("Warning", f'299 - "{warning}"')
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _read(raw: bytes) -> Any:
    if raw.startswith(MAGIC):
        return decoded(raw)
    return json.loads(raw) if raw[:1] in (b"{", b"[") else yaml.safe_load(raw)


def _route(path: str) -> Route:
    parts = [unquote(part) for part in path.strip("/").split("/")]
    head = 2 if parts[0] == "api" else 3
    prefix, rest = "/".join(parts[:head]), parts[head:]
    namespace = ""
    if rest[:1] == ["namespaces"] and len(rest) > 2 and rest[2] not in ("status", "finalize"):
        namespace, rest = rest[1], rest[2:]
    resource = find(prefix, rest[0]) if rest else None
    if resource is None or len(rest) > 3:
        raise Refused(404, "NotFound", "the server could not find the requested resource")
    name, part = [*rest[1:], "", ""][:2]
    return Route(resource, namespace, name, part)
