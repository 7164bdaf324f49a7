"""The guard: which paths need which key, what is said to those without, and how often one may ask."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from flask import Flask, Request, Response, g, request
from flask.testing import FlaskClient
from structlog.testing import capture_logs

from service.config import Settings
from service.errors import RequestError, StoreUnavailable
from service.stores.key_file import KeyFile
from service.stores.key_ring import KeyRing
from service.stores.limits import RateLimits
from service.web.client import UNKNOWN
from service.web.guard import Caller, Guard, keys_needed, scope_of
from service.web.problems import problem_of

RULES = ("/", "/page/<path:name>", "/docs", "/livez", "/readyz", "/languages", "/models", "/openapi.json", "/metrics")
Make = Callable[..., FlaskClient]


@pytest.fixture
def keys(tmp_path: Path) -> KeyFile:
    """A file of keys."""
    return KeyFile(tmp_path / "keys.json")


def _key(keys: KeyFile, name: str = "desk", *, scopes: tuple[str, ...] = ("summarize", "jobs"), **more: object) -> str:
    given = {"rate": None, "expires": None, **more}
    return keys.add(name, scopes=scopes, **given)[1]  # type: ignore[arg-type]


@pytest.fixture
def make(keys: KeyFile) -> Make:
    """Makes a client of a small application with the service's paths, each answered with its caller's key."""

    def made(**settings: str) -> FlaskClient:
        environ = {f"NEWSBRIEFS_{name.upper()}": value for name, value in {"keys": "on", **settings}.items()}
        guard = Guard(Settings.from_env(environ), KeyRing(keys.path), RateLimits(clock=lambda: 600.0))
        return _application(guard).test_client()

    return made


def _application(guard: Guard) -> Flask:
    app = Flask(__name__, static_folder=None)

    def begin() -> None:
        g.caller = guard.admit(request)

    def answer(**_: str) -> dict[str, str | None]:
        return {"key": g.caller.key_id, "name": g.caller.name}

    def end(response: Response) -> Response:
        caller: Caller | None = g.get("caller")
        response.headers.update(caller.headers if caller else {})
        return response

    app.before_request(begin)
    app.after_request(end)
    app.register_error_handler(RequestError, lambda error: problem_of(error, "test"))
    app.register_error_handler(StoreUnavailable, lambda error: problem_of(error, "test"))
    for rule in RULES:
        app.add_url_rule(rule, rule, answer)
    for rule in ("/summarize", "/jobs"):
        app.add_url_rule(rule, rule, answer, methods=["POST"])
    app.add_url_rule("/jobs/<name>", "job", answer, methods=["GET", "DELETE"])
    return app


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.mark.parametrize(
    "path", ["/", "/page/app.js", "/docs", "/livez", "/readyz", "/languages", "/models", "/openapi.json"]
)
def test_open_paths_need_no_key(make: Make, path: str) -> None:
    """Page, docs, health and what there is are answered to anyone, with a wrong key too."""
    client = make()
    assert [client.get(path, headers=headers).status_code for headers in ({}, _bearer("x"))] == [200, 200]


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/summarize"), ("POST", "/jobs"), ("GET", "/jobs/1"), ("DELETE", "/jobs/1"), ("GET", "/metrics")],
)
def test_the_rest_needs_one(make: Make, method: str, path: str) -> None:
    """Without a key the answer is 401 with the remedy and the challenge of RFC 9110."""
    answer = make().open(path, method=method)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer ")
    assert answer.get_json()["detail"] == (
        "this needs a key: send it as `Authorization: Bearer <key>` or `X-API-Key: <key>`;"
        " whoever runs the service makes one with `newsbriefs keys add NAME`"
    )


def test_paths_that_are_not_there_are_told_to_anyone(make: Make) -> None:
    """404 and 405 come before the key: nothing is done there that a key would guard."""
    client = make()
    assert [client.get("/nowhere").status_code, client.get("/summarize").status_code] == [404, 405]
    assert client.options("/summarize").status_code == 200


@pytest.mark.parametrize(
    "path", ["//summarize", "/SUMMARIZE", "/summarize/", "/./summarize", "/jobs/../summarize", "/%73ummarize"]
)
def test_no_spelling_of_a_path_gets_past(make: Make, path: str) -> None:
    """The guard judges the route that was matched, not the characters of the path."""
    assert make().post(path).status_code in (308, 401, 404, 405)


@pytest.mark.parametrize(
    "send", [_bearer, lambda key: {"X-API-Key": key}, lambda key: {"Authorization": f"bearer  {key}"}]
)
def test_a_key_lets_in(make: Make, keys: KeyFile, send: Callable[[str], dict[str, str]]) -> None:
    """In either header; whose it is goes with the request."""
    key = _key(keys)
    answer = make().post("/summarize", headers=send(key))
    assert (answer.status_code, answer.get_json()) == (200, {"key": key[3:11], "name": "desk"})


def test_the_authorization_of_a_proxy_is_no_key(make: Make, keys: KeyFile) -> None:
    """A password that a proxy asked for passes by; the key is in the other header."""
    headers, key = {"Authorization": "Basic ZGVzazpzZWNyZXQ="}, _key(keys)
    client = make()
    assert client.post("/summarize", headers=headers).status_code == 401
    assert client.post("/summarize", headers={**headers, "X-API-Key": key}).status_code == 200


def test_two_different_keys_are_refused(make: Make, keys: KeyFile) -> None:
    """Which one was meant is not guessed; the same one twice is fine."""
    one, other = _key(keys, "one"), _key(keys, "other")
    client = make()
    assert client.post("/jobs", headers={**_bearer(one), "X-API-Key": one}).status_code == 200
    refused = client.post("/jobs", headers={**_bearer(one), "X-API-Key": other})
    assert (refused.status_code, refused.get_json()["detail"]) == (
        401,
        "Authorization and X-API-Key hold different keys; send one of them",
    )


def test_what_is_said_of_a_bad_key(make: Make, keys: KeyFile) -> None:
    """Unknown and revoked sound the same; expired is told, to who has the right secret alone; no key is repeated."""
    expired = _key(keys, "old", expires=datetime.now(UTC) - timedelta(days=1))
    revoked = _key(keys, "lost")
    keys.revoke("lost")
    client = make()
    sent = [revoked, "nb_" + "0" * 8 + "_" + "0" * 64, "nonsense", expired[:-1] + "g", expired]
    told = [client.post("/jobs", headers=_bearer(key)).get_json()["detail"] for key in sent]
    assert len(set(told[:4])) == 1
    assert told[0].startswith("the key is not known, or was revoked; ")
    assert told[4].startswith("the key of 'old' expired on 20")
    assert not any(key in text for key in sent for text in told)


@pytest.mark.parametrize(
    ("query", "path"),
    [("?api_key={key}", "/jobs"), ("?x={key}", "/jobs"), ("?Access_Token=x", "/jobs"), ("?a=%6eb_{key}", "/jobs")],
)
def test_a_key_in_the_address_is_refused(make: Make, keys: KeyFile, query: str, path: str) -> None:
    """Even beside a good one: the message says where it belongs, and that it is spoilt."""
    key = _key(keys)
    answer = make().post(path + query.format(key=key), headers=_bearer(key))
    assert answer.status_code == 401
    assert answer.get_json()["detail"].startswith("a key does not belong in the address, where proxies log it")
    assert key not in answer.get_data(as_text=True)


def test_other_queries_are_left_alone(make: Make, keys: KeyFile) -> None:
    """What is no key is none of the guard's business."""
    key = _key(keys)
    assert make().post("/jobs?trace=1&b=nb_x", headers=_bearer(key)).status_code == 200


def test_scopes(make: Make, keys: KeyFile) -> None:
    """A key does what it may; for the rest it is told what it may, and how to get one that may more."""
    watcher = _bearer(_key(keys, "watcher", scopes=("metrics",)))
    desk = _bearer(_key(keys, "desk"))
    client = make()
    assert [client.get("/metrics", headers=one).status_code for one in (watcher, desk)] == [200, 403]
    refused = client.post("/summarize", headers=watcher)
    assert (refused.status_code, refused.get_json()["detail"]) == (
        403,
        "the key of 'watcher' is good for metrics, not for summarize; whoever runs the service makes one that is"
        " with `newsbriefs keys add NAME --scope summarize`",
    )


def test_open_metrics(make: Make) -> None:
    """On a closed network the metrics can be left open, and nothing else is."""
    client = make(metrics_open="true")
    assert (client.get("/metrics").status_code, client.get("/jobs/1").status_code) == (200, 401)


def test_without_keys_nobody_is_asked(make: Make) -> None:
    """Where keys are off a wrong one does no harm, nor does one in the address."""
    client = make(keys="off")
    answers = [client.post("/summarize?api_key=x", headers=_bearer("x")), client.get("/metrics"), client.get("/jobs/1")]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert answers[0].get_json() == {"key": None, "name": None}


def test_a_key_has_a_rate(make: Make, keys: KeyFile) -> None:
    """Its own or the default one; the headers count down; then 429 says when to come back. Reading is not counted."""
    desk, feed = _bearer(_key(keys, "desk", rate="2/hour")), _bearer(_key(keys, "feed"))
    client = make(rate_per_key="1/minute")
    answers = [client.post("/summarize", headers=desk), client.post("/jobs", headers=desk)]
    assert [answer.headers["RateLimit"] for answer in answers] == ['"key";r=1;t=3001', '"key";r=0;t=3001']
    assert answers[0].headers["RateLimit-Policy"] == '"key";q=2;w=3600'
    refused = client.post("/jobs", headers=desk)
    assert refused.status_code == 429
    assert refused.get_json()["detail"] == "this key may send 2 requests a hour, and has; try again in 3001 seconds"
    assert {name: refused.headers[name] for name in ("Retry-After", "RateLimit", "RateLimit-Policy")} == {
        "Retry-After": "3001",
        "RateLimit": '"key";r=0;t=3001',
        "RateLimit-Policy": '"key";q=2;w=3600',
    }
    assert [client.get("/jobs/1", headers=desk).status_code for _ in range(3)] == [200, 200, 200]
    assert [client.post("/jobs", headers=feed).status_code for _ in range(2)] == [200, 429]


def test_an_address_has_a_rate(make: Make, keys: KeyFile) -> None:
    """Without keys too; behind a trusted proxy it is the client's, and a subscriber's network counts as one."""
    client = make(keys="off", rate_per_address="1/minute", trusted_proxies="127.0.0.0/8")

    def ask(forwarded: str) -> int:
        return client.post("/summarize", headers={"X-Forwarded-For": forwarded}).status_code

    assert [ask("192.0.2.1"), ask("192.0.2.1"), ask("192.0.2.2")] == [200, 429, 200]
    assert [ask("2001:db8::1"), ask("2001:db8::2"), ask("2001:db8:0:1::1")] == [200, 429, 200]


def test_both_limits_are_told(make: Make, keys: KeyFile) -> None:
    """Where two are in force both stand in the headers; without any there are none."""
    key = _bearer(_key(keys))
    both = make(rate_per_address="9/second").post("/jobs", headers=key)
    assert both.headers["RateLimit"] == '"address";r=8;t=2, "key";r=119;t=61'
    assert both.headers["RateLimit-Policy"] == '"address";q=9;w=1, "key";q=120;w=60'
    assert "RateLimit" not in make(rate_per_key="").post("/jobs", headers=key).headers


def test_who_is_refused_uses_nothing_up(make: Make, keys: KeyFile) -> None:
    """Requests without a good key take nothing from the address they come from."""
    key = _key(keys)
    client = make(rate_per_address="1/minute")
    assert [client.post("/jobs").status_code for _ in range(3)] == [401, 401, 401]
    assert client.post("/jobs", headers=_bearer(key)).status_code == 200


def test_keys_that_cant_be_read(make: Make, keys: KeyFile) -> None:
    """Nobody is told that their key is wrong; they are told to come back."""
    keys.path.write_text("{")
    answer = make().post("/jobs", headers=_bearer("x"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


@pytest.mark.parametrize(
    ("given", "usable", "problem"), [("on", False, "the file of keys is not JSON (line 1)"), ("off", True, None)]
)
def test_readiness_asks_for_keys_where_they_are_needed(
    keys: KeyFile, given: str, usable: bool, problem: str | None
) -> None:
    """A broken file is no problem of a service that needs none."""
    keys.path.write_text("{")
    guard = Guard(Settings(keys=given), KeyRing(keys.path), RateLimits())
    assert (guard.usable(), guard.problem()) == (usable, problem)


@pytest.mark.parametrize(
    ("given", "host", "needed"),
    [
        ("auto", "127.0.0.1", False),
        ("auto", "127.8.0.1", False),
        ("auto", "::1", False),
        ("auto", "localhost", False),
        ("auto", "0.0.0.0", True),
        ("auto", "::", True),
        ("auto", "192.168.1.5", True),
        ("auto", "::ffff:127.0.0.1", True),
        ("auto", "localhost.example", True),
        ("on", "127.0.0.1", True),
        ("off", "0.0.0.0", False),
    ],
)
def test_where_keys_are_needed(given: str, host: str, needed: bool) -> None:
    """By itself: unless only this machine can ask. In so many words: as it says."""
    assert keys_needed(Settings(keys=given, host=host)) is needed


def test_a_path_nobody_listed_is_closed() -> None:
    """A route that was forgotten in the table needs a key."""
    assert [scope_of("/brand-new"), scope_of("/jobs/<id>/result"), scope_of("/pages")] == [
        "summarize",
        "jobs",
        "summarize",
    ]


@pytest.mark.parametrize(
    ("settings", "event"),
    [({"keys": "on"}, "no_keys"), ({"keys": "off", "host": "0.0.0.0"}, "keys_off"), ({"keys": "auto"}, None)],
)
def test_an_odd_start_is_logged(tmp_path: Path, settings: dict[str, str], event: str | None) -> None:
    """A service that nobody can use, or that anybody can, says so once at the start."""
    kept = structlog.get_config()["wrapper_class"]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(30))
    try:
        with capture_logs() as logs:
            Guard(Settings(**settings), KeyRing(tmp_path / "none"), RateLimits())  # type: ignore[arg-type]
    finally:
        structlog.configure(wrapper_class=kept)
    assert [entry["event"] for entry in logs] == ([event] if event else [])


def test_a_caller_without_address() -> None:
    """Over a socket without addresses the caller is nobody in particular, and is served."""
    guard = Guard(Settings(rate_per_address="1/day"), KeyRing(Path("none")), RateLimits())
    app = Flask(__name__)
    app.add_url_rule("/jobs", "jobs", lambda: "", methods=["POST"])
    with app.test_request_context("/jobs", method="POST", environ_base={"REMOTE_ADDR": ""}):
        asked: Request = request
        assert guard.admit(asked) == Caller(None, None, UNKNOWN)
