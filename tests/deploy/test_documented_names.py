"""What our documents and manifests name exists in the application: settings, metrics, paths, files."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest
import yaml

from service.bootstrap import Services
from tests.server import ROOT

from .inventory import metric_labels, setting_names, web_paths, worker_paths

_DOCUMENTS = sorted([*ROOT.glob("docs/*.md"), ROOT / "README.md", *ROOT.glob("k8s/**/*.md"), *ROOT.glob("deploy/*.md")])
_MANIFESTS = sorted(
    path
    for folder in ("k8s", "deploy")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and path.suffix != ".md" and "secrets" not in path.parts
)
_SINGLE = [path for path in (ROOT / "compose.yaml", ROOT / "Dockerfile") if path.exists()]
_SETTING = re.compile(r"(?<![A-Za-z0-9_])NEWSBRIEFS_[A-Z0-9_]*\*?")
_METRIC = re.compile(r"(?<![\w./:-])newsbriefs(?:_[a-z0-9_]+|:\w+:\w+)\*?(?![\w/.-]*[/(])")
_FOLDERS = "benchmarks|deploy|docs|examples|k8s|prompts|requirements|scripts|seeds|service|tests"
_PATH = re.compile(rf"`((?:{_FOLDERS})/[\w./*-]+)`")
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
# Paths below /v1 are those of chat models' servers.
_REQUEST = re.compile(r"`(?:GET|POST|DELETE) (/(?!v1/)[^\s`?]*)[^`]*`")
_LATER = ("deploy/secrets",)


def exists(name: str, known: set[str]) -> bool:
    """Whether a name is known, or the beginning of one that is where it ends in `_` or `*`."""
    pattern = name if name.endswith("*") else name + "*" if name.endswith("_") else name
    return any(fnmatchcase(one, pattern) for one in known)


def unknown(found: Iterator[str], known: set[str]) -> list[str]:
    """The names that are not known, each once."""
    return sorted({name for name in found if not exists(name, known)})


@cache
def metrics() -> set[str]:
    """Time series, the histograms they belong to, and what our recording rules and prometheus-adapter make of them."""
    series = set(metric_labels())
    histograms = {name.removesuffix("_bucket") for name in series if name.endswith("_bucket")}
    texts = [path.read_text("utf-8") for path in (ROOT / "k8s" / "monitoring").glob("*.yaml")]
    made = {name for text in texts for name in re.findall(r"(?:record|as): (newsbriefs\S+)", text)}
    return series | histograms | made


@cache
def of_compose() -> set[str]:
    """The names that compose gives to volumes and networks."""
    document = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    return {f"newsbriefs_{name}" for part in ("volumes", "networks") for name in document.get(part) or {}}


def paths_of(text: str) -> Iterator[str]:
    """Files and folders named in back-ticks."""
    yield from (path for path in _PATH.findall(text) if not path.startswith(_LATER))


def links_of(path: Path) -> Iterator[str]:
    """Links of a document to other files, from the root of the checkout."""
    for link in _LINK.findall(path.read_text("utf-8")):
        yield str((path.parent / link).resolve().relative_to(ROOT.resolve()))


def named(path: Path) -> str:
    """As a test is called."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", [*_DOCUMENTS, *_MANIFESTS, *_SINGLE], ids=named)
def test_every_setting_exists(path: Path) -> None:
    """An unknown one would stop the service."""
    assert [] == unknown(iter(_SETTING.findall(path.read_text("utf-8"))), setting_names())


@pytest.mark.parametrize("path", _DOCUMENTS, ids=named)
def test_every_metric_exists(path: Path) -> None:
    """A query copied out of a document finds something."""
    assert [] == unknown(iter(_METRIC.findall(path.read_text("utf-8"))), metrics() | of_compose())


@pytest.mark.parametrize("path", _DOCUMENTS, ids=named)
def test_every_file_exists(path: Path) -> None:
    """What stands in back-ticks and what is linked to."""
    wanted = [*paths_of(path.read_text("utf-8")), *links_of(path)]
    assert [] == sorted({one for one in wanted if not any(ROOT.glob(one.rstrip("/")))})


@pytest.mark.parametrize("path", _DOCUMENTS, ids=named)
def test_every_path_of_the_api_exists(path: Path, services: Services) -> None:
    """A request named with its method is one that web or worker answers."""
    asked = (re.sub(r"\{[^}]*\}|<[^>]*>|…", "{}", one) for one in _REQUEST.findall(path.read_text("utf-8")))
    assert [] == unknown(asked, web_paths(services) | worker_paths(services))


def test_what_does_not_exist_is_told(services: Services, tmp_path: Path) -> None:
    """A wrong setting, metric, path and file are found, and beginnings of names are known."""
    settings = _SETTING.findall("NEWSBRIEFS_PORT NEWSBRIEFS_REDIS_* `NEWSBRIEFS_` NEWSBRIEFS_PROT NEWSBRIEFS_NO_*")
    assert unknown(iter(settings), setting_names()) == ["NEWSBRIEFS_NO_*", "NEWSBRIEFS_PROT"]
    text = "newsbriefs_request_seconds newsbriefs_request_seconds_bucket newsbriefs_nothing_total newsbriefs_"
    assert unknown(iter(_METRIC.findall(text)), metrics()) == ["newsbriefs_nothing_total"]
    assert list(paths_of("`docs/api.md` and `docs/none.md` and docs/plain.md")) == ["docs/api.md", "docs/none.md"]
    asked = _REQUEST.findall("`GET /readyz?exclude=a`, `POST /summarise`")
    assert unknown(iter(asked), web_paths(services)) == ["/summarise"]
