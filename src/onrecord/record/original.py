"""A report's bytes as they came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = ["Original"]


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes as they came, before anything was done to them.

    Attributes:
        sha256: Hash of the bytes, in hexadecimal digits.
        content: The bytes.
        media_type: "text/plain" or "text/html".
        name: What a person calls it: the path as given, or "standard input".
    """

    sha256: str
    content: bytes
    media_type: str
    name: str

    @classmethod
    def of(cls, content: bytes, media_type: str, name: str) -> Original:
        """Hash the bytes and keep them together with their name."""
        return cls(hashlib.sha256(content).hexdigest(), content, media_type, name)
