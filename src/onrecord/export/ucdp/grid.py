"""PRIO-GRID: half-degree cells, numbered from the south-west corner of the world, row by row."""

from __future__ import annotations

from math import floor
from typing import Final

__all__ = ["priogrid_gid"]

_COLUMNS: Final = 720
_ROWS: Final = 360


def priogrid_gid(latitude: float, longitude: float) -> int:
    """The cell that a point lies in; a point on a border belongs to the cell north or east of it.

    Args:
        latitude: Degrees north.
        longitude: Degrees east.
    """
    row = min(floor((latitude + 90) * 2), _ROWS - 1)
    column = min(floor((longitude + 180) * 2), _COLUMNS - 1)
    return row * _COLUMNS + column + 1
