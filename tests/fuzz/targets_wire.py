"""What stands around an article: HTTP's own bytes, addresses, callbacks, lines of a batch, files of keys."""

from contextlib import suppress
from io import BytesIO
from ipaddress import ip_address
from random import Random
from typing import Any

from service.batch.lines import raw_lines, read_line
from service.batch.records import kept
from service.jobs.addresses import check_url, read_url

# Private to its module, and the door for what a stranger's server says.
from service.jobs.callback_post import _retry_after
from service.stores.keys import load
from service.web.arrival import Arrival, Progress
from service.web.client import client_address, limited_as, trusted_networks

_MOST_BYTES = 4000
_TRUSTED = trusted_networks(["10.0.0.0/8", "127.0.0.0/8"])


def arrival(data: bytes) -> None:
    """Where a request ends does not depend on the pieces in which it comes; a bare line end is gunicorn's to judge."""
    at_once = Arrival(max_body=_MOST_BYTES).look(bytearray(data))
    piecewise, grown, rng = Arrival(max_body=_MOST_BYTES), bytearray(), Random(data)
    found, at = Progress.ARRIVING, 0
    while found is Progress.ARRIVING and at < len(data):
        step = rng.choice((1, 1, 2, 7, 100, 5000))
        grown += data[at : at + step]
        at += step
        found = piecewise.look(grown)
    if data.count(b"\n") == data.count(b"\r\n"):
        assert found is not Progress.ARRIVING or at_once is Progress.ARRIVING, (at_once, found)
        assert Arrival(max_body=_MOST_BYTES).look(bytearray(grown)) is found, (found, len(grown))


def address(data: bytes) -> None:
    """Whoever writes X-Forwarded-For, and whatever: an address in canonical form, or none that was believed."""
    forwarded = data.decode("latin-1")
    environ = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded}
    told = client_address(environ, _TRUSTED)
    assert limited_as(told)
    assert "203.0.113.7" == client_address({**environ, "REMOTE_ADDR": "203.0.113.7"}, _TRUSTED)


def callback_url(data: bytes) -> None:
    """A URL that callbacks may go to leads nowhere inside; every other is refused with a reason."""
    text = data.decode("latin-1")
    try:
        target = read_url(text)
        check_url(text, allow=())
    except ValueError:
        return
    assert target.host
    with suppress(ValueError):
        assert ip_address(target.host).is_global, target
    assert target.host == target.host.lower()
    target.authority.encode("ascii")
    target.path.encode("ascii")


def callback_retry_after(data: bytes) -> None:
    """Seconds that can be waited, or None."""
    seconds = _retry_after([(b"Retry-After", data)])
    assert seconds is None or seconds >= 0


def batch_lines(data: bytes) -> None:
    """Each line is a request or an error of its own, and is told apart from every other by its number."""
    numbers = []
    for raw in raw_lines(BytesIO(data), most_bytes=_MOST_BYTES):
        line = read_line(raw, defaults={"languages": ["en"]}, most_bytes=_MOST_BYTES)
        assert (line.request is None) == (line.error is not None)
        assert line.error is None or str(line.error)
        numbers.append(line.number)
    assert numbers == sorted(set(numbers))


def batch_kept(data: bytes) -> None:
    """A line of output is ours or not; it never stops a run from going on."""
    for line in data.split(b"\n"):
        found: Any = kept(line)
        assert found is None or found.number > 0


def key_file(data: bytes) -> None:
    """Keys, or a ConfigError that names what is wrong."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    load(text)
