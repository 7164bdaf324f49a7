"""`scripts/audit`: what it makes of pip-audit's reports."""

import json
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "audit"
SOUND = {"name": "flask", "version": "3.1.3", "vulns": []}
FLAWED = {"name": "lxml", "version": "5.0.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["5.0.1", "5.1.0"]}]}
UNMENDED = {"name": "click", "version": "8.0.0", "vulns": [{"id": "PYSEC-2026-2", "fix_versions": []}]}
SKIPPED = {"name": "torch", "skip_reason": "Dependency not found on PyPI and could not be audited: torch (2.9.0)"}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    """The script, as a module."""
    loader = SourceFileLoader("audit_script", str(SCRIPT))
    module = module_from_spec(spec_from_loader(loader.name, loader))  # type: ignore[arg-type]
    loader.exec_module(module)
    return module


def _report(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_nothing_found(audit: ModuleType) -> None:
    """It passes, and names what the service does not know."""
    outcome, lines = audit.read_report(_report(SOUND, SKIPPED))
    assert (outcome, audit.exit_status(outcome, required=True)) == (audit.ASKED, 0)
    assert lines == [
        "1 packages audited, no known flaw",
        "not known to the advisory service, and so not audited: torch",
    ]


@pytest.mark.parametrize("required", [True, False])
def test_a_finding_fails(audit: ModuleType, required: bool) -> None:
    """Always; each finding is told with the versions that mend it."""
    outcome, lines = audit.read_report(_report(SOUND, FLAWED, UNMENDED))
    assert (outcome, audit.exit_status(outcome, required=required)) == (audit.FOUND, 1)
    assert lines == [
        "lxml 5.0.0: PYSEC-2026-1 (mended in 5.0.1, 5.1.0)",
        "click 8.0.0: PYSEC-2026-2 (mended in no version yet)",
    ]


@pytest.mark.parametrize("report", [_report(SKIPPED), _report(), "", "[]", "null", "no JSON"])
def test_nobody_could_be_asked(audit: ModuleType, report: str) -> None:
    """Without a way out it passes with a warning, and fails where an audit is required."""
    outcome, lines = audit.read_report(report)
    assert (outcome, len(lines)) == (audit.UNASKED, 1)
    assert [audit.exit_status(outcome, required=required) for required in (False, True)] == [0, 1]
