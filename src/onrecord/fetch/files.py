"""Reports from files, folders and standard input: each comes in, is skipped, or fails, by name and with a reason."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError, RefusedInput, TooLarge, UnreadableInput
from onrecord.fetch.records import Given, holds_record, iter_records, open_records
from onrecord.record.original import Original

__all__ = ["MOST_BYTES", "STANDARD_INPUT", "Failed", "Found", "Skipped", "iter_inputs"]

MOST_BYTES = 20_000_000
STANDARD_INPUT = "standard input"

_MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
_RECORDS = (".json", ".jsonl", ".jsonl.gz")
_READABLE = ".txt, .html, .htm, .json, .jsonl and .jsonl.gz"
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was passed over on purpose.

    Attributes:
        name: What it is called.
        reason: Why.
    """

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that should have been read and could not be.

    Attributes:
        name: What it is called.
        error: The reason, with what to do.
    """

    name: str
    error: InputError


Found = Original | Given | Skipped | Failed


def iter_inputs(
    paths: Sequence[str], *, standard_input: BinaryIO | None = None, most_bytes: int = MOST_BYTES
) -> Iterator[Found]:
    """Yields what the paths hold, one after another; nothing that is found is left unnamed.

    Folders are walked in the order of their names. In a folder only reports are read (.txt, .html, .htm); a file of
    records is read where it is named itself.

    Args:
        paths: Files and folders; "-" is standard input.
        standard_input: The stream behind "-".
        most_bytes: A larger report is refused.

    Yields:
        A report's bytes, the document of a record, or why there is neither.
    """
    for path in paths:
        if path == "-":
            if standard_input is not None:
                yield from _from_stream(standard_input, most_bytes)
            continue
        try:
            status = os.lstat(path)
        except (OSError, ValueError) as error:
            yield _unreadable(path, error)
            continue
        if stat.S_ISDIR(status.st_mode):
            yield from _from_folder(path, most_bytes)
        else:
            yield from _from_file(path, most_bytes)


def _from_file(path: str, most_bytes: int) -> Iterator[Found]:
    name = _shown(path)
    kind = path.lower()
    try:
        if kind.endswith(_RECORDS):
            with _open(path, name) as stream:
                yield from _named(iter_records(open_records(stream, path), name), name)
            return
        media_type = _MEDIA_TYPES.get(Path(kind).suffix)
        if media_type is None:
            raise RefusedInput(
                f"{name}: files of this kind are not read, only {_READABLE}; "
                "save the report as one of them, or give its text on standard input"
            )
        yield Original.of(_read(path, name, most_bytes), media_type, name)
    except InputError as error:
        yield Failed(name, error)
    except OSError as error:
        yield _unreadable(path, error)


def _named(records: Iterator[Given | InputError], name: str) -> Iterator[Found]:
    for record in records:
        yield Failed(name, record) if isinstance(record, InputError) else record


def _from_folder(folder: str, most_bytes: int) -> Iterator[Found]:
    """Walks a folder; a stack and no recursion, since a hostile folder may be deep."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield _unreadable(path, error)
            continue
        folders = []
        for entry in found:
            reason = _reason_to_skip(entry)
            if reason is not None:
                yield Skipped(_shown(entry.path), reason)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                yield from _from_file(entry.path, most_bytes)
        waiting.extend(reversed(folders))


def _reason_to_skip(entry: os.DirEntry[str]) -> str | None:
    if entry.is_symlink():
        return "a symbolic link; name its target to have it read"
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_dir(follow_symlinks=False):
        return None
    if not entry.is_file(follow_symlinks=False):
        return "not a regular file"
    if entry.name.lower().endswith(_RECORDS):
        return "a file of records; name it to have it read"
    suffix = Path(entry.name).suffix.lower()
    if suffix not in _MEDIA_TYPES:
        return f"{suffix} files are not read" if suffix else "the name does not say that it is a .txt or .html file"
    return None


def _open(path: str, name: str) -> BinaryIO:
    """Opens a regular file, and nothing that stands in its place at that moment."""
    kind = os.lstat(path).st_mode
    if stat.S_ISLNK(kind):
        raise RefusedInput(f"{name}: a symbolic link, which is not followed; name its target")
    # Looked at before it is opened, since opening a device may have effects, and after, since it may have been replaced.
    if not stat.S_ISREG(kind):
        raise RefusedInput(f"{name}: not a regular file; give its text on standard input")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    stream = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        stream.close()
        raise RefusedInput(f"{name}: not a regular file; give its text on standard input")
    return stream


def _read(path: str, name: str, most_bytes: int) -> bytes:
    with _open(path, name) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > most_bytes:
            raise _too_large(name, most_bytes, f"has {size:,} bytes")
        return _up_to(stream, name, most_bytes)


def _up_to(stream: BinaryIO, name: str, most_bytes: int) -> bytes:
    content = stream.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise _too_large(name, most_bytes, "is longer")
    return content


def _too_large(name: str, most_bytes: int, finding: str) -> TooLarge:
    return TooLarge(f"{name}: {finding}, a report may have {most_bytes:,}; cut it into its reports")


def _from_stream(stream: BinaryIO, most_bytes: int) -> Iterator[Found]:
    """Reads standard input: records if its first line is one, else a page if it begins like one, else a text."""
    try:
        first = stream.readline(most_bytes + 1)
        if holds_record(first):
            yield from _named(iter_records(stream, STANDARD_INPUT, first=first), STANDARD_INPUT)
            return
        content = first + _up_to(stream, STANDARD_INPUT, most_bytes) if len(first) <= most_bytes else first
        if len(content) > most_bytes:
            raise _too_large(STANDARD_INPUT, most_bytes, "is longer")
        page = _PAGE.match(content.removeprefix(b"\xef\xbb\xbf")[:4096])
        yield Original.of(content, "text/html" if page else "text/plain", STANDARD_INPUT)
    except InputError as error:
        yield Failed(STANDARD_INPUT, error)
    except OSError as error:
        yield _unreadable(STANDARD_INPUT, error)


def _unreadable(path: str, error: Exception) -> Failed:
    name = _shown(path)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failed(name, UnreadableInput(f"{name}: cannot be opened ({reason}); check the path and who may read it"))


def _shown(path: str) -> str:
    """A path as it may be printed: names of files are foreign text too."""
    text = os.fsencode(path).decode("utf-8", "replace") if "\x00" not in path else path
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)
