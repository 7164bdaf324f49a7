"""The commands of deploy/README.md and of compose.yaml, run: secrets are made and readable, Valkey keeps and restores.

There is no Docker here: `docker compose … valkey sh -c` runs its shell on this machine, where a real redis-server and
redis-cli stand in for Valkey's, with the same configuration but for address, port and folder.
"""

import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from redis import Redis
from redis.exceptions import AuthenticationError

from service.config import Settings
from tests.deploy.lb_upstream import refusing
from tests.faults.kit import eventually

ROOT = Path(__file__).parents[2]
README = (ROOT / "deploy" / "README.md").read_text("utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
_TAKES_A_VALUE = ("--scale",)


def _block(name: str) -> str:
    """The shell commands of the README under this mark."""
    found = re.findall(rf"<!-- run: {name} -->\n```sh\n(.*?)```", README, re.DOTALL)
    assert 1 == len(found), name
    return str(found[0])


class Machine:
    """A folder with the shipped files, the README's secrets, and a Valkey that the commands reach."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.data = folder / "data"
        self.data.mkdir()
        (folder / "deploy").mkdir()
        self._programs()
        self._configure()
        self.run(_block("secrets"))
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, script: str) -> None:
        """Run shell commands as somebody in the checkout would."""
        # A user's usual mask; strictness must come from the commands.
        subprocess.run(["sh", "-ec", f"umask 022\n{script}"], cwd=self.folder, env=self._environment(), check=True)

    def secret(self, name: str) -> Path:
        """A file of the secrets."""
        return self.folder / "deploy" / "secrets" / name

    def start(self) -> Redis:
        """Start Valkey by the command of compose.yaml; gives a client once it answers."""
        shell, flags, script = SERVICES["valkey"]["command"]
        command = [shell, flags, self._local(script.replace("$$", "$"))]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, env=self._environment(), stdout=log, stderr=log)
        assert eventually(self.healthy, seconds=30), (self.folder / "log").read_text("utf-8")
        # It replaced the shell, so that signals reach it, and shows its password to nobody.
        shown = Path(f"/proc/{self._process.pid}/cmdline").read_text("utf-8")
        assert shown.startswith("valkey-server")
        assert self.password() not in shown
        return Redis(port=self.port, password=self.password())

    def stop(self, number: int = signal.SIGTERM) -> None:
        """End Valkey, if it runs."""
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(timeout=30)
            self._process = None

    def healthy(self) -> bool:
        """What the health check of compose.yaml says."""
        first, *command = SERVICES["valkey"]["healthcheck"]["test"]
        assert "CMD" == first
        local = [self._local(word.replace("$$", "$")) for word in command]
        return 0 == subprocess.run(local, env=self._environment(), capture_output=True, check=False).returncode

    def password(self) -> str:
        """Valkey's password."""
        return self.secret("valkey-password").read_text("utf-8")

    def _local(self, script: str) -> str:
        secrets = f"{self.secret('')}/"
        return script.replace("/run/secrets/", secrets).replace("/etc/valkey/", f"{self.folder}/")

    def _configure(self) -> None:
        text = (ROOT / "deploy" / "valkey.conf").read_text("utf-8")
        for old, new in {
            "bind 0.0.0.0": "bind 127.0.0.1",
            "port 6379": f"port {self.port}",
            "dir /data": f"dir {self.data}",
        }.items():
            assert 1 == text.count(old)
            text = text.replace(old, new)
        (self.folder / "valkey.conf").write_text(text, "utf-8")

    def _programs(self) -> None:
        programs = self.folder / "bin"
        programs.mkdir()
        (programs / "valkey-server").symlink_to(str(shutil.which("redis-server")))
        docker = (
            'while [ "$#" -gt 0 ] && [ "$1" != sh ]; do shift; done\n[ "$#" -gt 0 ] || exit 0\n'
            f'exec sh "$2" "$(printf %s "$3" | sed "s#/data#{self.data}#g; s#/run/secrets#{self.secret("")}#g")"\n'
        )
        for name, script in {
            "valkey-cli": f'exec redis-cli -p {self.port} "$@"\n',
            "sudo": 'exec "$@"\n',
            "docker": docker,
        }.items():
            (programs / name).write_text(f"#!/bin/sh\n{script}", "utf-8")
            (programs / name).chmod(0o755)

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """A machine on which the README was followed."""
    if os.geteuid() != 0:
        pytest.skip("files are given to other users, which root alone can do")
    with refusing() as port:
        pass
    made = Machine(tmp_path, port)
    yield made
    made.stop()


@pytest.mark.parametrize("name", [name for name, one in SERVICES.items() if "secrets" in one])
def test_each_container_can_read_its_secrets_and_no_other_user_can(machine: Machine, name: str) -> None:
    """Owner, group and mode on this machine are those inside: Compose changes nothing about them."""
    user, group = (int(part) for part in SERVICES[name]["user"].split(":"))
    groups = {group, *(int(one) for one in SERVICES[name].get("group_add", []))}
    for secret in SERVICES[name]["secrets"]:
        state = machine.secret(secret).stat()
        assert (state.st_uid == user and state.st_mode & 0o400) or (state.st_gid in groups and state.st_mode & 0o040)
        assert 0 == state.st_mode & 0o007


def test_the_folder_of_keys_belongs_to_who_writes_it(machine: Machine) -> None:
    """`keys add` writes there, web and worker read there, nobody else looks in."""
    state = machine.secret("keys").stat()
    assert (10001, 10001, 0o40700) == (state.st_uid, state.st_gid, state.st_mode)


def test_the_secrets_fit_together(machine: Machine) -> None:
    """The service takes them, and its password is Valkey's."""
    settings = Settings.from_env(
        {
            "NEWSBRIEFS_REDIS_URL_FILE": str(machine.secret("redis-url")),
            "NEWSBRIEFS_CALLBACK_SECRET_FILE": str(machine.secret("callback-secret")),
        }
    )
    assert f"redis://:{machine.password()}@valkey:6379/0" == settings.redis_url
    assert [64, 64] == [len(machine.password()), len(settings.callback_secret)]


def test_valkey_keeps_what_it_was_given_and_asks_for_its_password(machine: Machine) -> None:
    """A real server takes valkey.conf by compose.yaml's command, as docs/jobs.md asks for; kill -9 costs nothing."""
    assert not machine.healthy()
    with machine.start() as client:
        wanted = {"appendonly": "yes", "appendfsync": "everysec", "maxmemory-policy": "volatile-lru", "save": ""}
        assert wanted == {name: client.config_get(name)[name] for name in wanted}
        client.set("newsbriefs:jobs:1", "queued")
        with Redis(port=machine.port) as stranger, pytest.raises(AuthenticationError):
            stranger.ping()
        # Written to the file within a second; the server process alone dies, not the machine.
        machine.stop(signal.SIGKILL)
    assert not machine.healthy()
    with machine.start() as client:
        assert b"queued" == client.get("newsbriefs:jobs:1")


def test_a_backup_comes_back(machine: Machine) -> None:
    """As the README says: what was there at the backup is there again, with its time to live, and nothing later."""
    with machine.start() as client:
        client.hset("newsbriefs:jobs:1", mapping={"status": "queued"})
        client.set("newsbriefs:cache:1", "answer", ex=1000)
        machine.run(_block("backup"))
        client.set("later", "1")
        client.delete("newsbriefs:jobs:1")
    machine.stop()
    machine.run(_block("restore"))
    with machine.start() as client:
        assert [b"newsbriefs:cache:1", b"newsbriefs:jobs:1"] == sorted(client.keys())
        assert {b"status": b"queued"} == client.hgetall("newsbriefs:jobs:1")
        assert 0 < client.ttl("newsbriefs:cache:1") <= 1000
        client.set("after", "1")
        machine.stop(signal.SIGKILL)
    with machine.start() as client:
        assert 3 == client.dbsize()


def test_every_command_names_a_service_that_exists() -> None:
    """`docker compose up`, `run`, `exec` and the others, wherever the README has them."""
    commands = re.findall(r"docker compose ([a-z]+ [^\n`|]*)", README)
    assert len(commands) > 12
    for command in commands:
        verb, *words = shlex.split(command.replace("'", ""), comments=True)
        named = _named(words)
        one_service = verb in ("run", "exec")
        assert set(named[:1] if one_service else named) <= set(SERVICES), command


def _named(words: list[str]) -> list[str]:
    """What is no option, and no value of one."""
    return [
        word
        for before, word in zip(["", *words], words, strict=False)
        if not word.startswith("-") and before not in _TAKES_A_VALUE
    ]
