"""A chat server that starts after the service: told as missing, then taken up without a restart."""

import socket

import pytest

from service.bootstrap import Services, load_engines
from service.config import Settings
from service.engines import registry
from service.engines.base import EngineSet
from service.engines.lead import LeadSummariser
from service.engines.phrasebook import PhrasebookTranslator
from service.errors import EngineUnavailable
from tests.unit.engines.instruct.chat_server import Answer, chat_server


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The embedded family without its programs."""
    small = EngineSet(
        "embedded", "embedded", LeadSummariser(), PhrasebookTranslator({("en", "es"): {}}), LeadSummariser()
    )
    embedded = registry.Family(lambda settings: True, lambda settings: small)
    monkeypatch.setitem(registry.FAMILIES, "embedded", embedded)  # type: ignore[arg-type]


def states(services: Services) -> dict[str, str]:
    """Each family with its state."""
    return {part.name: part.status for part in services.parts() if part.name.startswith("engines:")}


@pytest.mark.usefixtures("_small")
def test_a_server_that_comes_later_is_taken_up() -> None:
    """What was loaded before stays the same; until then `auto` is served by what there is."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = Settings.from_env({"NEWSBRIEFS_INSTRUCT_URL": f"http://127.0.0.1:{port}"})
    services = Services(
        settings,
        lambda: load_engines(settings),
        lambda before: load_engines(settings, before=before),
    )
    services.load()
    embedded = services.loaded().families["embedded"]
    assert {"engines:embedded": "ok", "engines:instruct": "failed"} == states(services)
    assert "embedded" == services.engines().profile
    services.mend()
    assert {"engines:embedded": "ok", "engines:instruct": "failed"} == states(services)
    with chat_server(lambda body: Answer("It rains."), port=port):
        services.mend()
        assert {"engines:embedded": "ok", "engines:instruct": "ok"} == states(services)
        assert ("embedded+instruct", True) == (
            services.engines().profile,
            services.loaded().families["embedded"] is embedded,
        )
        services.close()


def test_where_no_family_loads_each_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readiness names what failed, and the service answers that it is not ready."""

    def broken(settings: Settings) -> EngineSet:
        raise EngineUnavailable("the dictionary is gone; install it again")

    monkeypatch.setitem(registry.FAMILIES, "embedded", registry.Family(lambda settings: True, broken))  # type: ignore[arg-type]
    settings = Settings.from_env({"NEWSBRIEFS_MODELS": "no-such-folder"})
    services = Services(settings, lambda: load_engines(settings))
    services.load()
    part = services.parts()[0]
    told = "embedded: the dictionary is gone; install it again"
    assert ("engines:auto", "failed", told) == (part.name, part.status, part.detail)
