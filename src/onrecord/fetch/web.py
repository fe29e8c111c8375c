"""Pages from addresses: asked politely, once resolved, never in a private network, within limits."""

from __future__ import annotations

import http.client
import ipaddress
import ssl
import time
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

import certifi

from onrecord.errors import InputError, RefusedAddress, TooLarge, Unreachable
from onrecord.fetch.address import PORTS, Address, Target, parse_address, why_refused
from onrecord.fetch.connection import Clock, Response, ask, resolve
from onrecord.fetch.found import MOST_BYTES
from onrecord.fetch.robots import Robots
from onrecord.record.original import Capture

__all__ = ["USER_AGENT", "Answer", "NotModified", "Web"]

USER_AGENT = "onrecord (fetches single reports for a reader; obeys robots.txt)"
MOST_REDIRECTS = 5
_MOST_ROBOTS = 500_000
_LONGEST_PAUSE = 10.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave.

    Attributes:
        url: The address that was asked for.
        content: The bytes, unpacked where the server had packed them for the way.
        capture: How and when they were taken.
    """

    url: str
    content: bytes
    capture: Capture

    def header(self, name: str) -> str | None:
        """A header of the answer; the last one, if there are several of that name."""
        return next((value for key, value in reversed(self.capture.headers) if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class NotModified:
    """An address that has nothing new since it was asked last.

    Attributes:
        url: The address that was asked for.
        at: When it said so.
    """

    url: str
    at: str


class Web:
    """Asks addresses, one at a time.

    An address that was given is the only one that is asked, besides those that it redirects to and the robots.txt of
    each host. No cookie is kept, no referrer is sent, and a proxy that the environment names is not used.

    Args:
        seconds: Time for one address, redirects included.
        most_bytes: A larger answer is refused.
        ports: Ports that may be asked.
        pause: Seconds between two questions to one host.
        allow: Permits addresses that are refused otherwise. Meant for tests against a server on this machine: whoever
            passes one takes the check into their own hands.
        lookup: Finds the IP addresses of a host; the system's, unless a test says otherwise.
        tls: How certificates are checked.
    """

    def __init__(
        self,
        *,
        seconds: float = 30.0,
        most_bytes: int = MOST_BYTES,
        ports: Container[int] = PORTS,
        pause: float = 1.0,
        allow: Callable[[Address], bool] | None = None,
        lookup: Callable[[str, int], Sequence[str]] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._seconds = seconds
        self._most_bytes = most_bytes
        self._ports = ports
        self._pause = pause
        self._allow = allow
        self._lookup = lookup
        self._tls = tls
        self._robots: dict[str, Robots] = {}
        self._asked: dict[str, float] = {}
        self._found: dict[tuple[str, int], list[Address]] = {}

    def get(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None, cut: bool = False
    ) -> Answer | NotModified:
        """Asks an address.

        Args:
            url: The address.
            etag: ETag of the last answer, if it is known.
            last_modified: Last-Modified of the last answer, if it is known.
            cut: Whether an answer that was cut off is taken all the same, and marked as not whole.

        Returns:
            The answer, or that there is nothing new.

        Raises:
            RefusedAddress: It, or an address that it redirects to, is not asked on principle.
            Unreachable: It gave no answer in time, another status than 200, or an answer that was cut off.
            TooLarge: The answer has too many bytes.
        """
        asking = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {key: value for key, value in asking.items() if value is not None}
        target = parse_address(url, self._ports)
        self._wait(target)
        self._found.clear()
        clock = Clock(self._seconds)
        visited: list[str] = []
        while True:
            at = datetime.now(UTC).isoformat(timespec="seconds")
            try:
                self._addresses(target, clock)
                self._check_robots(target, clock)
                response = self._ask(target, headers, clock, self._most_bytes)
                if response.status not in _REDIRECTS:
                    break
                visited.append(target.url)
                target = self._next(target, response)
            except InputError as error:
                # What is told is the address that was given, then where it led.
                raise error if not visited else type(error)(f"{url}: redirects; {error}") from None
            if len(visited) > MOST_REDIRECTS:
                raise Unreachable(f"{url}: redirects more than {MOST_REDIRECTS} times; ask the last address itself")
        if response.status == 304 and headers:
            return NotModified(url, at)
        self._check(response, url, cut=cut)
        capture = Capture(
            "url", at, url, target.url, tuple(visited[1:]), response.status, response.headers, response.whole
        )
        return Answer(url, response.content, capture)

    def _next(self, target: Target, response: Response) -> Target:
        place = response.header("location")
        if not place:
            raise Unreachable(f"{target.url}: redirects without saying where to; look at it in a browser")
        try:
            place = urljoin(target.url, place)
        except ValueError:
            raise Unreachable(f"{target.url}: redirects to what is no address; look at it in a browser") from None
        return parse_address(place, self._ports)

    def _check(self, response: Response, url: str, *, cut: bool) -> None:
        if response.status != 200:
            raise Unreachable(
                f"{url}: answered with status {response.status} {response.reason}".rstrip() + "; check the address"
            )
        if response.whole is False and not cut:
            raise Unreachable(f"{url}: the answer was cut off after {len(response.content):,} bytes; try again")

    def _ask(self, target: Target, headers: dict[str, str], clock: Clock, most_bytes: int) -> Response:
        addresses = self._addresses(target, clock)
        self._asked[target.host] = time.monotonic()
        sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers}
        tls = self._tls_context() if target.scheme == "https" else None
        failure: InputError | None = None
        for address in addresses:
            try:
                return ask(target, address, sent, tls, clock, most_bytes)
            except TooLarge:
                raise
            except (OSError, http.client.HTTPException, ValueError) as error:
                clock.check(target.url)
                failure = Unreachable(
                    f"{target.url}: could not be asked ({_reason(error)}); check the address, or try later"
                )
        raise failure or Unreachable(f"{target.url}: the host has no address; check how it is written")

    def _addresses(self, target: Target, clock: Clock) -> list[Address]:
        """The IP addresses of the host, looked up once: whatever is connected to later is one of these."""
        known = self._found.get((target.host, target.port))
        if known is not None:
            return known
        if target.ip is not None:
            found: list[Address] = [target.ip]
        else:
            try:
                told = (self._lookup or (lambda host, port: resolve(host, port, clock)))(target.host, target.port)
                found = [ipaddress.ip_address(address) for address in dict.fromkeys(told)]
            except (OSError, ValueError) as error:
                clock.check(target.url)
                raise Unreachable(
                    f"{target.url}: its host was not found ({_reason(error)}); check the address"
                ) from None
        for address in found:
            why = why_refused(address)
            if why is not None and not (self._allow is not None and self._allow(address)):
                raise RefusedAddress(
                    f"{target.url}: {address} {why}, so it is not asked; save the report from a browser"
                )
        self._found[target.host, target.port] = found
        return found

    def _check_robots(self, target: Target, clock: Clock) -> None:
        robots = self._robots.get(target.origin)
        if robots is None:
            robots = self._robots[target.origin] = self._fetch_robots(target, clock)
        if not robots.allows(target.path):
            raise RefusedAddress(f"{target.url}: {robots.why}, so it is not asked; save the report from a browser")

    def _fetch_robots(self, target: Target, clock: Clock) -> Robots:
        place = parse_address(f"{target.origin}/robots.txt", self._ports)
        for _ in range(MOST_REDIRECTS + 1):
            try:
                response = self._ask(place, {}, clock, _MOST_ROBOTS)
            except TooLarge:
                return Robots.of(b"")
            if response.status not in _REDIRECTS:
                return Robots.answered(response.status, response.content)
            place = self._next(place, response)
        return Robots.of(b"")

    def _wait(self, target: Target) -> None:
        asked = self._asked.get(target.host)
        if asked is None:
            return
        robots = self._robots.get(target.origin)
        pause = max(self._pause, min(robots.pause if robots is not None else 0.0, _LONGEST_PAUSE))
        time.sleep(max(0.0, asked + pause - time.monotonic()))

    def _tls_context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = ssl.create_default_context()
            if not self._tls.get_ca_certs():
                self._tls.load_verify_locations(certifi.where())
        return self._tls


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
