"""Which addresses may be asked: those on the public internet, written in the one way that cannot be mistaken."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, urlsplit

from onrecord.errors import RefusedAddress

__all__ = ["PORTS", "Address", "Target", "parse_address", "why_refused"]

PORTS = frozenset({80, 443})
Address = IPv4Address | IPv6Address

_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST = 4_000
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
# Names that only a machine or a network of one's own knows.
_PRIVATE_NAMES = (
    "localhost",
    "local",
    "internal",
    "intranet",
    "lan",
    "corp",
    "home",
    "private",
    "arpa",
    "onion",
    "test",
)
_REFUSED = tuple(
    (ipaddress.ip_network(network), why)
    for network, why in (
        ("0.0.0.0/8", "means this machine"),
        ("10.0.0.0/8", "is in a private network"),
        ("100.64.0.0/10", "is in a provider's own network"),
        ("127.0.0.0/8", "is this machine"),
        ("168.63.129.16/32", "gives out the secrets of cloud machines"),
        ("169.254.0.0/16", "is on this link, where cloud machines get their secrets"),
        ("172.16.0.0/12", "is in a private network"),
        ("192.0.0.0/24", "is set aside for protocols"),
        ("192.0.2.0/24", "is set aside for examples"),
        ("192.88.99.0/24", "leads through a 6to4 relay"),
        ("192.168.0.0/16", "is in a private network"),
        ("198.18.0.0/15", "is set aside for measurements"),
        ("198.51.100.0/24", "is set aside for examples"),
        ("203.0.113.0/24", "is set aside for examples"),
        ("224.0.0.0/4", "is a group and no machine"),
        ("240.0.0.0/4", "is set aside"),
        ("2001::/23", "leads through a tunnel or is set aside"),
        ("2001:db8::/32", "is set aside for examples"),
        ("2002::/16", "leads through a 6to4 relay to another address"),
        ("3fff::/20", "is set aside for examples"),
    )
)
_PUBLIC_6 = ipaddress.ip_network("2000::/3")


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart.

    Attributes:
        url: The address, as it is asked for.
        scheme: "http" or "https".
        host: Name of the host in ASCII, or its IP address.
        port: The port.
        path: Path and query, as they are sent.
        ip: The IP address, where the host is one.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ip: Address | None

    @property
    def origin(self) -> str:
        """Scheme, host and port, as one writes them."""
        host = f"[{self.host}]" if isinstance(self.ip, IPv6Address) else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}")


def why_refused(address: Address) -> str | None:
    """Why an IP address may not be connected to, or None if it may.

    Args:
        address: The address.
    """
    if isinstance(address, IPv6Address) and address not in _PUBLIC_6:
        return "is not on the public internet, or hides another address"
    for network, why in _REFUSED:
        if address.version == network.version and address in network:
            return why
    return None if address.is_global else "is not on the public internet"


def parse_address(url: str, ports: Container[int] = PORTS) -> Target:
    """Takes an address apart.

    Args:
        url: The address.
        ports: The ports that may be asked.

    Raises:
        RefusedAddress: It is of another kind than http and https, carries a password, names a port that is not allowed, or
            names its host in a way that programs read differently.
    """
    name = url[:200]

    def refuse(why: str) -> RefusedAddress:
        shown = "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in name)
        return RefusedAddress(
            f"{shown}: {why}, so it is not asked; save the report from a browser if it should be read"
        )

    if len(url) > _LONGEST or re.search(r"[\x00-\x20\x7f-\xa0\\]|[\ud800-\udfff]|\s", url):
        raise refuse("holds white space, a backslash or too many characters")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise refuse(f"is no address ({error})") from None
    scheme = parts.scheme
    if scheme not in _DEFAULT_PORTS:
        raise refuse("is neither http nor https")
    if "@" in parts.netloc:
        raise refuse("carries a name or a password")
    port = _DEFAULT_PORTS[scheme] if port is None else port
    if port not in ports:
        raise refuse(f"names port {port}")
    host, ip, why = _host(parts.hostname or "", bracketed=parts.netloc.startswith("["))
    if why is not None:
        raise refuse(why)
    path = quote(parts.path or "/", safe="/%:=&~+!$,;'@()*-._") + (
        f"?{quote(parts.query, safe='/%:=&~+!$,;@()*-._?[]')}" if parts.query else ""
    )
    return Target(url.split("#", maxsplit=1)[0], scheme, host, port, path, ip)


def _host(host: str, *, bracketed: bool) -> tuple[str, Address | None, str | None]:
    """The host in ASCII, its IP address if it is one, and why it is refused."""
    if bracketed or ":" in host:
        try:
            return host, IPv6Address(host) if "%" not in host else None, "names a zone" if "%" in host else None
        except ValueError:
            return host, None, "is no IPv6 address"
    try:
        # Full-width digits, other dots and invisible letters all mean the same to whoever looks the name up.
        plain = host if host.isascii() else unicodedata.normalize("NFKC", host).encode("idna").decode("ascii")
    except UnicodeError:
        return host, None, "names no host"
    plain = plain.lower().removesuffix(".")
    last = plain.rsplit(".", 1)[-1]
    if _NUMBER.fullmatch(last):
        # Other ways to write an IPv4 address (octal, hexadecimal, fewer parts) are read differently by different programs.
        try:
            return plain, IPv4Address(host), None
        except ValueError:
            return plain, None, "writes an IP address in an unusual way"
    if last in _PRIVATE_NAMES:
        return plain, None, f"names a host of a private network (.{last})"
    if len(plain) > 253 or _HOST.fullmatch(plain) is None:
        return plain, None, "names no host of the public internet"
    return plain, None, None
