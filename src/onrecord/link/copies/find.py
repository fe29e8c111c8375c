"""All copies among some reports, held in memory. In: records. Out: the pairs that match. A ledger takes the same steps with its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.link.copies.blocking import HOLDERS, bands_of, candidates, find_standing
from onrecord.link.copies.compare import compare, prepare
from onrecord.link.copies.match import Match
from onrecord.record import Record

__all__ = ["find_matches"]


def find_matches(records: Sequence[Record]) -> tuple[Match, ...]:
    """The pairs of reports that share running text; of two reports with one id the first counts.

    Every report is compared with at most `CANDIDATES` others.
    """
    ready = {record.document.id: prepare(record) for record in reversed(records)}
    order = list(dict.fromkeys(record.document.id for record in records))
    holders: dict[str, list[str]] = defaultdict(list)
    for document in order:
        for key in bands_of(ready[document].sketch):
            if len(holders[key]) < HOLDERS:
                holders[key].append(document)
    published = {document: side.sketch.published for document, side in ready.items()}
    found: dict[frozenset[str], Match | None] = {}
    for document in order:
        sketch = ready[document].sketch
        standing = find_standing(sketch, holders, published)
        for other in candidates(sketch, holders):
            pair = frozenset((document, other))
            if pair not in found:
                a, b = sorted(pair)
                found[pair] = compare(ready[a], ready[b], standing)
    return tuple(match for match in found.values() if match is not None)
