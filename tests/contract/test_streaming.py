"""`Accept: text/event-stream`: the same answer, bit by bit."""

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from service.bootstrap import Services
from service.config import Settings
from service.engines.base import Ready, Translator
from service.records import TranslationRequest
from service.web.app import create_app

TEXT = (
    "The city council of Vell approved a new tram line on Monday. “It will carry 40,000 people a day,” said mayor Ana"
    " Ribeiro. “We begin in March,” said the engineer Tom Okafor. Work costs 210 million euros."
)
STREAM = {"Accept": "text/event-stream"}
LASTING = ("id", "source", "briefs", "quotes", "engines")


def _events(raw: bytes) -> list[tuple[str, Any]]:
    events = []
    for block in raw.decode().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if lines:
            events.append((lines["event"], json.loads(lines["data"])))
    return events


def _added_up(events: list[tuple[str, Any]], languages: list[str]) -> dict[str, Any]:
    """The answer that the events tell, put together as docs/api.md says."""
    quotes: dict[tuple[int, int], Any] = {}
    briefs = {}
    whole: dict[str, Any] = {}
    for name, data in events:
        if name == "source":
            whole["source"] = data
        elif name == "quote":
            quotes[data["start"], data["end"]] = data
        elif name == "brief":
            briefs[data["language"]] = data
        elif name == "done":
            whole.update(data)
    return whole | {"quotes": list(quotes.values()), "briefs": [briefs[tag] for tag in languages]}


def _ask(**fields: Any) -> dict[str, Any]:
    return {"text": TEXT, "source_language": "en", "languages": ["en", "es", "fr"], **fields}


@pytest.mark.apertium
@pytest.mark.parametrize("offsets", ["codepoint", "utf16", "byte"])
def test_the_events_add_up_to_the_plain_answer(services: Services, offsets: str) -> None:
    """Fresh and from the cache, whatever the unit of offsets."""
    asked = _ask(offsets=offsets, title=f"A fresh title for {offsets}")
    client = create_app(services).test_client()
    streamed = [_events(client.post("/summarize", json=asked, headers=STREAM).data) for _ in range(2)]
    plain = client.post("/summarize", json=asked).get_json()
    added = [_added_up(events, asked["languages"]) for events in streamed]
    assert [{name: one[name] for name in LASTING} for one in added] == [{name: plain[name] for name in LASTING}] * 2
    assert [one["cache"] for one in [*added, plain]] == ["miss", "hit", "hit"]


@pytest.mark.apertium
def test_the_order_of_events(services: Services) -> None:
    """The source first, then the quotes without translations, then briefs, the quotes once more, the end."""
    asked = _ask(title="The order of events")
    response = create_app(services).test_client().post("/summarize", json=asked, headers=STREAM)
    names = [name for name, _ in _events(response.data)]
    assert (response.status_code, response.mimetype) == (200, "text/event-stream")
    assert names == ["source", "quote", "quote", "brief", "brief", "brief", "quote", "quote", "done"]


def test_what_is_wrong_before_the_start_is_a_plain_problem(client: FlaskClient) -> None:
    """Status and media type as without streaming."""
    response = client.post("/summarize", json=_ask(text="…"), headers=STREAM)
    assert (response.status_code, response.mimetype) == (422, "application/problem+json")


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        ("text/event-stream", "text/event-stream"),
        ("text/event-stream, application/json;q=0.5", "text/event-stream"),
        ("application/json, text/event-stream", "application/json"),
        ("*/*", "application/json"),
        ("text/html", "application/problem+json"),
    ],
)
def test_accept_decides(client: FlaskClient, accept: str, mimetype: str) -> None:
    """What the caller likes best; JSON where it does not matter; 406 for anything else."""
    response = client.post("/summarize", json=_ask(languages=["en"]), headers={"Accept": accept})
    assert response.mimetype == mimetype


class _Stuck:
    """The translator of the service, which waits before it begins until it is let go or nobody waits for it."""

    def __init__(self, inner: Translator) -> None:
        self.inner = inner
        self.asked, self.may_go = threading.Event(), threading.Event()
        self.gone = threading.Event()
        self.name, self.revision = inner.name, "stuck"

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Any]:
        """Wait, then translate."""
        waited = requests[0].cancellation
        assert waited is not None
        waited.on_cancel(self.gone.set)
        waited.on_cancel(self.may_go.set)
        self.asked.set()
        assert self.may_go.wait(60)
        return list(self.inner.translate(requests, ready=ready))


@pytest.fixture
def stuck(services: Services, tmp_path: Path) -> Iterator[tuple[_Stuck, FlaskClient]]:
    """A service whose translator waits, and which sends a heartbeat each tenth of a second."""
    loaded = services.loaded()
    translator = _Stuck(loaded.auto.translator)
    engines = replace(loaded.auto, translator=translator)
    named = {"NEWSBRIEFS_HEARTBEAT_SECONDS": "0.1", "NEWSBRIEFS_DATA": str(tmp_path)}
    own = Services(Settings.from_env(named), lambda: replace(loaded, auto=engines))
    own.load()
    yield translator, create_app(own).test_client()
    translator.may_go.set()
    own.scheduler.close(10)


@pytest.mark.apertium
def test_a_silent_stream_has_a_heartbeat(stuck: tuple[_Stuck, FlaskClient]) -> None:
    """While a language takes its time comments keep the connection; then the rest comes."""
    translator, client = stuck
    chunks = client.post("/summarize", json=_ask(), headers=STREAM, buffered=False).iter_encoded()
    until_heartbeat = list(takewhile(lambda chunk: not chunk.startswith(b":"), chunks))
    translator.may_go.set()
    rest = _events(b"".join(chunks))
    told = [name for name, _ in _events(b"".join(until_heartbeat))]
    assert (told, rest[-1][0]) == (["source", "quote", "quote", "brief"], "done")


@pytest.mark.apertium
def test_a_stream_that_breaks_frees_its_work(stuck: tuple[_Stuck, FlaskClient]) -> None:
    """Once the caller is gone the engines are told that nobody waits."""
    translator, client = stuck
    response = client.post("/summarize", json=_ask(), headers=STREAM, buffered=False)
    assert translator.asked.wait(60)
    response.close()
    assert translator.gone.wait(60)
