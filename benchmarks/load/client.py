"""A lean HTTP/1.1 client on asyncio: what measures must not take the processor from what is measured."""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; status 0 where the connection broke. `began` and `seconds` are of `time.monotonic()`."""

    status: int
    headers: dict[str, str]
    body: bytes
    began: float
    seconds: float


class Client:
    """One kept connection."""

    def __init__(self, base: str) -> None:
        found = urlsplit(base)
        self._host, self._port = found.hostname or "127.0.0.1", found.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, body: bytes, *, accept: str = "application/json") -> Answer:
        """POST JSON."""
        head = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\nAccept: {accept}\r\n"
        return await self._call(f"POST {path} HTTP/1.1\r\nHost: {self._host}\r\n{head}\r\n".encode() + body)

    async def get(self, path: str) -> Answer:
        """GET."""
        return await self._call(f"GET {path} HTTP/1.1\r\nHost: {self._host}\r\n\r\n".encode())

    def close(self) -> None:
        """Close the connection."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _call(self, message: bytes) -> Answer:
        began = time.monotonic()
        kept = self._streams is not None
        try:
            status, headers, body = await self._exchange(message)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            self.close()
            if kept and time.monotonic() - began < 0.05:
                # A kept connection that the server had closed meanwhile, as HTTP lets it.
                return await self._call(message)
            return Answer(0, {}, b"", began, time.monotonic() - began)
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, headers, body, began, time.monotonic() - began)

    async def _exchange(self, message: bytes) -> tuple[int, dict[str, str], bytes]:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port, limit=1 << 22)
        reader, writer = self._streams
        writer.write(message)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        fields = (line.partition(":") for line in head[1:] if line)
        headers = {name.lower(): value.strip() for name, _, value in fields}
        return int(head[0].split(" ", 2)[1]), headers, await _body(reader, headers)


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() != "chunked":
        if "content-length" not in headers:
            return await reader.read()
        return await reader.readexactly(int(headers["content-length"]))
    parts = []
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append((await reader.readexactly(size + 2))[:-2])
    await reader.readuntil(b"\r\n")
    return b"".join(parts)
