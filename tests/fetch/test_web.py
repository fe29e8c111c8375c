"""Reports from addresses, against a real server with real faults."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import InputError, RefusedAddress, RefusedInput, TooLarge, Unreachable
from onrecord.fetch import Answer, Failed, Given, NotModified, Web, iter_inputs
from onrecord.record.original import Original, Stated
from tests.fetch.servers import Reply, Server, local_web, moved, reply, serving

PAGE = b"<html><body><p>The army said on Monday that it had taken the town.</p></body></html>"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def answer_of(web: Web, url: str, **known: str) -> Answer:
    answer = web.get(url, **known)  # type: ignore[arg-type]
    assert isinstance(answer, Answer)
    return answer


def test_a_page_comes_in_as_its_bytes_with_how_it_was_taken(server: Server) -> None:
    server.replies["/a?b=c"] = reply(PAGE, "text/html; charset=utf-8", ETag='"1"', Content_Language="en")
    url = server.address("/a?b=c")
    (found,) = iter_inputs([url], web=local_web(server))
    assert isinstance(found, Original)
    assert (found.content, found.media_type, found.name) == (PAGE, "text/html", url)
    assert found.stated == (Stated("response header", url=url, language="en"),)
    capture = found.capture
    assert capture is not None
    assert (capture.way, capture.url, capture.final_url, capture.redirects) == ("url", url, url, ())
    assert (capture.status, capture.whole) == (200, True)
    assert ("ETag", '"1"') in capture.headers
    assert capture.at is not None
    assert capture.at.endswith("+00:00")


def test_nothing_is_told_that_need_not_be(server: Server) -> None:
    server.replies["/"] = reply(PAGE, Set_Cookie="a=b")
    web = local_web(server)
    web.get(server.address())
    web.get(server.address())
    for request in server.requests:
        names = [line.split(":")[0].lower() for line in request.split("\r\n")[1:] if line]
        assert sorted(names) == ["accept-encoding", "connection", "host", "user-agent"]
        assert "user-agent: onrecord" in request.lower()


def test_redirects_are_followed_and_kept(server: Server) -> None:
    server.replies |= {"/a": moved("/b"), "/b": moved(server.address("/c"), "301 Moved"), "/c": reply(PAGE)}
    answer = answer_of(local_web(server), server.address("/a"))
    assert answer.capture.redirects == (server.address("/b"),)
    assert answer.capture.final_url == server.address("/c")


def test_an_address_with_nothing_new_says_so(server: Server) -> None:
    server.replies["/a"] = reply(status="304 Not Modified")
    told = local_web(server).get(server.address("/a"), etag='"1"', last_modified="Mon, 12 Nov 2018 10:00:00 GMT")
    assert isinstance(told, NotModified)
    assert 'If-None-Match: "1"' in server.requests[-1]
    assert "If-Modified-Since: Mon, 12 Nov 2018" in server.requests[-1]


def test_a_packed_answer_is_unpacked(server: Server) -> None:
    server.replies["/"] = reply(gzip.compress(PAGE), Content_Encoding="gzip")
    answer = answer_of(local_web(server), server.address())
    assert (answer.content, answer.capture.whole) == (PAGE, True)


def test_articles_from_an_address(server: Server) -> None:
    lines = b'{"title": "A", "text": "One."}\n{"document": {"id": "b", "text": "Two."}}\n{"other": 1}\n'
    server.replies["/"] = reply(lines, "application/x-ndjson")
    article, record, failed = iter_inputs([server.address()], web=local_web(server))
    assert isinstance(article, Original)
    assert article.content == b'{"title": "A", "text": "One."}'
    assert article.capture is not None
    assert isinstance(record, Given)
    assert isinstance(failed, Failed)


@pytest.mark.parametrize(
    ("kind", "body", "media_type"),
    [
        ("application/pdf", b"%PDF-1.4", "application/pdf"),
        ("application/octet-stream", b"%PDF-1.4", "application/pdf"),
        ("", PAGE, "text/html"),
        ("application/xhtml+xml", PAGE, "text/html"),
        ("text/plain; charset=utf-8", b"Town taken", "text/plain"),
    ],
)
def test_what_a_server_says_it_gives(server: Server, kind: str, body: bytes, media_type: str) -> None:
    server.replies["/"] = reply(body, kind)
    (found,) = iter_inputs([server.address()], web=local_web(server))
    assert isinstance(found, Original)
    assert found.media_type == media_type


def drip(connection: socket.socket) -> None:
    """One letter now and then: no single wait is ever long."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(600):
        time.sleep(0.05)
        connection.sendall(b"x")


def drip_body(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(600):
        time.sleep(0.05)
        connection.sendall(b"x")


def hang(connection: socket.socket) -> None:
    threading.Event().wait(20)


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
FAULTS: dict[str, tuple[Reply, type[InputError], str]] = {
    "nothing": (b"", Unreachable, "could not be asked"),
    "rubbish": (b"\x00\xff" * 500, Unreachable, "could not be asked"),
    "no status": (b"HTTP/1.1 abc\r\n\r\n", Unreachable, "could not be asked"),
    "long header": (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", Unreachable, "could not be asked"),
    "many headers": (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", Unreachable, "could not be asked"),
    "not found": (reply(status="404 Not Found"), Unreachable, "status 404 Not Found; check"),
    "error": (reply(status="500 Oops"), Unreachable, "status 500"),
    "not asked conditionally": (reply(status="304 Not Modified"), Unreachable, "status 304"),
    "cut": (reply(PAGE, Content_Length="9999"), Unreachable, f"cut off after {len(PAGE)} bytes; try again"),
    "cut chunk": (CHUNKED + b"ff\r\nThe army", Unreachable, "cut off"),
    "cut pack": (reply(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), Unreachable, "cut off"),
    "no pack": (reply(PAGE, Content_Encoding="gzip"), Unreachable, "cannot be unpacked"),
    "other pack": (reply(PAGE, Content_Encoding="br"), Unreachable, "packed with 'br'"),
    "bomb": (reply(gzip.compress(bytes(60_000_000)), Content_Encoding="gzip"), TooLarge, "more than 20,000,000 bytes"),
    "long": (reply(bytes(20_000_001)), TooLarge, "more than 20,000,000 bytes"),
    "no place": (reply(status="302 Found"), Unreachable, "without saying where to"),
    "loop": (moved("/"), Unreachable, "more than 5 times"),
    "to a file": (moved("file:///etc/passwd"), RefusedAddress, "neither http nor https"),
    "to nowhere": (moved("http://[::1"), Unreachable, "no address"),
    "to a private network": (moved("http://10.0.0.1/"), RefusedAddress, "10.0.0.1 is in a private network"),
    "to the secrets of clouds": (moved("http://169.254.169.254/latest"), RefusedAddress, "169.254.169.254"),
    "picture": (reply(b"GIF89a", "image/gif"), RefusedInput, "'image/gif', which is not read"),
    "feed": (reply(b"<rss/>", "application/rss+xml"), RefusedInput, "it is a feed, which has to be followed"),
    "slow header": (drip, Unreachable, "within 0.7 seconds"),
    "slow body": (drip_body, Unreachable, "within 0.7 seconds"),
    "silence": (hang, Unreachable, "within 0.7 seconds"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(server: Server, fault: str) -> None:
    given, error, said = FAULTS[fault]
    server.replies["/"] = given
    slow = callable(given)
    (found,) = iter_inputs([server.address()], web=local_web(server, seconds=0.7 if slow else 30.0))
    assert isinstance(found, Failed)
    assert type(found.error) is error, found.error
    assert str(found.error).startswith(server.address())
    assert said in str(found.error)


def test_a_cut_answer_is_taken_where_that_is_asked_for(server: Server) -> None:
    server.replies["/"] = reply(PAGE, Content_Length="9999")
    answer = local_web(server).get(server.address(), cut=True)
    assert isinstance(answer, Answer)
    assert (answer.content, answer.capture.whole) == (PAGE, False)


def test_an_answer_of_untold_length_is_not_called_whole(server: Server) -> None:
    server.replies["/"] = reply(PAGE, Content_Length="")
    assert answer_of(local_web(server), server.address()).capture.whole is None


def test_nobody_there(server: Server) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(Unreachable, match="could not be asked"):
            local_web(server, ports={port}).get(f"http://127.0.0.1:{port}/")


def test_a_host_that_is_not_found(server: Server) -> None:
    def lookup(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreachable, match="its host was not found"):
        local_web(server, lookup=lookup).get("http://news.example.org/")


@pytest.mark.parametrize(
    ("rules", "refused"),
    [
        (b"User-agent: *\nDisallow: /", True),
        (b"\xef\xbb\xbfUser-agent: onrecord\nDisallow: /private", False),
        (b"User-agent: onrecord\nDisallow: /news", True),
        (b"User-agent: onrecord\nDisallow:\n\nUser-agent: *\nDisallow: /", False),
        (b"\x00\xff<html>not rules", False),
    ],
)
def test_robots_txt_is_obeyed(server: Server, rules: bytes, refused: bool) -> None:
    server.replies |= {"/robots.txt": reply(rules, "text/plain"), "/news/a": reply(PAGE)}
    web = local_web(server)
    for _ in range(2):
        (found,) = iter_inputs([server.address("/news/a")], web=web)
        assert isinstance(found, Failed) == refused
    assert server.asked == ([] if refused else ["/news/a"] * 2)
    assert sum("/robots.txt" in request for request in server.requests) == 1


def test_a_site_that_cannot_say_its_rules_is_left_alone(server: Server) -> None:
    server.replies |= {"/robots.txt": reply(status="503 Busy"), "/": reply(PAGE)}
    with pytest.raises(RefusedAddress, match=r"robots.txt could not be had \(status 503\)"):
        local_web(server).get(server.address())
    assert server.asked == []


def test_a_pause_between_two_questions_to_one_host(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.replies |= {"/robots.txt": reply(b"User-agent: *\nCrawl-delay: 7", "text/plain"), "/": reply(PAGE)}
    pauses: list[float] = []
    monkeypatch.setattr("onrecord.fetch.web.time.sleep", pauses.append)
    web = local_web(server, pause=1.0)
    web.get(server.address())
    assert pauses == []
    web.get(server.address())
    assert 6 < pauses[0] <= 7


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed, which makes the certificate")
    path = tmp_path / "both.pem"
    made = ["-keyout", path, "-out", path, "-days", "2", "-nodes", "-subj", "/CN=news.example.org"]
    named = ["-addext", "subjectAltName=DNS:news.example.org"]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", *made, *named], check=True, capture_output=True)
    return path


@pytest.mark.parametrize(
    ("trusted", "host"), [(True, "news.example.org"), (True, "other.example.org"), (False, "news.example.org")]
)
def test_certificates_are_checked_for_the_name_that_was_asked(certificate: Path, trusted: bool, host: str) -> None:
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(certificate)
    tls = ssl.create_default_context(cafile=str(certificate)) if trusted else None
    with serving(own) as server:
        server.replies["/"] = reply(PAGE)
        web = local_web(server, tls=tls, lookup=lambda host, port: ["127.0.0.1"])
        url = server.address(host=host, scheme="https")
        if trusted and host == "news.example.org":
            assert answer_of(web, url).content == PAGE
        else:
            with pytest.raises(Unreachable, match="CERTIFICATE_VERIFY_FAILED"):
                web.get(url)
