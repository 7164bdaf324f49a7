"""The real server: gunicorn with its configuration file, over a socket."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TEXT = "The council met on Monday. It approved the new tram line by 21 votes to 9."
ROOT = Path(__file__).parents[3]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`newsbriefs serve` on a free port of the loopback."""
    port = _free_port()
    command = [sys.executable, "-m", "service.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        # The first line is the news that the engines are loaded.
        assert json.loads(process.stdout.readline())["event"] == "engines_loaded"
        yield process, port
    finally:
        process.kill()
        process.communicate()


def _call(port: int, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_an_article_over_a_socket(server: tuple[subprocess.Popen[bytes], int]) -> None:
    """The whole stack answers."""
    body = json.dumps({"text": TEXT, "languages": ["en"]}).encode()
    status, raw = _call(server[1], "POST", "/summarize", body, **{"Content-Type": "application/json"})
    assert (status, json.loads(raw)["briefs"][0]["text"]) == (200, TEXT)


def test_a_chunked_body_over_the_limit_is_413(server: tuple[subprocess.Popen[bytes], int]) -> None:
    """A body without a length is counted as it comes in."""
    connection = http.client.HTTPConnection("127.0.0.1", server[1], timeout=30)
    chunks = (b"x" * 65_536 for _ in range(80))
    connection.request("POST", "/summarize", chunks, {"Content-Type": "application/json"}, encode_chunked=True)
    answer = connection.getresponse()
    document = json.loads(answer.read())
    connection.close()
    said = "the body is more than the limit of 4194304 bytes; send the article in parts"
    assert (answer.status, document["detail"]) == (413, said)


def test_sigterm_ends_it_and_its_log_holds_no_article(server: tuple[subprocess.Popen[bytes], int]) -> None:
    """It stops when told to; every line it logged is JSON without a word of the article."""
    process, _ = server
    process.send_signal(signal.SIGTERM)
    output, _ = process.communicate(timeout=30)
    lines = [json.loads(line) for line in output.decode().splitlines()]
    assert process.returncode == 0
    assert {line["event"] for line in lines} == {"request", "draining"}
    assert "council" not in output.decode()
