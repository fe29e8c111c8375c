"""Hits: sentences in which words stand, a page of them, and what all of them divide into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from sqlalchemy import Connection

from onrecord.errors import FilterError
from onrecord.ledger.browsing.limits import report_limits
from onrecord.ledger.browsing.listed import Facets
from onrecord.ledger.browsing.speakers import Said, said_in
from onrecord.ledger.search import Hit, Sought, find, terms_of
from onrecord.record.filter import Filter

__all__ = ["MOST_HITS", "Hits", "find_hits"]

MOST_HITS: Final = 2_000
"""So many hits are looked at and counted; beyond them the search has to be narrowed."""
_MONTH: Final = 7


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found.

    Attributes:
        rows: The hits that were asked for.
        total: How many there are.
        is_all: Whether these are all; there may be more where the most that are looked at were found.
        facets: How many there are of each outlet ("publisher"), month, form, speech act ("act") and certainty.
        said: Who speaks in how many of them.
    """

    rows: tuple[Hit, ...]
    total: int
    is_all: bool
    facets: Facets
    said: tuple[tuple[Said, int], ...]


def find_hits(
    connection: Connection, within: Filter, sought: Sought, dated: Collection[str], start: int, size: int
) -> Hits:
    """Finds sentences with the words of a filter, in the reports that are within it.

    Args:
        connection: A transaction.
        within: The filter.
        sought: The words, and what the statement has to be that they stand in.
        dated: Actors for which each day counts apart; see `Said`.
        start: How many hits come before the first.
        size: The most that are given.

    Raises:
        FilterError: There is no word to look for.
    """
    if not terms_of(sought.words):
        raise FilterError(f"words: {sought.words!r} holds nothing to look for; give at least one word")
    limits = report_limits(replace(within, words=None))
    with closing(find(connection, sought, limits)) as hits:
        found = list(islice(hits, MOST_HITS + 1))
    some = found[:MOST_HITS]
    said = said_in(connection, list({hit.statement_id for hit in some if hit.statement_id}), dated)
    speaking = Counter(said[hit.statement_id] for hit in some if hit.statement_id in said)
    return Hits(
        tuple(some[start : start + size]), len(some), len(found) <= MOST_HITS, _facets(some), tuple(speaking.items())
    )


def _facets(hits: list[Hit]) -> Facets:
    months = Counter(hit.published[:_MONTH] for hit in hits if hit.published)
    return {
        "publisher": Counter(hit.publisher for hit in hits if hit.publisher).most_common(),
        "month": sorted(months.items(), reverse=True),
        "form": Counter(hit.form for hit in hits if hit.form).most_common(),
        "act": Counter(hit.speech_act for hit in hits if hit.speech_act).most_common(),
        "certainty": Counter(hit.certainty for hit in hits if hit.certainty).most_common(),
    }
