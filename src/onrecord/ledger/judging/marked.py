"""The words of what was judged, as the machine had them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

from onrecord.ledger.linking.asking import ask

__all__ = ["contents_of", "lengths_of", "words_of"]

_WORDS: Final = (
    "SELECT id, label FROM statements WHERE id IN ?",
    "SELECT id, name FROM places WHERE id IN ?",
    "SELECT id, trigger_words FROM events WHERE id IN ?",
    "SELECT id, proposition FROM claims WHERE id IN ?",
    "SELECT id, title FROM reports WHERE id IN ?",
)


def contents_of(connection: Connection, statement_ids: Iterable[str]) -> dict[str, tuple[str, int, int]]:
    """The report of each statement, and where its words begin and end; what is no statement is left out."""
    sql = (
        "SELECT statement, report, min(start_offset), max(end_offset) FROM statement_spans "
        "WHERE statement IN ? AND part = 'content' GROUP BY statement, report"
    )
    return {row[0]: (row[1], row[2], row[3]) for row in ask(connection, sql, [*statement_ids])}


def lengths_of(connection: Connection, report_ids: Iterable[str]) -> dict[str, int]:
    """How long the text of each report is: to the end of its last sentence."""
    sql = "SELECT report, max(end_offset) FROM sentences WHERE report IN ? AND end_offset IS NOT NULL GROUP BY report"
    return {row[0]: int(row[1]) for row in ask(connection, sql, [*report_ids])}


def words_of(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """Statements, places, events, claims and reports in a few words; what has none is left out."""
    wanted = [*ids]
    return {row[0]: row[1] for sql in _WORDS for row in ask(connection, sql, wanted) if row[1]}
