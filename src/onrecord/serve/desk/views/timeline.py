"""The timeline: happenings by the days that they may have been on, beside when claims and reports date from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from starlette.responses import Response

from onrecord.errors import FilterError
from onrecord.ledger.browsing.places import HappeningRow
from onrecord.ledger.browsing.times import LANES, TimeSpan, days_of
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.shown import days, many, type_name
from onrecord.serve.desk.views.choices import HAPPENING_KINDS, STATUSES
from onrecord.serve.desk.views.timescale import Tick, Timescale

__all__ = ["TimelinePage", "show_timeline"]

_LEFT, _RIGHT, _WIDTH = 190, 1090, 1100
_STRIP, _ROW, _MARK = 54, 13, 11
_MOST_MARKS: Final = 400
_MOST_LANES: Final = 14
_MOST_ROWS: Final = 16
_UNDATED: Final = 30
_NO_LANE: Final = {"type": "no type", "place": "no place said", "actor": "nobody is named"}


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


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """What the timeline shows.

    Attributes:
        within: How many happenings are within the filter.
        exact: Of how many the day is known.
        ranged: Of how many a range of days is known.
        undated: Of how many nothing is known; the first few of them.
        undated_count: How many that are.
        scale: The line; None where nothing has a date.
        ticks: What is written under it.
        strips: Happenings, claims and reports by day, month or year.
        lanes: The happenings by what they are put side by side by.
        height: How high the drawing is.
        lane: What they are put side by side by.
        steps: Where one can go from here: names and addresses.
        rows: The happenings of this page of the table.
        total: How many the table has.
        kinds: The types of events to choose from.
        statuses: The statuses of claims to choose from.
    """

    within: int
    exact: int
    ranged: int
    undated: tuple[TimeSpan, ...]
    undated_count: int
    scale: Timescale | None
    ticks: tuple[Tick, ...]
    strips: tuple[Strip, ...]
    lanes: tuple[LaneShown, ...]
    height: float
    lane: str
    steps: tuple[tuple[str, str], ...]
    rows: tuple[HappeningRow, ...]
    total: int
    kinds: tuple[tuple[str, str], ...] = HAPPENING_KINDS
    statuses: tuple[tuple[str, str], ...] = STATUSES


def show_timeline(desk: Desk, asked: Asked) -> Response:
    """Shows it, or for a program gives the happenings by when they were."""
    rows, total = desk.ledger.happenings_at(asked.filter, start=asked.start, size=asked.size)
    if asked.json:
        return desk.listing(asked, "timeline.html", None, [_as_json(row) for row in rows], total)
    lane = asked.options.get("lanes", LANES[0])
    if lane not in LANES:
        raise FilterError(f"lanes: {lane!r} is none; there are {', '.join(LANES)}")
    spans = desk.ledger.happening_times(asked.filter)
    dated = [one for one in spans if one.first]
    undated = [one for one in spans if not one.first]
    # A claim is of another kind than what happened, so under a type of event there is none to be counted.
    claims = Counter[tuple[date, date]]() if asked.filter.kind else desk.ledger.claim_days(asked.filter)
    reports = desk.ledger.report_days(asked.filter)
    scale = _scale(asked, dated, [*claims, *reports])
    strips = tuple(_strips(scale, dated, claims, reports)) if scale else ()
    actors = desk.ledger.happening_actors(asked.filter) if lane == "actor" else {}
    top = strips[-1].y + 16 if strips else 0
    lanes = tuple(_lanes(scale, dated, _naming(lane, actors), _NO_LANE[lane], top)) if scale else ()
    page = TimelinePage(
        within=len(spans), exact=sum(one.exact for one in dated), ranged=sum(not one.exact for one in dated),
        undated=tuple(undated[:_UNDATED]), undated_count=len(undated), scale=scale, ticks=tuple(one for one in scale.ticks() if one.x < _RIGHT - 30) if scale else (),
        strips=strips, lanes=lanes, height=(lanes[-1].y + lanes[-1].height if lanes else top) + 8, lane=lane,
        steps=tuple(_steps(asked, scale)) if scale else (), rows=tuple(rows), total=total,
    )  # fmt: skip
    return desk.page(asked, "timeline.html", page)


def _as_json(row: HappeningRow) -> dict[str, Any]:
    return {
        "id": row.id, "type": row.type, "place": row.place, "earliest": row.earliest, "latest": row.latest, "reports": row.reports,
        "told_as": row.told_as,
    }  # fmt: skip


def _scale(asked: Asked, dated: list[TimeSpan], others: list[tuple[date, date]]) -> Timescale | None:
    """From and to what the address says, or else from the first to the last of what is there."""
    since, _ = days_of(asked.filter.since, asked.filter.since)
    _, until = days_of(asked.filter.until, asked.filter.until)
    ends = [(one.first, one.last) for one in dated if one.first and one.last] or others
    first = since or min((first for first, _ in ends), default=None)
    last = until or max((last for _, last in ends), default=None)
    if first is None or last is None:
        return None
    return Timescale(first, max(first, last), _LEFT, _RIGHT)


def _strips(
    scale: Timescale, dated: list[TimeSpan], claims: Counter[tuple[date, date]], reports: Counter[tuple[date, date]]
) -> Iterator[Strip]:
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


def _naming(lane: str, actors: Mapping[str, str]) -> Callable[[TimeSpan], str | None]:
    if lane == "place":
        return lambda one: one.place
    if lane == "actor":
        return lambda one: actors.get(one.id)
    return lambda one: type_name(one.type) if one.type else None


def _lanes(
    scale: Timescale, dated: list[TimeSpan], name_of: Callable[[TimeSpan], str | None], nameless: str, top: float
) -> Iterator[LaneShown]:
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


def _steps(asked: Asked, scale: Timescale) -> Iterator[tuple[str, str]]:
    """Earlier, later, and twice as much."""
    if not (asked.filter.since or asked.filter.until):
        return
    first, last, length = scale.first.toordinal(), scale.last.toordinal(), scale.days
    for name, begin, end in (
        ("Earlier", first - length, first - 1),
        ("Later", last + 1, last + length),
        ("Wider", first - length // 2, last + length // 2),
    ):
        if begin >= date.min.toordinal() and end <= date.max.toordinal():
            yield name, asked.url(since=date.fromordinal(begin).isoformat(), until=date.fromordinal(end).isoformat())
    yield "All of the time", asked.url(since=None, until=None)
