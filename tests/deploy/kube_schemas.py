"""Kubernetes' published schemas: what an object of a kind may hold, and how patches are merged into it."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import kubernetes_validate
from referencing import Registry
from referencing import Resource as Document

from .kube_resources import Resource

VERSION = "1.32.0"
_FOLDER = Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema"
_HELD_BY_EVERY_OBJECT = {"apiVersion", "kind", "metadata"}


@cache
def _definitions(*, strict: bool) -> dict[str, Any]:
    folder = f"v{VERSION}-local-strict" if strict else f"v{VERSION}-local"
    document: dict[str, Any] = json.loads((_FOLDER / folder / "_definitions.json").read_text("utf-8"))
    return document


@cache
def _name(resource: Resource) -> str:
    wanted = {"group": resource.group, "version": resource.version, "kind": resource.kind}
    found = _definitions(strict=False)["$defs"].items()
    return next(name for name, schema in found if wanted in schema.get("x-kubernetes-group-version-kind", []))


@cache
def _validator(resource: Resource, *, strict: bool) -> Any:
    document = _definitions(strict=strict)
    registry: Registry[Any] = Document.from_contents(document) @ Registry()
    return jsonschema.Draft202012Validator({"$ref": f"{document['$id']}#/$defs/{_name(resource)}"}, registry=registry)


def schema_of(resource: Resource) -> dict[str, Any]:
    """The schema of a kind."""
    found: dict[str, Any] = _definitions(strict=False)["$defs"][_name(resource)]
    return found


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """What a schema refers to, with what stands beside the reference."""
    if "$ref" not in schema:
        return schema
    return {**_definitions(strict=False)["$defs"][schema["$ref"].rsplit("/", 1)[1]], **schema}


def child(schema: dict[str, Any], key: str) -> dict[str, Any]:
    """The schema of one field; empty where anything may stand."""
    found = schema.get("properties", {}).get(key)
    if found is None:
        more = schema.get("additionalProperties")
        found = more if isinstance(more, dict) else {}
    return resolved(found)


def wrong(resource: Resource, document: dict[str, Any]) -> list[str]:
    """What the API refuses in any case: wrong types, missing fields."""
    if resource.custom:
        return []
    return [_told(error) for error in _validator(resource, strict=False).iter_errors(document)]


def unknown(resource: Resource, document: dict[str, Any]) -> list[str]:
    """The fields no object of this kind has."""
    if resource.custom:
        return [f'unknown field "{key}"' for key in document.keys() - _HELD_BY_EVERY_OBJECT - {"spec", "status"}]
    return sorted(_unknown(_validator(resource, strict=True).iter_errors(document)))


def _unknown(errors: Any) -> Iterator[str]:
    for error in errors:
        if error.validator == "additionalProperties":
            for key in error.instance.keys() - error.schema.get("properties", {}).keys():
                yield f'unknown field "{_path([*error.absolute_path, key])}"'
        yield from _unknown(error.context or [])


def _told(error: jsonschema.ValidationError) -> str:
    return f"{_path(error.absolute_path)}: {error.message[:200]}"


def _path(parts: Any) -> str:
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")
