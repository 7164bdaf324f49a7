"""Spans of OpenTelemetry, where they are switched on; elsewhere they cost next to nothing.

A span carries names, counts and languages: never a word of an article, a key, an address or the message of an error.
Its context travels with Python's own (`contextvars`): a thread that runs in a copy of a context carries on its trace.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import structlog

from service import __version__
from service.config import Settings
from service.errors import ConfigError

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

Attribute = str | int | float | bool | tuple[str, ...]

_NOTHING: AbstractContextManager[None] = nullcontext()


class _Switch:
    """The tracer of this process; None while traces are off."""

    tracer: "Tracer | None" = None


def set_up(settings: Settings) -> Callable[[], None]:
    """Switch traces on where the settings ask for them; the result sends what is left, and switches them off.

    Where to is told by OpenTelemetry's own variables (`OTEL_EXPORTER_OTLP_ENDPOINT` …). Raises ConfigError where
    the libraries are missing.
    """
    if settings.traces == "off":
        return lambda: None
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise ConfigError(
            f"NEWSBRIEFS_TRACES is {settings.traces!r}, and what sends traces is not installed;"
            " run `pip install newsbriefs[traces]`, or set it to 'off'"
        ) from error
    ours = Resource.create({"service.name": "newsbriefs", "service.version": __version__})
    provider = TracerProvider(resource=ours.merge(OTELResourceDetector().detect()), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    _Switch.tracer = provider.get_tracer("newsbriefs", __version__)

    def shut_down() -> None:
        _Switch.tracer = None
        provider.shutdown()

    return shut_down


def span(name: str, **attributes: Attribute) -> AbstractContextManager[Any]:
    """A span around what is done inside; nothing at all while traces are off."""
    if _Switch.tracer is None:
        return _NOTHING
    return _recorded(_Switch.tracer, name, attributes)


def request_span(name: str, headers: Mapping[str, str], **attributes: Attribute) -> AbstractContextManager[Any]:
    """The span of one request, which carries on the trace of its `traceparent` header (W3C), where it has one."""
    if _Switch.tracer is None:
        return _NOTHING
    from opentelemetry.trace import SpanKind
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    carrier = {name: headers[name] for name in ("traceparent", "tracestate") if name in headers}
    context = TraceContextTextMapPropagator().extract(carrier)
    return _recorded(_Switch.tracer, name, attributes, context=context, kind=SpanKind.SERVER)


def annotate(**attributes: Attribute) -> None:
    """Add to the span that is open."""
    if _Switch.tracer is not None:
        from opentelemetry.trace import get_current_span

        get_current_span().set_attributes(attributes)


@contextmanager
def _recorded(tracer: "Tracer", name: str, attributes: Mapping[str, Attribute], **options: Any) -> Iterator["Span"]:
    from opentelemetry.trace import StatusCode

    with tracer.start_as_current_span(
        name, attributes=attributes, record_exception=False, set_status_on_exception=False, **options
    ) as current:
        trace_id = f"{current.get_span_context().trace_id:032x}"
        with structlog.contextvars.bound_contextvars(trace_id=trace_id):
            try:
                yield current
            except BaseException as error:
                # Its message may quote an article.
                current.set_attribute("error.type", type(error).__name__)
                current.set_status(StatusCode.ERROR)
                raise
