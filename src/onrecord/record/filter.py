"""A filter: which part of a ledger somebody looks at, and so which part an export holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Final, Self

from onrecord.errors import FilterError

__all__ = ["Box", "Filter"]

Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees; west is greater than east where it crosses the 180th meridian."""

_WORDS_FOR_DATES: Final = "a date like 2018, 2018-12 or 2018-12-18"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked at. None is no limit; of several limits all hold.

    Each limit means the same on every screen, in every export and on the command line, for whatever it is asked of:

    Attributes:
        words: The words stand in the report, or in a report that tells of the happening or the claim.
        about: Part of a name: of somebody who did it, whom it was done to, or who speaks of it. Of a report: who is named or speaks in it.
        at: Part of the name of the place. Of a report: a place that it names.
        since: ISO date. What was then or later; of a report, and where nothing else is known, published then or later.
        until: ISO date. What was then or before.
        publisher: Part of the name of the outlet, or of one that tells of it.
        kind: Type of the event, or kind of the claim. Of a report: one that tells of such an event.
        status: Status of the claim. Of a report or a happening: one that such a claim rests on.
        box: The place lies within; what has no place on earth is not in any box.
        report: Id of one report ("r12"): that one, and what it tells of.
        item: Id of one claim ("c7") or happening ("h3"): that one, and the reports that tell of it.
    """

    words: str | None = None
    about: str | None = None
    at: str | None = None
    since: str | None = None
    until: str | None = None
    publisher: str | None = None
    kind: str | None = None
    status: str | None = None
    box: Box | None = None
    report: str | None = None
    item: str | None = None

    @classmethod
    def of(cls, items: Mapping[str, str]) -> Self:
        """Makes a filter of the words that an address or a command line gives; what is empty is no limit.

        Raises:
            FilterError: A name or a value is none; the message says which, and what would be one.
        """
        known = {field.name for field in fields(cls)}
        values: dict[str, object] = {}
        for name, text in items.items():
            if name not in known:
                raise FilterError(f"{name}: there is no such limit; there are {', '.join(sorted(known))}")
            if text.strip():
                values[name] = _box(text) if name == "box" else text.strip()
        for name in ("since", "until"):
            if name in values:
                _check_date(name, str(values[name]))
        return cls(**values)  # type: ignore[arg-type]

    def items(self) -> dict[str, str]:
        """The limits that are set, as words; `of` gives the same filter back."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: _written(value) for name, value in named.items() if value is not None}

    def __bool__(self) -> bool:
        """Whether there is any limit."""
        return bool(self.items())


def _written(value: object) -> str:
    return ",".join(f"{edge:g}" for edge in value) if isinstance(value, tuple) else str(value)


def _box(text: str) -> Box:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise FilterError(
            f"box: {text!r} is none; give west,south,east,north in degrees, like 40.5,34.2,41.2,34.9"
        ) from None
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise FilterError(f"box: {text!r} is not on earth; give west,south,east,north in degrees")
    return west, south, east, north


def _check_date(name: str, text: str) -> None:
    whole = {4: f"{text}-01-01", 7: f"{text}-01"}.get(len(text), text)
    try:
        date.fromisoformat(whole)
    except ValueError:
        raise FilterError(f"{name}: {text!r} is no date; give {_WORDS_FOR_DATES}") from None
