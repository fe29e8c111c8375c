"""What coding a report returns: rows as ACLED has them, what a coder would check in each, and what was left out."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import Final

__all__ = ["COLUMNS", "AcledRow", "Check", "Coded", "CodedRow", "LeftOut"]

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class AcledRow:
    """One event with ACLED's 31 columns, in ACLED's order; None where a column stays empty.

    Attributes:
        event_id_cnty: ACLED's own id; always empty, since only ACLED gives it.
        event_date: ISO date; the middle of the days that are meant, if they are several.
        year: Its year.
        time_precision: 1 the day, 2 the week, 3 the month.
        disorder_type: Political violence, Demonstrations or Strategic developments.
        event_type: ACLED's event type.
        sub_event_type: Its sub-event type; empty where the report does not tell it.
        actor1: The one who acts.
        assoc_actor_1: Who acts with it.
        inter1: Its kind, 1 to 8.
        actor2: The other one.
        assoc_actor_2: Who stands with that.
        inter2: Its kind.
        interaction: Both kinds.
        civilian_targeting: "Civilian targeting", or empty.
        iso: ISO 3166-1 number of the country.
        region: ACLED's region.
        country: The country.
        admin1: First-order division.
        admin2: Second-order division; always empty.
        admin3: Third-order division; always empty.
        location: The place.
        latitude: Degrees north.
        longitude: Degrees east.
        geo_precision: 1 the town, 2 near it, 3 a region.
        source: The outlet.
        source_scale: How far the outlet reports; always empty.
        notes: The exact words, who says so, and what is disputed.
        fatalities: The dead; of several figures the lowest.
        tags: The size of a crowd.
        timestamp: When ACLED published it; always empty.
    """

    event_id_cnty: str | None = None
    event_date: str | None = None
    year: int | None = None
    time_precision: int | None = None
    disorder_type: str | None = None
    event_type: str | None = None
    sub_event_type: str | None = None
    actor1: str | None = None
    assoc_actor_1: str | None = None
    inter1: int | None = None
    actor2: str | None = None
    assoc_actor_2: str | None = None
    inter2: int | None = None
    interaction: int | None = None
    civilian_targeting: str | None = None
    iso: int | None = None
    region: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    admin3: str | None = None
    location: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int | None = None
    source: str | None = None
    source_scale: str | None = None
    notes: str | None = None
    fatalities: int | None = None
    tags: str | None = None
    timestamp: int | None = None

    def cells(self) -> tuple[Cell, ...]:
        """Its values, in the order of the columns."""
        return astuple(self)


COLUMNS: Final = tuple(field.name for field in fields(AcledRow))
"""The names of ACLED's columns, in their order."""


@dataclass(frozen=True, slots=True)
class Check:
    """Why a value stands in a row, for the one who checks it.

    Attributes:
        column: The column.
        words: The words of the report that it was taken from; "" where there are none.
        why: What made this value of them, and how firm that is.
    """

    column: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A row, and what a coder would check.

    Attributes:
        row: The row.
        checks: Each value with its words and its reason.
        statuses: What the event is told as, each once.
        certainties: How sure that is, each once.
        voices: Who tells of it; the report itself where nobody else does.
        incident: Id of the incident within the record, or of the event where it belongs to none.
        events: Ids of its event mentions.
    """

    row: AcledRow
    checks: tuple[Check, ...]
    statuses: tuple[str, ...]
    certainties: tuple[str, ...]
    voices: tuple[str, ...]
    incident: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is told of and is no row.

    Attributes:
        reason: Why.
        type: Its type in words.
        words: The words that tell of it.
        voices: Who tells of it.
        incident: Id of the incident or of the event within the record.
    """

    reason: str
    type: str
    words: str
    voices: tuple[str, ...]
    incident: str


@dataclass(frozen=True, slots=True)
class Coded:
    """A report, coded: everything that it tells of is either in a row or left out for a reason.

    Attributes:
        rows: The rows, in the order of the text.
        left_out: What is in no row.
    """

    rows: tuple[CodedRow, ...]
    left_out: tuple[LeftOut, ...]
