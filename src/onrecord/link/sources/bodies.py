"""Who stands behind an actor of the registry, and on whose side it is."""

from __future__ import annotations

from typing import Final

from onrecord.reference.registry import Entry, Registry

__all__ = ["key_of", "organisation_of", "party_of"]

_GROUPS: Final = frozenset({"armed_group", "party", "coalition"})
_STATE: Final = frozenset({"state", "government", "armed_forces", "ministry", "agency", "office"})


def key_of(entry: Entry) -> str:
    """The key of an actor across reports."""
    return f"actor:{entry.id}"


def organisation_of(registry: Registry, entry: Entry, day: str | None) -> Entry | None:
    """The body that an actor speaks for and is counted as; the actor itself where it is one.

    Ministries, forces and agencies of one state are bodies of their own, and so are its media. What is part of an office of the
    government or of a force is that, and the outlet of a party or an armed group speaks as the group.

    Args:
        registry: The registry.
        entry: The actor.
        day: ISO date of the report, for holders of an office.

    Returns:
        None for somebody who held no office on that day, or two at once.
    """
    if entry.kind == "person":
        offices = {h.office for h in entry.holdings if day is None or h.period.may_hold(day)}
        bodies = {b.id: b for office in offices if (b := organisation_of(registry, registry.get(office), day))}
        return next(iter(bodies.values())) if len(bodies) == 1 else None
    if entry.kind == "state":
        return _government(registry, entry)
    parent = registry.get(entry.parent) if entry.parent else None
    if parent is None:
        return entry
    if entry.kind == "office" or (entry.kind == parent.kind and entry.kind in ("government", "armed_forces")):
        return organisation_of(registry, parent, day)
    if entry.kind == "outlet" and parent.kind in _GROUPS:
        return parent
    return entry


def party_of(registry: Registry, entry: Entry, day: str | None) -> Entry | None:
    """The government, armed or political group that an actor speaks for, if it speaks for one."""
    if entry.kind == "person":
        organisation = organisation_of(registry, entry, day)
        return party_of(registry, organisation, day) if organisation else None
    top = entry
    while top.parent:
        top = registry.get(top.parent)
    if top.kind == "state":
        return _government(registry, top)
    if top.kind in _GROUPS:
        return top
    if top.kind not in _STATE:
        return None
    # A force or an agency that is part of nothing is its state's; a government may be one of several.
    states = registry.states(top.country or "") if top.kind != "government" else ()
    return _government(registry, states[0]) if len(states) == 1 else top


def _government(registry: Registry, state: Entry) -> Entry:
    name = f"{state.id}-government"
    return registry.get(name) if name in registry.rows else state
