import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask, Response, g
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_openmetrics
from prometheus_client.parser import text_string_to_metric_families as parse

from service.metrics import METRICS, Metrics, metrics_table
from service.metrics.sources import Sources
from service.records import Article, Brief, Briefing, Check, Problem
from service.web.observability import observe

DOCS = Path(__file__).parents[2] / "docs" / "observability.md"


@dataclass(frozen=True)
class Line:
    """A line of waiting articles."""

    slots: int = 4
    running: int = 3
    waiting: int = 9
    background_waiting: int = 2
    waiting_ms: float = 1500.0
    refused: Mapping[str, int] = field(default_factory=lambda: {"late": 7})
    expired: int = 5
    cancelled: int = 6


@dataclass(frozen=True)
class Level:
    """A level of a cache."""

    hits: int = 1
    misses: int = 2
    stored_bytes: int = 3
    failures: int = 4


@dataclass
class Batches:
    """What a model decoded."""

    batches: int = 1
    rows: int = 2
    shared: int = 3
    split: int = 4
    dropped: int = 5
    tokens: int = 6
    seconds: float = 7.5


@dataclass(frozen=True)
class Waiting:
    """A store of jobs."""

    queued: int = 1
    running: int = 2
    callbacks: int = 3
    oldest_seconds: float = 4.5


@dataclass(frozen=True)
class Sent:
    """Callbacks."""

    sent: int = 1
    failed: int = 2
    given_up: int = 3


@pytest.fixture
def metrics() -> Metrics:
    """Metrics that know two languages."""
    return Metrics(version="1.2.3", languages={"en", "es"})


def _values(metrics: Metrics) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    text = metrics.show("")[0].decode()
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in parse(text)
        for sample in family.samples
    }


def _value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return _values(metrics).get((f"newsbriefs_{name}", frozenset(labels.items())))


def _watch_everything(metrics: Metrics) -> None:
    metrics.watch_profile(lambda: "embedded")
    metrics.watch_engines(lambda: {"embedded": True, "neural": False})
    metrics.watch_queue(Line)
    metrics.watch_cache(lambda: {"memory": Level()})
    metrics.watch_decoders(lambda: {"opus": Batches()})
    metrics.watch_jobs(Waiting)
    metrics.watch_callbacks(Sent)
    metrics.watch_server(lambda: {"idle": 8}, lambda: {"408": 9})


def _record_everything(metrics: Metrics) -> None:
    metrics.request_began()
    metrics.request_ended(route="/summarize", method="POST", status=200, seconds=0.3)
    metrics.rate_limited("key")
    metrics.unauthorised("missing")
    metrics.hung_up()
    metrics.waited(0.2)
    metrics.briefed(_briefing())
    metrics.job_finished("done")


def _briefing() -> Briefing:
    article = Article("The harbour reopened.", False, None, "en", 1.0, (), (), (), (), 3)
    finding = Check("number", "warning", 0, "3", "the figure 3 is not in the article")
    briefs = (
        Brief("es", "ok", "embedded", verdict="review", checks=(finding, finding)),
        Brief("pt-BR", "failed", "embedded", problem=Problem("deadline", "too late")),
    )
    return Briefing(article, None, briefs, (), (("total", 250.0), ("translate", 200.0)))


def test_an_article_is_counted_by_language(metrics: Metrics) -> None:
    """Its stages, briefs, verdicts and findings; a language that is not known is `other`."""
    metrics.briefed(_briefing())
    assert [
        _value(metrics, "articles_total", language="en"),
        _value(metrics, "stage_seconds_sum", stage="translate", language="en"),
        _value(metrics, "briefs_total", language="es", status="ok", reason=""),
        _value(metrics, "briefs_total", language="other", status="failed", reason="deadline"),
        _value(metrics, "verdicts_total", language="es", verdict="review"),
        _value(metrics, "checks_total", kind="number", severity="warning"),
    ] == [1, 0.2, 1, 1, 1, 2]


def test_what_others_own_is_read_at_each_scrape(metrics: Metrics) -> None:
    """Every source is asked again, and its values stand under their names."""
    _watch_everything(metrics)
    found = [
        _value(metrics, "build_info", version="1.2.3", profile="embedded"),
        _value(metrics, "engine_loaded", engine="neural"),
        _value(metrics, "queue_waiting", kind="request"),
        _value(metrics, "queue_expected_seconds"),
        _value(metrics, "refusals_total", reason="late"),
        _value(metrics, "cache_stored_bytes", level="memory"),
        _value(metrics, "decoder_seconds_total", model="opus"),
        _value(metrics, "jobs", status="queued"),
        _value(metrics, "callbacks_total", outcome="given up"),
        _value(metrics, "connections", state="idle"),
        _value(metrics, "server_refusals_total", reason="408"),
    ]
    assert found == [1, 0, 7, 1.5, 7, 3, 7.5, 1, 3, 8, 9]


def test_the_catalogue_is_what_is_shown(metrics: Metrics) -> None:
    """Every metric of the catalogue appears with its type, labels and help, and no other of ours does."""
    _watch_everything(metrics)
    _record_everything(metrics)
    metrics.watch_engines(lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    metrics.show("")
    metrics.watch_engines(lambda: {"embedded": True})
    shown = {}
    for family in parse(metrics.show("")[0].decode()):
        if family.name.startswith("newsbriefs_"):
            name = family.name + "_total" * (family.type == "counter")
            labels = {label for sample in family.samples for label in sample.labels} - {"le"}
            shown[name] = (family.type, labels, family.documentation)
    assert shown == {metric.name: (metric.kind, set(metric.labels), metric.help) for metric in METRICS}


def test_a_source_that_fails_is_left_out_and_counted(metrics: Metrics) -> None:
    """The others are shown all the same."""
    _watch_everything(metrics)
    metrics.watch_queue(lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    assert _value(metrics, "queue_running") is None
    assert _value(metrics, "cache_hits_total", level="memory") == 1
    assert _value(metrics, "scrape_failures_total", source="queue") == 3


def test_a_source_that_hangs_holds_up_nobody() -> None:
    """It is left out until it answers; meanwhile it is not asked again."""
    answered, asked = threading.Event(), []

    def hang() -> list[tuple[str, tuple[str, ...], float]]:
        asked.append(1)
        answered.wait(60)
        return [("queue_running", (), 3)]

    sources = Sources(patience_seconds=0.05)
    sources.watch("queue", hang)
    shown = [{family.name for family in sources.collect()} for _ in range(2)]
    assert shown == [{"newsbriefs_scrape_failures"}] * 2
    assert len(asked) == 1
    answered.set()
    patient = Sources(patience_seconds=60)
    patient.watch("queue", hang)
    assert {family.name for family in patient.collect()} == {"newsbriefs_queue_running"}


def _application(metrics: Metrics) -> Flask:
    app = Flask("tests.observed")
    app.before_request(lambda: setattr(g, "request_id", "one"))
    observe(app, metrics)

    @app.get("/jobs/<job_id>")
    def get_job(job_id: str) -> Response:
        return Response(f"job {job_id}")

    @app.get("/fails")
    def fail() -> Response:
        raise ValueError("The harbour reopened")

    return app


def test_requests_are_counted_by_rule(metrics: Metrics) -> None:
    """By the application's rule, a known method and the status; a path nobody serves is `other`."""
    client = _application(metrics).test_client()
    for path in ("/jobs/1", "/jobs/2", "/wp-admin/secret", "/fails"):
        client.get(path).close()
    client.open("/jobs/1", method="BREW").close()
    counted = {
        key: value for (name, key), value in _values(metrics).items() if name == "newsbriefs_requests_total" if value
    }
    assert counted == {
        frozenset({("route", "/jobs/<job_id>"), ("method", "GET"), ("status", "200")}): 2,
        frozenset({("route", "other"), ("method", "GET"), ("status", "404")}): 1,
        frozenset({("route", "/fails"), ("method", "GET"), ("status", "500")}): 1,
        frozenset({("route", "other"), ("method", "other"), ("status", "405")}): 1,
    }
    assert _value(metrics, "requests_in_progress") == 0
    assert _value(metrics, "request_seconds_count", route="/jobs/<job_id>") == 2


def test_metrics_are_served_as_asked(metrics: Metrics) -> None:
    """Prometheus text, or OpenMetrics where the Accept header says so; both can be parsed."""
    client = _application(metrics).test_client()
    plain = client.get("/metrics")
    modern = client.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert plain.content_type.startswith("text/plain; version=0.0.4")
    assert modern.content_type.startswith("application/openmetrics-text; version=1.0.0")
    assert {family.name for family in parse(plain.text)} >= {"newsbriefs_requests", "process_resident_memory_bytes"}
    assert {family.name for family in parse_openmetrics(modern.text)} >= {"newsbriefs_requests"}


def test_two_of_them_do_not_meet() -> None:
    """Each has a registry of its own."""
    one, other = (Metrics(version="1", languages=()) for _ in range(2))
    one.hung_up()
    assert (_value(one, "hang_ups_total"), _value(other, "hang_ups_total")) == (1, 0)


def test_the_documentation_lists_them() -> None:
    """The table of docs/observability.md is made from the catalogue."""
    assert metrics_table() in DOCS.read_text("utf-8")
