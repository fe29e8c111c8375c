"""A report laid out for reading: blocks of paragraphs, the statements that begin in them beside, and the marks within."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.record import Record
from onrecord.serve.desk.text.marks import Mark
from onrecord.serve.desk.text.pieces import Piece, Tag, pieces_of
from onrecord.wording.blocks import blocks_of
from onrecord.wording.rows import Row, rows_of

__all__ = ["Laid", "Paragraph", "lay_out", "numbered_rows"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a piece of a crowded one.

    Attributes:
        start: Offset of its first character, in code points.
        goes_on: Whether it goes on with the paragraph before it.
        pieces: Its words and what stands between them.
    """

    start: int
    goes_on: bool
    pieces: tuple[Piece | Tag, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """Paragraphs that belong together because a statement runs over them.

    Attributes:
        rows: The statements that begin in them.
        paragraphs: The paragraphs.
    """

    rows: tuple[Row, ...]
    paragraphs: tuple[Paragraph, ...]


def numbered_rows(record: Record) -> tuple[Row, ...]:
    """The statements as rows, each with the number that its id in a ledger has: "r12.1.s3" is statement 3."""
    numbers = {id(statement): at for at, statement in enumerate(record.statements, 1)}
    rows = rows_of(record)
    own = {row.number: numbers[id(row.statement)] for row in rows}
    return tuple(
        replace(row, number=own[row.number], inside=own[row.inside] if row.inside is not None else None) for row in rows
    )


def lay_out(record: Record, rows: Sequence[Row], marks: Sequence[Mark]) -> tuple[Laid, ...]:
    """Lays a report out.

    Args:
        record: The report, read.
        rows: Its statements, numbered.
        marks: What is marked, in the order of `marks_of`.
    """
    return tuple(_laid(record.document.text, rows, marks))


def _laid(text: str, rows: Sequence[Row], marks: Sequence[Mark]) -> Iterator[Laid]:
    met: set[str] = set()
    at, reaching = 0, list[Mark]()
    for block in blocks_of(text, rows):
        paragraphs = []
        for unit in block.units:
            reaching = [mark for mark in reaching if mark.end > unit.start]
            while at < len(marks) and marks[at].start < unit.end:
                reaching.append(marks[at])
                at += 1
            pieces = tuple(pieces_of(text, unit.start, unit.end, reaching, met))
            paragraphs.append(Paragraph(unit.start, unit.goes_on, pieces))
        yield Laid(tuple(block.rows), tuple(paragraphs))
