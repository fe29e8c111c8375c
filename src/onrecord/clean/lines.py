"""The lines of a text, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "cut"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, without the white space around it.

    Attributes:
        number: Which line of the text it is, empty ones counted.
        start: Offset of its first character.
        text: Its words.
    """

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)


def cut(text: str) -> list[Line]:
    """Cuts a text into its lines."""
    lines = []
    for number, match in enumerate(re.finditer(r"[^\n]*(?:\n|\Z)", text)):
        stripped = match.group().strip()
        if stripped:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            lines.append(Line(number, start, stripped))
    return lines
