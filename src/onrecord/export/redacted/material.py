"""Material without what must not leave the team: any format writes it as it writes the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from onrecord.export.material import Account, Head, Material, Reported
from onrecord.export.recent import Recent
from onrecord.export.redacted.mask import Mask
from onrecord.export.redacted.private import Private, coarse, private_of
from onrecord.record import Claim, Copies, Filter, Happening, Judgement, Record, Where

__all__ = ["Redacted"]

_RECORDS: Final = 8
_FINE: Final = frozenset({"site", "settlement", "near", "none", None})
_EXACT: Final = frozenset({"latitude", "longitude", "geonameid"})
_NOTHING: Final = Private(Mask())


class Redacted:
    """What of other material may leave the team.

    Private persons' names are squares of the same length, so that every offset stays; places are no finer than a first-order
    division; reviewers are numbers; bylines and reasons that reviewers gave are gone. What no reader recognised as a name stays.

    Args:
        material: The whole.
        account: Where it is counted what was taken out; each thing once, however often it is written.
    """

    def __init__(self, material: Material, account: Account) -> None:
        self._material, self._account = material, account
        self._private: dict[str, Private] = {}
        self._documents: dict[str, str] = {}
        self._reviewers: dict[str, str] = {}
        self._taken: set[tuple[str, str]] = set()
        self._recent = Recent(self._find, _RECORDS)

    @property
    def filter(self) -> Filter:
        """Which part of the ledger this is."""
        return self._material.filter

    def iter_reports(self) -> Iterator[Reported]:
        """Reports, each with a record of the same offsets."""
        for report in self._material.iter_reports():
            self._documents[report.id] = report.record.document.id
            yield self._report(report)

    def iter_claims(self) -> Iterator[Claim]:
        """Claims."""
        yield from map(self._claim, self._material.iter_claims())

    def iter_claims_on(self, happening: Happening) -> Iterator[Claim]:
        """Claims that rest on the words for a happening."""
        yield from map(self._claim, self._material.iter_claims_on(happening))

    def iter_happenings(self) -> Iterator[Happening]:
        """Happenings."""
        yield from map(self._happening, self._material.iter_happenings())

    def iter_copies(self) -> Iterator[Copies]:
        """Copy families."""
        for copies in self._material.iter_copies():
            evidence = tuple(
                replace(one, spans=tuple(self._of(span.document).mask.over(span) for span in one.spans))
                for one in copies.evidence
            )
            yield replace(copies, evidence=evidence)

    def find_report(self, document: str) -> Reported | None:
        """The report of a document."""
        return self._recent.get(document)

    def iter_judgements(self) -> Iterator[Judgement]:
        """Judgements, by reviewers who are numbers and without the reasons that they gave."""
        for judgement in self._material.iter_judgements():
            who = self._reviewers.setdefault(judgement.who, f"reviewer {len(self._reviewers) + 1}")
            self._count(("reviewer", judgement.who))
            if judgement.why is not None:
                self._count(("reviewer's reason", judgement.id))
            mask = self._of(self._document_of(judgement.report_id)).mask
            yield replace(judgement, who=who, why=None, value=_without_coordinates(mask.over(judgement.value)))

    def find_head(self) -> Head | None:
        """The newest row of the custody log, which names nobody."""
        return self._material.find_head()

    def _find(self, document: str) -> Reported | None:
        report = self._material.find_report(document)
        return None if report is None else self._report(report)

    def _report(self, report: Reported) -> Reported:
        private = self._of(report.record.document.id, report.record)
        # Addresses and headers of captures tell who collected what, and when.
        return replace(report, record=_masked(report.record, private.mask), captures=())

    def _claim(self, claim: Claim) -> Claim:
        masks = {stance.document: self._of(stance.document).mask for stance in claim.stances}
        strings = [mask.strings for mask in masks.values()]
        stances = tuple(masks[stance.document].also(strings).over(stance) for stance in claim.stances)
        return replace(Mask().also(strings).over(replace(claim, stances=())), stances=stances)

    def _happening(self, happening: Happening) -> Happening:
        told = [self._of(document) for document, _ in happening.incidents]
        place = happening.place
        if place is not None and place.precision in _FINE:
            if place.latitude is not None:
                self._count(("coordinates", happening.id))
            place = _wider(place, told)
        whole = Mask().also(private.mask.strings for private in told).over(replace(happening, place=None))
        return replace(whole, place=place)

    def _of(self, document: str | None, record: Record | None = None) -> Private:
        """What is private in a report; of each it is worked out once."""
        if document is None:
            return _NOTHING
        if document not in self._private:
            if record is None:
                report = self._material.find_report(document)
                record = None if report is None else report.record
            self._private[document] = _NOTHING if record is None else private_of(record)
            self._count(*self._private[document].taken)
        return self._private[document]

    def _document_of(self, report: str) -> str | None:
        if not self._documents:
            self._documents = {each.id: each.record.document.id for each in self._material.iter_reports()}
        return self._documents.get(report)

    def _count(self, *taken: tuple[str, str]) -> None:
        self._taken.update(taken)
        self._account.redacted = Counter(kind for kind, _ in sorted(self._taken))


def _masked(record: Record, mask: Mask) -> Record:
    document = record.document
    decisions = tuple(one for one in document.decisions if one.field != "byline")
    bare = mask.over(replace(document, text="", byline=None, decisions=decisions))
    rest = mask.over(replace(record, document=bare, places=()))
    return replace(
        rest,
        document=replace(bare, text=mask.text(document.text)),
        places=tuple(mask.over(coarse(place)) for place in record.places),
    )


def _wider(place: Where, told: list[Private]) -> Where:
    """The first-order division that one of the reports names for a place, or else its country alone."""
    keys = [key for key in (place.geonameid, place.name) if key is not None]
    name = next((found for private in told for key in keys if (found := private.wider.get(key))), None)
    return Where(name, None, None, None, place.country, "province" if name else "country" if place.country else "none")


def _without_coordinates(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: None if key in _EXACT else _without_coordinates(item) for key, item in value.items()}
    return [_without_coordinates(item) for item in value] if isinstance(value, list) else value
