"""Where a callback may go: nowhere inside, unless the operator lists it.

A URL is read in one place only, here, so that what was checked is what is called. A name is resolved once, every
address it has is judged, and the sender connects to one of those addresses and to no other.
"""

import re
import socket
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import SplitResult, urlsplit

import idna

Address = IPv4Address | IPv6Address
GetAddrInfo = Callable[..., Sequence[tuple[Any, ...]]]

LONGEST_URL = 2048
_PORTS = {"http": 80, "https": 443}
_REMEDY = "the operator can list it in NEWSBRIEFS_CALLBACK_ALLOW"

# The blocked ports of the Fetch standard (section 2.9), and Redis: other protocols that could be fed with a POST.
# fmt: off
_BLOCKED_PORTS = frozenset((
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
    109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
    526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
    3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
))
# fmt: on

# IANA's registries of special-purpose addresses, written out: `is_global` of the standard library follows them only in
# newer patch releases. 168.63.129.16 looks public and is the host agent of every machine on Azure.
_CLOSED_V4 = [
    (ip_network("0.0.0.0/8"), "this network"),
    (ip_network("10.0.0.0/8"), "private"),
    (ip_network("100.64.0.0/10"), "shared by carriers"),
    (ip_network("127.0.0.0/8"), "loopback"),
    (ip_network("168.63.129.16/32"), "metadata of a cloud"),
    (ip_network("169.254.0.0/16"), "link-local"),
    (ip_network("172.16.0.0/12"), "private"),
    (ip_network("192.0.0.0/24"), "reserved for protocols"),
    (ip_network("192.0.2.0/24"), "documentation"),
    (ip_network("192.31.196.0/24"), "reserved for protocols"),
    (ip_network("192.52.193.0/24"), "reserved for protocols"),
    (ip_network("192.88.99.0/24"), "6to4"),
    (ip_network("192.168.0.0/16"), "private"),
    (ip_network("192.175.48.0/24"), "reserved for protocols"),
    (ip_network("198.18.0.0/15"), "benchmarking"),
    (ip_network("198.51.100.0/24"), "documentation"),
    (ip_network("203.0.113.0/24"), "documentation"),
    (ip_network("224.0.0.0/4"), "multicast"),
    (ip_network("240.0.0.0/4"), "reserved"),
]
# Global unicast is 2000::/3; what is closed within it, and names for the best known outside it.
_GLOBAL_V6 = ip_network("2000::/3")
_NAT64 = ip_network("64:ff9b::/96")
_CLOSED_V6 = [
    (ip_network("::/128"), "unspecified"),
    (ip_network("::1/128"), "loopback"),
    (ip_network("::ffff:0:0/96"), "IPv4 in IPv6"),
    (ip_network("::/96"), "IPv4 in IPv6"),
    (ip_network("64:ff9b:1::/48"), "NAT64 of a local network"),
    (ip_network("2001::/32"), "Teredo"),
    (ip_network("2001::/23"), "reserved for protocols"),
    (ip_network("2001:db8::/32"), "documentation"),
    (ip_network("2002::/16"), "6to4"),
    (ip_network("2620:4f:8000::/48"), "reserved for protocols"),
    (ip_network("3fff::/20"), "documentation"),
    (ip_network("fc00::/7"), "private"),
    (ip_network("fe80::/10"), "link-local"),
    (ip_network("fec0::/10"), "private"),
    (ip_network("ff00::/8"), "multicast"),
]
_NAME = re.compile(r"(?=.{1,253}\Z)(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


class AddressRefused(ValueError):
    """A name leads where no callback may go."""


@dataclass(frozen=True, slots=True)
class Target:
    """A callback's URL, read: `host` is in lower case ASCII or an IP address, without brackets or a last dot."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """What stands in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def check_url(url: str, *, allow: Collection[str]) -> None:
    """Raise ValueError, with the reason for the caller, unless callbacks may go to `url` as far as it can be told now.

    An IP address is judged at once; where a name leads is only judged when a callback is sent.
    """
    target = read_url(url)
    literal = _literal(target.host)
    if literal is not None and target.host not in allow:
        _check(literal, target.host, allow)


def read_url(url: str) -> Target:
    """The parts of an absolute http or https URL; raises ValueError with the reason."""
    _check_characters(url)
    parts = _split(url)
    if parts.scheme not in _PORTS:
        raise ValueError(f"the scheme is {_shown(parts.scheme)!r}; give an http or https URL")
    if "@" in parts.netloc:
        raise ValueError("it holds a user or password; leave them out, callbacks are signed instead")
    if "#" in url:
        raise ValueError("it has a fragment, which is never sent; leave out '#' and what follows")
    if not (parts.path + parts.query).isascii():
        raise ValueError("its path or query is not ASCII; percent-encode it")
    port = _port(parts)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, _host(parts), port, path)


def resolve(
    host: str, port: int, *, allow: Collection[str], getaddrinfo: GetAddrInfo = socket.getaddrinfo
) -> list[str]:
    """The addresses of `host`, asked for once; raises AddressRefused if any of them is not public, OSError if none.

    `allow` holds networks and exact host names; an allowed name may lead anywhere.
    """
    found = getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    addresses = list(dict.fromkeys(str(item[4][0]) for item in found))
    if not addresses:
        raise OSError(f"{host} has no address")
    if host not in allow:
        for address in addresses:
            _check(ip_address(address), host, allow)
    return addresses


def _check_characters(url: str) -> None:
    if len(url) > LONGEST_URL:
        raise ValueError(f"it has {len(url)} characters; give at most {LONGEST_URL}")
    if any(character <= " " or character in '\x7f\\<>"^`{|}' for character in url):
        raise ValueError("it holds a space or a character that no URL may hold; percent-encode it")


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError as error:
        raise ValueError("it is not a URL: its host can't be read") from error


def _port(parts: SplitResult) -> int:
    try:
        port = parts.port
    except ValueError as error:
        raise ValueError("its port is not a number from 1 to 65535") from error
    if port is None:
        return _PORTS[parts.scheme]
    if port in _BLOCKED_PORTS:
        raise ValueError(f"port {port} is for another protocol; give one that speaks HTTP")
    if port == 0:
        raise ValueError("its port is not a number from 1 to 65535")
    return port


def _host(parts: SplitResult) -> str:
    """The host as it is asked for and called; every spelling of an IP address but the common one is refused."""
    raw = parts.hostname or ""
    if parts.netloc.startswith("["):
        return _bracketed(raw)
    host = _ascii(raw.removesuffix("."))
    if not host:
        raise ValueError("it has no host; give an absolute URL such as https://newsroom.example/callback")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _four_numbers(host)
    if not _NAME.fullmatch(host):
        raise ValueError(f"{_shown(host)!r} is not a host name")
    return host


def _bracketed(raw: str) -> str:
    try:
        address = IPv6Address(raw)
    except ValueError as error:
        raise ValueError(f"{_shown(raw)!r} is not an IPv6 address") from error
    if address.scope_id is not None:
        raise ValueError(f"{_shown(raw)!r} names a network interface; give an address without '%'")
    return str(address)


def _ascii(host: str) -> str:
    """An international name in its ASCII form (UTS 46), full-width digits and dots as the plain ones."""
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host, uts46=True, std3_rules=True).decode("ascii").lower().removesuffix(".")
    except idna.IDNAError as error:
        raise ValueError(f"{_shown(host)!r} is not a host name") from error


def _four_numbers(host: str) -> str:
    """A host whose last label is a number is an IPv4 address to every resolver (WHATWG URL, section 3.5)."""
    try:
        return str(IPv4Address(host))
    except ValueError as error:
        raise ValueError(
            f"{_shown(host)!r} is an odd spelling of an IP address; write four decimal numbers, as in 192.0.2.1"
        ) from error


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _check(address: Address, host: str, allow: Collection[str]) -> None:
    why = closed(address)
    if why is not None and not _allowed(address, allow):
        raise AddressRefused(f"{_shown(host)!r} leads to an address that is not public ({why}); {_REMEDY}")


def closed(address: Address) -> str | None:
    """Why no callback goes to `address`, or None for a public one; a NAT64 address is the IPv4 address in it."""
    if isinstance(address, IPv6Address) and address in _NAT64:
        address = IPv4Address(int(address) & 0xFFFFFFFF)
    table = _CLOSED_V4 if isinstance(address, IPv4Address) else _CLOSED_V6
    why = next((name for network, name in table if address in network), None)
    if why is None and (address not in _GLOBAL_V6 if address.version == 6 else address.is_private):
        return "reserved"
    return why


def _allowed(address: Address, allow: Collection[str]) -> bool:
    return any(address in ip_network(entry) for entry in allow if "/" in entry)


def _shown(value: str) -> str:
    return value if len(value) <= 80 else value[:79] + "…"
