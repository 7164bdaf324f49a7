"""The real server over raw sockets: how requests may arrive, and clients that are slow on purpose."""

import json
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest

from tests.server import serving

CLOSE = b"Connection: close\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
LIMIT = 200_000


SETTINGS = {
    "NEWSBRIEFS_THREADS": "4",
    "NEWSBRIEFS_MAX_BODY_BYTES": str(LIMIT),
    "NEWSBRIEFS_DRAIN_SECONDS": "0",
}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server with room for few at once, which waits as long as a busy machine needs."""
    settings = {**SETTINGS, "NEWSBRIEFS_RECEIVE_SECONDS": "60"}
    with serving(tmp_path_factory.mktemp("server"), "tests.server:echo", **settings) as (base, _):
        yield int(base.rsplit(":", 1)[1])


@pytest.fixture
def impatient(tmp_path: Path) -> Iterator[int]:
    """One that waits for nobody."""
    settings = {**SETTINGS, "NEWSBRIEFS_RECEIVE_SECONDS": "3"}
    with serving(tmp_path, "tests.server:echo", **settings) as (base, _):
        yield int(base.rsplit(":", 1)[1])


def _connect(port: int) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port))
    client.settimeout(60)
    return client


def _read_all(client: socket.socket) -> bytes:
    parts = []
    while part := client.recv(65_536):
        parts.append(part)
    return b"".join(parts)


def _read_until(client: socket.socket, ending: bytes) -> bytes:
    said = b""
    while not said.endswith(ending):
        part = client.recv(65_536)
        assert part, said
        said += part
    return said


def _ask(port: int, *parts: bytes) -> bytes:
    """Everything that is said on a connection on which `parts` were sent, until the server closes it."""
    with _connect(port) as client:
        for part in parts:
            client.sendall(part)
        return _read_all(client)


def _statuses(said: bytes) -> list[int]:
    return [int(part[:3]) for part in said.split(b"HTTP/1.1 ")[1:]]


def _echoed(method: str, body: bytes) -> bytes:
    return f"{method} {len(body)} {sha256(body).hexdigest()[:8]}".encode()


def _post(body: bytes, *headers: bytes, version: bytes = b"1.1") -> bytes:
    length = b"Content-Length: %d\r\n" % len(body)
    return b"POST /echo HTTP/%s\r\nHost: a\r\n%s%s\r\n%s" % (version, length, b"".join(headers), body)


def _chunks(*chunks: bytes, headers: bytes = CLOSE) -> bytes:
    coded = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return b"POST /echo HTTP/1.1\r\nHost: a\r\n" + CHUNKED + headers + b"\r\n" + coded + b"0\r\n\r\n"


@pytest.mark.parametrize("size", [1, 3, 1_000_000])
@pytest.mark.parametrize(
    ("raw", "body"),
    [
        (_post(b"hello", CLOSE), b"hello"),
        (_post(b"", CLOSE), b""),
        (b"\r\n" + _post(b"hello", CLOSE), b"hello"),
        (_chunks(b"hel", b"lo"), b"hello"),
        (_chunks(b"x" * 4000).replace(b"0\r\n\r\n", b"0\r\nDigest: none\r\n\r\n"), b"x" * 4000),
        (_chunks(b"hello").replace(b"5\r\n", b"5;name=value\r\n"), b"hello"),
    ],
    ids=["length", "empty", "blank line before", "chunked", "trailer", "chunk extension"],
)
def test_a_request_may_come_in_any_pieces(port: int, raw: bytes, body: bytes, size: int) -> None:
    """However its bytes are cut, the application gets the same."""
    said = _ask(port, *(raw[at : at + size] for at in range(0, len(raw), size)))
    assert _statuses(said) == [200]
    assert said.endswith(_echoed("POST", body))


def test_requests_may_be_pipelined(port: int) -> None:
    """Three requests in one packet are answered in their order."""
    said = _ask(port, _post(b"one") + _chunks(b"two", headers=b"") + _post(b"three", CLOSE))
    assert _statuses(said) == [200] * 3
    assert [said.count(_echoed("POST", body)) for body in (b"one", b"two", b"three")] == [1, 1, 1]


@pytest.mark.parametrize("count", [1, 2, 500])
def test_health_may_be_pipelined(port: int, count: int) -> None:
    """However many are sent at once, each is answered."""
    alive = b"GET /livez HTTP/1.1\r\nHost: a\r\n"
    said = _ask(port, (alive + b"\r\n") * (count - 1) + alive + CLOSE + b"\r\n")
    assert _statuses(said) == [200] * count


def test_an_answer_that_fails_midway_ends_the_connection(port: int) -> None:
    """What was begun can't be taken back: the client sees that it is cut short, and the server goes on."""
    said = _ask(port, b"GET /broken HTTP/1.1\r\nHost: a\r\n\r\n")
    assert said.endswith(b"\r\n\r\nhalf")
    assert _statuses(_ask(port, _post(b"hello", CLOSE))) == [200]


def test_half_of_a_pipelined_request_waits_for_the_other_half(port: int) -> None:
    """What came with the request before is kept."""
    second = _post(b"second", CLOSE)
    with _connect(port) as client:
        client.sendall(_post(b"first") + second[:20])
        first = _read_until(client, _echoed("POST", b"first"))
        client.sendall(second[20:])
        assert (_statuses(first), _statuses(rest := _read_all(client))) == ([200], [200])
        assert rest.endswith(_echoed("POST", b"second"))


def test_a_connection_is_kept(port: int) -> None:
    """One after the other over one connection."""
    with _connect(port) as client:
        for _ in range(3):
            client.sendall(_post(b"again"))
            assert _statuses(_read_until(client, _echoed("POST", b"again"))) == [200]


def test_http_1_0_is_closed_unless_it_asks(port: int) -> None:
    """HTTP/1.0 has no kept connections by default."""
    said = _ask(port, _post(b"old", version=b"1.0"))
    assert said.startswith(b"HTTP/1.0 200 ")
    assert said.endswith(_echoed("POST", b"old"))


def test_head_has_no_body(port: int) -> None:
    """A HEAD request gets the head alone."""
    said = _ask(port, b"HEAD /livez HTTP/1.1\r\nHost: a\r\n" + CLOSE + b"\r\n")
    assert _statuses(said) == [200]
    assert said.endswith(b"\r\n\r\n")


def test_100_continue_is_said_once_before_the_body(port: int) -> None:
    """A client that waits for leave to send gets it, and then its answer."""
    raw = _post(b"hello", CLOSE, b"Expect: 100-continue\r\n")
    with _connect(port) as client:
        client.sendall(raw.removesuffix(b"hello"))
        assert client.recv(65_536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(b"hello")
        assert _statuses(said := _read_all(client)) == [200]
        assert said.endswith(_echoed("POST", b"hello"))


def test_100_continue_is_not_said_for_a_body_over_the_limit(port: int) -> None:
    """The answer comes without the body."""
    head = b"POST /unread HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9000000\r\n\r\n"
    with _connect(port) as client:
        client.sendall(head)
        assert _statuses(client.recv(65_536)) == [413]


def test_a_body_over_the_limit_is_answered_while_it_is_sent(port: int) -> None:
    """A client that sends everything before it reads still gets its answer, and the connection ends."""
    said = _ask(port, b"POST /unread HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 9_000_000)
    assert _statuses(said) == [413]
    assert b"Connection: close" in said


def test_a_body_without_length_that_goes_over_the_limit_is_handed_on(port: int) -> None:
    """The application sees that it is over the limit; the rest is not waited for."""
    said = _ask(port, _chunks(*[b"x" * 10_000] * 80).replace(b"/echo", b"/unread"))
    assert _statuses(said) == [413]


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET /livez HTTP/1.1\nHost: a\n\n", 400),
        (b"GET  HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\n" + CHUNKED + b"\r\n0\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: rot13\r\n\r\n0\r\n\r\n", 501),
        (b"POST / HTTP/1.1\r\nExpect: miracles\r\n\r\n", 417),
        (b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 65 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nA: " + b"b" * 9000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 20_000, 431),
        (b"POST /echo HTTP/1.1\r\n" + CHUNKED + b"\r\n" + b"1\r\nx\r\n" * 300_000, 413),
    ],
    ids=[
        "bare line feeds",
        "no target",
        "two hosts",
        "folding",
        "two lengths",
        "length and chunks",
        "unknown coding",
        "expectation",
        "long line",
        "many fields",
        "long field",
        "endless head",
        "more frame than body",
    ],
)
def test_what_is_not_http_gets_a_problem_document(port: int, raw: bytes, status: int) -> None:
    """Even what never reaches the application is answered as the contract says."""
    said = _ask(port, raw)
    head, _, body = said.partition(b"\r\n\r\n")
    assert _statuses(said) == [status]
    assert b"Content-Type: application/problem+json" in head
    assert json.loads(body)["status"] == status


def test_a_client_that_hangs_up_midway_is_forgotten(port: int) -> None:
    """Half a request is no request."""
    for _ in range(20):
        with _connect(port) as client:
            client.sendall(_post(b"hello")[:-3])
    assert _statuses(_ask(port, _post(b"hello", CLOSE))) == [200]


def _drip(clients: Sequence[socket.socket], enough: threading.Event) -> None:
    while not enough.wait(0.2):
        for client in clients:
            try:
                client.send(b"x")
            except OSError:
                continue


def test_slow_lorises_stop_nobody(impatient: int) -> None:
    """200 connections that drip their heads or bodies take no thread: others are served, and each gets a 408."""
    starts = [b"GET /livez HTTP/1.1\r\nX: ", b"POST /echo HTTP/1.1\r\nContent-Length: 9000\r\n\r\n"]
    with ExitStack() as stack:
        slow = [stack.enter_context(_connect(impatient)) for _ in range(200)]
        for number, client in enumerate(slow):
            client.sendall(starts[number % 2])
        enough = threading.Event()
        dripping = threading.Thread(target=_drip, args=(slow, enough))
        dripping.start()
        try:
            alive = _ask(impatient, b"GET /livez HTTP/1.1\r\nHost: a\r\n" + CLOSE + b"\r\n")
            served = [_statuses(_ask(impatient, _post(b"hello", CLOSE))) for _ in range(20)]
            ends = [_statuses(_read_all(client)) for client in slow]
        finally:
            enough.set()
            dripping.join()
    assert (_statuses(alive), served, ends) == ([200], [[200]] * 20, [[408]] * 200)


def test_a_client_that_does_not_read_is_given_up(impatient: int) -> None:
    """As many as there are threads ask for much and read nothing; who comes after them is served all the same."""
    with ExitStack() as stack:
        for _ in range(4):
            client = stack.enter_context(_connect(impatient))
            client.sendall(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        assert _statuses(_ask(impatient, _post(b"hello", CLOSE))) == [200]


def test_health_is_answered_while_every_thread_is_taken(port: int) -> None:
    """Requests that wait hold the threads; health has its own."""
    wait = b"GET /wait HTTP/1.1\r\nHost: a\r\n" + CLOSE + b"\r\n"
    with ExitStack() as stack:
        waiting = [stack.enter_context(_connect(port)) for _ in range(8)]
        for client in waiting:
            client.sendall(wait)
        alive = _ask(port, b"GET /livez HTTP/1.1\r\nHost: a\r\n" + CLOSE + b"\r\n")
        released = _ask(port, b"GET /livez?release HTTP/1.1\r\nHost: a\r\n" + CLOSE + b"\r\n")
        assert (_statuses(alive), _statuses(released)) == ([200], [200])
        assert [_statuses(_read_all(client)) for client in waiting] == [[200]] * 8
