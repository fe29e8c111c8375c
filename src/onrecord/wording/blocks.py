"""A report cut into blocks: paragraphs that belong together because a statement runs over them, with those statements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from onrecord.wording.rows import Row

__all__ = ["JOINED", "Block", "Part", "Unit", "blocks_of"]

JOINED: Final = 60
"""Statements of a block that light up as a whole: the style sheet has a rule for each place in a block."""
# A source may stand far from what it says; joining everything between would make the margin useless.
_FARTHEST: Final = 4
# A paragraph with more statements than this is cut between two of them.
_CROWDED: Final = 8

Kind = Literal["source", "cue", "content"]


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A stretch of the text that is part of a statement.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        kind: Which part it is.
        number: Number of the statement's row.
    """

    start: int
    end: int
    kind: Kind
    number: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a piece of a crowded one.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        goes_on: Whether it goes on with the paragraph before it.
    """

    start: int
    end: int
    goes_on: bool = False


@dataclass(slots=True)
class Block:
    """Paragraphs and the statements that begin in them.

    Attributes:
        units: The paragraphs.
        rows: The statements, in the order of the rows.
        parts: Every part of any statement that reaches into the block, in the order of the text.
    """

    units: list[Unit]
    rows: list[Row] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def places(self) -> dict[int, int]:
        """Place in the block of each statement, by the number of its row, as far as the style sheet can join them."""
        return {row.number: place for place, row in enumerate(self.rows[:JOINED], 1)}


def blocks_of(text: str, rows: Sequence[Row]) -> list[Block]:
    """Cuts a report into blocks, such that nearly every statement has all of its parts in one.

    Args:
        text: The report's text.
        rows: Its statements.
    """
    parts = sorted(part for row in rows for part in _parts(row))
    units = list(_units(text, parts))
    if not units:
        return []
    starts = [unit.start for unit in units]

    def unit_at(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    homes = {row.number: unit_at(_home(row)) for row in rows}
    last = list(range(len(units)))
    for part in parts:
        ends = sorted((homes[part.number], unit_at(part.start), unit_at(max(part.start, part.end - 1))))
        if ends[-1] - ends[0] <= _FARTHEST:
            last[ends[0]] = max(last[ends[0]], ends[-1])
    for row in rows:
        if row.inside is not None:
            low, high = sorted((homes[row.number], homes[row.inside]))
            last[low] = max(last[low], high) if high - low <= _FARTHEST else last[low]
    blocks, block_of = _merged(units, last)
    for row in rows:
        blocks[block_of[homes[row.number]]].rows.append(row)
    for part in parts:
        first, final = block_of[unit_at(part.start)], block_of[unit_at(max(part.start, part.end - 1))]
        for at in range(first, final + 1):
            blocks[at].parts.append(part)
    return blocks


def _parts(row: Row) -> Iterator[Part]:
    statement = row.statement
    spans: list[tuple[Kind, int, int]] = [("content", span.start, span.end) for span in statement.content.spans]
    spans += [("source", span.start, span.end) for span in (statement.source.spans if statement.source else ())]
    spans += [("cue", span.start, span.end) for span in (statement.cue.spans if statement.cue else ())]
    return (Part(start, end, kind, row.number) for kind, start, end in spans if start < end)


def _home(row: Row) -> int:
    """Where a statement stands: where its content begins."""
    return next((part.start for part in sorted(_parts(row)) if part.kind == "content"), 0)


def _merged(units: Sequence[Unit], last: Sequence[int]) -> tuple[list[Block], list[int]]:
    blocks: list[Block] = []
    block_of: list[int] = []
    until = -1
    for at, unit in enumerate(units):
        if at > until:
            blocks.append(Block([]))
        until = max(until, last[at])
        blocks[-1].units.append(unit)
        block_of.append(len(blocks) - 1)
    return blocks, block_of


def _units(text: str, parts: Sequence[Part]) -> Iterator[Unit]:
    at = 0
    for line in re.finditer(r"[^\n]+", text):
        if not line[0].strip():
            continue
        inside: list[Part] = []
        while at < len(parts) and parts[at].start < line.end():
            inside.append(parts[at])
            at += 1
        cuts = [line.start(), *_cuts(inside, line.start(), line.end()), line.end()]
        for place, (start, end) in enumerate(pairwise(cuts)):
            yield Unit(start, end, goes_on=place > 0)


def _cuts(parts: Sequence[Part], start: int, end: int) -> Iterator[int]:
    """Where a crowded paragraph is cut: at the beginning of a part that nothing before it reaches into."""
    reach, numbers = start, set[int]()
    for part in parts:
        if part.start >= reach and len(numbers) >= _CROWDED and start < part.start < end and part.number not in numbers:
            yield part.start
            numbers = set()
        numbers.add(part.number)
        reach = max(reach, part.end)
