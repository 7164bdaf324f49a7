"""What is said to a client before, or without, the application: problem documents as bytes on the wire."""

import json
import uuid
from http import HTTPStatus

from gunicorn.http import errors as faults

_STATUS: dict[type[Exception], int] = {
    faults.LimitRequestLine: 414,
    faults.LimitRequestHeaders: 431,
    faults.ExpectationFailed: 417,
    faults.UnsupportedTransferCoding: 501,
    faults.ConfigurationProblem: 500,
    # These two are about what we say, not about what the client said.
    faults.InvalidResponseHeader: 500,
    faults.InvalidResponseHeaderName: 500,
}


def status_of_fault(fault: Exception) -> int:
    """The HTTP status of what gunicorn's parser, or anything outside the application, raised."""
    return _STATUS.get(type(fault), 400) if isinstance(fault, faults.ParseException) else 500


def detail_of_fault(fault: Exception) -> str:
    """What is wrong, from the name of its class: its message may quote the request."""
    if status_of_fault(fault) == 500:
        return "the service failed on this request; report its request_id"
    name = type(fault).__name__.replace("HTTP", "Http").replace("URI", "Uri")
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    return f"the request is not HTTP as it should be: {words}"


def refusal(status: int, detail: str, request_id: str | None = None) -> bytes:
    """A whole answer with a problem document, which closes the connection."""
    phrase, request_id = HTTPStatus(status).phrase, request_id or uuid.uuid4().hex
    document = {
        "type": "urn:newsbriefs:problem:" + phrase.lower().replace(" ", "-"),
        "title": phrase,
        "status": status,
        "detail": detail,
        "errors": [],
        "request_id": request_id,
    }
    body = json.dumps(document).encode()
    retry = "Retry-After: 1\r\n" if status == 503 else ""
    head = (
        f"HTTP/1.1 {status} {phrase}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n"
        f"X-Request-ID: {request_id}\r\n{retry}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
