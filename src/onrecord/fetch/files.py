"""Reports from files, folders, standard input and addresses: each comes in, is skipped, or fails, by name and with a reason."""

from __future__ import annotations

import json
import os
import re
import stat
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError, RefusedInput, UnreadableInput
from onrecord.fetch.archives import iter_archive
from onrecord.fetch.content import STANDARD_INPUT, from_stream, too_large
from onrecord.fetch.found import MOST_BYTES, Failed, Found, Skipped, named, shown
from onrecord.fetch.media import ARCHIVES, READABLE, RECORDS, by_name
from onrecord.fetch.pages import iter_page
from onrecord.fetch.records import holds_report, iter_records, open_records
from onrecord.fetch.web import Web
from onrecord.record.original import Original

__all__ = ["iter_inputs"]

_ADDRESS = re.compile(r"https?:", re.IGNORECASE)
_HEAD = 1_000_000
_REPORT_KEY = re.compile(rb'"(?:document|text)"\s*:')


def iter_inputs(
    paths: Sequence[str],
    *,
    standard_input: BinaryIO | None = None,
    most_bytes: int = MOST_BYTES,
    web: Web | None = None,
) -> Iterator[Found]:
    """Yields what the paths hold, one after another; nothing that is found is left unnamed.

    Folders are walked in the order of their names, and whatever can be read in them is read: reports, files of records or
    articles, and archives.

    Args:
        paths: Files, folders and addresses (http: and https:); "-" is standard input.
        standard_input: The stream behind "-".
        most_bytes: A larger report is refused.
        web: How addresses are asked; as a user would want it, unless given.

    Yields:
        A report's bytes, the document of a record, or why there is neither.
    """
    for path in paths:
        if path == "-":
            if standard_input is not None:
                try:
                    yield from from_stream(standard_input, most_bytes)
                except OSError as error:
                    yield _unreadable(STANDARD_INPUT, error)
            continue
        if _ADDRESS.match(path):
            web = web or Web(most_bytes=most_bytes)
            yield from iter_page(path, web)
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
    name = shown(path)
    kind = path.lower()
    try:
        if kind.endswith(RECORDS):
            with _open(path, name) as stream:
                yield from named(iter_records(open_records(stream, path), name, most_bytes=most_bytes), name)
            return
        if kind.endswith(ARCHIVES):
            # Looked at here, read in the child: what is no regular file is refused before it is opened there.
            _open(path, name).close()
            yield from iter_archive(path, most_bytes)
            return
        media_type = by_name(path)
        if media_type is None:
            raise RefusedInput(
                f"{name}: files of this kind are not read, only {READABLE}; "
                "save the report as one of them, or give its text on standard input"
            )
        yield Original.of(_read(path, name, most_bytes), media_type, name)
    except InputError as error:
        yield Failed(name, error)
    except OSError as error:
        yield _unreadable(path, error)


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
                yield Skipped(shown(entry.path), reason)
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
    name = entry.name.lower()
    if name.endswith(RECORDS) and not _holds_reports(entry.path):
        return "JSON that holds neither records nor articles, as its beginning shows"
    if by_name(name) is None and not name.endswith((*RECORDS, *ARCHIVES)):
        suffix = Path(name).suffix
        return f"{suffix} files are not read" if suffix else "the name does not say what kind of file it is"
    return None


def _holds_reports(path: str) -> bool:
    """Whether the beginning of a JSON file is a record or an article; programs leave other JSON in folders."""
    try:
        with _open(path, path) as stream:
            head = stream.read(_HEAD)
        if path.lower().endswith(".gz"):
            head = zlib.decompressobj(31).decompress(head, _HEAD)
    except (OSError, InputError, zlib.error):
        # Reading it will say what is wrong with it.
        return True
    try:
        value = json.loads(head.split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        # Its first line is broken, is longer than this, or goes on in the next.
        return not head.strip() or _REPORT_KEY.search(head) is not None
    return holds_report(value[0] if isinstance(value, list) and value else value)


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
            raise too_large(name, most_bytes, f"has {size:,} bytes")
        return _up_to(stream, name, most_bytes)


def _up_to(stream: BinaryIO, name: str, most_bytes: int) -> bytes:
    content = stream.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise too_large(name, most_bytes, "is longer")
    return content


def _unreadable(path: str, error: Exception) -> Failed:
    name = shown(path)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Failed(name, UnreadableInput(f"{name}: cannot be opened ({reason}); check the path and who may read it"))
