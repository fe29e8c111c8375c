"""What was linked: whether tables, objects and items fit together, and the words are those that stand in the reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from onrecord.errors import RecordError
from onrecord.ledger.linking.asking import ask
from onrecord.ledger.linking.explaining import TYPES
from onrecord.ledger.linking.rows import rows_of_linked
from onrecord.ledger.linking.standing import Standings, documents_of
from onrecord.ledger.linking.tables import ITEMS, MEMBERS, OBJECTS, PARTS_OF
from onrecord.ledger.tables import RECORDS
from onrecord.ledger.verify.finding import Finding
from onrecord.record.claim import Claim
from onrecord.record.codec import Linked, linked_from_json
from onrecord.record.copies import Copies

__all__ = ["check_linked"]

_TOGETHER: Final = 500
Words = dict[str, list[tuple[str, int, int, str]]]
"""By document: of which object, and from where to where in the text which words."""


def check_linked(connection: Connection, *, deep: bool) -> Iterator[Finding]:
    """Goes through copy families, happenings and claims.

    Args:
        connection: A transaction.
        deep: Whether their tables are made anew and their words are looked up too.
    """
    yield from _check_items(connection)
    words: Words = defaultdict(list)
    for kind, table in OBJECTS.items() if deep else ():
        ids = list(connection.scalars(select(table.c.id).order_by(table.c.number)))
        for at in range(0, len(ids), _TOGETHER):
            yield from _check_objects(connection, kind, ids[at : at + _TOGETHER], words)
    yield from _check_words(connection, words)


def _check_items(connection: Connection) -> Iterator[Finding]:
    """Whether each item belongs to an object that is there, and each object has an item."""
    for kind, table in OBJECTS.items():
        there = set(connection.scalars(select(table.c.id)))
        rows = connection.execute(
            select(MEMBERS.c.object, ITEMS.c.stale)
            .join(ITEMS, ITEMS.c.number == MEMBERS.c.item)
            .where(ITEMS.c.kind == kind)
        ).all()
        # What a purge left behind waits for the next `onrecord link`.
        for id_ in sorted({row.object for row in rows if not row.stale} - there):
            yield Finding(id_, "items belong to it, but it is not there", table.name)
        for id_ in sorted(there - {row.object for row in rows}):
            yield Finding(id_, "no item belongs to it", table.name)


def _check_objects(connection: Connection, kind: str, ids: list[str], words: Words) -> Iterator[Finding]:
    """Whether tables hold what the objects say, and which words the objects quote."""
    tables = (OBJECTS[kind], *(part for part, _ in PARTS_OF[kind]))
    lines = ask(connection, f"SELECT id, json FROM {tables[0].name} WHERE id IN ?", ids)  # noqa: S608
    objects: dict[str, Linked] = {}
    for id_, line in lines:
        try:
            objects[id_] = linked_from_json(TYPES[kind], json.loads(line), name=id_)
        except (RecordError, ValueError) as error:
            yield Finding(id_, str(error), tables[0].name)
    standing = Standings(connection).of(objects.values())
    there = {table: _rows_there(connection, table, kind, [*objects]) for table in tables}
    for id_, linked in objects.items():
        if missing := sorted(set(documents_of(linked)) - standing.reports.keys()):
            yield Finding(id_, f"names reports that are not linked: {', '.join(missing)}", tables[0].name)
            continue
        right: dict[Table, list[str]] = defaultdict(list)
        for table, row in rows_of_linked(id_, linked, standing):
            right[table].append(repr(row))
        for table in tables:
            if sorted(right[table]) != sorted(there[table].get(id_, [])):
                yield Finding(id_, f"does not hold what the {kind.removesuffix('s')} says", table.name)
        _collect(id_, linked, words)


def _rows_there(connection: Connection, table: Table, kind: str, ids: list[str]) -> dict[str, list[str]]:
    column = dict(PARTS_OF[kind]).get(table, "id")
    rows: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c[column].in_(ids))):
        rows[getattr(row, column)].append(repr(tuple(row)))
    return rows


def _collect(id_: str, linked: Linked, words: Words) -> None:
    if isinstance(linked, Claim):
        for stance in linked.stances:
            words[stance.document] += [(id_, span.start, span.end, span.text) for span in stance.spans]
    elif isinstance(linked, Copies):
        for evidence in linked.evidence:
            for span in evidence.spans:
                words[span.document].append((id_, span.start, span.end, span.text))


def _check_words(connection: Connection, words: Words) -> Iterator[Finding]:
    """Whether the words that objects quote stand where they say, in the record that was linked."""
    sql = "SELECT reading FROM linked_reports WHERE document = ? AND same_as IS NULL"
    for document, quoted in words.items():
        reading: Any = next((row.reading for row in ask(connection, sql, document)), None)
        line = connection.scalar(select(RECORDS.c.record).where(RECORDS.c.reading == reading))
        try:
            text = json.loads(line)["document"]["text"] if line else ""
        except (ValueError, KeyError, TypeError):
            # What is wrong with the record is found with the records.
            continue
        for id_ in dict.fromkeys(id_ for id_, start, end, said in quoted if text[start:end] != said):
            yield Finding(id_, f"quotes words that do not stand there in the record {reading}", "json")
