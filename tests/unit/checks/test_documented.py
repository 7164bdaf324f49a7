"""The table of docs/checks.md and the code name the same kinds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
TABLE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8").split("## Every kind")[1].split("\n## ")[0]


def _kinds_in_code() -> Iterator[str]:
    """The first argument of every Finding and Check that is made."""
    for path in (ROOT / "service").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Finding", "Check"):
                kind = node.args[0] if node.args else None
                if isinstance(kind, ast.Constant):
                    yield kind.value


def test_every_kind_of_check_is_documented() -> None:
    """No kind without a line, no line without a kind."""
    documented = set(re.findall(r"^\| `(\w+)`", TABLE, re.MULTILINE))
    assert documented == set(_kinds_in_code())
