"""A server of the tests that speaks OpenAI's protocol on the loopback; its answers are written by the test."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass
class Answer:
    """What the server does with one request: `cut` hangs up in the middle, `release` holds the answer back."""

    text: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    raw: bytes | None = None
    cut: bool = False
    release: threading.Event | None = None

    def payload(self) -> bytes:
        """The body as it goes over the wire."""
        if self.raw is not None:
            return self.raw
        if self.status != 200:
            return json.dumps({"error": {"message": "said by the server: sk-secret and the whole prompt"}}).encode()
        choice = {"index": 0, "finish_reason": self.finish, "message": {"role": "assistant", "content": self.text}}
        return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


class ChatServer:
    """What it was asked, how many at once, and what it answers."""

    def __init__(self, answer: Callable[[Body], Answer], models: Any) -> None:
        self.answer = answer
        self.models = models
        self.asked: list[Body] = []
        self.headers: list[dict[str, str]] = []
        self.connections: set[tuple[str, int]] = set()
        self.sockets: set[socket.socket] = set()
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.url = ""

    def reply(self, path: str, body: Body | None) -> Answer:
        """The answer to one request."""
        if path.endswith("/models"):
            found = self.models() if callable(self.models) else self.models
            return found if isinstance(found, Answer) else Answer(raw=json.dumps({"data": found}).encode())
        assert body is not None
        with self.lock:
            self.asked.append(body)
        return self.answer(body)


def _handler(server: ChatServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is logged."""

        def do_GET(self) -> None:
            self._serve(None)

        def do_POST(self) -> None:
            self._serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _serve(self, body: Body | None) -> None:
            with server.lock:
                server.headers.append(dict(self.headers))
                server.connections.add(self.client_address)
                server.sockets.add(self.connection)
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
            try:
                self._send(server.reply(self.path, body))
            finally:
                with server.lock:
                    server.at_once -= 1

        def _send(self, answer: Answer) -> None:
            if answer.release is not None:
                answer.release.wait(30)
            payload = answer.payload()
            try:
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload[: len(payload) // 2] if answer.cut else payload)
            except OSError:
                self.close_connection = True
            if answer.cut:
                self.close_connection = True

    return Handler


@contextmanager
def chat_server(answer: Callable[[Body], Answer], models: Any = None, *, port: int = 0) -> Iterator[ChatServer]:
    """A running server; `models` is what it lists, or a function that gives it."""
    state = ChatServer(answer, [{"id": "tiny-instruct", "object": "model"}] if models is None else models)
    httpd = ThreadingHTTPServer(("127.0.0.1", port), _handler(state))
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{httpd.server_address[1]}"
    try:
        yield state
    finally:
        httpd.shutdown()
        httpd.server_close()
        for kept in state.sockets:
            with suppress(OSError):
                kept.shutdown(socket.SHUT_RDWR)
        thread.join()


def said(body: Body) -> str:
    """What the user's message of a request says."""
    text: str = next(message["content"] for message in body["messages"] if message["role"] == "user")
    return text


def fenced(body: Body, kind: str) -> str:
    """What stands between the two lines of a fence in the user's message."""
    lines = said(body).split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith(f"<<<{kind} "))
    last = next(i for i, line in enumerate(lines) if i > first and line.startswith("<<<end "))
    return "\n".join(lines[first + 1 : last])
