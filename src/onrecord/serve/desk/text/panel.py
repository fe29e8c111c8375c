"""What is known of one value: its words, what decided it, how sure that is, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from onrecord.record import ById, Record
from onrecord.serve.desk.text.making import Making, Panel
from onrecord.serve.desk.text.marks import Keys
from onrecord.serve.desk.text.said import chain_panel, mention_panel, statement_panel
from onrecord.serve.desk.text.told import (
    event_panel,
    place_panel,
    quantity_panel,
    relation_panel,
    removed_panel,
    state_panel,
    time_panel,
)  # fmt: skip
from onrecord.wording.rows import Row

__all__ = ["panel_of"]

_MAKING: Final[Mapping[str, Callable[[Making], Panel]]] = {
    "s": statement_panel, "c": chain_panel, "m": mention_panel, "p": place_panel, "t": time_panel, "e": event_panel,
    "q": quantity_panel, "st": state_panel, "rl": relation_panel, "x": removed_panel,
}  # fmt: skip


def panel_of(record: Record, rows: Sequence[Row], keys: Keys, key: str) -> Panel | None:
    """The panel of a value.

    Args:
        record: The report, read.
        rows: Its statements, numbered.
        keys: The record's keys.
        key: The value's key: "e3".

    Returns:
        None where there is no such value.
    """
    part = keys.parts.get(key)
    if part is None:
        return None
    letter = key.rstrip("0123456789")
    return _MAKING[letter](Making(record, rows, keys, key, part, ById.of(record)))
