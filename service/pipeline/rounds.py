"""Translating in rounds: all that is first wanted in one batch, then what takes the place of what fell out."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from service.pipeline.desk import Desk, Wanted
from service.pipeline.draft import Draft
from service.pipeline.stopwatch import Stopwatch


def translate_at_once(
    drafts: Mapping[str, Draft], quotes: Sequence[Wanted], desk: Desk, *, between: Callable[[], None]
) -> None:
    """Settle all drafts, and have the quotes translated; `between` is called before each round."""
    wanted = [*(pair for draft in drafts.values() for pair in draft.needs()), *quotes]
    while wanted:
        between()
        desk.fetch(wanted)
        wanted = [pair for draft in drafts.values() for pair in draft.needs()]


class ReadyRounds:
    """The same rounds, in which each language is settled as soon as its own texts are there, whatever else is not.

    Translators work in another thread meanwhile; everything here stays in the caller's. `settled` is called outside
    the stage `translate`.
    """

    def __init__(
        self, drafts: Mapping[str, Draft], desk: Desk, *, watch: Stopwatch, settled: Callable[[str], None]
    ) -> None:
        self._drafts = drafts
        self._desk = desk
        self._watch = watch
        self._settled = settled
        self._waiting: dict[str, set[Wanted]] = {}
        self._next: list[Wanted] = []

    def run(self, quotes: Sequence[Wanted], *, meanwhile: Callable[[], None], between: Callable[[], None]) -> None:
        """Settle all drafts; `meanwhile` is called once, when the first batch is under way."""
        self._look(list(self._drafts))
        wanted = [*self._next, *quotes]
        if not wanted:
            meanwhile()
        while wanted:
            between()
            self._next = []
            with self._desk.fetching(wanted) as arrivals:
                meanwhile()
                while (pair := self._arrived(arrivals)) is not None:
                    self._look(self._complete(pair))
            wanted, meanwhile = self._next, _nothing

    def _arrived(self, arrivals: Iterator[Wanted]) -> Wanted | None:
        with self._watch.stage("translate"):
            return next(arrivals, None)

    def _complete(self, pair: Wanted) -> list[str]:
        """The languages that have everything they waited for, now that `pair` is there."""
        found = [language for language, missing in self._waiting.items() if missing == {pair}]
        for missing in self._waiting.values():
            missing.discard(pair)
        return found

    def _look(self, languages: Sequence[str]) -> None:
        """Ask drafts what they want next; those that want nothing are settled."""
        for language in languages:
            self._waiting.pop(language, None)
            with self._watch.stage("translate"):
                missing = self._missing(self._drafts[language])
            if missing:
                self._waiting[language] = set(missing)
                self._next += missing
            else:
                self._settled(language)

    def _missing(self, draft: Draft) -> list[Wanted]:
        """What a draft wants that is not at the desk, where it may lie already for a quote."""
        while wanted := draft.needs():
            missing = [pair for pair in wanted if self._desk.get(*pair) is None]
            if missing:
                return missing
        return []


def _nothing() -> None:
    """After the first batch nothing else is left to do meanwhile."""
