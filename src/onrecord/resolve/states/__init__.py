"""Finds what holds: who controls what, how strong a group is, who supports whom."""

from onrecord.resolve.states.resolve import hold_states

__all__ = ["hold_states"]
