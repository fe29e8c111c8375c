"""Which reports hold words: a condition that each database answers from its own index."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Select, and_, column, func, select, table
from sqlalchemy.ext.compiler import compiles

from onrecord.ledger.search.index import SENTENCES, TRIGRAMS, WORDS
from onrecord.ledger.search.terms import Term

__all__ = ["reports_holding"]

_SHORTEST_TRIGRAM: Final = 3


def reports_holding(term: Term) -> Select[Any]:
    """Ids of the reports in whose headline or text a word or phrase stands."""
    return select(SENTENCES.c.report).where(_Holds(term))


class _Holds(ColumnElement[bool]):
    """That a sentence holds a term."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, term: Term) -> None:
        self.term = term


@compiles(_Holds, "sqlite")
def _in_sqlite(holds: _Holds, compiler: Any, **options: Any) -> str:
    return str(compiler.process(_indexed(holds.term), **options))


@compiles(_Holds, "postgresql")
def _in_postgres(holds: _Holds, compiler: Any, **options: Any) -> str:
    # The index proposes by any part of a word; the pattern then sees to where words begin and end.
    folded = SENTENCES.c.folded
    return str(
        compiler.process(
            and_(folded.contains(holds.term.folded, autoescape=True), folded.regexp_match(holds.term.pattern)),
            **options,
        )
    )


def _indexed(term: Term) -> ColumnElement[bool]:
    if not term.is_of_words and len(term.folded) < _SHORTEST_TRIGRAM:
        return func.instr(SENTENCES.c.folded, term.folded) > 0
    index = table(WORDS if term.is_of_words else TRIGRAMS, column("rowid"))
    escaped = term.folded.replace('"', '""')
    sought = f'"{escaped}"' + (" *" if term.is_of_words and term.any_ending else "")
    matching = select(index.c.rowid).where(column(index.name).op("MATCH")(sought))
    return SENTENCES.c.id.in_(matching)
