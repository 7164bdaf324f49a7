"""The Kubernetes manifests as `kubectl kustomize` renders them, and ways to ask about them."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

Object = dict[str, Any]

ROOT = Path(__file__).parents[2]
K8S = ROOT / "k8s"
OVERLAYS = ("embedded", "cluster", "neural", "neural-next", "gpu", "instruct")
# What k8s/README.md says can be put together; each is rendered as an overlay of somebody's own would be.
COMBINED = {
    "cluster+neural": ("cluster", "neural"),
    "cluster+instruct": ("cluster", "instruct"),
    "cluster+instruct+neural+gpu": ("cluster", "instruct", "neural", "gpu"),
    "cluster+neural+baked": ("cluster", "neural", "baked"),
}
EVERY = (*OVERLAYS, *COMBINED)
_EXPANSION = re.compile(r"\$\(([A-Za-z_][A-Za-z0-9_]*)\)")


@dataclass(frozen=True)
class Workload:
    """A Deployment or StatefulSet, and the pod it makes."""

    whole: Object

    @property
    def name(self) -> str:
        """Its own name."""
        return str(self.whole["metadata"]["name"])

    @property
    def component(self) -> str:
        """What of the service it is: web, worker, valkey or vllm."""
        return str(self.labels["app.kubernetes.io/component"])

    @property
    def labels(self) -> Object:
        """The labels of its pods."""
        return dict(self.whole["spec"]["template"]["metadata"]["labels"])

    @property
    def pod(self) -> Object:
        """The specification of its pods."""
        found: Object = self.whole["spec"]["template"]["spec"]
        return found

    @property
    def container(self) -> Object:
        """The container that serves; each pod has one."""
        found: Object = self.pod["containers"][0]
        return found

    @property
    def containers(self) -> list[Object]:
        """Every container, those that run before the others too."""
        return [*self.pod.get("initContainers", []), *self.pod["containers"]]

    @property
    def is_ours(self) -> bool:
        """Whether the application runs in it."""
        return self.component in ("web", "worker")

    def volume(self, mount_path: str, container: Object) -> Object | None:
        """The volume that `container` has at `mount_path`."""
        name = next((m["name"] for m in container.get("volumeMounts", []) if m["mountPath"] == mount_path), None)
        return next((volume for volume in self.pod.get("volumes", []) if volume["name"] == name), None)


@dataclass
class Manifests:
    """All objects of one overlay, and which paths the application answers."""

    objects: list[Object]
    paths: Mapping[str, set[str]] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Object]:
        """The objects of these kinds."""
        return [found for found in self.objects if found["kind"] in kinds]

    def one(self, kind: str, name: str) -> Object:
        """The object of a kind whose name is `name`, but for the hash and suffix that kustomize adds."""
        found = [o for o in self.of(kind) if re.fullmatch(rf"{name}(-next)?(-[a-z0-9]{{10}})?", o["metadata"]["name"])]
        assert len(found) == 1, (kind, name, [o["metadata"]["name"] for o in found])
        return found[0]

    def workloads(self) -> list[Workload]:
        """Everything that makes pods."""
        return [Workload(found) for found in self.of("Deployment", "StatefulSet")]

    def workload(self, component: str) -> Workload:
        """The workload of one component."""
        return next(found for found in self.workloads() if found.component == component)

    def environment(self, container: Object) -> dict[str, str]:
        """The variables of a container as the kubelet sets them; of what a Secret holds, its name and key."""
        found: dict[str, str] = {}
        for source in container.get("envFrom", []):
            found |= self._settings(source["configMapRef"]["name"])
        for item in container.get("env", []):
            found[item["name"]] = self._value(item, found)
        return found

    def arguments(self, container: Object) -> list[str]:
        """Command and arguments of a container, with its variables in their places."""
        given = self.environment(container)
        return [_expanded(text, given) for text in [*container.get("command", []), *container.get("args", [])]]

    def changed(self) -> "Manifests":
        """A copy that may be edited."""
        return Manifests(deepcopy(self.objects), self.paths)

    def _settings(self, name: str) -> dict[str, str]:
        found = next((o for o in self.of("ConfigMap") if o["metadata"]["name"] == name), None)
        return dict(found["data"]) if found else {}

    def _value(self, item: Object, before: Mapping[str, str]) -> str:
        if "value" in item:
            return _expanded(item["value"], before)
        if "configMapKeyRef" in item["valueFrom"]:
            ref = item["valueFrom"]["configMapKeyRef"]
            return self._settings(ref["name"]).get(ref["key"], "")
        ref = item["valueFrom"]["secretKeyRef"]
        return f"{ref['name']}/{ref['key']}"


def _expanded(text: str, given: Mapping[str, str]) -> str:
    return _EXPANSION.sub(lambda found: given.get(found[1], found[0]), text)


@cache
def rendered(name: str) -> tuple[str, str]:
    """What `kubectl kustomize` writes for an overlay, or for components put together: its output and its warnings."""
    if name in OVERLAYS:
        return _kustomize(K8S / "overlays" / name)
    with TemporaryDirectory() as folder:
        components = [os.path.relpath(K8S / "components" / part, folder) for part in COMBINED[name]]
        own = {"resources": [os.path.relpath(K8S / "base", folder)], "components": components}
        (Path(folder) / "kustomization.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
        return _kustomize(Path(folder))


def _kustomize(folder: Path) -> tuple[str, str]:
    done = subprocess.run(["kubectl", "kustomize", str(folder)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


@cache
def _objects(name: str) -> list[Object]:
    return [found for found in yaml.safe_load_all(rendered(name)[0]) if found]


def manifests(name: str, paths: Mapping[str, set[str]] | None = None) -> Manifests:
    """The objects of an overlay; not to be edited, for all tests share them.

    `neural-next` stands beside `neural`, and is looked at together with it.
    """
    beside = _objects(name.removesuffix("-next")) if name.endswith("-next") else []
    return Manifests([*beside, *_objects(name)], paths or {})


def quantity(text: str | int) -> float:
    """A Kubernetes quantity in bytes, cores or pieces."""
    found = re.fullmatch(r"([0-9.]+)([a-zA-Z]*)", str(text))
    assert found is not None, text
    factors = {"": 1.0, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40}
    return float(found[1]) * factors[found[2]]


def selects(selector: Mapping[str, Any], labels: Mapping[str, str]) -> bool:
    """Whether a label selector, of pods or of a namespace, chooses something with these labels."""
    wanted = selector.get("matchLabels", {})
    if any(labels.get(key) != value for key, value in wanted.items()):
        return False
    return all(_holds(expression, labels) for expression in selector.get("matchExpressions", []))


def _holds(expression: Mapping[str, Any], labels: Mapping[str, str]) -> bool:
    value, operator = labels.get(expression["key"]), expression["operator"]
    if operator in ("Exists", "DoesNotExist"):
        return (value is not None) == (operator == "Exists")
    return (value in expression["values"]) == (operator == "In")


def each_container(found: Manifests) -> Iterator[tuple[str, Workload, Object]]:
    """Every container with a name to tell it by."""
    for workload in found.workloads():
        for container in workload.containers:
            yield f"{workload.name}/{container['name']}", workload, container
