"""The OpenAPI 3.1 document, made from the models of the wire."""

from collections.abc import Iterable
from typing import Any

from pydantic.json_schema import models_json_schema

from service import __version__
from service.web import job_schemas, schemas
from service.web.problems import MEDIA_TYPE
from service.web.streaming import MEDIA_TYPE as EVENT_STREAM

_TEMPLATE = "#/components/schemas/{model}"
_REQUESTS = (schemas.SummarizeRequest, job_schemas.JobRequest)
_ANSWERS = (
    schemas.SummarizeAnswer,
    schemas.WireLanguage,
    schemas.WireLoaded,
    schemas.WireAlive,
    schemas.WireReady,
    schemas.WireProblem,
    job_schemas.WireJob,
)
_PROBLEMS = {
    400: "The body is not JSON, or not UTF-8.",
    401: "No key, or one that is not known; only where keys are on.",
    403: "A key that may not do this.",
    404: "No such job, or not this caller's; or no jobs are kept here.",
    406: "The answer can't be given in a type the caller accepts.",
    408: "The request took too long to arrive.",
    409: "The Idempotency-Key was sent before with another body.",
    413: "The body, or the article in it, is over the limit.",
    415: "The body is not sent as uncompressed application/json in UTF-8.",
    422: "A field is wrong, or the text holds no sentence; `errors` has a pointer to each.",
    429: "Over the caller's rate; `Retry-After` says when there is room.",
    500: "The service failed; the request id tells which line of its log.",
    503: "More work than can be done in time, or engines or stores that are not there yet; see `Retry-After`.",
    504: "The deadline passed before any language was ready.",
}
_WITH_WAIT = (429, 503)
_OF_SUMMARIZE = tuple(status for status in _PROBLEMS if status not in (404, 409))
_OF_NEW_JOB = tuple(status for status in _PROBLEMS if status != 504)
_OF_JOB = (401, 403, 404, 500, 503)
_RATE_HEADERS = {
    "RateLimit": "Requests left, and seconds until there are more, where a rate is set.",
    "RateLimit-Policy": "The rate that holds.",
}


def openapi_document(*, keys_needed: bool) -> dict[str, Any]:
    """The whole document, as a JSON object; it asks for a key where one is needed."""
    document = _document()
    if keys_needed:
        document["components"]["securitySchemes"] = _SECURITY
        for path, method in _GUARDED:
            document["paths"][path][method]["security"] = [{name: []} for name in _SECURITY]
    return document


def _document() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "newsbriefs",
            "version": __version__,
            "summary": "A news article in; short briefs in several languages and its key quotes out.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {"schemas": _components()},
    }


_GUARDED = [
    ("/summarize", "post"),
    ("/jobs", "post"),
    ("/jobs/{id}", "get"),
    ("/jobs/{id}", "delete"),
    ("/metrics", "get"),
]
_SECURITY = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "A key, as `newsbriefs keys add` prints it."},
    "apiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": "The same key."},
}


def _paths() -> dict[str, Any]:
    return {
        "/summarize": {"post": _summarize()},
        "/jobs": {"post": _new_job()},
        "/jobs/{id}": {"parameters": [_job_id()], "get": _job("getJob", "A job."), "delete": _cancel()},
        "/languages": {"get": _get("languages", "What can be briefed from what.", _list_of("WireLanguage"), 503)},
        "/models": {"get": _get("models", "Engines and models that are loaded.", _ref("WireLoaded"), 503)},
        "/livez": {"get": _get("livez", "The process can answer.", _ref("WireAlive"))},
        "/readyz": {"get": _readyz()},
        "/metrics": {"get": _metrics()},
    }


def _components() -> dict[str, Any]:
    pairs = [*((model, "validation") for model in _REQUESTS), *((model, "serialization") for model in _ANSWERS)]
    _, definitions = models_json_schema(pairs, by_alias=True, ref_template=_TEMPLATE)  # type: ignore[arg-type]
    components: dict[str, Any] = definitions["$defs"]
    return components


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": _TEMPLATE.format(model=name)}


def _list_of(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _json(schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _problem(status: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "description": _PROBLEMS[status],
        "content": {MEDIA_TYPE: {"schema": _ref("WireProblem")}},
    }
    if status in _WITH_WAIT:
        found["headers"] = {"Retry-After": _header("Seconds to wait.", "integer")}
    return found


def _problems(statuses: Iterable[int]) -> dict[str, Any]:
    return {str(status): _problem(status) for status in statuses}


def _header(description: str, kind: str = "string") -> dict[str, Any]:
    return {"description": description, "schema": {"type": kind}}


def _get(name: str, summary: str, schema: dict[str, Any], *problems: int) -> dict[str, Any]:
    responses = {"200": _json(schema, "OK"), **{str(status): _problem(status) for status in problems}}
    return {"operationId": name, "summary": summary, "responses": responses}


def _readyz() -> dict[str, Any]:
    operation = _get("readyz", "Every engine of the profile is loaded.", _ref("WireReady"))
    operation["parameters"] = [
        {
            "name": "exclude",
            "in": "query",
            "description": "Names of parts that are told and don't decide, such as `store:jobs`.",
            "schema": {"type": "array", "items": {"type": "string"}},
        }
    ]
    operation["responses"]["503"] = _json(_ref("WireReady"), "A part is not ready; `parts` says which, and why.")
    return operation


def _metrics() -> dict[str, Any]:
    text = {"description": "Metrics.", "content": {"text/plain": {"schema": {"type": "string"}}}}
    responses = {"200": text, **_problems((401, 403))}
    return {"operationId": "metrics", "summary": "Prometheus text.", "responses": responses}


def _body(model: str) -> dict[str, Any]:
    content = {"application/json": {"schema": _ref(model), "example": _example()}}
    return {"required": True, "content": content}


def _summarize() -> dict[str, Any]:
    answer = _json(_ref("SummarizeAnswer"), "Briefs in the order asked for, and the key quotes.")
    answer["content"][EVENT_STREAM] = {"schema": {"type": "string", "description": _EVENTS}}
    answer["headers"] = {name: _header(description) for name, description in _RATE_HEADERS.items()}
    return {
        "operationId": "summarize",
        "summary": "An article in, briefs and key quotes out.",
        "requestBody": _body("SummarizeRequest"),
        "responses": {"200": answer, **_problems(_OF_SUMMARIZE)},
    }


_EVENTS = (
    "With `Accept: text/event-stream`: server-sent events `source`, `quote`, `brief` (one as each language is ready),"
    " `done`; `error` with a problem document for a failure after the start. The data of each is JSON."
)


def _new_job() -> dict[str, Any]:
    accepted = _json(_ref("WireJob"), "The job is kept, and will be done.")
    accepted["headers"] = {"Location": _header("Where the job is: `/jobs/{id}`.")}
    accepted["links"] = {
        name: {"operationId": name, "parameters": {"id": "$response.body#/id"}} for name in ("getJob", "cancelJob")
    }
    key = {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"}
    return {
        "operationId": "createJob",
        "summary": "The same work, later.",
        "parameters": [
            {
                "name": "Idempotency-Key",
                "in": "header",
                "description": "Makes a retry safe: the same key and body give the same job.",
                "schema": key,
            }
        ],
        "requestBody": _body("JobRequest"),
        "responses": {"202": accepted, **_problems(_OF_NEW_JOB)},
    }


def _job_id() -> dict[str, Any]:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _job(name: str, summary: str) -> dict[str, Any]:
    responses = {"200": _json(_ref("WireJob"), "The job as it stands."), **_problems(_OF_JOB)}
    return {"operationId": name, "summary": summary, "responses": responses}


def _cancel() -> dict[str, Any]:
    return _job("cancelJob", "Cancel a job; one that is finished stays as it is.")


def _example() -> dict[str, Any]:
    text = (
        "The city council approved a new tram line on Monday. “It will carry 40,000 people a day,” said mayor"
        " Ana Ribeiro. Work begins in March and costs 210 million euros."
    )
    return {"text": text, "languages": ["en", "es", "fr"], "length": "short", "quotes": 3}
