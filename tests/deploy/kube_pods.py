"""The pods of a local Kubernetes API: objects with a status, which run nothing.

A pod is ready once all it names exists in its namespace: Secrets, ConfigMaps and their keys, claims, service account.
"""

from collections.abc import Iterator
from copy import deepcopy

from .kube_resources import BY_KIND
from .kube_rules import containers
from .kube_store import Key, Object, Store, key_of, now, owned, owned_by


def settle_pods(store: Store) -> None:
    """Make the pods that are wanted, remove those that are not, and write their statuses."""
    for kind in ("ReplicaSet", "StatefulSet"):
        for owner in store.of(kind):
            _settle(store, owner)
    for pod in store.of("Pod"):
        _tell(store, pod)


def _settle(store: Store, owner: Object) -> None:
    pods = {pod["metadata"]["name"]: pod for pod in owned(store, "Pod", owner)}
    names = _names(owner, list(pods))
    stale = owner["kind"] == "StatefulSet"
    for name, pod in pods.items():
        changed = stale and pod["metadata"]["annotations"]["generation"] != _generation(owner)
        if name not in names or changed:
            store.delete(key_of(pod))
    for name in names:
        key = Key(BY_KIND["Pod"], owner["metadata"]["namespace"], name)
        if key not in store.objects:
            _claims(store, owner, name)
            store.create(key, _pod(owner, name))


def _names(owner: Object, existing: list[str]) -> list[str]:
    wanted, base = owner["spec"]["replicas"], owner["metadata"]["name"]
    if owner["kind"] == "StatefulSet":
        return [f"{base}-{number}" for number in range(wanted)]
    free = (name for number in range(1000) if (name := f"{base}-{number:05x}") not in existing)
    return [*existing[:wanted], *(next(free) for _ in range(wanted - len(existing)))]


def _generation(owner: Object) -> str:
    return str(owner["metadata"]["generation"])


def _pod(owner: Object, name: str) -> Object:
    template = deepcopy(owner["spec"]["template"])
    spec = template["spec"]
    claims = [one["metadata"]["name"] for one in owner["spec"].get("volumeClaimTemplates", [])]
    volumes = [{"name": one, "persistentVolumeClaim": {"claimName": f"{one}-{name}"}} for one in claims]
    spec["volumes"] = [*(spec.get("volumes") or []), *volumes]
    metadata = template.get("metadata") or {}
    metadata |= {"name": name, "namespace": owner["metadata"]["namespace"], "ownerReferences": owned_by(owner)}
    if owner["kind"] == "StatefulSet":
        metadata["annotations"] = {**(metadata.get("annotations") or {}), "generation": _generation(owner)}
    return {"metadata": metadata, "spec": spec}


def _claims(store: Store, owner: Object, pod: str) -> None:
    for template in owner["spec"].get("volumeClaimTemplates", []):
        namespace, name = owner["metadata"]["namespace"], f"{template['metadata']['name']}-{pod}"
        key = Key(BY_KIND["PersistentVolumeClaim"], namespace, name)
        if key not in store.objects:
            metadata = {"name": name, "namespace": namespace}
            store.create(key, {"metadata": metadata, "spec": template["spec"]})


def _tell(store: Store, pod: Object) -> None:
    missing = missing_of(store, pod["metadata"]["namespace"], pod["spec"])
    before = {one["type"]: one for one in pod.get("status", {}).get("conditions", [])}
    state = "False" if missing else "True"
    known = before.get("Ready", {})
    since = known["lastTransitionTime"] if known.get("status") == state else now()
    conditions = [{"type": "Ready", "status": state, "lastTransitionTime": since}]
    waiting = {"waiting": {"reason": "CreateContainerConfigError", "message": ", ".join(missing) + " not found"}}
    started = {"running": {"startedAt": since}}
    statuses = [
        {
            "name": one["name"], "image": one["image"], "imageID": "", "ready": not missing, "restartCount": 0,
            "state": waiting if missing else started,
        }
        for one in pod["spec"]["containers"]
    ]  # fmt: skip
    phase = "Pending" if missing else "Running"
    status = {"phase": phase, "conditions": conditions, "containerStatuses": statuses}
    store.update(key_of(pod), {**pod, "status": status})


def missing_of(store: Store, namespace: str, spec: Object) -> list[str]:
    """What a pod names and its namespace does not hold, as `secret "name"`."""
    found = []
    for kind, name, keys in _named(spec):
        held = store.objects.get(Key(BY_KIND[kind], namespace, name))
        if held is None:
            found.append(f'{kind.lower()} "{name}"')
        else:
            data = {**(held.get("data") or {}), **(held.get("binaryData") or {})}
            found += [f'key "{key}" of {kind.lower()} "{name}"' for key in keys if key not in data]
    return found


def _named(spec: Object) -> Iterator[tuple[str, str, list[str]]]:
    yield "ServiceAccount", spec.get("serviceAccountName") or "default", []
    for volume in spec.get("volumes") or []:
        yield from _of_volume(volume)
    for container in containers(spec):
        for source in container.get("envFrom") or []:
            yield from _of_reference(source.get("configMapRef"), "ConfigMap")
            yield from _of_reference(source.get("secretRef"), "Secret")
        for one in container.get("env") or []:
            source = one.get("valueFrom") or {}
            yield from _of_reference(source.get("configMapKeyRef"), "ConfigMap")
            yield from _of_reference(source.get("secretKeyRef"), "Secret")


def _of_volume(volume: Object) -> Iterator[tuple[str, str, list[str]]]:
    if claim := volume.get("persistentVolumeClaim"):
        yield "PersistentVolumeClaim", claim["claimName"], []
    sources = [volume, *((volume.get("projected") or {}).get("sources") or [])]
    for source in sources:
        secret = source.get("secret")
        yield from _of_reference(secret and {"name": secret.get("secretName"), **secret}, "Secret")
        yield from _of_reference(source.get("configMap"), "ConfigMap")


def _of_reference(reference: Object | None, kind: str) -> Iterator[tuple[str, str, list[str]]]:
    if reference and not reference.get("optional"):
        keys = [item["key"] for item in reference.get("items") or []]
        yield kind, reference["name"], [*keys, *([reference["key"]] if "key" in reference else [])]
