"""Pages elsewhere that may call the API from a browser: none, unless NEWSBRIEFS_CORS_ORIGINS names them."""

import re

from flask import Flask, Response
from flask_cors import CORS

from service.config import Settings

_ASKED = ["Authorization", "Content-Type", "Idempotency-Key", "X-API-Key", "X-Request-ID"]
_SHOWN = ["Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"]
_METHODS = ["GET", "POST", "DELETE"]
_PREFLIGHT_SECONDS = 7200


def allow_origins(app: Flask, settings: Settings) -> None:
    """Let the pages of `settings.cors_origins` call; without any, no header of CORS is ever sent.

    Credentials (cookies, the browser's own passwords) are never allowed: a key is sent by the page that holds it.
    """
    if not settings.cors_origins:
        return
    CORS(
        app,
        # As patterns, because flask-cors reads a literal origin with brackets (IPv6) as a pattern.
        origins=[re.compile(re.escape(origin) + r"\Z") for origin in settings.cors_origins],
        methods=_METHODS,
        allow_headers=_ASKED,
        expose_headers=_SHOWN,
        supports_credentials=False,
        max_age=_PREFLIGHT_SECONDS,
        vary_header=False,
    )
    app.after_request(_vary)


def _vary(response: Response) -> Response:
    """Say so always, which flask-cors does for named origins alone: a cache could give their pages one without."""
    response.vary.add("Origin")
    return response
