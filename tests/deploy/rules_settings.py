"""Settings in the manifests: they exist, the application accepts them, and what stands around it agrees with them."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from service.config import PREFIX, Settings
from service.errors import ConfigError

from .inventory import setting_names
from .rendered import Manifests, Workload, each_container, quantity

_NGINX = "nginx.ingress.kubernetes.io/"
# What a file of a secret may hold, so that it can be read as one.
_CONTENT = {"REDIS_URL": "redis://:a-password@newsbriefs-valkey:6379/0", "CALLBACK_SECRET": "a-secret"}
_NGINX_UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}
_ROLES = {"web": ["serve"], "worker": ["worker"]}


def settings_exist(found: Manifests) -> Iterator[str]:
    """Every variable of ours, in a ConfigMap or beside a container, is a setting."""
    known = setting_names()
    for config in found.of("ConfigMap"):
        for name in config["data"]:
            if name.startswith(PREFIX) and name not in known:
                yield f"{config['metadata']['name']}: {name} is no setting"
    for where, _, container in each_container(found):
        for item in container.get("env", []):
            if item["name"].startswith(PREFIX) and item["name"] not in known:
                yield f"{where}: {item['name']} is no setting"


def settings_are_accepted(found: Manifests) -> Iterator[str]:
    """The application starts with the variables of each container as they are, its secrets read from files."""
    for where, _, container in each_container(found):
        given = {key: value for key, value in found.environment(container).items() if key.startswith(PREFIX)}
        with TemporaryDirectory() as folder:
            for key in [key for key in given if key.endswith("_FILE") and key != f"{PREFIX}KEYS_FILE"]:
                content = _CONTENT.get(key.removeprefix(PREFIX).removesuffix("_FILE"), "a-key")
                (Path(folder) / key).write_text(content, encoding="utf-8")
                given[key] = str(Path(folder) / key)
            try:
                Settings.from_env(given)
            except ConfigError as error:
                yield f"{where}: {error}"


def ports_are_the_settings(found: Manifests) -> Iterator[str]:
    """A container opens the port that its settings name, on all addresses, and runs the command of its part."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        given = found.environment(workload.container)
        name, key = ("http", "PORT") if workload.component == "web" else ("probes", "WORKER_PORT")
        opened = {(port["name"], str(port["containerPort"])) for port in workload.container["ports"]}
        if opened != {(name, given.get(PREFIX + key))}:
            yield f"{workload.name}: opens {opened}, and {PREFIX}{key} is {given.get(PREFIX + key)}"
        if given.get(f"{PREFIX}HOST") != "0.0.0.0":
            yield f"{workload.name}: listens on {given.get(f'{PREFIX}HOST')}"
        if workload.container.get("args") != _ROLES[workload.component]:
            yield f"{workload.name}: runs {workload.container.get('args')}"


def secret_files_are_mounted(found: Manifests) -> Iterator[str]:
    """Each setting that names a file names one that a Secret or a ConfigMap is mounted at."""
    for where, workload, container in each_container(found):
        for key, value in found.environment(container).items():
            if key.startswith(PREFIX) and key.endswith("_FILE"):
                path = Path(value)
                secret = (workload.volume(str(path.parent), container) or {}).get("secret")
                if secret is None:
                    yield f"{where}: {key} names {value}, where no Secret is mounted"
                elif path.name not in [item["path"] for item in secret.get("items", [{"path": path.name}])]:
                    yield f"{where}: {key} names {value}, which the Secret's items leave out"


def jobs_are_shared_or_off(found: Manifests) -> Iterator[str]:
    """Several replicas have their jobs on a shared store, or none: else one knows nothing of another's."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        given = found.environment(workload.container)
        wanted = ("redis",) if workload.component == "worker" else ("redis", "off")
        if given.get(f"{PREFIX}JOBS") not in wanted:
            yield f"{workload.name}: NEWSBRIEFS_JOBS is {given.get(f'{PREFIX}JOBS')}"
        if given.get(f"{PREFIX}JOBS") == "redis" and f"{PREFIX}REDIS_URL_FILE" not in given:
            yield f"{workload.name}: jobs on Redis, and no address of one"


def callers_need_keys(found: Manifests) -> Iterator[str]:
    """Who listens to the world asks for keys, and believes no X-Forwarded-For that nobody vouched for."""
    for workload in filter(lambda one: one.is_ours, found.workloads()):
        given = found.environment(workload.container)
        if given.get(f"{PREFIX}KEYS") != "on" or f"{PREFIX}KEYS_FILE" not in given:
            yield f"{workload.name}: callers need no key"
        if given.get(f"{PREFIX}TRUSTED_PROXIES") != "":
            yield f"{workload.name}: trusts proxies that only who runs the cluster can know"


def the_ingress_fits_the_settings(found: Manifests) -> Iterator[str]:
    """It waits longer than the longest deadline, streams, takes the largest body, and repeats no POST."""
    settings = _web_settings(found)
    for ingress in found.of("Ingress"):
        given = ingress["metadata"].get("annotations", {})
        notes = {key.removeprefix(_NGINX): value for key, value in given.items()}
        size = re.fullmatch(r"([0-9]+)([kmg]?)", notes.get("proxy-body-size", ""))
        if size is None or int(size[1]) * _NGINX_UNITS[size[2]] != settings.max_body_bytes:
            yield f"proxy-body-size is {notes.get('proxy-body-size')}, the largest body {settings.max_body_bytes}"
        if int(notes.get("proxy-read-timeout", 60)) < settings.max_timeout_seconds + 10:
            yield "proxy-read-timeout is not 10 s above the longest deadline"
        if int(notes.get("proxy-read-timeout", 60)) < 3 * settings.heartbeat_seconds:
            yield "proxy-read-timeout is shorter than three heartbeats"
        if notes.get("proxy-buffering") != "off":
            yield "streams are buffered"
        if set(notes.get("proxy-next-upstream", "").split()) != {"error", "timeout"}:
            yield f"retries on {notes.get('proxy-next-upstream')}"
        if not 0 < int(notes.get("proxy-next-upstream-tries", 3)) <= 2:
            yield "more than one retry"


def the_chat_model_is_the_one_asked_for(found: Manifests) -> Iterator[str]:
    """vLLM serves a pinned commit under the name, the port, the key and the length of context that the settings say."""
    asking = [one for one in found.workloads() if f"{PREFIX}INSTRUCT_URL" in found.environment(one.container)]
    for workload in asking:
        settings = {key.removeprefix(PREFIX): value for key, value in found.environment(workload.container).items()}
        vllm = found.workload("vllm")
        address = urlsplit(settings["INSTRUCT_URL"])
        service = found.one("Service", str(address.hostname))
        if address.port not in [port["port"] for port in service["spec"]["ports"]]:
            yield f"{workload.name}: {address.hostname} has no port {address.port}"
        wanted = {
            "--served-model-name": settings["INSTRUCT_MODEL"],
            "--max-model-len": settings["INSTRUCT_CONTEXT_TOKENS"],
            "--port": str(vllm.container["ports"][0]["containerPort"]),
        }
        told = dict(text.split("=", 1) for text in found.arguments(vllm.container) if text.startswith("--"))
        for key in wanted:
            if told.get(key) != wanted[key]:
                yield f"vLLM has {key} {told.get(key)}, not {wanted[key]}"
        if not re.fullmatch(r"[0-9a-f]{40}", told.get("--revision", "")):
            yield "vLLM serves no pinned commit"
        if found.environment(vllm.container).get("VLLM_API_KEY") != _secret_of(workload, settings["INSTRUCT_KEY_FILE"]):
            yield f"{workload.name}: its key is not vLLM's"


def _secret_of(workload: Workload, file: str) -> str:
    volume = workload.volume(str(Path(file).parent), workload.container) or {}
    return f"{volume.get('secret', {}).get('secretName')}/{Path(file).name}"


def models_lie_where_they_are_looked_for(found: Manifests) -> Iterator[str]:
    """The set that is pulled by the lock is the one that is served, and the lock is part of the manifests."""
    for workload in filter(lambda one: one.is_ours and one.pod.get("initContainers"), found.workloads()):
        pull, serve = workload.pod["initContainers"][0], workload.container
        folders = {found.environment(one).get(f"{PREFIX}MODELS") for one in (pull, serve)}
        name = found.environment(pull).get("MODEL_SET")
        if not name or folders != {f"/models/{name}"}:
            yield f"{workload.name}: pulls into and serves from {folders}"
        if found.arguments(pull)[:4] != ["models", "pull", "--keep", "--lock"]:
            yield f"{workload.name}: pulls by no lock, or over what another lock put there"
        lock = Path(found.arguments(pull)[-1])
        volume = workload.volume(str(lock.parent), pull) or {}
        held = {one["metadata"]["name"]: one["data"] for one in found.of("ConfigMap")}
        if lock.name not in held.get(volume.get("configMap", {}).get("name"), {}):
            yield f"{workload.name}: {lock} is in no ConfigMap"
        if any("persistentVolumeClaim" not in (workload.volume("/models", one) or {}) for one in (pull, serve)):
            yield f"{workload.name}: /models is no volume"
        kind = "-neural-gpu" if "nvidia.com/gpu" in serve["resources"]["limits"] else "-neural-cpu"
        yield from (
            f"{workload.name}: {one['image']} runs no models" for one in (pull, serve) if kind not in one["image"]
        )


def valkey_keeps_jobs(found: Manifests) -> Iterator[str]:
    """Its log is on a disk, jobs are never evicted, a rewrite has room, and its password stands in no argument."""
    for valkey in (one for one in found.workloads() if one.component == "valkey"):
        text = found.one("ConfigMap", "newsbriefs-valkey")["data"]["valkey.conf"]
        told = dict(line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
        if told.get("appendonly") != "yes" or told.get("appendfsync") not in ("always", "everysec"):
            yield "valkey.conf: what was accepted is not on a disk"
        if not re.fullmatch(r"volatile-(lru|lfu|ttl)|noeviction", told.get("maxmemory-policy", "")):
            yield f"valkey.conf: {told.get('maxmemory-policy')} may evict jobs"
        most = quantity(told.get("maxmemory", "0").replace("gb", "Gi").replace("mb", "Mi"))
        if not 0 < 2 * most <= quantity(valkey.container["resources"]["limits"]["memory"]):
            yield "valkey.conf: maxmemory is above half of the container's limit"
        if told.get("port") != str(valkey.container["ports"][0]["containerPort"]):
            yield "valkey.conf: another port than the container's"
        if told.get("dir") not in [mount["mountPath"] for mount in valkey.container["volumeMounts"]]:
            yield "valkey.conf: its folder is no volume"
        if not re.search(r'requirepass "\$\(cat /etc/valkey-secret/password\)"', " ".join(valkey.container["command"])):
            yield "valkey: no password, or one in an argument"


def _web_settings(found: Manifests) -> Settings:
    given = found.environment(found.workload("web").container)
    return Settings.from_env({key: value for key, value in given.items() if not key.endswith("_FILE")})
