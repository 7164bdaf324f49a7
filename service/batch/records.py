"""The output: one finished line as one line of JSON, and what is read of it when a run goes on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic_core import from_json

from service.batch.lines import Line
from service.errors import NewsbriefsError
from service.web.problems import problem_of

_PASSING = frozenset({429, 499})


class BatchRefused(Exception):
    """A run can't begin or go on as asked; the message says how it could."""


class BatchBroken(BatchRefused):
    """The output can't be written any more; what it holds is sound."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: the JSON of its answer, or the error that stands for it."""

    line: Line
    result: bytes | None = None
    error: NewsbriefsError | None = None
    problem: bytes | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run that goes on must know of a finished line; `passing` where another try may end otherwise."""

    number: int
    digest: str
    options: str
    status: Literal["done", "failed"]
    passing: bool


def written(outcome: Outcome, options: str) -> bytes:
    """The line of output, its end included; the answer stands in it byte for byte."""
    line = outcome.line
    problem = outcome.problem
    if outcome.error is not None:
        problem = _problem(outcome.error)
    head = {"line": line.number, "id": line.id, "input": line.digest, "options": options}
    status = b"done" if outcome.result is not None else b"failed"
    opened = json.dumps(head, ensure_ascii=False).encode()[:-1]
    tail = (status, outcome.result or b"null", problem or b"null")
    return opened + b', "status": "%s", "result": %s, "problem": %s}\n' % tail


def kept(line: bytes) -> Kept | None:
    """What stands in a line of output, or None where it is none of ours."""
    try:
        found = from_json(line)
        number, digest, options, status = (found[name] for name in ("line", "input", "options", "status"))
        ours = isinstance(number, int) and number > 0 and len(digest) == 64 and status in ("done", "failed")
        return Kept(number, digest, options, status, _passing(found)) if ours else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _problem(error: NewsbriefsError) -> bytes:
    """The problem document of the HTTP API; without the id of a request, for there was none."""
    document = json.loads(problem_of(error, "").get_data())
    del document["request_id"]
    return json.dumps(document, ensure_ascii=False).encode()


def _passing(found: Mapping[str, Any]) -> bool:
    """Whether the line, or one of its languages, failed for a reason that may pass: time, load, an engine that died."""
    problems = [found["problem"], *(brief.get("problem") for brief in (found["result"] or {}).get("briefs", []))]
    statuses = [problem.get("status", 500) for problem in problems if problem is not None]
    return any(status in _PASSING or status >= 500 for status in statuses)
