"""What a cluster's controllers make of the objects: replica sets, pods, revisions and statuses. Nothing is run."""

import hashlib
import json
from copy import deepcopy
from typing import Any

from .kube_pods import missing_of, settle_pods
from .kube_resources import BY_KIND
from .kube_store import Key, Object, Store, key_of, now, owned, owned_by

REVISION = "deployment.kubernetes.io/revision"
_HASH = "pod-template-hash"
_CAUSE = "kubernetes.io/change-cause"


def settle(store: Store) -> None:
    """Let every controller act until nothing changes any more."""
    with store.changed:
        for _ in range(50):
            before = store.version
            for kind, act in _CONTROLLERS.items():
                for found in store.of(kind):
                    if key_of(found) in store.objects:
                        act(store, found)
            settle_pods(store)
            if store.version == before:
                return
        raise AssertionError("the controllers do not come to rest")


def hash_of(template: Any) -> str:
    """A name for a template: the same for the same one, whether a client writes `resources: {}` or nothing."""
    return hashlib.sha256(json.dumps(_bare(template), sort_keys=True).encode()).hexdigest()[:10]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if one not in ({}, [])}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def condition(kind: str, true: bool, reason: str, before: Object) -> Object:
    """One condition of a status; its time stays while it does."""
    made = {"type": kind, "status": "True" if true else "False", "reason": reason, "message": reason}
    for one in before.get("status", {}).get("conditions", []):
        if one.items() >= made.items():
            return dict(one)
    return {**made, "lastTransitionTime": now()}


def _with_status(store: Store, document: Object, status: Object) -> None:
    observed = {"observedGeneration": document["metadata"]["generation"]}
    store.update(key_of(document), {**document, "status": {**observed, **status}})


def _namespace(store: Store, document: Object) -> None:
    name = document["metadata"]["name"]
    if "deletionTimestamp" in document["metadata"]:
        return
    account = Key(BY_KIND["ServiceAccount"], name, "default")
    if account not in store.objects:
        store.create(account, {"metadata": {"name": "default", "namespace": name}})
    labels = {**(document["metadata"].get("labels") or {}), "kubernetes.io/metadata.name": name}
    metadata = {**document["metadata"], "labels": labels}
    store.update(key_of(document), {**document, "metadata": metadata, "status": {"phase": "Active"}})


def _claim(store: Store, document: Object) -> None:
    store.update(key_of(document), {**document, "status": {"phase": "Bound"}})


def _job(store: Store, document: Object) -> None:
    missing = missing_of(store, document["metadata"]["namespace"], document["spec"]["template"]["spec"])
    done = {"succeeded": 1, "conditions": [condition("Complete", True, "CompletionsReached", document)]}
    status = {"active": 1} if missing else done
    store.update(key_of(document), {**document, "status": status})


def _disruption_budget(store: Store, document: Object) -> None:
    pods = store.of("Pod", document["metadata"]["namespace"])
    wanted = (document["spec"].get("selector") or {}).get("matchLabels", {})
    healthy = sum(wanted.items() <= pod["metadata"]["labels"].items() for pod in pods)
    counted = {"currentHealthy": healthy, "desiredHealthy": healthy, "expectedPods": healthy, "disruptionsAllowed": 0}
    _with_status(store, document, counted)


def _autoscaler(store: Store, document: Object) -> None:
    """Keeps its target between its bounds; it measures no load."""
    spec, namespace = document["spec"], document["metadata"]["namespace"]
    target = Key(BY_KIND[spec["scaleTargetRef"]["kind"]], namespace, spec["scaleTargetRef"]["name"])
    if target not in store.objects:
        return
    scaled = store.get(target)
    wanted = min(max(scaled["spec"]["replicas"], spec["minReplicas"]), spec["maxReplicas"])
    store.update(target, {**scaled, "spec": {**scaled["spec"], "replicas": wanted}})
    _with_status(store, document, {"currentReplicas": wanted, "desiredReplicas": wanted})


def _deployment(store: Store, document: Object) -> None:
    sets = owned(store, "ReplicaSet", document)
    current = _current_set(store, document, sets)
    others = [one for one in sets if one["metadata"]["name"] != current["metadata"]["name"]]
    running = [one for one in others if one["spec"]["replicas"]]
    wanted = document["spec"]["replicas"]
    whole = not missing_of(store, document["metadata"]["namespace"], document["spec"]["template"]["spec"])
    # One that can't start never takes the place of one that runs.
    _scale(store, current, wanted if whole or not running else min(wanted, 1))
    for one in running if whole else []:
        _scale(store, one, 0)
    for one in sorted(others, key=_revision)[: -document["spec"]["revisionHistoryLimit"]]:
        store.delete(key_of(one))
    revision = {REVISION: current["metadata"]["annotations"][REVISION]}
    metadata = {**document["metadata"], "annotations": {**_annotations(document), **revision}}
    _with_status(store, {**document, "metadata": metadata}, _status_of(store, document, current))


def _current_set(store: Store, document: Object, sets: list[Object]) -> Object:
    template = document["spec"]["template"]
    named = f"{document['metadata']['name']}-{hash_of(template)}"
    newest = max(map(_revision, sets), default=0)
    found = next((one for one in sets if one["metadata"]["name"] == named), None)
    if found is None:
        return store.create(*_new_set(document, named, newest + 1))
    revision = newest if _revision(found) == newest else newest + 1
    annotations = {**_annotations(found), REVISION: str(revision), **_cause(document)}
    metadata = {**found["metadata"], "annotations": annotations}
    return store.update(key_of(found), {**found, "metadata": metadata})


def _new_set(document: Object, name: str, revision: int) -> tuple[Key, Object]:
    namespace, label = document["metadata"]["namespace"], {_HASH: name.rsplit("-", 1)[1]}
    template = deepcopy(document["spec"]["template"])
    labels = {**template["metadata"]["labels"], **label}
    template["metadata"]["labels"] = labels
    selector = deepcopy(document["spec"]["selector"])
    selector["matchLabels"] = {**selector.get("matchLabels", {}), **label}
    annotations = {REVISION: str(revision), **_cause(document)}
    made: Object = {"spec": {"replicas": 0, "selector": selector, "template": template}}
    made["metadata"] = {
        "name": name, "namespace": namespace, "labels": labels, "annotations": annotations,
        "ownerReferences": owned_by(document),
    }  # fmt: skip
    return Key(BY_KIND["ReplicaSet"], namespace, name), made


def _scale(store: Store, found: Object, replicas: int) -> None:
    store.update(key_of(found), {**found, "spec": {**found["spec"], "replicas": replicas}})


def _status_of(store: Store, document: Object, current: Object) -> Object:
    pods = [pod for one in owned(store, "ReplicaSet", document) for pod in owned(store, "Pod", one)]
    updated, ready = owned(store, "Pod", current), sum(map(is_ready, pods))
    wanted = document["spec"]["replicas"]
    status: Object = {"replicas": len(pods), "updatedReplicas": len(updated)}
    status |= {"readyReplicas": ready, "availableReplicas": ready}
    if ready < wanted:
        status["unavailableReplicas"] = wanted - ready
    done = sum(map(is_ready, updated)) >= wanted
    progress = "NewReplicaSetAvailable" if done else "ReplicaSetUpdated"
    available = "MinimumReplicasAvailable" if ready >= wanted else "MinimumReplicasUnavailable"
    progressing = condition("Progressing", True, progress, document)
    status["conditions"] = [condition("Available", ready >= wanted, available, document), progressing]
    return status


def is_ready(pod: Object) -> bool:
    """Whether its status says so."""
    found = pod.get("status", {}).get("conditions", [])
    return any(one["type"] == "Ready" and one["status"] == "True" for one in found)


def _replica_set(store: Store, document: Object) -> None:
    pods = owned(store, "Pod", document)
    ready = sum(map(is_ready, pods))
    _with_status(store, document, {"replicas": len(pods), "readyReplicas": ready, "availableReplicas": ready})


def _stateful_set(store: Store, document: Object) -> None:
    name = f"{document['metadata']['name']}-{hash_of(document['spec']['template'])}"
    _keep_revision(store, document, name)
    pods = owned(store, "Pod", document)
    ready, wanted = sum(map(is_ready, pods)), document["spec"]["replicas"]
    status = {"replicas": len(pods), "readyReplicas": ready, "availableReplicas": ready}
    status |= {"updatedReplicas": wanted, "currentReplicas": wanted}
    _with_status(store, document, {**status, "currentRevision": name, "updateRevision": name})


def _keep_revision(store: Store, document: Object, name: str) -> None:
    found = owned(store, "ControllerRevision", document)
    newest = max((one["revision"] for one in found), default=0)
    namespace = document["metadata"]["namespace"]
    key = Key(BY_KIND["ControllerRevision"], namespace, name)
    if key in store.objects:
        kept = store.get(key)
        store.update(key, {**kept, "revision": newest if kept["revision"] == newest else newest + 1})
        return
    labels = document["spec"]["selector"].get("matchLabels", {})
    metadata = {"name": name, "namespace": namespace, "labels": labels, "ownerReferences": owned_by(document)}
    template = {**document["spec"]["template"], "$patch": "replace"}
    store.create(key, {"metadata": metadata, "data": {"spec": {"template": template}}, "revision": newest + 1})


def _revision(found: Object) -> int:
    return int(_annotations(found).get(REVISION, 0))


def _annotations(document: Object) -> Object:
    return document["metadata"].get("annotations") or {}


def _cause(document: Object) -> Object:
    return {name: value for name, value in _annotations(document).items() if name == _CAUSE}


_CONTROLLERS = {
    "Namespace": _namespace,
    "PersistentVolumeClaim": _claim,
    "HorizontalPodAutoscaler": _autoscaler,
    "Deployment": _deployment,
    "ReplicaSet": _replica_set,
    "StatefulSet": _stateful_set,
    "Job": _job,
    "PodDisruptionBudget": _disruption_budget,
}
