"""`newsbriefs models`, against a local server that speaks the hub's protocol."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
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
