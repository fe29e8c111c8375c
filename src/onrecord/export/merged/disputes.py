"""Contested claims about an event: found by the words that tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, Self

from onrecord.export.material import Material
from onrecord.export.merged.events import Telling
from onrecord.record import Claim, Span

__all__ = ["Disputes", "dispute_in_words"]

_OF_EVENTS: Final = frozenset({"occurrence", "responsibility", "quantity"})
_MOST: Final = 3


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

    def about(self, tellings: Iterable[Telling]) -> tuple[Claim, ...]:
        """Claims of which a stance has the words that tell of the event, or those of its dead."""
        found: dict[str, Claim] = {}
        for telling in tellings:
            own = tuple(_words(telling))
            for span, claim in self.by_document.get(telling.reported.record.document.id, ()):
                if any(span.start < one.end and one.start < span.end for one in own):
                    found[claim.id] = claim
        return tuple(found.values())


def dispute_in_words(claims: Iterable[Claim]) -> Iterator[str]:
    """A sentence for each claim: what is contested, and by whom."""
    for at, claim in enumerate(told := tuple(claims)):
        if at == _MOST:
            yield f"Contested besides: {', '.join(one.id for one in told[at:])}."
            return
        yield f"Contested ({claim.id}): {claim.proposition} {claim.why or ''}".rstrip(". ") + "."


def _words(telling: Telling) -> Iterator[Span]:
    quantities = telling.parts.quantities
    for event in telling.events:
        if event.trigger is not None:
            yield event.trigger
        for key in event.quantities:
            if key in quantities and quantities[key].of == "killed":
                yield quantities[key].span
