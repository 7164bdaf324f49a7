"""The Grafana dashboard: every query names what there is, every metric is drawn, every panel can be read."""

import re
import subprocess
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from service.metrics import METRICS
from tests.deploy.dashboard import DASHBOARD, load, panels, targets
from tests.deploy.metric_values import TARGET_LABELS, known_labels, known_values
from tests.deploy.prometheus_server import MONITORING
from tests.deploy.promql import read_query, strange_values, strangers

# Metrics that no panel draws, each with its reason. None now.
LEFT_OUT: dict[str, str] = {}
# Units of Grafana that fit what is drawn (its category "short" is a plain number).
UNITS = {"reqps", "ops", "s", "bytes", "percentunit", "short"}
_WIDTH = 24


def _variables() -> dict[str, dict[str, Any]]:
    return {variable["name"]: variable for variable in load()["templating"]["list"]}


def test_queries_name_what_there_is() -> None:
    """Every metric and label is the application's, a recording rule's, or on the allow-list; so for the variables."""
    known = known_labels()
    variables = [one["definition"] for one in _variables().values() if one["type"] == "query"]
    series = [re.sub(r"^label_values\((.*), \w+\)$", r"\1", definition) for definition in variables]
    wrong = {text: strangers(read_query(text), known, targets=TARGET_LABELS) for text in [*_filled(), *series]}
    assert {text: found for text, found in wrong.items() if found} == {}


def test_queries_match_values_that_occur() -> None:
    """A matcher for a value that is never given would draw nothing for ever."""
    values = known_values()
    wrong = {text: strange_values(read_query(text), values) for text in _filled()}
    assert {text: found for text, found in wrong.items() if found} == {}


def test_legends_name_labels_that_are_left() -> None:
    """What a legend fills in is grouped by, or a target's own."""
    for target in targets():
        named = set(re.findall(r"\{\{(\w+)\}\}", target.legend))
        query = read_query(target.filled)
        grouped = [grouping.labels for grouping in query.groupings if grouping.labels]
        left = query.labels() if grouped else TARGET_LABELS
        assert named - left == set(), target
        assert target.legend or _panel(target.panel)["type"] == "table", target


def test_every_query_is_of_the_chosen_namespace() -> None:
    """Each selection is bounded by the variables, so that no other service of the cluster is drawn."""
    for target in targets():
        for selector in read_query(target.expression.replace("$__rate_interval", "1m")).selectors:
            matched = {(label, value) for label, _, value in selector.matchers}
            assert ("namespace", "$namespace") in matched, target
            assert ":" in selector.metric or {("job", "$job"), ("job", "$web")} & matched, target


def test_every_metric_is_drawn() -> None:
    """Each metric of the catalogue is on the dashboard, or left out on purpose."""
    drawn = {selector.metric for text in _filled() for selector in read_query(text).selectors}
    rules = yaml.safe_load((MONITORING / "rules.yaml").read_text("utf-8"))["spec"]["groups"]
    recorded = {rule["record"]: rule["expr"] for group in rules for rule in group["rules"]}
    drawn |= {one.metric for name in drawn & set(recorded) for one in read_query(recorded[name]).selectors}
    names = {re.sub("_(bucket|count|sum)$", "", name) if name not in _names() else name for name in drawn}
    assert _names() - names == set(LEFT_OUT)


@pytest.mark.promtool
def test_queries_are_promql(tmp_path: Path) -> None:
    """Prometheus's own tool takes each of them."""
    rules = [{"record": f"panel:{index}", "expr": text} for index, text in enumerate(_filled())]
    path = tmp_path / "queries.yaml"
    path.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": rules}]}), encoding="utf-8")
    checked = subprocess.run(["promtool", "check", "rules", str(path)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert f"{len(rules)} rules found" in checked.stdout


def test_panels_can_be_read() -> None:
    """Each has a title of its own, a description, a unit, and queries on the chosen data source."""
    titles = Counter(panel["title"] for panel in panels())
    assert {title for title, times in titles.items() if times > 1} == set()
    for panel in panels():
        assert panel["description"].endswith("."), panel["title"]
        assert panel["fieldConfig"]["defaults"]["unit"] in UNITS, panel["title"]
        sources = [panel["datasource"], *(target["datasource"] for target in panel["targets"])]
        assert sources == [{"type": "prometheus", "uid": "${datasource}"}] * len(sources)
        references = [target["refId"] for target in panel["targets"]]
        assert references == list("ABCDEFGH"[: len(references)]), panel["title"]


def test_panels_do_not_overlap() -> None:
    """Each lies within the grid, below the row it belongs to, and on nothing else; no line of the grid is empty."""
    every = load()["panels"]
    places = {panel["title"]: _cells(panel) for panel in every}
    assert [pair for pair in combinations(places, 2) if places[pair[0]] & places[pair[1]]] == []
    assert {x for cells in places.values() for x, _ in cells} == set(range(_WIDTH))
    lines = {y for cells in places.values() for _, y in cells}
    assert lines == set(range(max(lines) + 1))
    tops = [(panel["gridPos"]["y"], panel["gridPos"]["x"]) for panel in every]
    assert tops == sorted(tops)
    assert [panel["id"] for panel in every] == list(range(1, len(every) + 1))


def test_the_document_is_one_that_grafana_keeps() -> None:
    """Its uid and title are fixed, it belongs to no one Grafana, and it looks again by itself."""
    document = load()
    named = {name: document[name] for name in ("uid", "title", "schemaVersion", "refresh", "editable")}
    expected = {"uid": "newsbriefs", "title": "Newsbriefs", "schemaVersion": 39, "refresh": "30s", "editable": True}
    assert named == expected
    assert "id" not in document
    assert list(_variables()) == ["datasource", "namespace", "job", "web"]
    # `All` as `.*` would draw whatever else Prometheus scrapes; a namespace may be missing, a job never is.
    assert [_variables()[name]["allValue"] for name in ("namespace", "job", "web")] == [".*", None, None]


@pytest.mark.kubectl
def test_grafana_finds_it() -> None:
    """The ConfigMap has the label that Grafana's sidecar looks for, and is small enough to be applied."""
    built = subprocess.run(["kubectl", "kustomize", str(MONITORING)], capture_output=True, text=True, check=True)
    (found,) = [one for one in yaml.safe_load_all(built.stdout) if one["kind"] == "ConfigMap"]
    assert found["metadata"]["labels"]["grafana_dashboard"] == "1"
    assert found["metadata"]["name"] == "newsbriefs-dashboard"
    assert found["data"] == {"newsbriefs.json": DASHBOARD.read_text("utf-8")}
    # `kubectl apply` keeps the whole object in one annotation, and annotations are bounded.
    assert len(built.stdout.encode()) < 262_144


def _filled() -> list[str]:
    return [target.filled for target in targets()]


def _names() -> set[str]:
    return {metric.name for metric in METRICS}


def _panel(title: str) -> dict[str, Any]:
    return next(panel for panel in panels() if panel["title"] == title)


def _cells(panel: dict[str, Any]) -> set[tuple[int, int]]:
    place = panel["gridPos"]
    columns, lines = range(place["x"], place["x"] + place["w"]), range(place["y"], place["y"] + place["h"])
    return {(x, y) for x in columns for y in lines}
