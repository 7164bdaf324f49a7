"""The whole application with keys on: what stays open, what asks for a key, and that none is ever told or logged."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.bootstrap import build_services
from service.config import Settings
from service.stores.key_file import KeyFile
from service.web.app import create_app
from service.web.guard import scope_of

OPEN = {"/", "/docs", "/languages", "/livez", "/models", "/openapi.json", "/readyz"}
OPEN |= {"/docs/<path:name>", "/page/<path:name>", "/page/seeds", "/page/seeds/<name>"}
ARTICLE = {"text": "The harbour of Vell reopened on Tuesday after three days of storm.", "languages": ["en"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the keys of this service lie."""
    return tmp_path_factory.mktemp("keys")


@pytest.fixture(scope="module")
def keys(folder: Path) -> dict[str, str]:
    """A key for each thing a caller may want, and one with a small rate."""
    file = KeyFile(folder / "keys.json")
    scopes = {"desk": ("summarize", "jobs"), "watcher": ("metrics",), "slow": ("summarize",)}
    return {
        name: file.add(name, rate="1/day" if name == "slow" else None, expires=None, scopes=may)[1]
        for name, may in scopes.items()
    }


@pytest.fixture(scope="module")
def app(folder: Path, keys: dict[str, str]) -> Iterator[Flask]:
    """The real application as it stands on an open network, and a page elsewhere that may call it."""
    environ = {
        "NEWSBRIEFS_HOST": "0.0.0.0",
        "NEWSBRIEFS_DATA": str(folder),
        "NEWSBRIEFS_CORS_ORIGINS": "https://news.example",
    }
    services = build_services(Settings.from_env(environ))
    services.load()
    yield create_app(services)
    services.close()


@pytest.fixture(scope="module")
def guarded(app: Flask) -> FlaskClient:
    """A client of it."""
    return app.test_client()


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def test_every_route_is_open_or_guarded_on_purpose(app: Flask) -> None:
    """The open routes are exactly these; a new one is closed until it is listed here and in the guard."""
    assert {rule.rule for rule in app.url_map.iter_rules() if scope_of(rule.rule) is None} == OPEN
    assert scope_of("/summarize") == "summarize"


@pytest.mark.parametrize(
    "path", ["/", "/docs", "/languages", "/livez", "/models", "/openapi.json", "/page/app.js", "/page/seeds"]
)
def test_page_docs_and_health_need_no_key(guarded: FlaskClient, path: str) -> None:
    """Whoever has no key can look around and find out how to use one."""
    answer = guarded.get(path)
    assert answer.status_code == 200
    answer.close()


def test_briefing_needs_a_key(guarded: FlaskClient, keys: dict[str, str]) -> None:
    """401 as a problem document with a challenge; with a key the brief, and what is left of its rate."""
    refused = guarded.post("/summarize", json=ARTICLE)
    assert (refused.status_code, refused.mimetype) == (401, "application/problem+json")
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="newsbriefs"'
    assert refused.get_json()["request_id"] == refused.headers["X-Request-ID"]
    answer = guarded.post("/summarize", json=ARTICLE, headers=_bearer(keys["desk"]))
    assert (answer.status_code, answer.headers["RateLimit-Policy"]) == (200, '"key";q=120;w=60')


def test_an_article_is_not_even_looked_at_without_a_key(guarded: FlaskClient) -> None:
    """The key is judged before the body: what is wrong with that is told to callers only."""
    assert guarded.post("/summarize", data=b"{", content_type="text/plain").status_code == 401


def test_a_key_that_may_not(guarded: FlaskClient, keys: dict[str, str]) -> None:
    """403 as a problem document."""
    refused = guarded.post("/summarize", json=ARTICLE, headers=_bearer(keys["watcher"]))
    assert (refused.status_code, refused.mimetype) == (403, "application/problem+json")


def test_over_the_rate(guarded: FlaskClient, keys: dict[str, str]) -> None:
    """429 with Retry-After and what the limit is; a mistake in a request costs one too, and is told the same."""
    mistake = guarded.post("/summarize", json={}, headers=_bearer(keys["slow"]))
    assert (mistake.status_code, mistake.headers["RateLimit-Policy"]) == (422, '"key";q=1;w=86400')
    refused = guarded.post("/summarize", json=ARTICLE, headers=_bearer(keys["slow"]))
    assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")
    assert 0 < int(refused.headers["Retry-After"]) <= 86_401
    assert refused.headers["RateLimit"].startswith('"key";r=0;t=')


def test_no_key_is_told_or_logged(
    guarded: FlaskClient, keys: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever a key was sent, neither an answer nor the log repeats it."""
    key = keys["desk"]
    answers = [
        guarded.post("/summarize", json=ARTICLE, headers=_bearer(key)),
        guarded.post(f"/summarize?api_key={key}", json=ARTICLE),
        guarded.post("/summarize", json=ARTICLE, headers={"X-API-Key": key[:-1]}),
        guarded.get(f"/nowhere?key={key}"),
        guarded.post("/summarize", json={**ARTICLE, "key": 1}, headers=_bearer(keys["watcher"])),
    ]
    assert [answer.status_code for answer in answers] == [200, 401, 401, 404, 403]
    told = "".join(answer.get_data(as_text=True) + str(answer.headers) for answer in answers)
    logged = capsys.readouterr()
    secrets = [one.rpartition("_")[2][:32] for one in keys.values()]
    assert [secret for secret in secrets if secret in told + logged.out + logged.err] == []


def test_a_page_elsewhere_may_ask(guarded: FlaskClient) -> None:
    """A preflight needs no key, and a refusal can be read by the page that is allowed to ask."""
    origin = {"Origin": "https://news.example"}
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    preflight = guarded.options("/summarize", headers={**origin, **asked})
    assert (preflight.status_code, preflight.headers["Access-Control-Allow-Headers"]) == (200, "authorization")
    refused = guarded.post("/summarize", json=ARTICLE, headers=origin)
    assert refused.headers["Access-Control-Allow-Origin"] == "https://news.example"


def test_the_document_says_how_keys_are_sent(guarded: FlaskClient) -> None:
    """OpenAPI names both headers, so that `Authorize` in the docs and generated clients work."""
    document = json.loads(guarded.get("/openapi.json").get_data())
    schemes = document["components"]["securitySchemes"]
    sent = {(one["type"], one.get("scheme"), one.get("name")) for one in schemes.values()}
    assert sent == {("http", "bearer", None), ("apiKey", None, "X-API-Key")}
    asked = document["paths"]["/summarize"]["post"]["security"]
    assert {name for one in asked for name in one} == set(schemes)
