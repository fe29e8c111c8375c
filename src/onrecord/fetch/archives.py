"""Reports out of web archives (WARC): one record at a time, and a broken one costs only itself."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.errors import InputError, TooLarge, UnreadableInput
from onrecord.fetch.content import iter_content
from onrecord.fetch.found import MOST_BYTES, Failed, Found, Skipped, shown
from onrecord.fetch.jail import Jail
from onrecord.fetch.media import by_content_type
from onrecord.fetch.records import Given
from onrecord.record.original import Capture, Original, Stated

__all__ = ["FUNCTION", "iter_archive"]

FUNCTION = "onrecord.fetch.warc:to_answer"
# Twice this is what one bad record may take: it is tried once more by itself before it is given up.
_SECONDS = 15.0
_MEMORY = 500 << 20
Headers = tuple[tuple[str, str], ...]
_ROBOTS = re.compile(r"https?://[^/]+/robots\.txt(?:\?.*)?", re.IGNORECASE)
_PROBLEMS: Mapping[str, tuple[type[InputError], str]] = {
    "large": (TooLarge, "has more bytes than a report may have; take it out of the archive if it should be read"),
    "cut": (UnreadableInput, "ends before its length says; fetch the archive again"),
    "digest": (UnreadableInput, "its bytes are not those whose digest the archive gives; fetch the archive again"),
    "packed": (UnreadableInput, "its payload cannot be unpacked; fetch the page itself"),
}


def iter_archive(path: str, most_bytes: int = MOST_BYTES, jail: Jail | None = None) -> Iterator[Found]:
    """Yields what a web archive holds, a record at a time, in a child process.

    Args:
        path: The archive: plain, in gzip or in zstd.
        most_bytes: A larger payload is refused.
        jail: The child process, if not one of its own.

    Yields:
        For each record, by the name "archive#offset address": the report's bytes, or why there are none.
    """
    if jail is not None:
        yield from _Walk(path, most_bytes, jail).found()
        return
    with Jail(FUNCTION, seconds=_SECONDS, memory=_MEMORY) as own:
        yield from _Walk(path, most_bytes, own).found()


class _Walk:
    """A way through one archive."""

    def __init__(self, path: str, most_bytes: int, jail: Jail) -> None:
        self._path = path
        self._most_bytes = most_bytes
        self._jail = jail
        self._name = shown(path)

    def found(self) -> Iterator[Found]:
        """Goes from record to record; where one breaks, to the next place that looks like the start of one."""
        last = -1
        at: int | None = 0
        cut = False
        damage = ""
        while True:
            answer = self._record(at)
            offset = answer.get("offset")
            if type(offset) is int and isinstance(answer.get("headers"), list):
                if damage:
                    yield self._failed(last, UnreadableInput, f"is followed by damage up to byte {offset} ({damage})")
                last, at, damage = offset, None, ""
                cut = answer.get("problem") in ("cut", "large")
                yield from self._of(offset, answer)
                continue
            if answer.get("end") and at is None and not cut:
                return
            damage = str(answer.get("broken") or "")
            if at is not None:
                # It was tried by itself, so it is this record that is broken.
                yield self._failed(at, UnreadableInput, f"cannot be read ({damage or 'nothing is there'})")
            place = self._next_place((last if at is None else at) + 1)
            if place is None:
                if damage and at is None:
                    yield self._failed(last, UnreadableInput, f"is the last that can be read ({damage})")
                return
            damage, at = damage if at is None else "", place

    def _record(self, at: int | None) -> Mapping[str, Any]:
        return self._ask({"at": at, "most_bytes": self._most_bytes})

    def _next_place(self, start: int) -> int | None:
        place = self._ask({"find": start}).get("offset")
        return place if type(place) is int and place >= start else None

    def _ask(self, order: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            return self._jail.call(b"", {"path": self._path, **order}, self._name)
        except InputError as error:
            return {"broken": str(error).removeprefix(f"{self._name}: ")}

    def _of(self, offset: int, answer: Mapping[str, Any]) -> Iterator[Found]:
        """What a record holds."""
        headers = _pairs(answer.get("headers"))
        url = _last(headers, "WARC-Target-URI").strip("<>")
        name = f"{self._name}#{offset} {shown(url[:300])}".rstrip()
        problem = answer.get("problem")
        reason = _reason_to_skip(answer, headers, url)
        if reason is not None:
            yield Skipped(name, reason)
            return
        content = _bytes(answer.get("content"))
        if problem or content is None:
            error, said = _PROBLEMS[str(problem or "packed").split(":")[0]]
            yield Failed(name, error(f"{name}: {said}"))
            return
        http = _pairs(answer.get("http"))
        media_type = by_content_type(_kind(answer, headers), content[:4200])
        assert media_type is not None
        truncated = _last(headers, "WARC-Truncated")
        capture = Capture(
            "archive",
            _last(headers, "WARC-Date") or None,
            url or None,
            status=answer.get("status"),
            headers=http,
            whole=False if truncated else None,
        )
        language = _last(http, "Content-Language") or None
        stated = (Stated("archive header", url=url or None, language=language),)
        found = list(iter_content(content, name, media_type, stated=stated, capture=capture))
        if media_type == "application/json" and not any(isinstance(one, Original | Given) for one in found):
            yield Skipped(name, "JSON that holds no article")
            return
        yield from found

    def _failed(self, offset: int, error: type[InputError], said: str) -> Failed:
        name = self._name if offset < 0 else f"{self._name}#{offset}"
        return Failed(name, error(f"{name}: {said}; fetch the archive again, or take the report from elsewhere"))


def _reason_to_skip(answer: Mapping[str, Any], headers: Headers, url: str) -> str | None:
    kind = str(answer.get("type"))
    if kind not in ("response", "resource", "conversion"):
        return f"a {kind} record, which holds no report"
    status = answer.get("status")
    if status is not None and status != 200:
        return f"an answer with status {status}"
    if answer.get("content") == "":
        return "an answer without content"
    if _ROBOTS.fullmatch(url):
        return "a robots.txt"
    if answer.get("problem") and answer.get("http") is None:
        return None
    media_type = _kind(answer, headers)
    if by_content_type(media_type, (_bytes(answer.get("content")) or b"")[:4200]) is None:
        return f"{media_type.split(';')[0][:60]} is not read"
    return None


def _kind(answer: Mapping[str, Any], headers: Headers) -> str:
    """The content type that the answer has, or for a record without an answer's header the record itself."""
    return _last(_pairs(answer["http"]) if answer.get("http") is not None else headers, "Content-Type")


def _pairs(value: object) -> Headers:
    pairs = value if isinstance(value, list) else []
    return tuple((str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2)


def _last(headers: Headers, name: str) -> str:
    return next((value for key, value in reversed(headers) if key.lower() == name.lower()), "")


def _bytes(value: object) -> bytes | None:
    try:
        return base64.b64decode(value, validate=True) if isinstance(value, str) else None
    except binascii.Error:
        return None
