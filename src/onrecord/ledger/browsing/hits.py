"""Hits: sentences in which words stand, in the reports that are within a filter, each with who speaks there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from sqlalchemy import Connection

from onrecord.errors import FilterError
from onrecord.ledger.browsing.limits import report_limits
from onrecord.ledger.browsing.speakers import Said, said_in
from onrecord.ledger.search import Hit, Sought, find, terms_of
from onrecord.record.filter import Filter

__all__ = ["MOST_HITS", "Hits", "find_hits"]

MOST_HITS: Final = 2_000
"""So many hits are looked at and counted; beyond them the search has to be narrowed."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found.

    Attributes:
        rows: The hits, those of the newest reports first.
        said: Who speaks in the statements that they stand in, by the statement's id.
        is_all: Whether these are all; there may be more where the most that are looked at were found.
    """

    rows: tuple[Hit, ...]
    said: Mapping[str, Said]
    is_all: bool


def find_hits(connection: Connection, within: Filter, sought: Sought, dated: Collection[str]) -> Hits:
    """Finds sentences with words, in the reports that are within a filter.

    Args:
        connection: A transaction.
        within: The filter; its own words are not asked for.
        sought: The words, and what the statement has to be that they stand in.
        dated: Actors for which each day counts apart; see `Said`.

    Raises:
        FilterError: There is no word to look for.
    """
    if not terms_of(sought.words):
        raise FilterError(f"words: {sought.words!r} holds nothing to look for; give at least one word")
    with closing(find(connection, sought, report_limits(replace(within, words=None)))) as hits:
        found = list(islice(hits, MOST_HITS + 1))
    some = tuple(found[:MOST_HITS])
    statements = {hit.statement_id for hit in some if hit.statement_id}
    return Hits(some, said_in(connection, sorted(statements), dated), len(found) <= MOST_HITS)
