"""The bytes of a request's body, never more than allowed."""

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from service.errors import BodyTooLarge

_MOST_DRAINED = 33_554_432


def read_body(request: Request, *, limit: int) -> bytes:
    """The body; raises BodyTooLarge where it has more than `limit` bytes."""
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        _drain(request)
        raise _too_large(request, limit) from error
    if len(body) > limit:
        raise _too_large(request, limit)
    return body


def _drain(request: Request) -> None:
    """Read what the client is still sending, up to a bound: many clients look for an answer only after that."""
    left = min(request.content_length or 0, _MOST_DRAINED)
    while left > 0 and (chunk := request.environ["wsgi.input"].read(min(left, 65_536))):
        left -= len(chunk)


def _too_large(request: Request, limit: int) -> BodyTooLarge:
    size = "more" if request.content_length is None else f"{request.content_length} bytes, more"
    return BodyTooLarge(f"the body is {size} than the limit of {limit} bytes; send the article in parts")
