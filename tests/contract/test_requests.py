"""Every 4xx of the contract: the exact pointer, and a message that names value, limit and remedy."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.bootstrap import Services, build_services
from service.config import Settings
from service.web.app import create_app

TEXT = "The council met on Monday. It approved the new tram line by 21 votes to 9."


def _post(client: FlaskClient, **changes: Any) -> TestResponse:
    return client.post("/summarize", json={"text": TEXT, "languages": ["en"]} | changes)


def _problem(answer: TestResponse, status: int) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(answer.data)
    assert answer.mimetype == "application/problem+json"
    assert sorted(document) == ["detail", "errors", "request_id", "status", "title", "type"]
    assert (answer.status_code, document["status"]) == (status, status)
    assert document["request_id"] == answer.headers["X-Request-ID"]
    return document


WRONG_FIELDS = [
    ({"text": 5}, "/text", "5 given: give a string"),
    ({"text": ""}, "/text", '"" given: give at least 1 character(s)'),
    ({"text": "😀"}, "/text", "send the article's own text"),
    ({"text": "…"}, "/text", "send the article's"),
    ({"text": "*** --- 123"}, "/text", "send the article's own text"),
    ({"format": "pdf"}, "/format", "given: allowed: 'auto', 'text', 'markdown' or 'html'"),
    ({"title": 7}, "/title", "7 given: give a string"),
    ({"source_language": "e"}, "/source_language", "given: give at least 2 character(s)"),
    (
        {"source_language": "12"},
        "/source_language",
        "'12' is not a valid BCP 47 language tag; GET /languages lists those that are offered",
    ),
    ({"languages": []}, "/languages", "a list of 0 given: give at least 1"),
    ({"languages": ["en"] * 33}, "/languages", "a list of 33 given: give at most 32"),
    ({"languages": "en"}, "/languages", "given: give a list"),
    ({"languages": ["en", "??"]}, "/languages/1", "'??' is not a valid BCP 47 language tag"),
    ({"languages": ["en", "es", "tlh"]}, "/languages/2", "'tlh' is not offered by any loaded engine; allowed: "),
    ({"length": "tiny"}, "/length", "allowed: headline, short, medium, long, or an object with one of max_words"),
    ({"length": 9}, "/length", "allowed: headline, short, medium, long, or an object with one of max_words"),
    ({"length": {}}, "/length", "none given; give exactly one of max_words, max_characters, max_sentences"),
    ({"length": {"max_words": 9, "max_sentences": 1}}, "/length", "max_sentences, max_words given; give exactly one"),
    ({"length": {"max_words": 0}}, "/length/max_words", "0 given: give at least 1"),
    ({"length": {"max_wrds": 9}}, "/length/max_wrds", "unknown field 'max_wrds'; did you mean 'max_words'?"),
    ({"quotes": -1}, "/quotes", "-1 given: give at least 0"),
    ({"quotes": 101}, "/quotes", "101 given: give at most 100"),
    ({"quotes": "5"}, "/quotes", "given: give a whole number"),
    ({"translate_quotes": 1}, "/translate_quotes", "1 given: give true or false"),
    ({"glossary": [{"keep": True}]}, "/glossary/0/term", "missing; term is required"),
    ({"glossary": [{"term": "A"}]}, "/glossary/0", "give exactly one of keep (true) and translations"),
    (
        {"glossary": [{"term": "A", "keep": True, "translations": {"es": "B"}}]},
        "/glossary/0",
        "give exactly one of keep (true) and translations",
    ),
    ({"glossary": [{"term": "A", "keep": False}]}, "/glossary/0/keep", "false given: give true, or leave it out"),
    ({"glossary": [{"term": "A", "translations": {"es": 1}}]}, "/glossary/0/translations/es", "1 given: "),
    (
        {"glossary": [{"term": "A", "translations": {"??": "B"}}]},
        "/glossary/0/translations/??",
        "'??' is not a valid BCP 47 language tag",
    ),
    ({"engine": "neural"}, "/engine", "'neural' is not loaded here; allowed: auto, embedded"),
    ({"engine": "best"}, "/engine", "given: allowed: 'auto', 'embedded', 'neural' or 'instruct'"),
    ({"strict": None}, "/strict", "null given: give true or false"),
    ({"offsets": "utf8"}, "/offsets", "given: allowed: 'codepoint', 'utf16' or 'byte'"),
    ({"timeout_seconds": 0}, "/timeout_seconds", "0 given: give more than 0"),
    ({"timeout_seconds": 61}, "/timeout_seconds", "61 is above this service's ceiling of 60 seconds; ask for that or"),
    ({"langauges": ["es"]}, "/langauges", "unknown field 'langauges'; did you mean 'languages'? allowed: text, "),
]


@pytest.mark.parametrize(("changes", "pointer", "said"), WRONG_FIELDS, ids=lambda value: str(value)[:40])
def test_a_wrong_field_is_422_with_its_pointer(
    client: FlaskClient, changes: dict[str, Any], pointer: str, said: str
) -> None:
    """What was given, what is allowed, and where."""
    document = _problem(_post(client, **changes), 422)
    assert [error["pointer"] for error in document["errors"]] == [pointer]
    assert said in document["errors"][0]["detail"]


def test_every_wrong_field_is_named_at_once(client: FlaskClient) -> None:
    """A client mends all its mistakes in one round."""
    document = _problem(_post(client, quotes=-1, offsets="x", languages=["en", 3]), 422)
    assert {error["pointer"] for error in document["errors"]} == {"/quotes", "/offsets", "/languages/1"}


def test_a_whole_number_may_be_written_with_a_point(client: FlaskClient) -> None:
    """JSON has one kind of number: 1.0 is 1."""
    assert _post(client, quotes=1.0, length={"max_sentences": 1.0}).status_code == 200


def test_text_is_required(client: FlaskClient) -> None:
    """An empty object is told what it lacks."""
    document = _problem(client.post("/summarize", json={}), 422)
    assert document["errors"] == [{"pointer": "/text", "detail": "missing; text is required"}]


@pytest.mark.parametrize("body", ["[]", "null", '"text"', "7"])
def test_a_body_that_is_no_object(client: FlaskClient, body: str) -> None:
    """JSON that is no object is 422 at the root."""
    document = _problem(client.post("/summarize", data=body, content_type="application/json"), 422)
    assert [error["pointer"] for error in document["errors"]] == [""]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"{", "the body is not JSON: EOF while parsing an object"),
        (b"", "the body is not JSON: EOF while parsing a value"),
        (b'{"text": NaN}', "the body is not JSON"),
        (b'{"text": "\xff"}', "the body is not UTF-8: byte 10 is wrong; send UTF-8"),
        (b'{"text": "\\ud800"}', "the body is not JSON: "),
        (b"[" * 100_000, "the body is not JSON: recursion limit exceeded"),
    ],
    ids=["cut", "empty", "nan", "latin-1", "lone surrogate", "deep"],
)
def test_no_json_is_400(client: FlaskClient, body: bytes, said: str) -> None:
    """The message says where reading stopped."""
    document = _problem(client.post("/summarize", data=body, content_type="application/json"), 400)
    assert said in document["detail"]


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (
            {"Content-Type": "text/plain"},
            "the body is sent as text/plain; send it with Content-Type: application/json",
        ),
        (
            {"Content-Type": "application/json; charset=latin-1"},
            "the body is sent in charset 'latin-1'; send it in UTF-8",
        ),
        ({"Content-Type": "application/json", "Content-Encoding": "gzip"}, "'gzip'; send it uncompressed"),
    ],
)
def test_another_type_is_415(client: FlaskClient, headers: dict[str, str], said: str) -> None:
    """Only uncompressed JSON in UTF-8 is read."""
    document = _problem(client.post("/summarize", data=json.dumps({"text": TEXT}), headers=headers), 415)
    assert said in document["detail"]


@pytest.mark.parametrize("accept", ["text/html", "text/plain", "application/json;q=0"])
def test_a_client_that_takes_no_json_is_406(client: FlaskClient, accept: str) -> None:
    """The answer has two types; who rules out both is told."""
    answer = client.post("/summarize", json={"text": TEXT}, headers={"Accept": accept})
    assert "the answer is application/json or text/event-stream" in _problem(answer, 406)["detail"]


@pytest.mark.parametrize("accept", ["*/*", "application/*", "text/event-stream;q=0.5, application/json"])
def test_a_client_that_takes_json_among_others_is_served(client: FlaskClient, accept: str) -> None:
    """Wildcards and second choices count."""
    answer = client.post("/summarize", json={"text": TEXT, "languages": ["en"]}, headers={"Accept": accept})
    assert answer.status_code == 200


def test_an_unknown_path_is_404(client: FlaskClient) -> None:
    """Unknown paths answer with a problem document too."""
    assert _problem(client.get("/summarise"), 404)["title"] == "Not Found"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("GET", "/summarize", "POST"), ("POST", "/languages", "GET"), ("DELETE", "/livez", "GET")],
)
def test_a_wrong_method_is_405_with_allow(client: FlaskClient, method: str, path: str, allowed: str) -> None:
    """The Allow header says what would do."""
    answer = client.open(path, method=method)
    _problem(answer, 405)
    assert allowed in answer.headers["Allow"].split(", ")


@pytest.fixture(scope="module")
def small_client(services: Services) -> FlaskClient:
    """A service with low limits, on the engines that are loaded already."""
    settings = Settings.from_env({"NEWSBRIEFS_MAX_BODY_BYTES": "1024", "NEWSBRIEFS_MAX_PAGE_CHARACTERS": "300"})
    small = Services(settings, services.loaded)
    small.load()
    return create_app(small).test_client()


def test_a_body_over_the_limit_is_413(small_client: FlaskClient) -> None:
    """The message gives the size and the limit."""
    document = _problem(small_client.post("/summarize", json={"text": "x" * 2000}), 413)
    assert document["detail"] == "the body is 2012 bytes, more than the limit of 1024 bytes; send the article in parts"


def test_a_text_over_the_limit_is_413(small_client: FlaskClient) -> None:
    """The text has a limit of its own, in characters."""
    document = _problem(small_client.post("/summarize", json={"text": "x" * 301}), 413)
    assert document["detail"] == "text has 301 characters, over the limit of 300; send the article alone, or in parts"


def test_an_article_over_the_limit_is_413(client: FlaskClient) -> None:
    """So has what is read from it."""
    document = _problem(_post(client, text="word " * 40_001), 413)
    assert document["detail"] == "the article has 200005 characters, over the limit of 200000; send it in parts"


def test_engines_that_still_load_are_503(services: Services) -> None:
    """Until the engines are there: 503 with Retry-After, on readiness with the reason, liveness answers."""
    waiting = create_app(build_services(Settings.from_env({"NEWSBRIEFS_JOBS": "off"}))).test_client()
    answer = waiting.post("/summarize", json={"text": TEXT})
    assert "still loading" in _problem(answer, 503)["detail"]
    assert answer.headers["Retry-After"] == "5"
    assert waiting.get("/livez").status_code == 200
    ready = waiting.get("/readyz")
    assert (ready.status_code, ready.json) == (
        503,
        {
            "status": "unavailable",
            "parts": [
                {"name": "engines:auto", "status": "loading", "detail": None},
                {"name": "store:cache", "status": "ok", "detail": None},
            ],
            "excluded": [],
        },
    )


def test_engines_that_failed_to_load_are_503_with_the_reason() -> None:
    """Readiness names the failure; no answer shows a traceback."""

    def broken() -> Any:
        raise OSError("no such dictionary: /usr/share/x")

    failed = Services(Settings.from_env({"NEWSBRIEFS_JOBS": "off"}), broken)
    failed.load()
    client = create_app(failed).test_client()
    parts = client.get("/readyz").json["parts"]  # type: ignore[index]
    assert parts[:1] == [{"name": "engines:auto", "status": "failed", "detail": "OSError; the log says more"}]
    assert "failed to load" in _problem(client.post("/summarize", json={"text": TEXT}), 503)["detail"]


def test_what_nobody_foresaw_is_500_without_a_traceback(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug answers with a problem document that shows nothing of the inside."""

    def bug(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError(TEXT)

    monkeypatch.setattr("service.web.app.answer", bug)
    answer = create_app(services).test_client().post("/summarize", json={"text": TEXT})
    document = _problem(answer, 500)
    assert document["detail"] == "the service failed on this request; report its request_id"
    assert "Traceback" not in answer.text
    assert TEXT not in answer.text


def test_a_request_id_is_taken_over_or_made(client: FlaskClient) -> None:
    """A sane id of the client is kept, anything else is replaced."""
    kept = client.get("/livez", headers={"X-Request-ID": "bot-17.a_b"}).headers["X-Request-ID"]
    made = client.get("/livez", headers={"X-Request-ID": "bad id\x7f"}).headers["X-Request-ID"]
    assert (kept, len(made)) == ("bot-17.a_b", 32)
