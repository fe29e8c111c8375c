"""Where an export goes. It is written beside its place and renamed when it is whole, so that a stopped export leaves nothing half."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final, Protocol, cast

from onrecord.errors import ExportError

__all__ = ["MANIFEST", "FileSink", "FolderSink", "NowhereSink", "StreamSink", "Target", "Written", "ZipSink"]

MANIFEST: Final = "manifest.json"
# The earliest date that a zip can hold: the same export gives the same bytes, whenever it is made.
_NO_DATE: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Written:
    """A file of an export.

    Attributes:
        name: Its name, within the folder or the zip.
        sha256: Hash of its bytes.
        length: How many bytes.
    """

    name: str
    sha256: str
    length: int


class Target(Protocol):
    """A sink that can be finished or given up."""

    @property
    def files(self) -> list[Written]:
        """What was written, in order."""

    def file(self, name: str) -> AbstractContextManager[BinaryIO]:
        """Opens a new file to be written from its beginning to its end; one at a time."""

    def keep_manifest(self, content: bytes) -> None:
        """Lays the manifest into the export or beside it."""

    def finish(self) -> None:
        """Puts everything into its place."""

    def give_up(self) -> None:
        """Leaves nothing behind."""


class _Counted:
    """A stream that hashes what is written to it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._digest, self._length = stream, hashlib.sha256(), 0

    def write(self, content: bytes) -> int:
        self._stream.write(content)
        self._digest.update(content)
        self._length += len(content)
        return len(content)

    def flush(self) -> None:
        self._stream.flush()

    def written(self, name: str) -> Written:
        return Written(name, self._digest.hexdigest(), self._length)


@contextmanager
def _counting(stream: BinaryIO, name: str, files: list[Written]) -> Iterator[BinaryIO]:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or name == MANIFEST or any(name == each.name for each in files):
        raise ExportError(f"{name}: cannot be the name of a file of an export")
    counted = _Counted(stream)
    yield cast(BinaryIO, counted)
    counted.flush()
    files.append(counted.written(name))


class StreamSink:
    """Standard output, or another open stream: one file, and no manifest beside it.

    Args:
        stream: Where it is written.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.files: list[Written] = []
        self._stream = stream

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """Opens the file."""
        _only_one(self.files, "standard output")
        with _counting(self._stream, name, self.files) as stream:
            yield stream

    def keep_manifest(self, content: bytes) -> None:
        """There is no place for it; its hash is in the custody log."""

    def finish(self) -> None:
        """All of it is written."""
        self._stream.flush()

    def give_up(self) -> None:
        """What was written cannot be taken back."""


class NowhereSink(StreamSink):
    """Takes any number of files and keeps none: for a try."""

    def __init__(self) -> None:
        super().__init__(cast(BinaryIO, io.BytesIO()))

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """Opens a file that goes nowhere."""
        with Path(os.devnull).open("wb") as stream, _counting(stream, name, self.files) as counted:
            yield counted


class FileSink:
    """One file, with its manifest beside it.

    Args:
        path: The file; an earlier one is replaced.

    Raises:
        ExportError: It cannot stand there.
    """

    def __init__(self, path: Path) -> None:
        self.files: list[Written] = []
        self._path, self._manifest = path, path.with_name(f"{path.name}.{MANIFEST}")
        if path.is_dir():
            raise ExportError(f"{path}: is a folder; give the name of a file")
        _needs_folder(path)

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:  # noqa: ARG002 (it is called as was asked for)
        """Opens the file."""
        _only_one(self.files, str(self._path))
        with _beside(self._path).open("wb") as stream, _counting(stream, self._path.name, self.files) as counted:
            yield counted

    def keep_manifest(self, content: bytes) -> None:
        """Lays the manifest beside it."""
        _beside(self._manifest).write_bytes(content)

    def finish(self) -> None:
        """Puts the file and its manifest into their places."""
        for path in (self._path, self._manifest):
            _last(_beside(path), path)

    def give_up(self) -> None:
        """Takes away what was written."""
        for path in (self._path, self._manifest):
            _beside(path).unlink(missing_ok=True)


class FolderSink:
    """A folder. One that is there is replaced if it holds nothing but an earlier export.

    Args:
        path: The folder.

    Raises:
        ExportError: There is something else.
    """

    def __init__(self, path: Path) -> None:
        self.files: list[Written] = []
        self._path = path
        _needs_folder(path)
        if path.exists() and not _is_earlier_export(path):
            raise ExportError(f"{path}: is there and holds something else than an export; name another folder")
        shutil.rmtree(_beside(path), ignore_errors=True)
        _beside(path).mkdir()

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """Opens a file of the folder."""
        path = _beside(self._path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream, _counting(stream, name, self.files) as counted:
            yield counted

    def keep_manifest(self, content: bytes) -> None:
        """Lays the manifest into the folder."""
        (_beside(self._path) / MANIFEST).write_bytes(content)

    def finish(self) -> None:
        """Puts the folder into its place."""
        earlier = self._path.with_name(f".{self._path.name}.{os.getpid()}.earlier")
        if self._path.exists():
            self._path.rename(earlier)
        _beside(self._path).rename(self._path)
        shutil.rmtree(earlier, ignore_errors=True)

    def give_up(self) -> None:
        """Takes away what was written."""
        shutil.rmtree(_beside(self._path), ignore_errors=True)


class ZipSink:
    """A zip.

    Args:
        path: The file; an earlier one is replaced.

    Raises:
        ExportError: It cannot stand there.
    """

    def __init__(self, path: Path) -> None:
        self.files: list[Written] = []
        self._path = path
        if path.is_dir():
            raise ExportError(f"{path}: is a folder; give the name of a file")
        _needs_folder(path)
        self._zip = zipfile.ZipFile(_beside(path), "w")

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        """Opens a file of the zip."""
        with (
            self._zip.open(_entry(name), "w", force_zip64=True) as stream,
            _counting(cast(BinaryIO, stream), name, self.files) as counted,
        ):
            yield counted

    def keep_manifest(self, content: bytes) -> None:
        """Lays the manifest into the zip."""
        self._zip.writestr(_entry(MANIFEST), content)

    def finish(self) -> None:
        """Puts the zip into its place."""
        self._zip.close()
        _last(_beside(self._path), self._path)

    def give_up(self) -> None:
        """Takes away what was written."""
        # Closing would write the table of contents of what is thrown away, which fails in the middle of a file.
        if self._zip.fp is not None:
            self._zip.fp.close()
            self._zip.fp = None
        _beside(self._path).unlink(missing_ok=True)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _needs_folder(path: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise ExportError(f"{path}: the folder {path.absolute().parent} is not there; make it first")


def _last(written: Path, path: Path) -> None:
    """Renames a file when the disk has it."""
    with written.open("rb") as stream:
        os.fsync(stream.fileno())
    written.replace(path)


def _only_one(files: list[Written], where: str) -> None:
    if files:
        raise ExportError(f"{where}: takes one file, and the format makes several; give a folder (name/) or a zip")


def _is_earlier_export(path: Path) -> bool:
    if not path.is_dir():
        return False
    there = {one.relative_to(path).as_posix() for one in path.rglob("*") if not one.is_dir()}
    if not there:
        return True
    try:
        manifest: Any = json.loads((path / MANIFEST).read_bytes())
        return there <= {MANIFEST, *(each["name"] for each in manifest["files"])} and "onrecord" in manifest
    except (OSError, ValueError, TypeError, KeyError):
        return False
