"""Takes what a report was linked by out again: for a later reading, or because the report is purged."""

from __future__ import annotations

from sqlalchemy import Connection

from onrecord.ledger.linking.asking import ask, tell
from onrecord.ledger.linking.tables import OBJECTS, PARTS_OF

__all__ = ["delete_objects", "forget"]


def forget(connection: Connection, reports: list[str]) -> None:
    """Deletes the items of reports with their keys and pairs, and every linked object in which something of them stands.

    What else such an object was made of is marked, so that the next `onrecord link` makes it anew.

    Args:
        connection: The transaction.
        reports: Ids of the reports.
    """
    numbers = [row.number for row in ask(connection, "SELECT number FROM link_items WHERE report IN ?", reports)]
    sql = "SELECT DISTINCT object FROM link_members WHERE item IN ?"
    objects = sorted({row.object for row in ask(connection, sql, numbers)})
    tell(connection, "DELETE FROM link_keys WHERE item IN ?", numbers)
    tell(connection, "DELETE FROM link_pairs WHERE a IN ?", numbers)
    tell(connection, "DELETE FROM link_pairs WHERE b IN ?", numbers)
    tell(connection, "DELETE FROM link_members WHERE item IN ?", numbers)
    tell(connection, "DELETE FROM link_items WHERE number IN ?", numbers)
    tell(connection, "DELETE FROM linked_reports WHERE report IN ?", reports)
    # Another report of the same document takes its place.
    tell(connection, "DELETE FROM linked_reports WHERE same_as IN ?", reports)
    left = ask(connection, "SELECT object, item FROM link_members WHERE object IN ?", objects)
    tell(connection, "UPDATE link_items SET stale = 1 WHERE number IN ?", sorted({row.item for row in left}))
    delete_objects(connection, objects)
    for id_ in sorted({*objects} - {row.object for row in left}):
        tell(connection, "INSERT INTO retired_ids (id, became) VALUES (?, NULL)", id_)


def delete_objects(connection: Connection, ids: list[str]) -> None:
    """Deletes linked objects with their parts; what is known of the items that they were made from stays."""
    for kind, table in OBJECTS.items():
        for part, column in PARTS_OF[kind]:
            tell(connection, f"DELETE FROM {part.name} WHERE {column} IN ?", ids)  # noqa: S608
        tell(connection, f"DELETE FROM {table.name} WHERE id IN ?", ids)  # noqa: S608
