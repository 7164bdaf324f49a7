"""Everything that can go wrong, as one tree.

::

    NewsbriefsError
    ├── ConfigError              a setting is unknown or bad; stops the start
    ├── ModelStoreError          a model can't be pulled, verified or removed; never over HTTP
    ├── RequestError             the caller can mend it
    │   ├── MalformedBody        not JSON, or not UTF-8
    │   ├── InvalidField         one or more fields are wrong, each with a pointer
    │   │   └── LanguageUnsupported
    │   ├── BodyTooLarge         the body, or the article in it, is over the limit
    │   ├── UnsupportedMedia     the body is not application/json
    │   ├── NotAcceptable        the answer can't be given in a type the caller accepts
    │   ├── Unauthorised         no key, or one that is not known (any more)
    │   ├── Forbidden            a key that may not do this
    │   ├── JobUnknown           no such job, or not this caller's
    │   ├── KeyReused            an Idempotency-Key that stands for another body
    │   └── RateLimited          over the client's rate
    ├── ServiceError             the service can't do it now
    │   ├── NotReady             engines are loading, or failed to load
    │   ├── Overloaded           more work than can be done in time
    │   ├── StoreUnavailable     what keeps jobs or keys does not answer
    │   └── DeadlinePassed       nothing was ready in time
    ├── Cancelled                nobody waits for it any more; never over HTTP
    └── EngineError              an engine failed on one input
        ├── EngineUnavailable    its program, data or weights are missing or died
        │   └── ModelMissing     a model is not in the store, or not whole
        ├── EngineTimeout        it ran past its deadline
        ├── EngineCancelled      nobody waits for it any more
        ├── UnusableOutput       what a model wrote can't be used: a loop, an echo, nothing, nothing supported
        ├── NoRoute              no installed pair leads from source to target
        ├── CeilingTooLow        no whole sentence fits the length asked for
        └── CheckFailed          strict mode, and no wording passed the checks

A message names the value, the limit and the remedy. The HTTP status of each class stands in
`service.web.problems.STATUS`, and nowhere else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class NewsbriefsError(Exception):
    """Any error this package raises on purpose."""


class ConfigError(NewsbriefsError):
    """A setting is unknown or has a bad value."""


class ModelStoreError(NewsbriefsError):
    """A model can't be pulled, verified or removed; only the command line meets it."""


class RequestError(NewsbriefsError):
    """The request can't be served as it stands; the caller can mend it."""


class MalformedBody(RequestError):
    """The body is not JSON, or not UTF-8."""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One wrong field: an RFC 6901 JSON pointer to it, and what is allowed there."""

    pointer: str
    detail: str


class InvalidField(RequestError):
    """One or more fields are wrong; `problems` lists each with its pointer."""

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        super().__init__("; ".join(f"{p.pointer or '(body)'}: {p.detail}" for p in problems))
        self.problems = tuple(problems)


class LanguageUnsupported(InvalidField):
    """A language is not offered by any loaded engine."""


class BodyTooLarge(RequestError):
    """The body, or the article in it, is over the limit."""


class UnsupportedMedia(RequestError):
    """The body is not sent as application/json."""


class NotAcceptable(RequestError):
    """The answer can't be given in any type the caller accepts."""


class Unauthorised(RequestError):
    """No key was sent, or one that is not known, was revoked, or has expired."""


class Forbidden(RequestError):
    """The key may not do this."""


class JobUnknown(RequestError):
    """There is no such job, or it is another caller's, or it was finished too long ago."""


class KeyReused(RequestError):
    """The Idempotency-Key was sent before, with another body."""


class RateLimited(RequestError):
    """The client sent more than its rate allows; `headers` are the limit's, `policy` says which (key, address)."""

    def __init__(
        self, message: str, *, retry_after_seconds: int, headers: Mapping[str, str], policy: str = "key"
    ) -> None:
        super().__init__(message)
        self.policy = policy
        self.retry_after_seconds = retry_after_seconds
        self.headers = dict(headers)


class Cancelled(NewsbriefsError):
    """Nobody waits for the work any more: the client hung up, or the job was cancelled."""


class ServiceError(NewsbriefsError):
    """The service can't do it now; trying later may help."""

    retry_after_seconds: int | None = None


class NotReady(ServiceError):
    """Engines are still loading, or one failed to load."""

    retry_after_seconds = 5


class Overloaded(ServiceError):
    """More work is waiting than can be done in time; `retry_after_seconds` is when there should be room."""

    def __init__(self, message: str, *, retry_after_seconds: int) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class StoreUnavailable(ServiceError):
    """What keeps jobs or keys does not answer; nothing was accepted."""

    retry_after_seconds = 5


class DeadlinePassed(ServiceError):
    """The deadline passed before any language was ready."""


class EngineError(NewsbriefsError):
    """An engine failed on one input; its batch mates are not touched.

    `reason` is the short machine-readable name that a failed brief carries, `title` the same for people.
    """

    reason = "engine"
    title = "The engine failed"


class EngineUnavailable(EngineError):
    """The engine's program, data or weights are missing, or its process died."""

    reason = "unavailable"
    title = "The engine is not available"


class ModelMissing(EngineUnavailable):
    """A model is not in the store, or not whole; the message names the command that pulls it."""


class EngineTimeout(EngineError):
    """The engine ran past the deadline of the request."""

    reason = "deadline"
    title = "The deadline passed"


class EngineCancelled(EngineError):
    """Nobody waits for the result any more; what was queued for it is dropped."""

    reason = "cancelled"
    title = "The request was cancelled"


class UnusableOutput(EngineError):
    """What a model wrote can't be used: nothing, a loop, the source again, words that the article does not support."""

    reason = "output"
    title = "The model's output can't be used"


class NoRoute(EngineError):
    """No installed translation pair, direct or over pivots, leads from source to target."""

    reason = "no-route"
    title = "The language can't be reached"


class CeilingTooLow(EngineError):
    """Not one whole sentence fits the length asked for."""

    reason = "length"
    title = "No sentence fits the length"


class CheckFailed(EngineError):
    """In strict mode: no wording of this brief passed its checks."""

    reason = "checks"
    title = "No wording passed its checks"
