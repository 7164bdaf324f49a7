"""Every engine by name, and which of them each profile loads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.config import Settings
from service.engines.base import Summariser, Translator
from service.records import Tier


@dataclass(frozen=True, slots=True)
class Profile:
    """The engines one profile is made of, by their names in the tables below."""

    tier: Tier
    summariser: str
    translator: str


def _extractive(settings: Settings) -> Summariser:
    from service.engines.extractive import ExtractiveSummariser

    return ExtractiveSummariser()


def _apertium(settings: Settings) -> Translator:
    from service.engines.apertium import ApertiumTranslator

    return ApertiumTranslator(
        modes=settings.apertium_modes,
        state=settings.state,
        max_pipelines=settings.apertium_pipelines,
        threads=settings.translation_threads,
    )


SUMMARISERS: Mapping[str, Callable[[Settings], Summariser]] = {"extractive": _extractive}
TRANSLATORS: Mapping[str, Callable[[Settings], Translator]] = {"apertium": _apertium}
PROFILES: Mapping[str, Profile] = {
    "embedded": Profile(tier="embedded", summariser="extractive", translator="apertium"),
}
