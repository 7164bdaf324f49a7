import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from service.cancellation import Cancellation
from service.web.hangups import EpollWatch, Hangups, PeekWatch


@pytest.fixture(params=[EpollWatch, PeekWatch])
def hangups(request: pytest.FixtureRequest) -> Iterator[Hangups]:
    """A watch of each kind, closed at the end."""
    watch: Callable[[], EpollWatch | PeekWatch] = request.param
    with closing(Hangups(watch())) as made:
        yield made


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """The server's and the client's end of a connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        server, _ = listener.accept()
    with server, client:
        yield server, client


def _cancellation() -> tuple[Cancellation, threading.Event]:
    cancellation, raised = Cancellation(), threading.Event()
    cancellation.on_cancel(raised.set)
    return cancellation, raised


def test_a_client_that_hangs_up_cancels(hangups: Hangups, ends: tuple[socket.socket, socket.socket]) -> None:
    """The cancellation is raised while we work."""
    server, client = ends
    cancellation, raised = _cancellation()
    with hangups.watch({"gunicorn.socket": server}, cancellation):
        client.close()
        assert raised.wait(60)
    assert cancellation.cancelled


def test_one_that_was_gone_before_cancels(hangups: Hangups, ends: tuple[socket.socket, socket.socket]) -> None:
    """Whoever hung up before the watch began is noticed too."""
    server, client = ends
    client.close()
    cancellation, raised = _cancellation()
    with hangups.watch({"gunicorn.socket": server}, cancellation):
        assert raised.wait(60)


def test_a_next_request_is_no_hang_up(hangups: Hangups, ends: tuple[socket.socket, socket.socket]) -> None:
    """Bytes that come meanwhile are left where they are; another client's end, seen later, shows the watch looked."""
    server, client = ends
    cancellation, _ = _cancellation()
    other, raised = _cancellation()
    ours, theirs = socket.socketpair()
    client.sendall(b"GET / HTTP/1.1\r\n\r\n")
    with (
        ours,
        hangups.watch({"gunicorn.socket": server}, cancellation),
        hangups.watch({"gunicorn.socket": ours}, other),
    ):
        theirs.close()
        assert raised.wait(60)
    assert not cancellation.cancelled
    assert server.recv(100) == b"GET / HTTP/1.1\r\n\r\n"


def test_a_hang_up_behind_unread_bytes_is_seen(ends: tuple[socket.socket, socket.socket]) -> None:
    """Where the system tells it, a client that sent more and then left is gone."""
    server, client = ends
    cancellation, raised = _cancellation()
    with closing(Hangups(EpollWatch())) as hangups, hangups.watch({"gunicorn.socket": server}, cancellation):
        client.sendall(b"GET / HTTP/1.1\r\n\r\n")
        client.close()
        assert raised.wait(60)


def test_after_the_work_nothing_is_cancelled(hangups: Hangups, ends: tuple[socket.socket, socket.socket]) -> None:
    """A client that leaves after its answer has cancelled nothing."""
    server, client = ends
    cancellation, _ = _cancellation()
    other, raised = _cancellation()
    with hangups.watch({"gunicorn.socket": server}, cancellation):
        pass
    client.close()
    ours, theirs = socket.socketpair()
    with ours, hangups.watch({"gunicorn.socket": ours}, other):
        theirs.close()
        assert raised.wait(60)
    assert not cancellation.cancelled


def test_without_a_socket_nothing_is_watched() -> None:
    """A test client, or another server, shows none; no thread is started for it."""
    before = threading.active_count()
    with closing(Hangups()) as hangups, hangups.watch({}, Cancellation()):
        assert threading.active_count() == before


def test_it_closes_twice_and_watches_nothing_after() -> None:
    """What begins after the end is simply not watched."""
    hangups = Hangups()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        with hangups.watch({"gunicorn.socket": ours}, Cancellation()):
            hangups.close()
        hangups.close()
        with hangups.watch({"gunicorn.socket": ours}, Cancellation()):
            assert not any(thread.name == "hang-ups" for thread in threading.enumerate())
