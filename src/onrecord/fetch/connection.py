"""One question to one IP address: a connection, its answer up to a limit, and a clock over all of it."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.errors import TooLarge, Unreachable
from onrecord.fetch.address import Address, Target

__all__ = ["Clock", "Response", "ask", "resolve"]

_CHUNK = 1 << 16
_CONNECT = 10.0
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}


class Clock:
    """The time that is left for one address.

    Args:
        seconds: How much there is.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds that are left, never none at all."""
        return max(0.001, self._end - time.monotonic())

    def check(self, url: str) -> None:
        """Raises Unreachable if the time is over."""
        if time.monotonic() >= self._end:
            raise Unreachable(f"{url}: did not answer in full within {self._seconds:g} seconds; try again later")

    @contextlib.contextmanager
    def over(self, connection: socket.socket) -> Iterator[None]:
        """Ends a connection when the time is over, however slowly the other side sends."""

        def end() -> None:
            with contextlib.suppress(OSError):
                # Not the method of an encrypted connection, which another thread may be reading from.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)

        timer = threading.Timer(self.left, end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()


@dataclass(frozen=True, slots=True)
class Response:
    """What a server sent.

    Attributes:
        status: The status.
        reason: The words beside it.
        headers: The headers, as they came.
        content: The body, unpacked.
        whole: Whether all of it came; None where the server did not say how much there is.
    """

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    content: bytes
    whole: bool | None

    def header(self, name: str) -> str | None:
        """A header; the last one, if there are several of that name."""
        return next((value for key, value in reversed(self.headers) if key.lower() == name), None)


def resolve(host: str, port: int, clock: Clock) -> list[str]:
    """Finds the IP addresses of a host, within the time that is left.

    Args:
        host: Its name.
        port: The port that will be asked.
        clock: The time that is left.

    Raises:
        OSError: It has none, or nobody said so in time.
    """
    found: list[str] = []
    failed: list[OSError] = []

    def look_up() -> None:
        try:
            found.extend(str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error if isinstance(error, OSError) else OSError(str(error)))

    # The system's lookup cannot be stopped; a thread that nobody waits for may end when it likes.
    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(clock.left)
    if failed:
        raise failed[0]
    if thread.is_alive():
        raise OSError("the name was not looked up in time")
    return list(found)


def ask(
    target: Target,
    address: Address,
    headers: Mapping[str, str],
    tls: ssl.SSLContext | None,
    clock: Clock,
    most_bytes: int,
) -> Response:
    """Asks one IP address for a page; nothing is looked up again.

    Args:
        target: What to ask for.
        address: Whom to ask.
        headers: What to send.
        tls: How the certificate is checked, for https.
        clock: The time that is left.
        most_bytes: A longer answer is refused.

    Raises:
        OSError: There was no connection, or it broke before the answer began.
        TooLarge: The answer is longer than it may be.
    """
    # A host may have several addresses, of which one is silent.
    plain = socket.create_connection((str(address), target.port), timeout=min(clock.left, _CONNECT))
    plain.settimeout(clock.left)
    with _secured(plain, target, tls) as connection, clock.over(connection):
        if isinstance(connection, ssl.SSLSocket):
            connection.do_handshake()
        asking = http.client.HTTPConnection(target.host, target.port)
        # It must never open a connection by itself, which would look the name up once more.
        asking.auto_open = 0
        asking.sock = connection
        try:
            asking.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
            for key, value in {"Host": target.origin.split("://")[1], "Connection": "close", **headers}.items():
                asking.putheader(key, value)
            asking.endheaders()
            response = asking.getresponse()
            told, reason = tuple(response.getheaders()), response.reason[:100]
            if response.status != 200:
                return Response(response.status, reason, told, b"", None)
            content, whole = _body(response, target.url, connection, clock, most_bytes)
            return Response(response.status, reason, told, content, whole)
        finally:
            asking.close()


def _secured(plain: socket.socket, target: Target, tls: ssl.SSLContext | None) -> socket.socket:
    """The connection, ready to be encrypted for https; the clock has to stand over the handshake too."""
    if tls is None:
        return plain
    try:
        return tls.wrap_socket(plain, server_hostname=target.host, do_handshake_on_connect=False)
    except BaseException:
        plain.close()
        raise


def _body(
    response: http.client.HTTPResponse, url: str, connection: socket.socket, clock: Clock, most_bytes: int
) -> tuple[bytes, bool | None]:
    """The body up to the limit, and whether it is whole."""
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in _PACKED and encoding != "identity":
        raise Unreachable(
            f"{url}: the answer is packed with {encoding[:40]!r}, which was not asked for; save the page instead"
        )
    unpack = zlib.decompressobj(_PACKED[encoding]) if encoding in _PACKED else None
    expected = response.length
    content = bytearray()
    received = 0
    whole: bool | None = True if expected is not None or response.chunked else None
    while True:
        connection.settimeout(clock.left)
        try:
            piece = response.read(_CHUNK)
        except (http.client.IncompleteRead, OSError):
            whole = False
            break
        if not piece:
            break
        received += len(piece)
        content += piece if unpack is None else _unpacked(unpack, piece, url, most_bytes + 1 - len(content))
        if len(content) > most_bytes:
            raise TooLarge(
                f"{url}: the answer has more than {most_bytes:,} bytes, which no report has; save its text instead"
            )
    clock.check(url)
    if expected is not None and received < expected:
        whole = False
    if unpack is not None and not unpack.eof:
        whole = False
    return bytes(content), whole


def _unpacked(unpack: zlib._Decompress, piece: bytes, url: str, most: int) -> bytes:
    try:
        return unpack.decompress(piece, most)
    except zlib.error as error:
        raise Unreachable(f"{url}: the answer cannot be unpacked ({error}); try again") from None
