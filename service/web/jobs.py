"""The routes of jobs: the work of `/summarize`, accepted now and done later."""

import re

from flask import Blueprint, Response, current_app, g, request, url_for

from service.bootstrap import Services
from service.errors import FieldProblem, InvalidField, JobUnknown
from service.jobs.addresses import check_url
from service.jobs.document import document
from service.jobs.jobs import Jobs
from service.jobs.store import Job
from service.web.body import read_body
from service.web.intake import check_accepted, check_media, parse_document, validate_as
from service.web.job_schemas import JobRequest
from service.web.summarize import check_request

jobs = Blueprint("jobs", __name__)

_KEY_HEADER = "Idempotency-Key"
_KEY_FORM = re.compile(r"[!-~]{1,255}")


@jobs.post("/jobs")
def post_job() -> Response:
    """Accept a job: from the answer on it is done, whatever process dies."""
    check_media(request)
    check_accepted(request, "application/json")
    services = _services()
    found = _jobs(services)
    key = _idempotency_key()
    wire = validate_as(JobRequest, parse_document(read_body(request, limit=services.settings.max_body_bytes)))
    check_request(services, wire, began=g.began, timeout_seconds=services.settings.job_timeout_seconds)
    _check_callback(services, wire.callback_url)
    # Only what was given: a default that changes before the job is done holds for it too.
    asked = wire.model_dump_json(exclude={"callback_url"}, exclude_unset=True).encode()
    job, _ = found.create(asked, owner=_owner(), callback_url=wire.callback_url, idempotency_key=key)
    response = _answer(job, 202)
    response.headers["Location"] = url_for("jobs.get_job", job_id=job.id)
    return response


@jobs.get("/jobs/<job_id>")
def get_job(job_id: str) -> Response:
    """How far it is, and its result once it is done."""
    check_accepted(request, "application/json")
    return _answer(_jobs(_services()).store.get(job_id, _owner()), 200)


@jobs.delete("/jobs/<job_id>")
def delete_job(job_id: str) -> Response:
    """Cancel it: one that waits is never begun, one that runs ends within moments, one that has ended stays."""
    check_accepted(request, "application/json")
    return _answer(_jobs(_services()).store.cancel(job_id, _owner()), 200)


def _services() -> Services:
    found: Services = current_app.extensions["newsbriefs"]
    return found


def _jobs(services: Services) -> Jobs:
    if services.jobs is None:
        raise JobUnknown("jobs are switched off here (NEWSBRIEFS_JOBS=off); send the article to POST /summarize")
    return services.jobs


def _owner() -> str | None:
    """The id of the key that was sent; None where keys are off."""
    return getattr(g, "key_id", None)


def _idempotency_key() -> str | None:
    key = request.headers.get(_KEY_HEADER)
    if key is not None and not _KEY_FORM.fullmatch(key):
        detail = f"{_KEY_HEADER} has {len(key)} characters; give 1 to 255 of visible ASCII, without spaces"
        raise InvalidField([FieldProblem("", detail)])
    return key


def _check_callback(services: Services, url: str | None) -> None:
    if url is None:
        return
    if not services.settings.callback_secret:
        detail = (
            "callbacks are off here: the operator has set no NEWSBRIEFS_CALLBACK_SECRET; ask GET /jobs/{id} instead"
        )
        raise InvalidField([FieldProblem("/callback_url", detail)])
    try:
        check_url(url, allow=services.settings.callback_allow)
    except ValueError as error:
        raise InvalidField([FieldProblem("/callback_url", str(error))]) from error


def _answer(job: Job, status: int) -> Response:
    response = Response(document(job), status=status, mimetype="application/json")
    # What is asked for again and again must not come from a cache on the way.
    response.headers["Cache-Control"] = "no-store"
    return response
