"""What people look at: the newsroom page, the documentation page, and the sample articles."""

import json
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, send_from_directory

pages = Blueprint("pages", __name__)

_HERE = Path(__file__).parent
_PAGE = _HERE / "page"
_DOCS = _HERE / "docs"
_MANIFEST = "manifest.json"


@pages.get("/")
def get_page() -> Response:
    """The newsroom page."""
    return send_from_directory(_PAGE, "index.html")


@pages.get("/page/<path:name>")
def get_page_file(name: str) -> Response:
    """A static file of the newsroom page."""
    return send_from_directory(_PAGE, name)


@pages.get("/docs")
def get_docs() -> Response:
    """A page to try the calls (Swagger UI)."""
    return send_from_directory(_DOCS, "index.html")


@pages.get("/docs/<path:name>")
def get_docs_file(name: str) -> Response:
    """A static file of the documentation page."""
    return send_from_directory(_DOCS, name)


@pages.get("/page/seeds")
def get_seeds() -> Response:
    """The sample articles: name, title, language."""
    manifest = _seeds() / _MANIFEST
    rows = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else []
    return Response(json.dumps(rows, ensure_ascii=False), mimetype="application/json")


@pages.get("/page/seeds/<name>")
def get_seed(name: str) -> Response:
    """The text of one sample article."""
    if not name.endswith(".txt"):
        abort(404)
    return send_from_directory(_seeds(), name, mimetype="text/plain")


def _seeds() -> Path:
    folder: Path = current_app.extensions["newsbriefs"].settings.seeds
    return folder.absolute()
