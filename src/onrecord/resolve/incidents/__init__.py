"""Merges event mentions of one happening into incidents, with who did it, to whom, and the toll."""

from onrecord.resolve.incidents.resolve import merge_incidents

__all__ = ["merge_incidents"]
