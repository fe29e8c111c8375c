"""Finds what holds: who controls what, how strong a group is, who supports whom."""

from __future__ import annotations

from onrecord.record import Record


def hold_states(record: Record) -> Record:
    """Finds what holds: who controls what, how strong a group is, who supports whom.

    Args:
        record: A record with chains, places, times, statements, and the events and quantities that were read.

    Returns:
        The same record with its states.
    """
    return record
