"""How log lines are written: structured, one a line, never with article text.

Lines of the libraries take the same way. What they say is written only where it is known to hold nothing of a request;
of an exception only its class and where it came from, for its message may quote an article.
"""

import logging
import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog
from gunicorn.glogging import Logger

from service.config import Settings
from service.errors import ConfigError, EngineUnavailable, ModelStoreError, ServiceError

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_MOST_FRAMES = 8
# Libraries whose messages hold nothing of a request.
_TRUSTED = ("gunicorn",)
# Our own errors whose messages speak of the service, and never of what was sent to it.
_SPOKEN = (ConfigError, EngineUnavailable, ModelStoreError, ServiceError)


class _SteadyLogger(structlog.PrintLogger):
    """Prints lines; where nobody reads them any more (a closed pipe or terminal) they are lost, not the request."""

    def msg(self, message: str) -> None:
        """Print one line."""
        with suppress(OSError, ValueError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def configure_logs(settings: Settings, *, stream: TextIO | None = None, level: str | None = None) -> None:
    """Set up logs for the process, those of libraries too; lines go to standard output unless `stream` is given."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _told_by_class,
            _renderer(settings),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level or settings.log_level]),
        logger_factory=lambda *_: _SteadyLogger(stream or sys.stdout),
        cache_logger_on_first_use=False,
    )


def adopt_libraries() -> None:
    """Write what libraries log, and what ends a thread, as lines of our own; for processes that are all ours."""
    root = logging.getLogger()
    root.handlers = [handler for handler in root.handlers if not isinstance(handler, _Handler)]
    root.addHandler(_Handler(logging.WARNING))
    threading.excepthook = _thread_died


def _renderer(settings: Settings) -> structlog.typing.Processor:
    if settings.log_format == "json":
        return structlog.processors.JSONRenderer()
    return structlog.dev.ConsoleRenderer()


def _told_by_class(_logger: object, _method: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Of an exception its class and its frames, and of a foreign one never the message."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event.setdefault("error", type(error).__name__)
        event["where"] = frames_of(error)
        if isinstance(error, _SPOKEN):
            event.setdefault("detail", str(error))
    return event


def frames_of(error: BaseException) -> list[str]:
    """Where an exception came from: file and line, innermost last; of the exceptions behind it the classes too."""
    frames = _frames(error.__traceback__)
    behind = error.__cause__ or error.__context__
    if behind is not None and behind is not error:
        frames = [f"{type(behind).__name__}:", *_frames(behind.__traceback__), f"{type(error).__name__}:", *frames]
    return frames


def _frames(trace: TracebackType | None) -> list[str]:
    frames = []
    while trace is not None:
        frames.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames[-_MOST_FRAMES:]


class _Handler(logging.Handler):
    """Writes what libraries log as lines of our own."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        fields: dict[str, Any] = {"logger": record.name}
        if record.name.split(".")[0] in _TRUSTED:
            fields["message"] = record.getMessage()
        else:
            fields["at"] = f"{record.module}:{record.lineno}"
        log = structlog.get_logger()
        log.log(min(record.levelno, logging.ERROR), "library", exc_info=record.exc_info or None, **fields)


def _thread_died(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread else None
    structlog.get_logger().error("thread_died", thread=name, exc_info=args.exc_value)


class ServerLogger(Logger):  # type: ignore[misc]
    """gunicorn's log in our form; its access log stays off, for our own names no address and no query."""

    def setup(self, cfg: Any) -> None:
        """Write gunicorn's lines as lines of our own."""
        super().setup(cfg)
        configure_logs(Settings.from_env(os.environ))
        self.error_log.handlers = [_Handler()]
