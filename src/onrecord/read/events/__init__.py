"""Events in a text: which word tells of what kind of happening, and whether it happened."""

from onrecord.read.events.find import find_events

__all__ = ["find_events"]
