"""The Grafana dashboard as the tests see it: its panels, and its queries with their variables filled in."""

import json
from dataclasses import dataclass
from typing import Any

from tests.deploy.metric_values import JOBS
from tests.deploy.prometheus_server import MONITORING, NAMESPACE

DASHBOARD = MONITORING / "dashboard.json"
# What Grafana puts in for the variables, where everything is chosen.
_FILLED = {
    "$__rate_interval": "1m",
    "$namespace": NAMESPACE,
    "$job": "|".join(sorted(JOBS)),
    "$web": "newsbriefs-web",
}


@dataclass(frozen=True, slots=True)
class Target:
    """One query of a panel."""

    panel: str
    expression: str
    legend: str

    @property
    def filled(self) -> str:
        """The query as Prometheus gets it."""
        text = self.expression
        for name, value in _FILLED.items():
            text = text.replace(name, value)
        return text


def load() -> dict[str, Any]:
    """The whole document."""
    document: dict[str, Any] = json.loads(DASHBOARD.read_text("utf-8"))
    return document


def panels() -> list[dict[str, Any]]:
    """Every panel that draws something."""
    return [panel for panel in load()["panels"] if panel["type"] != "row"]


def targets() -> list[Target]:
    """Every query, in the order of the panels."""
    return [
        Target(panel["title"], target["expr"], target["legendFormat"])
        for panel in panels()
        for target in panel["targets"]
    ]
