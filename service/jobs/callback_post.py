"""One callback over HTTP: one POST, to an address that was checked before, within a time that is never exceeded.

httpcore knows no redirects, cookies, proxies of the environment or compressed answers, so none of them can lead a
callback astray. The URL keeps its name, so that Host, SNI and the certificate are those of the name; only the
connection is pinned to the address.
"""

import re
import ssl
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

import httpcore2

from service.jobs.addresses import Target

_MOST_BYTES = 4096


class PostFailed(Exception):
    """No answer was had; the message says why, and never holds the URL's path or query."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long a callback may take, in seconds; `total` holds for everything from the connection to the answer."""

    connect: float = 5.0
    read: float = 10.0
    total: float = 20.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver said: the status, and the seconds it asks to be left alone."""

    status: int
    retry_after_seconds: float | None


def post(
    target: Target,
    addresses: Sequence[str],
    *,
    headers: Mapping[str, str],
    body: bytes,
    timeouts: Timeouts,
    tls: ssl.SSLContext,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """POST `body` to one of `addresses`; raises PostFailed where no answer came."""
    left = _Left(clock, clock() + timeouts.total)
    url = httpcore2.URL(
        scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
    )
    sent = [("Host", target.authority), *headers.items(), ("Content-Length", str(len(body))), ("Connection", "close")]
    timeout = {"connect": timeouts.connect, "write": timeouts.read, "read": timeouts.read, "pool": timeouts.total}
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=tls, network_backend=_Pinned(addresses, left)) as pool,
            pool.stream("POST", url, headers=sent, content=body, extensions={"timeout": timeout}) as response,
        ):
            answer = Answer(response.status, _retry_after(response.headers))
            _drain(response)
            return answer
    except httpcore2.TimeoutException as error:
        raise PostFailed(f"no answer in time (connect {timeouts.connect:g} s, all {timeouts.total:g} s)") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise PostFailed(_told(error)) from error


def _drain(response: httpcore2.Response) -> None:
    """Read what little a receiver says, so that its socket closes in peace; the status has already told the outcome."""
    count = 0
    try:
        for chunk in response.iter_stream():
            count += len(chunk)
            if count >= _MOST_BYTES:
                return
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError):
        return


def _told(error: Exception) -> str:
    cause = error.args[0] if error.args else None
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {cause.verify_message}"
    if isinstance(cause, ssl.SSLError):
        return f"TLS failed: {cause.reason}"
    if isinstance(cause, OSError) and cause.strerror:
        return f"{cause.strerror[0].lower()}{cause.strerror[1:]}"
    return "the connection broke, or what came is not HTTP"


def _retry_after(headers: Iterable[tuple[bytes, bytes]]) -> float | None:
    """The seconds a `Retry-After` asks for, as a number or a date (RFC 9110, section 10.2.3)."""
    raw = next((value.decode("latin-1").strip() for name, value in headers if name.lower() == b"retry-after"), None)
    if raw is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", raw):
        return float(raw)
    try:
        return max(0.0, parsedate_to_datetime(raw).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


class _Left:
    """What is left of the total time."""

    def __init__(self, clock: Callable[[], float], ends: float) -> None:
        self._clock = clock
        self._ends = ends

    def of(self, seconds: float | None) -> float:
        left = self._ends - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left if seconds is None else min(seconds, left)


class _Pinned(httpcore2.NetworkBackend):
    """Connects to the checked addresses, whatever the host of the URL is; takes the first that answers."""

    def __init__(self, addresses: Sequence[str], left: _Left) -> None:
        self._addresses = addresses
        self._left = left
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError()
        for address in self._addresses:
            try:
                return _Bounded(self._network.connect_tcp(address, port, self._left.of(timeout)), self._left)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


class _Bounded(httpcore2.NetworkStream):
    """A stream on which no read or write outlasts the total time: an answer that drips ends there too."""

    def __init__(self, stream: httpcore2.NetworkStream, left: _Left) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left.of(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left.of(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, self._left.of(timeout)), self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
