"""Requests made from the OpenAPI document: no 5xx, and no answer outside the schema.

`make fuzz` sends 5,000 to `/summarize`; `make test` a part of it.
"""

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.bootstrap import Services
from service.web.app import create_app

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "300"))
RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
CALLS = [("/summarize", "POST", mode, EXAMPLES // 2) for mode in (RIGHT, WRONG)]
CALLS += [(path, "GET", RIGHT, 1) for path in ("/languages", "/models", "/livez", "/readyz")]


@pytest.fixture(scope="module")
def schema(services: Services) -> BaseSchema:
    """The document of the real application, which answers the generated requests."""
    return schemathesis.openapi.from_wsgi("/openapi.json", create_app(services))


def _in_a_hurry(body: object) -> bool:
    """Whether the request gave so few seconds that a busy machine may honestly be too late."""
    seconds = body.get("timeout_seconds") if isinstance(body, dict) else None
    return isinstance(seconds, int | float) and seconds < 5


@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("path", "method", "mode", "examples"), CALLS)
def test_generated_requests(schema: BaseSchema, path: str, method: str, mode: GenerationMode, examples: int) -> None:
    """Right ones and wrong ones: every answer has a documented status, type and shape, and none is a 5xx."""
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
        answer = case.call()
        seen.add(answer.status_code)
        assert answer.status_code < 500 or (answer.status_code == 504 and _in_a_hurry(case.body))
        # A valid document may still ask for what can't be done: a language nobody offers, a text without a sentence.
        case.validate_response(answer, excluded_checks=[positive_data_acceptance])

    send()
    assert (200 in seen) == (mode is RIGHT)
