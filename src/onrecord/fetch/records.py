"""Documents out of files of records: their text is taken exactly as it stands, and a bad line costs only itself."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from onrecord.errors import InputError, RecordError, TooLarge, UnreadableInput
from onrecord.record import Document, from_json, make_id

__all__ = ["Given", "holds_record", "iter_records", "open_records"]

# A line of JSON may escape every letter of a report.
MOST_LINE = 120_000_000
_RATIO = 200
_RATIO_FROM = 20_000_000
_WHOLE = 20_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """The document of a record.

    Attributes:
        document: The document, with the id, the metadata and the text that the record gives it.
        name: The file and the line.
    """

    document: Document
    name: str


def holds_record(line: bytes) -> bool:
    """Tells whether a line is a record, so that a stream of them can be told from a text that begins with a brace."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("document"), dict)


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
    stream: BinaryIO, name: str, *, first: bytes = b"", most_line: int = MOST_LINE
) -> Iterator[Given | InputError]:
    """Yields the documents of a file of records, one line at a time.

    Args:
        stream: JSON Lines, or one JSON object or list that may go over several lines.
        name: What to call the file in an error.
        first: A first line that was already taken from the stream.
        most_line: A longer line is a failure of its own.

    Yields:
        A document, or the error that its line is.
    """
    number = 0
    try:
        line = first or stream.readline(most_line + 1)
        if not line:
            yield UnreadableInput(f"{name}: the file is empty; it should hold one record a line")
            return
        if _goes_on(line):
            yield from _whole(line, stream, name)
            return
        while line:
            number += 1
            where = f"{name} line {number}"
            if len(line) > most_line:
                yield TooLarge(f"{where}: is longer than {most_line:,} bytes; write one record a line")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(1 << 20)
            elif line.strip():
                yield _document(line, where)
            line = stream.readline(most_line + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield UnreadableInput(f"{name}: cannot be unpacked after line {number} ({error}); fetch the file again")
    except TooLarge as error:
        yield TooLarge(f"{name}: {error}; reading stopped after line {number}")


def _goes_on(line: bytes) -> bool:
    """Whether a first line is the beginning of JSON that goes over several lines, or of a list."""
    start = line.strip()
    return start.startswith(b"[") or start.endswith((b"{", b"[", b","))


def _whole(line: bytes, stream: BinaryIO, name: str) -> Iterator[Given | InputError]:
    pieces = [line]
    size = len(line)
    while (line := stream.readline(_WHOLE)) and size <= _WHOLE:
        pieces.append(line)
        size += len(line)
    if size > _WHOLE:
        yield TooLarge(f"{name}: JSON over several lines may have {_WHOLE:,} bytes; write one record a line")
        return
    try:
        value = json.loads(b"".join(pieces))
    except (ValueError, RecursionError) as error:
        yield UnreadableInput(f"{name}: is not JSON ({error}); write one record a line")
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _from_value(item, f"{name} record {number}" if isinstance(value, list) else name)


def _document(line: bytes, where: str) -> Given | InputError:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return UnreadableInput(f"{where}: is not JSON ({error}); write one record a line")
    return _from_value(value, where)


def _from_value(value: object, where: str) -> Given | InputError:
    document = value.get("document") if isinstance(value, dict) else None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        return UnreadableInput(f'{where}: has no document with a text; a record is {{"document": {{"id", "text", …}}}}')
    text = document["text"]
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
    return Given(record.document, where)
