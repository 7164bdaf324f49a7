"""What a local Kubernetes API does with a request: create, replace, patch, delete, list, watch, scale."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from . import kube_resources
from .kube_controllers import settle
from .kube_patch import json_patch, merge_patch, strategic_merge, withdrawn
from .kube_resources import BY_KIND, Resource
from .kube_rules import filled, refuse_change, refuse_invalid
from .kube_schemas import schema_of, unknown, wrong
from .kube_selectors import matcher
from .kube_store import Key, Object, Refused, Store, now

# A namespace waits, as a cluster's does (five seconds), so that what was deleted along with it is still found.
_GRACE_SECONDS = 3.0
Query = dict[str, str]
Answer = tuple[Object, list[str]]


@dataclass(frozen=True)
class Route:
    """What a path names: `part` is a subresource."""

    resource: Resource
    namespace: str = ""
    name: str = ""
    part: str = ""

    @classmethod
    def of(cls, path: str, plural: str) -> "Route":
        """The route of a list."""
        resource = kube_resources.find(path, plural)
        assert resource is not None
        return cls(resource)

    @property
    def key(self) -> Key:
        """The key of the object it names."""
        return Key(self.resource, self.namespace, self.name)


class Objects:
    """The requests, over a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._deleted_at = 0.0
        self._applied: dict[tuple[Key, str], Object] = {}

    def get(self, route: Route) -> Object:
        """One object, or its scale."""
        found = self._store.get(route.key)
        if route.part == "scale":
            return _scale_of(found)
        if route.part not in ("", "status"):
            raise Refused(501, "NotImplemented", f"nothing runs here: no {route.part} of {route.name}")
        return found

    def list(self, route: Route, query: Query) -> Object:
        """All that match the selectors of the query."""
        matches = matcher(query)
        with self._store.changed:
            found = self._store.of(route.resource.kind, route.namespace)
            version = str(self._store.version)
        items = sorted(filter(matches, found), key=lambda one: (one["metadata"].get("namespace", ""), _name(one)))
        kind = f"{route.resource.kind}List"
        metadata = {"resourceVersion": version}
        return {"kind": kind, "apiVersion": route.resource.api_version, "metadata": metadata, "items": items}

    def watch(self, route: Route, query: Query) -> Iterator[Object]:
        """Events of what matches; without a version, what is there already comes first."""
        matches = matcher(query)
        since = int(query.get("resourceVersion") or 0)
        if not since:
            listed = self.list(route, query)
            since = int(listed["metadata"]["resourceVersion"])
            yield from ({"type": "ADDED", "object": one} for one in listed["items"])
        seconds = float(query.get("timeoutSeconds") or 300)
        for event in self._store.watch(route.resource, route.namespace, since=since, seconds=seconds):
            if matches(event.object):
                yield {"type": event.type, "object": event.object}

    def create(self, route: Route, document: Object, query: Query) -> Answer:
        """Add one."""
        document, warnings = self._checked(route, document, query)
        key = Key(route.resource, route.namespace, _name(document))
        with self._store.changed:
            self._refuse_homeless(key)
            if query.get("dryRun"):
                return self._rehearsed(key, document), warnings
            self._store.create(key, document)
            settle(self._store)
            return self._store.objects[key], warnings

    def replace(self, route: Route, document: Object, query: Query) -> Answer:
        """Put one in the place of what was there."""
        if route.part == "scale":
            replicas = document["spec"]["replicas"]
            return _scale_of(self._change(route, {"spec": {"replicas": replicas}}, query, merge_patch)[0]), []
        return self._change(route, document, query, lambda before, after: after)

    def patch(self, route: Route, kind: str, patch: Any, query: Query) -> Answer:
        """Change one by a patch of that media type; server-side apply makes what does not exist."""
        schema = {} if route.resource.custom else schema_of(route.resource)
        if kind == kube_resources.APPLY:
            return self._apply(route, patch, query, schema)
        if kind == kube_resources.STRATEGIC and not route.resource.custom:
            return self._change(route, patch, query, lambda one, change: strategic_merge(one, change, schema))
        if kind == kube_resources.MERGE:
            answer, warnings = self._change(route, patch, query, merge_patch)
            return (_scale_of(answer) if route.part == "scale" else answer), warnings
        if kind == kube_resources.JSON_PATCH:
            return self._change(route, patch, query, json_patch)
        raise Refused(415, "UnsupportedMediaType", f"the body of the request was in an unknown format: {kind}")

    def delete(self, route: Route, query: Query) -> Object:
        """Remove one and what it made; without a name, all that match. A namespace goes a while later."""
        with self._store.changed:
            names = [route.name] if route.name else [_name(one) for one in self.list(route, query)["items"]]
            keys = [Key(route.resource, route.namespace, name) for name in names]
            found = [self._store.get(key) for key in keys]
            for key in keys if not query.get("dryRun") else []:
                self._remove(key)
            settle(self._store)
        details = {"name": route.name, "kind": route.resource.plural}
        if route.name:
            details["uid"] = found[0]["metadata"]["uid"]
        return {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Success", "details": details}

    def _remove(self, key: Key) -> None:
        self._deleted_at = time.monotonic()
        if key.resource.kind != "Namespace":
            self._store.delete(key)
            return
        found = self._store.get(key)
        metadata = {**found["metadata"], "deletionTimestamp": now()}
        self._store.update(key, {**found, "metadata": metadata, "status": {"phase": "Terminating"}})
        threading.Thread(target=self._end, args=(key,), daemon=True).start()

    def _end(self, namespace: Key) -> None:
        with self._store.changed:
            while namespace in self._store.objects and not self._store.closed:
                left = self._deleted_at + _GRACE_SECONDS - time.monotonic()
                if left <= 0 and not self._held(namespace):
                    self._store.delete(namespace)
                else:
                    self._store.changed.wait(left if left > 0 else None)

    def _held(self, namespace: Key) -> bool:
        """Whether something that lies in it has finalizers, for which a cluster waits."""
        inside = [one for key, one in self._store.objects.items() if key.namespace == namespace.name]
        return any(one["metadata"].get("finalizers") for one in inside)

    def _apply(self, route: Route, document: Object, query: Query, schema: Object) -> Answer:
        owner = (route.key, query.get("fieldManager", ""))
        before = self._applied.get(owner, {})
        if route.key not in self._store.objects:
            answer = self.create(route, document, query)
        else:
            drop = withdrawn(before, document, schema)

            def merged(one: Object, change: Object) -> Object:
                return strategic_merge(strategic_merge(one, drop, schema), change, schema)

            answer = self._change(route, document, query, merged)
        if not query.get("dryRun"):
            self._applied[owner] = document
        return answer

    def _change(self, route: Route, change: Any, query: Query, merge: Any) -> Answer:
        with self._store.changed:
            before = self._store.get(route.key)
            _refuse_stale(before, change)
            try:
                after, warnings = self._checked(route, merge(before, change), query)
            except ValueError as error:
                raise Refused(422, "Invalid", str(error)) from error
            refuse_change(route.resource, before, after)
            if query.get("dryRun"):
                return self._rehearsed(route.key, after), warnings
            self._store.update(route.key, after)
            settle(self._store)
            return self._store.objects[route.key], warnings

    def _rehearsed(self, key: Key, document: Object) -> Object:
        """What would be stored, by storing it in a copy."""
        copy = Store(dict(self._store.objects), [], self._store.version)
        return copy.update(key, document) if key in copy.objects else copy.create(key, document)

    def _checked(self, route: Route, document: Object, query: Query) -> Answer:
        resource = route.resource
        _refuse_other(route, document)
        strange = unknown(resource, document)
        if strange and query.get("fieldValidation", "Warn") == "Strict":
            raise Refused(400, "BadRequest", f"strict decoding error: {', '.join(strange)}")
        if found := wrong(resource, document):
            name = _name(document)
            raise Refused(422, "Invalid", f'{resource.kind} "{name}" is invalid: {"; ".join(found[:3])}')
        warnings = strange if query.get("fieldValidation") != "Ignore" else []
        metadata = dict(document["metadata"])
        if resource.namespaced:
            metadata["namespace"] = route.namespace
        made = filled({**document, "kind": resource.kind, "metadata": metadata})
        refuse_invalid(resource, made)
        return made, warnings

    def _refuse_homeless(self, key: Key) -> None:
        if not key.resource.namespaced:
            return
        namespace = self._store.objects.get(Key(BY_KIND["Namespace"], "", key.namespace))
        if namespace is None:
            raise Refused(404, "NotFound", f'namespaces "{key.namespace}" not found')
        if "deletionTimestamp" in namespace["metadata"]:
            message = f"unable to create new content in namespace {key.namespace} because it is being terminated"
            raise Refused(403, "Forbidden", message)


def _refuse_other(route: Route, document: Object) -> None:
    """What does not belong where it is sent."""
    metadata = document.get("metadata") or {}
    wanted = (route.resource.api_version, route.resource.kind)
    if (document.get("apiVersion"), document.get("kind")) != wanted:
        raise Refused(400, "BadRequest", f"{document.get('apiVersion')} {document.get('kind')} is not {wanted}")
    if not metadata.get("name") or (route.name and metadata["name"] != route.name):
        raise Refused(422, "Invalid", f"metadata.name: {metadata.get('name')!r} where {route.name!r} was asked for")
    if metadata.get("namespace", route.namespace) != route.namespace:
        message = f"the namespace {metadata['namespace']!r} of the object is not that of the request"
        raise Refused(400, "BadRequest", message)


def _refuse_stale(before: Object, change: Any) -> None:
    metadata = change.get("metadata") if isinstance(change, dict) else None
    version = (metadata or {}).get("resourceVersion")
    if version and version != before["metadata"]["resourceVersion"]:
        message = f'"{_name(before)}": the object has been modified; apply your changes to the latest version'
        raise Refused(409, "Conflict", message)


def _scale_of(found: Object) -> Object:
    metadata = {name: found["metadata"][name] for name in ("name", "namespace", "uid", "resourceVersion")}
    labels = found["spec"]["selector"].get("matchLabels", {})
    status = {"replicas": found["status"]["replicas"], "selector": ",".join(f"{a}={b}" for a, b in labels.items())}
    spec = {"replicas": found["spec"]["replicas"]}
    return {"kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": metadata, "spec": spec, "status": status}


def _name(document: Object) -> str:
    return str((document.get("metadata") or {}).get("name", ""))
