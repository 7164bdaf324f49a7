"""The OpenAPI 3.1 document, made from the models of the wire."""

from typing import Any

from pydantic.json_schema import models_json_schema

from service import __version__
from service.web import schemas
from service.web.problems import MEDIA_TYPE

_TEMPLATE = "#/components/schemas/{model}"
_REQUESTS = (schemas.SummarizeRequest,)
_ANSWERS = (
    schemas.SummarizeAnswer,
    schemas.WireLanguage,
    schemas.WireLoaded,
    schemas.WireAlive,
    schemas.WireReady,
    schemas.WireProblem,
)
_PROBLEMS = {
    400: "The body is not JSON, or not UTF-8.",
    406: "The answer can't be given in a type the caller accepts.",
    413: "The body, or the article in it, is over the limit.",
    415: "The body is not sent as uncompressed application/json in UTF-8.",
    422: "A field is wrong, or the text holds no sentence; `errors` has a pointer to each.",
    500: "The service failed; the request id tells which line of its log.",
    503: "The engines are not loaded yet.",
    504: "The deadline passed before any language was ready.",
}


def openapi_document() -> dict[str, Any]:
    """The whole document, as a JSON object."""
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


def _paths() -> dict[str, Any]:
    return {
        "/summarize": {"post": _summarize()},
        "/languages": {"get": _get("languages", "What can be briefed from what.", _list_of("WireLanguage"), 503)},
        "/models": {"get": _get("models", "Engines and models that are loaded.", _ref("WireLoaded"), 503)},
        "/livez": {"get": _get("livez", "The process can answer.", _ref("WireAlive"))},
        "/readyz": {"get": _readyz()},
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
    return {"description": _PROBLEMS[status], "content": {MEDIA_TYPE: {"schema": _ref("WireProblem")}}}


def _get(name: str, summary: str, schema: dict[str, Any], *problems: int) -> dict[str, Any]:
    responses = {"200": _json(schema, "OK"), **{str(status): _problem(status) for status in problems}}
    return {"operationId": name, "summary": summary, "responses": responses}


def _readyz() -> dict[str, Any]:
    operation = _get("readyz", "Every engine of the profile is loaded.", _ref("WireReady"))
    operation["responses"]["503"] = _json(_ref("WireReady"), "A part is not ready; `parts` says which, and why.")
    return operation


def _summarize() -> dict[str, Any]:
    return {
        "operationId": "summarize",
        "summary": "An article in, briefs and key quotes out.",
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": _ref("SummarizeRequest"), "example": _example()}},
        },
        "responses": {
            "200": _json(_ref("SummarizeAnswer"), "Briefs in the order asked for, and the key quotes."),
            **{str(status): _problem(status) for status in _PROBLEMS},
        },
    }


def _example() -> dict[str, Any]:
    text = (
        "The city council approved a new tram line on Monday. “It will carry 40,000 people a day,” said mayor"
        " Ana Ribeiro. Work begins in March and costs 210 million euros."
    )
    return {"text": text, "languages": ["en", "es", "fr"], "length": "short", "quotes": 3}
