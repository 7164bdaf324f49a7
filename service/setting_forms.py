"""The forms a setting may have: how each is read from its string, and what is told where it can't be."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import langcodes


@dataclass(frozen=True, slots=True)
class Parser:
    """How a setting is read from its string, and what may stand there; `parse` raises ValueError."""

    allowed: str
    parse: Callable[[str], Any]


def integer(low: int, high: int) -> Parser:
    """A whole number within bounds, both allowed."""

    def parse(raw: str) -> int:
        value = int(raw)
        if not low <= value <= high:
            raise ValueError(raw)
        return value

    return Parser(f"a whole number from {low} to {high}", parse)


def seconds(low: float, high: float) -> Parser:
    """A number of seconds within bounds, both allowed."""

    def parse(raw: str) -> float:
        value = float(raw)
        if not low <= value <= high:
            raise ValueError(raw)
        return value

    return Parser(f"seconds from {low:g} to {high:g}", parse)


def one_of(*values: str) -> Parser:
    """One of some words."""

    def parse(raw: str) -> str:
        if raw not in values:
            raise ValueError(raw)
        return raw

    return Parser("one of " + ", ".join(values), parse)


def _tags(raw: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(langcodes.standardize_tag(part.strip()) for part in raw.split(",") if part.strip()))
    if not 1 <= len(tags) <= 32:
        raise ValueError(raw)
    return tags


def _host(raw: str) -> str:
    if not raw.strip():
        raise ValueError(raw)
    return raw.strip()


def many_tags(raw: str) -> tuple[str, ...]:
    """BCP 47 tags in canonical form, each once; any number of them."""
    return tuple(dict.fromkeys(langcodes.standardize_tag(part.strip()) for part in raw.split(",") if part.strip()))


def _http_url(raw: str) -> str:
    """Without user, query or fragment: what is secret goes in a setting of its own."""
    found = urlsplit(raw.strip())
    bare = not (found.username or found.password or found.query or found.fragment)
    if raw.strip() and not (found.scheme in ("http", "https") and found.hostname and bare):
        raise ValueError(raw)
    return raw.strip()


def _secret(raw: str) -> str:
    if not raw.strip().isascii() or not all("!" <= character <= "~" for character in raw.strip()):
        raise ValueError
    return raw.strip()


def _flag(raw: str) -> bool:
    return {"true": True, "false": False}[raw]


def _networks(raw: str) -> tuple[str, ...]:
    """Addresses and networks, in canonical form; raises ValueError for anything else."""
    return tuple(str(ip_network(part.strip())) for part in raw.split(",") if part.strip())


def _networks_and_hosts(raw: str) -> tuple[str, ...]:
    """Networks in canonical form, host names in lower case."""
    return tuple(_network_or_host(part.strip()) for part in raw.split(",") if part.strip())


def _network_or_host(part: str) -> str:
    with suppress(ValueError):
        return str(ip_network(part))
    if not _HOST_NAME.fullmatch(part):
        raise ValueError(part)
    return part.lower()


def _origins(raw: str) -> tuple[str, ...]:
    origins = tuple(part.strip() for part in raw.split(",") if part.strip())
    for origin in origins:
        found = urlsplit(origin)
        if found.scheme not in ("http", "https") or not found.netloc or origin != f"{found.scheme}://{found.netloc}":
            raise ValueError(origin)
    return origins


def _rate(raw: str) -> str:
    if raw.strip() and not _RATE_FORM.fullmatch(raw.strip()):
        raise ValueError(raw)
    return raw.strip()


def _redis_url(raw: str) -> str:
    found = urlsplit(raw.strip())
    if raw.strip() and not (found.scheme in ("redis", "rediss", "unix") and (found.hostname or found.path)):
        raise ValueError
    return raw.strip()


_HOST_NAME = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}")
_RATE_FORM = re.compile(r"[1-9][0-9]{0,6}/(?:second|minute|hour|day)")

LANGUAGES = Parser("1 to 32 BCP 47 tags, comma separated", _tags)
HOST = Parser("an address or host name to listen on", _host)
FOLDER = Parser("a folder", Path)
FILE = Parser("a file", Path)
MANY_LANGUAGES = Parser("BCP 47 tags, comma separated", many_tags)
HTTP_URL = Parser("an http or https address without user, query and fragment", _http_url)
SECRET = Parser("printable ASCII without spaces; never shown", _secret)
NAME = Parser("any text", str.strip)
FLAG = Parser("true or false", _flag)
NETWORKS = Parser("IP addresses and networks in CIDR form, comma separated", _networks)
NETWORKS_AND_HOSTS = Parser("host names, IP addresses and networks in CIDR form, comma separated", _networks_and_hosts)
ORIGINS = Parser("origins such as https://news.example, comma separated", _origins)
RATE = Parser("a number per second, minute, hour or day, such as 120/minute; empty: no limit", _rate)
REDIS_URL = Parser("a redis://, rediss:// or unix:// address; never shown", _redis_url)
SECRETS = (SECRET, REDIS_URL)
