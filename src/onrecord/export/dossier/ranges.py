"""Figures as ranges on one axis, each with who gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log1p
from typing import Final

from onrecord.export.dossier.page import foreign
from onrecord.wording.circumstances import figure

__all__ = ["Given", "range_table"]

_FAR: Final = 50
"""Figures that are further apart than this many times would leave the small ones unseen on a plain axis."""

Given = tuple[str, str, float | None, float | None]
"""Who gives a figure, in which report, at least and at most."""


def range_table(what: str, given: Sequence[Given]) -> Iterator[str]:
    """A table of figures with a bar for each.

    Args:
        what: What is counted, in words of ours.
        given: The figures; those of one source in one report stand once.
    """
    rows = list(dict.fromkeys(given))
    edges = [edge for _, _, low, high in rows for edge in (low, high) if edge is not None and edge > 0]
    most = max(edges, default=1)
    scale = _logarithmic if edges and most > _FAR * min(edges) else _linear
    kind = "a logarithmic axis" if scale is _logarithmic else "an axis"
    yield f"<h3>{what}, on {kind} from 0 to {most:,.15g}</h3>\n<table><tbody>"
    for who, where, low, high in sorted(rows, key=lambda row: (row[2] or 0, row[3] or most)):
        start = None if low is None else scale(low, most)
        end = None if high is None else scale(high, most)
        yield (
            f'<tr><td>{figure(low, high)}</td><td class="bar">{_bar(start, end)}</td>'
            f"<td>{foreign(who)}</td><td>{foreign(where)}</td></tr>"
        )
    yield "</tbody></table>\n"


def _linear(number: float, most: float) -> float:
    return 100 * max(number, 0) / most


def _logarithmic(number: float, most: float) -> float:
    return 100 * log1p(max(number, 0)) / log1p(most)


def _bar(start: float | None, end: float | None) -> str:
    """A bar for a range; one that is open on a side is dashed up to the end of the axis."""
    if start is None or end is None:
        edge = end if start is None else start
        first, last = (0.0, end or 0.0) if start is None else (start, 100.0)
        shape = f'<line class="open" x1="{first:.2f}" y1="5" x2="{last:.2f}" y2="5"/>'
        shape += f'<rect class="range" x="{(edge or 0) - 0.5:.2f}" y="0" width="1" height="10"/>'
    else:
        shape = f'<rect class="range" x="{start - 0.5:.2f}" y="1" width="{max(end - start, 0) + 1:.2f}" height="8"/>'
    return (
        '<svg viewBox="-1 0 102 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<line class="axis" x1="0" y1="5" x2="100" y2="5"/>{shape}</svg>'
    )
