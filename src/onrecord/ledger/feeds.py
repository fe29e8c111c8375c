"""Feeds that are followed, and how far each was seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from onrecord.errors import NotInLedger
from onrecord.ledger.connect import insert_rows
from onrecord.ledger.custody import Log
from onrecord.ledger.tables import FEEDS


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed.

    Attributes:
        url: Its address.
        added: Since when, ISO 8601 in UTC.
        at: When it was last asked for.
        etag: What to ask with the next time.
        last_modified: What to ask with the next time.
        seen: Ids of the entries that were seen.
    """

    url: str
    added: str
    at: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    seen: tuple[str, ...] = ()


def follow(connection: Connection, url: str, log: Log) -> bool:
    """Follows a feed; False where it was followed already."""
    if connection.scalar(select(FEEDS.c.url).where(FEEDS.c.url == url)) is not None:
        return False
    insert_rows(connection, FEEDS, [(url, log.at, None, None, None, "[]")])
    log.write("follow", url, {})
    return True


def iter_feeds(connection: Connection) -> Iterator[Feed]:
    """The feeds that are followed, the first first."""
    for row in connection.execute(select(FEEDS).order_by(FEEDS.c.added, FEEDS.c.url)):
        yield Feed(row.url, row.added, row.at, row.etag, row.last_modified, tuple(json.loads(row.seen)))


def note_feed(
    connection: Connection, url: str, etag: str | None, last_modified: str | None, seen: Iterable[str], at: str
) -> None:
    """Writes down how far a feed was seen. This alone is changed in place: it is no evidence, only where to go on.

    Raises:
        NotInLedger: It is not followed.
    """
    values = {"etag": etag, "last_modified": last_modified, "seen": json.dumps(list(seen)), "at": at}
    if connection.execute(update(FEEDS).where(FEEDS.c.url == url).values(**values)).rowcount == 0:
        raise NotInLedger(f"{url}: is not followed; follow it first")
