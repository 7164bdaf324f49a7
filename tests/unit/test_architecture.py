import ast
import re
from pathlib import Path

import pytest

from service import errors
from service.web.problems import BRIEF_PROBLEMS, STATUS, status_of

ROOT = Path(__file__).parents[2] / "service"

# Each room may import from itself and from the rooms named here: the arrows of docs/architecture.md.
MAY_IMPORT = {
    "errors": set(),
    "cancellation": {"errors"},
    "records": {"cancellation"},
    "setting_forms": set(),
    "cores": set(),
    "config": {"errors", "setting_forms"},
    "logs": {"errors", "config"},
    "tracing": {"errors", "config"},
    "metrics": {"errors", "records"},
    "work": {"errors", "cancellation"},
    "text": {"errors", "records"},
    "checks": {"errors", "records", "text"},
    "stores": {"errors", "records", "config"},
    "jobs": {"errors", "cancellation", "records", "config", "stores", "tracing"},
    "engines": {"errors", "cores", "cancellation", "records", "text", "checks", "config"},
    "pipeline": {"errors", "cancellation", "records", "text", "checks", "engines.base", "tracing"},
    "bootstrap": {
        "errors",
        "cancellation",
        "records",
        "config",
        "tracing",
        "metrics",
        "text",
        "checks",
        "engines",
        "pipeline",
        "stores",
        "work",
        "jobs",
    },
    "web": {
        "errors",
        "cancellation",
        "records",
        "config",
        "tracing",
        "metrics",
        "text",
        "engines.base",
        "pipeline",
        "stores",
        "work",
        "jobs",
        "bootstrap",
    },
    "doctor": {"errors", "records", "config", "text", "engines.base", "pipeline", "bootstrap"},
    "batch": {"errors", "config", "jobs", "bootstrap", "web"},
    "worker": {"errors", "config", "logs", "tracing", "bootstrap", "jobs", "web"},
    "cli": {"errors", "config", "web", "cli_brief", "cli_health", "cli_models", "cli_keys", "cli_batch", "cli_worker"},
    "cli_brief": {"errors", "config", "logs", "bootstrap", "web", "doctor"},
    "cli_health": {"errors", "config"},
    "cli_models": {"errors", "config", "engines.models"},
    "cli_keys": {"errors", "config", "stores"},
    "cli_batch": {"errors", "cores", "config", "logs", "bootstrap", "batch"},
    "cli_worker": {"errors", "config", "logs", "worker"},
    "wsgi": {"config", "logs", "tracing", "bootstrap", "web"},
    "gunicorn": {"config"},
}
FILES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")
HEAVY = {"torch", "transformers", "ctranslate2", "huggingface_hub", "py3langid", "trafilatura"}


def _room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].split(".")[0]


def _imports(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def _allowed(module: str, room: str) -> bool:
    inside = module.removeprefix("service.")
    return any(inside == one or inside.startswith(one + ".") for one in {room, *MAY_IMPORT[room]})


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_arrow_runs_back(path: Path) -> None:
    """A module imports only from the rooms before its own."""
    ours = {module for module in _imports(ast.parse(path.read_text("utf-8"))) if module.startswith("service.")}
    assert {module for module in ours if not _allowed(module, _room(path))} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_heavy_is_imported_at_import(path: Path) -> None:
    """Model libraries and the HTML extractor are imported where they are used, never by importing a module."""
    body = ast.parse(path.read_text("utf-8")).body
    shallow = {name for node in body if isinstance(node, ast.Import | ast.ImportFrom) for name in _imports(node)}
    assert {name for name in shallow if name.split(".")[0] in HEAVY} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_possessive_group_is_given_to_re(path: Path) -> None:
    """`re` reads them wrongly before Python 3.11.5 (CPython issue 106052), and Debian bookworm has 3.11.2."""
    text = path.read_text("utf-8")
    written = re.findall(r"(?<![\w.])re\.[a-z]+\((.+)", text)
    assert [] == [line for line in written if re.search(r"\)(?:[+*?]|\{[\d,]+\})\+", line)]


def _tree(kind: type[errors.NewsbriefsError]) -> list[type[errors.NewsbriefsError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in _tree(child))]


LEAVES = [kind for kind in _tree(errors.NewsbriefsError) if not kind.__subclasses__()]


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_every_error_has_a_status(kind: type[errors.NewsbriefsError]) -> None:
    """No class of the tree is missing from the one table."""
    assert kind in STATUS


@pytest.mark.parametrize("kind", _tree(errors.EngineError), ids=lambda kind: kind.__name__)
def test_every_reason_of_a_failed_brief_has_a_status(kind: type[errors.EngineError]) -> None:
    """A failed brief can always say its title and status."""
    assert BRIEF_PROBLEMS[kind.reason] == (kind.title, status_of(kind("x")))


def test_every_error_is_in_the_drawing() -> None:
    """The tree in the docstring of service/errors.py names every class."""
    assert {
        kind.__name__ for kind in _tree(errors.NewsbriefsError) if kind.__name__ not in (errors.__doc__ or "")
    } == set()
