"""The metrics of one process: what is recorded as it happens, and where the rest is read."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.exposition import choose_encoder

from service.metrics.catalogue import RECORDED
from service.metrics.sources import (
    CacheLevel,
    Callbacks,
    Decoding,
    Queue,
    Sources,
    Stored,
    cache_values,
    callback_values,
    decoder_values,
    job_values,
    queue_values,
)
from service.records import Brief, Briefing

_KINDS: Mapping[str, Any] = {"counter": Counter, "gauge": Gauge}
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
OTHER = "other"


class Metrics:
    """Counts what happens, and shows it to Prometheus; every method is safe from any thread.

    `languages` are the codes that may become labels; any other is counted as `other`.
    """

    def __init__(self, *, version: str, languages: Collection[str]) -> None:
        # The time each series was begun, as a series of its own, would double their number.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        self._languages = frozenset(languages)
        self._version = version
        self._sources = Sources()
        self._recorded: dict[str, Any] = {}
        for metric in RECORDED:
            options = {"buckets": metric.buckets} if metric.kind == "histogram" else {}
            kind = _KINDS.get(metric.kind, Histogram)
            made = kind(metric.name, metric.help, metric.labels, registry=self._registry, **options)
            self._recorded[metric.name.removeprefix("newsbriefs_")] = made
        self._registry.register(self._sources)
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)

    def show(self, accept: str) -> tuple[bytes, str]:
        """Everything as text, and its media type: OpenMetrics where `accept` asks for it, else Prometheus's own."""
        encode, media_type = choose_encoder(accept)
        return encode(self._registry), media_type

    # Requests.

    def request_began(self) -> None:
        """Somebody is to be answered."""
        self._recorded["requests_in_progress"].inc()

    def request_ended(self, *, route: str | None, method: str, status: int, seconds: float) -> None:
        """An answer was given; `route` is the application's own rule, None where nothing is served."""
        self._recorded["requests_in_progress"].dec()
        known = method if method in _METHODS else OTHER
        self._recorded["requests_total"].labels(route or OTHER, known, str(status)).inc()
        self._recorded["request_seconds"].labels(route or OTHER).observe(seconds)

    def rate_limited(self, kind: str) -> None:
        """A request was over the rate of its `kind`: key or address."""
        self._recorded["rate_limited_total"].labels(kind).inc()

    def unauthorised(self, reason: str) -> None:
        """A request had no key that may do this."""
        self._recorded["unauthorised_total"].labels(reason).inc()

    def hung_up(self) -> None:
        """A client left before its answer."""
        self._recorded["hang_ups_total"].inc()

    # Work.

    def waited(self, seconds: float) -> None:
        """An article waited so long for its turn."""
        self._recorded["wait_seconds"].observe(seconds)

    def briefed(self, briefing: Briefing) -> None:
        """An article was worked on, and not taken from the cache."""
        language = self._known(briefing.article.language)
        self._recorded["articles_total"].labels(language).inc()
        for stage, milliseconds in briefing.timings:
            self._recorded["stage_seconds"].labels(stage, language).observe(milliseconds / 1000)
        for brief in briefing.briefs:
            self._brief(brief)

    def _brief(self, brief: Brief) -> None:
        language = self._known(brief.language)
        reason = brief.problem.reason if brief.problem is not None else ""
        self._recorded["briefs_total"].labels(language, brief.status, reason).inc()
        if brief.verdict is not None:
            self._recorded["verdicts_total"].labels(language, brief.verdict).inc()
        for check in brief.checks:
            self._recorded["checks_total"].labels(check.kind, check.severity).inc()

    def _known(self, tag: str) -> str:
        return next((code for code in (tag, tag.partition("-")[0]) if code in self._languages), OTHER)

    def job_finished(self, status: str) -> None:
        """A job ended here: done, failed or cancelled."""
        self._recorded["jobs_finished_total"].labels(status).inc()

    # What others own.

    def watch_profile(self, read: Callable[[], str]) -> None:
        """Tell the profile that is loaded."""
        self._sources.watch("profile", lambda: [("build_info", (self._version, read()), 1)])

    def watch_engines(self, read: Callable[[], Mapping[str, bool]]) -> None:
        """Tell which families of engines are loaded, and which failed to."""
        self._sources.watch(
            "engines", lambda: [("engine_loaded", (name,), float(loaded)) for name, loaded in read().items()]
        )

    def watch_queue(self, read: Callable[[], Queue]) -> None:
        """Tell how the line of waiting articles stands."""
        self._sources.watch("queue", lambda: queue_values(read()))

    def watch_cache(self, read: Callable[[], Mapping[str, CacheLevel]]) -> None:
        """Tell what each level of the cache does."""
        self._sources.watch("cache", lambda: cache_values(read()))

    def watch_decoders(self, read: Callable[[], Mapping[str, Decoding]]) -> None:
        """Tell what each model decodes."""
        self._sources.watch("decoders", lambda: decoder_values(read()))

    def watch_jobs(self, read: Callable[[], Stored]) -> None:
        """Tell what waits in the store of jobs."""
        self._sources.watch("jobs", lambda: job_values(read()))

    def watch_callbacks(self, read: Callable[[], Callbacks | None]) -> None:
        """Tell what becomes of callbacks."""
        self._sources.watch("callbacks", lambda: callback_values(read()))

    def watch_server(
        self, connections: Callable[[], Mapping[str, int]], refused: Callable[[], Mapping[str, int]]
    ) -> None:
        """Tell how many clients are connected, and what was refused before it reached the application."""
        self._sources.watch(
            "server",
            lambda: [
                *(("connections", (state,), count) for state, count in connections().items()),
                *(("server_refusals_total", (reason,), count) for reason, count in refused().items()),
            ],
        )
