"""The date of a row: a day that the report's words mean, never the day of publication in its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.ontology import NotCoded, date_precision
from onrecord.record import TimeExpression

__all__ = ["Dated", "dated"]

_WEEK = 7
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Dated:
    """A day with ACLED's precision.

    Attributes:
        day: The day; the middle one of several.
        precision: 1 the day, 2 the week, 3 the month.
        words: The words that it was taken from.
        why: How.
    """

    day: date
    precision: int
    words: str
    why: str


def dated(time: TimeExpression | None) -> Dated | NotCoded:
    """The date, or why there is none.

    Args:
        time: The time that is told of the event.
    """
    if time is None:
        return NotCoded("when it happened is not told")
    if time.type == "SET":
        return NotCoded("it is told as something that comes again")
    code = date_precision(time.precision, "acled")
    if isinstance(code, NotCoded):
        return code
    first, last = _day(time.earliest), _day(time.latest)
    if first is None or last is None or last < first or code.value is None:
        return NotCoded("when it happened is not known")
    days = (last - first).days + 1
    if days > _MONTH:
        return NotCoded("the month is not known")
    # Words may be firmer than what could be worked out from them.
    precision = max(code.value, 1 if days == 1 else 2 if days <= _WEEK else 3)
    return Dated(first + timedelta(days=days // 2), precision, time.span.text if time.span else "", _why(time, days))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _why(time: TimeExpression, days: int) -> str:
    ways = {"written": "as written", "unanchored": "unanchored"}
    way = ways.get(time.derivation or "", "")
    if time.derivation == "anchored":
        way = f"counted from “{time.anchor.text}”" if time.anchor else "counted from the day of the report"
    spread = f"one of {days} days, {time.earliest} to {time.latest}; the middle one stands here" if days > 1 else ""
    return "; ".join(filter(None, (way, spread)))
