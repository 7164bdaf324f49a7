"""compose.yaml: valid, hardened, and in step with the application, nginx.conf and valkey.conf."""

import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest
import yaml

import service
from service.bootstrap import Services, build_services
from service.cli_health import health
from service.config import Settings
from tests.deploy.inventory import setting_names, web_paths, worker_paths
from tests.nginx_server import SHIPPED, accepted

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
NGINX = SHIPPED.read_text("utf-8")
OURS = ("web", "worker", "keys")
# What is run once by hand is neither restarted nor asked how it is.
TOOLS = [name for name, one in SERVICES.items() if "tools" in one.get("profiles", [])]


@pytest.fixture(scope="module")
def unloaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The services without their engines: enough to know what is answered."""
    built = build_services(Settings.from_env({"NEWSBRIEFS_DATA": str(tmp_path_factory.mktemp("data"))}))
    yield built
    built.close()


def _directive(name: str) -> str:
    """The value of a directive of nginx.conf that stands there once."""
    found = re.findall(rf"^\s*{name} ([^;]+);", NGINX, re.MULTILINE)
    assert 1 == len(found), name
    return str(found[0])


def _seconds(text: str) -> int:
    assert text.endswith("s")
    return int(text[:-1])


def _settings(name: str, folder: Path) -> Settings:
    """The settings a service is started with; its secrets are files of the test."""
    values = {"redis-url": "redis://:secret@valkey:6379/0", "callback-secret": "secret"}
    environ = {"NEWSBRIEFS_HOST": "0.0.0.0"}
    for key, value in SERVICES[name]["environment"].items():
        environ[key] = value
        if value.startswith("/run/secrets/"):
            file = folder / Path(value).name
            file.write_text(values[file.name], "utf-8")
            environ[key] = str(file)
    return Settings.from_env(environ)


def _networks(name: str) -> list[str]:
    return list(SERVICES[name].get("networks", []))


def test_it_follows_the_specification() -> None:
    """The schema of the Compose specification takes it, and no obsolete `version` is left in it."""
    program = Path(sys.executable).with_name("check-jsonschema")
    command = [program, "--builtin-schema", "vendor.compose-spec", ROOT / "compose.yaml"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (0, True) == (told.returncode, "ok -- validation done" in told.stdout), told.stdout
    assert "version" not in COMPOSE


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_shut_in(name: str) -> None:
    """Nothing is writable but what is named, no right is left, no other user is root's."""
    one = SERVICES[name]
    assert [True, ["ALL"], ["no-new-privileges:true"]] == [one["read_only"], one["cap_drop"], one["security_opt"]]
    assert int(one["user"].partition(":")[0]) > 0
    assert not {"privileged", "cap_add", "devices", "pid", "ipc"} & set(one)
    assert "host" != one.get("network_mode")
    assert all("size=" in mount for mount in one["tmpfs"])
    assert not [mount for mount in one.get("volumes", []) if "docker.sock" in mount]


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_limits(name: str) -> None:
    """Memory, processors, processes and logs end somewhere; so does the wait for its end."""
    one = SERVICES[name]
    assert {"cpus", "memory", "pids"} == set(one["deploy"]["resources"]["limits"])
    assert {"max-size", "max-file"} == set(one["logging"]["options"])
    assert _seconds(one["stop_grace_period"]) > 0
    if name in TOOLS:
        assert ["no", True] == [one["restart"], one["healthcheck"]["disable"]]
    else:
        assert "unless-stopped" == one["restart"]
        assert {"test", "interval", "timeout", "retries"} <= set(one["healthcheck"])


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_is_pinned(name: str) -> None:
    """By a whole version; ours is the version of this checkout, and embedded."""
    image, _, tag = SERVICES[name]["image"].rpartition(":")
    assert re.match(r"\d+\.\d+\.\d+(-|$)", tag), tag
    if name in OURS:
        assert ("newsbriefs", f"{service.__version__}-embedded") == (image, tag)


def test_nginx_alone_is_published_and_on_the_loopback() -> None:
    """Keys travel in clear text behind this port, so that nobody else's machine reaches it unless it is asked for."""
    assert {"nginx": ["${PUBLISH:-127.0.0.1:8080}:8080"]} == {
        name: one["ports"] for name, one in SERVICES.items() if "ports" in one
    }
    assert "listen 8080;" in NGINX


def test_whatever_is_named_is_there() -> None:
    """Secrets, volumes, networks and services are defined, and none is left over; what is mounted exists."""
    used: dict[str, set[str]] = {"secrets": set(), "networks": set(), "volumes": set()}
    for one in SERVICES.values():
        used["secrets"] |= set(one.get("secrets", []))
        used["networks"] |= set(one.get("networks", []))
        assert set(one.get("depends_on", {})) <= set(SERVICES)
        for mount in one.get("volumes", []):
            source = mount.partition(":")[0]
            if not source.startswith("./"):
                used["volumes"].add(source)
            elif not source.startswith("./deploy/secrets/"):
                assert (ROOT / source).is_file(), source
    assert used == {kind: set(COMPOSE[kind]) for kind in used}
    assert {"./deploy/secrets/" + name for name in COMPOSE["secrets"]} == {
        secret["file"] for secret in COMPOSE["secrets"].values()
    }
    mounted = {f"/run/secrets/{name}" for name in COMPOSE["secrets"]}
    assert set(re.findall(r"/run/secrets/[\w-]+", (ROOT / "compose.yaml").read_text("utf-8"))) == mounted


def test_secrets_are_kept_out_of_git() -> None:
    """The folder that README.md has them made in is ignored."""
    assert "deploy/secrets/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", OURS)
def test_every_setting_exists_and_is_taken(name: str, tmp_path: Path) -> None:
    """The service would start with its environment; keys are needed, and read where the folder of keys is mounted."""
    assert set(SERVICES[name]["environment"]) <= setting_names()
    settings = _settings(name, tmp_path)
    assert any(mount.split(":")[1] == str(settings.keys_path.parent) for mount in SERVICES[name]["volumes"])
    if name != "keys":
        assert (True, "redis", "auto") == (bool(settings.redis_url), settings.jobs, settings.keys)
        assert settings.concurrency == float(SERVICES[name]["deploy"]["resources"]["limits"]["cpus"])


def test_only_keys_may_write_the_file_of_keys() -> None:
    """Web and worker have the folder read-only, and no network reaches who may write it."""
    mounts = {name: SERVICES[name]["volumes"][0] for name in OURS}
    assert [True, True, False] == [mounts[name].endswith(":ro") for name in OURS]
    assert "none" == SERVICES["keys"]["network_mode"]


def test_nginx_alone_is_believed() -> None:
    """Its address is fixed, and no other container is ever given it."""
    config = COMPOSE["networks"]["front"]["ipam"]["config"][0]
    fixed = SERVICES["nginx"]["networks"]["front"]["ipv4_address"]
    assert fixed == SERVICES["web"]["environment"]["NEWSBRIEFS_TRUSTED_PROXIES"]
    assert ip_address(fixed) in ip_network(config["subnet"])
    assert ip_address(fixed) not in ip_network(config["ip_range"])
    assert ip_network(config["ip_range"]).subnet_of(ip_network(config["subnet"]))
    outside = COMPOSE["networks"]["outside"]["ipam"]["config"][0]
    assert f"# set_real_ip_from {outside['gateway']};" in NGINX


def test_who_reaches_whom() -> None:
    """Instances and Valkey reach nothing outside; the worker does, for callbacks; nginx never reaches Valkey."""
    internal = {name for name, network in COMPOSE["networks"].items() if network.get("internal")}
    assert {"front", "back"} == internal
    assert [{"front", "back"}, {"back"}] == [set(_networks("web")), set(_networks("valkey"))]
    assert {"callbacks"} == set(_networks("worker")) - internal
    assert "back" not in _networks("nginx")
    assert set(_networks("web")) & set(_networks("nginx")) == {"front"}


@pytest.mark.parametrize("name", ["web", "worker"])
def test_health_is_asked_where_it_is_told(name: str, unloaded: Services, tmp_path: Path) -> None:
    """The command takes these options; port and path are those that the process answers on."""
    settings = _settings(name, tmp_path)
    program, *words = SERVICES[name]["healthcheck"]["test"]
    assert ["CMD", "newsbriefs", "health"] == [program, *words[:2]]
    asked = health.make_context("health", words[2:]).params
    path, _, query = asked["path"].partition("?")
    assert path in (web_paths if name == "web" else worker_paths)(unloaded)
    assert query in ("", "exclude=store:jobs")
    assert (None if name == "web" else settings.worker_port) == asked["port"]


def test_nginx_asks_the_port_of_the_instances_and_answers_for_itself() -> None:
    """Names and ports of both files are the same."""
    assert f"server web:{Settings().port} resolve max_fails=0;" in NGINX
    assert SERVICES["nginx"]["healthcheck"]["test"][-1] == "http://127.0.0.1:8081/alive"
    assert "listen 127.0.0.1:8081;" in NGINX
    assert "location = /alive {" in NGINX
    # `resolve` came with 1.27.3.
    version = tuple(int(part) for part in re.findall(r":(\d+)\.(\d+)\.(\d+)", SERVICES["nginx"]["image"])[0])
    assert version >= (1, 27, 3)


def test_nginx_has_the_limits_of_the_service(tmp_path: Path) -> None:
    """As large a body, more time than the longest deadline, connections given up before the service gives them up."""
    settings = _settings("web", tmp_path)
    assert settings.max_body_bytes == int(_directive("client_max_body_size"))
    assert _seconds(_directive("proxy_read_timeout")) > settings.max_timeout_seconds
    # Whoever waits at an instance that only starts is sent elsewhere in time; who has waited for all of it is not.
    trying = _seconds(_directive("proxy_next_upstream_timeout"))
    assert settings.max_timeout_seconds <= trying < _seconds(_directive("proxy_read_timeout"))
    kept = re.findall(r"keepalive_timeout (\d+)s;", NGINX)
    assert all(int(seconds) < _gunicorn()["keepalive"] for seconds in kept)


def _gunicorn() -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        for name in setting_names():
            patch.delenv(name, raising=False)
        return runpy.run_path(str(ROOT / "service" / "gunicorn.conf.py"))


def test_the_end_is_waited_for() -> None:
    """Docker kills nobody who is still finishing: instances, workers (20 s), nginx, Valkey."""
    grace = {name: _seconds(one["stop_grace_period"]) for name, one in SERVICES.items()}
    assert grace["web"] > _gunicorn()["graceful_timeout"]
    assert grace["worker"] >= 30
    assert grace["nginx"] > _seconds(_directive("worker_shutdown_timeout"))
    assert grace["valkey"] > int(re.findall(r"^shutdown-timeout (\d+)$", _valkey_conf(), re.MULTILINE)[0])
    # SIGTERM would end nginx at once.
    assert "SIGQUIT" == SERVICES["nginx"]["stop_signal"]


def _valkey_conf() -> str:
    return (ROOT / "deploy" / "valkey.conf").read_text("utf-8")


def test_valkey_fits_its_container() -> None:
    """What it may hold is half of what it has: a rewrite of its file forks."""
    held = re.findall(r"^maxmemory (\d+)mb$", _valkey_conf(), re.MULTILINE)
    assert (["512"], "1G") == (held, SERVICES["valkey"]["deploy"]["resources"]["limits"]["memory"])


def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    """`nginx -t` accepts the shipped file, and warns of nothing."""
    told = accepted(tmp_path)
    assert "test is successful" in told
    assert "[warn]" not in told
