"""The input: one request a line, read one at a time, so that its size does not matter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, BinaryIO

from pydantic_core import from_json

from service.errors import BodyTooLarge, FieldProblem, InvalidField, MalformedBody, NewsbriefsError
from service.web.intake import validate
from service.web.schemas import SummarizeRequest

_BLOCK = 1_048_576
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it stands, without its end; `number` counts from 1, `body` is None where it is too long."""

    number: int
    digest: str
    size: int
    body: bytes | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is understood: a request, or the error that it is; `id` is the user's own."""

    number: int
    digest: str
    id: str | int | float | None
    request: SummarizeRequest | None
    error: NewsbriefsError | None = None


def count_lines(source: BinaryIO) -> int:
    """How many lines there are, the last with or without its end; the file is read, and set back."""
    count, last = 0, b"\n"
    source.seek(0)
    while block := source.read(_BLOCK):
        count += block.count(b"\n")
        last = block[-1:]
    source.seek(0)
    return count + (last != b"\n")


def raw_lines(source: BinaryIO, *, most_bytes: int) -> Iterator[RawLine]:
    """Every line that is not blank; of one over `most_bytes` no more than that is held in memory."""
    number = 0
    while start := source.readline(most_bytes + 2):
        number += 1
        start = start.removeprefix(_BOM) if number == 1 else start
        digest, size = sha256(start.rstrip(b"\r\n")), len(start.rstrip(b"\r\n"))
        whole = start.endswith(b"\n") or len(start) <= most_bytes
        while not start.endswith(b"\n") and (more := source.readline(_BLOCK)):
            digest.update(more.rstrip(b"\r\n"))
            size += len(more.rstrip(b"\r\n"))
            start, whole = more, False
        body = start.rstrip(b"\r\n") if whole else None
        if body is None or body.strip():
            yield RawLine(number, digest.hexdigest(), size, body)


def read_line(raw: RawLine, *, defaults: Mapping[str, Any], most_bytes: int) -> Line:
    """The request in a line: an object like the body of POST /summarize with an `id` besides, or a string, the text."""
    given: Any = None
    try:
        given = _document(raw, most_bytes)
        number = _id(given)
        request = validate({**defaults, **{name: value for name, value in given.items() if name != "id"}})
        return Line(raw.number, raw.digest, number, request)
    except NewsbriefsError as error:
        known = given.get("id") if isinstance(given, dict) else None
        return Line(raw.number, raw.digest, known if _is_id(known) else None, None, error)


def _document(raw: RawLine, most_bytes: int) -> dict[str, Any]:
    if raw.body is None:
        raise BodyTooLarge(f"the line has {raw.size} bytes, over the limit of {most_bytes}; send the article in parts")
    try:
        found = from_json(raw.body.decode("utf-8"), allow_inf_nan=False)
    except UnicodeDecodeError as error:
        raise MalformedBody(f"the line is not UTF-8: byte {error.start} is wrong; write UTF-8") from error
    except ValueError as error:
        raise MalformedBody(f"the line is not JSON: {error}") from error
    if isinstance(found, str):
        return {"text": found}
    if not isinstance(found, dict):
        raise InvalidField([FieldProblem("", "the line is neither an object nor a string; give one of the two")])
    return found


def _is_id(value: Any) -> bool:
    """Null, a string, or a number that every reader of JSON can hold."""
    number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**63
    return value is None or isinstance(value, str) or number


def _id(given: dict[str, Any]) -> str | int | float | None:
    value: str | int | float | None = given.get("id")
    if not _is_id(value):
        raise InvalidField([FieldProblem("/id", "give a string or a number, or leave it out")])
    return value
