"""The one place where the parts of the service are put together."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Literal

import structlog

from service.checks.warm import warm as warm_checks
from service.config import Settings
from service.engines.base import EngineSet, LoadedEngines
from service.engines.preference import PreferredSummariser, PreferredTranslator
from service.engines.registry import FAMILIES
from service.errors import EngineUnavailable, NewsbriefsError, NotReady
from service.stores.cache import AnswerCache, MemoryCache
from service.text import language
from service.text.read import read_document

log = structlog.get_logger(__name__)

_MEND_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the service and whether it is ready."""

    name: str
    status: Literal["ok", "loading", "failed"]
    detail: str | None = None


class Services:
    """Settings, stores and engines of one process; the engines load once, in the worker."""

    def __init__(
        self,
        settings: Settings,
        cache: AnswerCache,
        load_engines: Callable[[], LoadedEngines],
        mend_engines: Callable[[LoadedEngines], LoadedEngines] | None = None,
    ) -> None:
        self.settings = settings
        self.cache = cache
        self._load_engines = load_engines
        self._mend_engines = mend_engines
        self._closed = Event()
        self._loaded: LoadedEngines | None = None
        self._failure: str | None = None
        self._lock = Lock()

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
        """Every part with its state, for readiness."""
        if self._loaded is None:
            name = f"engines:{self.settings.profile}"
            return [Part(name, "failed", self._failure) if self._failure else Part(name, "loading")]
        loaded = [Part(f"engines:{name}", "ok") for name in self._loaded.families]
        failed = [Part(f"engines:{name}", "failed", why) for name, why in self._loaded.failures.items()]
        return [*loaded, *failed, *self._models_missing(), self._translation(), Part("store:memory", "ok")]

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

    def close(self) -> None:
        """Free what the engines hold; safe to call twice."""
        self._closed.set()
        if self._loaded is not None:
            self._loaded.close()


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
    )


def _warm_up(languages: Iterable[str]) -> None:
    """Load what reading an article, and checking briefs in `languages`, loads on first use: no caller waits for it."""
    language.load()
    warm_checks(languages)
    read_document("<p>A page of one line.</p>", format="html", title=None)


def build_services(settings: Settings) -> Services:
    """Put the parts together; nothing is loaded until `start` or `load`."""
    cache = MemoryCache(max_bytes=settings.cache_bytes)

    def load() -> LoadedEngines:
        _warm_up(settings.default_languages)
        return load_engines(settings)

    return Services(settings, cache, load, lambda before: load_engines(settings, before=before))
