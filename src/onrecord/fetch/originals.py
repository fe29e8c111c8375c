"""Originals kept under their hash: written once, whole or not at all, and checked whenever they are read."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

from onrecord.errors import UnreadableInput
from onrecord.record.original import Original

__all__ = ["Originals"]

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Originals:
    """A folder of originals, `ab/cd/<sha256>`; names of files play no part in it.

    Args:
        folder: Where they are kept; made when the first is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where an original is kept, whether or not it is there.

        Args:
            sha256: Its hash, in hexadecimal digits.
        """
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no SHA-256 in hexadecimal digits")
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def keep(self, original: Original) -> Path:
        """Keeps an original; one that is there already is left as it is.

        Args:
            original: The bytes with their hash.

        Returns:
            Where it is kept.
        """
        path = self.path_of(original.sha256)
        if path.exists():
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
        unfinished = Path(temporary)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(original.content)
                stream.flush()
                os.fsync(stream.fileno())
            unfinished.chmod(0o444)
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
            UnreadableInput: It is not there, or its bytes are no longer what they were.
        """
        path = self.path_of(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise UnreadableInput(f"{path}: the original cannot be read ({error.strerror}); restore it") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise UnreadableInput(f"{path}: the original was changed, its hash is no longer its name; restore it")
        return content


def _sync(folder: Path) -> None:
    """Makes the new name in the folder last, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
