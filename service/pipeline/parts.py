"""The second level of the cache: what one request worked out and another can take over, part by part.

Three kinds of part, each under a hash of all that it depends on, so that what is found is never out of date:

- the understanding of an article: its text, format, title and source language, the limits, this version;
- the summary of it: the understanding, the ceiling, the engines that summarise;
- one language (brief and translated quotes): the summary, the language and the way to it, glossary, quotes, translator.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Generic, Protocol, TypeVar

from pydantic import TypeAdapter

from service import __version__
from service.engines.base import EngineSet
from service.pipeline.languages import Lane
from service.pipeline.understand import Limits
from service.records import Article, Brief, BriefRequest, QuoteTranslation, Summary, Truncation

Part = TypeVar("Part")
_MARK_BYTES = 8


class PartStore(Protocol):
    """Where parts are kept as bytes; none of it raises."""

    def get(self, key: str) -> bytes | None:
        """What is kept under `key`, or None."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, as far as there is room."""
        ...

    def drop(self, key: str) -> None:
        """Keep nothing under `key` any more."""
        ...


@dataclass(frozen=True, slots=True)
class Understanding:
    """An article as it was understood, and how much of it is weighed."""

    article: Article
    truncation: Truncation | None


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """Everything one language has: its brief, and each key quote in it (none where they are not translated)."""

    brief: Brief
    quotes: tuple[QuoteTranslation, ...]


class Shelf(Generic[Part]):
    """The parts of one kind: JSON behind a mark of the shape it was written in.

    The mark is a hash of the kind's JSON schema: what a version with other records wrote is a miss, as is whatever
    can't be read, and is dropped.
    """

    def __init__(self, kind: type[Part], store: PartStore, *, name: str) -> None:
        self._codec = TypeAdapter(kind)
        self._store = store
        self._name = name
        schema = json.dumps(self._codec.json_schema(), sort_keys=True)
        self._mark = sha256(schema.encode()).digest()[:_MARK_BYTES]

    def get(self, key: str) -> Part | None:
        """The part under `key`, or None."""
        place = f"{self._name}:{key}"
        kept = self._store.get(place)
        if kept is None:
            return None
        try:
            if kept.startswith(self._mark):
                return self._codec.validate_json(kept[_MARK_BYTES:])
        except ValueError:
            pass
        self._store.drop(place)
        return None

    def put(self, key: str, part: Part) -> None:
        """Keep `part` under `key`; a text that is no Unicode (a lone surrogate) is not kept."""
        try:
            written = self._codec.dump_json(part)
        except ValueError:
            return
        self._store.put(f"{self._name}:{key}", self._mark + written)


class Parts:
    """All parts there are, in one store of bytes."""

    def __init__(self, store: PartStore) -> None:
        self.understandings = Shelf(Understanding, store, name="understanding")
        self.summaries = Shelf(Summary, store, name="summary")
        self.languages = Shelf(LanguagePart, store, name="language")


def understanding_key(request: BriefRequest, limits: Limits) -> str:
    """Everything that the understanding of an article depends on."""
    asked = (request.text, request.format, request.title, request.source_language)
    return _hash("understanding", __version__, asked, asdict(limits))


def summary_key(understanding: str, request: BriefRequest, engines: EngineSet) -> str:
    """Everything that the summary depends on; in strict mode another engine may take the summariser's place."""
    writers = [engines.summariser, *([engines.extracts] if request.strict else [])]
    used = [(engine.name, engine.revision) for engine in writers]
    return _hash("summary", understanding, asdict(request.ceiling), request.strict, used)


def language_key(summary: str, request: BriefRequest, lane: Lane, engines: EngineSet) -> str:
    """Everything that one language depends on: other languages, and their order, have no part in it."""
    quotes = request.quotes if request.translate_quotes else None
    glossary = [asdict(entry) for entry in request.glossary]
    used = (engines.translator.name, engines.translator.revision, engines.tier)
    return _hash("language", summary, asdict(lane), glossary, quotes, used)


def _hash(*depends_on: object) -> str:
    # ASCII escapes have a form for every `str`, lone surrogates too.
    return sha256(json.dumps(depends_on, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
