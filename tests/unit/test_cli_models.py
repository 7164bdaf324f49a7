"""`newsbriefs models`, against a local server that speaks the hub's protocol."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from service.cli import main
from service.engines.models.catalogue import load_catalogue
from tests.unit.engines.models.hub_server import COMMIT, Repository, serve

NAMES = ("flan-t5-small", "bart-large-cnn", "mt5-xlsum")
FILES = {"config.json": b"{}", "model.safetensors": b"weights" * 99}


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A hub with three models, and an empty store."""
    catalogue = load_catalogue().models
    repositories = {catalogue[name].repository: Repository(dict(FILES), licence=None) for name in NAMES}
    with serve(repositories) as hub:
        yield {"HF_ENDPOINT": hub.endpoint, "NEWSBRIEFS_MODELS": str(tmp_path / "models"), "HF_HOME": str(tmp_path)}


def _run(environment: dict[str, str], *arguments: str) -> Result:
    return CliRunner(env=environment).invoke(main, ["models", *arguments])


def test_list_shows_licences_and_state(environment: dict[str, str]) -> None:
    """Everything of the catalogue, with a plain yes or no for commercial use; no package of models is needed."""
    lines = _run(environment, "list").output.splitlines()
    by_name = {line.split()[0]: line.split() for line in lines if line}
    assert set(load_catalogue().models) - set(by_name) == set()
    assert by_name["mt5-xlsum"][1:6] == ["summarise", "43", "CC-BY-NC-SA-4.0", "no", "2.3"]
    assert by_name["flan-t5-small"][-1] == "-"
    assert "store: " + environment["NEWSBRIEFS_MODELS"] in lines


def test_pull_verify_list_and_rm(environment: dict[str, str]) -> None:
    """The way of a model through the store."""
    pytest.importorskip("huggingface_hub")
    assert _run(environment, "pull", "flan-t5-small", "bart-large-cnn").exit_code == 0
    assert f"pulled {COMMIT[:12]}" in _run(environment, "list").output
    sound = _run(environment, "verify")
    assert (sound.exit_code, sound.output) == (0, "bart-large-cnn: ok\nflan-t5-small: ok\n")
    (Path(environment["NEWSBRIEFS_MODELS"]) / "bart-large-cnn" / "config.json").unlink()
    broken = _run(environment, "verify")
    assert (broken.exit_code, broken.output.splitlines()) == (
        1,
        [
            "bart-large-cnn: config.json is missing",
            "bart-large-cnn: run `newsbriefs models pull bart-large-cnn` to mend it",
            "flan-t5-small: ok",
        ],
    )
    assert _run(environment, "rm", "bart-large-cnn").output == "bart-large-cnn: removed, 0 MB freed\n"
    assert _run(environment, "verify", "bart-large-cnn").exit_code == 1


def test_pull_runs_as_a_command(environment: dict[str, str]) -> None:
    """In a process of its own, as people run it: HF_ENDPOINT is heeded, progress goes to standard error."""
    pytest.importorskip("huggingface_hub")
    command = [sys.executable, "-m", "service.cli", "models", "pull", "flan-t5-small"]
    shown = environment | {"TQDM_POSITION": "-1"}  # else a bar is drawn on terminals only
    done = subprocess.run(command, env=shown, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert f"flan-t5-small: pulling google/flan-t5-small at {COMMIT[:12]}" in done.stderr
    assert "model.safetensors: 100%" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["pull"], 2, "name a model, or a set with --profile"),
        (["pull", "flan-t5"], 1, "no model 'flan-t5' in the catalogue; did you mean flan-t5-"),
        (["pull", "--profile", "quick"], 1, "no profile 'quick'; use one of: fast, broad, best, commercial"),
        (["pull", "mt5-xlsum"], 1, "add --allow-non-commercial"),
        (["pull", "--profile", "fast", "--revision", "v1"], 2, "--revision is of one model"),
        (["pull", "opus-mt-en-fr"], 1, "has no Helsinki-NLP/opus-mt-en-fr"),
        (["pull", "--lock", __file__, "flan-t5-small"], 2, "--lock names models and commits; leave out NAME"),
        (["pull", "--lock", __file__, "--profile", "fast"], 2, "--lock names models and commits; leave out NAME"),
        (["pull", "--lock", __file__, "--revision", "v1"], 2, "--lock names models and commits; leave out NAME"),
        (["pull", "--lock", "/nowhere/models.lock.json"], 2, "File '/nowhere/models.lock.json' does not exist"),
        (["pull", "--lock", __file__], 1, "test_cli_models.py can't be read"),
        (["verify", "--lock", __file__, "flan-t5-small"], 2, "--lock names the models itself; leave out NAME"),
        (["verify", "--lock", __file__], 1, "test_cli_models.py can't be read"),
        (["rm", "mt5-xlsum"], 1, "model mt5-xlsum is not pulled"),
        (["verify", "mt5-xlsum"], 1, "model mt5-xlsum is not pulled"),
    ],
)
def test_mistakes_are_told(environment: dict[str, str], arguments: list[str], status: int, said: str) -> None:
    """One line and an exit status that a script sees."""
    if arguments[0] == "pull":
        pytest.importorskip("huggingface_hub")
    result = _run(environment, *arguments)
    assert (result.exit_code, said in result.output) == (status, True), result.output


def test_verify_of_an_empty_store_says_so(environment: dict[str, str]) -> None:
    """Nothing is wrong, and nothing is there."""
    result = _run(environment, "verify")
    assert (result.exit_code, result.output.startswith("nothing is pulled into ")) == (0, True)


@pytest.fixture
def reviewed(environment: dict[str, str], tmp_path: Path) -> Path:
    """The lock file of a store where two models were pulled."""
    pytest.importorskip("huggingface_hub")
    other = environment | {"NEWSBRIEFS_MODELS": str(tmp_path / "other")}
    assert _run(other, "pull", "flan-t5-small", "bart-large-cnn").exit_code == 0
    return (tmp_path / "other" / "models.lock.json").rename(tmp_path / "reviewed lock.json")


def test_pull_and_verify_by_a_lock(environment: dict[str, str], reviewed: Path) -> None:
    """Exit status 1 before, 0 after, and 1 again once a byte has changed; the command that mends it is named."""
    asked = ["verify", "--lock", str(reviewed)]
    mend = f"run `newsbriefs models pull --lock '{reviewed}'` to mend it"
    before = _run(environment, *asked)
    assert (before.exit_code, before.stdout.splitlines()[-1]) == (1, f"flan-t5-small: {mend}")
    pulled = _run(environment, "pull", "--lock", str(reviewed))
    assert (pulled.exit_code, pulled.stdout) == (0, "")
    sound = _run(environment, *asked)
    assert (sound.exit_code, sound.stdout) == (0, "bart-large-cnn: ok\nflan-t5-small: ok\n")
    config = Path(environment["NEWSBRIEFS_MODELS"]) / "bart-large-cnn" / "config.json"
    config.write_text("[]")
    broken = _run(environment, *asked)
    assert broken.exit_code == 1
    assert broken.stdout.splitlines()[0].startswith("bart-large-cnn: config.json has SHA-256 ")
    assert broken.stdout.splitlines()[1:] == [f"bart-large-cnn: {mend}", "flan-t5-small: ok"]


def test_a_restart_by_a_lock_needs_neither_hub_nor_its_client(
    environment: dict[str, str], reviewed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An image without the extra verifies what lies there; only fetching asks for the package."""
    arguments = ["pull", "--lock", str(reviewed)]
    assert _run(environment, *arguments).exit_code == 0
    monkeypatch.setattr("service.engines.models.hub.find_spec", lambda name: None)
    down = environment | {"HF_ENDPOINT": "http://127.0.0.1:9"}
    assert _run(down, *arguments).exit_code == 0
    (Path(environment["NEWSBRIEFS_MODELS"]) / "bart-large-cnn" / "config.json").unlink()
    broken = _run(down, *arguments)
    assert (broken.exit_code, "pip install 'newsbriefs[neural]'" in broken.stderr) == (1, True)


def test_pull_by_a_lock_runs_as_a_command(environment: dict[str, str], reviewed: Path) -> None:
    """As an init container does, in a home that can't be written: progress on standard error, nothing on output."""
    command = [sys.executable, "-m", "service.cli", "models", "pull", "--lock", str(reviewed)]
    home = {"HOME": "/proc/no-home", "TQDM_POSITION": "-1"}  # else a bar is drawn on terminals only
    bare = {name: value for name, value in environment.items() if name != "HF_HOME"}
    done = subprocess.run(command, env=bare | home, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    lines = done.stderr.splitlines()
    assert lines[:2] == ["bart-large-cnn: not there", "flan-t5-small: not there"]
    assert f"flan-t5-small: pulling google/flan-t5-small at {COMMIT[:12]}, 695 bytes" in lines
    assert "model.safetensors: 100%" in done.stderr


def test_an_error_of_the_disk_is_one_line(environment: dict[str, str], reviewed: Path) -> None:
    """A folder where a file should be: path and reason, no traceback."""
    (Path(environment["NEWSBRIEFS_MODELS"]) / ".partial").parent.mkdir()
    (Path(environment["NEWSBRIEFS_MODELS"]) / ".partial").touch()
    broken = _run(environment, "pull", "--lock", str(reviewed))
    assert (broken.exit_code, broken.stderr.splitlines()[-1].endswith("Not a directory")) == (1, True)


def test_the_commands_of_the_document_deploy_by_the_lock(environment: dict[str, str], tmp_path: Path) -> None:
    """Chosen in one store, made anew in another, and verified; the arguments of the init container are the same."""
    pytest.importorskip("huggingface_hub")
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text("utf-8")
    script, arguments = (
        re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)```", page, re.DOTALL)[1]  # type: ignore[index]
        for name in ("lock", "init container")
    )
    bare = {name: value for name, value in environment.items() if name != "NEWSBRIEFS_MODELS"}
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-euc", script.replace("=/models ", f"={tmp_path}/deployed ")],
        env=bare | {"HOME": str(tmp_path), "PATH": path}, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "bart-large-cnn: ok\nflan-t5-small: ok\n"), done.stderr
    words = [word.replace("/etc/newsbriefs", str(tmp_path)) for word in yaml.safe_load(arguments)["args"]]
    again = CliRunner(env=bare | {"NEWSBRIEFS_MODELS": f"{tmp_path}/deployed"}).invoke(main, words)
    assert (again.exit_code, again.stderr.count("already there")) == (0, 2)
