import socket
from collections.abc import Sequence
from typing import Any

import pytest

from service.jobs.addresses import AddressRefused, Target, check_url, read_url, resolve

PUBLIC = ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"]
CLOSED = [
    *["127.0.0.1", "127.255.0.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
    *["100.64.0.1", "100.100.100.200", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.250", "240.0.0.1"],
    *["255.255.255.255", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "192.88.99.1"],
    *["168.63.129.16", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "fe80::1"],
    *["fe80::1%1", "fec0::1", "fc00::1", "fd00:ec2::254", "fd20:ce::254", "ff02::1", "2001:db8::1", "3fff::1"],
    *["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::", "2001::1"],
    *["2001:0:7f00:1::1", "100::1", "5f00::1", "4000::1"],
]
ODD = [
    *["2130706433", "0x7f000001", "017700000001", "127.1", "0x7f.1", "0177.0.0.1", "127.0.0.0x1", "127.0.1", "0"],
    *["127.0.0.01", "1.2.3.4.5", "256.1.1.1", "0x", "０x7f.1", "2130706433.", "010.0.0.1"],
]


def _dns(*addresses: str) -> Any:
    def getaddrinfo(host: str, port: int, **_: Any) -> Sequence[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return getaddrinfo


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_called(address: str) -> None:
    """IPv4, IPv6, and IPv4 behind the well-known NAT64 prefix."""
    assert [address] == resolve("news.example", 443, allow=(), getaddrinfo=_dns(address))


@pytest.mark.parametrize("address", CLOSED)
def test_no_other_address_is_called(address: str) -> None:
    """Private, loopback, link-local, metadata, reserved, multicast, and every way to hide IPv4 in IPv6."""
    with pytest.raises(AddressRefused, match="NEWSBRIEFS_CALLBACK_ALLOW"):
        resolve("news.example", 443, allow=(), getaddrinfo=_dns(address))


def test_one_closed_address_among_public_ones_is_enough() -> None:
    """A name with two addresses can't slip one in."""
    with pytest.raises(AddressRefused):
        resolve("news.example", 443, allow=(), getaddrinfo=_dns("1.1.1.1", "10.0.0.1"))


def test_a_name_is_asked_for_once() -> None:
    """An answer that changes changes nothing: only the first is used."""
    answers = [_dns("1.1.1.1"), _dns("127.0.0.1")]
    assert ["1.1.1.1"] == resolve("x.example", 80, allow=(), getaddrinfo=lambda *a, **k: answers.pop(0)(*a, **k))
    assert 1 == len(answers)


def test_listed_networks_and_names_are_called() -> None:
    """A network lets its addresses through, a name lets any, and neither lets through what is beside it."""
    assert ["10.1.2.3"] == resolve("x", 80, allow=("10.1.0.0/16",), getaddrinfo=_dns("10.1.2.3"))
    assert ["fd00::7"] == resolve("bot.internal", 80, allow=("bot.internal",), getaddrinfo=_dns("fd00::7"))
    for allow in (("10.1.0.0/16",), ("bot.internal",), ("::/0",)):
        with pytest.raises(AddressRefused):
            resolve("a.bot.internal", 80, allow=allow, getaddrinfo=_dns("10.2.2.3"))


def test_a_name_without_address_is_no_refusal() -> None:
    """It may have one later."""
    with pytest.raises(OSError, match="no address"):
        resolve("news.example", 80, allow=(), getaddrinfo=_dns())


@pytest.mark.parametrize("host", ODD)
def test_odd_spellings_of_addresses_are_refused(host: str) -> None:
    """What a resolver would read as an address must look like one."""
    with pytest.raises(ValueError, match="odd spelling"):
        check_url(f"http://{host}/x", allow=())


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1.", "127。0。0。1", "１２７.0.0.1", "[::1]", "[0:0::1]", "[::ffff:7f00:1]", "①②⑦.0.0.1"],
)
def test_private_addresses_are_refused_at_once(host: str) -> None:
    """Literal addresses are judged before a job is accepted, in full-width digits too."""
    with pytest.raises(AddressRefused, match=r"loopback|IPv4 in IPv6"):
        check_url(f"http://{host}/x", allow=())


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://news.example/", "scheme"),
        ("//news.example/x", "scheme"),
        ("news.example/x", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("http:///x", "no host"),
        ("http://./x", "no host"),
        ("https://user@news.example/", "user"),
        ("https://user:word@news.example/", "user"),
        ("https://news.example/x#part", "fragment"),
        ("https://news.example/x#", "fragment"),
        ("https://news.example:0/", "port"),
        ("https://news.example:65536/", "port"),
        ("https://news.example:http/", "port"),
        ("http://news.example:6379/", "another protocol"),
        ("http://news.example:25/", "another protocol"),
        ("https://news.example/a b", "character"),
        ("https://news.example/\r\nX-A: b", "character"),
        ("https://news.example\\@evil.example/", "character"),
        ("https://news.example/é", "percent-encode"),
        ("https://%31%32%37.0.0.1/", "odd spelling"),
        ("https://%6eews.example/", "host name"),
        ("https://-news.example/", "host name"),
        ("https://news..example/", "host name"),
        ("https://[::1", "not a URL"),
        ("https://[v1.x]/", "IPv6|not a URL"),
        ("https://[fe80::1%25eth0]/", "character|IPv6|interface"),
        ("https://news.example/" + "a" * 2048, "at most 2048"),
    ],
)
def test_what_is_no_callback_url_is_refused_with_the_reason(url: str, why: str) -> None:
    """The reason goes to the caller, in the 422."""
    with pytest.raises(ValueError, match=why):
        check_url(url, allow=())


def test_urls_are_read_once_and_whole() -> None:
    """The parts that were checked are the parts that are called."""
    assert Target("https", "news.example", 443, "/") == read_url("https://News.Example.")
    assert Target("http", "xn--mnchen-3ya.example", 8080, "/a?b=c%20d") == read_url(
        "http://München.example:8080/a?b=c%20d"
    )
    assert Target("https", "2606:4700::1111", 8443, "/x") == read_url("https://[2606:4700:0:0::1111]:8443/x")
    assert "[2606:4700::1111]:8443" == read_url("https://[2606:4700::1111]:8443/x").authority
    assert "news.example" == read_url("https://news.example:443/x").authority


def test_names_and_listed_addresses_pass() -> None:
    """Names are judged when a callback is sent; a listed address is fine now."""
    check_url("http://localhost:9000/x", allow=())
    check_url("https://news.example/x?y=z", allow=())
    check_url("http://10.1.2.3:9000/x", allow=("10.1.0.0/16",))
    check_url("http://[::1]:9000/x", allow=("::1/128",))
