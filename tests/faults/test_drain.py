"""A service that is told to stop finishes what it has begun."""

from pathlib import Path

import pytest

from tests.server import drained, serving


@pytest.mark.apertium
def test_sigterm_drops_nothing(tmp_path: Path) -> None:
    """All callers that were under way are answered in full, and the process ends cleanly."""
    with serving(tmp_path) as (base, process):
        answers = drained(base, process, 6)
        assert [(200, ["ok"] * 4)] * 6 == answers
        assert 0 == process.wait(timeout=60)
