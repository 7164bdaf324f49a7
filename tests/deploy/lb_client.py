"""Callers of the load balancer: from an address of the loopback of their own, byte by byte, and what it logged."""

import json
import socket
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2

from service.web.problems import problem_type
from tests.faults.kit import eventually


def client(base: str, *, source: str | None = None) -> httpx2.Client:
    """A client that keeps its connections, calling from `source`."""
    transport = httpx2.HTTPTransport(local_address=source, retries=0)
    return httpx2.Client(base_url=base, transport=transport, timeout=60.0, trust_env=False)


def raw(base: str, sent: bytes, *, half_close_when: Callable[[], bool] | None = None) -> bytes:
    """What comes back for these bytes, until the other side closes; our half is closed once it is true."""
    address = urlsplit(base)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(sent)
        if half_close_when is not None and eventually(half_close_when, seconds=10):
            connection.shutdown(socket.SHUT_WR)
        received = b""
        while data := connection.recv(65536):
            received += data
        return received


def problem(answer: httpx2.Response) -> dict[str, Any]:
    """The problem document of nginx's own answer, whose parts agree with each other and with the service's form."""
    document: dict[str, Any] = answer.json()
    phrase = HTTPStatus(answer.status_code).phrase
    assert "application/problem+json" == answer.headers["Content-Type"]
    assert ["type", "title", "status", "detail", "errors", "request_id"] == list(document)
    assert [problem_type(phrase), phrase, answer.status_code] == [
        document[name] for name in ("type", "title", "status")
    ]
    assert [] == document["errors"]
    assert answer.headers["X-Request-ID"] == document["request_id"]
    return document


def logged(folder: Path) -> list[dict[str, Any]]:
    """The lines of nginx's access log."""
    return [json.loads(line) for line in (folder / "access.log").read_text("utf-8").splitlines()]
