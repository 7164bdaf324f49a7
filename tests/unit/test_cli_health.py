"""`newsbriefs health`: what a container's health check runs."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from service.bootstrap import Services, build_services
from service.cli import main
from service.config import Settings
from service.web.probe_server import ProbeServer
from service.web.probes import create_probes


@pytest.fixture
def loading() -> Iterator[int]:
    """The port of a process that lives, and whose engines are not loaded yet."""
    services: Services = build_services(Settings.from_env({"NEWSBRIEFS_JOBS": "off"}))
    server = ProbeServer(create_probes(services, list), host="127.0.0.1", port=0)
    server.start()
    yield server.port
    server.close()
    services.close()


def _health(*arguments: str, **environ: str) -> Result:
    return CliRunner().invoke(main, ["health", *arguments], env=environ)


def test_one_that_lives_is_well(loading: int) -> None:
    """Nothing but `ok`, and status 0; the address it listens on may be all of them."""
    found = _health(NEWSBRIEFS_PORT=str(loading), NEWSBRIEFS_HOST="0.0.0.0")
    assert (0, "ok\n", "") == (found.exit_code, found.stdout, found.stderr)


def test_one_that_is_not_ready_says_why(loading: int) -> None:
    """Each part that is not ready is named."""
    found = _health("--path", "/readyz", "--port", str(loading))
    assert (1, "", "/readyz says 503: engines:auto loading\n") == (found.exit_code, found.stdout, found.stderr)


def test_a_path_that_is_not_there_is_told(loading: int) -> None:
    """With the detail of the problem document."""
    found = _health("--path", "/nowhere", "--port", str(loading))
    assert (1, True) == (found.exit_code, found.stderr.startswith("/nowhere says 404: "))


def test_nobody_there(loading: int) -> None:
    """The address, the port and the reason are named."""
    found = _health("--port", "1")
    assert (1, "127.0.0.1 port 1 does not answer: [Errno 111] Connection refused\n") == (found.exit_code, found.stderr)


def test_a_bad_setting_is_told() -> None:
    """As everywhere: the key, the value and what is allowed."""
    found = _health(NEWSBRIEFS_PORT="http")
    assert (2, True) == (found.exit_code, "NEWSBRIEFS_PORT" in found.stderr)


def test_it_loads_nothing_that_briefs() -> None:
    """A check every few seconds must not cost what a start costs."""
    code = (
        "import json, sys, service.cli, service.cli_health;"
        "print(json.dumps(sorted(name for name in sys.modules if name.startswith('service.'))))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = ["service.cli", "service.cli_health", "service.config", "service.errors", "service.setting_forms"]
    assert loaded == json.loads(found.stdout)
