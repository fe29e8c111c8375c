"""Happenings: incidents of several reports that are one event in the world."""

from onrecord.link.happenings.block import keys_of, not_placed, pairs_of
from onrecord.link.happenings.cluster import circles, cluster
from onrecord.link.happenings.compare import compare
from onrecord.link.happenings.gather import happening_of
from onrecord.link.happenings.tell import tellings_of
from onrecord.link.happenings.telling import Telling, telling_from_json, telling_to_json

__all__ = [
    "Telling",
    "circles",
    "cluster",
    "compare",
    "happening_of",
    "keys_of",
    "not_placed",
    "pairs_of",
    "telling_from_json",
    "telling_to_json",
    "tellings_of",
]
