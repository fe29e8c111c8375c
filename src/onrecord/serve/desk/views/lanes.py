"""The drawing of a timeline: strips of numbers along the line, and lanes of happenings below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.ledger.browsing.times import TimeSpan
from onrecord.serve.desk.shown import days, many, type_name
from onrecord.serve.desk.views.timescale import Timescale

__all__ = ["LEFT", "RIGHT", "Bar", "LaneShown", "Mark", "Strip", "lanes_of", "strips_of"]

LEFT, RIGHT = 190, 1090
"""Where the line begins and ends; its drawing is 1,100 wide."""
_STRIP, _ROW, _MARK = 54, 13, 11
_MOST_MARKS: Final = 400
_MOST_LANES: Final = 14
_MOST_ROWS: Final = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """How many there are in a day, month or year.

    Attributes:
        x, width, height: Where it stands and how high it is.
        unsure: How much of the height may belong to a later one.
        count: How many.
        name: The day, month or year.
        title: All that in words.
    """

    x: float
    width: float
    height: float
    unsure: float
    count: int
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Numbers along the line.

    Attributes:
        name: Of what.
        total: How many in all.
        bars: By day, month or year.
        y: Where its foot is.
        kind: happenings, claims or reports.
    """

    name: str
    total: int
    bars: tuple[Bar, ...]
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A happening on the line.

    Attributes:
        span: The happening.
        x: Where it begins, or where the middle of its day is.
        y: How deep in its lane.
        width: How long it may be; 0 for one day.
        title: What it is, in words.
    """

    span: TimeSpan
    x: float
    y: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class LaneShown:
    """What belongs together.

    Attributes:
        name: By what.
        count: How many happenings.
        y: Where it begins.
        height: How high it is.
        marks: The happenings, where they are few enough to be told apart.
        bars: Their numbers, where they are not.
    """

    name: str
    count: int
    y: float
    height: float
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]


def strips_of(
    scale: Timescale, dated: list[TimeSpan], claims: Counter[tuple[date, date]], reports: Counter[tuple[date, date]]
) -> Iterator[Strip]:
    """Happenings, claims and reports along the line, one strip below the other."""
    told = Counter((one.first, one.last) for one in dated if one.first and one.last)
    y = 0.0
    for name, kind, found in (
        ("Happenings", "happenings", told), ("Claims, by their dates", "claims", claims), ("Reports, by publication", "reports", reports),
    ):  # fmt: skip
        if kind == "claims" and not found:
            continue
        y += _STRIP if kind == "happenings" else _STRIP * 0.6
        bars = tuple(_bars(scale, found, _STRIP * (0.85 if kind == "happenings" else 0.45)))
        yield Strip(name, found.total(), bars, y, kind)


def _bars(scale: Timescale, found: Counter[tuple[date, date]], height: float) -> Iterator[Bar]:
    """Each is counted once: in the first day, month or year that it may belong to."""
    all_, unsure = Counter[str](), Counter[str]()
    for (first, last), count in found.items():
        if last < scale.first or first > scale.last:
            continue
        name = scale.bin_of(first)
        all_[name] += count
        if scale.bin_of(last) != name:
            unsure[name] += count
    most = max(all_.values(), default=1)
    for one in scale.bins():
        if count := all_[one.name]:
            begin, end = scale.begin(one.first), scale.end(one.last)
            title = f"{one.name}: {count:,}" + (
                f", of which {unsure[one.name]:,} may be later" if unsure[one.name] else ""
            )
            width = max(end - begin - 1, 1)
            yield Bar(begin, width, height * count / most, height * unsure[one.name] / most, count, one.name, title)


def lanes_of(
    scale: Timescale, dated: list[TimeSpan], name_of: Callable[[TimeSpan], str | None], nameless: str, top: float
) -> Iterator[LaneShown]:
    """Happenings side by side by their names: the largest lanes first, then the others in one, then what has no name."""
    groups: dict[str | None, list[TimeSpan]] = {}
    for one in dated:
        groups.setdefault(name_of(one), []).append(one)
    named = sorted((name for name in groups if name), key=lambda name: (-len(groups[name]), name))
    rest = [one for name in named[_MOST_LANES:] for one in groups[name]]
    shown = [(name, groups[name]) for name in named[:_MOST_LANES]]
    if rest:
        shown.append(
            (f"{many(len(named) - _MOST_LANES, 'other')}", sorted(rest, key=lambda one: one.first or date.min))
        )
    if None in groups:
        shown.append((nameless, groups[None]))
    y = top
    for name, spans in shown:
        lane = _lane(scale, name, spans, y, few=len(dated) <= _MOST_MARKS)
        yield lane
        y += lane.height


def _lane(scale: Timescale, name: str, spans: list[TimeSpan], y: float, *, few: bool) -> LaneShown:
    marks = tuple(_packed(scale, spans)) if few else ()
    deepest = max((mark.y for mark in marks), default=0.0)
    if marks and deepest < _MOST_ROWS * _ROW:
        return LaneShown(name, len(spans), y, deepest + _ROW + 8, marks, ())
    found = Counter((one.first, one.last) for one in spans if one.first and one.last)
    return LaneShown(name, len(spans), y, 34, (), tuple(_bars(scale, found, 26)))


def _packed(scale: Timescale, spans: Iterable[TimeSpan]) -> Iterator[Mark]:
    """Each in the first row in which it lies on no other."""
    ends: list[float] = []
    for one in spans:
        if one.first is None or one.last is None:
            continue
        begin, end = scale.begin(one.first), scale.end(one.last)
        width = 0.0 if one.exact else max(end - begin, _MARK)
        x = (begin + end) / 2 if one.exact else min(begin, scale.right - width)
        left, right = (x - _MARK / 2, x + _MARK / 2) if one.exact else (x, x + width)
        row = next((at for at, taken in enumerate(ends) if taken <= left), len(ends))
        ends[row : row + 1] = [right + 1]
        yield Mark(one, round(x, 1), row * _ROW, round(width, 1), _title(one))


def _title(one: TimeSpan) -> str:
    when = days(str(one.first), str(one.last))
    told = {"contested": "contested", "denied": "only denied", "threatened": "only threatened or planned"}.get(
        one.told_as
    )
    parts = (
        type_name(one.type),
        one.place,
        when if one.exact else f"some time from {when}",
        many(one.reports, "report"),
        told,
    )
    return ", ".join(filter(None, parts))
