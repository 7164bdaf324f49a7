"""Who is asking, by address: the peer, or whom a trusted load balancer says it speaks for."""

from collections.abc import Iterable, Mapping, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

UNKNOWN = "unknown"
"""The address of a peer that has none, as over a Unix socket."""
_SUBSCRIBER_BITS = 64


def trusted_networks(networks: Iterable[str]) -> tuple[Network, ...]:
    """The networks of NEWSBRIEFS_TRUSTED_PROXIES."""
    return tuple(ip_network(network) for network in networks)


def client_address(environ: Mapping[str, Any], trusted: Sequence[Network]) -> str:
    """The address of the client, in canonical form.

    X-Forwarded-For is believed only as far as trusted proxies wrote it: read from the right, each entry was added by
    the one to its right, so the first that is not trusted is the client; what stands left of it anyone may have made
    up. An entry that is no address ends the walk at the proxy that passed it on.
    """
    at = parse_address(environ.get("REMOTE_ADDR") or "")
    if at is None:
        return UNKNOWN
    entries = str(environ.get("HTTP_X_FORWARDED_FOR", "")).split(",")
    while entries and _is_trusted(at, trusted):
        before = parse_address(entries.pop())
        if before is None:
            break
        at = before
    return str(at)


def limited_as(address: str) -> str:
    """Whom an address is counted as: IPv6 by its /64, which is the least one subscriber has."""
    parsed = parse_address(address)
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, _SUBSCRIBER_BITS), strict=False))
    return address


def parse_address(raw: str) -> Address | None:
    """An address, with or without a port, brackets and zone; an IPv4 one in IPv6 clothes becomes itself."""
    bare = _without_port(raw.strip())
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _without_port(raw: str) -> str:
    """`[2001:db8::1]:443` and `192.0.2.1:443` without their ports; a bare IPv6 address has none."""
    if raw.startswith("["):
        inside, closed, rest = raw[1:].partition("]")
        return inside if closed and (not rest or _is_port(rest)) and ":" in inside else ""
    host, colon, _ = raw.partition(":")
    if raw.count(":") == 1 and _is_port(raw[len(host) :]):
        return host if "." in host else ""
    return raw if not colon or raw.count(":") > 1 else ""


def _is_port(raw: str) -> bool:
    digits = raw[1:]
    return raw.startswith(":") and digits.isascii() and digits.isdecimal() and len(digits) <= 5


def _is_trusted(address: Address, trusted: Sequence[Network]) -> bool:
    return any(address in network for network in trusted)
