"""Who speaks, across reports: the ultimate source of a statement, who stands behind it, on whose side it is, whom it cites."""

from onrecord.link.sources.speaker import Speaker
from onrecord.link.sources.speaking import speaker_of, speakers_in

__all__ = ["Speaker", "speaker_of", "speakers_in"]
