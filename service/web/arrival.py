"""How a request arrives: its bytes are gathered without a thread until its head and its body are whole.

Where a request ends is looked up here; what it says is parsed by gunicorn alone, once it is whole. The two can't be
played off against each other: what gunicorn does not find in the bytes that were gathered is never waited for.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any, cast

from gunicorn.http.message import Request
from gunicorn.http.parser import RequestParser
from gunicorn.http.unreader import Unreader

HEAD_LIMIT = 65_536
_PIECE = 8192
_LARGEST_PIECE = 1_048_576
_CHUNK_LINE_LIMIT = 8190
# The application reads one byte more than it allows, in steps of up to so many bytes.
_READ_AHEAD = 131_072

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
_CODED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
_EXPECTS = re.compile(rb"\A[^\r\n]* HTTP/1\.1\r\n(?:.*\r\n)?expect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE | re.S)
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;|\Z)")


class Progress(Enum):
    """How far a request has come."""

    ARRIVING = "arriving"
    WHOLE = "whole"
    HEAD_TOO_LARGE = "head too large"
    BODY_TOO_LARGE = "body too large"


class Inbox(Unreader):  # type: ignore[misc]
    """What gunicorn's parser reads from: the bytes that were gathered, and never the socket.

    `exhausted` tells that more was asked for than there is: where the next request begins is then unknown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.data = bytearray()
        self.exhausted = False

    def read(self, size: int | None = None, read_ahead: int | None = None) -> bytes:
        """Give `size` bytes, or the next piece where it is None; fewer where no more were gathered."""
        wanted = min(max(_PIECE, read_ahead or 0), _LARGEST_PIECE) if size is None or size < 0 else size
        if len(self.data) < (1 if size is None or size < 0 else size):
            self.exhausted = True
        piece = bytes(self.data[:wanted])
        del self.data[:wanted]
        return piece

    def unread(self, data: bytes) -> None:
        """Take back what was read too far."""
        self.data[:0] = data

    def take_buffered(self) -> bytes:
        """Give everything."""
        return self.read(len(self.data))


class Arrival:
    """Watches the bytes of one request until it is whole.

    A body over `max_body` bytes is not waited for: the application refuses it by its length, or by the first bytes
    over the limit; `cut` then tells that the rest is still to come.
    """

    def __init__(self, *, max_body: int) -> None:
        self.cut = False
        self.expects = False
        self._max_body = max_body
        self._searched = 0
        self._end: int | None = None
        self._next_chunk: int | None = None
        self._decoded = 0

    def look(self, data: bytearray) -> Progress:
        """How far the request at the start of `data` has come; `data` only grows between calls."""
        if self._end is None and self._next_chunk is None:
            found = self._find_head(data)
            if found is not None:
                return found
        if self._next_chunk is not None:
            return self._follow_chunks(data)
        return Progress.WHOLE if self.cut or len(data) >= cast(int, self._end) else Progress.ARRIVING

    def _find_head(self, data: bytearray) -> Progress | None:
        """What the head says of the body; a result where that is not known yet, or nothing more is to come."""
        # One empty line before a request is allowed (RFC 9112, 2.2) and is no end of a head.
        skipped = 2 if data[:2] == b"\r\n" else 0
        end = data.find(b"\r\n\r\n", max(skipped, self._searched - 3))
        if end > HEAD_LIMIT or (end < 0 and len(data) > HEAD_LIMIT):
            return Progress.HEAD_TOO_LARGE
        if end < 0:
            bare = data.count(b"\n", self._searched) != data.count(b"\r\n", max(0, self._searched - 1))
            self._searched = len(data)
            return Progress.WHOLE if bare else Progress.ARRIVING
        self._frame(bytes(data[skipped : end + 2]), end + 4)
        return None

    def _frame(self, head: bytes, body: int) -> None:
        if _CODED.search(head):
            self._next_chunk = body
        else:
            length = _LENGTH.search(head)
            size = int(length[1]) if length else 0
            self.cut = size > self._max_body + 1
            self._end = body + size
        self.expects = _EXPECTS.search(head) is not None and not self.cut

    def _follow_chunks(self, data: bytearray) -> Progress:
        while (at := cast(int, self._next_chunk)) < len(data):
            line_end = data.find(b"\r\n", at, at + _CHUNK_LINE_LIMIT + 2)
            if line_end < 0:
                return Progress.ARRIVING if len(data) - at <= _CHUNK_LINE_LIMIT else Progress.WHOLE
            size = _CHUNK_SIZE.match(bytes(data[at:line_end]))
            if size is None:
                return Progress.WHOLE
            if int(size[1], 16) == 0:
                return self._follow_trailers(data, line_end)
            self._decoded += int(size[1], 16)
            self._next_chunk = line_end + 2 + int(size[1], 16) + 2
        return self._weigh(data)

    def _weigh(self, data: bytearray) -> Progress:
        """Whether a body without a length has gone over the limit."""
        missing = max(0, cast(int, self._next_chunk) - len(data))
        if self._decoded - missing > self._max_body + _READ_AHEAD:
            self.cut = True
            return Progress.WHOLE
        return Progress.BODY_TOO_LARGE if len(data) > 4 * self._max_body + HEAD_LIMIT else Progress.ARRIVING

    def _follow_trailers(self, data: bytearray, line_end: int) -> Progress:
        if data.find(b"\r\n\r\n", line_end) >= 0:
            return Progress.WHOLE
        return Progress.HEAD_TOO_LARGE if len(data) - line_end > HEAD_LIMIT else Progress.ARRIVING


class Parser(RequestParser):  # type: ignore[misc]
    """gunicorn's parser over an inbox; `prepare` is told each request before it is served."""

    def __init__(self, cfg: Any, inbox: Inbox, client: Any, prepare: Callable[[Request], None]) -> None:
        super().__init__(cfg, (), client)
        self.unreader = inbox
        self._prepare = prepare

    def __next__(self) -> Request:
        request = super().__next__()
        # 100 Continue was said while the body was gathered, or will not be.
        request._expected_100_continue = False
        self._prepare(request)
        return request
