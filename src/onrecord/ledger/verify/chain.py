"""The custody log, and whether everything that it tells of is there and is what was told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from onrecord.ledger.custody import START, Step, hash_of
from onrecord.ledger.linking.tables import PAIR_JUDGEMENTS
from onrecord.ledger.tables import CAPTURES, CUSTODY, FAILURES, FEEDS, JUDGEMENTS, READINGS, REPORTS, TOMBSTONES
from onrecord.ledger.verify.finding import Finding

Told = dict[str, dict[str, list[tuple[int, dict[str, Any]]]]]
"""What the log tells: by action and object the rows' sequences and details."""


def check_chain(connection: Connection) -> Iterator[Finding]:
    """Goes through the log from its first row."""
    previous, expected = START, 1
    for row in connection.execute(select(CUSTODY).order_by(CUSTODY.c.sequence)):
        step, name = Step(*row), f"custody {row.sequence}"
        if step.sequence != expected:
            yield Finding(name, f"rows {expected} to {step.sequence - 1} are missing", "custody")
        elif step.previous != previous:
            yield Finding(name, "does not carry the hash of the row before", "custody")
        if step.right_hash() != step.hash:
            yield Finding(name, "was changed: its hash is not that of what it says", "custody")
        previous, expected = step.hash, step.sequence + 1


def check_told(connection: Connection) -> Iterator[Finding]:
    """Compares what the log tells with what is there, both ways."""
    actions = ("add", "capture", "read", "judge", "judge_pair", "fail", "follow", "purge")
    told: Told = {action: {} for action in actions}
    removed: set[str] = set()
    for row in connection.execute(select(CUSTODY.c.action, CUSTODY.c.object, CUSTODY.c.details, CUSTODY.c.sequence)):
        try:
            details = json.loads(row.details)
        except ValueError:
            yield Finding(f"custody {row.sequence}", "its details are no JSON", "custody")
            continue
        told.setdefault(row.action, {}).setdefault(row.object, []).append((row.sequence, details))
        removed.update(details.get("removed", ()))
    yield from _told_reports(connection, told)
    yield from _told_captures(connection, told)
    yield from _told_readings(connection, told)
    yield from _compare("judgement", "judge", _hashes(connection, JUDGEMENTS, None), told["judge"], removed)
    pairs = _hashes(connection, PAIR_JUDGEMENTS, None)
    yield from _compare("pair_judgement", "judge_pair", pairs, told["judge_pair"], removed)
    yield from _compare("failure", "fail", _hashes(connection, FAILURES, 7), told["fail"], removed)
    feeds = dict.fromkeys(connection.scalars(select(FEEDS.c.url)))
    yield from _compare("feed", "follow", feeds, told["follow"], removed)


def _hashes(connection: Connection, table: Any, columns: int | None) -> dict[str, str]:
    return {row[0]: hash_of(tuple(row)[:columns]) for row in connection.execute(select(table))}


def _compare(
    noun: str, action: str, there: dict[str, Any], told: dict[str, list[tuple[int, dict[str, Any]]]], removed: set[str]
) -> Iterator[Finding]:
    for id_ in told.keys() - there.keys() - removed:
        yield Finding(id_, f"the log tells of this {noun}, which is not there", f"{action} in custody")
    for id_, right in there.items():
        if id_ not in told:
            yield Finding(id_, f"the log tells nothing of this {noun}", "custody")
        elif right is not None and told[id_][0][1].get(noun) != right:
            yield Finding(id_, f"the {noun} was changed: its hash is not what the log has", f"{noun}s")


def _told_reports(connection: Connection, told: Told) -> Iterator[Finding]:
    there = {row.id: row.original for row in connection.execute(select(REPORTS.c.id, REPORTS.c.original))}
    purged = {row.report: row.sha256 for row in connection.execute(select(TOMBSTONES))}
    for id_, sha256 in purged.items():
        if told["purge"].get(id_, [(0, {})])[0][1].get("original") != sha256:
            yield Finding(id_, "has a tombstone, but the log tells of no purge of these bytes", "tombstones")
    for id_ in told["purge"].keys() - purged.keys():
        yield Finding(id_, "the log tells that it was purged, but it has no tombstone", "tombstones")
    for id_ in told["add"].keys() - there.keys() - purged.keys():
        yield Finding(id_, "the log tells of this report, which is not there", "reports")
    for id_, sha256 in there.items():
        if id_ not in told["add"]:
            yield Finding(id_, "the log tells nothing of this report", "reports")
        elif told["add"][id_][0][1].get("original") != sha256:
            yield Finding(id_, "is no longer the report of the bytes that were added", "reports")


def _told_captures(connection: Connection, told: Told) -> Iterator[Finding]:
    by_sequence = {
        sequence: details
        for action in ("add", "capture")
        for steps in told[action].values()
        for sequence, details in steps
    }
    purged = set(connection.scalars(select(TOMBSTONES.c.report)))
    of = {
        sequence: id_ for action in ("add", "capture") for id_, steps in told[action].items() for sequence, _ in steps
    }
    for row in connection.execute(select(CAPTURES)):
        details = by_sequence.pop(row.sequence, None)
        if details is None:
            yield Finding(row.id, "the log tells nothing of this capture", "captures")
        elif details.get("capture") != hash_of(row.capture):
            yield Finding(row.id, "the capture was changed: its hash is not what the log has", "captures")
    for sequence in by_sequence:
        if of[sequence] not in purged:
            yield Finding(of[sequence], f"the log tells of a capture in row {sequence}, which is not there", "captures")


def _told_readings(connection: Connection, told: Told) -> Iterator[Finding]:
    there = {row.id: row for row in connection.execute(select(READINGS))}
    purged = set(connection.scalars(select(TOMBSTONES.c.report)))
    for id_ in told["read"].keys() - there.keys():
        if id_.partition(".")[0] not in purged:
            yield Finding(id_, "the log tells of this reading, which is not there", "readings")
    for id_, row in there.items():
        if id_ not in told["read"]:
            yield Finding(id_, "the log tells nothing of this reading", "readings")
            continue
        details = told["read"][id_][0][1]
        if details.get("record") != row.record_sha256:
            yield Finding(id_, "its record is not the one that the log has", "readings")
        if details.get("reader") != [row.reader, row.reader_version, row.model_sha256]:
            yield Finding(id_, "was not made by the reader that the log has", "readings")
