"""Copies: one wire story under many names. Sketches find candidates, aligned passages decide, families are made of what matched."""

from onrecord.link.copies.blocking import CANDIDATES, HOLDERS, bands_of, candidates, find_standing
from onrecord.link.copies.compare import Prepared, compare, prepare
from onrecord.link.copies.families import families
from onrecord.link.copies.find import find_matches
from onrecord.link.copies.match import Match
from onrecord.link.copies.sketch import Sketch, sketch_of

__all__ = [
    "CANDIDATES",
    "HOLDERS",
    "Match",
    "Prepared",
    "Sketch",
    "bands_of",
    "candidates",
    "compare",
    "families",
    "find_matches",
    "find_standing",
    "prepare",
    "sketch_of",
]
