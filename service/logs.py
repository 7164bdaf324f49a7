"""How log lines are written: structured, one a line, never with article text."""

import logging
import sys
from contextlib import suppress
from typing import TextIO

import structlog

from service.config import Settings

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class _SteadyLogger(structlog.PrintLogger):
    """Prints lines; where nobody reads them any more (a closed pipe or terminal) they are lost, not the request."""

    def msg(self, message: str) -> None:
        """Print one line."""
        with suppress(OSError, ValueError):
            super().msg(message)

    log = debug = info = warn = warning = msg
    fatal = failure = err = error = critical = exception = msg


def configure_logs(settings: Settings, *, stream: TextIO | None = None, level: str | None = None) -> None:
    """Set up structlog for the process; lines go to standard output unless `stream` is given."""
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level or settings.log_level]),
        logger_factory=lambda *_: _SteadyLogger(stream or sys.stdout),
        cache_logger_on_first_use=False,
    )
