"""Finding words in reports, in any script, on either database with the same answers."""

from onrecord.ledger.search.hits import Hit, Sought, find
from onrecord.ledger.search.holding import reports_holding
from onrecord.ledger.search.index import DDL, SENTENCES, TRIGRAMS, WORDS, index_text, rebuild, rows_of_text, unindex
from onrecord.ledger.search.terms import terms_of

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
    "reports_holding",
    "rows_of_text",
    "terms_of",
    "unindex",
]
