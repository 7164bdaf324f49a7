"""Keys of callers: what one looks like, what is kept of it, and how its file is read.

A key is `nb_<id>_<secret>`: 8 and 64 hexadecimal digits. Of the secret only its sha256 is kept. A plain hash
suffices, because the secret is 256 random bits: there is no dictionary to try, and nothing for a salt or for many
rounds (made for passwords, which people choose) to slow down.
"""

import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from service.errors import ConfigError

SCOPES = ("summarize", "jobs", "metrics")
DEFAULT_SCOPES = ("summarize", "jobs")
# Enough to know a key by wherever it turns up: in a query string, or in a log that is searched for leaks.
KEY_FORM = re.compile(r"nb_([0-9a-f]{8})_([0-9a-f]{64})")
RATE_FORM = re.compile(r"[1-9][0-9]{0,6}/(?:second|minute|hour|day)")
NAME_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")

_VERSION = 1
_ID_FORM = re.compile(r"[0-9a-f]{8}")
_HASH_FORM = re.compile(r"[0-9a-f]{64}")
_UNKNOWN = hashlib.sha256(b"the secret of no key").hexdigest()

KeyState = Literal["living", "expired", "revoked", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What is kept of one key; `rate` None stands for NEWSBRIEFS_RATE_PER_KEY, `expires` None for never."""

    id: str
    name: str
    sha256: str
    created: datetime
    expires: datetime | None
    rate: str | None
    scopes: tuple[str, ...]
    revoked: datetime | None

    def state(self, now: datetime) -> KeyState:
        """Whether the key may be used at `now` (with a time zone)."""
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= now else "living"


@dataclass(frozen=True, slots=True)
class Found:
    """What a sent key turned out to be; `key` is None where it is unknown, and only there."""

    state: KeyState
    key: Key | None


def new_secret() -> str:
    """256 random bits, as 64 hexadecimal digits."""
    return secrets.token_hex(32)


def new_id(taken: Iterable[str]) -> str:
    """An id that is not among `taken`."""
    known = set(taken)
    while (candidate := secrets.token_hex(4)) in known:
        pass
    return candidate


def hash_of(secret: str) -> str:
    """The sha256 of a secret, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find(sent: str, keys: dict[str, Key], *, now: datetime) -> Found:
    """What `sent` is among `keys` (by id); an unknown id takes the time of a known one with a wrong secret."""
    match = KEY_FORM.fullmatch(sent)
    identity, secret = match.groups() if match else ("", sent)
    key = keys.get(identity)
    same = hmac.compare_digest(hash_of(secret), key.sha256 if key is not None else _UNKNOWN)
    return Found(key.state(now), key) if same and key is not None else Found("unknown", None)


def dump(keys: Sequence[Key]) -> str:
    """The text of a file with these keys."""
    rows = [
        {
            "id": key.id,
            "name": key.name,
            "sha256": key.sha256,
            "created": _written(key.created),
            "expires": _written(key.expires),
            "rate": key.rate,
            "scopes": list(key.scopes),
            "revoked": _written(key.revoked),
        }
        for key in keys
    ]
    return json.dumps({"version": _VERSION, "keys": rows}, indent=2, ensure_ascii=False) + "\n"


def load(text: str) -> tuple[Key, ...]:
    """The keys in the text of a file; raises ConfigError that names what is wrong in which key, never a hash."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"the file of keys is not JSON (line {getattr(error, 'lineno', 1)})") from None
    if not isinstance(document, dict) or document.get("version") != _VERSION:
        raise ConfigError(f"the file of keys is not of version {_VERSION}, the one this program reads")
    rows = document.get("keys")
    if not isinstance(rows, list):
        raise ConfigError("the file of keys has no list `keys`")
    keys = tuple(_key(row, number) for number, row in enumerate(rows))
    _check_distinct("id", [key.id for key in keys])
    _check_distinct("name", [key.name for key in keys if key.revoked is None])
    return keys


def _key(row: Any, number: int) -> Key:
    if not isinstance(row, dict):
        raise ConfigError(f"key {number} of the file of keys is no object")
    wrong = [name for name, form in _FIELDS.items() if not form(row.get(name))]
    wrong += [name for name in row if name not in _FIELDS]
    if wrong:
        raise ConfigError(f"key {number} of the file of keys has a bad or unknown {', '.join(map(repr, wrong))}")
    return Key(
        id=row["id"],
        name=row["name"],
        sha256=row["sha256"],
        created=datetime.fromisoformat(row["created"]),
        expires=_read(row.get("expires")),
        rate=row.get("rate"),
        scopes=tuple(row["scopes"]),
        revoked=_read(row.get("revoked")),
    )


def _check_distinct(what: str, values: list[str]) -> None:
    twice = sorted({value for value in values if values.count(value) > 1})
    if twice:
        raise ConfigError(f"the file of keys has the {what} {twice[0]!r} twice")


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _read(moment: str | None) -> datetime | None:
    return None if moment is None else datetime.fromisoformat(moment)


def _text(form: re.Pattern[str]) -> Any:
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


def _is_moment(value: Any) -> bool:
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _are_scopes(value: Any) -> bool:
    return isinstance(value, list) and value != [] and all(scope in SCOPES for scope in value)


def _or_null(form: Any) -> Any:
    return lambda value: value is None or form(value)


_FIELDS: dict[str, Any] = {
    "id": _text(_ID_FORM),
    "name": _text(NAME_FORM),
    "sha256": _text(_HASH_FORM),
    "created": _is_moment,
    "expires": _or_null(_is_moment),
    "rate": _or_null(_text(RATE_FORM)),
    "scopes": _are_scopes,
    "revoked": _or_null(_is_moment),
}
