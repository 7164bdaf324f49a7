"""What a process that serves no articles answers: whether it lives, whether it is ready, and its metrics."""

import uuid
from collections.abc import Callable, Sequence

import structlog
from flask import Blueprint, Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from service.bootstrap import Part, Services
from service.errors import Forbidden, NewsbriefsError, NotReady, Unauthorised
from service.stores.key_ring import KeyRing
from service.stores.limits import RateLimits
from service.web.guard import Guard
from service.web.observability import METRICS_EXTENSION, observability
from service.web.problems import problem, problem_of, problem_of_http
from service.web.readiness import readiness
from service.web.schemas import WireAlive

log = structlog.get_logger(__name__)
probes = Blueprint("probes", __name__)

Flaws = Callable[[], Sequence[str]]


def create_probes(services: Services, flaws: Flaws) -> Flask:
    """The application of a worker; `flaws` says what in its process has ended and should not have."""
    app = Flask("service.web.probes", static_folder=None)
    app.extensions["newsbriefs"] = services
    app.extensions["newsbriefs.flaws"] = flaws
    app.extensions[METRICS_EXTENSION] = services.metrics
    # Nothing here is counted against a rate, so nothing needs the shared store.
    app.extensions["newsbriefs.guard"] = Guard(services.settings, KeyRing(services.settings.keys_path), RateLimits())
    app.register_blueprint(probes)
    app.register_blueprint(observability)
    app.before_request(_begin)
    app.before_request(_admit)
    app.after_request(_end)
    app.register_error_handler(NewsbriefsError, _refused)
    app.register_error_handler(HTTPException, lambda error: problem_of_http(error, g.request_id))
    app.register_error_handler(Exception, _unforeseen)
    return app


@probes.get("/livez")
def get_livez() -> Response:
    """Whatever keeps the process at work is at work; engines may still be loading."""
    if flaws := _flaws():
        raise NotReady("; ".join(flaws))
    return Response(WireAlive(status="ok").model_dump_json(), mimetype="application/json")


@probes.get("/readyz")
def get_readyz() -> Response:
    """Every engine is loaded, the store answers, and jobs are taken."""
    flaws = "; ".join(_flaws())
    parts = [*_services().parts(), Part("worker", "failed" if flaws else "ok", flaws or None)]
    return readiness(parts, request.args.getlist("exclude"))


def _services() -> Services:
    found: Services = current_app.extensions["newsbriefs"]
    return found


def _flaws() -> Sequence[str]:
    found: Flaws = current_app.extensions["newsbriefs.flaws"]
    return found()


def _begin() -> None:
    g.request_id = uuid.uuid4().hex


def _admit() -> None:
    guard: Guard = current_app.extensions["newsbriefs.guard"]
    guard.admit(request)


def _end(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Server"] = "newsbriefs"
    return response


def _refused(error: NewsbriefsError) -> Response:
    if isinstance(error, Unauthorised | Forbidden):
        _services().metrics.unauthorised("scope" if isinstance(error, Forbidden) else "key")
    return problem_of(error, g.request_id)


def _unforeseen(error: Exception) -> Response:
    log.error("unforeseen", exc_info=error, request_id=g.request_id)
    return problem(500, "the service failed on this request; report its request_id", g.request_id)
