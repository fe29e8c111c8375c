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
    items = ask(connection, "SELECT number, object FROM link_items WHERE report IN ?", reports)
    numbers = [row.number for row in items]
    objects = sorted({row.object for row in items if row.object is not None})
    tell(connection, "DELETE FROM link_keys WHERE item IN ?", numbers)
    tell(connection, "DELETE FROM link_pairs WHERE a IN ?", numbers)
    tell(connection, "DELETE FROM link_pairs WHERE b IN ?", numbers)
    tell(connection, "DELETE FROM link_items WHERE number IN ?", numbers)
    tell(connection, "DELETE FROM linked_reports WHERE report IN ?", reports)
    # Another report of the same document takes its place.
    tell(connection, "DELETE FROM linked_reports WHERE same_as IN ?", reports)
    tell(connection, "UPDATE link_items SET stale = 1 WHERE object IN ?", objects)
    delete_objects(connection, objects)
    left = {row.object for row in ask(connection, "SELECT DISTINCT object FROM link_items WHERE object IN ?", objects)}
    for id_ in objects:
        if id_ not in left:
            tell(connection, "INSERT INTO retired_ids (id, became) VALUES (?, NULL)", id_)


def delete_objects(connection: Connection, ids: list[str]) -> None:
    """Deletes linked objects with their parts; the items that they were made from stay."""
    for kind, table in OBJECTS.items():
        for part, column in PARTS_OF[kind]:
            tell(connection, f"DELETE FROM {part.name} WHERE {column} IN ?", ids)  # noqa: S608
        tell(connection, f"DELETE FROM {table.name} WHERE id IN ?", ids)  # noqa: S608
