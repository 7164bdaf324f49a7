"""How the objects hang together: names that are referred to exist, selectors choose what they are meant to."""

import re
from collections.abc import Iterator

from .rendered import K8S, Manifests, Object, each_container, selects

_CLUSTER_WIDE = ("Namespace",)
_LABELS = {"app.kubernetes.io/name": "newsbriefs", "app.kubernetes.io/part-of": "newsbriefs"}
_SECRET = re.compile(r"kubectl -n newsbriefs create secret (generic|tls) (?P<name>newsbriefs-\w+)(?P<rest>.*)")
_KEY = re.compile(r"--from-(?:file|literal)=(\w[\w.]*)=")


def documented_secrets() -> dict[str, set[str]]:
    """The Secrets that k8s/README.md tells how to make, and the keys in each."""
    text = (K8S / "README.md").read_text("utf-8")
    return {made["name"]: set(_KEY.findall(made["rest"])) for made in _SECRET.finditer(text)}


def everything_is_in_the_namespace(found: Manifests) -> Iterator[str]:
    """All objects are in one namespace, and carry the labels that tell what they belong to."""
    for one in found.objects:
        meta = one["metadata"]
        if one["kind"] not in _CLUSTER_WIDE and meta.get("namespace") != "newsbriefs":
            yield f"{one['kind']} {meta['name']}: in namespace {meta.get('namespace')}"
        if not _LABELS.items() <= meta.get("labels", {}).items():
            yield f"{one['kind']} {meta['name']}: lacks labels"


def services_choose_pods(found: Manifests) -> Iterator[str]:
    """A Service chooses the pods of exactly one workload, its own, and names a port that they have."""
    for service in found.of("Service"):
        name = service["metadata"]["name"]
        chosen = [one for one in found.workloads() if selects({"matchLabels": service["spec"]["selector"]}, one.labels)]
        if [one.name for one in chosen] != [name]:
            yield f"Service {name}: chooses the pods of {[one.name for one in chosen]}"
        for port in service["spec"]["ports"]:
            named = {given["name"] for one in chosen for given in one.container["ports"]}
            if port["targetPort"] not in named:
                yield f"Service {name}: pods have no port named {port['targetPort']}"


def workloads_choose_their_pods(found: Manifests) -> Iterator[str]:
    """A workload chooses the pods it makes, and no other's; another instance beside it is not chosen."""
    for workload in found.workloads():
        selector = workload.whole["spec"]["selector"]
        if not selects(selector, workload.labels):
            yield f"{workload.name}: does not choose its own pods"
        if "app.kubernetes.io/instance" not in selector["matchLabels"]:
            yield f"{workload.name}: would choose the pods of another instance"
        if not _LABELS.items() <= workload.labels.items():
            yield f"{workload.name}: its pods lack labels"


def autoscalers_have_targets(found: Manifests) -> Iterator[str]:
    """What is scaled exists, sets no number of replicas itself, and shrinks slower than it grows."""
    for scaler in found.of("HorizontalPodAutoscaler"):
        name, spec = scaler["metadata"]["name"], scaler["spec"]
        target = next((one for one in found.workloads() if one.name == spec["scaleTargetRef"]["name"]), None)
        if target is None or target.whole["kind"] != spec["scaleTargetRef"]["kind"]:
            yield f"{name}: scales nothing that exists"
        elif "replicas" in target.whole["spec"]:
            yield f"{name}: each apply would set the replicas back"
        up, down = spec["behavior"]["scaleUp"], spec["behavior"]["scaleDown"]
        if up["stabilizationWindowSeconds"] >= down["stabilizationWindowSeconds"]:
            yield f"{name}: shrinks as fast as it grows"
        if spec["minReplicas"] < (1 if name.endswith("-next") else 2):
            yield f"{name}: a single replica"
    scaled = {one["spec"]["scaleTargetRef"]["name"] for one in found.of("HorizontalPodAutoscaler")}
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        if workload.name not in scaled and workload.whole["spec"].get("replicas", 1) < 2:
            yield f"{workload.name}: a single replica"


def budgets_have_pods(found: Manifests) -> Iterator[str]:
    """Web and workers have a budget of one, which pods that are not ready do not hold up."""
    for budget in found.of("PodDisruptionBudget"):
        name, spec = budget["metadata"]["name"], budget["spec"]
        if [one.name for one in found.workloads() if selects(spec["selector"], one.labels)] != [name]:
            yield f"{name}: is a budget for other pods"
        if spec.get("maxUnavailable") != 1 or spec.get("unhealthyPodEvictionPolicy") != "AlwaysAllow":
            yield f"{name}: can hold up the draining of a node"
    budgets = {one["metadata"]["name"] for one in found.of("PodDisruptionBudget")}
    yield from (f"{one.name}: no budget" for one in found.workloads() if one.is_ours and one.name not in budgets)


def backends_exist(found: Manifests) -> Iterator[str]:
    """The Ingress leads to a Service and a port of it, over TLS for every host it answers to."""
    for ingress in found.of("Ingress"):
        covered = {host for tls in ingress["spec"].get("tls", []) for host in tls["hosts"]}
        for rule in ingress["spec"]["rules"]:
            if rule["host"] not in covered:
                yield f"{rule['host']}: without TLS"
            for path in rule["http"]["paths"]:
                backend = path["backend"]["service"]
                if not _has_port(found, backend["name"], backend["port"].get("name")):
                    yield f"{rule['host']}: leads to {backend}, which is not there"


def _has_port(found: Manifests, service: str, port: str) -> bool:
    named = {one["metadata"]["name"]: one["spec"]["ports"] for one in found.of("Service")}
    return port in [given["name"] for given in named.get(service, [])]


def references_resolve(found: Manifests) -> Iterator[str]:
    """ConfigMaps, claims and accounts are part of the manifests; Secrets, and keys in them, are documented ones."""
    for workload in found.workloads():
        if workload.pod["serviceAccountName"] not in _names(found, "ServiceAccount"):
            yield f"{workload.name}: no account {workload.pod['serviceAccountName']}"
        for volume in workload.pod.get("volumes", []):
            yield from (f"{workload.name}: {flaw}" for flaw in _dangling_volume(found, volume))
        claimed = {one["metadata"]["name"] for one in workload.whole["spec"].get("volumeClaimTemplates", [])}
        offered = claimed | {volume["name"] for volume in workload.pod.get("volumes", [])}
        for container in workload.containers:
            for mount in container.get("volumeMounts", []):
                if mount["name"] not in offered:
                    yield f"{workload.name}: mounts {mount['name']}, which is no volume"
    for where, _, container in each_container(found):
        yield from (f"{where}: {flaw}" for flaw in _dangling_variables(found, container))
    for ingress in found.of("Ingress"):
        for tls in ingress["spec"]["tls"]:
            yield from _undocumented(tls["secretName"], [])


def _names(found: Manifests, kind: str) -> set[str]:
    return {one["metadata"]["name"] for one in found.of(kind)}


def _dangling_volume(found: Manifests, volume: Object) -> Iterator[str]:
    if "configMap" in volume and volume["configMap"]["name"] not in _names(found, "ConfigMap"):
        yield f"no ConfigMap {volume['configMap']['name']}"
    if "secret" in volume:
        yield from _undocumented(
            volume["secret"]["secretName"], [item["key"] for item in volume["secret"].get("items", [])]
        )
    if "persistentVolumeClaim" in volume:
        name = volume["persistentVolumeClaim"]["claimName"]
        if name not in _names(found, "PersistentVolumeClaim"):
            yield f"no claim {name}"


def _dangling_variables(found: Manifests, container: Object) -> Iterator[str]:
    for source in container.get("envFrom", []):
        if source["configMapRef"]["name"] not in _names(found, "ConfigMap"):
            yield f"no ConfigMap {source['configMapRef']['name']}"
    for item in container.get("env", []):
        source = item.get("valueFrom", {})
        if "secretKeyRef" in source:
            yield from _undocumented(source["secretKeyRef"]["name"], [source["secretKeyRef"]["key"]])
        elif "configMapKeyRef" in source:
            ref = source["configMapKeyRef"]
            held = [one["data"] for one in found.of("ConfigMap") if one["metadata"]["name"] == ref["name"]]
            if not held or ref["key"] not in held[0]:
                yield f"{item['name']}: no {ref['key']} in a ConfigMap {ref['name']}"
        if "$(" in found.environment(container).get(item["name"], ""):
            yield f"{item['name']}: names a variable that is not there"


def _undocumented(name: str, keys: list[str]) -> Iterator[str]:
    documented = documented_secrets()
    if name not in documented:
        yield f"no word in k8s/README.md of a Secret {name}"
    elif not set(keys) <= documented[name]:
        yield f"no word in k8s/README.md of {keys} in the Secret {name}"
