"""The one place where the parts of the service are put together."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Any, Literal

import structlog

from service import __version__
from service.checks.warm import warm as warm_checks
from service.config import Settings
from service.engines.base import EngineSet, LoadedEngines
from service.engines.batching import BatchCounts, CountsBatches
from service.engines.preference import PreferredSummariser, PreferredTranslator
from service.engines.registry import FAMILIES
from service.errors import EngineUnavailable, NewsbriefsError, NotReady
from service.jobs.jobs import open_jobs
from service.metrics import Metrics
from service.pipeline.parts import Parts
from service.stores.cache import Cache, MemoryCache, TieredCache
from service.stores.redis_cache import RedisCache
from service.stores.redis_link import RedisLink, open_redis
from service.text import language
from service.text.language import known_languages
from service.text.read import read_document
from service.work.cost import CostModel
from service.work.flights import Flights
from service.work.scheduler import Scheduler

log = structlog.get_logger(__name__)

_MEND_SECONDS = 15.0
_GRACE_SECONDS = 5.0
# The part that is there, and failed, from SIGTERM on.
ENDING = "service"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the service and whether it is ready."""

    name: str
    status: Literal["ok", "loading", "failed"]
    detail: str | None = None


class Services:
    """Settings, engines, stores and the line of waiting work of one process; the engines load once, in the worker.

    `closing` is called by `close`, after the work has ended.
    """

    def __init__(
        self,
        settings: Settings,
        load_engines: Callable[[], LoadedEngines],
        mend_engines: Callable[[LoadedEngines], LoadedEngines] | None = None,
    ) -> None:
        self.settings = settings
        self.cache = _open_cache(settings)
        self.known = Parts(self.cache)
        self.scheduler = Scheduler(slots=settings.concurrency or 1, most_waiting=_most_waiting(settings))
        self.costs = CostModel()
        self.flights: Flights[Any] = Flights()
        self.jobs = open_jobs(settings)
        self.metrics = Metrics(version=__version__, languages=known_languages())
        self.draining = False
        self.closing: list[Callable[[], None]] = []
        self._load_engines = load_engines
        self._mend_engines = mend_engines
        self._closed = Event()
        self._loaded: LoadedEngines | None = None
        self._failure: str | None = None
        self._lock = Lock()
        self._show_metrics()

    def load(self) -> None:
        """Load the engines and wait for them; a failure is kept and told by `parts`."""
        began = time.perf_counter()
        with self._lock:
            if self._loaded is not None:
                return
            try:
                self._loaded = self._load_engines()
            except Exception as error:
                self._failure = _told(error)
                log.exception("engines_failed")
                return
            self._resize()
        log.info("engines_loaded", profile=self._loaded.auto.profile, seconds=round(time.perf_counter() - began, 2))

    def start(self) -> None:
        """Load the engines in the background, so that health is answered meanwhile."""
        Thread(target=self._load_until_whole, name="load-engines", daemon=True).start()

    def _load_until_whole(self) -> None:
        self.load()
        while self._loaded is not None and self._loaded.failures and not self._closed.wait(_MEND_SECONDS):
            self.mend()

    def mend(self) -> None:
        """Try once more to load the families that failed: a chat server may start after this service."""
        if self._mend_engines is None or not self.loaded().failures:
            return
        with self._lock:
            self._loaded = self._mend_engines(self.loaded())
            self._resize()
        log.info("engines_mended", profile=self._loaded.auto.profile, failed=sorted(self._loaded.failures))

    def loaded(self) -> LoadedEngines:
        """Everything that is loaded; raises NotReady while it loads, or where it failed to."""
        if self._loaded is not None:
            return self._loaded
        if self._failure is not None:
            raise NotReady("the engines failed to load; see GET /readyz")
        raise NotReady("the engines are still loading; try again in 5 seconds")

    def engines(self) -> EngineSet:
        """The engines that serve `auto`; raises NotReady as `loaded` does."""
        return self.loaded().auto

    def parts(self) -> list[Part]:
        """Every part with its state."""
        ending = [Part(ENDING, "failed", "it is shutting down; send requests elsewhere")] if self.draining else []
        return [*ending, *self._engine_parts(), *self._store_parts()]

    def _engine_parts(self) -> list[Part]:
        if self._loaded is None:
            name = f"engines:{self.settings.profile}"
            return [Part(name, "failed", self._failure) if self._failure else Part(name, "loading")]
        loaded = [Part(f"engines:{name}", "ok") for name in self._loaded.families]
        failed = [Part(f"engines:{name}", "failed", why) for name, why in self._loaded.failures.items()]
        return [*loaded, *failed, *self._models_missing(), self._translation()]

    def _store_parts(self) -> list[Part]:
        """The cache is always there, if need be in this process alone; without their store jobs can't be accepted."""
        parts = [Part("store:cache", "ok", self.cache.problem())]
        if self.jobs is not None:
            problem = self.jobs.store.problem()
            parts.append(Part("store:jobs", "failed" if problem else "ok", problem or self.jobs.detail()))
        return parts

    def _models_missing(self) -> list[Part]:
        """Models that were pulled and can't be used; a pair of the system that fails its test is only not offered."""
        neural = self.loaded().families.get("neural")
        failures = neural.translator.failures() if neural else {}
        return [Part(f"model:{name}", "failed", why) for name, why in failures.items()]

    def _translation(self) -> Part:
        translator = self.engines().translator
        if translator.targets():
            return Part(f"translator:{translator.name}", "ok")
        missing = "no translation pair is installed; `newsbriefs doctor` tells how to add some"
        return Part(f"translator:{translator.name}", "failed", missing)

    def _resize(self) -> None:
        """Work on as many requests at the same time as the engines serve best."""
        self.scheduler.resize(self.settings.concurrency or self.loaded().auto.concurrency or 1)

    def _show_metrics(self) -> None:
        """Tell the metrics where to read what others own."""
        self.metrics.watch_profile(lambda: self._loaded.auto.profile if self._loaded else self.settings.profile)
        self.metrics.watch_engines(self._families)
        self.metrics.watch_queue(self.scheduler.snapshot)
        self.metrics.watch_cache(self.cache.counts)
        self.metrics.watch_decoders(self._decoders)
        if self.jobs is not None:
            self.metrics.watch_jobs(self.jobs.store.counts)
            self.metrics.watch_callbacks(self.jobs.callback_counts)

    def _families(self) -> dict[str, bool]:
        if self._loaded is None:
            return {self.settings.profile: False}
        return dict.fromkeys(self._loaded.failures, False) | dict.fromkeys(self._loaded.families, True)

    def _decoders(self) -> dict[str, BatchCounts]:
        families = self._loaded.families.values() if self._loaded is not None else ()
        engines = [engine for family in families for engine in (family.summariser, family.translator)]
        counts: dict[str, BatchCounts] = {}
        for engine in engines:
            if isinstance(engine, CountsBatches):
                counts.update(engine.counts())
        return counts

    def drain(self) -> None:
        """Tell readiness that this process ends, and begin no more jobs; requests are still taken."""
        self.draining = True
        if self.jobs is not None:
            self.jobs.drain()

    def close(self) -> None:
        """End what runs and free what is held; safe to call twice."""
        self._closed.set()
        if self.jobs is not None:
            self.jobs.stop(grace_seconds=_GRACE_SECONDS)
        self.scheduler.close(_GRACE_SECONDS)
        for close in self.closing:
            close()
        self.cache.close()
        if self._loaded is not None:
            self._loaded.close()


def _open_cache(settings: Settings) -> Cache:
    """In this process, and before the shared store where one is set."""
    memory = MemoryCache(max_bytes=settings.cache_bytes)
    if not settings.redis_url:
        return memory
    link = RedisLink(open_redis(settings.redis_url), store="cache")
    return TieredCache(memory, RedisCache(link, keep_seconds=settings.shared_cache_seconds))


def _most_waiting(settings: Settings) -> int:
    """Who waits for a turn holds a thread; the others stay free for what is quick: refusals, jobs, pages."""
    return max(1, settings.threads // 4)


def _told(error: Exception) -> str:
    """What may be told of a failure: a foreign message may name a path of this machine, which belongs in the log."""
    return str(error) if isinstance(error, NewsbriefsError) else f"{type(error).__name__}; the log says more"


def load_engines(settings: Settings, *, before: LoadedEngines | None = None) -> LoadedEngines:
    """Load every family that the profile asks for, but for those that were loaded `before`.

    A pulled model or a chat server that can't be had takes nothing with it; it is told, and the service is not ready.
    Raises what the profile's own family raises where it names a single one, EngineUnavailable where none is left.
    """
    families: dict[str, EngineSet] = {}
    failures: dict[str, str] = {}
    for name, family in FAMILIES.items():
        if before is not None and name in before.families:
            families[name] = before.families[name]
        elif _asked_for(name, settings):
            try:
                families[name] = family.load(settings)
            except Exception as error:
                if name == settings.profile:
                    raise
                failures[name] = _told(error)
                log.error("family_failed", family=name, exc_info=before is None)
    if not families:
        raise EngineUnavailable("; ".join(f"{name}: {why}" for name, why in failures.items()))
    return LoadedEngines(auto=together(families), families=families, failures=failures)


def _asked_for(name: str, settings: Settings) -> bool:
    if settings.profile == "auto":
        return FAMILIES[name].wanted(settings)
    return name == settings.profile


def together(families: Mapping[str, EngineSet]) -> EngineSet:
    """All families as one, the better ones first; a single one stays itself."""
    sets = list(families.values())
    if len(sets) == 1:
        return sets[0]
    return EngineSet(
        profile="+".join(reversed(list(families))),
        tier=sets[0].tier,
        summariser=PreferredSummariser([engines.summariser for engines in sets]),
        translator=PreferredTranslator([engines.translator for engines in sets]),
        extracts=sets[-1].extracts,
        concurrency=sets[0].concurrency,
    )


def _warm_up(languages: Iterable[str]) -> None:
    """Load what reading an article, and checking briefs in `languages`, loads on first use: no caller waits for it."""
    language.load()
    warm_checks(languages)
    read_document("<p>A page of one line.</p>", format="html", title=None)


def build_services(settings: Settings) -> Services:
    """Put the parts together; nothing is loaded until `start` or `load`."""

    def load() -> LoadedEngines:
        _warm_up(settings.default_languages)
        return load_engines(settings)

    return Services(settings, load_engines=load, mend_engines=lambda before: load_engines(settings, before=before))
