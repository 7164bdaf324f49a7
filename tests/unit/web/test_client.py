"""The client's address: believed from trusted proxies alone, read from the right."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.web.client import UNKNOWN, client_address, limited_as, parse_address, trusted_networks

PROXIES = trusted_networks(["10.0.0.0/8", "fd00::/8"])
V4 = st.ip_addresses(v=4)
V6 = st.ip_addresses(v=6)
OUTSIDE = V4.filter(lambda address: not str(address).startswith("10."))
PROXY = V4.map(lambda address: ip_address(int(address) & 0xFFFFFF | 10 << 24))
JUNK = st.text(st.characters(codec="latin-1", exclude_characters=","), max_size=30).filter(
    lambda raw: parse_address(raw) is None
)


def _asked(peer: str, forwarded: str | None = None) -> str:
    environ = {"REMOTE_ADDR": peer} | ({} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded})
    return client_address(environ, PROXIES)


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("192.0.2.1", None, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.2.2.2", "198.51.100.7"),
        ("10.0.0.1", "10.3.3.3,10.2.2.2", "10.3.3.3"),
        ("10.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
        ("10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("10.0.0.1", "[2001:db8::7]", "2001:db8::7"),
        ("10.0.0.1", "2001:DB8:0::7", "2001:db8::7"),
        ("10.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"),
        ("::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("fd00::1", "fe80::1%eth0", "fe80::1"),
        ("10.0.0.1", "198.51.100.7, unknown", "10.0.0.1"),
        ("10.0.0.1", "198.51.100.7, , 10.2.2.2", "10.2.2.2"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("", "198.51.100.7", UNKNOWN),
    ],
)
def test_the_client_behind_proxies(peer: str, forwarded: str | None, client: str) -> None:
    """The first address from the right that no trusted proxy is; junk ends the walk."""
    assert _asked(peer, forwarded) == client


@given(OUTSIDE, st.text(st.characters(codec="latin-1"), max_size=200))
def test_nobody_outside_can_claim_an_address(peer: object, forwarded: str) -> None:
    """A peer that is no trusted proxy is who it is, whatever it sends."""
    assert _asked(str(peer), forwarded) == str(peer)


@given(st.lists(st.one_of(JUNK, V4.map(str), V6.map(str))), OUTSIDE, st.lists(PROXY, max_size=4), PROXY)
def test_what_the_client_wrote_does_not_matter(
    made_up: list[str], client: object, way: list[object], peer: object
) -> None:
    """The client is found behind any number of proxies, whatever it put into the header itself."""
    forwarded = ", ".join([*made_up, str(client), *map(str, way)])
    assert _asked(str(peer), forwarded) == str(client)


@given(PROXY, st.lists(st.one_of(V4.map(str), V6.map(str), PROXY.map(str))), JUNK, st.lists(PROXY, max_size=4))
def test_junk_ends_the_walk(peer: object, left: list[str], junk: str, way: list[object]) -> None:
    """What is no address was not written by our proxies; nothing left of it is believed."""
    forwarded = ",".join([*left, junk, *map(str, way)])
    assert _asked(str(peer), forwarded) == str(way[0] if way else peer)


@given(V6, st.integers(0, 2**64 - 1))
def test_an_ipv6_subscriber_is_one(address: object, other: int) -> None:
    """All addresses of a /64 count as one."""
    neighbour = ip_address((int(address) >> 64 << 64) | other)  # type: ignore[call-overload]
    if parse_address(str(address)).version == parse_address(str(neighbour)).version == 6:  # type: ignore[union-attr]
        assert limited_as(str(address)) == limited_as(str(neighbour))


@given(V4)
def test_an_ipv4_address_counts_by_itself(address: object) -> None:
    """An IPv4 address is counted as it is; so is one that is not known."""
    assert (limited_as(str(address)), limited_as(UNKNOWN)) == (str(address), UNKNOWN)


@given(st.text(max_size=60))
def test_parsing_never_fails(raw: str) -> None:
    """Any string is an address or none."""
    parse_address(raw)


@pytest.mark.parametrize(
    "raw", ["[192.0.2.1]", "192.0.2.1:", "192.0.2.1:port", "[2001:db8::1", "[::1]x", "1:2", ":80", "192.0.2"]
)
def test_what_is_no_address(raw: str) -> None:
    """Half an address is none."""
    assert parse_address(raw) is None
