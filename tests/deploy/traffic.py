"""What a morning brings, in seconds: articles, repeats, mistakes, a crowd, strangers and a job with its callback."""

import socket
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import httpx2

from service.stores.key_file import KeyFile
from tests.faults.instances import Instance
from tests.faults.kit import Receiver, article

_CROWD = 10


class Traffic:
    """Calls one service that needs keys; each call of `send` uses articles of its own."""

    def __init__(self, one: Instance, receiver: Receiver, *, key: str, slow_key: str) -> None:
        self.statuses: Counter[int] = Counter()
        self._one = one
        self._receiver = receiver
        self._key = key
        self._slow_key = slow_key
        self._number = 0

    def send(self) -> None:
        """A little of everything."""
        for status in (200, 200, 422, 401, 403, 404):
            self._expect(status)
        self._over_its_rate()
        self._crowd()
        self._job()
        self._hang_up()
        self._not_http()

    def _expect(self, status: int) -> None:
        fresh = self._body(languages=["es", "gl", "pt"])
        calls: dict[int, list[tuple[str, str, dict[str, Any]]]] = {
            # Twice: the second answer comes from the cache. One word is no sentence: that brief fails.
            200: [("POST", "/summarize", fresh)] * 2 + [("POST", "/summarize", self._body(length={"max_words": 1}))],
            422: [("POST", "/summarize", self._body(languages=["xx"]))],
            404: [("GET", "/no-such-page", {})],
            401: [("POST", "/summarize", fresh)],
            403: [("GET", "/metrics", {})],
        }
        for method, path, body in calls[status]:
            key = "nb_00000000_" + "0" * 64 if status == 401 else self._key
            assert self._call(method, path, body, key=key) == status

    def _over_its_rate(self) -> None:
        body = self._body()
        answers = {self._call("POST", "/summarize", body, key=self._slow_key) for _ in range(2)}
        assert 429 in answers

    def _crowd(self) -> None:
        """More at once than a single slot can do: some are refused."""
        bodies = [self._body(sentences=120, languages=["es", "gl", "pt"]) for _ in range(_CROWD)]
        threads = [
            threading.Thread(target=self._call, args=("POST", "/summarize", body), kwargs={"key": self._key})
            for body in bodies
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _job(self) -> None:
        body = self._body(callback_url=self._receiver.url)
        answer = httpx2.post(f"{self._one.base}/jobs", json=body, headers=_bearer(self._key), trust_env=False)
        assert answer.status_code == 202
        assert self._receiver.wait_for({answer.json()["id"]}, seconds=60)

    def _hang_up(self) -> None:
        body = httpx2.Request("POST", f"{self._one.base}/summarize", json=self._body(sentences=120)).read()
        head = f"POST /summarize HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer {self._key}\r\n"
        self._say(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    def _not_http(self) -> None:
        self._say(b"what is this?\r\n\r\n")

    def _say(self, data: bytes) -> None:
        with socket.create_connection(("127.0.0.1", self._one.port), timeout=30) as connection:
            connection.sendall(data)

    def _call(self, method: str, path: str, body: dict[str, Any], *, key: str) -> int:
        headers = _bearer(key)
        asked = {"json": body} if method == "POST" else {}
        with httpx2.Client(base_url=self._one.base, timeout=60, trust_env=False) as client:
            status = int(client.request(method, path, headers=headers, **asked).status_code)
        self.statuses[status] += 1
        return status

    def _body(self, *, sentences: int = 12, **more: Any) -> dict[str, Any]:
        self._number += 1
        text = article(self._number, sentences=sentences)
        return {"text": text, "source_language": "es", "languages": ["es", "gl"], **more}


def make_keys(path: Path) -> dict[str, str]:
    """A key for each kind of caller, by name."""
    file = KeyFile(path)
    made = {"desk": (("summarize", "jobs"), "6000/minute"), "slow": (("summarize",), "1/day")}
    made["prometheus"] = (("metrics",), None)
    return {name: file.add(name, rate=rate, expires=None, scopes=scopes)[1] for name, (scopes, rate) in made.items()}


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}
