"""Tables for a terminal: columns where there is room for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

__all__ = ["Column", "columns", "is_narrow", "joined"]

# Below this, columns hold two or three words each, so every row gets lines of its own instead.
_NARROWEST_TABLE: Final = 72


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: What stands above it.
        ratio: Its share of the width.
        width: Its width, where that is known: such a column holds numbers.
    """

    title: str
    ratio: int | None = None
    width: int | None = None


def is_narrow(console: Console) -> bool:
    """Whether there is no room for columns."""
    return console.width < _NARROWEST_TABLE


def columns(shape: Sequence[Column], rows: Iterable[Sequence[RenderableType]]) -> Table:
    """Lays rows out in columns; nothing in them is cut, long words are folded."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    for column in shape:
        if column.width is not None:
            table.add_column(column.title, justify="right", width=column.width)
        else:
            table.add_column(column.title, ratio=column.ratio, overflow="fold")
    for row in rows:
        table.add_row(*row, end_section=False)
    return table


def joined(*lines: tuple[str, str]) -> Text:
    """Lines with their styles below each other, without the empty ones."""
    text = Text()
    for line, style in lines:
        if line:
            text.append("\n" if text else "").append(line, style=style or None)
    return text
