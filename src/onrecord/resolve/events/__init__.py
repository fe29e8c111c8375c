"""Ties events to chains, places, times and quantities."""

from onrecord.resolve.events.resolve import tie_events

__all__ = ["tie_events"]
