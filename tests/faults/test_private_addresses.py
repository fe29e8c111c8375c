"""Addresses that lead into a private network, in every way of writing them: all refused before anything is connected to."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest

from onrecord.errors import RefusedAddress, Unreachable
from onrecord.fetch import Web
from onrecord.fetch.address import parse_address, why_refused
from tests.fetch.servers import moved, serving

PRIVATE = [
    IPv4Address(address)
    for address in (
        "0.0.0.0", "10.1.2.3", "100.64.9.9", "100.100.100.200", "127.0.0.1", "127.1.2.3", "168.63.129.16", "169.254.169.254",
        "172.16.5.4", "172.31.255.254", "192.0.0.192", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    )
]  # fmt: skip
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
CIRCLED = str.maketrans("123456789", "①②③④⑤⑥⑦⑧⑨")


def hexes(address: IPv4Address) -> str:
    return f"{int(address) >> 16:x}:{int(address) & 0xFFFF:x}"


WAYS: dict[str, Callable[[IPv4Address], str]] = {
    "plain": str,
    "final dot": lambda a: f"{a}.",
    "decimal": lambda a: str(int(a)),
    "hexadecimal": lambda a: hex(int(a)),
    "octal": lambda a: f"0{int(a):o}",
    "dotted hexadecimal": lambda a: ".".join(hex(part) for part in a.packed),
    "dotted octal": lambda a: ".".join(f"0{part:o}" for part in a.packed),
    "zeros": lambda a: ".".join(f"{part:03}" for part in a.packed),
    "three parts": lambda a: f"{a.packed[0]}.{a.packed[1]}.{int(a) & 0xFFFF}",
    "two parts": lambda a: f"{a.packed[0]}.{int(a) & 0xFFFFFF}",
    "full width": lambda a: str(a).translate(FULL_WIDTH),
    "circled": lambda a: str(a).translate(CIRCLED) if str(a).translate(CIRCLED) != str(a) else f"①{a}",
    "ideographic dots": lambda a: str(a).replace(".", "。"),
    "full width dots": lambda a: str(a).replace(".", "．"),
    "percent": lambda a: "".join(f"%{ord(letter):02x}" for letter in str(a)),
    "soft hyphen": lambda a: str(a).replace(".", ".\u00ad"),
    "mapped": lambda a: f"[::ffff:{a}]",
    "mapped in hexadecimal": lambda a: f"[::ffff:{hexes(a)}]",
    "compatible": lambda a: f"[::{a}]",
    "translated": lambda a: f"[::ffff:0:{a}]",
    "NAT64": lambda a: f"[64:ff9b::{hexes(a)}]",
    "local NAT64": lambda a: f"[64:ff9b:1::{hexes(a)}]",
    "6to4": lambda a: f"[2002:{hexes(a)}::1]",
    "Teredo": lambda a: f"[2001:0:{hexes(a)}::1]",
    "a name before": lambda a: f"news.example.org@{a}",
    "a password before": lambda a: f"user:secret@{a}",
    "a backslash before": lambda a: f"news.example.org\\@{a}",
    "a tab within": lambda a: str(a).replace(".", ".\t", 1),
    "a port": lambda a: f"{a}:80",
}
FORMS = [f"http://{way(address)}/" for address in PRIVATE for way in WAYS.values()]
SIX = (
    "::1 :: fe80::1 fe80::1%25eth0 fe80::1%eth0 fc00::1 fd00:ec2::254 fd12:3456::1 ff02::1 fec0::1 2001:db8::1 3fff::1 5f00::1 "
    "100::1 2001:20::1 2001:10::1 4000::1 ::ffff:0:0 0:0:0:0:0:0:0:1 0000::0001"
).split()
NAMES = (
    "localhost LOCALHOST localhost. news.localhost ip6-localhost metadata instance-data intranet printer.lan router.home nas.local "
    "metadata.google.internal METADATA.GOOGLE.INTERNAL. kubernetes.default.svc.cluster.local wiki.corp ｌｏｃａｌｈｏｓｔ "
    "1.0.0.127.in-addr.arpa hidden.onion -news.example.org news..example.org"
).split()
OTHER = [
    "file:///etc/passwd", "ftp://news.example.org/", "gopher://news.example.org/_", "dict://news.example.org/", "http:///", "http://",
    "data:text/html,x", "javascript:alert(1)", "jar:http://news.example.org!/", "//news.example.org/", "http:news.example.org", "",
    "http://news.example.org:22/", "http://news.example.org:6379/", "https://news.example.org:0/", "http://news.example.org:99999/",
    "http://news.example.org:8O/", "http://[::1/", "http://[news.example.org]/", "http://news.example.org\r\nHost: a/",
    "http://user@news.example.org/", "http://:@news.example.org/", "http://@news.example.org/", "http://news.example.org /",
    "http://news.example.org\x00.a.org/", "http://news\ud800.example.org/", "http://news.example.org/" + "a" * 5_000,
]  # fmt: skip
ALL = list(
    dict.fromkeys([*FORMS, *(f"https://[{six}]/" for six in SIX), *(f"http://{name}/" for name in NAMES), *OTHER])
)


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was connected to, or looked up: any of it is a failure here."""
    tried: list[object] = []

    def refuse(self: object, address: object) -> int:
        tried.append(address)
        raise ConnectionRefusedError("no connection in this test")

    def look_up(host: object, *rest: object, **more: object) -> list[object]:
        tried.append(host)
        raise socket.gaierror(-2, "no lookup in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return tried


def test_every_form_is_refused_and_nothing_is_asked(connections: list[object]) -> None:
    assert len(ALL) >= 500
    web = Web(pause=0.0)
    for url in ALL:
        with pytest.raises(RefusedAddress) as refused:
            web.get(url)
        assert "so it is not asked; save the report" in str(refused.value), url
        assert str(refused.value).isprintable(), url
    assert connections == []


@pytest.mark.parametrize("address", [*map(str, PRIVATE), *(six for six in SIX if "%" not in six)])
def test_a_name_that_leads_to_a_private_address(connections: list[object], address: str) -> None:
    for answers in ([address], ["93.184.216.34", address], [address, "93.184.216.34"]):
        web = Web(lookup=lambda host, port, answers=answers: answers)  # type: ignore[misc]
        with pytest.raises(RefusedAddress, match="so it is not asked"):
            web.get("http://news.example.org/")
    assert connections == []


def test_a_name_that_changes_its_mind_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[object] = []
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]])
    looked_up: list[str] = []

    def lookup(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return next(answers)

    def connect(self: socket.socket, address: object) -> None:
        tried.append(address)
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(Unreachable):
        Web(lookup=lookup).get("http://news.example.org/")
    assert looked_up == ["news.example.org"]
    assert tried == [("93.184.216.34", 80)]


def test_a_redirect_leads_to_none_of_them() -> None:
    own = IPv4Address("127.0.0.1")
    # Written in these ways, a place would mean the server itself, or could not be sent in a header.
    relative = (
        "",
        "http:///",
        "http://",
        "http:news.example.org",
        "//news.example.org/",
        "http://127.0.0.1/",
        "http://127.0.0.1:80/",
    )
    forms = [url for url in ALL if url.isascii() and not set(url) & set("\r\t") and url not in relative]
    assert len(forms) >= 350
    with serving() as server:
        web = Web(ports={80, 443, server.port}, pause=0.0, allow=lambda address: address == own)
        for url in forms:
            server.replies["/"] = moved(url)
            with pytest.raises((RefusedAddress, Unreachable), match=r"is not asked|is no address"):
                web.get(server.address())
        assert set(server.asked) == {"/"}
        assert len(server.asked) == len(forms)


@pytest.mark.parametrize("url", ["http://93.184.216.34/", "https://[2606:2800:220:1:248:1893:25c8:1946]/a?b#c"])
def test_public_addresses_are_asked(url: str) -> None:
    target = parse_address(url)
    assert target.ip is not None
    assert why_refused(target.ip) is None


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("HTTP://News.Example.ORG", "news.example.org", "/"),
        ("https://news.example.org./a b".replace(" ", "%20"), "news.example.org", "/a%20b"),
        ("https://bücher.example/é?ü=1", "xn--bcher-kva.example", "/%C3%A9?%C3%BC=1"),
        ("https://news.example.org/a;b=c/(d)?e=[f]&g", "news.example.org", "/a;b=c/(d)?e=[f]&g"),
        ("https://3.example.org/", "3.example.org", "/"),
    ],
)
def test_how_an_address_is_asked(url: str, host: str, path: str) -> None:
    target = parse_address(url)
    assert (target.host, target.path) == (host, path)


def test_no_address_outside_the_public_internet_passes() -> None:
    """Python's own list of what is global is a second opinion on ours."""
    for number in range(1 << 16):
        four, six = ip_address(number << 16 | 0x0102), IPv6Address(number << 112 | 0x0102)
        assert why_refused(four) is not None or (four.is_global and not four.is_multicast), four
        assert why_refused(six) is not None or (six.is_global and not six.is_multicast), six
