import io
import json
import logging
import threading
from collections.abc import Iterator

import pytest
import structlog

from service.config import Settings
from service.errors import EngineUnavailable
from service.logs import adopt_libraries, configure_logs


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


def _line(stream: io.StringIO) -> dict[str, object]:
    line: dict[str, object] = json.loads(stream.getvalue())
    return line


def test_a_line_carries_what_was_bound() -> None:
    """The request's id, and whatever else its context holds, is in each of its lines."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    with structlog.contextvars.bound_contextvars(request_id="one"):
        structlog.get_logger().warning("row_failed")
    assert _line(stream)["request_id"] == "one"


def test_an_exception_is_told_by_class_and_place() -> None:
    """The message of a foreign exception may quote an article; where it came from does not."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    try:
        try:
            raise ValueError("The harbour of Vell reopened")
        except ValueError as error:
            raise KeyError("Vell") from error
    except KeyError:
        structlog.get_logger().exception("engines_failed")
    line = _line(stream)
    assert line["error"] == "KeyError"
    assert [part for part in line["where"] if part.endswith(":")] == ["ValueError:", "KeyError:"]  # type: ignore[attr-defined]
    assert "Vell" not in stream.getvalue()


def test_our_own_words_about_the_service_are_kept() -> None:
    """What an operator can mend is told in full."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    structlog.get_logger().error("engines_failed", exc_info=EngineUnavailable("lt-proc is missing"))
    assert _line(stream)["detail"] == "lt-proc is missing"


@pytest.fixture
def _libraries() -> Iterator[None]:
    """What the libraries' logs and dying threads were given to before comes back afterwards."""
    root, hook = logging.getLogger(), threading.excepthook
    handlers = list(root.handlers)
    yield
    root.handlers, threading.excepthook = handlers, hook


@pytest.mark.usefixtures("_libraries")
def test_a_library_is_told_by_its_place() -> None:
    """What it says may be an article; of the server, which never sees one, it is written."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    adopt_libraries()
    logging.getLogger("some.library").warning("can't read: %s", "The harbour of Vell reopened")
    logging.getLogger("gunicorn.error").warning("worker timed out")
    other, server = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (other["logger"], other["at"].split(":")[0]) == ("some.library", "test_logs")
    assert server["message"] == "worker timed out"
    assert "Vell" not in stream.getvalue()


@pytest.mark.usefixtures("_libraries")
def test_a_thread_that_dies_is_told() -> None:
    """By its name, and by the class and place of what it died of."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({}), stream=stream)
    adopt_libraries()

    def die() -> None:
        raise ValueError("The harbour of Vell reopened")

    thread = threading.Thread(target=die, name="decode-0")
    thread.start()
    thread.join()
    line = _line(stream)
    assert (line["event"], line["thread"], line["error"]) == ("thread_died", "decode-0", "ValueError")
    assert "Vell" not in stream.getvalue()


def test_lines_for_people_hold_no_message_either() -> None:
    """The other form of the lines keeps to the same."""
    stream = io.StringIO()
    configure_logs(Settings.from_env({"NEWSBRIEFS_LOG_FORMAT": "console"}), stream=stream)
    structlog.get_logger().error("unforeseen", exc_info=ValueError("The harbour of Vell reopened"))
    assert "ValueError" in stream.getvalue()
    assert "Vell" not in stream.getvalue()
