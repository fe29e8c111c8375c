"""The steps in order: fetch → clean → read → resolve, and into a ledger. The only room that knows all of them."""

from onrecord.pipeline.adding import AlreadyThere, Came, Kept, Left, add_reports, iter_again
from onrecord.pipeline.following import refresh_feeds
from onrecord.pipeline.reading import (
    BATCH_REPORTS,
    MOST_BYTES,
    MOST_CHARACTERS,
    Failed,
    Found,
    Outcome,
    Reads,
    Skipped,
    Steps,
    Succeeded,
    iter_inputs,
    open_jail,
    read_in_parts,
    read_reports,
    steps_of,
)

__all__ = [
    "BATCH_REPORTS",
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "AlreadyThere",
    "Came",
    "Failed",
    "Found",
    "Kept",
    "Left",
    "Outcome",
    "Reads",
    "Skipped",
    "Steps",
    "Succeeded",
    "add_reports",
    "iter_again",
    "iter_inputs",
    "open_jail",
    "read_in_parts",
    "read_reports",
    "refresh_feeds",
    "steps_of",
]
