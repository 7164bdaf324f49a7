"""What we ask of every pod: bounded, probed, read-only, of no rights, and given the time and memory it needs."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from service import __version__
from service.config import Settings
from service.worker import GRACE_SECONDS

from .rendered import Manifests, Object, Workload, each_container, quantity

_IMAGE = re.compile(r"(?P<name>[a-z0-9][a-z0-9./-]*?):(?P<tag>[A-Za-z0-9_][A-Za-z0-9._-]*)(@sha256:[0-9a-f]{64})?")
_RESOURCES = ("cpu", "memory", "ephemeral-storage")
_PROBES = ("startupProbe", "livenessProbe", "readinessProbe")
_HEALTH = {"web": {"startupProbe": "/readyz", "livenessProbe": "/livez", "readinessProbe": "/readyz"}}
_HEALTH["worker"] = _HEALTH["web"]
_HEALTH["vllm"] = dict.fromkeys(_PROBES, "/health")
# Python and its libraries, an Apertium pipeline at its largest but for one, and both models with 16 callers:
# docs/load.md, docs/settings.md, docs/speed.md.
PYTHON_BYTES, PIPELINE_BYTES, MODELS_BYTES = 200e6, 330e6, 3_730e6
_LONGEST_START_SECONDS = {"embedded": 120, "neural": 1800, "vllm": 1800}
_LEAST_RECEIVED_BYTES, _BODIES = 64 * 2**20, 16


def images_are_pinned(found: Manifests) -> Iterator[str]:
    """An image has a tag that names a version; ours the version of the code."""
    for where, _, container in each_container(found):
        image = _IMAGE.fullmatch(container["image"])
        if image is None or not re.search(r"[0-9]\.[0-9]", image["tag"]):
            yield f"{where}: {container['image']} names no version"
        elif image["name"].endswith("newsbriefs") and not image["tag"].startswith(f"{__version__}-"):
            yield f"{where}: {container['image']} is not of version {__version__}"


def resources_are_bounded(found: Manifests) -> Iterator[str]:
    """Every container asks for processor, memory and disk, and has a limit of each that is no lower."""
    for where, _, container in each_container(found):
        given = container.get("resources", {})
        for name in _RESOURCES:
            asked, limit = (given.get(kind, {}).get(name) for kind in ("requests", "limits"))
            if asked is None or limit is None:
                yield f"{where}: {name} has no request or no limit"
            elif quantity(asked) > quantity(limit):
                yield f"{where}: {name} is asked for above its limit"


def probes_are_there(found: Manifests) -> Iterator[str]:
    """What serves is probed at its start, for life and for readiness, each in less time than lies between two."""
    for workload in found.workloads():
        for name in _PROBES:
            probe = workload.container.get(name)
            if probe is None:
                yield f"{workload.name}: no {name}"
            elif probe["timeoutSeconds"] > probe["periodSeconds"]:
                yield f"{workload.name}: {name} takes longer than its period"


def probes_ask_what_is_answered(found: Manifests) -> Iterator[str]:
    """A probe names a port of its container by name, and the path that the program there answers."""
    for workload in found.workloads():
        named = {port["name"] for port in workload.container["ports"]}
        for name in _PROBES:
            asked = workload.container.get(name, {}).get("httpGet")
            if asked is None:
                continue
            path = urlsplit(asked["path"]).path
            if asked["port"] not in named:
                yield f"{workload.name}: {name} asks port {asked['port']!r}, which has no such name"
            if path != _HEALTH[workload.component][name]:
                yield f"{workload.name}: {name} asks {path}"
            if workload.is_ours and path not in found.paths[workload.component]:
                yield f"{workload.name}: {name} asks {path}, which is not answered"
            yield from _wrong_exclusions(workload, name, asked["path"])


def _wrong_exclusions(workload: Workload, probe: str, path: str) -> Iterator[str]:
    """Only a store or a server that may be away is left out, never the engines in the process."""
    query = parse_qs(urlsplit(path).query)
    for part in query.pop("exclude", []):
        if part not in ("store:jobs", "engines:instruct"):
            yield f"{workload.name}: {probe} leaves out {part}"
    if query:
        yield f"{workload.name}: {probe} asks with {', '.join(query)}"


def a_lost_store_takes_nobody_out(found: Manifests) -> Iterator[str]:
    """Where jobs are on a shared store, or a chat model on a server, the web stays ready without it."""
    for workload in found.workloads():
        given = found.environment(workload.container)
        needed = {"store:jobs"} if given.get("NEWSBRIEFS_JOBS") == "redis" else set()
        needed |= {"engines:instruct"} if given.get("NEWSBRIEFS_INSTRUCT_URL") else set()
        asking = _PROBES if workload.component == "web" else ("startupProbe",)
        for name in asking if workload.is_ours else ():
            asked = urlsplit(workload.container.get(name, {}).get("httpGet", {}).get("path", ""))
            missing = needed - set(parse_qs(asked.query).get("exclude", []))
            if asked.path == "/readyz" and missing:
                yield f"{workload.name}: {name} does not leave out {', '.join(sorted(missing))}"


def starts_are_waited_for(found: Manifests) -> Iterator[str]:
    """A start has the time that loading may take, and a rollout more than a start."""
    for workload in found.workloads():
        probe = workload.container.get("startupProbe", {})
        patience = probe.get("failureThreshold", 0) * probe.get("periodSeconds", 0)
        kind = "neural" if workload.is_ours and _has_models(found, workload) else workload.component
        if patience < _LONGEST_START_SECONDS.get(kind, _LONGEST_START_SECONDS["embedded"]):
            yield f"{workload.name}: a start may take {patience} s only"
        if patience >= workload.whole["spec"].get("progressDeadlineSeconds", 10**9):
            yield f"{workload.name}: a rollout is given up before a start is"


def ends_are_waited_for(found: Manifests) -> Iterator[str]:
    """The grace period is longer than the process takes to end, and draining covers the news of the lost endpoint."""
    for workload in found.workloads():
        grace = workload.pod.get("terminationGracePeriodSeconds", 30)
        if workload.component == "web":
            settings = settings_of(found, workload)
            takes = settings.drain_seconds + settings.receive_seconds + settings.max_timeout_seconds + 10
            if settings.drain_seconds < 5:
                yield f"{workload.name}: drains for {settings.drain_seconds} s only"
        else:
            takes = GRACE_SECONDS + 5
        if grace < takes + 5:
            yield f"{workload.name}: has {grace} s to end, and takes up to {takes} s"


def memory_is_enough(found: Manifests) -> Iterator[str]:
    """The limit holds Python, every pipeline at its largest, models, cache, what is received, and disks in memory."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        settings = settings_of(found, workload)
        needed = PYTHON_BYTES + settings.apertium_pipelines * PIPELINE_BYTES + settings.cache_bytes
        needed += max(_LEAST_RECEIVED_BYTES, _BODIES * settings.max_body_bytes) + _in_memory(workload)
        needed += MODELS_BYTES if _has_models(found, workload) else 0
        limit = quantity(workload.container["resources"]["limits"]["memory"])
        if limit < needed:
            yield f"{workload.name}: {limit / 1e9:.1f} GB of memory, and may need {needed / 1e9:.1f} GB"


def threads_fit_the_cores(found: Manifests) -> Iterator[str]:
    """What Python would read off the node's cores is set, and no more works at a time than there are cores."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        settings, given = settings_of(found, workload), found.environment(workload.container)
        cores = quantity(workload.container["resources"]["limits"]["cpu"])
        if settings.concurrency == 0:
            yield f"{workload.name}: NEWSBRIEFS_CONCURRENCY is left to the node's cores"
        if workload.component == "worker" and settings.job_threads > cores:
            yield f"{workload.name}: {settings.job_threads} jobs at a time on {cores:g} cores"
        if _has_models(found, workload) and not 1 <= settings.neural_threads <= cores:
            yield f"{workload.name}: NEWSBRIEFS_NEURAL_THREADS is {settings.neural_threads} on {cores:g} cores"
        if _has_models(found, workload) and given.get("OMP_NUM_THREADS") != str(settings.neural_threads):
            yield f"{workload.name}: OMP_NUM_THREADS is not NEWSBRIEFS_NEURAL_THREADS"


def pods_are_spread(found: Manifests) -> Iterator[str]:
    """Replicas stand on several zones and hosts, counted among themselves."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        spread = workload.pod.get("topologySpreadConstraints", [])
        if {one["topologyKey"] for one in spread} != {"topology.kubernetes.io/zone", "kubernetes.io/hostname"}:
            yield f"{workload.name}: is not spread over zones and hosts"
        if any(one["labelSelector"] != workload.whole["spec"]["selector"] for one in spread):
            yield f"{workload.name}: is spread by a selector that is not its own"


def rollouts_take_nobody_away(found: Manifests) -> Iterator[str]:
    """A new pod is ready before an old one goes."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        if workload.whole["spec"]["strategy"].get("rollingUpdate") != {"maxSurge": 1, "maxUnavailable": 0}:
            yield f"{workload.name}: a rollout takes a pod away before another is there"


def settings_of(found: Manifests, workload: Workload) -> Settings:
    """The settings of a pod, but for those that files hold."""
    given = found.environment(workload.container)
    return Settings.from_env(
        {key: value for key, value in given.items() if not key.endswith("_FILE") or key == "NEWSBRIEFS_KEYS_FILE"}
    )


def _has_models(found: Manifests, workload: Workload) -> bool:
    return any(mount["name"] == "models" for mount in workload.container.get("volumeMounts", []))


def _in_memory(workload: Workload) -> float:
    disks: list[Object] = [volume.get("emptyDir", {}) for volume in workload.pod.get("volumes", [])]
    return sum(quantity(disk["sizeLimit"]) for disk in disks if disk.get("medium") == "Memory")
