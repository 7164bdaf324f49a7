"""The three ways in which the Kubernetes API takes a change of an object, and server-side apply."""

from copy import deepcopy
from typing import Any

from .kube_schemas import child, resolved


def json_patch(document: dict[str, Any], operations: list[dict[str, Any]]) -> dict[str, Any]:
    """RFC 6902: add, remove, replace and test; raises ValueError where it does not fit."""
    holder = {"": deepcopy(document)}
    for operation in operations:
        parts = [part.replace("~1", "/").replace("~0", "~") for part in operation["path"].split("/")]
        parent: Any = holder
        for part in parts[:-1]:
            parent = _held(parent, part)
        _operate(parent, parts[-1], operation)
    return holder[""]


def _held(parent: Any, part: str) -> Any:
    try:
        return parent[int(part)] if isinstance(parent, list) else parent[part]
    except (KeyError, IndexError, ValueError) as error:
        raise ValueError(f"nothing lies at {part!r}") from error


def _operate(parent: Any, part: str, operation: dict[str, Any]) -> None:
    op = operation["op"]
    if op == "add" and isinstance(parent, list):
        parent.insert(len(parent) if part == "-" else int(part), operation["value"])
    elif op == "add":
        parent[part] = operation["value"]
    elif op == "test":
        if _held(parent, part) != operation["value"]:
            raise ValueError(f"{part!r} is not {operation['value']!r}")
    elif op in ("replace", "remove"):
        _held(parent, part)
        key = int(part) if isinstance(parent, list) else part
        if op == "remove":
            del parent[key]
        else:
            parent[key] = operation["value"]
    else:
        raise ValueError(f"{op!r} is no operation of this API")


def merge_patch(document: Any, patch: Any) -> Any:
    """RFC 7386: null removes, objects merge, the rest replaces."""
    if not isinstance(patch, dict):
        return patch
    result = dict(document) if isinstance(document, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge_patch(result.get(key), value)
    return result


def strategic_merge(document: dict[str, Any], patch: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Kubernetes' strategic merge patch: as `merge_patch`, and lists merge by the key their schema names."""
    if patch.get("$patch") in ("replace", "delete"):
        return {key: value for key, value in patch.items() if key != "$patch"} if patch["$patch"] == "replace" else {}
    kept = patch.get("$retainKeys")
    result = {key: value for key, value in document.items() if kept is None or key in kept}
    for key, value in patch.items():
        if key.startswith("$deleteFromPrimitiveList/"):
            field = key.partition("/")[2]
            result[field] = [one for one in result.get(field, []) if one not in value]
        elif key.startswith("$"):
            continue
        elif value is None:
            result.pop(key, None)
        else:
            result[key] = _merged(result.get(key), value, child(schema, key))
    for key in [key for key in patch if key.startswith("$setElementOrder/")]:
        field = key.partition("/")[2]
        if field in result:
            result[field] = _ordered(result[field], patch[key], child(schema, field))
    return result


def _merged(current: Any, value: Any, schema: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return strategic_merge(current if isinstance(current, dict) else {}, value, schema)
    if not isinstance(value, list) or "merge" not in schema.get("x-kubernetes-patch-strategy", ""):
        return value
    key = schema.get("x-kubernetes-patch-merge-key")
    current = current if isinstance(current, list) else []
    if key is None:
        return [*current, *(one for one in value if one not in current)]
    return _merged_by_key(current, value, key, resolved(schema.get("items", {})))


def _merged_by_key(current: list[Any], value: list[Any], key: str, schema: dict[str, Any]) -> list[Any]:
    if any(item.get("$patch") == "replace" for item in value):
        return [item for item in value if item.get("$patch") != "replace"]
    found = {item.get(key): item for item in current}
    for item in value:
        if item.get("$patch") == "delete":
            found.pop(item.get(key), None)
        else:
            found[item.get(key)] = strategic_merge(found.get(item.get(key), {}), item, schema)
    return list(found.values())


def _ordered(items: list[Any], wanted: list[Any], schema: dict[str, Any]) -> list[Any]:
    key = schema.get("x-kubernetes-patch-merge-key")
    names = [one.get(key) if isinstance(one, dict) else one for one in wanted]

    def place(item: Any) -> int:
        name = item.get(key) if isinstance(item, dict) else item
        return names.index(name) if name in names else len(names)

    return sorted(items, key=place)


def withdrawn(before: dict[str, Any], now: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Server-side apply: the strategic merge patch that removes what a manager applied before and applies no more."""
    patch: dict[str, Any] = {}
    for key, value in before.items():
        if key not in now:
            patch[key] = None
        elif isinstance(value, dict) and isinstance(now[key], dict):
            patch[key] = withdrawn(value, now[key], child(schema, key))
        elif isinstance(value, list):
            patch[key] = _withdrawn_items(value, now[key], child(schema, key))
    return {key: value for key, value in patch.items() if value is None or value}


def _withdrawn_items(before: list[Any], now: list[Any], schema: dict[str, Any]) -> list[Any]:
    key = schema.get("x-kubernetes-patch-merge-key")
    if key is None:
        return []
    kept = {item.get(key): item for item in now}
    items = resolved(schema.get("items", {}))
    found = []
    for item in before:
        name = item.get(key)
        if name not in kept:
            found.append({"$patch": "delete", key: name})
        elif rest := withdrawn(item, kept[name], items):
            found.append({key: name, **rest})
    return found
