"""What linking needs of whatever keeps its results; a ledger has it, and so has a shelf in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.record.claim import Claim
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening
from onrecord.record.record import Record

__all__ = ["KINDS", "Kind", "Made", "MemoryShelf", "Pair", "Shelf", "paired"]

Kind = Literal["copies", "happenings", "claims"]
KINDS: Final[tuple[Kind, ...]] = ("copies", "happenings", "claims")
Pair = tuple[str, str]
"""Ids of two items, the smaller first."""
LETTERS: Final[Mapping[Kind, str]] = {"copies": "cf", "happenings": "h", "claims": "c"}
"""What the ids of linked objects begin with: cf3 is a copy family, h12 a happening, c7 a claim."""


def paired(one: str, other: str) -> Pair:
    """The two in their order."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Made:
    """A linked object and the items that it was made from.

    Attributes:
        id: Its id.
        linked: The object; its own id is the same.
        members: Ids of the items.
    """

    id: str
    linked: Copies | Happening | Claim
    members: tuple[str, ...]


class Shelf(Protocol):
    """Items of reports, how pairs of them stand, and the objects made from them. One writer at a time; all or nothing.

    An item is kept as a line of JSON under its id: for copies a report's sketch, for happenings a telling, for claims a proposition.
    It belongs to an object of its kind, to none, or to several: a report that mixes two texts is in two families.
    """

    def get_record(self, document: str) -> Record:
        """What was read in a report."""

    def put_items(self, kind: Kind, document: str, items: Mapping[str, str]) -> None:
        """Keeps the items of a report."""

    def put_keys(self, kind: Kind, keys: Mapping[str, Collection[str]]) -> None:
        """Keeps by which keys items are found, instead of those that they had."""

    def owners(self, kind: Kind, keys: Collection[str], most: int) -> Mapping[str, Sequence[str]]:
        """For each key the items that have it, the first that had it first, at most so many."""

    def items(self, kind: Kind, ids: Collection[str]) -> Mapping[str, str]:
        """Items by their ids; those that are not there are left out."""

    def items_of(self, kind: Kind, documents: Collection[str]) -> Sequence[str]:
        """Ids of the items of some reports."""

    def put_pairs(self, kind: Kind, pairs: Mapping[Pair, Likeness]) -> None:
        """Keeps the machine's judgements of pairs, instead of earlier ones."""

    def pairs_among(self, kind: Kind, ids: Collection[str]) -> Mapping[Pair, Likeness]:
        """The machine's judgements of pairs of which both items are among these."""

    def judgements(self, kind: Kind, ids: Collection[str]) -> Sequence[PairJudgement]:
        """People's judgements of pairs of which both items are among these, the newest last."""

    def objects_of(self, kind: Kind, ids: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The objects that items belong to; items that belong to none are left out."""

    def members(self, kind: Kind, objects: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The items of objects."""

    def stale(self, kind: Kind) -> Sequence[str]:
        """Items whose object has to be made anew: something that it was made from is gone, or a person judged."""

    def next_id(self, kind: Kind) -> str:
        """An id that no object of the kind had before."""

    def replace(self, kind: Kind, gone: Mapping[str, str | None], made: Sequence[Made], loose: Collection[str]) -> None:
        """Puts objects in the place of what was there.

        Args:
            kind: Their kind.
            gone: Ids of objects that are no more, each with the object that it became part of, if it did.
            made: Objects that are new or changed. Their items are no longer stale.
            loose: Items that belong to no object now, and are no longer stale.
        """

    def forget(self, documents: Collection[str]) -> None:
        """Takes all items of reports away, with their keys and pairs; what remains of their objects is stale."""


@dataclass(slots=True)
class _Room:
    """What a shelf in memory holds of one kind."""

    items: dict[str, str] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    keys: dict[str, frozenset[str]] = field(default_factory=dict)
    owners: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    near: dict[str, dict[str, Likeness]] = field(default_factory=lambda: defaultdict(dict))
    objects: dict[str, list[str]] = field(default_factory=dict)
    made: dict[str, Made] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)
    last: int = 0


class MemoryShelf:
    """A shelf in memory, for a list of records.

    Args:
        judged: What people judged.
    """

    def __init__(self, judged: Iterable[PairJudgement] = ()) -> None:
        self.records: dict[str, Record] = {}
        self._rooms: dict[Kind, _Room] = {kind: _Room() for kind in KINDS}
        self._judged = tuple(judged)
        self._of: dict[Kind, dict[str, list[str]]] = {kind: defaultdict(list) for kind in KINDS}

    def get_record(self, document: str) -> Record:
        """What was read in a report."""
        return self.records[document]

    def put_items(self, kind: Kind, document: str, items: Mapping[str, str]) -> None:
        """Keeps the items of a report."""
        room = self._rooms[kind]
        room.items.update(items)
        room.documents.update(dict.fromkeys(items, document))
        self._of[kind][document] += items

    def put_keys(self, kind: Kind, keys: Mapping[str, Collection[str]]) -> None:
        """Keeps by which keys items are found, instead of those that they had."""
        room = self._rooms[kind]
        for item, some in keys.items():
            self._drop_keys(room, item)
            room.keys[item] = frozenset(some)
            for key in room.keys[item]:
                room.owners[key].append(item)

    def owners(self, kind: Kind, keys: Collection[str], most: int) -> Mapping[str, Sequence[str]]:
        """For each key the items that have it, the first that had it first, at most so many."""
        owners = self._rooms[kind].owners
        return {key: owners[key][:most] for key in keys if key in owners}

    def items(self, kind: Kind, ids: Collection[str]) -> Mapping[str, str]:
        """Items by their ids; those that are not there are left out."""
        there = self._rooms[kind].items
        return {id_: there[id_] for id_ in ids if id_ in there}

    def items_of(self, kind: Kind, documents: Collection[str]) -> Sequence[str]:
        """Ids of the items of some reports."""
        return [id_ for document in documents for id_ in self._of[kind].get(document, ())]

    def put_pairs(self, kind: Kind, pairs: Mapping[Pair, Likeness]) -> None:
        """Keeps the machine's judgements of pairs, instead of earlier ones."""
        near = self._rooms[kind].near
        for (one, other), likeness in pairs.items():
            near[one][other] = near[other][one] = likeness

    def pairs_among(self, kind: Kind, ids: Collection[str]) -> Mapping[Pair, Likeness]:
        """The machine's judgements of pairs of which both items are among these."""
        near, wanted = self._rooms[kind].near, set(ids)
        return {
            (one, other): likeness
            for one in sorted(wanted & near.keys())
            for other, likeness in near[one].items()
            if one < other and other in wanted
        }

    def judgements(self, kind: Kind, ids: Collection[str]) -> Sequence[PairJudgement]:
        """People's judgements of pairs of which both items are among these, the newest last."""
        wanted = set(ids)
        return [one for one in self._judged if one.kind == kind and one.a in wanted and one.b in wanted]

    def objects_of(self, kind: Kind, ids: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The objects that items belong to; items that belong to none are left out."""
        there = self._rooms[kind].objects
        return {id_: there[id_] for id_ in ids if id_ in there}

    def members(self, kind: Kind, objects: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The items of objects."""
        room = self._rooms[kind]
        return {
            id_: [item for item in room.made[id_].members if id_ in room.objects.get(item, ())]
            for id_ in objects
            if id_ in room.made
        }

    def stale(self, kind: Kind) -> Sequence[str]:
        """Items whose object has to be made anew."""
        return sorted(self._rooms[kind].stale)

    def next_id(self, kind: Kind) -> str:
        """An id that no object of the kind had before."""
        room = self._rooms[kind]
        room.last += 1
        return f"{LETTERS[kind]}{room.last}"

    def replace(self, kind: Kind, gone: Mapping[str, str | None], made: Sequence[Made], loose: Collection[str]) -> None:
        """Puts objects in the place of what was there."""
        room = self._rooms[kind]
        before = [each for id_ in gone if (each := room.made.pop(id_, None))]
        before += [room.made[each.id] for each in made if each.id in room.made]
        for item in {*loose, *(item for each in (*before, *made) for item in each.members)}:
            room.objects.pop(item, None)
            room.stale.discard(item)
        for each in made:
            room.made[each.id] = each
            for item in each.members:
                room.objects.setdefault(item, []).append(each.id)

    def forget(self, documents: Collection[str]) -> None:
        """Takes all items of reports away, with their keys and pairs; what remains of their objects is stale."""
        for kind, room in self._rooms.items():
            going = {id_ for document in documents for id_ in self._of[kind].pop(document, ())}
            for object_ in {object_ for id_ in going for object_ in room.objects.get(id_, ())}:
                room.stale.update(set(room.made[object_].members) - going)
            for id_ in going:
                self._drop_keys(room, id_)
                for other in room.near.pop(id_, {}):
                    room.near[other].pop(id_, None)
                for part in (room.items, room.documents, room.keys, room.objects):
                    part.pop(id_, None)
            room.stale &= room.items.keys()

    def iter_made(self, kind: Kind) -> Iterable[Made]:
        """All objects of a kind in the order of their ids."""
        return sorted(self._rooms[kind].made.values(), key=lambda made: int(made.id.lstrip("cfh")))

    @staticmethod
    def _drop_keys(room: _Room, item: str) -> None:
        for key in room.keys.pop(item, ()):
            room.owners[key].remove(item)
