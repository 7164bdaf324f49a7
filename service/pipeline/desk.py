"""The translations of one briefing: every text into every language once, a batch at a time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from service.cancellation import Cancellation
from service.engines.base import Ready, Translator
from service.errors import Cancelled, EngineCancelled, EngineError
from service.pipeline.underway import Result, Underway
from service.records import GlossaryEntry, TranslationRequest

Wanted = tuple[str, str]


class Desk:
    """Asks the translator for what is wanted and keeps what came back, errors too.

    Not safe under threads. Raises Cancelled as soon as an engine says that nobody waits any more.
    """

    def __init__(
        self,
        translator: Translator,
        *,
        source: str,
        names: Sequence[str],
        glossary: Sequence[GlossaryEntry],
        deadline: float | None,
        cancellation: Cancellation | None = None,
    ) -> None:
        self._names = tuple(names)
        self._glossary = tuple(glossary)
        self._translator = translator
        self.source = source
        self._deadline = deadline
        self._cancellation = cancellation
        self._done: dict[Wanted, Result] = {}

    def fetch(self, wanted: Iterable[Wanted]) -> None:
        """Translate each (text, target) pair that is not here yet, all in one batch."""
        missing = self._missing(wanted)
        if missing:
            results = self._translate(self._requests(missing), None)
            for pair, result in zip(missing, results, strict=True):
                self._keep(pair, result)

    @contextmanager
    def fetching(self, wanted: Iterable[Wanted]) -> Iterator[Iterator[Wanted]]:
        """As `fetch`, in a thread of its own: gives each pair, old ones first, as soon as it is here.

        Leaving the block waits for the engine, also where not all pairs were taken.
        """
        pairs = list(dict.fromkeys(wanted))
        missing = self._missing(pairs)
        requests = self._requests(missing)
        # As in `fetch`, an engine that returns too few or too many is a bug that is heard of.
        underway = Underway(
            lambda ready: [one for _, one in zip(requests, self._translate(requests, ready), strict=True)]
        )
        try:
            yield self._arrivals([pair for pair in pairs if pair in self._done], missing, underway)
        finally:
            underway.wait()

    def get(self, text: str, target: str) -> Result | None:
        """What came back for `text` in `target`; None where it was never asked for."""
        return self._done.get((text, target))

    def results(self, target: str) -> list[Result]:
        """Everything that came back for `target`."""
        return [result for (_, to), result in self._done.items() if to == target]

    def _arrivals(self, here: list[Wanted], missing: list[Wanted], underway: Underway) -> Iterator[Wanted]:
        yield from here
        for place, result in underway:
            self._keep(missing[place], result)
            yield missing[place]

    def _missing(self, wanted: Iterable[Wanted]) -> list[Wanted]:
        return [pair for pair in dict.fromkeys(wanted) if pair not in self._done]

    def _keep(self, pair: Wanted, result: Result) -> None:
        if isinstance(result, EngineCancelled):
            raise Cancelled(str(result)) from result
        self._done[pair] = result

    def _requests(self, missing: Iterable[Wanted]) -> list[TranslationRequest]:
        return [self._request(text, target) for text, target in missing]

    def _request(self, text: str, target: str) -> TranslationRequest:
        return TranslationRequest(
            text=text,
            source=self.source,
            target=target,
            names=tuple(name for name in self._names if name in text),
            glossary=self._glossary,
            deadline=self._deadline,
            cancellation=self._cancellation,
        )

    def _translate(self, requests: list[TranslationRequest], ready: Ready | None) -> Sequence[Result]:
        """Every result, all of them errors where the translator fails as a whole; `ready` hears of each before."""
        if not requests:
            return []
        try:
            return self._translator.translate(requests, ready=ready)
        except EngineError as error:
            return [error] * len(requests)
