"""Signed callbacks: who sent them, and when, can be told from the body alone.

`X-Signature` is `sha256=` and the hexadecimal HMAC-SHA256 (RFC 2104) of the exact bytes of the body. The body holds
`sent_at`, so the time is signed with the rest, and an old callback can't be sent again by somebody who overheard it.
"""

import hmac
import json
from datetime import UTC, datetime
from hashlib import sha256

SIGNATURE_HEADER = "X-Signature"
TIMESTAMP_HEADER = "X-Timestamp"
_SCHEME = "sha256="


class SignatureRefused(ValueError):
    """A callback is not from who holds the secret, or not from now."""


def stamp(body: bytes, *, now: float) -> bytes:
    """The JSON object in `body` with `sent_at` (RFC 3339, UTC) as its last member; `now` is in Unix seconds."""
    opened = body.strip()
    if not (opened.startswith(b"{") and opened.endswith(b"}")):
        raise ValueError("a callback's body is a JSON object; this one is not")
    inner = opened[1:-1].strip()
    sent_at = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return b"{" + inner + (b"," if inner else b"") + f'"sent_at":"{sent_at}"}}'.encode()


def sign(secret: str, body: bytes) -> str:
    """The value of `X-Signature` for the exact bytes of `body`."""
    return _SCHEME + hmac.new(secret.encode(), body, sha256).hexdigest()


def verify(secret: str, body: bytes, header: str, *, now: float, tolerance_seconds: float = 300.0) -> None:
    """Raise SignatureRefused unless `header` signs `body`, and `body` was sent within the tolerance of `now`."""
    if not hmac.compare_digest(sign(secret, body).encode(), header.encode()):
        raise SignatureRefused("the signature does not fit the body; check the secret, and sign the raw bytes")
    age = now - _sent_at(body)
    if abs(age) > tolerance_seconds:
        raise SignatureRefused(
            f"the callback is {age:.0f} s old, over the {tolerance_seconds:g} s allowed; check both clocks"
        )


def _sent_at(body: bytes) -> float:
    try:
        return datetime.fromisoformat(json.loads(body)["sent_at"]).timestamp()
    except (ValueError, KeyError, TypeError) as error:
        raise SignatureRefused("the body holds no readable `sent_at`") from error
