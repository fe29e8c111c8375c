"""How many stand behind a claim: independent sources, with every join and its reason, and what the stances come to."""

from onrecord.link.tally.count import count
from onrecord.link.tally.counted import Counted, Outcome
from onrecord.link.tally.figures import superseded

__all__ = ["Counted", "Outcome", "count", "superseded"]
