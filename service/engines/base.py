"""The two seams that every engine fits: a batch in, a list of the same length and order out.

An engine raises `EngineError`, and nothing else, when the batch as a whole can't be served. A single
input that fails is returned as an `EngineError` in its place, so that its batch mates are not touched.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from service.errors import EngineError
from service.records import ModelInfo, Summary, SummaryRequest, Tier, Translation, TranslationRequest

Ready = Callable[[int, Translation | EngineError], None]
"""Told of one result by its place in the batch; it returns at once and raises nothing."""


class Summariser(Protocol):
    """Something that turns articles into summaries in the article's own language."""

    name: str
    revision: str

    def knows(self, language: str) -> bool:
        """Whether it can summarise articles in the language (a BCP 47 tag)."""
        ...

    def summarise(self, requests: Sequence[SummaryRequest]) -> list[Summary | EngineError]:
        """Summarise each request; the result has the length and order of the input."""
        ...

    def models(self) -> list[ModelInfo]:
        """What it is made of."""
        ...

    def close(self) -> None:
        """Free memory; safe to call twice."""
        ...


class Translator(Protocol):
    """Something that translates texts between the languages it can reach."""

    name: str
    revision: str

    def translate(
        self, requests: Sequence[TranslationRequest], *, ready: Ready | None = None
    ) -> list[Translation | EngineError]:
        """Translate each request; the result has the length and order of the input.

        `ready` is told of each result as soon as it is there, from any thread and at most once each; never after the
        return. What was told stands, also where the batch then fails as a whole.
        """
        ...

    def targets(self) -> Mapping[str, tuple[str, ...]]:
        """For each source language the targets it can reach, each in a stable order."""
        ...

    def models(self) -> list[ModelInfo]:
        """What it is made of."""
        ...

    def failures(self) -> Mapping[str, str]:
        """What was installed and yet is not offered, by name, with the reason."""
        ...

    def self_test(self) -> Mapping[str, str]:
        """Start everything once and return `failures`; may take seconds."""
        ...

    def close(self) -> None:
        """Free processes and memory; safe to call twice."""
        ...


@dataclass(frozen=True, slots=True)
class EngineSet:
    """The engines that serve a request together, loaded.

    `extracts` summarises in the article's own sentences: what a strict brief falls back to. `concurrency` is how many
    requests it serves best at the same time; 0 leaves that to the service, by its cores.
    """

    profile: str
    tier: Tier
    summariser: Summariser
    translator: Translator
    extracts: Summariser
    concurrency: int = 0

    def models(self) -> list[ModelInfo]:
        """Everything it is made of, each once."""
        return list(dict.fromkeys([*self.summariser.models(), *self.translator.models()]))

    def revision(self) -> str:
        """A short hash that changes whenever any engine, model or data set of it does."""
        parts = [self.profile, self.summariser.revision, self.translator.revision, self.extracts.revision]
        return sha256("\0".join(parts).encode()).hexdigest()[:16]

    def close(self) -> None:
        """Free what the engines hold; safe to call twice."""
        self.translator.close()
        self.summariser.close()


@dataclass(frozen=True, slots=True)
class LoadedEngines:
    """Every family of engines that is loaded, by name, and all of them together as `auto`.

    `failures` are the families that were asked for and could not be loaded, with the reason.
    """

    auto: EngineSet
    families: Mapping[str, EngineSet]
    failures: Mapping[str, str]

    def close(self) -> None:
        """Free what all of them hold; safe to call twice."""
        self.auto.close()
        for engines in self.families.values():
            engines.close()
