"""Who fought whom, and how many of each died. In: both sides as the reports name them, the figures. Out: UCDP's two sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.export.acled.actors import Parties
from onrecord.export.acled.who import Actor
from onrecord.export.ucdp.states import NUMBERS
from onrecord.reference.registry import Entry, Registry

__all__ = ["Party", "deaths_of", "sides_of"]

_STATE: Final = frozenset({"armed_forces", "police"})
_GROUP: Final = frozenset({"armed_group", "communal_militia"})
_CIVILIANS: Final = frozenset({"civilians", "protesters"})


@dataclass(frozen=True, slots=True)
class Party:
    """A side.

    Attributes:
        kind: What it is to UCDP.
        name: Its name; None for a group that has none in the reports.
        number: Of a state, the number by Gleditsch and Ward.
    """

    kind: Literal["state", "group", "civilians"]
    name: str | None
    number: int | None = None


def sides_of(parties: Parties, country: str | None, registry: Registry) -> tuple[Party | None, Party | None]:
    """Both sides; None for one whose kind is not known. A state comes first, civilians last.

    Args:
        parties: Both sides as the reports name them.
        country: ISO code of the country where it was.
        registry: Who they are.
    """
    ones, others = (
        [party for actor in side if (party := _party(actor, country, registry))]
        for side in (parties.first, parties.second)
    )
    one = next(iter(ones), None)
    armed = (party for party in others if party.kind != "civilians" and party != one)
    other = next(armed, next((party for party in others if party != one), None))
    turned = one is not None and other is not None and _RANK[other.kind] < _RANK[one.kind]
    return (other, one) if turned else (one, other)


_RANK: Final = {"state": 0, "group": 1, "civilians": 2}


def deaths_of(
    best: int, apart: Mapping[str, int], sides: tuple[Party, Party]
) -> tuple[int, int, int, int]:  # fmt: skip
    """The dead of side a, of side b, civilians, and all others, which add up to the best figure.

    Args:
        best: The best figure.
        apart: Soldiers, fighters and civilians, where they are told apart.
        sides: Who fought whom; of two groups nobody tells whose fighters died, nor of fighters killed among civilians.
    """
    kinds = {party.kind for party in sides}
    of_kind = (
        {"state": apart.get("soldiers", 0), "group": apart.get("fighters", 0)} if kinds == {"state", "group"} else {}
    )
    one, other = (of_kind.get(party.kind, 0) for party in sides)
    civilians = apart.get("civilians", 0)
    rest = best - one - other - civilians
    return (one, other, civilians, rest) if rest >= 0 else (0, 0, 0, best)


def _party(actor: Actor, country: str | None, registry: Registry) -> Party | None:
    if actor.entry is not None:
        return _known(registry.get(actor.entry), registry)
    if actor.called in _STATE:
        return next((_state(state) for state in registry.states(country or "")), None)
    if actor.called in _GROUP:
        # Names that the registry does not have are too often none.
        return Party("group", None)
    return Party("civilians", "Civilians") if actor.called in _CIVILIANS else None


def _known(entry: Entry, registry: Registry) -> Party | None:
    top = _top(entry, registry)
    if top.kind == "state":
        return _state(top)
    if entry.kind == "armed_group":
        return Party("group", entry.name)
    return Party("civilians", "Civilians") if entry.kind in {"monitor", "outlet"} else None


def _top(entry: Entry, registry: Registry) -> Entry:
    """What somebody is part of in the end: the army of a state is the state."""
    seen: set[str] = set()
    while entry.kind != "outlet" and entry.parent in registry.rows and entry.id not in seen:
        seen.add(entry.id)
        entry = registry.get(str(entry.parent))
    return entry


def _state(entry: Entry) -> Party:
    return Party("state", f"Government of {entry.name}", NUMBERS.get(entry.country or ""))


def named(parties: Iterable[Party]) -> str | None:
    """The name of a dyad, where both sides have one."""
    names = [party.name for party in parties]
    return " - ".join(name for name in names if name) if all(names) else None
