"""The kinds of object the local Kubernetes API serves, and what its discovery says of them."""

from dataclasses import dataclass
from typing import Any

MERGE, STRATEGIC, JSON_PATCH, APPLY = (
    "application/merge-patch+json",
    "application/strategic-merge-patch+json",
    "application/json-patch+json",
    "application/apply-patch+yaml",
)
# What `kubectl get all` shows.
_ALL = {"CronJob", "Deployment", "HorizontalPodAutoscaler", "Job", "Pod", "ReplicaSet", "Service", "StatefulSet"}
_VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"]


@dataclass(frozen=True)
class Resource:
    """One kind of object: `plural` is its part of a path."""

    group: str
    version: str
    plural: str
    kind: str
    namespaced: bool = True
    short: tuple[str, ...] = ()
    scalable: bool = False
    custom: bool = False

    @property
    def api_version(self) -> str:
        """What stands in `apiVersion`."""
        return f"{self.group}/{self.version}" if self.group else self.version

    @property
    def path(self) -> str:
        """The path of its group and version."""
        return f"apis/{self.api_version}" if self.group else f"api/{self.version}"

    @property
    def qualified(self) -> str:
        """As messages name it: `deployments.apps`."""
        return f"{self.plural}.{self.group}" if self.group else self.plural


RESOURCES = (
    Resource("", "v1", "configmaps", "ConfigMap", short=("cm",)),
    Resource("", "v1", "endpoints", "Endpoints", short=("ep",)),
    Resource("", "v1", "events", "Event", short=("ev",)),
    Resource("", "v1", "namespaces", "Namespace", namespaced=False, short=("ns",)),
    Resource("", "v1", "nodes", "Node", namespaced=False, short=("no",)),
    Resource("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", short=("pvc",)),
    Resource("", "v1", "pods", "Pod", short=("po",)),
    Resource("", "v1", "secrets", "Secret"),
    Resource("", "v1", "serviceaccounts", "ServiceAccount", short=("sa",)),
    Resource("", "v1", "services", "Service", short=("svc",)),
    Resource("apps", "v1", "controllerrevisions", "ControllerRevision"),
    Resource("apps", "v1", "daemonsets", "DaemonSet", short=("ds",)),
    Resource("apps", "v1", "deployments", "Deployment", short=("deploy",), scalable=True),
    Resource("apps", "v1", "replicasets", "ReplicaSet", short=("rs",), scalable=True),
    Resource("apps", "v1", "statefulsets", "StatefulSet", short=("sts",), scalable=True),
    Resource("autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", short=("hpa",)),
    Resource("batch", "v1", "cronjobs", "CronJob", short=("cj",)),
    Resource("batch", "v1", "jobs", "Job"),
    Resource("networking.k8s.io", "v1", "ingresses", "Ingress", short=("ing",)),
    Resource("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", short=("netpol",)),
    Resource("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", short=("pdb",)),
    Resource("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding"),
    Resource("rbac.authorization.k8s.io", "v1", "roles", "Role"),
    Resource("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", namespaced=False, short=("pc",)),
    # What Prometheus' operator and KEDA add to a cluster.
    Resource("monitoring.coreos.com", "v1", "podmonitors", "PodMonitor", short=("pmon",), custom=True),
    Resource("monitoring.coreos.com", "v1", "prometheusrules", "PrometheusRule", short=("promrule",), custom=True),
    Resource("monitoring.coreos.com", "v1", "servicemonitors", "ServiceMonitor", short=("smon",), custom=True),
    Resource("keda.sh", "v1alpha1", "scaledobjects", "ScaledObject", short=("so",), custom=True),
    Resource("keda.sh", "v1alpha1", "triggerauthentications", "TriggerAuthentication", short=("ta",), custom=True),
)
BY_KIND = {resource.kind: resource for resource in RESOURCES}


def find(path: str, plural: str) -> Resource | None:
    """The resource at the path of a group and version."""
    return next((one for one in RESOURCES if one.path == path and one.plural == plural), None)


def discovery(path: str) -> dict[str, Any] | None:
    """What the API tells of itself at `path` (no slash at either end), None where it tells nothing."""
    if path == "api":
        return {"kind": "APIVersions", "versions": ["v1"], "serverAddressByClientCIDRs": []}
    if path == "apis":
        return {"kind": "APIGroupList", "apiVersion": "v1", "groups": _groups()}
    if path == "openapi/v3":
        paths = {one.path for one in RESOURCES}
        return {"paths": {one: {"serverRelativeURL": f"/openapi/v3/{one}"} for one in sorted(paths)}}
    if path.startswith("openapi/v3/"):
        return _openapi(path.removeprefix("openapi/v3/"))
    served = [one for one in RESOURCES if one.path == path]
    return _resource_list(served) if served else None


def _groups() -> list[dict[str, Any]]:
    named = sorted({(one.group, one.version) for one in RESOURCES if one.group})
    found = []
    for group, version in named:
        served = {"groupVersion": f"{group}/{version}", "version": version}
        found.append({"name": group, "versions": [served], "preferredVersion": served})
    return found


def _resource_list(served: list[Resource]) -> dict[str, Any]:
    listed: list[dict[str, Any]] = []
    for one in served:
        entry = {"name": one.plural, "singularName": one.kind.lower(), "namespaced": one.namespaced}
        names = {"shortNames": list(one.short), "categories": ["all"] if one.kind in _ALL else []}
        listed.append({**entry, "kind": one.kind, "verbs": _VERBS, **names})
        listed.append({**entry, "name": f"{one.plural}/status", "kind": one.kind, "verbs": ["get", "patch", "update"]})
        if one.scalable:
            scale = {"group": "autoscaling", "version": "v1", "kind": "Scale", "verbs": ["get", "patch", "update"]}
            listed.append({**entry, "name": f"{one.plural}/scale", **scale})
    return {
        "kind": "APIResourceList", "apiVersion": "v1", "groupVersion": served[0].api_version, "resources": listed
    }  # fmt: skip


def _openapi(path: str) -> dict[str, Any]:
    """Only what tells kubectl to leave the validation of fields to the server."""
    parameter = {"name": "fieldValidation", "in": "query", "schema": {"type": "string"}}
    paths: dict[str, Any] = {}
    for one in RESOURCES:
        if one.path == path:
            gvk = {"group": one.group, "version": one.version, "kind": one.kind}
            patch = {"x-kubernetes-group-version-kind": gvk, "parameters": [parameter], "responses": {}}
            paths[f"/{one.path}/{one.plural}/{{name}}"] = {"patch": patch}
    return {"openapi": "3.0.0", "info": {"title": "Kubernetes", "version": "v1"}, "paths": paths}
