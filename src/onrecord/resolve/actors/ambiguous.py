"""Names that many bear ("the army", "the coalition"): the report's own country and the parties that it names decide, or nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.reference.registry import Entry
from onrecord.resolve.actors.choice import Choice
from onrecord.resolve.actors.circumstances import Circumstances

MOST = 8
"""Candidates that are kept: a name that hundreds bear tells nothing."""
LEAST = 2
"""What speaks for a candidate has to come to this: its country, and one party to its war; or two parties."""


def choose(found: Iterable[Entry], here: Circumstances, own: str | None, named: Collection[str] = ()) -> Choice:
    """Chooses among the entries that bear a name.

    Args:
        found: The entries.
        here: Where and when the report is set.
        own: The report's own country, as far as it can be meant at that place.
        named: Ids of the entries that the report names.

    Returns:
        The one, or none with those that are left.
    """
    entries = list(found)
    if len(entries) == 1:
        return Choice(entries[0], f"a name of {entries[0].name}")
    bodies = [e for e in entries if e.kind in ("armed_forces", "government", "ministry", "agency")]
    theirs = [e for e in bodies if e.country is not None and e.country == own]
    if len(theirs) == 1 and len(bodies) == len(entries):
        return Choice(theirs[0], f"{theirs[0].name}, for the report is about that country")
    ranked = sorted(((_speaks_for(e, own, here.day, named), e.id) for e in entries), reverse=True)
    if ranked and ranked[0][0] >= LEAST and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]):
        best = next(e for e in entries if e.id == ranked[0][1])
        return Choice(best, f"{best.name}, for the report names its country or the parties to its war")
    left = tuple(e.id for e in entries if e.country is None or e.country in here.countries)
    return Choice(None, "several bear this name", left if len(left) <= MOST else ()) if left else Choice(None, "")


def _speaks_for(entry: Entry, own: str | None, day: str | None, named: Collection[str]) -> int:
    parties = {side.entry for side in entry.sides if day is None or side.period.may_hold(day)}
    return (entry.country is not None and entry.country == own) + len(parties & set(named))
