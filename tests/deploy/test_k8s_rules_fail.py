"""Each rule of test_rules.py is seen to fail, on what is shipped with one thing broken."""

from typing import Any

import pytest

from .rendered import Manifests, Object, manifests
from .test_rules import RULES

pytestmark = pytest.mark.kubectl

_GONE = object()
_PATHS = {"web": {"/livez", "/readyz"}, "worker": {"/livez", "/readyz"}}
_POD, _FIRST = "spec template spec", "spec template spec containers 0"
_WEB, _WORKER = "Deployment newsbriefs-web", "Deployment newsbriefs-worker"
_VALKEY, _VLLM = "StatefulSet newsbriefs-valkey", "Deployment newsbriefs-vllm"
_SETTINGS, _INGRESS = "ConfigMap newsbriefs-settings", "Ingress newsbriefs-web"
_NOTE = "metadata annotations nginx.ingress.kubernetes.io/"
_POLICY = "NetworkPolicy newsbriefs"
_INSTANCE = "app.kubernetes.io/instance"


def _set(found: Manifests, what: str, where: str, value: Any) -> None:
    """Put `value` at a path of an object, both written with blanks between their parts; `_GONE` takes away."""
    kind, name = what.split(" ")
    place: Any = found.one(kind, name)
    *way, last = [int(part) if part.isdigit() else part for part in where.split(" ")]
    for part in way:
        place = place.setdefault(part, {}) if isinstance(place, dict) else place[part]
    if value is _GONE:
        del place[last]
    elif isinstance(place, list) and last == len(place):
        place.append(value)
    else:
        place[last] = value


# Rule, overlay, object, path, what is put there, and a part of what the rule then says.
_BROKEN: list[tuple[str, str, str, str, Any, str]] = [
    ("images_are_pinned", "embedded", _WEB, f"{_FIRST} image", "newsbriefs", "names no version"),
    ("images_are_pinned", "embedded", _WEB, f"{_FIRST} image", "newsbriefs:latest", "names no version"),
    ("images_are_pinned", "embedded", _WEB, f"{_FIRST} image", "newsbriefs:9.9.9-embedded", "is not of version"),
    ("images_are_pinned", "cluster", _VALKEY, f"{_FIRST} image", "docker.io/valkey/valkey:9", "names no version"),
    ("resources_are_bounded", "embedded", _WEB, f"{_FIRST} resources limits memory", _GONE, "memory"),
    ("resources_are_bounded", "neural", _WEB, f"{_POD} initContainers 0 resources requests cpu", _GONE, "cpu"),
    ("resources_are_bounded", "cluster", _VALKEY, f"{_FIRST} resources requests memory", "9Gi", "above its limit"),
    ("probes_are_there", "cluster", _WORKER, f"{_FIRST} livenessProbe", _GONE, "no livenessProbe"),
    ("probes_are_there", "instruct", _VLLM, f"{_FIRST} startupProbe", _GONE, "no startupProbe"),
    ("probes_are_there", "embedded", _WEB, f"{_FIRST} readinessProbe timeoutSeconds", 9, "longer than its period"),
    ("probes_ask_what_is_answered", "embedded", _WEB, f"{_FIRST} livenessProbe httpGet port", 8000, "has no such name"),
    ("probes_ask_what_is_answered", "cluster", _WORKER, f"{_FIRST} livenessProbe httpGet path", "/health", "/health"),
    ("probes_ask_what_is_answered", "embedded", _WEB, f"{_FIRST} livenessProbe httpGet path", "/readyz", "/readyz"),
    (
        "probes_ask_what_is_answered", "embedded", _WEB, f"{_FIRST} readinessProbe httpGet path",
        "/readyz?exclude=engines:embedded", "leaves out engines:embedded",
    ),
    ("probes_ask_what_is_answered", "embedded", _WEB, f"{_FIRST} startupProbe httpGet path", "/readyz?x=1", "with x"),
    (
        "a_lost_store_takes_nobody_out", "cluster", _WEB, f"{_FIRST} readinessProbe httpGet path", "/readyz",
        "store:jobs",
    ),
    (
        "a_lost_store_takes_nobody_out", "instruct", _WEB, f"{_FIRST} startupProbe httpGet path", "/readyz",
        "engines:instruct",
    ),
    ("starts_are_waited_for", "neural", _WEB, f"{_FIRST} startupProbe failureThreshold", 90, "may take 900 s only"),
    ("starts_are_waited_for", "embedded", _WEB, f"{_FIRST} startupProbe failureThreshold", 10, "may take 20 s only"),
    ("starts_are_waited_for", "instruct", _VLLM, "spec progressDeadlineSeconds", 600, "given up before"),
    ("ends_are_waited_for", "embedded", _WEB, f"{_POD} terminationGracePeriodSeconds", 93, "takes up to 100"),
    ("ends_are_waited_for", "embedded", _WEB, f"{_POD} terminationGracePeriodSeconds", _GONE, "has 30 s"),
    ("ends_are_waited_for", "embedded", _SETTINGS, "data NEWSBRIEFS_MAX_TIMEOUT_SECONDS", "300", "takes up to 340"),
    ("ends_are_waited_for", "embedded", _SETTINGS, "data NEWSBRIEFS_DRAIN_SECONDS", "3", "drains for 3"),
    ("ends_are_waited_for", "cluster", _WORKER, f"{_POD} terminationGracePeriodSeconds", 20, "has 20 s"),
    ("memory_is_enough", "embedded", _SETTINGS, "data NEWSBRIEFS_APERTIUM_PIPELINES", "16", "may need"),
    ("memory_is_enough", "embedded", _SETTINGS, "data NEWSBRIEFS_CACHE_BYTES", "2000000000", "may need"),
    ("memory_is_enough", "neural", _WEB, f"{_FIRST} resources limits memory", "5Gi", "may need"),
    ("memory_is_enough", "cluster", _WORKER, f"{_POD} volumes 3 emptyDir sizeLimit", "4Gi", "may need"),
    ("threads_fit_the_cores", "embedded", _SETTINGS, "data NEWSBRIEFS_CONCURRENCY", "0", "left to the node's cores"),
    ("threads_fit_the_cores", "cluster", _SETTINGS, "data NEWSBRIEFS_JOB_THREADS", "4", "4 jobs at a time on 2"),
    ("threads_fit_the_cores", "neural", _SETTINGS, "data NEWSBRIEFS_NEURAL_THREADS", "8", "is 8 on 4 cores"),
    ("threads_fit_the_cores", "neural", _WEB, f"{_FIRST} env 2 value", "64", "OMP_NUM_THREADS"),
    ("pods_are_spread", "embedded", _WEB, f"{_POD} topologySpreadConstraints 0", _GONE, "not spread over"),
    (
        "pods_are_spread", "embedded", _WEB, f"{_POD} topologySpreadConstraints 0 labelSelector matchLabels a", "b",
        "not its own",
    ),
    ("rollouts_take_nobody_away", "embedded", _WEB, "spec strategy rollingUpdate maxUnavailable", 1, "a pod away"),
    ("rollouts_take_nobody_away", "cluster", _WORKER, "spec strategy", {"type": "Recreate"}, "takes a pod away"),
    ("hosts_are_left_alone", "embedded", _WEB, f"{_POD} hostNetwork", True, "hostNetwork"),
    ("hosts_are_left_alone", "embedded", _WEB, f"{_POD} volumes 1", {"name": "a", "hostPath": {}}, "hostPath"),
    ("hosts_are_left_alone", "embedded", _WEB, f"{_FIRST} ports 0 hostPort", 80, "hostPort"),
    ("hosts_are_left_alone", "embedded", _WEB, f"{_FIRST} livenessProbe httpGet host", "10.0.0.1", "another host"),
    ("kernels_are_left_alone", "embedded", _WEB, f"{_FIRST} securityContext privileged", True, "privileged"),
    ("kernels_are_left_alone", "embedded", _WEB, f"{_FIRST} securityContext procMount", "Unmasked", "procMount"),
    ("kernels_are_left_alone", "neural", _WEB, f"{_POD} initContainers 0 securityContext privileged", True, "pull"),
    (
        "kernels_are_left_alone", "embedded", _WEB, f"{_POD} securityContext seLinuxOptions", {"type": "spc_t"},
        "seLinuxOptions",
    ),
    (
        "kernels_are_left_alone", "embedded", _WEB, f"{_POD} securityContext appArmorProfile", {"type": "Unconfined"},
        "appArmorProfile",
    ),
    (
        "kernels_are_left_alone", "embedded", _WEB, f"{_POD} securityContext sysctls",
        [{"name": "kernel.msgmax", "value": "1"}], "kernel.msgmax",
    ),
    (
        "kernels_are_left_alone", "embedded", _WEB, f"{_POD} securityContext windowsOptions", {"hostProcess": True},
        "hostProcess",
    ),
    ("nobody_is_root", "embedded", _WEB, f"{_POD} securityContext runAsNonRoot", _GONE, "runAsNonRoot"),
    ("nobody_is_root", "embedded", _WEB, f"{_POD} securityContext runAsUser", 0, "runAsUser"),
    ("nobody_is_root", "instruct", _VLLM, f"{_FIRST} securityContext runAsUser", 0, "runAsUser"),
    ("nobody_is_root", "cluster", _VALKEY, f"{_POD} securityContext seccompProfile type", "Unconfined", "seccomp"),
    ("nobody_is_root", "embedded", _WEB, f"{_FIRST} securityContext allowPrivilegeEscalation", _GONE, "Escalation"),
    ("nobody_is_root", "embedded", _WEB, f"{_FIRST} securityContext capabilities drop", ["NET_RAW"], "capabilities"),
    ("nobody_is_root", "embedded", _WEB, f"{_FIRST} securityContext capabilities add", ["SYS_TIME"], "capabilities"),
    ("nobody_is_root", "neural", _WEB, f"{_POD} initContainers 0 securityContext capabilities", _GONE, "capabilities"),
    ("our_user_is_the_images", "embedded", _WEB, f"{_POD} securityContext fsGroup", _GONE, "10001"),
    ("files_are_read_only", "embedded", _WEB, f"{_FIRST} securityContext readOnlyRootFilesystem", False, "written to"),
    ("files_are_read_only", "embedded", _WEB, f"{_FIRST} volumeMounts 1", _GONE, "/tmp"),
    ("files_are_read_only", "neural", _WEB, f"{_POD} initContainers 0 volumeMounts 3", _GONE, "/var/lib/newsbriefs"),
    ("files_are_read_only", "embedded", _WEB, f"{_POD} volumes 2 emptyDir sizeLimit", _GONE, "no bound"),
    ("tokens_are_off", "embedded", _WEB, f"{_POD} automountServiceAccountToken", _GONE, "mounts a token"),
    ("tokens_are_off", "embedded", "ServiceAccount newsbriefs", "automountServiceAccountToken", True, "hands out"),
    ("tokens_are_off", "cluster", _WORKER, f"{_POD} enableServiceLinks", True, "variables of Services"),
    (
        "the_namespace_is_restricted", "embedded", "Namespace newsbriefs",
        "metadata labels pod-security.kubernetes.io/enforce", "baseline", "does not enforce",
    ),
    ("secrets_are_files", "embedded", _WEB, f"{_FIRST} volumeMounts 0 subPath", "keys.json", "part of a volume"),
    (
        "secrets_are_files", "cluster", _WEB, f"{_FIRST} env",
        [{"name": "NEWSBRIEFS_REDIS_URL", "valueFrom": {"secretKeyRef": {"name": "newsbriefs-redis", "key": "url"}}}],
        "holds a secret",
    ),
    ("secrets_are_files", "embedded", _WEB, f"{_POD} volumes 0 secret defaultMode", 0o400, "readable by the group"),
    ("settings_exist", "embedded", _SETTINGS, "data NEWSBRIEFS_WORKERS", "4", "NEWSBRIEFS_WORKERS is no setting"),
    ("settings_exist", "neural", _WEB, f"{_FIRST} env 1 name", "NEWSBRIEFS_MODEL", "NEWSBRIEFS_MODEL is no setting"),
    ("settings_are_accepted", "embedded", _SETTINGS, "data NEWSBRIEFS_JOBS", "none", "one of auto, embedded"),
    ("settings_are_accepted", "embedded", _SETTINGS, "data NEWSBRIEFS_TIMEOUT_SECONDS", "61", "above"),
    ("settings_are_accepted", "neural", _SETTINGS, "data NEWSBRIEFS_NEURAL_THREADS", "four", "whole number"),
    ("ports_are_the_settings", "embedded", _SETTINGS, "data NEWSBRIEFS_PORT", "8080", "is 8080"),
    ("ports_are_the_settings", "cluster", _WORKER, f"{_FIRST} ports 0 containerPort", 8000, "is 8001"),
    ("ports_are_the_settings", "embedded", _SETTINGS, "data NEWSBRIEFS_HOST", "127.0.0.1", "listens on"),
    ("ports_are_the_settings", "cluster", _WORKER, f"{_FIRST} args", ["serve"], "runs"),
    ("secret_files_are_mounted", "embedded", _SETTINGS, "data NEWSBRIEFS_KEYS_FILE", "/keys.json", "where no Secret"),
    ("secret_files_are_mounted", "cluster", _WEB, f"{_POD} volumes 0 secret items 0 path", "address", "leave out"),
    ("jobs_are_shared_or_off", "embedded", _SETTINGS, "data NEWSBRIEFS_JOBS", "embedded", "is embedded"),
    ("jobs_are_shared_or_off", "cluster", _SETTINGS, "data NEWSBRIEFS_REDIS_URL_FILE", _GONE, "no address"),
    ("callers_need_keys", "embedded", _SETTINGS, "data NEWSBRIEFS_KEYS", "off", "need no key"),
    ("callers_need_keys", "embedded", _SETTINGS, "data NEWSBRIEFS_TRUSTED_PROXIES", "10.0.0.0/8", "trusts"),
    ("the_ingress_fits_the_settings", "embedded", _INGRESS, f"{_NOTE}proxy-body-size", "1m", "largest body"),
    ("the_ingress_fits_the_settings", "embedded", _SETTINGS, "data NEWSBRIEFS_MAX_TIMEOUT_SECONDS", "70", "deadline"),
    ("the_ingress_fits_the_settings", "embedded", _INGRESS, f"{_NOTE}proxy-read-timeout", _GONE, "deadline"),
    ("the_ingress_fits_the_settings", "embedded", _SETTINGS, "data NEWSBRIEFS_HEARTBEAT_SECONDS", "40", "heartbeats"),
    ("the_ingress_fits_the_settings", "embedded", _INGRESS, f"{_NOTE}proxy-buffering", _GONE, "buffered"),
    (
        "the_ingress_fits_the_settings", "embedded", _INGRESS, f"{_NOTE}proxy-next-upstream",
        "error timeout non_idempotent", "retries on",
    ),
    ("the_ingress_fits_the_settings", "embedded", _INGRESS, f"{_NOTE}proxy-next-upstream-tries", "0", "one retry"),
    ("the_chat_model_is_the_one_asked_for", "instruct", _SETTINGS, "data NEWSBRIEFS_INSTRUCT_MODEL", "x", "not x"),
    (
        "the_chat_model_is_the_one_asked_for", "instruct", _SETTINGS, "data NEWSBRIEFS_INSTRUCT_CONTEXT_TOKENS",
        "16384", "not 16384",
    ),
    ("the_chat_model_is_the_one_asked_for", "instruct", _VLLM, f"{_FIRST} args 1", "--revision=main", "no pinned"),
    (
        "the_chat_model_is_the_one_asked_for", "instruct", "Service newsbriefs-vllm", "spec ports 0 port", 80,
        "has no port 8000",
    ),
    ("the_chat_model_is_the_one_asked_for", "instruct", _VLLM, f"{_FIRST} env 0 name", "API_KEY", "not vLLM's"),
    (
        "models_lie_where_they_are_looked_for", "neural", _WEB, f"{_FIRST} env 1 value", "/models/old",
        "pulls into and serves from",
    ),
    ("models_lie_where_they_are_looked_for", "neural", "ConfigMap newsbriefs-models", "data MODEL_SET", "b", "b.lock"),
    ("models_lie_where_they_are_looked_for", "neural", _WEB, f"{_FIRST} image", "newsbriefs:0.1.0-embedded", "runs no"),
    ("models_lie_where_they_are_looked_for", "gpu", _WEB, f"{_FIRST} image", "newsbriefs:0.1.0-neural-cpu", "runs no"),
    ("models_lie_where_they_are_looked_for", "neural", _WEB, f"{_POD} volumes 0", {"name": "models"}, "no volume"),
    (
        "models_lie_where_they_are_looked_for", "neural", _WEB, f"{_POD} initContainers 0 args",
        ["models", "pull", "m2m100-418m"], "by no lock",
    ),
    ("everything_is_in_the_namespace", "cluster", _WORKER, "metadata namespace", _GONE, "in namespace None"),
    ("everything_is_in_the_namespace", "neural", "ConfigMap newsbriefs-models", "metadata labels", {}, "lacks labels"),
    (
        "services_choose_pods", "cluster", "Service newsbriefs-worker", "spec selector",
        {"app.kubernetes.io/name": "newsbriefs"}, "newsbriefs-valkey",
    ),
    ("services_choose_pods", "embedded", "Service newsbriefs-web", "spec ports 0 targetPort", 8000, "named 8000"),
    ("workloads_choose_their_pods", "embedded", _WEB, f"spec selector matchLabels {_INSTANCE}", "x", "its own pods"),
    ("workloads_choose_their_pods", "embedded", _WEB, f"spec selector matchLabels {_INSTANCE}", _GONE, "another inst"),
    (
        "workloads_choose_their_pods", "embedded", _WEB, "spec template metadata labels app.kubernetes.io/part-of",
        _GONE, "lack labels",
    ),
    (
        "autoscalers_have_targets", "cluster", "HorizontalPodAutoscaler newsbriefs-worker", "spec scaleTargetRef name",
        "newsbriefs-workers", "scales nothing",
    ),
    ("autoscalers_have_targets", "embedded", _WEB, "spec replicas", 2, "set the replicas back"),
    (
        "autoscalers_have_targets", "embedded", "HorizontalPodAutoscaler newsbriefs-web", "spec minReplicas", 1,
        "a single replica",
    ),
    (
        "autoscalers_have_targets", "embedded", "HorizontalPodAutoscaler newsbriefs-web",
        "spec behavior scaleDown stabilizationWindowSeconds", 0, "as fast",
    ),
    ("autoscalers_have_targets", "gpu", _WEB, "spec replicas", _GONE, "a single replica"),
    (
        "budgets_have_pods", "embedded", "PodDisruptionBudget newsbriefs-web",
        "spec selector matchLabels app.kubernetes.io/component", "worker", "other pods",
    ),
    (
        "budgets_have_pods", "embedded", "PodDisruptionBudget newsbriefs-web", "spec unhealthyPodEvictionPolicy", _GONE,
        "draining",
    ),
    ("backends_exist", "embedded", "Service newsbriefs-web", "metadata name", "web", "not there"),
    ("backends_exist", "embedded", "Service newsbriefs-web", "spec ports 0 name", "web", "not there"),
    ("backends_exist", "embedded", _INGRESS, "spec tls", [], "without TLS"),
    ("references_resolve", "embedded", _WEB, f"{_POD} serviceAccountName", "default", "no account"),
    ("references_resolve", "embedded", _WEB, f"{_POD} volumes 0 secret secretName", "newsbriefs-kees", "kees"),
    ("references_resolve", "cluster", _WEB, f"{_POD} volumes 0 secret items 0 key", "address", "address"),
    ("references_resolve", "embedded", _WEB, f"{_FIRST} envFrom 0 configMapRef name", "settings", "no ConfigMap"),
    ("references_resolve", "neural", "PersistentVolumeClaim newsbriefs-models", "metadata name", "m", "no claim"),
    ("references_resolve", "neural", "ConfigMap newsbriefs-models", "data", {}, "no MODEL_SET"),
    ("references_resolve", "embedded", _WEB, f"{_FIRST} volumeMounts 0 name", "kees", "which is no volume"),
    ("references_resolve", "neural", _WEB, f"{_FIRST} env 1 value", "/models/$(SET)", "a variable"),
    ("references_resolve", "embedded", _INGRESS, "spec tls 0 secretName", "newsbriefs-cert", "newsbriefs-cert"),
    ("nothing_is_open_by_default", "embedded", f"{_POLICY}-default-deny", "spec policyTypes", ["Ingress"], "default"),
    ("nothing_is_open_by_default", "embedded", f"{_POLICY}-web", "spec ingress", [{}], "opens everything"),
    (
        "policies_choose_pods", "embedded", f"{_POLICY}-web",
        "spec podSelector matchLabels app.kubernetes.io/component", "frontend", "takes no pod",
    ),
    ("policies_choose_pods", "embedded", f"{_POLICY}-web", "spec policyTypes", ["Ingress", "Egress"], "its types"),
    ("policies_choose_pods", "cluster", f"{_POLICY}-callbacks", "spec egress 0 ports", _GONE, "every port"),
    ("services_can_be_reached", "embedded", f"{_POLICY}-web", "spec ingress 0 from 0", _GONE, "ingress-nginx may not"),
    ("services_can_be_reached", "embedded", f"{_POLICY}-web", "spec ingress 0 ports 0 port", 80, "may not call it"),
    (
        "services_can_be_reached", "cluster", f"{_POLICY}-valkey", "spec ingress 0 from 1",
        {"namespaceSelector": {}}, "monitoring may call it",
    ),
    (
        "services_can_be_reached", "cluster", f"{_POLICY}-to-valkey", "spec podSelector matchExpressions 0 values",
        ["worker"], "web: may not leave",
    ),
    ("names_are_resolved", "embedded", f"{_POLICY}-dns", "spec egress 0 ports 1", _GONE, "may ask DNS by"),
    (
        "the_world_is_not_the_neighbourhood", "cluster", f"{_POLICY}-callbacks", "spec egress 0 to 0 ipBlock except 5",
        _GONE, "169.254.169.254",
    ),
    (
        "the_world_is_not_the_neighbourhood", "neural", f"{_POLICY}-to-model-hub", "spec egress 0 to 1 ipBlock except",
        [], "fd00:ec2::254",
    ),
    (
        "the_world_is_not_the_neighbourhood", "cluster", f"{_POLICY}-callbacks", "spec egress 0 ports 0 port", 6379,
        "more than the web's ports",
    ),
    (
        "who_calls_the_world", "cluster", f"{_POLICY}-callbacks", "spec podSelector matchLabels",
        {"app.kubernetes.io/component": "web"}, "newsbriefs-web: may call",
    ),
]  # fmt: skip

_VALKEY_CONF = [
    ("appendonly yes", "appendonly no", "not on a disk"),
    ("volatile-lru", "allkeys-lru", "may evict jobs"),
    ("maxmemory 1gb", "maxmemory 2gb", "above half"),
    ("port 6379", "port 6380", "another port"),
    ("dir /data", "dir /tmp", "is no volume"),
]


@pytest.mark.parametrize(("rule", "overlay", "what", "where", "value", "says"), _BROKEN)
def test_a_rule_finds_what_is_broken(rule: str, overlay: str, what: str, where: str, value: Any, says: str) -> None:
    """One edit of what is shipped, and the rule names it."""
    broken = manifests(overlay, _PATHS).changed()
    _set(broken, what, where, value)
    assert [told for told in RULES[rule](broken) if says in told] != []


@pytest.mark.parametrize(("before", "after", "says"), _VALKEY_CONF)
def test_a_rule_reads_the_configuration_of_valkey(before: str, after: str, says: str) -> None:
    """One edit of its file, and the rule names it."""
    broken = manifests("cluster", _PATHS).changed()
    config: Object = broken.one("ConfigMap", "newsbriefs-valkey")["data"]
    assert before in config["valkey.conf"]
    config["valkey.conf"] = config["valkey.conf"].replace(before, after)
    assert [told for told in RULES["valkey_keeps_jobs"](broken) if says in told] != []


def test_a_rule_finds_the_password_in_an_argument() -> None:
    """Valkey that takes its password as an argument shows it to the node."""
    broken = manifests("cluster", _PATHS).changed()
    _set(broken, _VALKEY, f"{_FIRST} command", ["valkey-server", "--requirepass", "$(PASSWORD)"])
    assert list(RULES["valkey_keeps_jobs"](broken)) == ["valkey: no password, or one in an argument"]


def test_a_canary_that_the_service_would_choose_is_found() -> None:
    """Without an instance of its own the next set would be served to everybody."""
    broken = manifests("neural-next", _PATHS).changed()
    for workload in broken.workloads():
        workload.whole["spec"]["template"]["metadata"]["labels"][_INSTANCE] = "newsbriefs"
    told = list(RULES["services_choose_pods"](broken))
    assert told[0] == "Service newsbriefs-web: chooses the pods of ['newsbriefs-web', 'newsbriefs-web-next']"


def test_every_rule_is_seen_to_fail() -> None:
    """No rule stands here that nothing was ever held against."""
    assert set(RULES) - {entry[0] for entry in _BROKEN} == {"valkey_keeps_jobs"}
