"""What loads a model forbids this process every call to a hub; tests of pulling must not come under it."""

import sys

import pytest

from service.engines.models.store import OFFLINE


@pytest.fixture(autouse=True)
def _online(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo for one test what `offline_environment` did in tests before it."""
    for name in OFFLINE:
        monkeypatch.delenv(name, raising=False)
    constants = sys.modules.get("huggingface_hub.constants")
    if constants is not None:
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
