"""The rooms as the linker takes them: what a report's items are, and how items of each kind are linked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from onrecord.link import claims, copies, happenings
from onrecord.link.claims import Proposition
from onrecord.link.copies import Match, Sketch
from onrecord.link.happenings import Telling
from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.link.relinking import Group, Room
from onrecord.link.shelf import Kind, Pair, Shelf
from onrecord.link.written import read_item, read_values
from onrecord.record.record import Record

__all__ = ["ROOMS", "Rooms"]


@dataclass(frozen=True, slots=True)
class Rooms:
    """How reports are linked.

    Attributes:
        items: For each kind, what makes the items of a report, by their ids.
        open: For each kind, what makes the room over a shelf, for one round.
    """

    items: Mapping[Kind, Callable[[Record], Mapping[str, Any]]]
    open: Mapping[Kind, Callable[[Shelf], Room[Any]]]


def _sketches(record: Record) -> dict[str, Sketch]:
    return {record.document.id: copies.sketch_of(record)}


def _tellings(record: Record) -> dict[str, Telling]:
    return {telling.id: telling for telling in happenings.tellings_of(record)}


def _propositions(record: Record) -> dict[str, Proposition]:
    return {proposition.id: proposition for proposition in claims.propositions_of(record)}


def _copies(shelf: Shelf) -> Room[Sketch]:
    ready: dict[str, copies.Prepared] = {}
    standing: dict[str, frozenset[int]] = {}

    def prepared(document: str) -> copies.Prepared:
        if document not in ready:
            ready[document] = copies.prepare(shelf.get_record(document))
        return ready[document]

    def rank(sketch: Sketch, owners: Mapping[str, Sequence[str]]) -> Sequence[str]:
        others = {other for some in owners.values() for other in some}
        sketches = {id_: read_item(Sketch, line) for id_, line in shelf.items("copies", others).items()}
        published = {id_: other.published for id_, other in sketches.items()}
        standing[sketch.document] = copies.find_standing(sketch, owners, published)
        return copies.candidates(sketch, owners)

    def compare(a: Sketch, b: Sketch) -> Likeness | None:
        known = standing.get(a.document, frozenset()) | standing.get(b.document, frozenset())
        match = copies.compare(prepared(a.document), prepared(b.document), known)
        if match is None:
            return None
        return Likeness("same", None, tuple(piece.kind for piece in match.evidence), {"match": asdict(match)})

    def build(
        items: Mapping[str, Sketch], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> Iterable[Group]:
        matches = [read_values(Match, one.details["match"]) for one in pairs.values() if "match" in one.details]
        for family in copies.families(matches, items.values(), judged):
            yield Group(family.reports, family)

    return Room("copies", Sketch, copies.bands_of, compare, build, representatives=3, rank=rank)


def _happenings(shelf: Shelf) -> Room[Telling]:  # noqa: ARG001 (tellings have all that is compared)
    def build(
        items: Mapping[str, Telling], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> Iterable[Group]:
        for ids in happenings.cluster(items.values(), pairs, judged):
            yield Group(ids, happenings.happening_of([items[id_] for id_ in ids], pairs))

    return Room("happenings", Telling, happenings.keys_of, happenings.compare, build)


def _claims(shelf: Shelf) -> Room[Proposition]:
    told: dict[str, dict[str, str]] = {}

    def happening(proposition: Proposition) -> str | None:
        document = proposition.document
        if document not in told:
            ids = shelf.items_of("happenings", [document])
            objects = shelf.objects_of("happenings", ids)
            tellings = {id_: read_item(Telling, line) for id_, line in shelf.items("happenings", ids).items()}
            told[document] = {tellings[id_].incident: some[0] for id_, some in objects.items()}
        return told[document].get(proposition.incident or "")

    def keys(proposition: Proposition) -> frozenset[str]:
        return claims.keys_of(proposition, happening(proposition))

    def compare(a: Proposition, b: Proposition) -> Likeness:
        one, other = happening(a), happening(b)
        # Two happenings may be one that the machine was not sure of: only being of one says something.
        return claims.compare(a, b, (one, other) if one == other else (None, None))

    def build(
        items: Mapping[str, Proposition], pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]
    ) -> Iterable[Group]:
        documents = dict.fromkeys(one.document for one in items.values())
        ids = sorted({family for some in shelf.objects_of("copies", documents).values() for family in some})
        families = shelf.members("copies", ids)
        for members, claim in claims.grouped(list(items.values()), pairs, families, judged):
            yield Group(members, claim)

    return Room("claims", Proposition, keys, compare, build, within=True)


ROOMS: Final = Rooms(
    {"copies": _sketches, "happenings": _tellings, "claims": _propositions},
    {"copies": _copies, "happenings": _happenings, "claims": _claims},
)
