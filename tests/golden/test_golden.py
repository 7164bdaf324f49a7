"""The answers for the seeds, kept to be read by an editor; `make golden` writes them anew."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

pytestmark = pytest.mark.apertium
HERE = Path(__file__).parent
SEEDS = sorted((HERE.parent.parent / "seeds").glob("*.txt"))
LANGUAGES = ["en", "es", "fr", "pt", "it", "ca"]


def _lasting(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what changes from run to run or with a package's version."""
    kept = {key: value for key, value in answer.items() if key not in ("id", "timings_ms", "cache", "engines")}
    for brief in kept["briefs"]:
        for step in brief["route"]:
            del step["revision"]
    return kept


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_answer_for_a_seed(client: FlaskClient, seed: Path, request: pytest.FixtureRequest) -> None:
    """Six languages, five quotes: exactly as an editor last accepted it."""
    body = {"text": seed.read_text(encoding="utf-8"), "languages": LANGUAGES, "quotes": 5}
    found = _lasting(json.loads(client.post("/summarize", json=body).data))
    golden = HERE / f"{seed.stem}.json"
    if request.config.getoption("--golden-write"):
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert json.loads(golden.read_text(encoding="utf-8")) == found
