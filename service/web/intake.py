"""From the bytes of a request body to a `BriefRequest`, or an error that names value, limit and remedy."""

import json
import time
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

import flask
from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from service.cancellation import Cancellation
from service.config import Settings
from service.errors import BodyTooLarge, FieldProblem, InvalidField, MalformedBody, NotAcceptable, UnsupportedMedia
from service.pipeline.lengths import named_ceiling
from service.records import BriefRequest, Ceiling, GlossaryEntry
from service.web.schemas import LENGTH_LIMITS, GlossaryTerm, LengthLimit, SummarizeRequest

Request = TypeVar("Request", bound=SummarizeRequest)

_SHOWN = 60
# The share of a deadline that engines have; in the rest the answer is checked, written and sent.
_FOR_ENGINES = 0.95

# What is allowed, by the kind of Pydantic's error; its own messages speak of Python.
_WANTED = {
    "bool_type": "give true or false",
    "dict_type": "give an object",
    "float_type": "give a number",
    "greater_than": "give more than {gt:g}",
    "greater_than_equal": "give at least {ge}",
    "int_type": "give a whole number",
    "less_than_equal": "give at most {le}",
    "list_type": "give a list",
    "literal_error": "allowed: {expected}",
    "model_type": "give an object",
    "string_too_long": "give at most {max_length} characters",
    "string_too_short": "give at least {min_length} character(s)",
    "string_type": "give a string",
    "too_long": "give at most {max_length}",
    "too_short": "give at least {min_length}",
}


def check_media(request: flask.Request) -> None:
    """Refuse a body that is not JSON in UTF-8, uncompressed."""
    if request.mimetype != "application/json":
        raise UnsupportedMedia(
            f"the body is sent as {request.mimetype or 'an unknown type'}; send it with Content-Type: application/json"
        )
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower() not in ("utf-8", "utf8"):
        raise UnsupportedMedia(f"the body is sent in charset {charset!r}; send it in UTF-8")
    encoding = request.headers.get("Content-Encoding", "identity")
    if encoding.lower() != "identity":
        raise UnsupportedMedia(f"the body is sent with Content-Encoding {encoding!r}; send it uncompressed")


def check_accepted(request: flask.Request, *types: str) -> str:
    """The one of `types` that the caller likes best, the first of equals; raises NotAcceptable where it takes none."""
    accepted = request.accept_mimetypes
    if not accepted:
        return types[0]
    best = max(types, key=accepted.quality)
    if not accepted.quality(best):
        raise NotAcceptable(f"the answer is {' or '.join(types)}, which Accept: {accepted} leaves out")
    return best


def parse_body(body: bytes) -> SummarizeRequest:
    """The request in `body`; raises MalformedBody or InvalidField."""
    return validate(parse_document(body))


def parse_document(body: bytes) -> Any:
    """The JSON document in `body`; raises MalformedBody."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedBody(f"the body is not UTF-8: byte {error.start} is wrong; send UTF-8") from error
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError as error:
        raise MalformedBody(f"the body is not JSON: {error}") from error


def validate(document: Any) -> SummarizeRequest:
    """The request in a parsed JSON document; raises InvalidField with a pointer to each wrong field."""
    return validate_as(SummarizeRequest, document)


def validate_as(model: type[Request], document: Any) -> Request:
    """The same for a request with more fields."""
    try:
        request = model.model_validate(document)
    except ValidationError as error:
        raise InvalidField([_field_problem(item, model) for item in error.errors()]) from error
    problems = [*_length_problems(request), *_glossary_problems(request)]
    if problems:
        raise InvalidField(problems)
    return request


def to_brief_request(
    request: SummarizeRequest,
    settings: Settings,
    *,
    began: float | None = None,
    timeout_seconds: float | None = None,
    cancellation: Cancellation | None = None,
) -> BriefRequest:
    """The domain's request; `began` is the `time.monotonic()` at which the caller was heard.

    `timeout_seconds` takes the place of the service's own where the caller names none.
    """
    _check_size(request.text, settings)
    default = settings.timeout_seconds if timeout_seconds is None else timeout_seconds
    timeout = default if request.timeout_seconds is None else request.timeout_seconds
    if timeout > max(settings.max_timeout_seconds, default):
        raise InvalidField([FieldProblem("/timeout_seconds", _above(timeout, settings.max_timeout_seconds))])
    return BriefRequest(
        text=request.text,
        format=request.format,
        title=(request.title or "").strip() or None,
        source_language=None if request.source_language == "auto" else request.source_language,
        languages=tuple(dict.fromkeys(request.languages or settings.default_languages)),
        ceiling=_ceiling(request.length),
        quotes=request.quotes,
        translate_quotes=request.translate_quotes,
        glossary=tuple(_entry(term) for term in request.glossary),
        strict=request.strict,
        deadline=(time.monotonic() if began is None else began) + timeout * _FOR_ENGINES,
        languages_asked=bool(request.languages),
        cancellation=cancellation,
    )


def _above(timeout: float, ceiling: float) -> str:
    return f"{timeout:g} is above this service's ceiling of {ceiling:g} seconds; ask for that or less"


def _check_size(text: str, settings: Settings) -> None:
    if len(text) > settings.max_page_characters:
        raise BodyTooLarge(
            f"text has {len(text)} characters, over the limit of {settings.max_page_characters};"
            " send the article alone, or in parts"
        )


def _ceiling(length: str | LengthLimit) -> Ceiling:
    if isinstance(length, LengthLimit):
        return Ceiling(**length.model_dump(include=length.model_fields_set))
    return named_ceiling(length)


def _entry(term: GlossaryTerm) -> GlossaryEntry:
    return GlossaryEntry(term=term.term, translations=tuple((term.translations or {}).items()))


def _length_problems(request: SummarizeRequest) -> list[FieldProblem]:
    length = request.length
    if isinstance(length, LengthLimit) and len(length.model_fields_set) != 1:
        given = ", ".join(sorted(length.model_fields_set)) or "none"
        return [FieldProblem("/length", f"{given} given; give exactly one of {', '.join(LENGTH_LIMITS)}")]
    return []


def _glossary_problems(request: SummarizeRequest) -> list[FieldProblem]:
    return [
        FieldProblem(f"/glossary/{index}", "give exactly one of keep (true) and translations")
        for index, term in enumerate(request.glossary)
        if (term.keep is None) == (term.translations is None)
    ]


def _field_problem(error: ErrorDetails, model: type[SummarizeRequest]) -> FieldProblem:
    location = [part for part in error["loc"] if part not in ("[key]",)]
    if location[:1] == ["length"]:
        location = [part for part in location if part not in ("name", "limit")]
    return FieldProblem(_pointer(location), _detail(error, location, model))


def _pointer(location: Sequence[str | int]) -> str:
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)


def _detail(error: ErrorDetails, location: Sequence[str | int], model: type[SummarizeRequest]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    wanted = _WANTED.get(kind)
    if kind == "extra_forbidden":
        return _unknown_field(location, model)
    if kind == "missing":
        return f"missing; {location[-1]} is required"
    if location[-1:] == ["keep"]:
        return f"{_shown(error['input'])} given: give true, or leave it out"
    message = wanted.format(**context) if wanted else str(context.get("error", error["msg"]))
    if location == ["length"]:
        message += f"; allowed: headline, short, medium, long, or an object with one of {', '.join(LENGTH_LIMITS)}"
    return f"{_shown(error['input'])} given: {message}"


def _unknown_field(location: Sequence[str | int], model: type[SummarizeRequest]) -> str:
    name = str(location[-1])
    known = _known_fields(location, model)
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"unknown field {name!r}; {hint}allowed: {', '.join(known)}"


def _known_fields(location: Sequence[str | int], model: type[SummarizeRequest]) -> list[str]:
    if location[0] == "length" and len(location) > 1:
        return list(LENGTH_LIMITS)
    if location[0] == "glossary" and len(location) > 1:
        return list(GlossaryTerm.model_fields)
    return list(model.model_fields)


def _shown(value: object) -> str:
    """A value short enough for a message; never a long piece of an article."""
    if isinstance(value, dict | list):
        return f"{'an object' if isinstance(value, dict) else 'a list'} of {len(value)}"
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
