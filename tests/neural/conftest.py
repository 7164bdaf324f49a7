"""Tests on small real models: left out where torch is not installed."""

from importlib.util import find_spec
from pathlib import Path

import pytest

_MISSING = [name for name in ("torch", "transformers", "sentencepiece", "ctranslate2") if find_spec(name) is None]
_THIRD_PARTY_WARNINGS = (
    "ignore::DeprecationWarning:importlib._bootstrap",
    "ignore:builtin type .* has no __module__ attribute:DeprecationWarning",
    "ignore::UserWarning:transformers.generation.utils",
)

if _MISSING:
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.neural.fixtures import _one_thread, load, rows, toy  # noqa: F401


def pytest_report_header() -> str:
    """Say what is left out, and why."""
    left_out = f"left out: {', '.join(_MISSING)} not installed"
    return f"tests/neural: {left_out if _MISSING else 'on small real models'}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Warnings that the libraries' own code makes are no errors here; ours are."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            for warning in _THIRD_PARTY_WARNINGS:
                item.add_marker(pytest.mark.filterwarnings(warning))
