"""Figures as ranges on one axis, each with who gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.export.dossier.page import foreign
from onrecord.export.figures import figure

__all__ = ["Given", "range_table"]

Given = tuple[str, str, float | None, float | None]
"""Who gives a figure, in which report, at least and at most."""


def range_table(what: str, given: Sequence[Given]) -> Iterator[str]:
    """A table of figures with a bar for each.

    Args:
        what: What is counted, in words of ours.
        given: The figures; those of one source in one report stand once.
    """
    rows = list(dict.fromkeys(given))
    most = max((edge for _, _, low, high in rows for edge in (low, high) if edge is not None), default=0) or 1
    yield f"<h3>{what}, on an axis from 0 to {most:,.15g}</h3>\n<table><tbody>"
    for who, where, low, high in sorted(rows, key=lambda row: (row[2] or 0, row[3] or most)):
        yield (
            f'<tr><td>{figure(low, high)}</td><td class="bar">{_bar(low, high, most)}</td>'
            f"<td>{foreign(who)}</td><td>{foreign(where)}</td></tr>"
        )
    yield "</tbody></table>\n"


def _bar(low: float | None, high: float | None, most: float) -> str:
    start, end = 100 * max(low or 0, 0) / most, 100 * max(most if high is None else high, 0) / most
    if low is None or high is None:
        line = f'<line class="open" x1="{start:.2f}" y1="5" x2="{end:.2f}" y2="5"/>'
        edge = f'<rect class="range" x="{(start if high is None else end) - 0.5:.2f}" y="0" width="1" height="10"/>'
        shape = line + edge
    else:
        shape = f'<rect class="range" x="{start - 0.5:.2f}" y="1" width="{max(end - start, 0) + 1:.2f}" height="8"/>'
    return (
        '<svg viewBox="-1 0 102 10" preserveAspectRatio="none" role="img" aria-hidden="true">'
        f'<line class="axis" x1="0" y1="5" x2="100" y2="5"/>{shape}</svg>'
    )
