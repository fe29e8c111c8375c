"""One transaction of linking: items, keys, pairs and objects as rows. The linker asks for them through `pipeline`."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Final

from sqlalchemy import Connection, Table

from onrecord.ledger.connect import insert_rows
from onrecord.ledger.linking.asking import ask, tell
from onrecord.ledger.linking.forgetting import delete_objects, forget
from onrecord.ledger.linking.rows import rows_of_linked
from onrecord.ledger.linking.standing import Standings
from onrecord.ledger.linking.tables import ITEMS, KEYS, LETTERS, LINKED, MEMBERS, PAIRS
from onrecord.record.codec import Linked

__all__ = ["Page", "Unlinked", "iter_unlinked"]

_OWNERS: Final = {
    "sqlite": (
        "SELECT wanted.value AS key, link_keys.item FROM json_each(?) AS wanted JOIN link_keys ON link_keys.key = wanted.value "
        "WHERE link_keys.item IN (SELECT item FROM link_keys AS earliest WHERE earliest.key = wanted.value ORDER BY item LIMIT ?) "
    ),
    "postgresql": (
        "SELECT wanted.key, earliest.item FROM unnest(%s::bigint[]) AS wanted(key) CROSS JOIN LATERAL "
        "(SELECT item FROM link_keys WHERE link_keys.key = wanted.key ORDER BY item LIMIT %s) AS earliest"
    ),
}


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A report that waits to be linked.

    Attributes:
        report: Its id.
        reading: Its newest reading.
    """

    report: str
    reading: str


def iter_unlinked(
    connection: Connection, version: str | None = None, among: list[str] | None = None
) -> Iterator[Unlinked]:
    """Reports of which the newest reading is not linked, in the order in which they were added.

    Args:
        connection: A transaction.
        version: Version of the linker; what another one linked is not linked then.
        among: Only these reports.
    """
    sql = (
        "SELECT reports.id, reports.latest_reading FROM reports LEFT JOIN linked_reports ON linked_reports.report = reports.id "
        "WHERE reports.latest_reading IS NOT NULL AND (linked_reports.report IS NULL "
        "OR linked_reports.reading <> reports.latest_reading OR linked_reports.version <> coalesce(?, linked_reports.version)) "
    )
    chosen = ("AND reports.id IN ? ", among) if among is not None else ("",)
    for row in ask(connection, f"{sql}{chosen[0]}ORDER BY reports.number", version, *chosen[1:]):
        yield Unlinked(*row)


class Page:
    """What linking reads and writes within one transaction.

    Args:
        connection: The transaction; nobody else writes beside it.
        version: Version of the linker.
        at: When, ISO 8601 in UTC.
    """

    def __init__(self, connection: Connection, version: str, at: str) -> None:
        self._connection, self._version, self._at = connection, version, at
        self._last = int(ask(connection, "SELECT coalesce(max(number), 0) FROM link_items")[0][0])
        self._numbers: dict[tuple[str, str], int] = {}
        self._reports: dict[str, str] = {}
        self._stood = Standings(connection)
        self._stale: dict[str, list[str]] | None = None

    def forget_others(self) -> None:
        """Forgets all that other versions of the linker made: their items may be of another shape."""
        rows = ask(self._connection, "SELECT report FROM linked_reports WHERE version <> ?", self._version)
        self._forget([row.report for row in rows])

    def still_unlinked(self, reports: Collection[str]) -> dict[str, str]:
        """Those of some reports that wait to be linked, with the reading that does; another program may have been first."""
        waiting = iter_unlinked(self._connection, self._version, list(reports))
        return {one.report: one.reading for one in waiting}

    def reading_of(self, document: str) -> str:
        """The reading of a linked report that was linked."""
        sql = "SELECT reading FROM linked_reports WHERE document = ? AND same_as IS NULL"
        reading: str = ask(self._connection, sql, document)[0].reading
        return reading

    def forget(self, documents: Collection[str]) -> None:
        """Forgets what reports were linked by; see `forget` in this room."""
        self._forget([report for document in documents if (report := self._find_report(document)) is not None])

    def take(self, report: str, reading: str, document: str) -> str | None:
        """Writes down that a report is linked; what an earlier reading of it was linked by is forgotten.

        Args:
            report: The report.
            reading: The reading that is linked.
            document: Id of its document.

        Returns:
            None if it is to be linked now; the report of the same document that stands for both, if there is one.
        """
        self._forget([report])
        sql = "SELECT report FROM linked_reports WHERE document = ? AND same_as IS NULL"
        there: str | None = next((row.report for row in ask(self._connection, sql, document)), None)
        insert_rows(self._connection, LINKED, [(report, document, reading, there, self._version, self._at)])
        if there is None:
            self._reports[document] = report
        return there

    def put_items(self, kind: str, document: str, items: Mapping[str, str]) -> None:
        """Keeps the items of a report, as JSON by their ids."""
        rows = []
        for id_, item in items.items():
            self._last += 1
            self._numbers[kind, id_] = self._last
            rows.append((self._last, kind, id_, self._report(document), 0, item))
        insert_rows(self._connection, ITEMS, rows)

    def put_keys(self, kind: str, keys: Mapping[str, Collection[str]]) -> None:
        """Keeps by which keys items are found, instead of those that they had."""
        numbers = self._numbered(kind, keys)
        tell(self._connection, "DELETE FROM link_keys WHERE item IN ?", list(numbers.values()))
        rows = [(key, numbers[id_]) for id_, some in keys.items() for key in {_hash(kind, each) for each in some}]
        insert_rows(self._connection, KEYS, rows)

    def owners(self, kind: str, keys: Collection[str], most: int) -> dict[str, list[str]]:
        """For each key the items that have it, the first that had it first, at most so many."""
        named = {_hash(kind, key): key for key in sorted(keys)}
        dialect = self._connection.dialect.name
        asked = json.dumps([*named]) if dialect == "sqlite" else [*named]
        rows = list(self._connection.exec_driver_sql(_OWNERS[dialect], (asked, most)))
        ids = self._ids({item for _, item in rows})
        found: dict[str, list[str]] = defaultdict(list)
        for key, item in sorted(map(tuple, rows), key=lambda row: row[1]):
            found[named[key]].append(ids[item])
        return found

    def items(self, kind: str, ids: Collection[str]) -> dict[str, str]:
        """Items by their ids, as JSON."""
        sql = "SELECT id, item, number FROM link_items WHERE kind = ? AND id IN ?"
        rows = ask(self._connection, sql, kind, list(ids))
        self._numbers |= {(kind, row.id): row.number for row in rows}
        return {row.id: row.item for row in rows}

    def items_of(self, kind: str, documents: Collection[str]) -> list[str]:
        """Ids of the items of some reports, in the order in which they were put."""
        reports = [report for document in documents if (report := self._find_report(document)) is not None]
        sql = "SELECT id FROM link_items WHERE kind = ? AND report IN ? ORDER BY number"
        return [row.id for row in ask(self._connection, sql, kind, reports)]

    def put_pairs(self, kind: str, pairs: Iterable[tuple[str, str, str, float | None, str, str]]) -> None:
        """Keeps judgements of pairs: the two items, verdict, score, reasons and details as JSON; they stand in the place of earlier."""
        some = list(pairs)
        numbers = self._numbered(kind, {id_ for one, other, *_ in some for id_ in (one, other)})
        rows = {}
        for one, other, *rest in some:
            a, b = sorted((numbers[one], numbers[other]))
            rows[a, b] = (a, b, *rest)
        statement = "DELETE FROM link_pairs WHERE a = ? AND b = ?"
        if rows:
            mark = statement if self._connection.dialect.name == "sqlite" else statement.replace("?", "%s")
            self._connection.exec_driver_sql(mark, list(rows))
        insert_rows(self._connection, PAIRS, [*rows.values()])

    def pairs_among(self, kind: str, ids: Collection[str]) -> Iterator[tuple[str, str, str, float | None, str, str]]:
        """The judgements of pairs of which both items are among these."""
        numbers = self._numbered(kind, ids)
        named = {number: id_ for id_, number in numbers.items()}
        sql = "SELECT a, b, verdict, score, why, details FROM link_pairs WHERE a IN ? ORDER BY a, b"
        for a, b, *rest in ask(self._connection, sql, list(named)):
            if b in named:
                yield named[a], named[b], *rest

    def judgements(self, kind: str, ids: Collection[str]) -> list[tuple[str, str, str, str, str | None, str]]:
        """People's judgements of pairs of which both items are among these, the newest last: the two, verdict, who, why, when."""
        wanted = set(ids)
        sql = "SELECT a, b, verdict, who, why, at FROM pair_judgements WHERE kind = ? AND a IN ? ORDER BY number"
        rows = ask(self._connection, sql, kind, list(wanted)) if self._any_judged() else []
        return [tuple(row) for row in rows if row.b in wanted]

    def objects_of(self, kind: str, ids: Collection[str]) -> dict[str, list[str]]:
        """The objects that items belong to."""
        sql = (
            "SELECT link_items.id, link_members.object FROM link_items JOIN link_members ON link_members.item = link_items.number "
            "WHERE kind = ? AND id IN ? ORDER BY link_members.object"
        )
        found: dict[str, list[str]] = defaultdict(list)
        for row in ask(self._connection, sql, kind, list(ids)):
            found[row.id].append(row.object)
        return found

    def members(self, kind: str, objects: Collection[str]) -> dict[str, list[str]]:
        """The items of objects, in the order in which they were put."""
        sql = (
            "SELECT link_members.object, link_items.id, link_items.number FROM link_members "
            "JOIN link_items ON link_items.number = link_members.item WHERE object IN ? ORDER BY link_items.number"
        )
        found: dict[str, list[str]] = defaultdict(list)
        for row in ask(self._connection, sql, list(objects)):
            self._numbers[kind, row.id] = row.number
            found[row.object].append(row.id)
        return found

    def stale(self, kind: str) -> list[str]:
        """Items whose object has to be made anew."""
        if self._stale is None:
            # All items are looked through for it: once, and not once for each kind.
            self._stale = defaultdict(list)
            for row in ask(self._connection, "SELECT kind, id FROM link_items WHERE stale = 1 ORDER BY number"):
                self._stale[row.kind].append(row.id)
        return self._stale[kind]

    def next_id(self, kind: str) -> str:
        """An id that no object of the kind had before."""
        rows = ask(self._connection, "SELECT last FROM link_numbers WHERE kind = ?", kind)
        last = int(rows[0].last) if rows else 0
        if rows:
            tell(self._connection, "UPDATE link_numbers SET last = ? WHERE kind = ?", last + 1, kind)
        else:
            tell(self._connection, "INSERT INTO link_numbers (kind, last) VALUES (?, ?)", kind, last + 1)
        return f"{LETTERS[kind]}{last + 1}"

    def replace(
        self,
        kind: str,
        gone: Mapping[str, str | None],
        made: Sequence[tuple[str, Linked, Sequence[str]]],
        loose: Collection[str],
    ) -> None:
        """Puts objects in the place of what was there.

        Args:
            kind: Their kind.
            gone: Ids of objects that are no more, each with what it became part of.
            made: Objects that are new or changed: id, object, ids of its items.
            loose: Items that belong to no object now.
        """
        ids = [*gone, *(id_ for id_, _, _ in made)]
        delete_objects(self._connection, ids)
        tell(self._connection, "DELETE FROM link_members WHERE object IN ?", ids)
        for id_, became in gone.items():
            tell(self._connection, "INSERT INTO retired_ids (id, became) VALUES (?, ?)", id_, became)
        standing = self._stood.of(linked for _, linked, _ in made)
        rows: dict[Table, list[tuple[Any, ...]]] = defaultdict(list)
        for id_, linked, _ in made:
            for table, row in rows_of_linked(id_, linked, standing):
                rows[table].append(row)
        for table, some in rows.items():
            insert_rows(self._connection, table, some)
        numbers = self._numbered(kind, {*loose, *(item for _, _, members in made for item in members)})
        insert_rows(
            self._connection,
            MEMBERS,
            [(numbers[item], id_) for id_, _, members in made for item in dict.fromkeys(members)],
        )
        tell(
            self._connection, "UPDATE link_items SET stale = 0 WHERE stale = 1 AND number IN ?", list(numbers.values())
        )
        if self._stale is not None:
            self._stale[kind] = [id_ for id_ in self._stale[kind] if id_ not in numbers]

    def _forget(self, reports: list[str]) -> None:
        forget(self._connection, reports)
        self._stale = None
        self._numbers.clear()
        self._reports.clear()
        self._stood = Standings(self._connection)

    def _any_judged(self) -> bool:
        return bool(ask(self._connection, "SELECT 1 FROM pair_judgements LIMIT 1"))

    def _numbered(self, kind: str, ids: Collection[str]) -> dict[str, int]:
        unknown = [id_ for id_ in ids if (kind, id_) not in self._numbers]
        sql = "SELECT id, number FROM link_items WHERE kind = ? AND id IN ?"
        self._numbers |= {(kind, row.id): row.number for row in ask(self._connection, sql, kind, unknown)}
        return {id_: self._numbers[kind, id_] for id_ in ids}

    def _ids(self, numbers: Collection[int]) -> dict[int, str]:
        sql = "SELECT number, id, kind FROM link_items WHERE number IN ?"
        rows = ask(self._connection, sql, list(numbers))
        self._numbers |= {(row.kind, row.id): row.number for row in rows}
        return {row.number: row.id for row in rows}

    def _find_report(self, document: str) -> str | None:
        if document not in self._reports:
            sql = "SELECT report FROM linked_reports WHERE document = ? AND same_as IS NULL"
            for row in ask(self._connection, sql, document):
                self._reports[document] = row.report
        return self._reports.get(document)

    def _report(self, document: str) -> str:
        report = self._find_report(document)
        assert report is not None, document
        return report


def _hash(kind: str, key: str) -> int:
    digest = blake2b(f"{kind}\0{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
