"""Events in the world, each with the reports that tell of it: what the formats of event data are coded from."""

from onrecord.export.merged.agreement import Days, days_of, meet, most_agreed, places_meet
from onrecord.export.merged.disputes import Disputes
from onrecord.export.merged.events import MergedEvent, Telling, iter_merged
from onrecord.export.merged.families import Families
from onrecord.export.merged.figures import Figure, Figures, figures_of
from onrecord.export.merged.provenance import Provenance, provenance_of
from onrecord.export.merged.voices import Voice, independent, voices_of

__all__ = [
    "Days",
    "Disputes",
    "Families",
    "Figure",
    "Figures",
    "MergedEvent",
    "Provenance",
    "Telling",
    "Voice",
    "days_of",
    "figures_of",
    "independent",
    "iter_merged",
    "meet",
    "most_agreed",
    "places_meet",
    "provenance_of",
    "voices_of",
]
