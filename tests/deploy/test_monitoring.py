"""What Prometheus is given: scrapes, rules and autoscaler name what there is, and alerts fire when they should."""

import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from service.bootstrap import build_services
from service.config import Settings
from tests.deploy.inventory import setting_names, web_paths, worker_paths
from tests.deploy.metric_values import EXTERNAL, JOBS, TARGET_LABELS, VLLM, known_labels, known_values
from tests.deploy.prometheus_server import MONITORING, ROOT, rule_groups, write_rules
from tests.deploy.promql import Query, read_query, strange_values, strangers

ALERT_TESTS = sorted((Path(__file__).parent / "alerts").glob("*.yaml"))
DOCS = ROOT / "docs" / "alerts.md"
CLUSTER = ROOT / "k8s" / "overlays" / "cluster"
INSTRUCT, NEXT = CLUSTER.parent / "instruct", CLUSTER.parent / "neural-next"
_WORDS = {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}}
_DURATION = {"type": "string", "pattern": "^([0-9]+[smhd])+$"}
# Of the operator's custom resources (monitoring.coreos.com/v1, example/prometheus-operator-crd of its repository at
# 0.84) the fields that are used here, and no others: a typing error in a name must not pass as a field it ignores.
_SPECS: dict[str, dict[str, Any]] = {
    "PrometheusRule": {
        "groups": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "rules"],
                "properties": {
                    "name": {"type": "string", "minLength": 1},
                    "interval": _DURATION,
                    "rules": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["expr"],
                            "oneOf": [{"required": ["alert"]}, {"required": ["record"]}],
                            "properties": {
                                "alert": {"type": "string"},
                                "record": {"type": "string"},
                                "expr": {"type": "string"},
                                "for": _DURATION,
                                "labels": _WORDS,
                                "annotations": _WORDS,
                            },
                        },
                    },
                },
            },
        }
    },
    "ServiceMonitor": {
        "selector": {"type": "object", "additionalProperties": False, "properties": {"matchLabels": _WORDS}},
        "endpoints": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["port", "path"],
                "properties": {
                    "port": {"type": "string"},
                    "path": {"type": "string"},
                    "interval": _DURATION,
                    "scrapeTimeout": _DURATION,
                    "authorization": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {"type": {"const": "Bearer"}, "credentials": _WORDS},
                    },
                },
            },
        },
    },
}


@cache
def _rendered(folder: Path) -> list[dict[str, Any]]:
    built = subprocess.run(["kubectl", "kustomize", str(folder)], capture_output=True, text=True, check=True)
    return [document for document in yaml.safe_load_all(built.stdout) if document]


def _rules(kind: str) -> list[dict[str, Any]]:
    return [rule for group in rule_groups() for rule in group["rules"] if kind in rule]


def _queries() -> dict[str, Query]:
    """Every expression of the rules, and the autoscaler's, by the name of its rule."""
    found = {f"{rule.get('alert', rule.get('record'))} {index}": rule["expr"] for index, rule in _numbered()}
    for rule in _adapter_rules():
        found[rule["name"]["as"]] = _adapter_query(rule)
        found["seriesQuery"] = rule["seriesQuery"]
    return {name: read_query(expression) for name, expression in found.items()}


def _numbered() -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(rule for group in rule_groups() for rule in group["rules"]))


def _adapter_rules() -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = yaml.safe_load((MONITORING / "prometheus-adapter.yaml").read_text())["externalRules"]
    return rules


def _adapter_query(rule: dict[str, Any]) -> str:
    """The query as the adapter makes it of its template for an autoscaler in our namespace."""
    series = re.match(r"\w+", rule["seriesQuery"])
    assert series is not None
    filled = rule["metricsQuery"].replace("<<.Series>>", series.group())
    return str(filled.replace("<<.LabelMatchers>>", 'namespace="newsbriefs"'))


def test_rules_name_what_there_is() -> None:
    """Every metric and every label in a rule is the application's, a recording rule's, or on the allow-list."""
    known = known_labels()
    wrong = {name: strangers(query, known, targets=TARGET_LABELS) for name, query in _queries().items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_rules_match_values_that_occur() -> None:
    """A matcher for a value that is never given would be silent for ever."""
    values = known_values()
    wrong = {name: strange_values(query, values) for name, query in _queries().items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_what_is_foreign_is_needed() -> None:
    """The allow-list of metrics of others holds none that no rule uses."""
    used = {selector.metric for query in _queries().values() for selector in query.selectors}
    assert used & set(EXTERNAL) == set(EXTERNAL)


def test_recorded_series_are_used() -> None:
    """A recording rule that nothing looks at is not worth its work."""
    used = {selector.metric for query in _queries().values() for selector in query.selectors}
    assert {rule["record"] for rule in _rules("record")} - used == set()


def test_alerts_say_what_somebody_needs() -> None:
    """Each has a severity, a summary, the value in its description, and where to read what to do."""
    for rule in _rules("alert"):
        annotations = rule["annotations"]
        assert rule["labels"]["severity"] in ("critical", "warning", "info"), rule["alert"]
        assert set(annotations) == {"summary", "description", "runbook"}, rule["alert"]
        assert annotations["runbook"] == f"docs/alerts.md#{rule['alert'].lower()}"
        assert "$value" in annotations["description"] or rule["expr"].startswith("absent("), rule["alert"]


def test_alerts_name_labels_they_have() -> None:
    """What a text fills in from `$labels` is a label that its expression leaves."""
    known = known_labels()
    for rule in _rules("alert"):
        query = read_query(rule["expr"])
        left = query.labels() if rule["expr"].startswith(("sum", "max")) else TARGET_LABELS
        left = left.union(*(known[one.metric] for one in query.selectors if ":" in one.metric or not query.groupings))
        named = set(re.findall(r"\$labels\.(\w+)", " ".join(rule["annotations"].values())))
        assert named - left == set(), rule["alert"]


def test_every_alert_is_documented() -> None:
    """docs/alerts.md has an entry for each alert, in the order of the rules, and none for others."""
    headings = re.findall(r"^### (\w+)$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert headings == list(dict.fromkeys(rule["alert"] for rule in _rules("alert")))


def test_the_document_tells_severities_as_they_are() -> None:
    """Each entry begins with the severities its alert has."""
    found = dict(re.findall(r"^### (\w+)\n\n\*\*([a-z, ]+)\*\*", DOCS.read_text("utf-8"), re.MULTILINE))
    severities: dict[str, list[str]] = {}
    for rule in _rules("alert"):
        severities.setdefault(rule["alert"], []).append(rule["labels"]["severity"])
    order = ("critical", "warning", "info")
    assert found == {name: ", ".join(sorted(all_, key=order.index)) for name, all_ in severities.items()}


def test_the_document_queries_what_there_is() -> None:
    """Every PromQL query in docs/alerts.md names metrics, labels and values that there are."""
    blocks = re.findall(r"```promql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    queries = [read_query(line) for block in blocks for line in block.splitlines()]
    known, values = known_labels(), known_values()
    assert len(queries) > 10
    assert [strangers(query, known, targets=TARGET_LABELS) for query in queries] == [set()] * len(queries)
    assert [strange_values(query, values) for query in queries] == [set()] * len(queries)


@pytest.mark.kubectl
def test_the_document_names_what_there_is() -> None:
    """Settings and objects of the cluster that docs/alerts.md names exist; so do the documents it leads to."""
    text = DOCS.read_text("utf-8")
    documents = [one for overlay in (CLUSTER, INSTRUCT, NEXT) for one in _rendered(overlay)] + _rendered(MONITORING)
    mounted = set(re.findall(r"secretName: ([\w-]+)", yaml.safe_dump_all(documents)))
    objects = {one["metadata"]["name"] for one in documents} | mounted | {"newsbriefs-metrics", "newsbriefs-valkey-0"}
    assert set(re.findall(r"\bnewsbriefs-[a-z0-9-]*[a-z0-9]", text)) - objects == set()
    assert set(re.findall(r"NEWSBRIEFS_[A-Z_]+", text)) - setting_names() == set()
    assert [link for link in re.findall(r"\]\(([\w.-]+)\)", text) if not (DOCS.parent / link).exists()] == []


@pytest.mark.promtool
def test_rules_and_documented_queries_are_promql(tmp_path: Path) -> None:
    """Prometheus's own tool takes them: the rules, the document's queries, the adapter's."""
    paths = write_rules(tmp_path)
    blocks = re.findall(r"```promql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    queries = [line for block in blocks for line in block.splitlines()] + [_adapter_query(_adapter_rules()[0])]
    wrapped = [{"record": f"query:{index}", "expr": query} for index, query in enumerate(queries)]
    (tmp_path / "queries.yaml").write_text(yaml.safe_dump({"groups": [{"name": "queries", "rules": wrapped}]}))
    command = ["promtool", "check", "rules", *map(str, paths), str(tmp_path / "queries.yaml")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.promtool
@pytest.mark.parametrize("path", ALERT_TESTS, ids=lambda path: path.stem)
def test_alerts_fire_when_they_should(path: Path, tmp_path: Path) -> None:
    """Prometheus's own tool plays made-up days: what fires, with which words, and what stays silent."""
    write_rules(tmp_path)
    (tmp_path / "test.yaml").write_text(path.read_text("utf-8"), encoding="utf-8")
    command = ["promtool", "test", "rules", "test.yaml"]
    played = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert played.returncode == 0, played.stdout + played.stderr


def test_every_alert_was_seen_firing_and_silent() -> None:
    """For each alert and severity there is a day on which it fires; for each alert, one on which it does not."""
    fired: Counter[tuple[str, str]] = Counter()
    silent: Counter[str] = Counter()
    for path in ALERT_TESTS:
        for test in yaml.safe_load(path.read_text("utf-8"))["tests"]:
            for check in test["alert_rule_test"]:
                silent[check["alertname"]] += not check["exp_alerts"]
                fired.update((check["alertname"], one["exp_labels"]["severity"]) for one in check["exp_alerts"])
    alerts = _rules("alert")
    assert set(fired) == {(rule["alert"], rule["labels"]["severity"]) for rule in alerts}
    assert {name for name, times in silent.items() if times} == {rule["alert"] for rule in alerts}


@pytest.mark.kubectl
def test_custom_resources_have_the_operators_fields() -> None:
    """Each is strictly of the shape that the operator's definitions give the fields used here."""
    custom = [one for one in _rendered(MONITORING) if one["apiVersion"] == "monitoring.coreos.com/v1"]
    assert Counter(one["kind"] for one in custom) == {"PrometheusRule": 2, "ServiceMonitor": 3}
    for one in custom:
        properties = _SPECS[one["kind"]]
        schema = {"properties": properties, "required": list(properties), "additionalProperties": False}
        Draft202012Validator(schema).validate(one["spec"])


@pytest.mark.kubectl
def test_scrapes_reach_the_services() -> None:
    """Each ServiceMonitor selects its Service, by a port it has; ours answer the path, to who brings the key."""
    overlays = (CLUSTER, INSTRUCT, NEXT)
    found = {
        one["metadata"]["name"]: one for overlay in overlays for one in _rendered(overlay) if one["kind"] == "Service"
    }
    services = build_services(Settings())
    web = web_paths(services)
    paths = {"newsbriefs-web": web, "newsbriefs-web-next": web, "newsbriefs-worker": worker_paths(services)}
    services.close()
    monitors = [one for one in _rendered(MONITORING) if one["kind"] == "ServiceMonitor"]
    scraped = {}
    for monitor in monitors:
        wanted = monitor["spec"]["selector"]["matchLabels"].items()
        (endpoint,) = monitor["spec"]["endpoints"]
        for name in (name for name, one in found.items() if wanted <= one["metadata"]["labels"].items()):
            assert found[name]["metadata"]["namespace"] == monitor["metadata"]["namespace"]
            assert endpoint["port"] in {port["name"] for port in found[name]["spec"]["ports"]}
            scraped[name] = (endpoint["path"], endpoint.get("authorization", {}).get("credentials"))
    assert scraped.pop(VLLM) == ("/metrics", None)
    assert set(scraped) == JOBS
    assert [path in paths[name] for name, (path, _) in scraped.items()] == [True] * len(JOBS)
    assert [key for _, key in scraped.values()] == [{"name": "newsbriefs-metrics", "key": "key"}] * len(JOBS)


@pytest.mark.kubectl
def test_the_autoscaler_asks_for_what_the_adapter_gives() -> None:
    """The external metric of the workers' autoscaler is the one that prometheus-adapter's rule makes."""
    scalers = [one for one in _rendered(CLUSTER) if one["kind"] == "HorizontalPodAutoscaler"]
    metrics = [metric for one in scalers for metric in one["spec"]["metrics"] if metric["type"] == "External"]
    given = {re.sub(rule["name"]["matches"], rule["name"]["as"], "newsbriefs_jobs") for rule in _adapter_rules()}
    assert {metric["external"]["metric"]["name"] for metric in metrics} == given == {"newsbriefs_jobs_queued"}
