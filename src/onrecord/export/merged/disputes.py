"""Contested claims about an event: found by the words that tell of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import Final, Self

from onrecord.export.material import Material
from onrecord.export.merged.agreement import Days
from onrecord.export.merged.events import Telling
from onrecord.record import Claim, Span
from onrecord.reference.registry import fold

__all__ = ["Disputes", "dispute_in_words"]

_OF_EVENTS: Final = frozenset({"occurrence", "responsibility", "quantity"})
_MOST: Final = 3
_A_DAY: Final = timedelta(days=1)
_COUNTS: Final = re.compile(r"; \d+ independent source")


@dataclass(frozen=True, slots=True)
class Disputes:
    """The contested claims of what is given out.

    Attributes:
        by_document: For each report the words in it that stand on one side of such a claim.
    """

    by_document: Mapping[str, tuple[tuple[Span, Claim], ...]]

    @classmethod
    def of(cls, material: Material) -> Self:
        """Those of what is given out, where they come first."""
        found: dict[str, list[tuple[Span, Claim]]] = defaultdict(list)
        for claim in takewhile(lambda one: one.status == "contested", material.iter_claims()):
            for stance in claim.stances if claim.kind in _OF_EVENTS else ():
                found[stance.document].extend((span, claim) for span in stance.spans)
        return cls({document: tuple(pairs) for document, pairs in found.items()})

    def about(
        self, tellings: Sequence[Telling], days: Days | None, places: Collection[str | None]
    ) -> tuple[Claim, ...]:
        """Claims of which a stance has the words that tell of the event, or those of its dead.

        Args:
            tellings: The event as the reports tell it.
            days: When it was; a claim that names another day is about something else.
            places: What its place is called; a claim that names another place is about something else.
        """
        found: dict[str, Claim] = {}
        for telling in tellings:
            own = tuple(_words(telling))
            for span, claim in self.by_document.get(telling.reported.record.document.id, ()):
                if any(span.start < one.end and one.start < span.end for one in own) and _fits(claim, days, places):
                    found[claim.id] = claim
        return tuple(found.values())


def _fits(claim: Claim, days: Days | None, places: Collection[str | None]) -> bool:
    named, when = claim.slots.place, claim.slots.time
    if named is not None and places and fold(named) not in {fold(place) for place in places if place}:
        return False
    try:
        day = date.fromisoformat(when or "")
    except ValueError:
        return True
    return days is None or days.first - _A_DAY <= day <= days.last + _A_DAY


def dispute_in_words(claims: Iterable[Claim]) -> Iterator[str]:
    """A sentence for each claim: what is contested, and by whom."""
    for at, claim in enumerate(told := tuple(claims)):
        if at == _MOST:
            yield f"Contested besides: {', '.join(one.id for one in told[at:])}."
            return
        # Behind the sides the reason has the counts, which the file beside the rows has.
        yield f"Contested ({claim.id}): {claim.proposition} {_COUNTS.split(claim.why or '')[0]}".rstrip(". ") + "."


def _words(telling: Telling) -> Iterator[Span]:
    quantities = telling.parts.quantities
    for event in telling.events:
        if event.trigger is not None:
            yield event.trigger
        for key in event.quantities:
            if key in quantities and quantities[key].of == "killed":
                yield quantities[key].span
