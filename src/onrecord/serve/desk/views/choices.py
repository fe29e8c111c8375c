"""What the filter of happenings can be set to by choosing."""

from __future__ import annotations

from typing import Final, get_args

from onrecord.ontology import load_ontology
from onrecord.record.vocabulary import ClaimStatus
from onrecord.serve.desk.shown import plain

__all__ = ["HAPPENING_KINDS", "STATUSES"]

HAPPENING_KINDS: Final = tuple(
    sorted(((id_, one.name) for id_, one in load_ontology().types.items()), key=lambda one: one[1])
)
"""Types of events with their names."""
STATUSES: Final = tuple((status, plain(status)) for status in get_args(ClaimStatus))
"""What the stances on a claim come to, in words."""
