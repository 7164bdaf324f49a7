"""Requests made from the OpenAPI document: no 5xx, and no answer outside the schema.

`make fuzz` sends 5,000, with keys off and with keys on; `make test` a part of them.
"""

import os
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.bootstrap import Services
from service.config import Settings
from service.stores.key_file import KeyFile
from service.web.app import create_app

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))
RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
CALLS = [("/summarize", "POST", mode, EXAMPLES // 4) for mode in (RIGHT, WRONG)]
CALLS += [("/jobs", "POST", mode, EXAMPLES // 8) for mode in (RIGHT, WRONG)]
CALLS += [("/jobs/{id}", method, RIGHT, EXAMPLES // 30) for method in ("GET", "DELETE")]
CALLS += [(path, "GET", RIGHT, 1) for path in ("/languages", "/models", "/livez", "/readyz", "/metrics")]
# No job is there under an id that was made up.
NEVER_FOUND = {"/jobs/{id}"}


@pytest.fixture(scope="module", params=["off", "on"])
def keys(request: pytest.FixtureRequest) -> str:
    """Whether callers need a key."""
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def headers(keys: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What every call sends: with keys on, one that may do everything."""
    if keys == "off":
        return {}
    file = tmp_path_factory.getbasetemp() / "fuzz-keys.json"
    _, printed = KeyFile(file).add("fuzz", rate="1000000/minute", expires=None, scopes=("summarize", "jobs", "metrics"))
    return {"Authorization": f"Bearer {printed}"}


@pytest.fixture(scope="module")
def schema(
    services: Services, keys: str, headers: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BaseSchema]:
    """The document of the real application, which answers the generated requests."""
    base = tmp_path_factory.getbasetemp()
    named = {
        "NEWSBRIEFS_KEYS": keys,
        "NEWSBRIEFS_KEYS_FILE": str(base / "fuzz-keys.json"),
        "NEWSBRIEFS_DATA": str(tmp_path_factory.mktemp("fuzz")),
    }
    fuzzed = Services(Settings.from_env(named), services.loaded)
    fuzzed.load()
    yield schemathesis.openapi.from_wsgi("/openapi.json", create_app(fuzzed))
    assert fuzzed.jobs is not None
    fuzzed.jobs.stop(grace_seconds=0)
    fuzzed.scheduler.close(5)


def _in_a_hurry(body: object) -> bool:
    """Whether the request gave so few seconds that a busy machine may honestly be too late."""
    seconds = body.get("timeout_seconds") if isinstance(body, dict) else None
    return isinstance(seconds, int | float) and seconds < 5


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("path", "method", "mode", "examples"), CALLS)
def test_generated_requests(
    schema: BaseSchema, headers: dict[str, str], path: str, method: str, mode: GenerationMode, examples: int
) -> None:
    """Right ones and wrong ones: every answer has a documented status, type and shape, and none is a 5xx.

    With keys on each is also sent without its key, and with a wrong one.
    """
    operation = schema[path][method]
    seen: set[int] = set()

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(data=st.data())
    def send(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy(generation_mode=mode))
        answer = case.call(headers=headers)
        seen.add(answer.status_code)
        assert answer.status_code < 500 or (answer.status_code == 504 and _in_a_hurry(case.body))
        # A valid document may still ask for what can't be done: a language nobody offers, a text without a sentence.
        case.validate_response(answer, excluded_checks=[positive_data_acceptance], headers=headers)

    send()
    done = bool({200, 202} & seen)
    if mode is RIGHT:
        assert done == (path not in NEVER_FOUND)
    else:
        # With keys on a request may be wrong in its key alone, which `headers` sets right.
        assert not done or headers
