"""What is told of each request: its metrics, its trace, what its log lines carry; and the metrics themselves."""

import time
from collections.abc import Callable
from contextlib import ExitStack

import structlog
from flask import Blueprint, Flask, Response, current_app, g, request

from service.metrics import Metrics
from service.tracing import annotate, request_span

observability = Blueprint("observability", __name__)
METRICS_EXTENSION = "newsbriefs.metrics"


def observe(app: Flask, metrics: Metrics) -> None:
    """Watch every request of `app`; to be called after the hook that sets `g.request_id`, before any other."""
    app.extensions[METRICS_EXTENSION] = metrics
    app.register_blueprint(observability)
    app.before_request(_begin)
    app.after_request(_end)
    app.teardown_request(_tear_down)


def route_of_request() -> str | None:
    """The rule that the request goes by; never its path, which anybody may choose."""
    return request.url_rule.rule if request.url_rule else None


@observability.get("/metrics")
def get_metrics() -> Response:
    """Prometheus text, or OpenMetrics where the Accept header asks for it."""
    text, media_type = _metrics().show(request.headers.get("Accept", ""))
    return Response(text, content_type=media_type)


def _metrics() -> Metrics:
    found: Metrics = current_app.extensions[METRICS_EXTENSION]
    return found


def _begin() -> None:
    g.observed = time.monotonic()
    g.observing = ExitStack()
    _metrics().request_began()
    g.observing.enter_context(structlog.contextvars.bound_contextvars(request_id=g.request_id))
    route = route_of_request() or "unmatched"
    headers = {name: request.headers[name] for name in ("traceparent", "tracestate") if name in request.headers}
    g.observing.enter_context(request_span(f"{request.method} {route}", headers, **{"http.route": route}))


def _end(response: Response) -> Response:
    if "observed" in g:
        annotate(**{"http.response.status_code": response.status_code})
        response.call_on_close(_counted(_metrics(), response.status_code))
    return response


def _counted(metrics: Metrics, status: int) -> Callable[[], None]:
    """Counts the request, once its answer is given to the last byte of a stream, or its client has left."""
    route, method, began = route_of_request(), request.method, g.observed

    def count() -> None:
        metrics.request_ended(route=route, method=method, status=status, seconds=time.monotonic() - began)

    return count


def _tear_down(_error: BaseException | None) -> None:
    if "observing" in g:
        g.pop("observing").close()
