"""Holders of offices by their names. A full name needs its country beside it, a surname its office or its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.record import Role
from onrecord.reference.registry import Entry, Registry, fold
from onrecord.resolve.actors.choice import Choice
from onrecord.resolve.actors.circumstances import Circumstances
from onrecord.resolve.actors.offices import split_office


def find_person(names: Mapping[str, int], roles: Sequence[Role], registry: Registry, here: Circumstances) -> Choice:
    """Who of those that held an office is meant by a name, or nobody: most people in a report are in no registry."""
    titles = [split_office(role.text, registry) for role in roles]
    full = {
        entry.id: entry
        for name in names
        if len(fold(name).split(" ")) > 1
        for entry in registry.find(name)
        if entry.kind == "person"
    }
    sure = [
        entry for entry in full.values() if _held(entry, titles, registry) or _abroad_or_named(entry, here, registry)
    ]
    if len(sure) == 1:
        return Choice(sure[0], f"the name of {_office_of(sure[0], registry, here)}")
    if full or any(len(fold(name).split(" ")) > 1 for name in names):
        return Choice(None, "", tuple(full) if len(full) > 1 else ())
    surnamed = {key: registry.get(key) for name in names for key in registry.surnames.get(fold(name), ())}
    titled = [entry for entry in surnamed.values() if _held(entry, titles, registry)]
    # Whoever is called by his office needs no state beside it, but has to hold it on that day.
    serving = [e for e in titled or surnamed.values() if _serves(e, here, abroad=bool(titled))]
    for fitting, why in ((titled, "surname and office of"), (serving, "the surname of")):
        if len(fitting) == 1:
            return Choice(fitting[0], f"{why} {_office_of(fitting[0], registry, here)}")
    return (
        Choice(None, "several of this surname held an office", tuple(e.id for e in titled))
        if titled
        else Choice(None, "")
    )


def _held(entry: Entry, titles: Sequence[tuple[str, str | None]], registry: Registry) -> bool:
    """Whether somebody held an office that a role in the report names."""
    for holding in entry.holdings:
        office = registry.get(holding.office)
        if any(title == fold(office.title or "") and state in (None, office.country) for title, state in titles):
            return True
    return False


def _abroad_or_named(entry: Entry, here: Circumstances, registry: Registry) -> bool:
    """Whether the report names the state of somebody's office, or the office is of no state."""
    offices = [registry.get(holding.office) for holding in entry.holdings]
    return any(office.country is None or office.country in here.countries for office in offices)


def _serves(entry: Entry, here: Circumstances, abroad: bool) -> bool:
    country = abroad or entry.country is None or entry.country in here.countries
    return country and here.day is not None and any(h.period.may_hold(here.day) for h in entry.holdings)


def _office_of(entry: Entry, registry: Registry, here: Circumstances) -> str:
    """The office that somebody held, as a reader would check it: the one of the report's day first."""
    held = [h for h in entry.holdings if here.day is not None and h.period.may_hold(here.day)]
    if held:
        return f"{entry.name}, {registry.get(held[0].office).name} ({held[0].period})"
    return f"{entry.name}, who held the office of {registry.get(entry.holdings[0].office).name} ({entry.holdings[0].period})"
