"""Where a value comes from: the bytes under the text, the rule or model behind a field, what was given up on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute

from onrecord.record.span import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in a row that take equally many bytes each.

    Attributes:
        text: Offset of the first character in `document.text`, in code points.
        count: How many characters.
        byte: Offset of the first character's first byte in the original.
        width: Bytes that each character takes; 0 for characters that cleaning put in and no byte stands for.
    """

    text: int
    count: int
    byte: int
    width: int


@dataclass(frozen=True, slots=True)
class Page:
    """Where the text of a page begins; it ends where that of the next one does.

    Attributes:
        text: Offset of its first character in `document.text`, in code points.
        number: Which page of the original it is, counted from 1.
    """

    text: int
    number: int


@dataclass(frozen=True, slots=True)
class Origin:
    """How offsets into the text lead back to the bytes as they came.

    Attributes:
        encoding: The encoding by which the bytes were read, or the media type of a format that has pages.
        length: How many bytes the original has.
        runs: The map, in the order of the text, without gaps; empty where single bytes stand for no character.
        pages: Where in the text each page begins, for an original that has pages.
    """

    encoding: str
    length: int
    runs: tuple[Run, ...] = ()
    pages: tuple[Page, ...] = ()
    extra: Mapping[str, object] = attribute(default_factory=dict, hash=False)

    def bytes_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Find the bytes that a stretch of the text came from.

        Args:
            start: Offset into the text, in code points.
            end: Offset after the last character.

        Returns:
            First byte and the byte after the last, or None when no byte stands for the stretch.
        """
        first: int | None = None
        last = 0
        at = max(0, bisect_right(self.runs, start, key=lambda run: run.text) - 1)
        for run in self.runs[at:]:
            if run.text >= end:
                break
            begin, stop = max(start, run.text), min(end, run.text + run.count)
            if run.width == 0 or begin >= stop:
                continue
            low, high = run.byte + (begin - run.text) * run.width, run.byte + (stop - run.text) * run.width
            first, last = low if first is None else min(first, low), max(last, high)
        return None if first is None else (first, last)

    def page_of(self, offset: int) -> int | None:
        """Find the page that a character stands on.

        Args:
            offset: Offset into the text, in code points.

        Returns:
            The number of the page, or None for an original without pages.
        """
        at = bisect_right(self.pages, offset, key=lambda page: page.text) - 1
        return self.pages[at].number if at >= 0 else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What decided a field.

    Attributes:
        field: The name of the field.
        by: The rule that decided it, or "model".
        span: The words that it was decided by, if they stand in the text.
        words: The words that it was decided by, if they stand elsewhere: in a tag, a header, an address.
    """

    field: str
    by: str
    span: Span | None = None
    words: str | None = None
    extra: Mapping[str, object] = attribute(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was given up on.

    Attributes:
        where: The part of the report or the record.
        what: What was given up on, and why.
    """

    where: str
    what: str
    extra: Mapping[str, object] = attribute(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Reader:
    """What read the report.

    Attributes:
        name: Its name.
        version: Its version.
        model_sha256: Hash of the weights, or None for a reader without any.
        seconds: How long it took.
    """

    name: str
    version: str
    model_sha256: str | None = None
    seconds: float | None = None
    extra: Mapping[str, object] = attribute(default_factory=dict, hash=False)
