"""The registry of actors: states, forces, offices, armed groups, coalitions, organisations and outlets, with dates."""

from onrecord.reference.registry.entry import Entry, Holding, Period, Side
from onrecord.reference.registry.fold import fold
from onrecord.reference.registry.load import load_registry
from onrecord.reference.registry.look_up import Registry

__all__ = ["Entry", "Holding", "Period", "Registry", "Side", "fold", "load_registry"]
