"""The translations of one briefing: every text into every language once, a batch at a time."""

from collections.abc import Iterable, Sequence

from service.engines.base import Translator
from service.errors import EngineError
from service.records import GlossaryEntry, Translation, TranslationRequest

Wanted = tuple[str, str]


class Desk:
    """Asks the translator for what is wanted and keeps what came back, errors too."""

    def __init__(
        self,
        translator: Translator,
        *,
        source: str,
        names: Sequence[str],
        glossary: Sequence[GlossaryEntry],
        deadline: float | None,
    ) -> None:
        self._names = tuple(names)
        self._glossary = tuple(glossary)
        self._translator = translator
        self.source = source
        self._deadline = deadline
        self._done: dict[Wanted, Translation | EngineError] = {}

    def fetch(self, wanted: Iterable[Wanted]) -> None:
        """Translate each (text, target) pair that is not here yet, all in one batch."""
        missing = [pair for pair in dict.fromkeys(wanted) if pair not in self._done]
        if missing:
            results = self._translate([self._request(text, target) for text, target in missing])
            self._done.update(zip(missing, results, strict=True))

    def get(self, text: str, target: str) -> Translation | EngineError | None:
        """What came back for `text` in `target`; None where it was never asked for."""
        return self._done.get((text, target))

    def _request(self, text: str, target: str) -> TranslationRequest:
        return TranslationRequest(
            text=text,
            source=self.source,
            target=target,
            names=tuple(name for name in self._names if name in text),
            glossary=self._glossary,
            deadline=self._deadline,
        )

    def _translate(self, requests: list[TranslationRequest]) -> Sequence[Translation | EngineError]:
        try:
            return self._translator.translate(requests)
        except EngineError as error:
            return [error] * len(requests)
