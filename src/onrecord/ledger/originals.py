"""Originals kept under their hash: written once, whole or not at all, and checked whenever they are read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from onrecord.errors import LedgerDamaged
from onrecord.record.original import Original

__all__ = ["Originals"]

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_UNFINISHED: Final = ".unfinished"


class Originals:
    """A folder of originals, `ab/cd/<sha256>`; names of files play no part in it.

    Args:
        folder: Where they are kept; made when the first is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where an original is kept, whether or not it is there.

        Args:
            sha256: Its hash, in hexadecimal digits.
        """
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no SHA-256 in hexadecimal digits")
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def holds(self, sha256: str) -> bool:
        """Whether there is an original of this hash, whatever its bytes are."""
        return _SHA256.fullmatch(sha256) is not None and self.path_of(sha256).exists()

    def keep(self, original: Original) -> Path:
        """Keeps an original; one that is there already is checked and left as it is.

        Args:
            original: The bytes with their hash.

        Returns:
            Where it is kept.

        Raises:
            LedgerDamaged: There are other bytes under its hash.
        """
        path = self.path_of(original.sha256)
        if path.exists():
            self.get(original.sha256)
            return path
        _make(path.parent)
        waiting = self.folder / _UNFINISHED
        waiting.mkdir(exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=waiting)
        unfinished = Path(temporary)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(original.content)
                stream.flush()
                os.fchmod(stream.fileno(), 0o444)
                os.fsync(stream.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _sync(path.parent)
        return path

    def get(self, sha256: str) -> bytes:
        """Reads an original and checks its hash.

        Args:
            sha256: Its hash, in hexadecimal digits.

        Raises:
            LedgerDamaged: It is not there, or its bytes are no longer what they were.
        """
        path = self.path_of(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise LedgerDamaged(f"{path}: the original cannot be read ({error.strerror}); restore it") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise LedgerDamaged(f"{path}: the original was changed, its hash is no longer its name; restore it")
        return content

    def remove(self, sha256: str) -> None:
        """Overwrites an original and takes it away; one that is not there is no matter."""
        if not self.holds(sha256):
            return
        path = self.path_of(sha256)
        path.chmod(0o600)
        with path.open("r+b") as stream:
            stream.write(b"\0" * path.stat().st_size)
            stream.flush()
            os.fsync(stream.fileno())
        path.unlink()
        _sync(path.parent)

    def iter_hashes(self) -> Iterator[str]:
        """The hashes that originals are kept under, in order."""
        for path in sorted(self.folder.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")):
            if _SHA256.fullmatch(path.name):
                yield path.name

    def iter_strangers(self) -> Iterator[Path]:
        """Whatever lies in the folder and is no original, but for what was left unfinished."""
        for path in sorted(self.folder.rglob("*")):
            if path.parent.name == _UNFINISHED or (path.is_dir() and not path.is_symlink()):
                continue
            if path.is_symlink() or not _SHA256.fullmatch(path.name) or path != self.path_of(path.name):
                yield path

    def iter_unfinished(self) -> Iterator[Path]:
        """Files that were being written when the program was stopped."""
        yield from sorted((self.folder / _UNFINISHED).glob("*"))

    def sweep(self) -> None:
        """Takes away what was left unfinished. Only the one writer of a ledger may do so."""
        for path in self.iter_unfinished():
            path.unlink(missing_ok=True)


def _make(folder: Path) -> None:
    """Makes a folder and those above it, each so that it lasts."""
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Makes the new name in the folder last, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
