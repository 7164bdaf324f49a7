import io
import json
from collections.abc import Iterator

import pytest
import structlog

from service.config import Settings
from service.logs import configure_logs


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """The configuration of the other tests comes back afterwards."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_a_line_is_one_json_object() -> None:
    """Event, level and time, and what was given."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    structlog.get_logger().info("request", status=200)
    line = json.loads(stream.getvalue())
    assert (line["event"], line["level"], line["status"]) == ("request", "info", 200)


def test_levels_below_the_setting_are_silent() -> None:
    """Nothing is written under the least level."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({"NEWSBRIEFS_LOG_LEVEL": "error"}), stream=stream)
    structlog.get_logger().info("request")
    assert stream.getvalue() == ""


def test_a_closed_stream_costs_the_line_and_not_the_request() -> None:
    """A terminal or pipe that went away raises nothing."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    stream.close()
    structlog.get_logger().info("request")
    structlog.get_logger().error("unforeseen")
    assert stream.closed
