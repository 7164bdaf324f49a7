"""Errors as problem documents (RFC 9457): one table from error class to status."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from flask import Response
from werkzeug.exceptions import HTTPException

from service import errors
from service.errors import FieldProblem, InvalidField, NewsbriefsError, ServiceError

MEDIA_TYPE = "application/problem+json"

STATUS: Mapping[type[NewsbriefsError], int] = {
    errors.MalformedBody: 400,
    errors.NotAcceptable: 406,
    errors.BodyTooLarge: 413,
    errors.UnsupportedMedia: 415,
    errors.InvalidField: 422,
    errors.LanguageUnsupported: 422,
    errors.Unauthorised: 401,
    errors.Forbidden: 403,
    errors.JobUnknown: 404,
    errors.KeyReused: 409,
    errors.RateLimited: 429,
    errors.NotReady: 503,
    errors.Overloaded: 503,
    errors.StoreUnavailable: 503,
    # Nobody hears it; 499 is what nginx writes in its log for a client that went away.
    errors.Cancelled: 499,
    errors.DeadlinePassed: 504,
    errors.EngineError: 500,
    errors.EngineUnavailable: 503,
    errors.ModelMissing: 503,
    errors.EngineTimeout: 504,
    errors.EngineCancelled: 499,
    errors.UnusableOutput: 500,
    errors.NoRoute: 422,
    errors.CeilingTooLow: 422,
    errors.CheckFailed: 422,
    errors.ConfigError: 500,
    errors.ModelStoreError: 500,
}


# Title and status that a failed brief carries, by the reason of its engine error.
BRIEF_PROBLEMS: Mapping[str, tuple[str, int]] = {
    kind.reason: (kind.title, status) for kind, status in STATUS.items() if issubclass(kind, errors.EngineError)
}


_DETAIL = {
    404: "nothing is served at this path; GET /openapi.json lists what is",
    405: "this path does not take this method; the Allow header lists those it takes",
}


def status_of(error: NewsbriefsError) -> int:
    """The HTTP status of `error`, by its class or its nearest listed parent."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def document_of(error: NewsbriefsError, request_id: str) -> dict[str, Any]:
    """The problem document for one of our own errors, as a JSON object."""
    fields = error.problems if isinstance(error, InvalidField) else ()
    return _document(status_of(error), str(error), request_id, fields)


def problem_of(error: NewsbriefsError, request_id: str) -> Response:
    """The problem document for one of our own errors, with its headers."""
    document = document_of(error, request_id)
    response = _response(document)
    if isinstance(error, ServiceError | errors.RateLimited) and error.retry_after_seconds is not None:
        response.headers["Retry-After"] = str(error.retry_after_seconds)
    if isinstance(error, errors.RateLimited):
        response.headers.update(error.headers)
    if isinstance(error, errors.Unauthorised):
        response.headers["WWW-Authenticate"] = 'Bearer realm="newsbriefs"'
    return response


def problem_of_http(error: HTTPException, request_id: str) -> Response:
    """The problem document for an HTTP error of the framework (404, 405, 413 …), with its headers."""
    status = error.code or 500
    response = problem(status, _DETAIL.get(status, error.description or HTTPStatus(status).phrase), request_id)
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    return response


def problem(status: int, detail: str, request_id: str) -> Response:
    """A problem document with a status of its own."""
    return _response(_document(status, detail, request_id, ()))


def _document(status: int, detail: str, request_id: str, fields: Sequence[FieldProblem]) -> dict[str, Any]:
    phrase = _phrase(status)
    return {
        "type": problem_type(phrase),
        "title": phrase,
        "status": status,
        "detail": detail,
        "errors": [{"pointer": field.pointer, "detail": field.detail} for field in fields],
        "request_id": request_id,
    }


def _response(document: dict[str, Any]) -> Response:
    body = json.dumps(document, ensure_ascii=False)
    return Response(body, status=document["status"], mimetype=MEDIA_TYPE)


def _phrase(status: int) -> str:
    return "Client Closed Request" if status == 499 else HTTPStatus(status).phrase


def problem_type(name: str) -> str:
    """The URN that names a kind of problem: `urn:newsbriefs:problem:not-found`."""
    return "urn:newsbriefs:problem:" + name.lower().replace(" ", "-")
