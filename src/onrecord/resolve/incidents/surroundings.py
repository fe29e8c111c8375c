"""What stands around the mentions of an incident. In: a record. Out: the nearest place and day, where the mentions name none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record import Place, Quantity, Record, TimeExpression
from onrecord.resolve.events.places import is_elsewhere
from onrecord.resolve.incidents.merging import Draft
from onrecord.resolve.incidents.sameness import when
from onrecord.resolve.layout import Layout

DATELINE: Final = re.compile(r"[^\n]{0,120}?\s(?:--|—|–)\s")
"""A place and a day at the very beginning, which are those of the report."""
REACH: Final = (0, 1, -1)
"""The sentences that are looked at, from each mention's own: it, the next, the one before."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Places and days of a report by their sentences.

    Attributes:
        layout: The words of the report.
        times: Its times by id.
        quantities: Its quantities by id.
        places: The places where something happened, in the order of the text.
        place_sentences: Their sentences.
        days: The times of a day or a few, in the order of their sentences; the day of the report, on which it was told, comes last.
        day_sentences: Their sentences.
    """

    layout: Layout
    times: Mapping[str, TimeExpression]
    quantities: Mapping[str, Quantity]
    places: tuple[Place, ...]
    place_sentences: tuple[int, ...]
    days: tuple[TimeExpression, ...]
    day_sentences: tuple[int, ...]

    @classmethod
    def of_record(cls, record: Record, layout: Layout) -> Surroundings:
        """The surroundings of every incident of a record."""
        starts = {mention.id: mention.span.start for mention in record.mentions}
        placed = sorted(
            (layout.sentence(starts[place.mention]), k)
            for k, place in enumerate(record.places)
            if place.mention in starts and place.role == "event"
            if not is_elsewhere(layout.text, starts[place.mention])
        )
        line = DATELINE.match(layout.text)
        begin = line.end() if line else 0
        published = record.document.published
        dated = sorted(
            (layout.sentence(time.span.start), time.latest == published, k)
            for k, time in enumerate(record.times)
            if time.span and time.span.start >= begin and _is_day(time)
        )
        return cls(
            layout,
            {time.id: time for time in record.times},
            {quantity.id: quantity for quantity in record.quantities},
            tuple(record.places[k] for _, k in placed),
            tuple(number for number, _ in placed),
            tuple(record.times[k] for _, _, k in dated),
            tuple(number for number, _, _ in dated),
        )

    def place(self, draft: Draft) -> str | None:
        """The nearest place where something happened."""
        return next((self.places[k].id for k in _near(draft, self.place_sentences)), None)

    def time(self, draft: Draft) -> str | None:
        """The nearest day."""
        return next((self.days[k].id for k in _near(draft, self.day_sentences)), None)


def _is_day(time: TimeExpression) -> bool:
    days = when(time)
    return days is not None and time.precision in ("day", "days")


def _near(draft: Draft, sentences: Sequence[int]) -> Iterator[int]:
    for away in REACH:
        for telling in draft.tellings:
            number = telling.sentence + away
            yield from range(bisect_left(sentences, number), bisect_right(sentences, number))
