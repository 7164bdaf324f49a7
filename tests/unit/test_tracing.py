import contextvars
import io
import json
import sys
import threading
import timeit
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import structlog
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from service.config import Settings
from service.errors import ConfigError
from service.logs import configure_logs
from service.tracing import annotate, request_span, set_up, span

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


class Collector(ThreadingHTTPServer):
    """Takes OTLP over HTTP on the loopback, and keeps the spans."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[ExportTraceServiceRequest] = []

    def spans(self) -> dict[str, Any]:
        """Every span that was sent, by its name."""
        return {
            found.name: found
            for request in self.requests
            for resource in request.resource_spans
            for scope in resource.scope_spans
            for found in scope.spans
        }


class _Handler(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        """Decode what was sent."""
        import gzip

        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.server.requests.append(ExportTraceServiceRequest.FromString(body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """A collector that the exporter is told of."""
    with Collector() as made:
        serving = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
        serving.start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{made.server_port}")
        yield made
        made.shutdown()
        serving.join()


def _on() -> Settings:
    return Settings.from_env({"NEWSBRIEFS_TRACES": "otlp"})


def _attributes(found: Any) -> dict[str, str]:
    return {item.key: item.value.string_value or str(item.value.int_value) for item in found.attributes}


def test_spans_are_sent_when_they_are_shut_down(collector: Collector) -> None:
    """Nested spans arrive with their attributes, in one trace, under the name of the service."""
    shut_down = set_up(_on())
    with span("brief", languages=3), span("translate", language="es"):
        annotate(engine="apertium")
    shut_down()
    spans = collector.spans()
    assert set(spans) == {"brief", "translate"}
    assert spans["translate"].parent_span_id == spans["brief"].span_id
    assert _attributes(spans["brief"]) == {"languages": "3"}
    assert _attributes(spans["translate"]) == {"language": "es", "engine": "apertium"}
    resource = collector.requests[0].resource_spans[0].resource
    assert _attributes(resource)["service.name"] == "newsbriefs"


def test_a_name_of_the_operators_is_kept(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    """OTEL_SERVICE_NAME says how the service is called."""
    monkeypatch.setenv("OTEL_SERVICE_NAME", "desk")
    shut_down = set_up(_on())
    with span("brief"):
        pass
    shut_down()
    assert _attributes(collector.requests[0].resource_spans[0].resource)["service.name"] == "desk"


def test_the_trace_of_the_caller_goes_on(collector: Collector) -> None:
    """A `traceparent` becomes the parent."""
    shut_down = set_up(_on())
    with request_span("POST /summarize", {"traceparent": PARENT}):
        pass
    shut_down()
    found = collector.spans()["POST /summarize"]
    assert found.trace_id.hex() == "0af7651916cd43dd8448eb211c80319c"
    assert found.parent_span_id.hex() == "b7ad6b7169203331"


def test_a_traceparent_that_is_none_begins_a_trace(collector: Collector) -> None:
    """What a caller sends can't break the request."""
    shut_down = set_up(_on())
    with request_span("POST /summarize", {"traceparent": "nonsense"}):
        pass
    shut_down()
    assert collector.spans()["POST /summarize"].parent_span_id == b""


def test_a_trace_goes_on_in_a_thread(collector: Collector) -> None:
    """A thread that runs in a copy of the context is part of the trace."""
    shut_down = set_up(_on())

    def work() -> None:
        with span("inside"):
            pass

    with span("outside"):
        thread = threading.Thread(target=contextvars.copy_context().run, args=(work,))
        thread.start()
        thread.join()
    shut_down()
    spans = collector.spans()
    assert spans["inside"].parent_span_id == spans["outside"].span_id


def test_a_failure_is_told_without_its_message(collector: Collector) -> None:
    """The class of an error is told; its message may quote an article."""
    shut_down = set_up(_on())

    def fail() -> None:
        with span("verify"):
            raise ValueError("The harbour of Vell reopened")

    with pytest.raises(ValueError, match="Vell"):
        fail()
    shut_down()
    found = collector.spans()["verify"]
    assert _attributes(found) == {"error.type": "ValueError"}
    assert (found.status.code, found.status.message, len(found.events)) == (2, "", 0)
    assert b"Vell" not in b"".join(request.SerializeToString() for request in collector.requests)


def test_log_lines_carry_the_trace(collector: Collector) -> None:
    """A line inside a span has its trace id, a line outside none."""
    before = structlog.get_config()
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    shut_down = set_up(_on())
    with request_span("GET /languages", {"traceparent": PARENT}):
        structlog.get_logger().info("inside")
    structlog.get_logger().info("outside")
    shut_down()
    structlog.configure(**before)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line.get("trace_id") for line in lines] == ["0af7651916cd43dd8448eb211c80319c", None]


def test_while_they_are_off_nothing_is_done() -> None:
    """A span is the same nothing each time, and needs no library of OpenTelemetry."""
    shut_down = set_up(Settings.from_env({}))
    assert span("brief") is span("translate", language="es") is request_span("GET /", {"traceparent": PARENT})
    annotate(language="es")
    shut_down()
    # Said generously: on a slow machine it is still far under the microseconds that a step of the pipeline takes.
    assert min(timeit.repeat(lambda: span("brief", language="es"), number=10_000, repeat=5)) < 0.2


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message gives the command that installs them."""
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(ConfigError, match=r"pip install newsbriefs\[traces\]"):
        set_up(_on())
