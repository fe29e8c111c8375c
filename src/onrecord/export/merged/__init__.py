"""Events in the world, each with the reports that tell of it: what the formats of event data are coded from."""

from onrecord.export.merged.agreement import Days, days_of, is_stray, meet, most_agreed, narrowness, places_meet
from onrecord.export.merged.disputes import Disputes, dispute_in_words
from onrecord.export.merged.events import MergedEvent, Telling, iter_merged
from onrecord.export.merged.families import Families
from onrecord.export.merged.figures import Figure, Figures, figures_of
from onrecord.export.merged.provenance import Provenance, provenance_of, write_beside
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
    "dispute_in_words",
    "figures_of",
    "independent",
    "is_stray",
    "iter_merged",
    "meet",
    "most_agreed",
    "narrowness",
    "places_meet",
    "provenance_of",
    "voices_of",
    "write_beside",
]
