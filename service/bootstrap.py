"""The one place where the parts of the service are put together."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock, Thread
from typing import Literal

import structlog

from service.config import Settings
from service.engines.base import EngineSet
from service.engines.registry import PROFILES, SUMMARISERS, TRANSLATORS
from service.errors import NewsbriefsError, NotReady
from service.stores.cache import AnswerCache, MemoryCache
from service.text import language
from service.text.read import read_document

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the service and whether it is ready."""

    name: str
    status: Literal["ok", "loading", "failed"]
    detail: str | None = None


class Services:
    """Settings, stores and engines of one process; the engines load once, in the worker."""

    def __init__(self, settings: Settings, cache: AnswerCache, load_engines: Callable[[], EngineSet]) -> None:
        self.settings = settings
        self.cache = cache
        self._load_engines = load_engines
        self._engines: EngineSet | None = None
        self._failure: str | None = None
        self._lock = Lock()

    def load(self) -> None:
        """Load the engines and wait for them; a failure is kept and told by `parts`."""
        began = time.perf_counter()
        with self._lock:
            if self._engines is not None:
                return
            try:
                self._engines = self._load_engines()
            except Exception as error:
                # A foreign message may name a path of this machine: that belongs in the log alone.
                ours = isinstance(error, NewsbriefsError)
                self._failure = str(error) if ours else f"{type(error).__name__}; the log says more"
                log.exception("engines_failed")
                return
        log.info("engines_loaded", profile=self.settings.profile, seconds=round(time.perf_counter() - began, 2))

    def start(self) -> None:
        """Load the engines in the background, so that health is answered meanwhile."""
        Thread(target=self.load, name="load-engines", daemon=True).start()

    def engines(self) -> EngineSet:
        """The loaded engines; raises NotReady while they load, or where they failed to."""
        if self._engines is not None:
            return self._engines
        if self._failure is not None:
            raise NotReady(f"the engines of profile {self.settings.profile} failed to load; see GET /readyz")
        raise NotReady(f"the engines of profile {self.settings.profile} are still loading; try again in 5 seconds")

    def parts(self) -> list[Part]:
        """Every part with its state, for readiness."""
        name = f"engines:{self.settings.profile}"
        if self._engines is None:
            state = Part(name, "failed", self._failure) if self._failure else Part(name, "loading")
            return [state]
        translator = self._engines.translator
        if not translator.targets():
            missing = "no translation pair is installed; `newsbriefs doctor` tells how to add some"
            return [Part(name, "ok"), Part(f"translator:{translator.name}", "failed", missing)]
        return [Part(name, "ok"), Part(f"translator:{translator.name}", "ok"), Part("store:memory", "ok")]

    def close(self) -> None:
        """Free what the engines hold; safe to call twice."""
        if self._engines is not None:
            self._engines.translator.close()


def load_engines(settings: Settings) -> EngineSet:
    """Build the engines of the profile; raises EngineError where one can't be had."""
    _warm_up()
    profile = PROFILES[settings.profile]
    return EngineSet(
        profile=settings.profile,
        tier=profile.tier,
        summariser=SUMMARISERS[profile.summariser](settings),
        translator=TRANSLATORS[profile.translator](settings),
    )


def _warm_up() -> None:
    """Load what reading an article loads on first use, so that no caller waits for it."""
    language.load()
    read_document("<p>A page of one line.</p>", format="html", title=None)


def build_services(settings: Settings) -> Services:
    """Put the parts together; nothing is loaded until `start` or `load`."""
    cache = MemoryCache(max_bytes=settings.cache_bytes)
    return Services(settings, cache, lambda: load_engines(settings))
