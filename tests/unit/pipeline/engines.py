"""Translators for these tests: each does what a phrasebook does, and one thing more."""

from collections.abc import Callable, Sequence

from service.engines.base import EngineSet, Ready, Translator
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import Book, PhrasebookTranslator
from service.pipeline.underway import Result
from service.records import TranslationRequest

Instead = Callable[[TranslationRequest], Result | None]


class RecordingTranslator(PhrasebookTranslator):
    """Keeps every batch it was asked for, tells nothing; `instead` may give another result for a request."""

    def __init__(self, book: Book, instead: Instead = lambda request: None) -> None:
        super().__init__(book)
        self.batches: list[list[TranslationRequest]] = []
        self._instead = instead

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """Look each text up."""
        self.batches.append(list(requests))
        found = super().translate(requests)
        return [self._instead(request) or result for request, result in zip(requests, found, strict=True)]


class SteppingTranslator(PhrasebookTranslator):
    """Tells the results of one target after the other, and calls `after` with each target once it is told."""

    def __init__(self, book: Book, after: Callable[[str], None]) -> None:
        super().__init__(book)
        self._after = after

    def translate(self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None) -> list[Result]:
        """Look each text up."""
        found = super().translate(requests)
        for target in dict.fromkeys(request.target for request in requests):
            for place, request in enumerate(requests):
                if ready is not None and request.target == target:
                    ready(place, found[place])
            self._after(target)
        return found


def engine_set(translator: Translator) -> EngineSet:
    """Lead and `translator`."""
    return EngineSet("test", "embedded", LeadSummariser(), translator, LeadSummariser())
