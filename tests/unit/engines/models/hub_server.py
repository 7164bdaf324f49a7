"""A server that speaks as much of the hub's protocol as its client needs, with faults to order."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LFS_FROM = 200


@dataclass
class Repository:
    """Files at one commit; those of `LFS_FROM` bytes or more are kept by LFS, and served after a redirect."""

    files: dict[str, bytes]
    commit: str = COMMIT
    licence: str | None = "apache-2.0"
    gated: bool = False
    cut: dict[str, int] = field(default_factory=dict)
    cuts_left: int = 0
    altered: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    hold: threading.Event | None = None
    any_revision: bool = False


@dataclass(frozen=True)
class Asked:
    """One request that the server got."""

    path: str
    range: str | None
    token: str | None


@dataclass
class HubServer:
    """The address, the repositories by name, and every request so far."""

    endpoint: str
    repositories: dict[str, Repository]
    asked: list[Asked] = field(default_factory=list)
    page: bytes | None = None

    def ranges(self, path: str) -> list[str | None]:
        """The Range header of every request for the bytes of `path`, in order."""
        return [
            one.range for one in self.asked if one.path.endswith(f"/{path}") and not one.path.startswith("/resolve")
        ]


@contextmanager
def serve(repositories: dict[str, Repository]) -> Iterator[HubServer]:
    """A hub on a free port of the loopback."""

    class Handler(_Handler):
        hub: ClassVar[HubServer]

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Handler.hub = HubServer(f"http://127.0.0.1:{server.server_address[1]}", repositories)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Handler.hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: ClassVar[HubServer]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.hub.asked.append(Asked(path, self.headers.get("Range"), self.headers.get("Authorization")))
        if self.hub.page is not None:
            return self._whole(self.hub.page)
        parts = path.strip("/").split("/")
        if parts[:2] == ["api", "models"]:
            return self._info("/".join(parts[2:4]), "/".join(parts[5:]) or "main")
        if parts[0] == "cdn":
            return self._bytes("/".join(parts[1:3]), "/".join(parts[3:]))
        return self._resolve("/".join(parts[:2]), "/".join(parts[4:]))

    def _info(self, name: str, revision: str) -> None:
        found = self.hub.repositories.get(name)
        if found is None:
            return self._refuse(401, "RepoNotFound")
        if revision not in ("main", found.commit) and not found.any_revision:
            return self._refuse(404, "RevisionNotFound")
        card = {"license": found.licence} if found.licence else {}
        siblings = [_sibling(path, content) for path, content in found.files.items()]
        return self._json({"id": name, "modelId": name, "sha": found.commit, "cardData": card, "siblings": siblings})

    def _resolve(self, name: str, path: str) -> None:
        found = self.hub.repositories.get(name)
        if found is None:
            return self._refuse(404, "RepoNotFound")
        if found.gated and self.headers.get("Authorization") != "Bearer good":
            return self._refuse(403 if self.headers.get("Authorization") else 401, "GatedRepo")
        if path in found.missing:
            return self._refuse(404, "EntryNotFound")
        if len(found.files[path]) < LFS_FROM:
            return self._bytes(name, path)
        self.send_response(302)
        self.send_header("Location", f"/cdn/{name}/{path}")
        self.send_header("X-Repo-Commit", found.commit)
        self.send_header("X-Linked-Size", str(len(found.files[path])))
        self.send_header("X-Linked-Etag", f'"{hashlib.sha256(found.files[path]).hexdigest()}"')
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def _bytes(self, name: str, path: str) -> None:
        found = self.hub.repositories[name]
        content = found.files[path]
        if found.hold is not None:
            found.hold.wait(30)
        if path in found.altered:
            content = bytes([content[0] ^ 1]) + content[1:]
        asked = self.headers.get("Range")
        begin = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
        self.send_header("ETag", f'"{_git_sha1(content)}"')
        self.send_header("X-Repo-Commit", found.commit)
        self.send_header("Content-Length", str(len(content) - begin))
        self.end_headers()
        if found.cuts_left and path in found.cut:
            found.cuts_left -= 1
            self.wfile.write(content[begin : max(begin, found.cut[path])])
            self.close_connection = True
            return
        self.wfile.write(content[begin:])

    def _json(self, document: dict[str, object]) -> None:
        self._whole(json.dumps(document).encode())

    def _whole(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _refuse(self, status: int, code: str) -> None:
        self.send_response(status)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _sibling(path: str, content: bytes) -> dict[str, object]:
    entry: dict[str, object] = {"rfilename": path, "size": len(content), "blobId": _git_sha1(content)}
    if len(content) >= LFS_FROM:
        digest = hashlib.sha256(content).hexdigest()
        entry["lfs"] = {"size": len(content), "sha256": digest, "pointerSize": 130}
    return entry


def _git_sha1(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
