"""Web archives, written by hand."""

from __future__ import annotations

import base64
import gzip
import hashlib

HTML = {"Content-Type": "text/html"}


def http(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    lines = {"Content-Type": "text/html"} | {key.replace("_", "-"): value for key, value in headers.items()}
    head = "".join(f"{key}: {value}\r\n" for key, value in lines.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def record(block: bytes, url: str = "http://news.example.org/a", kind: str = "response", **headers: str) -> bytes:
    """A record; a header that is given replaces the one of the same name."""
    lines = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "WARC-Date": "2018-11-12T10:00:00Z",
        "WARC-Target-URI": url,
        "Content-Type": f"application/http; msgtype={kind}",
        "Content-Length": str(len(block)),
    } | {key.replace("_", "-"): value for key, value in headers.items()}
    head = "".join(f"{key}: {value}\r\n" for key, value in lines.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def page(number: int) -> bytes:
    return f"<html><body><p>The army said on day {number} that it had taken the town.</p></body></html>".encode()


def packed(*records: bytes) -> bytes:
    """An archive in gzip, a member for each record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def digest_of(content: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()
