"""Finding words in reports, in any script, on either database with the same answers."""

from onrecord.ledger.search.hits import Hit, Sought, find
from onrecord.ledger.search.index import DDL, SENTENCES, TRIGRAMS, WORDS, index_text, rebuild, rows_of_text, unindex

__all__ = [
    "DDL",
    "SENTENCES",
    "TRIGRAMS",
    "WORDS",
    "Hit",
    "Sought",
    "find",
    "index_text",
    "rebuild",
    "rows_of_text",
    "unindex",
]
