"""The same call as server-sent events: the article as it was understood, its quotes, a brief as each language is ready.

`source`, `quote`…, `brief`…, `done`. A quote is sent at once, without its translations, and once more when it has them
all: a later `quote` with the same `start` and `end` takes the earlier one's place. What was sent adds up to the plain
answer.
"""

import json
import time
from collections.abc import Generator, Iterator
from typing import Any

from service.bootstrap import Services
from service.cancellation import Cancellation
from service.errors import Cancelled, NewsbriefsError
from service.pipeline.events import BriefReady, QuotesPicked, Understood
from service.text.offsets import converter
from service.web.answers import Place, to_brief, to_quote, to_source
from service.web.problems import document_of
from service.web.summarize import Answered, Asked, kept_answer, outcome, start

MEDIA_TYPE = "text/event-stream"
# How soon a caller that went away is noticed while nothing is sent.
_LOOK_SECONDS = 0.5
_HEARTBEAT = b": still working\n\n"


def stream(
    services: Services, asked: Asked, *, began: float, cancellation: Cancellation, request_id: str
) -> Generator[bytes]:
    """The events of one call; what goes wrong before the first one is raised by the first `next`."""
    heartbeat_seconds = services.settings.heartbeat_seconds
    story = _Story(asked)
    kept = kept_answer(services, asked, began)
    if kept is not None:
        yield from story.rest(kept)
        return
    begun = False
    try:
        with services.flights.join(asked.id, lambda flight: start(services, asked, flight)) as flight:
            silent_since = time.monotonic()
            for event in flight.follow(_LOOK_SECONDS):
                if cancellation.cancelled:
                    raise Cancelled("the client went away")
                for chunk in story.told(event):
                    begun, silent_since = True, time.monotonic()
                    yield chunk
                if begun and time.monotonic() - silent_since >= heartbeat_seconds:
                    silent_since = time.monotonic()
                    yield _HEARTBEAT
            yield from story.rest(outcome(flight.task))
    except NewsbriefsError as error:
        if not begun:
            raise
        yield _event("error", document_of(error, request_id))


class _Story:
    """What a caller was told so far, in the shape of the wire."""

    def __init__(self, asked: Asked) -> None:
        self._unit = asked.wire.offsets
        self._place: Place | None = None
        self._source = False
        self._quotes: list[Any] = []
        self._briefs: set[int] = set()

    def told(self, event: object) -> Iterator[bytes]:
        """The event as the wire has it; nothing for None."""
        if isinstance(event, Understood):
            self._place = converter(event.article.text, self._unit)
            self._source = True
            yield _event("source", _document(to_source(event.article, event.truncation, self._place)))
        elif isinstance(event, QuotesPicked) and self._place is not None:
            self._quotes = [_document(to_quote(quote, self._place)) for quote in event.quotes]
            for quote in self._quotes:
                yield _event("quote", quote)
        elif isinstance(event, BriefReady) and self._place is not None:
            self._briefs.add(event.index)
            yield _event("brief", _document(to_brief(event.brief, self._place)))

    def rest(self, answered: Answered) -> Iterator[bytes]:
        """What was not told yet of an answer, and its end."""
        answer = json.loads(answered.document())
        if not self._source:
            yield _event("source", answer["source"])
        for place, quote in enumerate(answer["quotes"]):
            if self._quotes[place : place + 1] != [quote]:
                yield _event("quote", quote)
        for index, brief in enumerate(answer["briefs"]):
            if index not in self._briefs:
                yield _event("brief", brief)
        yield _event("done", {name: answer[name] for name in ("id", "engines", "timings_ms", "cache")})


def _document(wire: Any) -> Any:
    return json.loads(wire.model_dump_json(by_alias=True))


def _event(name: str, document: Any) -> bytes:
    return f"event: {name}\ndata: {json.dumps(document, ensure_ascii=False)}\n\n".encode()
