"""The dashboard and the rules against a real Prometheus that scrapes the real service while it is used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import yaml

from tests.deploy.dashboard import Target, targets
from tests.deploy.metric_values import known_labels, known_values
from tests.deploy.prometheus_server import MONITORING, NAMESPACE, Prometheus, prometheus
from tests.deploy.traffic import Traffic, make_keys
from tests.faults.instances import instance
from tests.faults.kit import Receiver, eventually

pytestmark = [pytest.mark.apertium, pytest.mark.promtool]
JOB = "newsbriefs-web"
# What draws nothing here, by nature.
EMPTY = {
    # The embedded engines decode nothing.
    "Tokens written",
    "Rows in a batch",
    "Threads that decode",
    "Rows spared",
    "Batches halved",
    # It appears with the first failure, and nothing fails.
    "Metrics left out",
}


@dataclass(frozen=True, slots=True)
class Watched:
    """A Prometheus that has seen some traffic, and how that was answered."""

    server: Prometheus
    statuses: dict[int, int]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The service on a single slot, with keys; Prometheus beside it; the same traffic twice, with scrapes between."""
    folder = tmp_path_factory.mktemp("watched")
    keys = make_keys(folder / "keys.json")
    settings = {"NEWSBRIEFS_KEYS": "on", "NEWSBRIEFS_KEYS_FILE": str(folder / "keys.json")}
    settings |= {"NEWSBRIEFS_CONCURRENCY": "1", "NEWSBRIEFS_THREADS": "4"}
    with Receiver() as receiver, instance(folder / "web", **settings) as one:
        scraped = {JOB: f"127.0.0.1:{one.port}"}
        with prometheus(folder / "prometheus", scraped, key=keys["prometheus"]) as server:
            traffic = Traffic(one, receiver, key=keys["desk"], slow_key=keys["slow"])
            for _ in range(2):
                traffic.send()
                # Prometheus needs every counter before and after it grew.
                seen = f'newsbriefs_requests_total{{route="/summarize",status="200"}} == {traffic.statuses[200]}'
                assert eventually(lambda seen=seen: bool(server.query(seen)), seconds=30)
            yield Watched(server, dict(traffic.statuses))


def test_the_scrape_needs_its_key(watched: Watched) -> None:
    """Prometheus gets in with a key of the scope metrics, as the ServiceMonitor says."""
    assert watched.server.targets() == {JOB: "up"}


def test_the_traffic_was_of_every_kind(watched: Watched) -> None:
    """Answered, refused, over a rate, wrong in each way: else the panels prove little."""
    assert set(watched.statuses) == {200, 401, 403, 404, 422, 429, 503}


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.panel.replace(" ", "-"))
def test_every_query_answers(watched: Watched, target: Target) -> None:
    """Each query gives no error, and data after such traffic, but for those that by nature have none here."""
    if target.panel in EMPTY:
        assert watched.server.query(target.filled) == []
    else:
        assert eventually(lambda: watched.server.has_data(target.filled), seconds=20), target.filled


def test_every_rule_is_evaluated(watched: Watched) -> None:
    """Prometheus takes all rules and evaluates each without an error."""

    def judged() -> bool:
        return all(rule["health"] != "unknown" for rule in watched.server.rules())

    assert eventually(judged, seconds=30)
    bad = {rule["name"]: rule.get("lastError") for rule in watched.server.rules() if rule["health"] != "ok"}
    assert bad == {}


def test_refusals_are_told_from_failures(watched: Watched) -> None:
    """Each 503 of the crowd is a refusal that is counted as one: the rules subtract the one from the other."""
    refused = f'newsbriefs:summarize_refused:rate5m{{namespace="{NAMESPACE}"}} > 0'
    assert eventually(lambda: watched.server.has_data(refused), seconds=20)
    answered = 'sum(newsbriefs_requests_total{route="/summarize",status="503"})'
    same = f"sum(newsbriefs_refusals_total) == {answered} == {watched.statuses[503]}"
    assert eventually(lambda: watched.server.has_data(same), seconds=20)


def test_the_autoscaler_gets_a_number(watched: Watched) -> None:
    """The query of prometheus-adapter's rule gives one number for the namespace: no job waits."""
    (rule,) = yaml.safe_load((MONITORING / "prometheus-adapter.yaml").read_text("utf-8"))["externalRules"]
    assert watched.server.query(rule["seriesQuery"])
    query = rule["metricsQuery"].replace("<<.Series>>", "newsbriefs_jobs")
    found: list[dict[str, Any]] = watched.server.query(query.replace("<<.LabelMatchers>>", f'namespace="{NAMESPACE}"'))
    assert [(series["metric"], series["value"][1]) for series in found] == [({"namespace": NAMESPACE}, "0")]


def test_labels_are_those_the_tests_go_by(watched: Watched) -> None:
    """What the service really tells has the labels and values that matchers are held against, and no others."""
    labels, values = known_labels(), known_values()
    for (metric, label), allowed in values.items():
        if not metric.startswith("newsbriefs_") or label in ("job", "namespace"):
            continue
        found = watched.server.query(f"count by ({label}) ({metric})")
        seen = {re.sub("<[^>]+>", "{}", series["metric"].get(label, "")) for series in found}
        assert seen <= allowed, (metric, label)
        assert label in labels[metric], (metric, label)
