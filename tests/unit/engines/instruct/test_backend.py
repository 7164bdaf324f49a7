"""Which chat model is taken: a server's, the one that is named, or the only one that is pulled."""

from pathlib import Path

import pytest

from service.config import Settings
from service.engines.instruct_backend import is_wanted, model_folder
from service.engines.models.catalogue import load_catalogue
from service.engines.models.store import ModelStore
from service.errors import EngineUnavailable


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A store without models."""
    return Settings.from_env({"NEWSBRIEFS_MODELS": str(tmp_path / "models")})


def pull(settings: Settings, name: str) -> None:
    """Put a model's folder into the store by hand."""
    folder = settings.models / name
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}", encoding="utf-8")
    ModelStore(settings.models).adopt(load_catalogue().models[name], revision="0" * 40)


def named(settings: Settings, name: str) -> Settings:
    """The same store, with a model named."""
    return Settings.from_env({"NEWSBRIEFS_MODELS": str(settings.models), "NEWSBRIEFS_INSTRUCT_MODEL": name})


def test_nothing_pulled_is_nothing_wanted(settings: Settings) -> None:
    """Without a model nothing changes; a translation model is no chat model."""
    pull(settings, "opus-mt-en-fr")
    assert not is_wanted(settings)
    with pytest.raises(EngineUnavailable, match="newsbriefs models pull NAME"):
        model_folder(settings)


def test_the_only_pulled_one_is_taken(settings: Settings) -> None:
    """Pulling it is enough."""
    pull(settings, "qwen3-0.6b")
    assert (True, settings.models / "qwen3-0.6b") == (is_wanted(settings), model_folder(settings))


def test_of_several_one_must_be_named(settings: Settings) -> None:
    """None is picked in silence."""
    pull(settings, "qwen3-0.6b")
    pull(settings, "smollm3-3b")
    with pytest.raises(EngineUnavailable, match=r"2 chat models are pulled \(qwen3-0.6b, smollm3-3b\)"):
        model_folder(settings)
    assert settings.models / "smollm3-3b" == model_folder(named(settings, "smollm3-3b"))


def test_a_folder_may_be_named(settings: Settings, tmp_path: Path) -> None:
    """A model that lies outside the store; what is neither is told with what is pulled."""
    pull(settings, "qwen3-0.6b")
    assert tmp_path == model_folder(named(settings, str(tmp_path)))
    with pytest.raises(EngineUnavailable, match=r"'gone': no pulled model and no folder; pulled: qwen3-0\.6b"):
        model_folder(named(settings, "gone"))
