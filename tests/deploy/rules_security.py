"""The restricted Pod Security Standard, rule by rule as Kubernetes publishes it, and what we ask beyond it."""

from collections.abc import Iterator

from .rendered import Manifests, Object, Workload, each_container

_VOLUMES = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"}
_SYSCTLS = {
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range", "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
}  # fmt: skip
_SELINUX_TYPES = {None, "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"}
_SECCOMP = {"RuntimeDefault", "Localhost"}


def hosts_are_left_alone(found: Manifests) -> Iterator[str]:
    """Baseline: no namespaces of the host, no host ports, no host paths, only the volumes that are allowed."""
    for workload in found.workloads():
        for key in ("hostNetwork", "hostPID", "hostIPC"):
            if workload.pod.get(key):
                yield f"{workload.name}: {key}"
        for volume in workload.pod.get("volumes", []):
            for kind in set(volume) - {"name"} - _VOLUMES:
                yield f"{workload.name}: a volume of kind {kind}"
    for where, _, container in each_container(found):
        if any(port.get("hostPort") for port in container.get("ports", [])):
            yield f"{where}: hostPort"
        if any(_host_of(container.get(probe, {})) for probe in ("startupProbe", "livenessProbe", "readinessProbe")):
            yield f"{where}: a probe of another host"


def _host_of(probe: Object) -> str:
    return str(probe.get("httpGet", {}).get("host", "") or probe.get("tcpSocket", {}).get("host", ""))


def kernels_are_left_alone(found: Manifests) -> Iterator[str]:
    """Baseline: not privileged, /proc masked, no odd SELinux, AppArmor, sysctls or Windows host processes."""
    for where, workload, container in each_container(found):
        for context in (workload.pod.get("securityContext", {}), container.get("securityContext", {})):
            selinux = context.get("seLinuxOptions", {})
            if context.get("privileged"):
                yield f"{where}: privileged"
            if context.get("procMount", "Default") != "Default":
                yield f"{where}: procMount"
            if selinux.get("type") not in _SELINUX_TYPES or selinux.get("user") or selinux.get("role"):
                yield f"{where}: seLinuxOptions"
            if context.get("appArmorProfile", {}).get("type", "RuntimeDefault") not in _SECCOMP:
                yield f"{where}: appArmorProfile"
            if context.get("windowsOptions", {}).get("hostProcess"):
                yield f"{where}: hostProcess"
            for sysctl in context.get("sysctls", []):
                if sysctl["name"] not in _SYSCTLS:
                    yield f"{where}: sysctl {sysctl['name']}"


def nobody_is_root(found: Manifests) -> Iterator[str]:
    """Restricted: not root, by number too, with the runtime's seccomp profile, and no way to more rights."""
    for where, workload, container in each_container(found):
        if _context(workload, container, "runAsNonRoot") is not True:
            yield f"{where}: runAsNonRoot is not true"
        if not _context(workload, container, "runAsUser"):
            yield f"{where}: runAsUser is 0 or not set"
        if (_context(workload, container, "seccompProfile") or {}).get("type") not in _SECCOMP:
            yield f"{where}: no seccomp profile"
        own = container.get("securityContext", {})
        if own.get("allowPrivilegeEscalation") is not False:
            yield f"{where}: allowPrivilegeEscalation"
        capabilities = own.get("capabilities", {})
        if capabilities.get("drop") != ["ALL"] or set(capabilities.get("add", [])) - {"NET_BIND_SERVICE"}:
            yield f"{where}: capabilities"


def _context(workload: Workload, container: Object, key: str) -> object:
    """What holds for a container: its own, else the pod's."""
    return container.get("securityContext", {}).get(key, workload.pod.get("securityContext", {}).get(key))


def our_user_is_the_images(found: Manifests) -> Iterator[str]:
    """Our containers run as the user and the group of the image, and files of volumes are theirs."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        context = workload.pod.get("securityContext", {})
        if {context.get(key) for key in ("runAsUser", "runAsGroup", "fsGroup")} != {10001}:
            yield f"{workload.name}: user, group and fsGroup are not all 10001"


def files_are_read_only(found: Manifests) -> Iterator[str]:
    """The root file system is read-only; what is written to is a volume with a bound."""
    for where, workload, container in each_container(found):
        if container.get("securityContext", {}).get("readOnlyRootFilesystem") is not True:
            yield f"{where}: its root file system can be written to"
        written = ("/tmp", "/var/lib/newsbriefs") if container["image"].startswith("newsbriefs:") else ()
        for path in written:
            if "emptyDir" not in (workload.volume(path, container) or {}):
                yield f"{where}: nothing can be written to {path}"
    for workload in found.workloads():
        for volume in workload.pod.get("volumes", []):
            if "emptyDir" in volume and not volume["emptyDir"].get("sizeLimit"):
                yield f"{workload.name}: volume {volume['name']} has no bound"


def tokens_are_off(found: Manifests) -> Iterator[str]:
    """No pod has a token for the Kubernetes API, nor the variables that Services would put into it."""
    for account in found.of("ServiceAccount"):
        if account.get("automountServiceAccountToken") is not False:
            yield f"{account['metadata']['name']}: hands out its token"
    for workload in found.workloads():
        if workload.pod.get("automountServiceAccountToken") is not False:
            yield f"{workload.name}: mounts a token"
        if workload.pod.get("enableServiceLinks") is not False:
            yield f"{workload.name}: has the variables of Services, which are unknown settings"


def the_namespace_is_restricted(found: Manifests) -> Iterator[str]:
    """Where the namespace is made, the cluster holds it to the standard by itself."""
    for space in found.of("Namespace"):
        for mode in ("enforce", "audit", "warn"):
            if space["metadata"]["labels"].get(f"pod-security.kubernetes.io/{mode}") != "restricted":
                yield f"{space['metadata']['name']}: does not {mode} the restricted standard"


def secrets_are_files(found: Manifests) -> Iterator[str]:
    """Secrets are mounted as folders that the group reads, never by subPath; variables are for programs of others."""
    for where, _, container in each_container(found):
        if any("subPath" in mount for mount in container.get("volumeMounts", [])):
            yield f"{where}: mounts a part of a volume, which is never updated"
        for item in container.get("env", []):
            ref = item.get("valueFrom", {}).get("secretKeyRef")
            if ref and item["name"] not in ("HF_TOKEN", "HF_ENDPOINT", "VLLM_API_KEY"):
                yield f"{where}: {item['name']} holds a secret"
        if "Secret" in {one["kind"] for one in found.objects}:
            yield f"{where}: a Secret is part of the manifests"
    for workload in found.workloads():
        for volume in workload.pod.get("volumes", []):
            if "secret" in volume and volume["secret"].get("defaultMode") != 0o440:
                yield f"{workload.name}: secret {volume['name']} is not readable by the group alone"
