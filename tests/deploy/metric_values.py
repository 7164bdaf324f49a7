"""What Prometheus can know of the service: every series with its labels, and every value a label may have."""

import ast
from http import HTTPStatus
from pathlib import Path
from typing import get_args, get_type_hints

from service.bootstrap import build_services
from service.config import Settings
from service.engines.registry import FAMILIES
from service.jobs.callbacks import CallbackCounts
from service.jobs.store import FINISHED, Counts
from service.metrics import METRICS, Metrics
from service.metrics.sources import callback_values, job_values
from service.records import Brief, Severity, Verdict
from service.web.problems import BRIEF_PROBLEMS, STATUS
from tests.deploy.inventory import metric_labels, web_paths
from tests.deploy.prometheus_server import NAMESPACE, rule_groups
from tests.deploy.promql import read_query

ROOT = Path(__file__).parents[2]
# Prometheus puts these on whatever it scrapes; `namespace` comes from the operator's ServiceMonitor.
TARGET_LABELS = {"namespace", "job", "instance"}
# The Services, whose names are the jobs; the overlay `neural-next` has one more web.
JOBS = {"newsbriefs-web", "newsbriefs-worker", "newsbriefs-web-next"}
VLLM = "newsbriefs-vllm"
# Metrics of others, each with the reason why ours will not do.
EXTERNAL = {
    # Prometheus's own: only it knows that a scrape failed.
    "up": set[str](),
    # The kubelet's cAdvisor: process_resident_memory_bytes is the Python process alone, without Apertium's programs.
    "container_memory_working_set_bytes": {"pod", "container"},
    "container_spec_memory_limit_bytes": {"pod", "container"},
}
_PODS = {"newsbriefs-web-7d4b9c-x2x4z", "newsbriefs-worker-5f6c8d-q8q2k"}

Values = dict[tuple[str, str], set[str]]


def known_labels() -> dict[str, set[str]]:
    """The labels of each series: the application's, those of the allow-list, and the recording rules' own."""
    known = metric_labels() | EXTERNAL
    for group in rule_groups():
        for rule in group["rules"]:
            if "record" in rule:
                query = read_query(rule["expr"])
                # What is made of recorded series may keep their labels; they stand before it.
                recorded = [known[one.metric] for one in query.selectors if ":" in one.metric]
                known[rule["record"]] = query.labels().union(*recorded)
    return known


def known_values() -> Values:
    """What each label that is matched by may be, by series and label, from the types and constants of the code."""
    of_metric = _of_application() | _of_stores()
    found: Values = {}
    for name in known_labels():
        found[(name, "job")] = JOBS | {VLLM} if name == "up" else JOBS
        found[(name, "namespace")] = {NAMESPACE}
        base = _metric_of(name)
        for (metric, label), values in of_metric.items():
            if metric == base:
                found[(name, label)] = values
    for name in ("container_memory_working_set_bytes", "container_spec_memory_limit_bytes"):
        found[(name, "pod")] = _PODS
    found[("newsbriefs:verdicts:share1h", "verdict")] = set(get_args(Verdict))
    return found | _buckets()


def _metric_of(series: str) -> str:
    """The metric of the catalogue that a series belongs to."""
    histograms = {metric.name for metric in METRICS if metric.kind == "histogram"}
    return next((name for name in histograms if series.startswith(name + "_")), series)


def _of_application() -> Values:
    statuses = {*STATUS.values(), HTTPStatus.OK, HTTPStatus.ACCEPTED, HTTPStatus.FOUND, HTTPStatus.METHOD_NOT_ALLOWED}
    services = build_services(Settings.from_env({"NEWSBRIEFS_REDIS_URL": "redis://127.0.0.1:1/0"}))
    routes, levels = web_paths(services), set(services.cache.counts())
    services.close()
    return {
        ("newsbriefs_requests_total", "route"): {*routes, "other"},
        ("newsbriefs_requests_total", "status"): {str(int(status)) for status in statuses},
        ("newsbriefs_request_seconds", "route"): {*routes, "other"},
        ("newsbriefs_stage_seconds", "stage"): stages(),
        ("newsbriefs_briefs_total", "status"): set(get_args(get_type_hints(Brief)["status"])),
        ("newsbriefs_briefs_total", "reason"): {"", *BRIEF_PROBLEMS},
        ("newsbriefs_verdicts_total", "verdict"): set(get_args(Verdict)),
        ("newsbriefs_checks_total", "severity"): set(get_args(Severity)),
        ("newsbriefs_engine_loaded", "engine"): {"auto", *FAMILIES},
        **{(f"newsbriefs_cache_{what}", "level"): levels for what in ("hits_total", "misses_total")},
        **{(f"newsbriefs_cache_{what}", "level"): levels for what in ("failures_total", "stored_bytes")},
    }


def _of_stores() -> Values:
    values = [*job_values(Counts()), *callback_values(CallbackCounts())]
    return {
        ("newsbriefs_jobs", "status"): {labels[0] for name, labels, _ in values if name == "jobs"},
        ("newsbriefs_jobs_finished_total", "status"): set(FINISHED),
        ("newsbriefs_callbacks_total", "outcome"): {
            labels[0] for name, labels, _ in values if name == "callbacks_total"
        },
        ("newsbriefs_scrape_failures_total", "source"): _sources(),
    }


def _buckets() -> Values:
    return {
        (f"{metric.name}_bucket", "le"): {*(str(float(bound)) for bound in metric.buckets), "+Inf"}
        for metric in METRICS
        if metric.kind == "histogram"
    }


def stages() -> set[str]:
    """The names given to `Stopwatch.stage` in the pipeline, and the total."""
    found = {"total"}
    for path in (ROOT / "service" / "pipeline").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "stage"
            if named and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    return found


def _sources() -> set[str]:
    """Every source there is, found by letting each fail at a scrape."""
    metrics = Metrics(version="0", languages=())

    def broken() -> None:
        raise RuntimeError

    watchers = [name for name in dir(metrics) if name.startswith("watch_")]
    for name in watchers:
        getattr(metrics, name)(*[broken] * (2 if name == "watch_server" else 1))
    metrics.show("")
    text = metrics.show("")[0].decode()
    lines = [line for line in text.splitlines() if line.startswith("newsbriefs_scrape_failures_total{")]
    assert len(lines) == len(watchers)
    return {line.partition('source="')[2].partition('"')[0] for line in lines}
