"""The timeline: happenings by the days that they may have been on, beside when claims and reports date from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from starlette.responses import Response

from onrecord.errors import FilterError
from onrecord.ledger.browsing.places import HappeningRow
from onrecord.ledger.browsing.times import LANES, TimeSpan, days_of
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.shown import type_name
from onrecord.serve.desk.views.choices import HAPPENING_KINDS, STATUSES
from onrecord.serve.desk.views.lanes import LEFT, RIGHT, LaneShown, Strip, lanes_of, strips_of
from onrecord.serve.desk.views.timescale import Tick, Timescale

__all__ = ["TimelinePage", "show_timeline"]

_UNDATED: Final = 30
_NO_LANE: Final = {"type": "no type", "place": "no place said", "actor": "nobody is named"}


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
    strips = tuple(strips_of(scale, dated, claims, reports)) if scale else ()
    actors = desk.ledger.happening_actors(asked.filter) if lane == "actor" else {}
    top = strips[-1].y + 16 if strips else 0
    lanes = tuple(lanes_of(scale, dated, _naming(lane, actors), _NO_LANE[lane], top)) if scale else ()
    page = TimelinePage(
        within=len(spans), exact=sum(one.exact for one in dated), ranged=sum(not one.exact for one in dated),
        undated=tuple(undated[:_UNDATED]), undated_count=len(undated), scale=scale, ticks=tuple(one for one in scale.ticks() if one.x < RIGHT - 30) if scale else (),
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
    return Timescale(first, max(first, last), LEFT, RIGHT)


def _naming(lane: str, actors: Mapping[str, str]) -> Callable[[TimeSpan], str | None]:
    if lane == "place":
        return lambda one: one.place
    if lane == "actor":
        return lambda one: actors.get(one.id)
    return lambda one: type_name(one.type) if one.type else None


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
