"""The tables that a ledger rests on: what came, what was read, what people judged, and the log of all that.

Rows in these are added and never changed; only a purge takes any away. Everything else in a ledger is worked out from them
(`parts.py`, `search/`) and can be worked out again.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA: Final = MetaData(naming_convention=NAMES)


def to(target: str, *, back: bool = False) -> ForeignKey:
    """A foreign key that is checked when the transaction ends, so that rows may come in any order.

    Args:
        target: Table and column.
        back: Whether it closes a circle of tables, so that it can only be made after them.
    """
    return ForeignKey(target, deferrable=True, initially="DEFERRED", use_alter=back)


ORIGINALS: Final = Table(
    "originals",
    METADATA,
    Column("sha256", Text, primary_key=True, comment="Hash of the bytes as they came; also their name in the folder."),
    Column("media_type", Text, nullable=False, comment="What kind of file the bytes are."),
    Column("length", BigInteger, nullable=False, comment="How many bytes."),
    Column("added", Text, nullable=False, comment="When they were kept, ISO 8601 in UTC."),
    comment="Bytes as they came, each once; they lie in the folder beside the ledger.",
)

REPORTS: Final = Table(
    "reports",
    METADATA,
    Column("id", Text, primary_key=True, comment="r and a number, in the order in which they were added."),
    Column("number", Integer, nullable=False, unique=True, comment="That number."),
    Column("original", Text, to("originals.sha256"), nullable=False, unique=True, comment="Hash of its bytes."),
    Column("title", Text, comment="Its headline, or its name where it has none."),
    Column("publisher", Text, index=True, comment="The outlet."),
    Column("byline", Text, comment="Who wrote it, as written."),
    Column("credit", Text, comment="The agency that it was taken from."),
    Column("published", Text, index=True, comment="ISO date of publication."),
    Column("dateline_place", Text, comment="The place that it opens with."),
    Column("dateline_date", Text, comment="The date that it opens with."),
    Column("language", Text, comment="ISO 639-1 code."),
    Column("url", Text, index=True, comment="Where it stands or stood."),
    Column(
        "version", Integer, nullable=False, comment="1 for the first bytes that came from this address, 2 for the next."
    ),
    Column("previous", Text, to("reports.id"), comment="The report that the same address gave before."),
    Column("added", Text, nullable=False, comment="When it was added, ISO 8601 in UTC."),
    Column("latest_reading", Text, to("readings.id", back=True), comment="Its newest reading."),
    comment="Reports, one for each original. What describes them is taken from the newest reading.",
)

CAPTURES: Final = Table(
    "captures",
    METADATA,
    Column("id", Text, primary_key=True, comment="Report, and which of its captures."),
    Column("report", Text, to("reports.id"), nullable=False, index=True, comment="What was captured."),
    Column(
        "name",
        Text,
        nullable=False,
        index=True,
        comment="What it was called: a path as given, an address; unreadable characters are escaped.",
    ),
    Column("way", Text, comment="file, standard input, record, url, feed, archive or message."),
    Column("at", Text, comment="When it was captured, ISO 8601 in UTC."),
    Column("url", Text, comment="The address that was asked for."),
    Column("final_url", Text, comment="The address that answered."),
    Column("status", Integer, comment="Status of the answer."),
    Column("added", Text, nullable=False, comment="When this was written down, ISO 8601 in UTC."),
    Column("sequence", BigInteger, nullable=False, comment="Its row in the custody log."),
    Column(
        "capture",
        Text,
        nullable=False,
        comment="All that is known of it, as JSON: redirects, headers, what was stated beside it.",
    ),
    comment="How and when bytes were taken: one original may have been captured several times.",
)

READINGS: Final = Table(
    "readings",
    METADATA,
    Column("id", Text, primary_key=True, comment="Report, and which of its readings."),
    Column("report", Text, to("reports.id"), nullable=False, index=True, comment="What was read."),
    Column("number", Integer, nullable=False, comment="Which of its readings, from 1."),
    Column("reader", Text, comment="What read it."),
    Column("reader_version", Text, comment="Its version."),
    Column("model_sha256", Text, comment="Hash of its weights."),
    Column("seconds", Double, comment="How long it took."),
    Column("at", Text, nullable=False, comment="When the reading was added, ISO 8601 in UTC."),
    Column("record_sha256", Text, nullable=False, comment="Hash of the record as it is kept."),
    Column("statements", Integer, nullable=False, comment="How many statements it has."),
    Column("mentions", Integer, nullable=False, comment="How many mentions it has."),
    Column("notes", Integer, nullable=False, comment="How many things were given up on."),
    UniqueConstraint("report", "number"),
    comment="Readings of reports, one for each reader that read it.",
)

RECORDS: Final = Table(
    "records",
    METADATA,
    Column("reading", Text, to("readings.id"), primary_key=True, comment="The reading."),
    Column("record", Text, nullable=False, comment="The record as JSON (onrecord/1)."),
    comment="The records themselves. They are what counts: all other tables about a reading are made from them.",
)

JUDGEMENTS: Final = Table(
    "judgements",
    METADATA,
    Column("id", Text, primary_key=True, comment="j and a number."),
    Column("number", Integer, nullable=False, unique=True, comment="That number."),
    Column(
        "object",
        Text,
        nullable=False,
        index=True,
        comment="Id of what is judged: a report, a reading or a part of one.",
    ),
    Column("report", Text, to("reports.id"), nullable=False, index=True, comment="The report that it belongs to."),
    Column(
        "record_id", Text, comment="The id that a part has within its record, which a later reading may have again."
    ),
    Column("verdict", Text, nullable=False, comment="What was found: right, wrong, changed, …"),
    Column("value", Text, comment="The value that is right, as JSON."),
    Column("who", Text, nullable=False, comment="Who judged."),
    Column("why", Text, comment="The reason that was given."),
    Column("at", Text, nullable=False, comment="When, ISO 8601 in UTC."),
    comment="What people decided. A later reading never changes these; a later judgement stands beside the earlier.",
)

FAILURES: Final = Table(
    "failures",
    METADATA,
    Column("id", Text, primary_key=True, comment="f and a number."),
    Column("number", Integer, nullable=False, unique=True, comment="That number."),
    Column("name", Text, nullable=False, index=True, comment="What it was called; unreadable characters are escaped."),
    Column("error", Text, nullable=False, comment="The kind of error."),
    Column("reason", Text, nullable=False, comment="What was wrong and what to do."),
    Column("original", Text, index=True, comment="Hash of the bytes, where there were any."),
    Column("capture", Text, comment="How they were taken, as JSON."),
    Column(
        "sequence",
        BigInteger,
        nullable=False,
        comment="Its row in the custody log; a capture with a later one closes it.",
    ),
    Column("at", Text, nullable=False, comment="When, ISO 8601 in UTC."),
    comment="Attempts that failed. One is closed when the same name or the same bytes are added later.",
)

FEEDS: Final = Table(
    "feeds",
    METADATA,
    Column("url", Text, primary_key=True, comment="Its address."),
    Column("added", Text, nullable=False, comment="Since when it is followed, ISO 8601 in UTC."),
    Column("at", Text, comment="When it was last asked for."),
    Column("etag", Text, comment="What to ask with the next time."),
    Column("last_modified", Text, comment="What to ask with the next time."),
    Column("seen", Text, nullable=False, comment="Ids of the entries that were seen, as a JSON list."),
    comment="Feeds that are followed, and how far.",
)

TOMBSTONES: Final = Table(
    "tombstones",
    METADATA,
    Column("report", Text, primary_key=True, comment="The report that was here."),
    Column("number", Integer, nullable=False, comment="Its number."),
    Column("sha256", Text, nullable=False, unique=True, comment="Hash of the bytes that were here."),
    Column("reason", Text, nullable=False, comment="Why it was purged."),
    Column("who", Text, nullable=False, comment="Who purged it."),
    Column("at", Text, nullable=False, comment="When, ISO 8601 in UTC."),
    comment="Reports that were purged. Nothing of their text is left.",
)

CUSTODY: Final = Table(
    "custody",
    METADATA,
    Column("sequence", BigInteger, primary_key=True, autoincrement=False, comment="From 1, without gaps."),
    Column(
        "at",
        Text,
        nullable=False,
        comment="When, ISO 8601 in UTC; the order is that of the sequence, not of the clock.",
    ),
    Column("who", Text, nullable=False, comment="Who did it."),
    Column(
        "action",
        Text,
        nullable=False,
        index=True,
        comment="add, capture, read, judge, judge_pair, fail, follow, export or purge.",
    ),
    Column("object", Text, nullable=False, index=True, comment="Id of what it was done to."),
    Column("details", Text, nullable=False, comment="Hashes and ids as JSON; never words of a report."),
    Column("previous", Text, nullable=False, comment="Hash of the row before."),
    Column("hash", Text, nullable=False, comment="SHA-256 over all of this row."),
    comment="Everything that was done, in order; each row carries the hash of the one before.",
)
