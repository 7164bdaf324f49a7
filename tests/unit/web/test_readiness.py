"""/readyz with `?exclude=`, of the web and of workers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from service.bootstrap import Services
from service.config import Settings
from service.web.app import create_app
from service.web.probes import create_probes
from tests.redis_server import redis_server

APPS: list[Callable[[Services], Flask]] = [create_app, lambda services: create_probes(services, list)]
pytestmark = pytest.mark.parametrize("make", APPS, ids=["web", "worker"])


def _ready(make: Callable[[Services], Flask], services: Services, query: str = "") -> tuple[int, list[str]]:
    answer = make(services).test_client().get("/readyz" + query)
    return answer.status_code, answer.get_json()["excluded"]


def _unloaded(**environ: str) -> Services:
    return Services(Settings.from_env(environ), lambda: pytest.fail("no engine is loaded here"))


def test_a_part_that_is_excluded_is_told_and_does_not_decide(make: Callable[[Services], Flask], tmp_path: Path) -> None:
    """Without its store of jobs a service is not ready, unless that part is left out; every part is told."""
    with redis_server(tmp_path) as server:
        alone = _unloaded(NEWSBRIEFS_REDIS_URL=str(server), NEWSBRIEFS_DATA=str(tmp_path))
        try:
            server.kill()
            both = "?exclude=store:jobs&exclude=engines:auto"
            assert (503, ["engines:auto"]) == _ready(make, alone, "?exclude=engines:auto")
            assert (503, ["store:jobs"]) == _ready(make, alone, "?exclude=store:jobs")
            assert (200, ["engines:auto", "store:jobs"]) == _ready(make, alone, both)
            parts = make(alone).test_client().get("/readyz" + both).get_json()["parts"]
            states = {part["name"]: part["status"] for part in parts}
            assert ("failed", "loading") == (states["store:jobs"], states["engines:auto"])
        finally:
            alone.close()


def test_a_name_that_is_no_part_is_ignored(make: Callable[[Services], Flask], services: Services) -> None:
    """The same probe serves with and without jobs."""
    assert (200, []) == _ready(make, services, "?exclude=store:none&exclude=")


def test_that_it_ends_can_not_be_left_out(make: Callable[[Services], Flask]) -> None:
    """A probe that excludes it all the same sends nobody to a process that is about to end."""
    ending = _unloaded(NEWSBRIEFS_JOBS="off")
    ending.drain()
    assert (503, ["engines:auto"]) == _ready(make, ending, "?exclude=service&exclude=engines:auto")
    ending.close()
