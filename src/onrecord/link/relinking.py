"""One round for the items of a kind: block → compare → score → judge → cluster. Only what new items touch is made anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

from onrecord.link.judging import circles, judged_likenesses
from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.link.shelf import Kind, Made, Pair, Shelf, paired
from onrecord.link.written import read_item
from onrecord.record.claim import Claim
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening

__all__ = ["Group", "Regrouped", "Room", "items_by_id", "relink"]

Item = TypeVar("Item")
# Of the items that have a key only the first are looked at: a key that more have says little.
_OWNERS: Final = 40
# Items that one is compared with at most, those with the most keys in common first.
_CANDIDATES: Final = 24


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together.

    Attributes:
        members: Their ids.
        linked: What they make; its id is given to it later.
    """

    members: tuple[str, ...]
    linked: Copies | Happening | Claim


@dataclass(frozen=True, slots=True)
class Room(Generic[Item]):
    """How items of a kind are linked.

    Attributes:
        kind: The kind.
        type: The type of the items.
        keys: Keys by which those that may be one with an item are found.
        compare: How two stand to each other; None where nothing can be said.
        build: Items that belong together, given the judgements of pairs; items that belong to nothing are left out.
        within: Whether items of one report are compared with each other.
        representatives: How many items of what seems to be one object an item is compared with.
        rank: Those that share keys with an item, the likeliest first, given who has each of its keys; without it those that share the
            most come first.
    """

    kind: Kind
    type: type[Item]
    keys: Callable[[Item], Collection[str]]
    compare: Callable[[Item, Item], Likeness | None]
    build: Callable[[Mapping[str, Item], Mapping[Pair, Likeness], Sequence[PairJudgement]], Iterable[Group]]
    within: bool = False
    representatives: int = 8
    rank: Callable[[Item, Mapping[str, Sequence[str]]], Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of a round.

    Attributes:
        made: Objects that are new or were made anew.
        moved: Items that belong to another object than before.
        notes: What is to be said of it.
    """

    made: tuple[Made, ...]
    moved: frozenset[str]
    notes: tuple[str, ...] = ()


def relink(
    shelf: Shelf, room: Room[Item], new: Mapping[str, Sequence[str]], touched: Collection[str] = ()
) -> Regrouped:
    """Links new items with those that are there.

    Args:
        shelf: Where everything is kept.
        room: How items of this kind are linked.
        new: For each report its items that are new, or whose keys are; they are on the shelf.
        touched: Items of objects that have to be made anew for another reason.
    """
    compared = _compare(shelf, room, new)
    shelf.put_pairs(room.kind, compared)
    fresh = [item for items in new.values() for item in items]
    joined = (item for pair, likeness in compared.items() if likeness.verdict == "same" for item in pair)
    seeds = dict.fromkeys([*fresh, *shelf.stale(room.kind), *touched, *joined])
    members, before = _touched(shelf, room.kind, seeds)
    items = items_by_id(shelf, room, members)
    judged = shelf.judgements(room.kind, members)
    pairs = judged_likenesses(shelf.pairs_among(room.kind, members), judged)
    notes = circles(judged)
    groups = tuple(_noted(group, notes) for group in room.build(items, pairs, judged))
    made, gone = _named(shelf, room.kind, groups, before)
    after: dict[str, set[str]] = defaultdict(set)
    for each in made:
        for item in each.members:
            after[item].add(each.id)
    shelf.replace(room.kind, gone, made, [item for item in members if item not in after])
    moved = frozenset(item for item in members if after.get(item, set()) != before.get(item, set()))
    return Regrouped(made, moved, tuple(notes.values()))


def _touched(shelf: Shelf, kind: Kind, seeds: Collection[str]) -> tuple[list[str], dict[str, set[str]]]:
    """The seeds and all items that share an object with one, by way of others too; and the objects that each belongs to."""
    before: dict[str, set[str]] = defaultdict(set)
    waiting, seen = list(seeds), dict.fromkeys(seeds)
    while waiting:
        objects = {object_ for some in shelf.objects_of(kind, waiting).values() for object_ in some}
        waiting = []
        for object_, items in shelf.members(kind, sorted(objects)).items():
            for item in items:
                before[item].add(object_)
                if item not in seen:
                    seen[item] = None
                    waiting.append(item)
    return list(seen), before


def items_by_id(shelf: Shelf, room: Room[Item], ids: Collection[str]) -> dict[str, Item]:
    """Items of a kind by their ids; those that are not there are left out."""
    there = shelf.items(room.kind, ids)
    return {id_: read_item(room.type, there[id_]) for id_ in ids if id_ in there}


def _compare(shelf: Shelf, room: Room[Item], new: Mapping[str, Sequence[str]]) -> dict[Pair, Likeness]:
    """Compares each new item with those that share keys with it, report by report."""
    compared: dict[Pair, Likeness] = {}
    looks = _Looks(shelf, room.kind)
    for ids in new.values():
        items = items_by_id(shelf, room, ids)
        keys = {id_: room.keys(item) for id_, item in items.items()}
        owners = shelf.owners(room.kind, {key for some in keys.values() for key in some}, _OWNERS)
        ranked = {id_: _ranked(room, id_, items, keys, owners) for id_ in items}
        others = {other for some in ranked.values() for other in some}
        looks.know([*items, *sorted(others)])
        there = items | items_by_id(shelf, room, others - items.keys())
        for id_, item in items.items():
            for other in looks.chosen(ranked[id_], room.representatives):
                pair = paired(id_, other)
                if pair in compared or other not in there:
                    continue
                likeness = room.compare(item, there[other]) if pair[0] == id_ else room.compare(there[other], item)
                if likeness is not None:
                    compared[pair] = likeness
                    looks.saw(pair, likeness)
        shelf.put_keys(room.kind, keys)
    return compared


def _ranked(
    room: Room[Item],
    id_: str,
    items: Mapping[str, Item],
    keys: Mapping[str, Collection[str]],
    owners: Mapping[str, Sequence[str]],
) -> Sequence[str]:
    """Those that share keys with an item of a report, the likeliest first."""
    own = {
        key: [other for other in owners.get(key, ()) if other not in items]
        for key in sorted(keys[id_])
        if key in owners
    }
    if room.within:
        beside = [other for other in items if other != id_]
        own = {key: [*(one for one in beside if key in keys[one]), *own.get(key, ())] for key in sorted(keys[id_])}
    if room.rank is not None:
        return room.rank(items[id_], own)
    counted = Counter(other for some in own.values() for other in some)
    return [other for other, _ in counted.most_common()]


class _Looks:
    """What seems to be one object so far, so that of many alike only a few are compared."""

    def __init__(self, shelf: Shelf, kind: Kind) -> None:
        self._shelf, self._kind = shelf, kind
        self._parent: dict[str, str] = {}

    def know(self, ids: Iterable[str]) -> None:
        """Looks up which objects items belong to."""
        unknown = [id_ for id_ in ids if id_ not in self._parent]
        self._parent |= {id_: id_ for id_ in unknown}
        for id_, object_ in self._shelf.objects_of(self._kind, unknown).items():
            # No id of an item begins so.
            top = f"\0{object_[0]}"
            self._parent.setdefault(top, top)
            self._parent[self._top(id_)] = self._top(top)

    def chosen(self, ranked: Sequence[str], representatives: int) -> Iterator[str]:
        """Those to compare an item with, of each object only a few."""
        taken: list[str] = []
        for other in ranked[: 4 * _CANDIDATES]:
            # What seems to be one object grows while its members are compared.
            if sum(self._top(one) == self._top(other) for one in taken) < representatives:
                taken.append(other)
                yield other
            if len(taken) == _CANDIDATES:
                return

    def saw(self, pair: Pair, likeness: Likeness) -> None:
        """Remembers that two are one."""
        if likeness.verdict == "same":
            self._parent[self._top(pair[0])] = self._top(pair[1])

    def _top(self, id_: str) -> str:
        while (above := self._parent[id_]) != id_:
            self._parent[id_] = id_ = self._parent[above]
        return id_


def _noted(group: Group, notes: Mapping[Pair, str]) -> Group:
    """A group that says what is to be said of its members."""
    told = [note for pair, note in notes.items() if set(pair) & set(group.members)]
    if not told:
        return group
    return replace(group, linked=replace(group.linked, extra={**group.linked.extra, "notes": told}))


def _named(
    shelf: Shelf, kind: Kind, groups: Sequence[Group], before: Mapping[str, set[str]]
) -> tuple[tuple[Made, ...], dict[str, str | None]]:
    """Gives each group its id: the largest part of what was an object keeps its id. Also what became of the others."""
    shares = [Counter(one for item in group.members for one in before.get(item, ())) for group in groups]
    claims = sorted((-count, object_, at) for at, share in enumerate(shares) for object_, count in share.items())
    names: dict[int, str] = {}
    taken: set[str] = set()
    for _, object_, at in claims:
        if at not in names and object_ not in taken:
            names[at] = object_
            taken.add(object_)
    made = tuple(_made(names.get(at) or shelf.next_id(kind), group) for at, group in enumerate(groups))
    gone: dict[str, str | None] = {}
    for object_ in sorted({one for some in before.values() for one in some}):
        if object_ not in taken:
            largest = max(range(len(groups)), key=lambda at: shares[at][object_], default=None)
            gone[object_] = made[largest].id if largest is not None and shares[largest][object_] else None
    return made, gone


def _made(id_: str, group: Group) -> Made:
    linked = group.linked
    named = replace(linked, family=id_) if isinstance(linked, Copies) else replace(linked, id=id_)
    return Made(id_, named, group.members)
