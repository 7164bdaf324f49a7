"""SECURITY.md: what it says holds attackers off is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.split("|")] for line in PAGE.splitlines() if line.startswith("|")][2:]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[2])
def test_every_defence_names_code_and_tests_that_exist(row: list[str]) -> None:
    """Each row names at least one file or folder of code and one of tests, and all of them are there."""
    code, tests = (re.findall(r"`([^`]+)`", cell) for cell in (row[4], row[5]))
    assert code != []
    assert tests != []
    missing = [name for name in code if not any((base / name).exists() for base in (ROOT / "service", ROOT))]
    assert (
        missing + [name for name in tests if not any((base / name).exists() for base in (ROOT / "tests", ROOT))] == []
    )


def test_every_link_leads_somewhere() -> None:
    """No relative link is broken."""
    assert [target for target in re.findall(r"\]\(([^)#:]+)\)", PAGE) if not (ROOT / target).exists()] == []


def test_every_setting_is_one() -> None:
    """The page names no variable that the settings do not have."""
    known = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    named = {name.removesuffix("_FILE") for name in re.findall(r"NEWSBRIEFS_[A-Z_]+", PAGE)}
    assert {name for name in named if f"`{name}`" not in known} == set()
