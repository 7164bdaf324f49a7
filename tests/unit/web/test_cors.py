"""CORS: nothing unless origins are named, and then no more than is needed."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.config import Settings
from service.web.cors import allow_origins

METHOD = "Access-Control-Request-Method"
HEADERS = "Access-Control-Request-Headers"


def _client(origins: str) -> FlaskClient:
    app = Flask(__name__)
    app.add_url_rule("/summarize", "summarize", lambda: "", methods=["POST"])
    app.add_url_rule("/languages", "languages", lambda: "[]")
    allow_origins(app, Settings.from_env({"NEWSBRIEFS_CORS_ORIGINS": origins}))
    return app.test_client()


def _cors(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.startswith("Access-Control-")}


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
@pytest.mark.parametrize("path", ["/languages", "/summarize", "/nowhere"])
def test_nothing_is_sent_unless_origins_are_named(method: str, path: str) -> None:
    """By default no answer has a header of CORS, whatever is asked."""
    answer = _client("").open(path, method=method, headers={"Origin": "https://news.example", METHOD: "POST"})
    assert _cors(dict(answer.headers)) == {}


def test_a_preflight_of_a_named_origin() -> None:
    """It learns which methods and headers it may use; never that cookies are welcome."""
    asked = {"Origin": "https://news.example", METHOD: "POST", HEADERS: "authorization, content-type, x-other"}
    answer = _client("https://news.example,http://[::1]:3000").options("/summarize", headers=asked)
    assert _cors(dict(answer.headers)) == {
        "Access-Control-Allow-Origin": "https://news.example",
        "Access-Control-Expose-Headers": "Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-ID",
        "Access-Control-Allow-Headers": "authorization, content-type",
        "Access-Control-Allow-Methods": "DELETE, GET, POST",
        "Access-Control-Max-Age": "7200",
    }


@pytest.mark.parametrize(
    "origin", ["https://news.example.evil.example", "http://news.example", "https://newsxexample", "null"]
)
def test_other_origins_get_nothing(origin: str) -> None:
    """An origin is named in full or not at all."""
    client = _client("https://news.example")
    assert _cors(dict(client.get("/languages", headers={"Origin": origin}).headers)) == {}


def test_an_ipv6_origin_is_meant_as_it_is_written() -> None:
    """Brackets are no pattern."""
    client = _client("http://[::1]:3000")
    answer = client.get("/languages", headers={"Origin": "http://[::1]:3000"})
    assert answer.headers["Access-Control-Allow-Origin"] == "http://[::1]:3000"
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_caches_are_told_that_the_origin_matters() -> None:
    """Once, also to who sent none: else a cache would keep an answer that a page may not read."""
    client = _client("https://news.example")
    answers = [client.get("/languages", headers=sent) for sent in ({}, {"Origin": "https://news.example"})]
    assert [answer.headers.getlist("Vary") for answer in answers] == [["Origin"], ["Origin"]]
