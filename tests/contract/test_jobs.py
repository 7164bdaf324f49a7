"""The contract of jobs over HTTP, on the real engines and the embedded store."""

import copy
import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from flask import Flask, g, request
from flask.testing import FlaskClient

from service.bootstrap import Services
from service.config import Settings
from service.jobs.jobs import Jobs, open_jobs
from service.web.app import create_app
from service.web.job_answers import answer_with, job_problem
from service.web.job_schemas import WireJob
from service.web.jobs import jobs

TEXT = (
    "The harbour board of Port Ellery approved a second ferry on Tuesday. “It will carry 900 cars a day,” said the"
    " harbour master, Ines Okafor. Work begins in May and costs 42 million euros."
)
ASKED = {"text": TEXT, "languages": ["en"], "quotes": 2}


def _app(services: Services, folder: Path, **changed: Any) -> tuple[Flask, Services]:
    """The real application with jobs of its own, none of which is worked on before `start`."""
    own = copy.copy(services)
    own.settings = replace(services.settings, data=folder, jobs="embedded", job_threads=1, **changed)
    own.jobs = open_jobs(own.settings)
    app = create_app(own)
    if "jobs" not in app.blueprints:
        app.register_blueprint(jobs)

    @app.before_request
    def _known_by() -> None:
        if owner := request.headers.get("X-Test-Owner"):
            g.key_id = owner

    return app, own


@pytest.fixture
def made(services: Services, tmp_path: Path) -> Iterator[tuple[FlaskClient, Jobs, Services]]:
    """A client, its jobs, and its services."""
    app, own = _app(services, tmp_path)
    assert own.jobs is not None
    yield app.test_client(), own.jobs, own
    own.jobs.stop(grace_seconds=60.0)


def _ended(client: FlaskClient, path: str) -> dict[str, Any]:
    """The document once the job has ended."""
    pause = Event()
    until = time.monotonic() + 120
    while time.monotonic() < until:
        document: dict[str, Any] = client.get(path).get_json()
        if document["finished_at"] is not None:
            return document
        pause.wait(0.05)
    raise AssertionError(f"still {document['status']}")


def test_a_job_gives_what_summarize_gives(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """202 with Location and the document; later the same answer, but for times and cache."""
    client, found, own = made
    answer = client.post("/jobs", json=ASKED)
    document = answer.get_json()
    assert (202, f"/jobs/{document['id']}") == (answer.status_code, answer.headers["Location"])
    expected = {"status": "queued", "finished_at": None, "progress": {"done": 0, "of": 0}}
    assert expected | {"result": None, "problem": None} == {
        name: value for name, value in document.items() if name not in ("id", "created_at")
    }
    found.start(answer=answer_with(own), problem_of=job_problem, ended=own.metrics.job_finished)
    ended = _ended(client, answer.headers["Location"])
    WireJob.model_validate(ended)
    assert ("done", None) == (ended["status"], ended["problem"])
    direct = client.post("/summarize", json=ASKED).get_json()
    for varying in ("timings_ms", "cache"):
        ended["result"].pop(varying)
        direct.pop(varying)
    assert direct == ended["result"]


def test_times_are_rfc_3339_in_utc(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """As 2026-11-22T16:00:00.000Z."""
    created = made[0].post("/jobs", json=ASKED).get_json()["created_at"]
    assert time.strptime(created[:19], "%Y-%m-%dT%H:%M:%S")
    assert created.endswith("Z")


def test_a_job_that_fails_says_why(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """A text without a sentence is only found out by the work: the job fails with the problem of /summarize."""
    client, found, own = made
    path = client.post("/jobs", json={"text": "<p></p>", "languages": ["en"]}).headers["Location"]
    found.start(answer=answer_with(own), problem_of=job_problem, ended=own.metrics.job_finished)
    ended = _ended(client, path)
    WireJob.model_validate(ended)
    assert ("failed", None, 422) == (ended["status"], ended["result"], ended["problem"]["status"])
    assert path.removeprefix("/jobs/") == ended["problem"]["request_id"]


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        (b"{", 400, None),
        (b'{"text":"A b."} ', None, None),
        (json.dumps({"languages": ["en"]}).encode(), 422, "/text"),
        (json.dumps({**ASKED, "languages": ["tlh"]}).encode(), 422, "/languages/0"),
        (json.dumps({**ASKED, "engine": "instruct"}).encode(), 422, "/engine"),
        (json.dumps({**ASKED, "timeout_seconds": 9000}).encode(), 422, "/timeout_seconds"),
        (json.dumps({**ASKED, "callback": "x"}).encode(), 422, "/callback"),
        (json.dumps({**ASKED, "callback_url": ""}).encode(), 422, "/callback_url"),
        (json.dumps({**ASKED, "callback_url": "https://desk.example/hook"}).encode(), 422, "/callback_url"),
    ],
)
def test_a_wrong_body_is_refused_as_by_summarize(
    made: tuple[FlaskClient, Jobs, Services], body: bytes, status: int | None, pointer: str | None
) -> None:
    """Before it is accepted, with a pointer; the last one because no secret is set that would sign a callback."""
    answer = made[0].post("/jobs", data=body, content_type="application/json")
    assert (status or 202) == answer.status_code
    if pointer is not None:
        assert [pointer] == [error["pointer"] for error in answer.get_json()["errors"]]


def test_a_callback_goes_to_no_address_inside(services: Services, tmp_path: Path) -> None:
    """What an address alone tells is refused at once; a public name is accepted."""
    app, _ = _app(services, tmp_path, callback_secret="s3cret-s3cret-s3cret")
    client = app.test_client()
    inside = client.post("/jobs", json={**ASKED, "callback_url": "http://169.254.169.254/latest"})
    assert (422, "/callback_url") == (inside.status_code, inside.get_json()["errors"][0]["pointer"])
    assert 202 == client.post("/jobs", json={**ASKED, "callback_url": "https://desk.example/hook"}).status_code


def test_an_unknown_field_is_answered_with_the_nearest_name(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """The field that only jobs have is among the names."""
    answer = made[0].post("/jobs", json={**ASKED, "callbak_url": "https://desk.example"})
    assert "did you mean 'callback_url'?" in answer.get_json()["errors"][0]["detail"]


def test_a_retry_with_the_same_key_is_the_same_job(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """Also where the fields come in another order; another body is 409, another key another job."""
    client, headers = made[0], {"Idempotency-Key": "desk-42"}
    first = client.post("/jobs", json=ASKED, headers=headers)
    again = client.post("/jobs", json=dict(reversed(ASKED.items())), headers=headers)
    assert (202, first.get_json()) == (again.status_code, again.get_json())
    other = client.post("/jobs", json={**ASKED, "quotes": 3}, headers=headers)
    assert (409, "application/problem+json") == (other.status_code, other.mimetype)
    assert first.get_json()["id"] != client.post("/jobs", json=ASKED).get_json()["id"]


@pytest.mark.parametrize("key", ["", "a b", "ä", "x" * 256])
def test_a_bad_key_is_refused(made: tuple[FlaskClient, Jobs, Services], key: str) -> None:
    """With what is allowed."""
    answer = made[0].post("/jobs", json=ASKED, headers={"Idempotency-Key": key})
    assert 422 == answer.status_code
    assert "visible ASCII" in answer.get_json()["detail"]


def test_a_cancelled_job_is_told_and_never_done(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """DELETE answers the document, and again the same."""
    client, found, own = made
    path = client.post("/jobs", json=ASKED).headers["Location"]
    answer = client.delete(path)
    assert (200, "cancelled") == (answer.status_code, answer.get_json()["status"])
    found.start(answer=answer_with(own), problem_of=job_problem, ended=own.metrics.job_finished)
    _ended(client, client.post("/jobs", json=ASKED).headers["Location"])
    assert answer.get_json() == client.delete(path).get_json() == client.get(path).get_json()


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_an_unknown_job_is_404(made: tuple[FlaskClient, Jobs, Services], method: str) -> None:
    """As a problem document."""
    answer = made[0].open("/jobs/0123456789abcdef", method=method)
    assert (404, "application/problem+json") == (answer.status_code, answer.mimetype)


def test_a_job_is_seen_only_with_the_key_that_sent_it(made: tuple[FlaskClient, Jobs, Services]) -> None:
    """For all others it is as unknown as any."""
    client = made[0]
    path = client.post("/jobs", json=ASKED, headers={"X-Test-Owner": "k1"}).headers["Location"]
    assert 200 == client.get(path, headers={"X-Test-Owner": "k1"}).status_code
    assert [404, 404] == [client.get(path, headers=headers).status_code for headers in ({}, {"X-Test-Owner": "k2"})]


def test_a_store_that_is_full_says_when_to_come_back(services: Services, tmp_path: Path) -> None:
    """503 with Retry-After, as for any overload."""
    app, _ = _app(services, tmp_path, jobs_waiting=1)
    client = app.test_client()
    assert 202 == client.post("/jobs", json=ASKED).status_code
    answer = client.post("/jobs", json=ASKED)
    assert (503, True) == (answer.status_code, int(answer.headers["Retry-After"]) > 0)


def test_a_store_that_fails_accepts_nothing(services: Services, tmp_path: Path) -> None:
    """503 with Retry-After, and no path in the answer."""
    (tmp_path / "file").write_text("in the way")
    app, _ = _app(services, tmp_path / "file")
    answer = app.test_client().post("/jobs", json=ASKED)
    assert (503, "5") == (answer.status_code, answer.headers["Retry-After"])
    assert str(tmp_path) not in answer.text


def test_jobs_that_are_off_say_so(services: Services, tmp_path: Path) -> None:
    """404 on every call, and the way out."""
    app, own = _app(services, tmp_path)
    own.jobs = None
    for answer in (app.test_client().post("/jobs", json=ASKED), app.test_client().get("/jobs/x")):
        assert 404 == answer.status_code
        assert "NEWSBRIEFS_JOBS=off" in answer.get_json()["detail"]


def test_a_job_may_have_more_time_than_a_call(services: Services, tmp_path: Path) -> None:
    """Its own ceiling holds for `timeout_seconds`, not that of somebody who waits."""
    own = Services(Settings.from_env({"NEWSBRIEFS_DATA": str(tmp_path)}), services.loaded)
    own.load()
    client = create_app(own).test_client()
    asked = {"text": "The harbour of Vell reopened on Tuesday.", "source_language": "en", "languages": ["en"]}
    answers = [client.post("/jobs", json={**asked, "timeout_seconds": seconds}) for seconds in (200, 301)]
    assert own.jobs is not None
    own.jobs.stop(grace_seconds=0)
    own.scheduler.close(5)
    assert [answer.status_code for answer in answers] == [202, 422]
