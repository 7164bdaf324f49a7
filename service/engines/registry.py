"""Every family of engines by name: what it takes to load it, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.config import Settings
from service.cores import usable_cores
from service.engines.base import EngineSet


@dataclass(frozen=True, slots=True)
class Family:
    """One family: whether the settings and what is installed ask for it, and what loads it.

    `load` raises EngineError where it is asked for and can't be had.
    """

    wanted: Callable[[Settings], bool]
    load: Callable[[Settings], EngineSet]


def _embedded(settings: Settings) -> EngineSet:
    from service.engines.apertium import ApertiumTranslator
    from service.engines.extractive import ExtractiveSummariser

    translator = ApertiumTranslator(
        modes=settings.apertium_modes,
        state=settings.state,
        max_pipelines=settings.apertium_pipelines,
        threads=settings.translation_threads,
    )
    extracts = ExtractiveSummariser()
    return EngineSet("embedded", "embedded", extracts, translator, extracts, concurrency=max(2, usable_cores()))


def _neural(settings: Settings) -> EngineSet:
    from service.engines.extractive import ExtractiveSummariser
    from service.engines.preference import PreferredSummariser
    from service.engines.seq2seq import Seq2SeqTranslator
    from service.engines.seq2seq_loading import load_models
    from service.engines.seq2seq_summariser import Seq2SeqSummariser

    translators, failures = load_models(settings, role="translate")
    summarisers, others = load_models(settings, role="summarise")
    extracts = ExtractiveSummariser()
    summariser = PreferredSummariser([Seq2SeqSummariser(summarisers), extracts])
    translator = Seq2SeqTranslator(translators, failures=failures | others)
    return EngineSet(
        "neural",
        "neural",
        summariser if summarisers else extracts,
        translator,
        extracts,
        # Callers share batches: several for each core fill them (docs/speed.md).
        concurrency=max(4, 4 * usable_cores()),
    )


def _has_pulled_models(settings: Settings) -> bool:
    from service.engines.models.store import ModelStore

    return any(entry.role in ("translate", "summarise") for entry in ModelStore(settings.models).installed())


def _has_chat_model(settings: Settings) -> bool:
    from service.engines.instruct_backend import is_wanted

    return is_wanted(settings)


def _instruct(settings: Settings) -> EngineSet:
    from service.engines.extractive import ExtractiveSummariser
    from service.engines.instruct import InstructSummariser
    from service.engines.instruct_backend import open_backend
    from service.engines.instruct_translator import InstructTranslator

    backend, languages = open_backend(settings), settings.instruct_languages
    return EngineSet(
        "instruct",
        "instruct",
        InstructSummariser(backend, settings.prompts, languages=languages),
        InstructTranslator(backend, settings.prompts, languages=languages),
        ExtractiveSummariser(),
        # A brief puts many questions; more callers at the same time would only wait inside.
        concurrency=settings.instruct_concurrency if settings.instruct_url else 2,
    )


# The better ones first: `engine: auto` takes the first that can do what is asked.
FAMILIES: Mapping[str, Family] = {
    "instruct": Family(_has_chat_model, _instruct),
    "neural": Family(_has_pulled_models, _neural),
    "embedded": Family(lambda settings: True, _embedded),
}
