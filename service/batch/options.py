"""What the command line says for every line that doesn't say otherwise."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from service.batch.records import BatchRefused
from service.config import Settings
from service.errors import InvalidField
from service.web.intake import validate


def defaults_of(asked: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """The options that were given, as fields of a request; raises BatchRefused where one is wrong."""
    given = {name: value for name, value in asked.items() if value is not None}
    languages = given.pop("languages", None)
    tags = [tag.strip() for tag in (languages or "").split(",") if tag.strip()]
    given["languages"] = tags if languages is not None else list(settings.default_languages)
    if "length" in given:
        given["length"] = _length(given["length"])
    try:
        validate({"text": "-", **given})
    except InvalidField as error:
        raise BatchRefused("; ".join(f"{_option(item.pointer)}: {item.detail}" for item in error.problems)) from error
    return given


def options_digest(defaults: Mapping[str, Any]) -> str:
    """What tells two ways of asking apart, beside the lines themselves."""
    return sha256(json.dumps(defaults, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def _option(pointer: str) -> str:
    name = pointer.split("/")[1] if "/" in pointer else pointer
    return {"languages": "--to", "source_language": "--from"}.get(name, f"--{name}")


def _length(raw: str) -> str | dict[str, int]:
    name, equals, number = raw.partition("=")
    if not equals:
        return raw
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise BatchRefused(f"--length {raw}: after = give a whole number, as in max_words=60")
    return {name: int(number)}
