"""Kubernetes' protobuf of the small kinds that `kubectl create` sends so: namespaces, secrets and the like.

The numbers are those of k8s.io/api/core/v1/generated.proto and k8s.io/apimachinery/pkg/apis/meta/v1/generated.proto.
"""

import base64
from collections.abc import Callable, Iterator
from typing import Any

from .kube_store import Object, Refused

MAGIC = b"k8s\0"
_VARINT, _BYTES = 0, 2


def decoded(raw: bytes) -> Object:
    """The object; raises Refused (415) for a kind or a field that is not known here."""
    envelope = dict(_fields(raw[len(MAGIC) :]))
    kind = dict(_fields(envelope[1]))
    document: Object = {"apiVersion": kind[1].decode(), "kind": kind[2].decode()}
    known = _KINDS.get(document["kind"])
    if known is None:
        raise Refused(415, "UnsupportedMediaType", f"{document['kind']} is not taken as protobuf here; use apply")
    return {**document, **_message(envelope[2], {1: ("metadata", _metadata), **known})}


def _message(raw: bytes, known: "dict[int, Field]") -> Object:
    found: Object = {}
    for number, value in _fields(raw):
        if not value:
            continue
        if number not in known:
            raise Refused(415, "UnsupportedMediaType", f"field {number} is not taken as protobuf here; use apply")
        name, read = known[number]
        if read is not None:
            made = read(value)
            found[name] = {**found.get(name, {}), **made} if isinstance(made, dict) else made
    return found


def _fields(raw: bytes) -> Iterator[tuple[int, Any]]:
    at = 0
    while at < len(raw):
        tag, at = _varint(raw, at)
        value, at = _varint(raw, at)
        if tag & 7 == _VARINT:
            yield tag >> 3, value
        elif tag & 7 == _BYTES:
            yield tag >> 3, raw[at : at + value]
            at += value
        else:
            raise Refused(415, "UnsupportedMediaType", f"wire type {tag & 7} is not taken here")


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = raw[at]
        value, shift, at = value | (byte & 0x7F) << shift, shift + 7, at + 1
        if not byte & 0x80:
            return value, at


def _text(raw: bytes) -> str:
    return raw.decode()


def _entry(raw: bytes) -> dict[str, str]:
    entry = dict(_fields(raw))
    return {entry[1].decode(): entry.get(2, b"").decode()}


def _coded_entry(raw: bytes) -> dict[str, str]:
    entry = dict(_fields(raw))
    return {entry[1].decode(): base64.b64encode(entry.get(2, b"")).decode()}


def _metadata(raw: bytes) -> Object:
    return _message(raw, _METADATA)


Field = tuple[str, Callable[[Any], Any] | None]
_METADATA: dict[int, Field] = {
    1: ("name", _text),
    3: ("namespace", _text),
    11: ("labels", _entry),
    12: ("annotations", _entry),
}
_KINDS: dict[str, dict[int, Field]] = {
    "Namespace": {2: ("spec", None), 3: ("status", None)},
    "ServiceAccount": {},
    "ConfigMap": {2: ("data", _entry), 3: ("binaryData", _coded_entry)},
    "Secret": {2: ("data", _coded_entry), 3: ("type", _text), 4: ("stringData", _entry)},
}
