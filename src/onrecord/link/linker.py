"""Links reports: the order of the rooms is written here, once. Copies, then happenings, then claims with their tally."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from onrecord.link.likeness import PairJudgement
from onrecord.link.relinking import Regrouped, Room, items_by_id, relink
from onrecord.link.rooms import ROOMS, Rooms
from onrecord.link.shelf import KINDS, Kind, MemoryShelf, Shelf
from onrecord.link.written import write_item
from onrecord.record.claim import Claim
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening
from onrecord.record.provenance import Note
from onrecord.record.record import Record

__all__ = ["BATCH", "VERSION", "Linked", "Prepared", "link", "link_records", "prepare"]

VERSION: Final = "2"
"""Reports that were linked by another version are linked anew."""
BATCH: Final = 50
"""Reports that are linked together: what they touch is made anew once for all of them."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a report is linked by; it is worked out from the report alone.

    Attributes:
        document: Id of the report.
        items: For each kind the items by their ids, as lines of JSON.
    """

    document: str
    items: Mapping[Kind, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Linked:
    """Reports linked with each other.

    Attributes:
        copies: Families of reports that share text.
        happenings: Events in the world, each with the reports that tell of it.
        claims: Propositions, each with who asserts and who denies it.
        notes: What was given up on.
    """

    copies: tuple[Copies, ...]
    happenings: tuple[Happening, ...]
    claims: tuple[Claim, ...]
    notes: tuple[Note, ...] = ()


def link_records(records: Iterable[Record], judged: Iterable[PairJudgement] = (), rooms: Rooms = ROOMS) -> Linked:
    """Links records with each other, without a ledger.

    Args:
        records: What was read in each report. Of two with one document id the later counts.
        judged: What people judged of pairs, the newest last.
        rooms: How reports are linked.
    """
    shelf, waiting = MemoryShelf(judged), iter(records)
    notes: list[Note] = []
    while batch := list(islice(waiting, BATCH)):
        newest = {record.document.id: record for record in batch}
        again = [record.document.id for record in batch if newest[record.document.id] is not record]
        again += [document for document in newest if document in shelf.records]
        notes += [Note(document, "came more than once; the last record counts") for document in dict.fromkeys(again)]
        shelf.forget(again)
        shelf.records |= newest
        notes += link(shelf, [prepare(record, rooms) for record in newest.values()], rooms)
    made: dict[Kind, tuple[Any, ...]] = {kind: tuple(each.linked for each in shelf.iter_made(kind)) for kind in KINDS}
    return Linked(made["copies"], made["happenings"], made["claims"], tuple(notes))


def prepare(record: Record, rooms: Rooms = ROOMS) -> Prepared:
    """Works out from one report what it is linked by; no other report is needed for it."""
    items = {kind: {id_: write_item(item) for id_, item in rooms.items[kind](record).items()} for kind in KINDS}
    return Prepared(record.document.id, items)


def link(shelf: Shelf, reports: Sequence[Prepared], rooms: Rooms = ROOMS) -> list[Note]:
    """Links new reports with those on a shelf. Nothing else on it is made anew than what they touch.

    Args:
        shelf: Where everything is kept. All that is done here is one transaction of it.
        reports: The new reports; what was kept of an earlier reading of them was forgotten before. None of them only takes up what
            people judged and what a purge left behind.
        rooms: How reports are linked.

    Returns:
        What is to be said of it.
    """
    for report in reports:
        for kind, items in report.items.items():
            shelf.put_items(kind, report.document, items)
    told, claimed = rooms.open["happenings"](shelf), rooms.open["claims"](shelf)
    copies = relink(shelf, rooms.open["copies"](shelf), _new(reports, "copies"))
    happenings = relink(shelf, told, _new(reports, "happenings"))
    # A claim is found by the happening that it is about, and counted by the families of those who make it.
    propositions = _new(reports, "claims")
    propositions |= _about(shelf, told, claimed, happenings, but={*propositions})
    claims = relink(shelf, claimed, propositions, _counted_anew(shelf, copies))
    done: Mapping[Kind, Regrouped] = {"copies": copies, "happenings": happenings, "claims": claims}
    return [Note(kind, what) for kind, regrouped in done.items() for what in regrouped.notes]


def _new(reports: Sequence[Prepared], kind: Kind) -> dict[str, Sequence[str]]:
    return {report.document: list(report.items[kind]) for report in reports}


def _about(
    shelf: Shelf, told: Room[Any], claimed: Room[Any], happenings: Regrouped, *, but: Collection[str]
) -> dict[str, Sequence[str]]:
    """The propositions of other reports about incidents that belong to another happening than before, by their reports."""
    tellings = items_by_id(shelf, told, sorted(happenings.moved)).values()
    incidents = {(telling.document, telling.incident) for telling in tellings if telling.document not in but}
    ids = shelf.items_of("claims", sorted({document for document, _ in incidents}))
    about: dict[str, list[str]] = defaultdict(list)
    for id_, proposition in items_by_id(shelf, claimed, ids).items():
        if (proposition.document, proposition.incident) in incidents:
            about[proposition.document].append(id_)
    return dict(about)


def _counted_anew(shelf: Shelf, copies: Regrouped) -> list[str]:
    """A proposition of each claim that is made by a report which belongs to another family than before."""
    claims = shelf.objects_of("claims", shelf.items_of("claims", sorted(copies.moved)))
    return sorted({claim: item for item, some in claims.items() for claim in some}.values())
