"""Merges event mentions of one happening into incidents, with who did it, to whom, and the toll."""

from __future__ import annotations

from onrecord.record import Record


def merge_incidents(record: Record) -> Record:
    """Merges event mentions of one happening into incidents, with who did it, to whom, and the toll.

    Args:
        record: A record with chains, places, times, statements, and the events and quantities that were read.

    Returns:
        The same record with its incidents; its events say which they belong to.
    """
    return record
