"""From the model store to loaded seq2seq models, ready to translate or to summarise."""

from collections.abc import Sequence

import structlog

from service.config import Settings
from service.cores import usable_cores
from service.engines.batching import BatchingDecoder
from service.engines.conversion import converted
from service.engines.decoding import Decoder
from service.engines.families import families
from service.engines.models.catalogue import load_catalogue
from service.engines.models.lock import LockedModel
from service.engines.models.store import ModelStore, offline_environment
from service.engines.seq2seq_pieces import LoadedModel
from service.engines.tokenizing import FamilyTokenizer
from service.engines.vocabulary import Restricted, latin_targets, listed
from service.errors import EngineError, EngineUnavailable
from service.records import ModelInfo

log = structlog.get_logger(__name__)

# Rows a replica decodes at a time; more gain nothing on two cores (shared/probes, "16 rows a replica").
_ROWS_A_REPLICA = 16
_TOKENS_A_REPLICA = 2048
_SUMMARY_THREADS = 2
# Two batches under way keep the replicas busy while the outcome of one is handed out.
_BATCHES = 2


def load_models(settings: Settings, *, role: str) -> tuple[list[LoadedModel], dict[str, str]]:
    """The pulled models of a role, the better ones first, and why others could not be loaded.

    Raises EngineUnavailable where models are pulled and the packages that run them are missing.
    """
    store = ModelStore(settings.models)
    entries = [entry for entry in store.installed() if entry.role == role]
    if entries:
        _require_packages()
        offline_environment()
    loaded, failures = [], {}
    for entry in _preferred(entries):
        try:
            loaded.append(_load(store, entry, settings))
        except EngineError as error:
            failures[entry.name] = str(error)
            log.error("model_failed", model=entry.name, reason=str(error))
    return loaded, failures


def _require_packages() -> None:
    try:
        import ctranslate2
        import transformers
    except ImportError as error:
        raise EngineUnavailable(
            f"models are pulled, but the package {error.name} that runs them is not installed; run: make neural"
        ) from error
    del ctranslate2, transformers


def _preferred(entries: Sequence[LockedModel]) -> list[LockedModel]:
    """A model of one pair before those of many languages, then the larger ones first."""

    def rank(entry: LockedModel) -> tuple[bool, int, str]:
        return entry.family != "marian", -sum(file.size for file in entry.files), entry.name

    return sorted(entries, key=rank)


def _load(store: ModelStore, entry: LockedModel, settings: Settings) -> LoadedModel:
    from service.engines.ctranslate2_decoder import CTranslate2Decoder

    installed = store.open_model(entry.name)
    cuda = _has_cuda()
    precision = "float16" if cuda else "int8"
    folder = converted(
        installed.folder,
        store.derived_folder(entry, f"ctranslate2-{precision}"),
        quantisation=precision,
        revision=entry.revision,
    )
    sources, targets = _known_languages(entry)
    tokenizer = FamilyTokenizer(installed.folder, families()[entry.family], sources=sources, targets=targets)
    cores = settings.neural_threads or usable_cores()
    replicas, threads = (1, 1) if cuda else layout(entry.role, cores)
    restricted = not cuda and entry.role == "translate" and listed(folder)
    whole = CTranslate2Decoder(folder, replicas=replicas, threads=threads, device="cuda" if cuda else "cpu")
    decoder: Decoder = Restricted(whole, latin_targets(tokenizer)) if restricted else whole
    log.info("model_loaded", model=entry.name, revision=entry.revision[:12], replicas=replicas, precision=precision)
    return LoadedModel(_info(entry, tokenizer), tokenizer, batched(decoder, replicas=replicas, cuda=cuda))


def layout(role: str, cores: int) -> tuple[int, int]:
    """How many batches a model decodes side by side, and on how many cores each.

    Languages and sentences make many rows, which one core each decodes quickest; an article is one row, which would
    leave the other cores idle (docs/speed.md).
    """
    threads = _SUMMARY_THREADS if role == "summarise" and cores >= _SUMMARY_THREADS else 1
    return cores // threads, threads


def batched(decoder: Decoder, *, replicas: int, cuda: bool = False) -> BatchingDecoder:
    """A decoder behind batches of the size that suits its device."""
    return BatchingDecoder(
        decoder,
        threads=_BATCHES,
        max_rows=_ROWS_A_REPLICA * replicas * (8 if cuda else 1),
        max_tokens=_TOKENS_A_REPLICA * replicas * (8 if cuda else 1),
    )


def _known_languages(entry: LockedModel) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the catalogue says of a model whose files do not tell its languages themselves."""
    known = load_catalogue().models.get(entry.name)
    if known is None or entry.family not in ("marian", "mt5", "bart", "pegasus", "t5"):
        return (), ()
    return known.sources, known.targets


def _has_cuda() -> bool:
    import ctranslate2

    return bool(ctranslate2.get_cuda_device_count())


def _info(entry: LockedModel, tokenizer: FamilyTokenizer) -> ModelInfo:
    languages = tuple(dict.fromkeys([*tokenizer.sources.tags, *tokenizer.targets.tags]))
    return ModelInfo(entry.name, entry.revision[:12], entry.licence, "neural", languages)
