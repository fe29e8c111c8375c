"""Finds events. In: a text with its statements and mentions. Out: events, whose arguments have spans and no chain yet."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.event import Event
from onrecord.record.mention import Mention
from onrecord.record.statement import Statement


def find_events(text: str, statements: Sequence[Statement], mentions: Sequence[Mention]) -> tuple[Event, ...]:
    """Events in the order of their triggers.

    Args:
        text: The text that was read.
        statements: What is said in it: an event within a content is that source's.
        mentions: Names, descriptions and pronouns.
    """
    del text, statements, mentions
    return ()
