"""The Flask application: routes, and nothing that decides anything."""

import json
import re
import time
import uuid
from pathlib import Path

import structlog
from flask import Blueprint, Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from service.bootstrap import Services
from service.errors import BodyTooLarge, NewsbriefsError
from service.pipeline.languages import offered_languages
from service.text.tags import english_name
from service.web.intake import check_accepted, check_media, parse_body
from service.web.openapi import openapi_document
from service.web.pages import pages
from service.web.problems import problem, problem_of, problem_of_http
from service.web.schemas import WireAlive, WireLanguage, WireLoaded, WireModel, WirePart, WireReady
from service.web.summarize import summarize

log = structlog.get_logger(__name__)
api = Blueprint("api", __name__)

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_MOST_DRAINED = 33_554_432
_CSP = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def create_app(services: Services) -> Flask:
    """An application around `services`; loading the engines is the caller's to start."""
    app = Flask("service.web", static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    # One byte more than allowed: of a chunked body Werkzeug reads so much and drops the rest without a word.
    app.config["MAX_CONTENT_LENGTH"] = services.settings.max_body_bytes + 1
    app.extensions["newsbriefs"] = services
    app.register_blueprint(api)
    app.register_blueprint(pages)
    app.before_request(_begin)
    app.after_request(_end)
    app.register_error_handler(NewsbriefsError, lambda error: problem_of(error, g.request_id))
    app.register_error_handler(HTTPException, lambda error: problem_of_http(error, g.request_id))
    app.register_error_handler(Exception, _unforeseen)
    return app


def services() -> Services:
    """The services of the application that is answering."""
    found: Services = current_app.extensions["newsbriefs"]
    return found


def _begin() -> None:
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    g.began = time.monotonic()


def _end(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    response.headers.setdefault("Content-Security-Policy", _CSP)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    log.info(
        "request",
        method=request.method,
        route=request.url_rule.rule if request.url_rule else None,
        status=response.status_code,
        ms=round((time.monotonic() - g.began) * 1000, 1),
        request_id=g.request_id,
    )
    return response


def _unforeseen(error: Exception) -> Response:
    # The message of a foreign exception may hold article text, so only where it came from is logged.
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("unforeseen", error=type(error).__name__, where=frames[-8:], request_id=g.request_id)
    return problem(500, "the service failed on this request; report its request_id", g.request_id)


def _body() -> bytes:
    limit = services().settings.max_body_bytes
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        _drain()
        raise _too_large(limit) from error
    if len(body) > limit:
        raise _too_large(limit)
    return body


def _drain() -> None:
    """Read what the client is still sending, up to a bound: many clients look for an answer only after that."""
    left = min(request.content_length or 0, _MOST_DRAINED)
    while left > 0 and (chunk := request.environ["wsgi.input"].read(min(left, 65_536))):
        left -= len(chunk)


def _too_large(limit: int) -> BodyTooLarge:
    size = "more" if request.content_length is None else f"{request.content_length} bytes, more"
    return BodyTooLarge(f"the body is {size} than the limit of {limit} bytes; send the article in parts")


def _json(body: str | bytes, status: int = 200) -> Response:
    return Response(body, status=status, mimetype="application/json")


@api.post("/summarize")
def post_summarize() -> Response:
    """An article in, briefs and key quotes out."""
    check_media(request)
    check_accepted(request, "application/json")
    return _json(summarize(services(), parse_body(_body()), began=g.began))


@api.get("/languages")
def get_languages() -> Response:
    """What can be briefed from what."""
    offered = offered_languages(services().engines().translator)
    rows = [
        WireLanguage(code=code, name=english_name(code), targets=list(targets)).model_dump()
        for code, targets in offered.items()
    ]
    return _json(json.dumps(rows, ensure_ascii=False))


@api.get("/models")
def get_models() -> Response:
    """Engines and models that are loaded."""
    engines = services().engines()
    models = [
        WireModel(
            name=model.name,
            revision=model.revision,
            licence=model.licence,
            tier=model.tier,
            languages=list(model.languages),
        )
        for model in engines.models()
    ]
    return _json(WireLoaded(profile=engines.profile, models=models).model_dump_json())


@api.get("/livez")
def get_livez() -> Response:
    """The process can answer."""
    return _json(WireAlive(status="ok").model_dump_json())


@api.get("/readyz")
def get_readyz() -> Response:
    """Every engine of the profile is loaded."""
    parts = services().parts()
    ready = all(part.status == "ok" for part in parts)
    wire = WireReady(
        status="ok" if ready else "unavailable",
        parts=[WirePart(name=part.name, status=part.status, detail=part.detail) for part in parts],
    )
    return _json(wire.model_dump_json(), 200 if ready else 503)


@api.get("/openapi.json")
def get_openapi() -> Response:
    """The OpenAPI 3.1 document."""
    return _json(json.dumps(openapi_document(), ensure_ascii=False))
