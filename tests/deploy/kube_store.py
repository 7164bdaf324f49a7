"""The objects a local Kubernetes API holds, with their versions, and what happened to them."""

import threading
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from .kube_resources import BY_KIND, Resource

Object = dict[str, Any]


class Refused(Exception):
    """What the API answers instead of the object."""

    def __init__(self, code: int, reason: str, message: str) -> None:
        super().__init__(message)
        self.code, self.reason, self.message = code, reason, message

    def status(self) -> Object:
        """As it is sent."""
        return {
            "kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure",
            "message": self.message, "reason": self.reason, "code": self.code,
        }  # fmt: skip


@dataclass(frozen=True)
class Key:
    """Where an object lies; `namespace` is empty for what belongs to the cluster."""

    resource: Resource
    namespace: str
    name: str


@dataclass
class Event:
    """One change, at the version it made."""

    version: int
    type: str
    key: Key
    object: Object


@dataclass
class Store:
    """Every object by its key; none is ever changed in place. Whoever changes several at once holds `changed`."""

    objects: dict[Key, Object] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    version: int = 1
    changed: threading.Condition = field(default_factory=threading.Condition)
    closed: bool = False

    def get(self, key: Key) -> Object:
        """It; raises Refused where it does not exist."""
        with self.changed:
            if key not in self.objects:
                raise Refused(404, "NotFound", f'{key.resource.qualified} "{key.name}" not found')
            return self.objects[key]

    def of(self, kind: str, namespace: str = "") -> list[Object]:
        """All of a kind, in a namespace or in all."""
        with self.changed:
            found = [(key, one) for key, one in self.objects.items() if key.resource.kind == kind]
            return [one for key, one in found if namespace in ("", key.namespace)]

    def create(self, key: Key, document: Object) -> Object:
        """Add one; raises Refused where there is one of this name."""
        with self.changed:
            if key in self.objects:
                raise Refused(409, "AlreadyExists", f'{key.resource.qualified} "{key.name}" already exists')
            born = {"uid": str(uuid.uuid4()), "creationTimestamp": now(), "generation": 1}
            made = {**document, "metadata": {**document["metadata"], **born}}
            return self._put("ADDED", key, made)

    def update(self, key: Key, document: Object) -> Object:
        """Replace one; nothing happens where nothing changed, and `generation` counts changes of what is wanted."""
        with self.changed:
            before = self.get(key)
            metadata = {**document["metadata"]}
            for name in ("uid", "creationTimestamp", "generation", "resourceVersion"):
                metadata[name] = before["metadata"][name]
            made = {**document, "metadata": metadata}
            if made == before:
                return before
            if _wanted(made) != _wanted(before):
                metadata["generation"] += 1
            return self._put("MODIFIED", key, made)

    def delete(self, key: Key) -> Object:
        """Remove one and what it owns, or what lies in the namespace it is."""
        with self.changed:
            gone = self.get(key)
            del self.objects[key]
            uid = gone["metadata"]["uid"]
            for other, one in list(self.objects.items()):
                owned = any(owner["uid"] == uid for owner in one["metadata"].get("ownerReferences", []))
                inside = key.resource.kind == "Namespace" and other.namespace == key.name
                if (owned or inside) and other in self.objects:
                    self.delete(other)
            self._tell("DELETED", key, gone)
            return gone

    def watch(self, resource: Resource, namespace: str, *, since: int, seconds: float) -> Iterator[Event]:
        """What happens to objects of a kind after a version, until the time is over."""
        end = datetime.now(UTC).timestamp() + seconds
        seen = since
        while (left := end - datetime.now(UTC).timestamp()) > 0 and not self.closed:
            with self.changed:
                new = [event for event in self.events if event.version > seen]
                if not new:
                    self.changed.wait(min(left, 1.0))
                    continue
            seen = new[-1].version
            yield from (one for one in new if one.key.resource == resource and namespace in ("", one.key.namespace))

    def close(self) -> None:
        """End every watch."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def _put(self, kind: str, key: Key, made: Object) -> Object:
        self.objects[key] = self._tell(kind, key, made)
        return self.objects[key]

    def _tell(self, kind: str, key: Key, document: Object) -> Object:
        self.version += 1
        metadata = {**document["metadata"], "resourceVersion": str(self.version)}
        told = {"apiVersion": key.resource.api_version, "kind": key.resource.kind, **document, "metadata": metadata}
        self.events.append(Event(self.version, kind, key, told))
        self.changed.notify_all()
        return told


def _wanted(document: Object) -> Object:
    return {name: value for name, value in document.items() if name not in ("status", "metadata")}


def now() -> str:
    """The time as the API writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def key_of(document: Object) -> Key:
    """The key of an object that came out of the store."""
    metadata = document["metadata"]
    return Key(BY_KIND[document["kind"]], metadata.get("namespace", ""), metadata["name"])


def owned_by(owner: Object) -> list[Object]:
    """The `ownerReferences` of what `owner` makes."""
    names = {"name": owner["metadata"]["name"], "uid": owner["metadata"]["uid"]}
    return [{"apiVersion": owner["apiVersion"], "kind": owner["kind"], **names, "controller": True}]


def owned(store: Store, kind: str, owner: Object) -> list[Object]:
    """All of a kind that `owner` made."""
    uid = owner["metadata"]["uid"]
    found = store.of(kind, owner["metadata"].get("namespace", ""))
    return [one for one in found if any(uid == ref["uid"] for ref in one["metadata"].get("ownerReferences", []))]
