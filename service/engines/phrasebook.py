"""A translator that knows the sentences it was given, and nothing else.

For tests and for fixed wordings: it never guesses, a text that is not in its book is an error.
"""

import time
from collections.abc import Mapping, Sequence
from hashlib import sha256

from service.engines.base import Ready
from service.errors import EngineError, EngineTimeout, NoRoute
from service.records import ModelInfo, Step, Translation, TranslationRequest

Book = Mapping[tuple[str, str], Mapping[str, str]]


class PhrasebookTranslator:
    """Translates by looking up whole texts; `book` maps (source, target) to texts and their translations."""

    name = "phrasebook"

    def __init__(self, book: Book) -> None:
        self._book = {pair: dict(phrases) for pair, phrases in book.items()}
        self.revision = sha256(repr(sorted(self._book.items())).encode()).hexdigest()[:12]

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Look each text up, and tell `ready` of it; the result has the length and order of the input."""
        found = []
        for place, request in enumerate(requests):
            found.append(self._one(request))
            if ready is not None:
                ready(place, found[place])
        return found

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """For each source language the targets the book has."""
        sources = sorted({source for source, _ in self._book})
        return {source: tuple(sorted(to for one, to in self._book if one == source)) for source in sources}

    def models(self) -> list[ModelInfo]:
        """The book itself."""
        languages = tuple(sorted({language for pair in self._book for language in pair}))
        return [ModelInfo(self.name, self.revision, "Apache-2.0", "source", languages)]

    def failures(self) -> Mapping[str, str]:
        """Nothing can fail to load."""
        return {}

    def self_test(self) -> Mapping[str, str]:
        """Nothing has to start."""
        return {}

    def close(self) -> None:
        """Nothing to free."""

    def _one(self, request: TranslationRequest) -> Translation | EngineError:
        pair = (request.source, request.target)
        if request.deadline is not None and time.monotonic() >= request.deadline:
            return EngineTimeout("the deadline passed before the text was looked up; allow more")
        if request.source == request.target:
            return Translation(request.text, ())
        if pair not in self._book:
            return NoRoute(f"the book has no {request.source} to {request.target}")
        if request.text not in self._book[pair]:
            return EngineError(f"the book has no such text of {len(request.text)} characters; add it")
        step = Step("translate", self.name, self.revision, request.source, request.target)
        return Translation(self._book[pair][request.text], (step,))
