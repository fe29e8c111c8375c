"""Bytes as they came: from files, folders, standard input, addresses and feeds, and the jail that parsers run in."""

from onrecord.fetch.content import STANDARD_INPUT
from onrecord.fetch.feeds import TAKEN, FeedState, iter_feed
from onrecord.fetch.files import iter_inputs
from onrecord.fetch.found import MOST_BYTES, Failed, Found, Skipped
from onrecord.fetch.jail import Jail
from onrecord.fetch.records import Given
from onrecord.fetch.web import Answer, NotModified, Web

__all__ = [
    "MOST_BYTES",
    "STANDARD_INPUT",
    "TAKEN",
    "Answer",
    "Failed",
    "FeedState",
    "Found",
    "Given",
    "Jail",
    "NotModified",
    "Skipped",
    "Web",
    "iter_feed",
    "iter_inputs",
]
