"""Which tellings are worth comparing. In: tellings. Out: keys that tellings of one event share, and the pairs that they make.

A telling of some days has the keys of each of them, and of the day after the last, so that days that touch meet as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from onrecord.link.happenings.common import weight
from onrecord.link.happenings.kinds import group_of
from onrecord.link.happenings.telling import Spot, Telling
from onrecord.record.provenance import Note

MOST_KEYS: Final = 160
WIDEST: Final = 31
"""Days beyond which a time says too little to look for its event day by day."""
NARROW: Final = frozenset(("site", "settlement", "near", "district", "natural_feature", "none", None))
MARKED: Final = 5
"""Words for what was hit, and names, that a telling is looked for by."""
RARE: Final = 0.5
TOLD_FIGURE: Final = 4
"""Deaths below which a figure is no sign of one event."""
BESIDE: Final = 24
"""How many tellings of a block, in their order, each is compared with."""


def keys_of(telling: Telling) -> frozenset[str]:
    """The keys of a telling: a day with a place, a figure or a rare word; at most `MOST_KEYS`.

    Without a day only a place with a figure makes one; with neither day nor place there are none, see `not_placed`.
    """
    group = group_of(telling.kind, telling.type)
    killed = next((r for r in telling.toll if r.loss == "killed"), None)
    figure = f"{killed.low:g}" if killed and killed.low >= TOLD_FIGURE else None
    where = tuple(dict.fromkeys(place for spot in telling.spots for place in _places(spot)))
    days = _days(telling)
    if not days:
        return frozenset(f"{group}|{place}|killed {figure}" for place in where if figure)
    what = [
        *where,
        *(f"hit {word}" for word in _rarest(telling.hit)),
        *(f"named {word}" for word in _rarest(telling.names)),
    ]
    what += [f"killed {figure}"] if figure else []
    most = max(1, MOST_KEYS // max(1, len(what)))
    return frozenset(f"{group}|{day}|{thing}" for day in days[:most] for thing in what)


def not_placed(tellings: Iterable[Telling]) -> tuple[Note, ...]:
    """A note for each telling that cannot be looked for: it says neither when nor where, or nothing else than one of the two."""
    return tuple(
        Note(t.id, "neither day and place nor figures are told: compared with nothing")
        for t in tellings
        if not keys_of(t)
    )


def pairs_of(tellings: Iterable[Telling], new: frozenset[str] | None = None) -> Iterator[tuple[Telling, Telling]]:
    """The pairs to compare, each once, the smaller id first.

    Within a block each telling meets the `BESIDE` that follow it when they are ordered by place, day and figure: a thousand copies of one
    report make no million of pairs.

    Args:
        tellings: The tellings; for a report that is added, those that share a key with it are enough.
        new: Ids of those that were not compared before; by default all.
    """
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=_order):
        for key in keys_of(telling):
            blocks[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        for at, one in enumerate(block):
            for other in block[at + 1 : at + 1 + BESIDE]:
                pair = (one, other) if one.id < other.id else (other, one)
                name = (pair[0].id, pair[1].id)
                if name not in seen and (new is None or one.id in new or other.id in new) and _may_be(one, other):
                    seen.add(name)
                    yield pair


def _rarest(words: Iterable[str]) -> list[str]:
    return sorted((w for w in words if weight(w) >= RARE), key=lambda w: (-weight(w), w))[:MARKED]


def _may_be(one: Telling, other: Telling) -> bool:
    return one.document != other.document or one.background != other.background


def _order(telling: Telling) -> tuple[str, str, float, str]:
    spot = telling.spot.key if telling.spot else ""
    return spot, telling.earliest or "", telling.toll[0].low if telling.toll else 0.0, telling.id


def _places(spot: Spot) -> Iterator[str]:
    if spot.precision in NARROW:
        yield f"at {spot.key}"
        if spot.geonameid is not None:
            yield f"at {spot.geonameid}"
    if spot.country and spot.admin1:
        yield f"in {spot.country} {spot.admin1}"


def _days(telling: Telling) -> tuple[str, ...]:
    if telling.days is None:
        return ()
    first, last = (date.fromisoformat(day) for day in telling.days)
    count = (last - first).days + 1
    if not 0 < count <= WIDEST:
        return ()
    return tuple((first + timedelta(days=k)).isoformat() for k in range(count + 1))
