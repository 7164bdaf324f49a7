"""Debian's Prometheus on the loopback, scraping every second, with the project's own rules loaded."""

import json
import socket
import subprocess
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
MONITORING = ROOT / "k8s" / "monitoring"
NAMESPACE = "newsbriefs"
_READY_ATTEMPTS = 300


def rule_groups() -> list[dict[str, Any]]:
    """The groups of every PrometheusRule, in the order in which the kustomization names the files."""
    named = yaml.safe_load((MONITORING / "kustomization.yaml").read_text("utf-8"))["resources"]
    documents = [one for name in named for one in yaml.safe_load_all((MONITORING / name).read_text("utf-8"))]
    return [group for one in documents if one["kind"] == "PrometheusRule" for group in one["spec"]["groups"]]


def write_rules(folder: Path) -> list[Path]:
    """Each group as a file of its own that promtool reads, named after it."""
    paths = []
    for group in rule_groups():
        paths.append(folder / f"{group['name']}.yaml")
        paths[-1].write_text(yaml.safe_dump({"groups": [group]}, sort_keys=False, width=1000), encoding="utf-8")
    return paths


class Prometheus:
    """The HTTP API of one server."""

    def __init__(self, base: str) -> None:
        self.base = base

    def query(self, expression: str) -> list[dict[str, Any]]:
        """The series it gives now; raises AssertionError with the server's words where it gives an error."""
        result: list[dict[str, Any]] = self._get("query", query=expression)["result"]
        return result

    def has_data(self, expression: str) -> bool:
        """Whether it gives a number now; NaN is none."""
        return any(isfinite(float(series["value"][1])) for series in self.query(expression))

    def rules(self) -> list[dict[str, Any]]:
        """Every rule as the server sees it, with its health and last error."""
        return [rule for group in self._get("rules")["groups"] for rule in group["rules"]]

    def targets(self) -> dict[str, str]:
        """The health of what is scraped, by its job."""
        return {one["labels"]["job"]: one["health"] for one in self._get("targets", state="active")["activeTargets"]}

    def _get(self, path: str, **parameters: str) -> dict[str, Any]:
        address = f"{self.base}/api/v1/{path}?{urllib.parse.urlencode(parameters)}"
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                data: dict[str, Any] = json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{parameters}: {error.read().decode()}") from error
        return data


@contextmanager
def prometheus(folder: Path, targets: Mapping[str, str], *, key: str) -> Iterator[Prometheus]:
    """A server that scrapes `targets` (address by job) with `key`; its files and its log lie in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    _write_configuration(folder, targets, key)
    command = ["prometheus", f"--config.file={folder / 'prometheus.yml'}", f"--storage.tsdb.path={folder / 'data'}"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([*command, f"--web.listen-address={address}"], stdout=log, stderr=log, cwd=folder)
    try:
        _wait_until_ready(f"http://{address}", process, folder / "log")
        yield Prometheus(f"http://{address}")
    finally:
        process.kill()
        process.wait()


def _write_configuration(folder: Path, targets: Mapping[str, str], key: str) -> None:
    (folder / "key").write_text(key, encoding="utf-8")
    # A group with an interval of its own would be evaluated once in minutes.
    groups = [{name: value for name, value in group.items() if name != "interval"} for group in rule_groups()]
    (folder / "rules.yml").write_text(yaml.safe_dump({"groups": groups}, width=1000), encoding="utf-8")
    scrapes = [
        {
            "job_name": job,
            "authorization": {"credentials_file": str(folder / "key")},
            "static_configs": [{"targets": [address], "labels": {"namespace": NAMESPACE}}],
        }
        for job, address in targets.items()
    ]
    configuration = {
        "global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
        "rule_files": [str(folder / "rules.yml")],
        "scrape_configs": scrapes,
    }
    (folder / "prometheus.yml").write_text(yaml.safe_dump(configuration), encoding="utf-8")


def _wait_until_ready(base: str, process: subprocess.Popen[bytes], log: Path) -> None:
    waiting = threading.Event()
    for _ in range(_READY_ATTEMPTS):
        assert process.poll() is None, log.read_text()[-3000:]
        try:
            with urllib.request.urlopen(f"{base}/-/ready", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            pass
        waiting.wait(0.1)
    raise AssertionError(log.read_text()[-3000:])
