"""What the Kubernetes API refuses beyond its schemas, and the values it fills in."""

import base64
import binascii
import re
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from typing import Any

from .kube_resources import Resource
from .kube_store import Object, Refused

_NAME = re.compile(r"[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?")
_LABEL = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?")
_QUANTITY = re.compile(r"([0-9]+(?:\.[0-9]*)?)(m|k|M|G|T|Ki|Mi|Gi|Ti|e[0-9]+)?")
_FACTORS = {"m": "0.001", "k": "1e3", "M": "1e6", "G": "1e9", "T": "1e12"}
_BINARY = {"Ki": 1, "Mi": 2, "Gi": 3, "Ti": 4}
_ROLLING = {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}}
_DEFAULTS: dict[str, Object] = {
    "Deployment": {
        "replicas": 1, "strategy": _ROLLING, "revisionHistoryLimit": 10, "progressDeadlineSeconds": 600,
    },
    "ReplicaSet": {"replicas": 1},
    "StatefulSet": {
        "replicas": 1, "podManagementPolicy": "OrderedReady", "revisionHistoryLimit": 10,
        "updateStrategy": {"type": "RollingUpdate", "rollingUpdate": {"partition": 0}},
    },
    "Service": {"type": "ClusterIP", "sessionAffinity": "None"},
    "Job": {"backoffLimit": 6, "completions": 1, "parallelism": 1},
    "HorizontalPodAutoscaler": {"minReplicas": 1},
}  # fmt: skip
# What of a spec may change; nothing else of these kinds may.
_CHANGEABLE = {
    "StatefulSet": {
        "replicas", "ordinals", "template", "updateStrategy", "minReadySeconds", "revisionHistoryLimit",
        "persistentVolumeClaimRetentionPolicy",
    },
    "Job": {"parallelism", "suspend", "activeDeadlineSeconds", "ttlSecondsAfterFinished"},
    "PersistentVolumeClaim": {"resources"},
}  # fmt: skip
_FIXED = {"Deployment": ("selector",), "ReplicaSet": ("selector",), "Service": ("clusterIP",)}


def filled(document: Object) -> Object:
    """The object with the defaults the API adds and without null; a Secret's `stringData` becomes `data`."""
    made = _without_null(deepcopy(document))
    if defaults := _DEFAULTS.get(made["kind"]):
        made["spec"] = {**deepcopy(defaults), **made.get("spec", {})}
    if made["kind"] == "Secret":
        given = made.pop("stringData", None) or {}
        coded = {name: base64.b64encode(value.encode()).decode() for name, value in given.items()}
        made["data"] = {**(made.get("data") or {}), **coded}
        made.setdefault("type", "Opaque")
    return made


def _without_null(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_null(one) for key, one in value.items() if one is not None}
    return [_without_null(one) for one in value] if isinstance(value, list) else value


def refuse_invalid(resource: Resource, document: Object) -> None:
    """Raise Refused where the object breaks a rule no schema tells."""
    found = [*_of_metadata(document["metadata"]), *_of_kind(document)]
    if found:
        name = document["metadata"]["name"]
        raise Refused(422, "Invalid", f'{resource.kind} "{name}" is invalid: {"; ".join(found)}')


def refuse_change(resource: Resource, before: Object, after: Object) -> None:
    """Raise Refused where what can't change was changed."""
    old, new = before.get("spec", {}), after.get("spec", {})
    fields = set(_FIXED.get(resource.kind, ()))
    if resource.kind in _CHANGEABLE:
        fields = (old.keys() | new.keys()) - _CHANGEABLE[resource.kind]
    found = [f"spec.{name}" for name in sorted(fields) if old.get(name) != new.get(name)]
    if before.get("immutable") and any(before.get(name) != after.get(name) for name in ("data", "binaryData")):
        found.append("data")
    if found:
        name = after["metadata"]["name"]
        raise Refused(422, "Invalid", f'{resource.kind} "{name}" is invalid: {", ".join(found)}: field is immutable')


def _of_metadata(metadata: Object) -> Iterator[str]:
    if not _NAME.fullmatch(metadata["name"]):
        yield f"metadata.name: {metadata['name']!r} is no DNS subdomain of lower case"
    for name, value in (metadata.get("labels") or {}).items():
        if not _LABEL.fullmatch(str(value)):
            yield f"metadata.labels: {name}: {value!r} is no label"


def _of_kind(document: Object) -> Iterator[str]:
    spec, kind = document.get("spec", {}), document["kind"]
    if kind in ("Deployment", "ReplicaSet", "StatefulSet"):
        wanted = spec["selector"].get("matchLabels") or {}
        labels = spec["template"].get("metadata", {}).get("labels") or {}
        if not wanted.items() <= labels.items():
            yield "spec.template.metadata.labels: `selector` does not match template `labels`"
    if kind == "PodDisruptionBudget" and {"minAvailable", "maxUnavailable"} <= spec.keys():
        yield "spec: minAvailable and maxUnavailable cannot be both set"
    if kind == "HorizontalPodAutoscaler" and spec["minReplicas"] > spec["maxReplicas"]:
        yield "spec.maxReplicas: must be greater than or equal to `minReplicas`"
    if kind == "Service" and len(spec.get("ports", [])) > 1 and not all("name" in port for port in spec["ports"]):
        yield "spec.ports.name: required where there are several ports"
    if kind == "Secret":
        yield from (f"data[{name}]: not base64" for name, value in document["data"].items() if not _is_base64(value))
    if pod := pod_spec(document):
        claims = [one["metadata"]["name"] for one in spec.get("volumeClaimTemplates", [])]
        yield from _of_pod(pod, claims)


def pod_spec(document: Object) -> Object | None:
    """The spec of the pods an object makes, None where it makes none."""
    spec = document.get("spec", {})
    if document["kind"] == "Pod":
        return dict(spec)
    if document["kind"] == "CronJob":
        spec = spec["jobTemplate"]["spec"]
    template = spec.get("template")
    return template["spec"] if isinstance(template, dict) and "spec" in template else None


def containers(pod: Object) -> list[Object]:
    """Those of a pod, the ones that start first included."""
    return [*(pod.get("initContainers") or []), *pod["containers"]]


def _of_pod(pod: Object, claims: list[str]) -> Iterator[str]:
    volumes = {one["name"] for one in pod.get("volumes") or []} | set(claims)
    names = [one["name"] for one in containers(pod)]
    yield from (f"containers: {name!r} stands twice" for name in set(names) if names.count(name) > 1)
    for container in containers(pod):
        path = f"containers[{container['name']}]"
        if not container.get("image"):
            yield f"{path}.image: required"
        for mount in container.get("volumeMounts") or []:
            if mount["name"] not in volumes:
                yield f"{path}.volumeMounts: {mount['name']!r} is no volume of this pod"
        yield from (f"{path}.resources{told}" for told in _of_resources(container.get("resources") or {}))


def _of_resources(resources: Object) -> Iterator[str]:
    limits, requests = resources.get("limits") or {}, resources.get("requests") or {}
    for part, amounts in (("limits", limits), ("requests", requests)):
        yield from (f".{part}.{name}: {one!r} is no quantity" for name, one in amounts.items() if amount(one) is None)
    for name in limits.keys() & requests.keys():
        least, most = amount(requests[name]), amount(limits[name])
        if least is not None and most is not None and least > most:
            yield f".requests.{name}: must be less than or equal to the limit of {limits[name]}"


def amount(quantity: Any) -> Decimal | None:
    """A quantity (`500m`, `2Gi`, 1.5) as a number, None where it is none."""
    match = _QUANTITY.fullmatch(str(quantity))
    if match is None:
        return None
    number, unit = Decimal(match[1]), match[2] or ""
    if unit in _BINARY:
        return number * 1024 ** _BINARY[unit]
    return number * Decimal(_FACTORS.get(unit, f"1{unit}"))


def _is_base64(value: str) -> bool:
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
