"""The Dockerfile against what the project really has: files, settings, ports, commands, and what the slimming keeps."""

import gzip
import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from service import __version__
from service.cli import main
from service.config import Settings
from service.engines.apertium_discovery import installed_modes, load_catalogue
from tests.deploy.inventory import setting_names

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "Dockerfile"
MODES = Path("/usr/share/apertium/modes")
FINAL = ("embedded", "neural-cpu", "neural-gpu")


def _instructions() -> list[tuple[str, str]]:
    """Each instruction and what it is given, lines joined and comments left out."""
    lines = [line for line in DOCKERFILE.read_text("utf-8").splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined.splitlines()) if word]


def _stages() -> dict[str, list[tuple[str, str]]]:
    """The instructions of each stage by its name, `FROM` first."""
    stages: dict[str, list[tuple[str, str]]] = {}
    for word, rest in _instructions():
        if word == "FROM":
            stages[rest.partition(" AS ")[2]] = []
        if stages:
            stages[list(stages)[-1]].append((word, rest))
    return stages


def _lineage(name: str) -> list[tuple[str, str]]:
    """The instructions of a stage after those of the stages it is made from."""
    stage = _stages()[name]
    parent = stage[0][1].split(" ")[0]
    return [*(_lineage(parent) if parent in _stages() else []), *stage]


def _environment(name: str) -> dict[str, str]:
    pairs = [re.findall(r"(\w+)=(\"[^\"]*\"|\S+)", rest) for word, rest in _lineage(name) if word == "ENV"]
    return {key: value.strip('"') for found in pairs for key, value in found}


def _sources() -> set[str]:
    """What the Dockerfile takes from the build context, by COPY and by bind mounts."""
    copied = [rest.split()[:-1] for word, rest in _instructions() if word == "COPY" and not rest.startswith("--from")]
    mounted = re.findall(r"--mount=type=bind,source=([^,]+)", DOCKERFILE.read_text("utf-8"))
    return {path for paths in copied for path in paths} | set(mounted)


def _sent(path: str) -> bool:
    """Whether .dockerignore lets a file into the build context; the last line that fits decides."""
    sent = True
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        pattern = line.removeprefix("!").removeprefix("**/")
        whole = [path, *(str(parent) for parent in Path(path).parents)]
        names = Path(path).parts if line.startswith("**/") else whole
        if pattern and not pattern.startswith("#") and any(fnmatch(name, pattern) for name in names):
            sent = line.startswith("!")
    return sent


def _slimming() -> ModuleType:
    """scripts/image-slim as a module."""
    loader = SourceFileLoader("image_slim", str(ROOT / "scripts" / "image-slim"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return module


# The Dockerfile


def test_hadolint_has_nothing_to_say() -> None:
    """The linter for Dockerfiles is clean; what it is told to ignore is told in the file, with the reason."""
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, "--no-color", DOCKERFILE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)
    lines = DOCKERFILE.read_text("utf-8").splitlines()
    before = [lines[place - 1] for place, line in enumerate(lines) if "hadolint ignore" in line]
    assert [line for line in before if not re.fullmatch(r"# \w.+\.", line)] == []


def test_every_file_that_is_copied_is_there_and_is_sent() -> None:
    """Each source of a COPY or of a bind mount exists and passes .dockerignore; of a folder, its files do."""
    for source in sorted(_sources() - {"models"}):
        assert (ROOT / source).exists(), source
    files = {path for path in _sources() if (ROOT / path).is_file()}
    assert {path for path in files if not _sent(path)} == set()
    assert _sent("service/engines/apertium_pairs.json")
    assert _sent("scripts/debian-packages.txt")
    assert _sent("models/models.lock.json")


def test_models_are_baked_by_an_argument() -> None:
    """MODELS says what every image copies to /models: nothing, or the store that lies beside the Dockerfile."""
    stages = _stages()
    assert [rest for word, rest in _instructions() if word == "ARG" and rest.startswith("MODELS=")] == ["MODELS=volume"]
    assert stages["models"] == [("FROM", "models-${MODELS} AS models")]
    assert stages["models-volume"] == [("FROM", "scratch AS models-volume")]
    assert stages["models-baked"][1:] == [("COPY", "models /")]
    assert [("COPY", "--from=models / /models/") in _lineage(name) for name in FINAL] == [True] * len(FINAL)


@pytest.mark.parametrize(
    "path",
    [".git/config", ".venv/bin/python", "tests/conftest.py", "service/__pycache__/cli.pyc", "keys.json", ".env"],
)
def test_nothing_else_is_sent(path: str) -> None:
    """History, keys, tests and byte code never reach the builder."""
    assert not _sent(path)


def test_every_setting_it_names_exists() -> None:
    """A variable with our prefix that is no setting would stop the start."""
    named = set(re.findall(r"NEWSBRIEFS_\w+", DOCKERFILE.read_text("utf-8")))
    assert named - setting_names() == set()


@pytest.mark.parametrize("name", FINAL)
def test_what_it_sets_is_understood(name: str) -> None:
    """The settings of each image are read without an error, and name the folders of the image."""
    environ = {key: value for key, value in _environment(name).items() if key.startswith("NEWSBRIEFS_")}
    settings = Settings.from_env(environ | {"NEWSBRIEFS_PROMPTS": str(ROOT / "prompts")})
    assert (settings.host, str(settings.models), str(settings.data)) == ("0.0.0.0", "/models", "/var/lib/newsbriefs")


@pytest.mark.parametrize("name", FINAL)
def test_each_image_is_whole(name: str) -> None:
    """Port, user, health check, entry point and command of each image."""
    last = dict(_lineage(name))
    assert last["USER"] == "10001:10001"
    assert _stages()[name][0][0] == "FROM"
    assert last["EXPOSE"] == _environment(name)["NEWSBRIEFS_PORT"] == str(Settings().port)
    entry, command = json.loads(last["ENTRYPOINT"]), json.loads(last["CMD"])
    assert entry == ["tini", "--", "newsbriefs"]
    check = json.loads(last["HEALTHCHECK"].partition("CMD ")[2])
    for words in ([entry[-1], *command], check):
        assert words[0] == "newsbriefs"
        assert words[1] in main.list_commands(None)  # type: ignore[arg-type]


def test_the_base_is_named_and_pinned_to_a_series() -> None:
    """Every stage is made from another, from nothing, or from the base by its argument, which is no `latest`."""
    parents = {instructions[0][1].split(" ")[0] for instructions in _stages().values()}
    assert parents - set(_stages()) == {"${PYTHON_IMAGE}", "scratch", "models-${MODELS}"}
    bases = [rest for word, rest in _instructions() if word == "ARG" and rest.startswith("PYTHON_IMAGE=")]
    assert bases == ["PYTHON_IMAGE=docker.io/library/python:3.11-slim-bookworm"]
    assert "latest" not in DOCKERFILE.read_text("utf-8")


def test_its_version_is_the_service_s() -> None:
    """The label of a build without arguments is the version of what is in it."""
    assert ("ARG", f"VERSION={__version__}") in _instructions()


def test_packages_are_installed_by_their_hashes() -> None:
    """Every list of requirements that is named exists, and is installed with --require-hashes."""
    named = re.findall(r"-r (requirements/\S+)", DOCKERFILE.read_text("utf-8"))
    assert sorted(set(named)) == ["requirements/embedded.txt", "requirements/neural.txt"]
    for rest in (rest for word, rest in _instructions() if word == "RUN" and "-r requirements/" in rest):
        assert "--require-hashes" in rest


# What the slimming keeps


@pytest.mark.apertium
def test_every_file_of_every_pair_is_kept(tmp_path: Path) -> None:
    """What the service starts pairs with on this machine, the image keeps: no mode of the catalogue loses a file."""
    slim = _slimming()
    names = slim.service_modes(ROOT / "service" / "engines" / "apertium_pairs.json")
    programs, files = slim.needed(MODES, names)
    modes, _ = installed_modes(MODES, load_catalogue())
    stages = [stage for mode in modes.values() for stage in mode.stages]
    read = {Path(word) for stage in stages for word in stage if word.startswith("/")}
    assert {name for name in names if name not in modes} <= {"ca-eo", "es-eo"}
    assert read - files == set()
    assert {stage[0] for stage in stages} - programs == set()


def test_pruning_leaves_what_a_mode_names_and_nothing_else(tmp_path: Path) -> None:
    """Files that no mode names go, and so do folders that are left empty."""
    slim = _slimming()
    kept, gone = tmp_path / "pair" / "a.bin", tmp_path / "other" / "b.bin"
    for path in (kept, gone):
        path.parent.mkdir()
        path.write_bytes(b"x")
    slim.prune(tmp_path, {kept})
    assert sorted(tmp_path.rglob("*")) == [kept.parent, kept]


def test_equal_files_become_links(tmp_path: Path) -> None:
    """Two dictionaries with the same bytes are kept once; each name still reads the same."""
    slim = _slimming()
    for name, data in (("a", b"same"), ("b", b"same"), ("c", b"other")):
        (tmp_path / name).write_bytes(data)
    slim.share_equal(tmp_path.iterdir())
    assert [(path.name, path.is_symlink(), path.read_bytes()) for path in sorted(tmp_path.iterdir())] == [
        ("a", False, b"same"),
        ("b", True, b"same"),
        ("c", False, b"other"),
    ]


def test_packed_dictionaries_keep_name_time_and_content(tmp_path: Path) -> None:
    """A large dictionary becomes gzip under its own name, with its time of change; a small one and a link stay."""
    slim = _slimming()
    large, small, link = tmp_path / "large.bin", tmp_path / "small.bin", tmp_path / "link.bin"
    large.write_bytes(b"LTTB" * 100_000)
    small.write_bytes(b"LTTB")
    link.symlink_to(large)
    before = large.stat().st_mtime_ns
    slim.pack([large, small, link])
    assert (large.read_bytes()[:2], large.stat().st_mtime_ns) == (b"\x1f\x8b", before)
    assert gzip.decompress(large.read_bytes()) == b"LTTB" * 100_000
    assert (small.read_bytes(), link.is_symlink()) == (b"LTTB", True)
