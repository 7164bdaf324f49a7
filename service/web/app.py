"""The Flask application: routes, and nothing that decides anything."""

import json
import re
import time
import uuid
from contextlib import ExitStack
from itertools import chain
from pathlib import Path

import structlog
from flask import Blueprint, Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from service.bootstrap import Part, Services
from service.cancellation import Cancellation
from service.errors import Cancelled, Forbidden, NewsbriefsError, RateLimited, Unauthorised
from service.pipeline.languages import offered_languages
from service.stores.key_ring import KeyRing
from service.stores.limits import build_limits
from service.text.tags import english_name
from service.web.body import read_body
from service.web.cors import allow_origins
from service.web.guard import Guard
from service.web.hangups import Hangups
from service.web.intake import check_accepted, check_media, parse_body
from service.web.jobs import jobs
from service.web.observability import observe, route_of_request
from service.web.openapi import openapi_document
from service.web.pages import pages
from service.web.problems import problem, problem_of, problem_of_http
from service.web.readiness import readiness
from service.web.schemas import WireAlive, WireLanguage, WireLoaded, WireModel
from service.web.streaming import MEDIA_TYPE as EVENT_STREAM
from service.web.streaming import stream
from service.web.summarize import Asked, answer, check_request

log = structlog.get_logger(__name__)
api = Blueprint("api", __name__)

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
# When the client of a request was first heard, as `service.web.worker` notes it.
RECEIVED = "newsbriefs.received"
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
    limits, watching = build_limits(services.settings), Hangups()
    services.closing += [limits.close, watching.close]
    app.extensions["newsbriefs.guard"] = Guard(services.settings, KeyRing(services.settings.keys_path), limits)
    app.extensions["newsbriefs.hangups"] = watching
    for blueprint in (api, jobs, pages):
        app.register_blueprint(blueprint)
    app.before_request(_begin)
    app.after_request(_end)
    observe(app, services.metrics)
    app.before_request(_admit)
    allow_origins(app, services.settings)
    app.register_error_handler(NewsbriefsError, _refused)
    app.register_error_handler(HTTPException, lambda error: problem_of_http(error, g.request_id))
    app.register_error_handler(Exception, _unforeseen)
    return app


def services() -> Services:
    """The services of the application that is answering."""
    found: Services = current_app.extensions["newsbriefs"]
    return found


def guard() -> Guard:
    """Who decides on callers of the application that is answering."""
    found: Guard = current_app.extensions["newsbriefs.guard"]
    return found


def hangups() -> Hangups:
    """Who looks after the clients of the application that is answering."""
    found: Hangups = current_app.extensions["newsbriefs.hangups"]
    return found


def _begin() -> None:
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
    g.began = request.environ.get(RECEIVED, time.monotonic())


def _admit() -> None:
    caller = guard().admit(request)
    g.key_id, g.limit_headers = caller.key_id, caller.headers


def _end(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    response.headers.setdefault("Content-Security-Policy", _CSP)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers.extend(g.get("limit_headers", {}))
    log.info(
        "request",
        method=request.method,
        route=route_of_request(),
        status=response.status_code,
        ms=round((time.monotonic() - g.began) * 1000, 1),
        key=g.get("key_id"),
    )
    return response


def _refused(error: NewsbriefsError) -> Response:
    """An error of ours as a problem document, counted where it is about keys and rates."""
    if isinstance(error, Unauthorised | Forbidden):
        services().metrics.unauthorised("scope" if isinstance(error, Forbidden) else "key")
    elif isinstance(error, RateLimited):
        services().metrics.rate_limited(error.policy)
    elif isinstance(error, Cancelled):
        services().metrics.hung_up()
    return problem_of(error, g.request_id)


def _unforeseen(error: Exception) -> Response:
    # The message of a foreign exception may hold article text, so only where it came from is logged.
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error("unforeseen", error=type(error).__name__, where=frames[-8:], request_id=g.request_id)
    return problem(500, "the service failed on this request; report its request_id", g.request_id)


def _json(body: str | bytes, status: int = 200) -> Response:
    return Response(body, status=status, mimetype="application/json")


@api.post("/summarize")
def post_summarize() -> Response:
    """An article in, briefs and key quotes out."""
    check_media(request)
    wanted = check_accepted(request, "application/json", EVENT_STREAM)
    wire = parse_body(read_body(request, limit=services().settings.max_body_bytes))
    asked = check_request(services(), wire, began=g.began)
    if wanted == EVENT_STREAM:
        return _streamed(asked)
    cancellation = Cancellation()
    with hangups().watch(request.environ, cancellation):
        return _json(answer(services(), asked, began=g.began, cancellation=cancellation))


def _streamed(asked: Asked) -> Response:
    """The events, from the first one on: what is wrong before it is a plain problem."""
    cancellation = Cancellation()
    watching = ExitStack()
    watching.enter_context(hangups().watch(request.environ, cancellation))
    chunks = stream(services(), asked, began=g.began, cancellation=cancellation, request_id=g.request_id)
    try:
        first = next(chunks)
    except BaseException:
        watching.close()
        raise
    response = Response(chain([first], chunks), mimetype=EVENT_STREAM)
    # Closed first, the generator leaves its flight: what nobody else waits for is worked for no more.
    response.call_on_close(chunks.close)
    response.call_on_close(watching.close)
    # Answers are not for caches on the way, and nginx would gather them before it passes any on.
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"
    return response


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
    return readiness([*services().parts(), *_keys_part()], request.args.getlist("exclude"))


def _keys_part() -> list[Part]:
    """A file of keys that breaks later is told and takes no replica away: the last good state holds."""
    if not guard().keys_needed:
        return []
    return [Part("keys", "ok" if guard().usable() else "failed", guard().problem())]


@api.get("/openapi.json")
def get_openapi() -> Response:
    """The OpenAPI 3.1 document."""
    return _json(json.dumps(openapi_document(keys_needed=guard().keys_needed), ensure_ascii=False))
