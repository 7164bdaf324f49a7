"""Every metric by its name: what dashboards, alerts and `docs/observability.md` are made from.

Labels are bounded: routes are those of the application, languages those it knows, reasons those of its errors. Nothing
a caller sends is a label.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["counter", "gauge", "histogram"]

_REQUEST_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_STAGE_SECONDS = (0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0)


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric as Prometheus sees it; `buckets` are the upper bounds of a histogram, in its unit."""

    name: str
    kind: Kind
    labels: tuple[str, ...]
    help: str
    buckets: tuple[float, ...] = ()


def _metric(name: str, kind: Kind, labels: str, text: str, buckets: tuple[float, ...] = ()) -> Metric:
    return Metric(f"newsbriefs_{name}", kind, tuple(labels.split()), text, buckets)


# Recorded as it happens.
RECORDED = (
    _metric("requests_total", "counter", "route method status", "Requests answered."),
    _metric(
        "request_seconds", "histogram", "route", "Time from a request's last byte to its answer.", _REQUEST_SECONDS
    ),
    _metric("requests_in_progress", "gauge", "", "Requests being answered now, those that wait for their turn too."),
    _metric(
        "stage_seconds",
        "histogram",
        "stage language",
        "Time an article took in a stage (total, clean, quotes, summarise, translate, verify), by its language.",
        _STAGE_SECONDS,
    ),
    _metric("wait_seconds", "histogram", "", "Time an article waited for its turn.", _REQUEST_SECONDS),
    _metric("articles_total", "counter", "language", "Articles briefed, by their language."),
    _metric("briefs_total", "counter", "language status reason", "Briefs by their language; failed ones say why."),
    _metric("verdicts_total", "counter", "language verdict", "Verdicts of briefs (pass, review, fail)."),
    _metric("checks_total", "counter", "kind severity", "Findings of the checks of briefs."),
    _metric("rate_limited_total", "counter", "kind", "Requests over a rate, of a key or of an address."),
    _metric("unauthorised_total", "counter", "reason", "Requests without a key that may do this (401 and 403)."),
    _metric("hang_ups_total", "counter", "", "Clients that hung up before their answer."),
    _metric("jobs_finished_total", "counter", "status", "Jobs that ended in this process."),
)

# Read when Prometheus asks.
READ = (
    _metric("build_info", "gauge", "version profile", "Always 1; what runs here."),
    _metric("engine_loaded", "gauge", "engine", "1 where the engines of this family are loaded, 0 where they failed."),
    _metric("queue_waiting", "gauge", "kind", "Articles that wait for their turn (request, background)."),
    _metric("queue_expected_seconds", "gauge", "", "What all that waits is expected to take."),
    _metric("queue_running", "gauge", "", "Articles being worked on."),
    _metric("queue_slots", "gauge", "", "Articles that may be worked on at the same time."),
    _metric("refusals_total", "counter", "reason", "Articles refused at once because they could not be done in time."),
    _metric("given_up_total", "counter", "reason", "Articles let in and never begun (expired, cancelled)."),
    _metric("cache_hits_total", "counter", "level", "Lookups that found what they were for (memory, shared)."),
    _metric("cache_misses_total", "counter", "level", "Lookups that found nothing."),
    _metric("cache_failures_total", "counter", "level", "Calls on which the store was lost or refused."),
    _metric("cache_stored_bytes", "gauge", "level", "Bytes held; 0 where it can't be known."),
    _metric("decoder_batches_total", "counter", "model", "Batches decoded."),
    _metric("decoder_rows_total", "counter", "model", "Rows decoded; by batches: the size of a batch."),
    _metric("decoder_rows_shared_total", "counter", "model", "Rows asked for by several callers and decoded once."),
    _metric("decoder_rows_dropped_total", "counter", "model", "Rows never decoded, for nobody waited any more."),
    _metric("decoder_batches_split_total", "counter", "model", "Batches that failed and were halved."),
    _metric("decoder_tokens_total", "counter", "model", "Tokens written."),
    _metric("decoder_seconds_total", "counter", "model", "Time spent decoding, summed over threads."),
    _metric("jobs", "gauge", "status", "Jobs that wait and jobs that run (queued, running)."),
    _metric("jobs_oldest_seconds", "gauge", "", "Age of the job that has waited longest; 0 where none does."),
    _metric("callbacks_waiting", "gauge", "", "Callbacks still to be sent."),
    _metric("callbacks_total", "counter", "outcome", "Callbacks tried in this process (sent, failed, given up)."),
    _metric("connections", "gauge", "state", "Connections of clients (idle, receiving, serving, closing)."),
    _metric("server_refusals_total", "counter", "reason", "Requests the server refused, mostly by their status."),
    _metric("scrape_failures_total", "counter", "source", "Sources that failed or were too slow, and were left out."),
)

METRICS = (*RECORDED, *READ)


def metrics_table() -> str:
    """Every metric as a Markdown table, for the documentation."""
    rows = ["| metric | type | labels | meaning |", "|---|---|---|---|"]
    for metric in METRICS:
        labels = ", ".join(f"`{label}`" for label in metric.labels)
        rows.append(f"| `{metric.name}` | {metric.kind} | {labels} | {metric.help} |")
    return "\n".join(rows) + "\n"
