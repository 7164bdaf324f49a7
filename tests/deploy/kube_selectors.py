"""Label and field selectors, as they stand in the query of a list."""

import re
from collections.abc import Callable

from .kube_store import Object, Refused

_TERM = re.compile(r"(!?)([^\s=!(),]+)\s*(?:(==|=|!=)\s*([^\s,()]*)|\s(in|notin)\s*\(([^)]*)\))?")


def matcher(query: dict[str, str]) -> Callable[[Object], bool]:
    """Whether an object matches the selectors of a query."""
    labels = _terms(query.get("labelSelector", ""))
    fields = _terms(query.get("fieldSelector", ""))

    def matches(document: Object) -> bool:
        found = document["metadata"].get("labels") or {}
        of_labels = all(_holds(found.get(key), wanted, values) for key, wanted, values in labels)
        return of_labels and all(_holds(_field(document, key), wanted, values) for key, wanted, values in fields)

    return matches


def _terms(selector: str) -> list[tuple[str, bool, list[str] | None]]:
    """Each as key, whether it is wanted, and the values it may have (None: any)."""
    found: list[tuple[str, bool, list[str] | None]] = []
    for part in re.split(r",(?![^(]*\))", selector) if selector else []:
        match = _TERM.fullmatch(part.strip())
        if match is None:
            raise Refused(400, "BadRequest", f"unable to parse requirement: {part!r}")
        absent, key, operator, value, among, values = match.groups()
        listed = [one.strip() for one in values.split(",")] if among else [value] if operator else None
        found.append((key, not absent and operator != "!=" and among != "notin", listed))
    return found


def _holds(found: str | None, wanted: bool, values: list[str] | None) -> bool:
    held = found is not None and (values is None or found in values)
    return held is wanted


def _field(document: Object, path: str) -> str | None:
    found: object = document
    for part in path.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return None if found is None else str(found)
