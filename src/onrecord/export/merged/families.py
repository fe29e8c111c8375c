"""Copy families: which of several reports a text is told by, and what in the others is only copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from onrecord.export.material import Material
from onrecord.export.merged.events import Telling
from onrecord.record import Copies

__all__ = ["Families"]


@dataclass(frozen=True, slots=True)
class Families:
    """The copy families of what is given out.

    Attributes:
        homes: The families that a document belongs to.
        first: For each family the report that stands for all: the root, or where that is not here the earliest.
        names: Ids of the reports by their documents.
    """

    homes: Mapping[str, tuple[Copies, ...]]
    first: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, material: Material) -> Self:
        """Those of what is given out; of a family, what is not given out stands for nobody."""
        families = tuple(material.iter_copies())
        members = {document for family in families for document in family.reports}
        names: dict[str, str] = {}
        published: dict[str, tuple[str, int]] = {}
        for at, reported in enumerate(material.iter_reports()):
            document = reported.record.document
            if document.id in members and document.id not in names:
                names[document.id] = reported.id
                published[document.id] = (document.published or "9999", at)
        homes: dict[str, tuple[Copies, ...]] = {}
        first: dict[str, str] = {}
        for family in families:
            for member in family.reports:
                homes[member] = (*homes.get(member, ()), family)
            here = [member for member in family.reports if member in names]
            if here:
                first[family.family] = family.root if family.root in here else min(here, key=published.__getitem__)
        return cls(homes, first, names)

    def keys(self, document: str) -> frozenset[str]:
        """The families of a document, by which outlets' own words count as one."""
        return frozenset(family.family for family in self.homes.get(document, ()))

    def copied_from(self, telling: Telling) -> str | None:
        """The report that a telling is only copied from or shares with; None where the report tells it in words of its own."""
        document = telling.reported.record.document.id
        for family in self.homes.get(document, ()):
            first = self.first.get(family.family)
            if first is None or first == document:
                continue
            if family.derivation.get(document) == "wholly" or _within(telling, tuple(_shared(family, document))):
                return self.names[first]
        return None

    def own(self, tellings: Sequence[Telling]) -> tuple[Telling, ...]:
        """The tellings without those that are copies of another one of them."""
        here = {telling.reported.id for telling in tellings}
        return tuple(telling for telling in tellings if self.copied_from(telling) not in here)


def _shared(family: Copies, document: str) -> Iterator[tuple[int, int]]:
    return (
        (span.start, span.end)
        for evidence in family.evidence
        if evidence.kind == "shared text"
        for span in evidence.spans
        if span.document == document
    )


def _within(telling: Telling, passages: Iterable[tuple[int, int]]) -> bool:
    """Whether all words that tell of it stand in the passages."""
    triggers = [event.trigger for event in telling.events if event.trigger is not None]
    kept = tuple(passages)
    return bool(triggers) and all(any(a <= one.start and one.end <= b for a, b in kept) for one in triggers)
