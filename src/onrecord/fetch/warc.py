"""One record after another out of a web archive, in the child process; the only importer of fastwarc.

The child keeps the archive open between two calls. Each call asks for the next record, for the record at a place, or
for the next place where a record seems to begin, which is how the parent goes on after a record that broke the parser.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

__all__ = ["to_answer"]

_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_PLAIN = re.compile(rb"(?:^|\n)(WARC/1\.[0-9]\r?\nWARC-|WARC/1\.[0-9]\r?\nContent-)", re.IGNORECASE)
_CHUNK = 1 << 20
_OVERLAP = 1 << 10
_HEADERS = 64 << 10
_DIGEST = re.compile(r"(sha-?1|sha-?256|sha-?512|md5):([0-9a-zA-Z+/=]+)", re.IGNORECASE)

_open: dict[str, Iterator[WarcRecord]] = {}


def to_answer(content: bytes, arguments: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ARG001 (the archive is read from its file)
    """Answers one call.

    Args:
        content: Nothing.
        arguments: "path"; "find" for the next place where a record seems to begin at or after that offset; or
            "at" for the record there, None for the one after the last; "most_bytes" that a payload may have.

    Returns:
        "offset" of what was found; for a record its "headers", "http", "status", "content" in base64 and "problem";
        "end" if there is nothing more; "broken" with the reason if the archive cannot be read there.
    """
    path = str(arguments["path"])
    if "find" in arguments:
        with _opened(path) as stream:
            return {"offset": _find(stream, arguments["find"])}
    try:
        if arguments["at"] is not None:
            _open.clear()
            stream = _opened(path)
            stream.seek(arguments["at"])
            # Bytes that a record's length does not cover are an error, so that nothing is passed over unsaid.
            _open[path] = iter(ArchiveIterator(stream, parse_http=False, max_header_len=_HEADERS))
        record = next(_open[path], None)
        return {"end": True} if record is None else _record(record, arguments["most_bytes"])
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        _open.clear()
        return {"broken": " ".join(str(error).split())[:200] or type(error).__name__}


def _opened(path: str) -> BinaryIO:
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")


def _record(record: WarcRecord, most_bytes: int) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "offset": record.stream_pos,
        "headers": [list(header) for header in record.headers.to_tuples()[:100]],
        "type": (record.headers.get("WARC-Type") or "unknown").strip().lower(),
        "problem": None,
    }
    if answer["type"] not in ("response", "resource", "conversion"):
        return answer
    if record.content_length > most_bytes + _HEADERS:
        # What it is still decides whether it is missed: nobody wants a film read.
        about = _response(record.reader.read(_HEADERS), 0) if record.is_http else {}
        return answer | {"http": about.get("http"), "status": about.get("status"), "problem": "large"}
    block = record.reader.read(record.content_length)
    if len(block) != record.content_length:
        return answer | {"problem": "cut"}
    if _is_wrong(record.headers.get("WARC-Block-Digest"), block):
        return answer | {"problem": "digest"}
    unpacked = _response(block, most_bytes) if record.is_http else _payload(block)
    digest = record.headers.get("WARC-Payload-Digest")
    if record.headers.get("WARC-Block-Digest") is None and "content" in unpacked:
        # Programs that write archives do not agree on whether the payload is what came or what was unpacked.
        came = re.split(rb"\r?\n\r?\n", block, maxsplit=1)[-1]
        if _is_wrong(digest, came) and _is_wrong(digest, base64.b64decode(unpacked["content"])):
            return answer | {"problem": "digest"}
    return answer | unpacked


def _payload(payload: bytes) -> dict[str, Any]:
    return {"content": base64.b64encode(payload).decode("ascii")}


def _response(block: bytes, most_bytes: int) -> dict[str, Any]:
    """The payload, unpacked in a record of its own, so that a bomb leaves the archive readable."""
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(block)}\r\n\r\n"
    single = WarcRecord.from_bytes(head.encode() + block + b"\r\n\r\n")
    try:
        single.parse_http(auto_decode="all")
        about = {
            "http": [list(header) for header in single.http_headers.to_tuples()[:200]],
            "status": single.http_headers.status_code,
        }
        payload = single.reader.read(most_bytes + 1)
    except (OSError, ValueError, RuntimeError) as error:
        return {"problem": f"packed: {' '.join(str(error).split())[:200]}"}
    return about | ({"problem": "large"} if len(payload) > most_bytes else _payload(payload))


def _is_wrong(digest: str | None, content: bytes) -> bool:
    """Whether a digest is there, is of a kind that can be checked, and is that of other bytes."""
    match = _DIGEST.fullmatch((digest or "").strip())
    if match is None:
        return False
    value = hashlib.new(match.group(1).lower().replace("-", ""), content, usedforsecurity=False).digest()
    forms = (value.hex(), base64.b32encode(value).decode(), base64.b64encode(value).decode())
    told = match.group(2)
    return told.lower() != forms[0] and told.upper().rstrip("=") != forms[1].rstrip("=") and told != forms[2]


def _find(stream: BinaryIO, start: int) -> int | None:
    """The next place where a record seems to begin."""
    stream.seek(0)
    first = stream.read(4)
    stream.seek(start)
    place, data = start, stream.read(_CHUNK)
    while data:
        for at in _candidates(data, first, place):
            if first[:3] != _GZIP or _begins_record(data[at : at + _OVERLAP]):
                return place + at
        rest = stream.read(_CHUNK)
        if not rest:
            return None
        keep = data[-_OVERLAP:]
        place += len(data) - len(keep)
        data = keep + rest
    return None


def _candidates(data: bytes, first: bytes, place: int) -> Iterator[int]:
    magic = _GZIP if first[:3] == _GZIP else _ZSTD if first == _ZSTD else None
    if magic is None:
        for match in _PLAIN.finditer(data):
            # In the middle of a file the start of a stretch is not the start of a line.
            if match.start(1) > 0 or place == 0:
                yield match.start(1)
        return
    at = data.find(magic)
    while at >= 0:
        yield at
        at = data.find(magic, at + 1)


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data, 16).startswith(b"WARC/")
    except zlib.error:
        return False
