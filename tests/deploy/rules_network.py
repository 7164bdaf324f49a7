"""Network policies: nothing by default, then exactly who calls whom."""

from collections.abc import Iterator
from ipaddress import ip_address, ip_network

from .rendered import Manifests, Object, Workload, selects

# What is no address of the world, and an address in each that somebody would like to have called.
_PRIVATE = (
    "0.0.0.1", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "168.63.129.16", "172.16.0.1", "172.31.255.1",
    "192.168.0.1", "::1", "fc00::1", "fd00:ec2::254", "fe80::1",
)  # fmt: skip
_DNS = ({"kubernetes.io/metadata.name": "kube-system"}, {"k8s-app": "kube-dns"})
_INGRESS = {"kubernetes.io/metadata.name": "ingress-nginx"}
_PROMETHEUS = {"kubernetes.io/metadata.name": "monitoring"}
# Who calls which component; the names of namespaces stand for whoever runs there.
_CALLERS = {
    "web": {"ingress-nginx", "monitoring"},
    "worker": {"monitoring"},
    "valkey": {"web", "worker"},
    "vllm": {"web", "worker", "monitoring"},
}
_SPACES = {"ingress-nginx": _INGRESS, "monitoring": _PROMETHEUS}


def nothing_is_open_by_default(found: Manifests) -> Iterator[str]:
    """One policy takes every pod of the namespace, both ways, and allows nothing."""
    closed = [
        one
        for one in found.of("NetworkPolicy")
        if one["spec"]["podSelector"] == {} and sorted(one["spec"]["policyTypes"]) == ["Egress", "Ingress"]
    ]
    if not any("ingress" not in one["spec"] and "egress" not in one["spec"] for one in closed):
        yield "no policy denies by default"
    if any(rule in ([{}], [None]) for one in found.of("NetworkPolicy") for rule in _rules(one)):
        yield "a policy opens everything"


def _rules(policy: Object) -> list[object]:
    return [policy["spec"].get("ingress"), policy["spec"].get("egress")]


def policies_choose_pods(found: Manifests) -> Iterator[str]:
    """Each policy takes pods that are there, and says which ways it is about."""
    for policy in found.of("NetworkPolicy"):
        name, spec = policy["metadata"]["name"], policy["spec"]
        if not any(selects(spec["podSelector"], one.labels) for one in found.workloads()):
            yield f"{name}: takes no pod"
        ways = {way for way in ("ingress", "egress") if way in spec}
        if spec["podSelector"] != {} and {way.lower() for way in spec["policyTypes"]} != ways:
            yield f"{name}: its types are not what it has rules for"
        for rule in [*spec.get("ingress", []), *spec.get("egress", [])]:
            if not rule.get("ports") or not (rule.get("from") or rule.get("to")):
                yield f"{name}: a rule for every port or for everybody"


def services_can_be_reached(found: Manifests) -> Iterator[str]:
    """Whoever is to call a Service may, on its port, on both ends; and nobody else of ours or theirs."""
    for workload in found.workloads():
        port = workload.container["ports"][0]
        present = {one.component for one in found.workloads()} | set(_SPACES)
        for caller in sorted({"web", "worker", "valkey", "vllm", *_SPACES} & present):
            allowed = _may_enter(found, workload, port, caller)
            if allowed != (caller in _CALLERS[workload.component]):
                yield f"{workload.name}: {caller} {'may' if allowed else 'may not'} call it"
            elif allowed and caller not in _SPACES and not _may_leave(found, found.workload(caller), workload, port):
                yield f"{caller}: may not leave for {workload.name}"


def _may_enter(found: Manifests, to: Workload, port: Object, caller: str) -> bool:
    for policy in found.of("NetworkPolicy"):
        if not selects(policy["spec"]["podSelector"], to.labels):
            continue
        for rule in policy["spec"].get("ingress", []):
            if _opens(rule, port) and any(_is_peer(found, peer, caller) for peer in rule["from"]):
                return True
    return False


def _may_leave(found: Manifests, caller: Workload, to: Workload, port: Object) -> bool:
    for policy in found.of("NetworkPolicy"):
        if not selects(policy["spec"]["podSelector"], caller.labels):
            continue
        for rule in policy["spec"].get("egress", []):
            if _opens(rule, port) and any(selects(p["podSelector"], to.labels) for p in rule["to"] if _is_own(p)):
                return True
    return False


def _opens(rule: Object, port: Object) -> bool:
    wanted = (port["name"], port["containerPort"])
    return any(given["protocol"] == "TCP" and given["port"] in wanted for given in rule["ports"])


def _is_own(peer: Object) -> bool:
    return "podSelector" in peer and "namespaceSelector" not in peer


def _is_peer(found: Manifests, peer: Object, caller: str) -> bool:
    if caller in _SPACES:
        return "namespaceSelector" in peer and selects(peer["namespaceSelector"], _SPACES[caller])
    return _is_own(peer) and selects(peer["podSelector"], found.workload(caller).labels)


def names_are_resolved(found: Manifests) -> Iterator[str]:
    """Every pod may ask the cluster's DNS, over UDP and TCP."""
    for workload in found.workloads():
        opened = {
            (port["protocol"], port["port"])
            for policy in found.of("NetworkPolicy")
            if selects(policy["spec"]["podSelector"], workload.labels)
            for rule in policy["spec"].get("egress", [])
            if any(_is_dns(peer) for peer in rule["to"])
            for port in rule["ports"]
        }
        if opened != {("UDP", 53), ("TCP", 53)}:
            yield f"{workload.name}: may ask DNS by {opened}"


def _is_dns(peer: Object) -> bool:
    space, pods = _DNS
    return selects(peer.get("namespaceSelector", {"matchLabels": {"-": "-"}}), space) and selects(
        peer.get("podSelector", {}), pods
    )


def the_world_is_not_the_neighbourhood(found: Manifests) -> Iterator[str]:
    """Who may call the world may call no private address, and only over the web's ports."""
    for policy in found.of("NetworkPolicy"):
        for rule in policy["spec"].get("egress", []):
            blocks = [peer["ipBlock"] for peer in rule["to"] if "ipBlock" in peer]
            for block in blocks:
                network = ip_network(block["cidr"])
                left_out = [ip_network(one) for one in block.get("except", [])]
                for address in map(ip_address, _PRIVATE):
                    if address in network and not any(address in one for one in left_out):
                        yield f"{policy['metadata']['name']}: {address} can be called"
            if blocks and not {port["port"] for port in rule["ports"]} <= {80, 443}:
                yield f"{policy['metadata']['name']}: more than the web's ports"


def who_calls_the_world(found: Manifests) -> Iterator[str]:
    """Workers, for callbacks, and whoever pulls models; nobody else."""
    for workload in found.workloads():
        policies = [p for p in found.of("NetworkPolicy") if selects(p["spec"]["podSelector"], workload.labels)]
        outside = any(
            "ipBlock" in peer for p in policies for rule in p["spec"].get("egress", []) for peer in rule["to"]
        )
        wanted = workload.component in ("worker", "vllm") or bool(workload.pod.get("initContainers"))
        if outside != wanted:
            yield f"{workload.name}: {'may' if outside else 'may not'} call the world"
