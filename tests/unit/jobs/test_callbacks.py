import json
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import structlog

from service.errors import ConfigError, StoreUnavailable
from service.jobs.callback_post import Timeouts
from service.jobs.callbacks import WAITS, Attempt, CallbackSender, wait_seconds
from service.jobs.signing import verify
from service.jobs.store import DueCallback
from tests.unit.jobs.receiver import Outbox, Receiver, in_turn, receiver, say

SECRET = "a-secret-of-the-newsroom"
NOW = 1_800_000_000.25
LOOPBACK = ("127.0.0.0/8", "::1/128")


def _due(url: str, *, job: str = "j1", attempt: int = 1) -> DueCallback:
    return DueCallback(job, url, b'{"id":"j1","status":"done","result":{"a":1}}', attempt, "t")


def _sender(outbox: Outbox, **options: Any) -> CallbackSender:
    given: dict[str, Any] = {"allow": LOOPBACK, "attempts": 3, "clock": lambda: NOW, "chance": lambda: 0.5}
    return CallbackSender(outbox, secret=SECRET, worker="w1", **{**given, **options})


@contextmanager
def _sending(outbox: Outbox, **options: Any) -> Iterator[CallbackSender]:
    sender = _sender(outbox, **options)
    sender.start()
    try:
        yield sender
    finally:
        sender.stop()


def _send(url: str, **options: Any) -> Attempt:
    sender = _sender(Outbox(), **options)
    try:
        return sender.send(_due(url))
    finally:
        sender.stop()


def _dns(*answers: str) -> Callable[..., Any]:
    """A resolver that gives one answer after the other."""
    left = list(answers)
    return lambda host, port, **_: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (left.pop(0), port))]


def test_a_callback_is_signed_dated_and_named() -> None:
    """The receiver can tell who sent it, when, for which job, and whether it had it before."""
    with receiver(say(204, b"")) as hook:
        assert Attempt(True, "answered 204") == _send(hook.url("/hook?token=x"))
        assert Attempt(True, "answered 204") == _send(hook.url("/hook?token=x"))
    first, second = hook.received
    verify(SECRET, first.body, first.headers["X-Signature"], now=NOW)
    assert {"id": "j1", "status": "done", "result": {"a": 1}, "sent_at": "2027-01-15T08:00:00Z"} == json.loads(
        first.body
    )
    assert ("/hook?token=x", "j1", "1800000000", f"127.0.0.1:{hook.port}", "application/json") == (
        first.path,
        *(first.headers[name] for name in ("X-Job-Id", "X-Timestamp", "Host", "Content-Type")),
    )
    assert first.headers["X-Delivery"] == second.headers["X-Delivery"]
    assert first.headers["User-Agent"].startswith("newsbriefs/")


def test_a_private_address_is_not_called() -> None:
    """Nothing is listed: the loopback is refused for good, without a connection."""
    with receiver(say(200)) as hook:
        refused = _send(hook.url(host="localhost"), allow=())
        assert (False, True) == (refused.taken, refused.lasting)
        assert "not public" in refused.why
    assert [] == hook.received


def test_a_name_that_changes_its_answer_is_called_where_it_was_checked() -> None:
    """DNS rebinding: the second answer is never asked for."""
    answers = _dns("127.0.0.1", "127.0.0.99")
    with receiver(say(200)) as hook:
        assert _send(hook.url(host="news.test"), getaddrinfo=answers).taken
        assert [f"news.test:{hook.port}"] == [request.headers["Host"] for request in hook.received]


def test_rebinding_to_a_private_address_is_refused() -> None:
    """A name that was public when the job came in, and is not now."""
    refused = _send("http://news.test/hook", allow=(), getaddrinfo=_dns("169.254.169.254"))
    assert (False, True) == (refused.taken, refused.lasting)


def test_a_redirect_is_not_followed() -> None:
    """Neither to a private address nor to the receiver itself."""
    with receiver(say(200)) as inside, receiver(say(307, Location=inside.url("/meta"))) as hook:
        outcome = _send(hook.url())
        assert (False, False) == (outcome.taken, outcome.lasting)
        assert outcome.why.startswith("answered 307; redirects are not followed")
    assert [] == inside.received


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would resolve the name anew."""
    with receiver(say(200)) as proxy, receiver(say(200)) as hook:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url(""))
        assert _send(hook.url()).taken
    assert [] == proxy.received


def _drip(state: list[Receiver], head: bytes) -> Callable[[Any], None]:
    def answer(handler: Any) -> None:
        handler.wfile.write(head)
        while not state[0].released.wait(0.02):
            handler.wfile.write(b"x")

    return answer


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX-Slow: "], ids=["silent", "status only"])
def test_an_answer_that_drips_ends_at_the_total(head: bytes) -> None:
    """Each read is quick, and all of them together are not endless."""
    state: list[Receiver] = []
    with receiver(_drip(state, head)) as hook:
        state.append(hook)
        outcome = _send(hook.url(), timeouts=Timeouts(connect=5, read=5, total=0.5))
    assert not outcome.taken
    assert not outcome.lasting


def test_a_body_that_drips_was_taken_all_the_same() -> None:
    """The status told it; sending it again would make a double."""
    state: list[Receiver] = []
    with receiver(_drip(state, b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")) as hook:
        state.append(hook)
        assert _send(hook.url(), timeouts=Timeouts(connect=5, read=5, total=0.5)).taken


def test_a_huge_answer_is_not_read() -> None:
    """Some KB are, then the connection is closed: the receiver sees it, and stops."""
    written: list[int] = []

    def pour(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
        while True:
            written.append(handler.wfile.write(bytes(65536)))

    with receiver(pour) as hook:
        assert _send(hook.url()).taken
    assert sum(written) < 100_000_000


def test_a_dead_target_is_tried_again() -> None:
    """Nobody listens there."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert Attempt(False, "connection refused") == _send(f"http://127.0.0.1:{port}/hook")


def test_the_next_address_is_tried_where_the_first_is_dead() -> None:
    """A name with an address that does not answer, and one that does."""
    with receiver(say(200)) as hook:

        def two(host: str, port: int, **_: Any) -> Any:
            return [(2, 1, 6, "", ("127.0.0.77", port)), (2, 1, 6, "", ("127.0.0.1", port))]

        assert _send(hook.url(host="news.test"), getaddrinfo=two).taken


def test_a_name_that_can_not_be_resolved_is_tried_again() -> None:
    """The resolver may be back later."""

    def broken(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_AGAIN, "try again")

    assert Attempt(False, "the name of its host can't be resolved") == _send("http://news.test/", getaddrinfo=broken)


def test_what_is_no_http_is_told() -> None:
    """A receiver that speaks something else."""

    def garble(handler: Any) -> None:
        handler.wfile.write(b"220 mail.example ESMTP\r\n\r\n")

    with receiver(garble) as hook:
        assert Attempt(False, "the connection broke, or what came is not HTTP") == _send(hook.url())


def test_500_then_200() -> None:
    """The first wait of the table, then it is taken."""
    outbox = Outbox()
    with receiver(in_turn(say(500), say(200))) as hook, _sending(outbox) as sender:
        outbox.due.append(_due(hook.url()))
        sender.wake()
        outbox.wait_for(lambda: bool(outbox.failed))
        outbox.due.append(_due(hook.url(), attempt=2))
        sender.wake()
        outbox.wait_for(lambda: bool(outbox.delivered))
    assert [("j1", 5.0, "answered 500")] == outbox.failed
    assert (1, 1, 0, 0) == _figures(sender)


def test_410_gives_up_and_so_does_the_last_attempt() -> None:
    """The receiver's word, and the operator's limit."""
    outbox = Outbox()
    with receiver(in_turn(say(410), say(500))) as hook, _sending(outbox) as sender:
        outbox.due.append(_due(hook.url(), job="gone"))
        sender.wake()
        outbox.wait_for(lambda: len(outbox.failed) == 1)
        outbox.due.append(_due(hook.url(), job="tired", attempt=3))
        sender.wake()
        outbox.wait_for(lambda: len(outbox.failed) == 2)
    assert [("gone", None, "answered 410"), ("tired", None, "answered 500")] == outbox.failed
    assert (0, 2, 2, 0) == _figures(sender)


def _figures(sender: CallbackSender) -> tuple[int, int, int, int]:
    counts = sender.counts()
    return counts.sent, counts.failed, counts.given_up, counts.waiting


@pytest.mark.parametrize(("status", "asked", "wait"), [(429, "100", 100), (503, "1", 5), (503, "9999999", 14_400)])
def test_retry_after_is_kept_within_bounds(status: int, asked: str, wait: float) -> None:
    """Never sooner than asked for, never sooner than the table, never later than four hours."""
    with receiver(say(status, Retry_After=asked)) as hook:
        after = _send(hook.url()).retry_after_seconds
    assert wait == wait_seconds(1, retry_after_seconds=after, chance=0.5)


def test_retry_after_of_other_answers_is_not_heard() -> None:
    """Only 429 and 503 say when to come again; a header that can't be read says nothing."""
    for answer in (say(500, Retry_After="100"), say(503, Retry_After="soon"), say(503)):
        with receiver(answer) as hook:
            assert _send(hook.url()).retry_after_seconds is None
    with receiver(say(503, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT")) as hook:
        assert 0.0 == _send(hook.url()).retry_after_seconds


def test_waits_grow_and_are_spread() -> None:
    """The table, a fifth either way by chance, its last entry for all after."""
    assert list(WAITS) == [wait_seconds(n, retry_after_seconds=None, chance=0.5) for n in range(1, 9)]
    assert [4.0, 6.0] == [wait_seconds(1, retry_after_seconds=None, chance=chance) for chance in (0.0, 1.0)]
    assert WAITS[-1] == wait_seconds(50, retry_after_seconds=None, chance=0.5)


def test_a_slow_target_holds_up_nobody_else() -> None:
    """Two at a time wait for the slow one; the others are sent meanwhile."""
    outbox = Outbox()

    def hold(handler: Any) -> None:
        slow.released.wait(60)
        say(200)(handler)

    with receiver(hold) as slow, receiver(say(200)) as quick, _sending(outbox) as sender:
        outbox.due += [_due(slow.url(), job=f"slow{n}") for n in range(20)]
        outbox.due += [_due(quick.url(host="localhost"), job=f"quick{n}") for n in range(5)]
        sender.wake()
        outbox.wait_for(lambda: len(outbox.delivered) == 5)
        assert {f"quick{n}" for n in range(5)} == set(outbox.delivered)
        assert 2 == len(slow.wait_for(2))
        slow.released.set()
        outbox.wait_for(lambda: len(outbox.delivered) == 25)
    assert (25, 0, 0, 0) == _figures(sender)


def test_what_waits_when_it_stops_is_handed_back() -> None:
    """Another process takes it at once."""
    outbox = Outbox()

    def hold(handler: Any) -> None:
        slow.released.wait(60)
        say(200)(handler)

    with receiver(hold) as slow:
        sender = _sender(outbox)
        outbox.due += [_due(slow.url(), job=f"slow{n}", attempt=9) for n in range(4)]
        sender.start()
        slow.wait_for(2)
        outbox.wait_for(lambda: not outbox.due)
        slow.released.set()
        sender.stop()
    # Whether the waiting two were still sent depends on who was quicker; nothing is lost or given up.
    assert 4 == len(outbox.delivered) + len(outbox.failed)
    assert {0.0} >= {wait for _, wait, _ in outbox.failed}
    assert [job_id for job_id, _, _ in outbox.failed] == outbox.uncounted


def test_a_store_that_does_not_answer_is_asked_again() -> None:
    """The thread outlives it."""

    class Flaky(Outbox):
        down = 2

        def claim_callback(self, worker: str) -> DueCallback | None:
            if self.down:
                self.down -= 1
                raise StoreUnavailable("the store of jobs does not answer")
            return super().claim_callback(worker)

    outbox = Flaky()
    with receiver(say(200)) as hook, _sending(outbox, poll_seconds=0.01):
        outbox.due.append(_due(hook.url()))
        outbox.wait_for(lambda: bool(outbox.delivered))


def test_a_url_that_can_not_be_read_is_given_up() -> None:
    """It was accepted by an older version, perhaps."""
    outbox = Outbox(due=[_due("gopher://x")])
    with _sending(outbox):
        outbox.wait_for(lambda: bool(outbox.failed))
    assert outbox.failed[0][1] is None


def test_without_a_secret_nothing_is_sent() -> None:
    """An unsigned callback would teach receivers not to check."""
    with pytest.raises(ConfigError, match="NEWSBRIEFS_CALLBACK_SECRET"):
        CallbackSender(Outbox(), secret="", allow=(), attempts=3, worker="w1")


@pytest.fixture
def _all_levels() -> Iterator[None]:
    """Every level is logged, which the suite keeps quiet."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG))
    yield
    structlog.configure(**before)


@pytest.mark.usefixtures("_all_levels")
def test_logs_hold_no_path_query_or_body() -> None:
    """Receivers put secrets into their URLs."""
    outbox = Outbox()
    with structlog.testing.capture_logs() as lines, receiver(in_turn(say(500), say(200))) as hook, _sending(outbox):
        outbox.due += [_due(hook.url("/path-secret?token=query-secret"), job=f"j{n}") for n in range(2)]
        outbox.wait_for(lambda: bool(outbox.delivered and outbox.failed))
    assert {"callback_failed", "callback_sent"} == {line["event"] for line in lines}
    assert "secret" not in repr([line | {"exc_info": None} for line in lines])
    assert "result" not in repr(lines)
