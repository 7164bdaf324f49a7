"""What the application really has: every name that manifests, compose files, dashboards and documents may use."""

import re
from dataclasses import fields

from service.bootstrap import Services
from service.config import PREFIX, SECRETS, Settings
from service.metrics.catalogue import METRICS
from service.web.app import create_app
from service.web.probes import create_probes

# Prometheus makes these out of one histogram, and adds these to what it scrapes itself.
_OF_HISTOGRAM = ("_bucket", "_count", "_sum")
# What prometheus_client tells of every Python process on Linux.
PROCESS_METRICS = {
    "process_resident_memory_bytes": set[str](),
    "process_virtual_memory_bytes": set[str](),
    "process_cpu_seconds_total": set[str](),
    "process_start_time_seconds": set[str](),
    "process_open_fds": set[str](),
    "process_max_fds": set[str](),
}


def setting_names() -> set[str]:
    """Every environment variable the service reads, `…_FILE` of the secret ones included."""
    named = {f"{PREFIX}{item.name.upper()}" for item in fields(Settings)}
    secret = {f"{PREFIX}{item.name.upper()}_FILE" for item in fields(Settings) if item.metadata["parser"] in SECRETS}
    return named | secret


def metric_labels() -> dict[str, set[str]]:
    """The labels of each time series by its name, as Prometheus stores it (`_bucket`, `_count`, `_sum`)."""
    found = {name: set(labels) for name, labels in PROCESS_METRICS.items()}
    for metric in METRICS:
        if metric.kind == "histogram":
            found |= {metric.name + end: set(metric.labels) for end in _OF_HISTOGRAM}
            found[metric.name + "_bucket"].add("le")
        else:
            found[metric.name] = set(metric.labels)
    return found


def web_paths(services: Services) -> set[str]:
    """Every path the web process answers, with `{}` for what varies."""
    return {_plain(rule.rule) for rule in create_app(services).url_map.iter_rules()}


def worker_paths(services: Services) -> set[str]:
    """Every path a worker answers on NEWSBRIEFS_WORKER_PORT."""
    return {_plain(rule.rule) for rule in create_probes(services, lambda: []).url_map.iter_rules()}


def _plain(rule: str) -> str:
    return re.sub(r"<[^>]+>", "{}", rule)
