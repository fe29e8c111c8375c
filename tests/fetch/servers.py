"""A web server on this machine that gives what it is told, faults included."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address

from onrecord.fetch.web import Web

Reply = bytes | Callable[[socket.socket], None]


@dataclass
class Server:
    """What it gives for each path, and what it was asked."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def address(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        """The paths that it was asked for, robots.txt aside."""
        paths = [request.split(" ")[1] for request in self.requests]
        return [path for path in paths if path != "/robots.txt"]


def reply(body: bytes = b"", kind: str = "text/html", status: str = "200 OK", **headers: str) -> bytes:
    """An answer as it goes over the wire; a header that is given as "" is left out."""
    lines = {"Content-Type": kind, "Content-Length": str(len(body))}
    lines |= {key.replace("_", "-"): value for key, value in headers.items()}
    head = "".join(f"{key}: {value}\r\n" for key, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def moved(place: str, status: str = "302 Found") -> bytes:
    return reply(status=status, Location=place)


@contextlib.contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that runs until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening.getsockname()[1])
    ended = threading.Event()

    def serve() -> None:
        while not ended.is_set():
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=(plain,), daemon=True).start()

    def answer(plain: socket.socket) -> None:
        with contextlib.suppress(OSError), plain, secured(plain) as connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            server.requests.append(head.decode("latin-1"))
            given = server.replies.get(server.requests[-1].split(" ")[1], reply(status="404 Not Found"))
            if callable(given):
                given(connection)
            else:
                connection.sendall(given)

    def secured(plain: socket.socket) -> contextlib.AbstractContextManager[socket.socket]:
        return tls.wrap_socket(plain, server_side=True) if tls else contextlib.nullcontext(plain)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        ended.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def is_loopback(address: IPv4Address | IPv6Address) -> bool:
    return address.is_loopback


def local_web(server: Server, **settings: object) -> Web:
    """Asks a server on this machine, and nothing else in a private network."""
    known = {"ports": {80, 443, server.port}, "pause": 0.0, "allow": is_loopback, **settings}
    return Web(**known)  # type: ignore[arg-type]
