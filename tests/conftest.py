"""What several test folders share: the real services, loaded once, and the seeds."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from xdist.scheduler import LoadFileScheduling

from service.bootstrap import Services, build_services
from service.config import Settings
from service.logs import configure_logs
from service.web.app import create_app

_TESTS = Path(__file__).parent
_LONGEST_FIRST = ("faults", "deploy", "neural", "property", "browser", "contract", "fuzz", "golden")
SEEDS = _TESTS.parent / "seeds"
_SETUP = "run scripts/setup dev"
# Debian's own kubectl is of 2020, and can't read what is written for those of today.
_REMEDY = {"kubectl": "kubectl 1.27 or newer is needed, and is no package of Debian bookworm"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of this suite."""
    parser.addoption(
        "--golden-write", action="store_true", help="write the golden files anew, to be read and committed"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs Debian's programs where they are missing, and say which; begin with what takes longest."""
    items.sort(key=lambda item: _place(item.path.relative_to(_TESTS).parts[0]))
    needs = {
        "apertium": ("apertium", "lt-proc"),
        "browser": ("chromium", "chromedriver"),
        "kubectl": ("kubectl",),
        "promtool": ("promtool",),
    }
    for item in items:
        for mark, programs in needs.items():
            missing = [program for program in programs if shutil.which(program) is None]
            if missing and item.get_closest_marker(mark):
                item.add_marker(pytest.mark.skip(reason=f"{missing} not installed; {_REMEDY.get(mark, _SETUP)}"))


def _place(folder: str) -> int:
    return _LONGEST_FIRST.index(folder) if folder in _LONGEST_FIRST else len(_LONGEST_FIRST)


class _Scheduling(LoadFileScheduling):
    """A file's tests stay on one worker; all faults do: they load a machine enough."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return "tests/faults" if file.startswith("tests/faults/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    """Hand files out in the order of the collection: by the number of their tests the longest would come last."""
    config.option.loadscopereorder = False
    return _Scheduling(config, log)


@pytest.fixture(scope="session", autouse=True)
def _quiet_logs() -> None:
    """Only errors are logged, so that a failing test can be read."""
    configure_logs(Settings.from_env({"NEWSBRIEFS_LOG_LEVEL": "error"}))


@pytest.fixture(scope="session", autouse=True)
def _data_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tests keep (jobs, keys) is none of the machine's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSBRIEFS_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The real services on the embedded engines."""
    built = build_services(Settings.from_env({"NEWSBRIEFS_DATA": str(tmp_path_factory.mktemp("services"))}))
    built.load()
    yield built
    built.close()


@pytest.fixture(scope="session")
def client(services: Services) -> FlaskClient:
    """A client of the real application."""
    return create_app(services).test_client()


@pytest.fixture(scope="session")
def seed_000() -> str:
    """The first seed: an article with a headline and curly quotes."""
    return (SEEDS / "000_7cccab8b4d6101f3.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seed_004() -> str:
    """The second seed: straight quotes, a caption that stands twice, a byline."""
    return (SEEDS / "004_37287c19e9aac1bd.txt").read_text(encoding="utf-8")
