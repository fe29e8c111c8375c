"""Records and articles out of files of JSON: each keeps the bytes of its line, and a bad line costs only itself.

A record is what this program writes: its document is taken exactly as it stands. An article is what others write, an
object with a text: it is a report like any other, and is parsed where foreign bytes are.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from onrecord.errors import InputError, RecordError, TooLarge, UnreadableInput
from onrecord.record import Document, from_json, make_id
from onrecord.record.original import Original

__all__ = ["Given", "holds_report", "iter_records", "open_records"]

# A line of JSON may escape every letter of a report.
MOST_LINE = 120_000_000
_RATIO = 200
_RATIO_FROM = 20_000_000
_WHOLE = 20_000_000
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Given:
    """The document of a record.

    Attributes:
        document: The document, with the id, the metadata and the text that the record gives it.
        name: The file and the line.
        content: The bytes of the record; none for a document that was handed over in Python.
    """

    document: Document
    name: str
    content: bytes = b""


def holds_report(value: object) -> bool:
    """Tells whether a JSON value is a record or an article."""
    if not isinstance(value, dict):
        return False
    return isinstance(value.get("document"), dict) or isinstance(value.get("text"), str)


def open_records(stream: BinaryIO, path: str) -> BinaryIO:
    """Opens a file of records, unpacking it if its name ends in .gz."""
    if not path.lower().endswith(".gz"):
        return stream
    return cast(BinaryIO, _Unpacked(stream))


class _Unpacked:
    """Lines out of a gzip file, which may not unpack to very much more than it is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._packed = stream
        self._stream = gzip.GzipFile(fileobj=stream)
        self._given = 0

    def readline(self, most: int) -> bytes:
        line = self._stream.readline(most)
        self._given += len(line)
        if self._given > _RATIO_FROM and self._given > _RATIO * max(1, self._packed.tell()):
            raise TooLarge(f"it unpacks to more than {_RATIO} times its size, which no file of reports does")
        return line


def iter_records(
    stream: BinaryIO, name: str, *, first: bytes = b"", most_line: int = MOST_LINE, most_bytes: int = _WHOLE
) -> Iterator[Given | Original | InputError]:
    """Yields the records and articles of a file, one line at a time.

    Args:
        stream: JSON Lines, or one JSON object or list that may go over several lines.
        name: What to call the file in an error.
        first: A first line that was already taken from the stream.
        most_line: A longer line is a failure of its own.
        most_bytes: A larger article is a failure of its own.

    Yields:
        The document of a record, the bytes of an article, or the error that a line is.
    """
    number = 0
    try:
        line = first or stream.readline(most_line + 1)
        if not line:
            yield UnreadableInput(f"{name}: the file is empty; it should hold one record or article a line")
            return
        if _goes_on(line):
            yield from _whole(line, stream, name, most_bytes)
            return
        while line:
            number += 1
            where = f"{name} line {number}"
            if len(line) > most_line:
                yield TooLarge(f"{where}: is longer than {most_line:,} bytes; write one record a line")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(1 << 20)
            elif line.strip():
                yield _from_bytes(line.rstrip(b"\r\n"), where, most_bytes)
            line = stream.readline(most_line + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield UnreadableInput(f"{name}: cannot be unpacked after line {number} ({error}); fetch the file again")
    except TooLarge as error:
        yield TooLarge(f"{name}: {error}; reading stopped after line {number}")


def _goes_on(line: bytes) -> bool:
    """Whether a first line is the beginning of JSON that goes over several lines, or of a list."""
    start = line.removeprefix(_MARK).strip()
    return start.startswith(b"[") or start.endswith((b"{", b"[", b","))


def _whole(line: bytes, stream: BinaryIO, name: str, most_bytes: int) -> Iterator[Given | Original | InputError]:
    pieces = [line]
    size = len(line)
    while size <= _WHOLE and (line := stream.readline(_WHOLE)):
        pieces.append(line)
        size += len(line)
    if size > _WHOLE:
        yield TooLarge(f"{name}: JSON over several lines may have {_WHOLE:,} bytes; write one record a line")
        return
    content = b"".join(pieces)
    if not content.removeprefix(_MARK).lstrip().startswith(b"["):
        yield _from_bytes(content.rstrip(), name, most_bytes)
        return
    try:
        for number, item in enumerate(_items(content.removeprefix(_MARK).decode("utf-8")), start=1):
            yield _from_bytes(item.encode("utf-8"), f"{name} record {number}", most_bytes)
    except (ValueError, RecursionError) as error:
        yield UnreadableInput(f"{name}: is not JSON ({error}); write one record or article a line")


def _items(text: str) -> Iterator[str]:
    """The values of a list, each as it is written; none before the whole list was seen to be right."""
    decoder = json.JSONDecoder()
    json.loads(text)
    at = _skip(text, text.index("[") + 1)
    while text[at] != "]":
        _, end = decoder.raw_decode(text, at)
        yield text[at:end]
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    while text[at] in " \t\r\n":
        at += 1
    return at


def _from_bytes(content: bytes, where: str, most_bytes: int) -> Given | Original | InputError:
    try:
        value = json.loads(content)
    except UnicodeDecodeError as error:
        return UnreadableInput(f"{where}: is not UTF-8 (byte {error.start}); write the file anew as UTF-8")
    except (ValueError, RecursionError) as error:
        return UnreadableInput(f"{where}: is not JSON ({error}); write one record or article a line")
    if isinstance(value, dict) and isinstance(value.get("document"), dict):
        return _given(value["document"], where, content)
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return UnreadableInput(
            f'{where}: has no document with a text, and is no article either; a record is {{"document": {{"id", "text", …}}}}, '
            'an article is {"title", "text", "url", "publisher", "published"}'
        )
    if len(content) > most_bytes:
        return TooLarge(f"{where}: has {len(content):,} bytes, an article may have {most_bytes:,}; cut it in two")
    return Original.of(content, "application/json", where)


def _given(document: dict[str, object], where: str, content: bytes) -> Given | InputError:
    text = document.get("text")
    if not isinstance(text, str):
        return UnreadableInput(f'{where}: has no document with a text; a record is {{"document": {{"id", "text", …}}}}')
    if not text.strip():
        return UnreadableInput(f"{where}: document.text is empty; there is nothing to read")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return UnreadableInput(
            f"{where}: document.text holds half of a character at offset {error.start}; write the file anew as UTF-8"
        )
    if not isinstance(document.get("id"), str):
        document = {**document, "id": make_id("document", text)}
    try:
        record = from_json({"document": document}, name=where, lenient=True)
    except RecordError as error:
        return UnreadableInput(str(error))
    return Given(record.document, where, content)
