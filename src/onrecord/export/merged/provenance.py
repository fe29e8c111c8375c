"""What a row cannot hold: how it is told, by whom, how many of them are independent, and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields

from onrecord.export.cells import csv_line
from onrecord.export.material import Sink
from onrecord.export.merged.agreement import Days
from onrecord.export.merged.events import Telling
from onrecord.export.merged.voices import Voice, independent
from onrecord.record import Claim

__all__ = ["Provenance", "provenance_of", "write_beside"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """A line of the file beside the rows; lists are joined by semicolons.

    Attributes:
        row: Which row, from 1.
        happening: Id of the happening, or of the report and its incident where it is in none.
        reports: Ids of the reports that tell of it.
        sha256: Hashes of their bytes, in the same order.
        place_precision: How narrow the place is: site, settlement, near, district, province, …
        date_precision: How narrow the date is: day, days, week, month, …
        earliest: ISO date: not before.
        latest: ISO date: not after.
        status: What it is told as: happened, ongoing, claimed, …
        certainty: How sure that is.
        asserted_by: Who tells of it.
        independent_sources: How many of these are independent of each other.
        claim_status: contested where a claim about it is; else empty.
        claims: Ids of those claims.
        spans: The words that it rests on: report and offsets of code points ("r12#char=17,29").
    """

    row: int
    happening: str
    reports: str
    sha256: str
    place_precision: str | None
    date_precision: str | None
    earliest: str | None
    latest: str | None
    status: str
    certainty: str
    asserted_by: str
    independent_sources: int
    claim_status: str | None
    claims: str
    spans: str

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in fields(cls))

    def cells(self) -> tuple[str | int | None, ...]:
        """Its values, in the order of the columns."""
        return astuple(self)


def provenance_of(
    row: int, event: str, tellings: Sequence[Telling], where: tuple[str | None, str | None], days: Days,
    voices: Sequence[Voice], claims: Sequence[Claim],
) -> Provenance:  # fmt: skip
    """The line of a row.

    Args:
        row: Which row.
        event: Id of the event.
        tellings: The reports that the row rests on.
        where: Precision of the place and of the date.
        days: First and last day.
        voices: Who tells of it.
        claims: The contested claims about it.
    """
    reports = {telling.reported.id: telling.reported.sha256 for telling in tellings}
    mentions = [mention for telling in tellings for mention in telling.events]
    return Provenance(
        row=row,
        happening=event,
        reports=_joined(reports),
        sha256="; ".join(reports.values()),
        place_precision=where[0],
        date_precision=where[1],
        earliest=days.first.isoformat(),
        latest=days.last.isoformat(),
        status=_joined(mention.status for mention in mentions),
        certainty=_joined(mention.certainty for mention in mentions),
        asserted_by=_joined(voice.name for voice in voices),
        independent_sources=len(independent(voices)),
        claim_status="contested" if claims else None,
        claims=_joined(claim.id for claim in claims),
        spans=_joined(span for telling in tellings for span in _spans(telling)),
    )


def _spans(telling: Telling) -> Iterable[str]:
    spans = (event.trigger for event in telling.events if event.trigger is not None)
    return (f"{telling.reported.id}#char={span.start},{span.end}" for span in spans)


def _joined(words: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(" ".join(word.split()) for word in words if word))


def write_beside(sink: Sink, name: str, lines: Iterable[Provenance]) -> None:
    """Writes the file beside the rows, as CSV.

    Args:
        sink: Where it goes.
        name: Its name.
        lines: Its lines.
    """
    with sink.file(name) as file:
        file.write(f"{csv_line(Provenance.columns())}\n".encode())
        for one in lines:
            file.write(f"{csv_line(one.cells())}\n".encode())
