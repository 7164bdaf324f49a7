"""Who may do what, and how often: one look at each request before anything is done for it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from ipaddress import ip_address

import structlog
from flask import Request

from service.config import Settings
from service.errors import Forbidden, RateLimited, Unauthorised
from service.stores.key_ring import KeyRing
from service.stores.keys import Found, Key
from service.stores.limits import Counted, Policy, RateLimits
from service.web.client import client_address, limited_as, trusted_networks

log = structlog.get_logger(__name__)

OPEN = ("/", "/livez", "/readyz", "/docs", "/openapi.json", "/languages", "/models")
OPEN_UNDER = ("/page/", "/docs/")
SCOPES: Mapping[str, str] = {"/summarize": "summarize", "/jobs": "jobs", "/metrics": "metrics"}
_COUNTED = ("/summarize", "/jobs")

_HOW = "send it as `Authorization: Bearer <key>` or `X-API-Key: <key>`"
_MAKE = "whoever runs the service makes one with `newsbriefs keys add NAME`"
_KEY_START = re.compile(r"nb_[0-9a-f]{8}_")
_NAMES_IN_QUERY = {"key", "api_key", "api-key", "apikey", "access_token", "token", "x-api-key", "authorization"}


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is asking; `key_id` and `name` are None where no key is needed, `headers` go with every answer to them."""

    key_id: str | None
    name: str | None
    address: str
    headers: Mapping[str, str] = field(default_factory=dict, compare=False)


class Guard:
    """Lets callers in by key, scope and rate."""

    def __init__(self, settings: Settings, keys: KeyRing, limits: RateLimits) -> None:
        self._settings = settings
        self._keys = keys
        self._limits = limits
        self._trusted = trusted_networks(settings.trusted_proxies)
        self.keys_needed = keys_needed(settings)
        if self.keys_needed and keys.living() == 0:
            log.warning("no_keys", remedy="newsbriefs keys add NAME; until then only open paths are answered")
        if not self.keys_needed and keys_needed(replace(settings, keys="auto")):
            log.warning(
                "keys_off", host=settings.host, remedy="whoever reaches this address may use it; see SECURITY.md"
            )

    def admit(self, request: Request) -> Caller:
        """Who asks; raises Unauthorised, Forbidden, RateLimited, or StoreUnavailable where keys can't be read."""
        address = client_address(request.environ, self._trusted)
        scope = self._scope(request)
        key = self._key(request, scope) if scope is not None and self.keys_needed else None
        headers = self._count(key, address) if _is_counted(request) else {}
        return Caller(key.id if key else None, key.name if key else None, address, headers)

    def problem(self) -> str | None:
        """What is wrong with the keys, where they are needed; None where nothing is."""
        return self._keys.problem() if self.keys_needed else None

    def usable(self) -> bool:
        """Whether callers can be judged: no keys are needed, or they were read at least once."""
        return not self.keys_needed or self._keys.usable()

    def _scope(self, request: Request) -> str | None:
        """What a key must be good for; None where the path is open, or nothing is done there."""
        scope = scope_of(request.url_rule.rule) if request.url_rule is not None else None
        if request.method == "OPTIONS" or (scope == "metrics" and self._settings.metrics_open):
            return None
        return scope

    def _key(self, request: Request, scope: str) -> Key:
        _refuse_in_query(request)
        key = _living(self._keys.find(_sent(request)))
        if scope not in key.scopes:
            may = ", ".join(key.scopes)
            raise Forbidden(
                f"the key of {key.name!r} is good for {may}, not for {scope}; whoever runs the service makes one"
                f" that is with `newsbriefs keys add NAME --scope {scope}`"
            )
        return key

    def _count(self, key: Key | None, address: str) -> Mapping[str, str]:
        """Count the request against each limit in force; the headers that tell of them."""
        rules: list[tuple[Policy, str, str]] = []
        if self._settings.rate_per_address:
            rules.append(("address", self._settings.rate_per_address, limited_as(address)))
        if key is not None and (rate := key.rate or self._settings.rate_per_key):
            rules.append(("key", rate, key.id))
        counted: list[Counted] = []
        for policy, rate, who in rules:
            counted.append(self._limits.count(policy, rate, who))
            if not counted[-1].allowed:
                raise _limited(counted[-1], rate, rate_headers(counted))
        return rate_headers(counted)


def keys_needed(settings: Settings) -> bool:
    """Whether callers need a key; `auto`: unless the service listens on the loopback alone, behind no proxy."""
    if settings.keys != "auto":
        return settings.keys == "on"
    if settings.trusted_proxies:
        # Whoever reaches the proxy reaches us.
        return True
    if settings.host.lower() == "localhost":
        return False
    try:
        return not ip_address(settings.host).is_loopback
    except ValueError:
        return True


def scope_of(rule: str) -> str | None:
    """The scope that a route needs, None for an open one; one that nobody listed is closed to who has no key."""
    if rule in OPEN or rule.startswith(OPEN_UNDER):
        return None
    return SCOPES.get(rule) or ("jobs" if rule.startswith("/jobs/") else "summarize")


def rate_headers(counted: Sequence[Counted]) -> Mapping[str, str]:
    """RateLimit-Policy and RateLimit, as in draft-ietf-httpapi-ratelimit-headers-11; none without a limit."""
    if not counted:
        return {}
    return {
        "RateLimit-Policy": ", ".join(f'"{one.policy}";q={one.quota};w={one.window_seconds}' for one in counted),
        "RateLimit": ", ".join(f'"{one.policy}";r={one.remaining};t={one.reset_seconds}' for one in counted),
    }


def _is_counted(request: Request) -> bool:
    return request.method == "POST" and request.url_rule is not None and request.url_rule.rule in _COUNTED


def _refuse_in_query(request: Request) -> None:
    """A key in an address ends up in the logs of every proxy, in histories and in referrers."""
    named = any(name.lower() in _NAMES_IN_QUERY for name in request.args)
    if named or _KEY_START.search(request.query_string.decode("latin-1")):
        raise Unauthorised(
            f"a key does not belong in the address, where proxies log it: {_HOW}, and have one that was sent so revoked"
        )


def _sent(request: Request) -> str:
    """The key of the request; other kinds of Authorization are someone else's (a proxy's), and no key."""
    kind, _, rest = request.headers.get("Authorization", "").strip().partition(" ")
    bearer = rest.strip() if kind.lower() == "bearer" else ""
    plain = request.headers.get("X-API-Key", "").strip()
    if bearer and plain and bearer != plain:
        raise Unauthorised("Authorization and X-API-Key hold different keys; send one of them")
    if not (bearer or plain):
        raise Unauthorised(f"this needs a key: {_HOW}; {_MAKE}")
    return bearer or plain


def _living(found: Found) -> Key:
    """The key, where it may be used; that it has expired is told only to who sent the right secret."""
    if found.key is None or found.state == "revoked":
        raise Unauthorised(f"the key is not known, or was revoked; {_MAKE}")
    if found.key.expires is not None and found.state == "expired":
        raise Unauthorised(f"the key of {found.key.name!r} expired on {found.key.expires:%Y-%m-%d}; {_MAKE}")
    return found.key


def _limited(refused: Counted, rate: str, headers: Mapping[str, str]) -> RateLimited:
    whose = "this key" if refused.policy == "key" else "this address"
    return RateLimited(
        f"{whose} may send {rate.replace('/', ' requests a ')}, and has; try again in {refused.reset_seconds} seconds",
        retry_after_seconds=refused.reset_seconds,
        headers=headers,
        policy=refused.policy,
    )
