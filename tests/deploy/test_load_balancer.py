"""nginx as it is shipped, in front of upstreams of our own that break what can break: what it repeats, and what not."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from service.config import Settings
from tests.deploy.lb_client import client, logged, problem, raw
from tests.deploy.lb_upstream import (
    STREAM_HEAD,
    Act,
    Line,
    Received,
    Script,
    answer,
    chunk,
    close,
    refusing,
    silent,
    upstreams,
)
from tests.faults.kit import eventually
from tests.nginx_server import nginx_server

KEYED = {"Idempotency-Key": "vell-1"}
FULL = answer("503 Service Unavailable", b'{"detail": "full"}', Retry_After="7")
OK = answer(body=b'{"ok": true}')
MEBIBYTE = 1024 * 1024


@contextmanager
def _front(folder: Path, *acts: Act, count: int = 2) -> Iterator[tuple[httpx2.Client, Script]]:
    """A client of an nginx in front of upstreams that follow these acts."""
    script = Script(acts)
    with (
        upstreams(script, count=count) as ports,
        nginx_server(folder / "nginx", ports) as base,
        client(base) as caller,
    ):
        yield caller, script


@pytest.mark.parametrize("broken", [close, FULL], ids=["closes", "503"])
@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [("POST", "/summarize", {}), ("POST", "/jobs", KEYED), ("GET", "/languages", {}), ("DELETE", "/jobs/1", {})],
    ids=["summarize", "keyed job", "get", "delete"],
)
def test_what_is_safe_to_repeat_goes_to_another_instance(
    tmp_path: Path, broken: Act, method: str, path: str, headers: dict[str, str]
) -> None:
    """An instance that takes the request and dies, or says 503, costs the caller nothing; the body is sent whole."""
    with _front(tmp_path, broken, OK) as (caller, script):
        given = caller.request(method, path, headers=headers, content=b"x" * 200_000)
        assert (200, {"ok": True}) == (given.status_code, given.json())
        assert 2 == len({one.port for one in script.received})
        assert [(method, path, 200_000)] * 2 == [(one.method, one.path, len(one.body)) for one in script.received]


@pytest.mark.parametrize("path", ["/jobs", "/elsewhere"])
def test_another_post_is_never_sent_twice(tmp_path: Path, path: str) -> None:
    """A job without an Idempotency-Key might be made twice: the caller hears of it and decides."""
    with _front(tmp_path, close, FULL, OK) as (caller, script):
        lost = caller.post(path, json={})
        assert (502, "2") == (lost.status_code, lost.headers["Retry-After"])
        problem(lost)
        refused = caller.post(path, json={})
        assert (503, "7", {"detail": "full"}) == (refused.status_code, refused.headers["Retry-After"], refused.json())
        assert 2 == len(script.received)
        assert 200 == caller.post(path, json={}, headers={"Idempotency-Key": ""}).status_code


def test_whatever_was_not_sent_goes_elsewhere(tmp_path: Path) -> None:
    """A connection that is refused is passed over, for a job without a key too: nobody has seen a byte of it."""
    script = Script([OK])
    with (
        refusing() as gone,
        upstreams(script, count=1) as ports,
        nginx_server(tmp_path / "nginx", [gone, *ports]) as base,
        client(base) as caller,
    ):
        asked = [("/jobs", {}), ("/jobs", KEYED), ("/summarize", {})] * 2
        assert [200] * 6 == [caller.post(path, json={}, headers=headers).status_code for path, headers in asked]
        assert 6 == len(script.received)
        assert any("," in line["upstream"] for line in logged(tmp_path / "nginx"))


@pytest.mark.parametrize(("path", "headers"), [("/summarize", {}), ("/jobs", KEYED)], ids=["summarize", "keyed job"])
def test_there_is_an_end_to_trying(tmp_path: Path, path: str, headers: dict[str, str]) -> None:
    """Three tries and no more; the last instance's own refusal reaches the caller as it is."""
    with _front(tmp_path, close, close, close, FULL, count=4) as (caller, script):
        lost = caller.post(path, json={}, headers=headers)
        assert (502, "2", 3) == (lost.status_code, lost.headers["Retry-After"], len(script.received))
        problem(lost)
        refused = caller.post(path, json={}, headers=headers)
        assert (503, "7", 6) == (refused.status_code, refused.headers["Retry-After"], len(script.received))
        assert {"detail": "full"} == refused.json()


def test_a_stream_that_broke_is_not_begun_again(tmp_path: Path) -> None:
    """What was told can't be taken back: the caller sees the stream break, and no second instance is asked."""

    def breaks(_: Received, line: Line) -> bool:
        line.send(STREAM_HEAD + chunk("event: source\n\n"))
        return False

    with _front(tmp_path, breaks) as (caller, script):
        with caller.stream("POST", "/summarize", json={}) as given:
            assert 200 == given.status_code
            with pytest.raises(httpx2.RemoteProtocolError):
                given.read()
        assert 1 == len(script.received)


@pytest.mark.parametrize("chunked", [True, False])
def test_an_event_is_passed_on_before_the_next_one_exists(tmp_path: Path, chunked: bool) -> None:
    """The upstream makes its second event only after the caller has read the first.

    nginx passes chunks on in any case; without them, only X-Accel-Buffering keeps it from filling a buffer first.
    """
    read, order = threading.Event(), []
    head = STREAM_HEAD if chunked else STREAM_HEAD.replace(b"Transfer-Encoding: chunked", b"Connection: close")

    def event(text: str) -> bytes:
        return chunk(text) if chunked else text.encode()

    def streams(_: Received, line: Line) -> bool:
        line.send(head + event("event: source\n\n"))
        order.append("passed on" if read.wait(5) else "held back")
        line.send(event("event: done\n\n") + event(""))
        return chunked

    with (
        _front(tmp_path, streams) as (caller, _),
        caller.stream("POST", "/summarize", json={}, headers={"Accept-Encoding": "gzip"}) as given,
    ):
        lines = given.iter_lines()
        assert "event: source" == next(lines)
        read.set()
        assert ["event: done"] == [line for line in lines if line]
        assert ["passed on"] == order
        # Told on, for a proxy in front of this one; and nothing is packed.
        assert "no" == given.headers["X-Accel-Buffering"]
        assert "Content-Encoding" not in given.headers


def test_connections_are_kept_on_both_sides(tmp_path: Path) -> None:
    """Sixty requests of one caller are one connection to nginx, and one of nginx's to the instance."""
    with _front(tmp_path, OK, count=1) as (caller, script):
        assert {200} == {caller.post("/summarize", json={}).status_code for _ in range(60)}
        assert (60, 1) == (len(script.received), script.connections)
        assert eventually(lambda: len(logged(tmp_path / "nginx")) == 60)
        log = logged(tmp_path / "nginx")
        assert 1 == len({line["connection"] for line in log})
        assert list(range(1, 61)) == [line["connection_requests"] for line in log]


def test_a_caller_that_hangs_up_is_worked_for_no_more(tmp_path: Path) -> None:
    """Whether it closes its connection or its sending half, the instance sees its connection end."""
    ended: list[bool] = []

    def waits(_: Received, line: Line) -> bool:
        ended.append(line.ends(seconds=10))
        return False

    with _front(tmp_path, waits) as (caller, script):
        head = b"GET /languages HTTP/1.1\r\nHost: test\r\n\r\n"
        assert b"" == raw(str(caller.base_url), head, half_close_when=lambda: len(script.received) == 1)
        with pytest.raises(httpx2.ReadTimeout):
            caller.get("/languages", timeout=0.3)
        assert eventually(lambda: len(ended) == 2, seconds=20)
        assert ([True, True], 2) == (ended, len(script.received))


def test_a_body_may_be_as_large_as_the_setting_says(tmp_path: Path) -> None:
    """A byte more is 413 as a problem document, also of unknown length; the instance sees none of it."""
    limit = Settings().max_body_bytes
    with _front(tmp_path, OK) as (caller, script):
        assert 200 == caller.post("/summarize", content=b"x" * limit).status_code
        assert [limit] == [len(one.body) for one in script.received]
        over: list[Any] = [b"x" * (limit + 1), (b"x" * MEBIBYTE for _ in range(5))]
        for content in over:
            refused = caller.post("/summarize", content=content)
            assert 413 == refused.status_code
            problem(refused)
        assert 1 == len(script.received)


def test_what_nginx_refuses_is_a_problem_document(tmp_path: Path) -> None:
    """Every status that nginx makes itself, as far as a client can bring it about."""
    sent = {
        400: b"GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        405: b"TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        414: b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        431: b"GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + b"a" * 9000 + b"\r\n\r\n",
        501: b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: foo\r\nConnection: close\r\n\r\n",
        505: b"GET / HTTP/7.0\r\nHost: a\r\n\r\n",
    }
    with _front(tmp_path, OK) as (caller, script):
        for status, request in sent.items():
            head, _, body = raw(str(caller.base_url), request).partition(b"\r\n\r\n")
            lines = head.decode().split("\r\n")
            fields = dict(line.split(": ", 1) for line in lines[1:])
            given = httpx2.Response(int(lines[0].split(" ")[1]), headers=fields, content=body)
            assert status == given.status_code
            problem(given)
        assert [] == script.received


@pytest.mark.parametrize(("down", "status"), [(refusing, 502), (silent, 504)], ids=["refuses", "silent"])
def test_where_no_instance_is_there_the_answer_says_when_to_come_back(
    tmp_path: Path, down: Callable[[], Any], status: int
) -> None:
    """502, or 504 after two seconds, with Retry-After and the caller's own id; a forged id is not repeated."""
    with ExitStack() as stack:
        ports = [stack.enter_context(down())]
        caller = stack.enter_context(client(stack.enter_context(nginx_server(tmp_path / "nginx", ports))))
        began = time.monotonic()
        given = caller.post("/summarize", json={}, headers={"X-Request-ID": "desk-7"})
        assert (status, "2") == (given.status_code, given.headers["Retry-After"])
        assert "desk-7" == problem(given)["request_id"]
        assert time.monotonic() - began < 10
        forged = caller.get("/jobs/1", headers={"X-Request-ID": 'a", "title": "b'})
        assert '"' not in problem(forged)["request_id"]


def test_metrics_are_not_for_the_world(tmp_path: Path) -> None:
    """However the path is written; what the application says no to is its own affair."""
    with _front(tmp_path, OK) as (caller, script):
        for path in ("/metrics", "/metrics?a=b", "//metrics", "/%6detrics", "/a/../metrics", "/./metrics", "/.problem"):
            line = f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            assert b"HTTP/1.1 404 " == raw(str(caller.base_url), line.encode())[:13], path
        assert 404 == problem(caller.get("/metrics"))["status"]
        assert [] == script.received


def test_one_address_has_so_many_requests_at_a_time(tmp_path: Path) -> None:
    """One more is 429 as a problem document; another address is served (here the limit is one, not 256)."""
    going, release = threading.Event(), threading.Event()

    def waits(received: Received, line: Line) -> bool:
        if received.path == "/wait":
            going.set()
            release.wait(20)
        return OK(received, line)

    script = Script([waits])
    fewer = {"limit_conn addresses 256;": "limit_conn addresses 1;"}
    with (
        upstreams(script) as ports,
        nginx_server(tmp_path / "nginx", ports, more=fewer) as base,
        client(base, source="127.0.0.2") as caller,
        client(base, source="127.0.0.3") as other,
    ):
        waiting = threading.Thread(target=lambda: caller.get("/wait"))
        waiting.start()
        assert going.wait(20)
        try:
            refused = caller.get("/languages")
            assert (429, "1") == (refused.status_code, refused.headers["Retry-After"])
            problem(refused)
            assert 200 == other.get("/languages").status_code
        finally:
            release.set()
            waiting.join()


def test_http_1_0_is_served(tmp_path: Path) -> None:
    """A client that names no host and knows no chunks gets the stream, and its end."""

    def streams(_: Received, line: Line) -> bool:
        line.send(STREAM_HEAD + chunk("event: done\n\n") + chunk(""))
        return True

    with _front(tmp_path, streams) as (caller, script):
        head, _, body = raw(str(caller.base_url), b"GET /old HTTP/1.0\r\n\r\n").partition(b"\r\n\r\n")
        assert b"event: done\n\n" == body
        assert b"Transfer-Encoding" not in head
        assert "newsbriefs" == script.received[0].headers["host"]


def test_what_the_instance_is_told(tmp_path: Path) -> None:
    """The host asked for, the scheme, one id, and the caller's address, whatever the caller says of itself."""
    claimed = {"X-Forwarded-For": "203.0.113.9", "Forwarded": "for=203.0.113.9", "X-Forwarded-Proto": "https"}
    with _front(tmp_path, OK) as (caller, script):
        caller.get("/languages?key=nb_secret", headers={**claimed, "Host": "briefs.example:444"})
        told = script.received[0].headers
        assert "127.0.0.1" == told["x-forwarded-for"]
        assert ("briefs.example:444", "http") == (told["host"], told["x-forwarded-proto"])
        assert not {"forwarded", "connection"} & set(told)
        assert "HTTP/1.1" == script.received[0].version
        assert eventually(lambda: len(logged(tmp_path / "nginx")) == 1)
        line = logged(tmp_path / "nginx")[0]
        assert ("GET", "/languages", 200) == (line["method"], line["path"], line["status"])
        assert told["x-request-id"] == line["request_id"]
        assert "nb_secret" not in str(line)
        # The path and method of an answer that nginx made are the caller's too.
        caller.post("/metrics?a=b")
        assert eventually(lambda: len(logged(tmp_path / "nginx")) == 2)
        line = logged(tmp_path / "nginx")[1]
        assert ("POST", "/metrics", 404) == (line["method"], line["path"], line["status"])
