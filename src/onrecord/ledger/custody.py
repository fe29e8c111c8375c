"""The custody log: what was done, by whom, in which order; each row carries the hash of the row before.

A row holds ids and hashes, never words of a report, so that a purge leaves the chain whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, func, select

from onrecord.ledger.tables import CUSTODY

START: Final = "0" * 64
"""What stands for the row before the first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the log.

    Attributes:
        sequence: From 1, without gaps.
        at: When, ISO 8601 in UTC.
        who: Who did it.
        action: What was done.
        object: Id of what it was done to.
        details: Hashes and ids, as JSON.
        previous: Hash of the row before.
        hash: SHA-256 over all of this row.
    """

    sequence: int
    at: str
    who: str
    action: str
    object: str
    details: str
    previous: str
    hash: str

    def right_hash(self) -> str:
        """The hash that this row must have."""
        return hash_of([self.sequence, self.at, self.who, self.action, self.object, self.details, self.previous])


def canonical(value: object) -> str:
    """Writes JSON in the one way in which it is hashed: keys sorted, no blanks, nothing but ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def hash_of(value: object) -> str:
    """SHA-256 over the canonical JSON of a value."""
    return hashlib.sha256(canonical(value).encode("ascii")).hexdigest()


def moment(at: datetime | None = None) -> str:
    """A moment as the log writes it, ISO 8601 in UTC; now, if nothing is said."""
    return (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def head_of(connection: Connection) -> tuple[int, str]:
    """The sequence and the hash of the newest row; 0 and zeros where there is none."""
    found = connection.execute(
        select(CUSTODY.c.sequence, CUSTODY.c.hash).order_by(CUSTODY.c.sequence.desc()).limit(1)
    ).first()
    return (found.sequence, found.hash) if found else (0, START)


def find_newest_step(connection: Connection) -> Step | None:
    """The newest row; None where there is none."""
    row = connection.execute(select(CUSTODY).order_by(CUSTODY.c.sequence.desc()).limit(1)).first()
    return Step(*row) if row else None


def iter_steps(connection: Connection) -> Iterator[Step]:
    """The log from its first row."""
    for row in connection.execute(select(CUSTODY).order_by(CUSTODY.c.sequence)):
        yield Step(*row)


class Log:
    """Writes the log within a transaction that nobody else writes beside.

    Args:
        connection: The transaction.
        at: When, ISO 8601 in UTC.
        who: Who does it.
    """

    def __init__(self, connection: Connection, at: str, who: str) -> None:
        self.at = at
        self.who = who
        self._connection = connection
        self._sequence, self._hash = head_of(connection)

    def next_number(self, action: str) -> int:
        """A number for what is done now, larger than any before, also where rows of before were purged.

        Args:
            action: What is done.
        """
        done = select(func.count()).select_from(CUSTODY).where(CUSTODY.c.action == action)
        return int(self._connection.scalar(done) or 0) + 1

    def write(self, action: str, object_: str, details: Mapping[str, Any]) -> int:
        """Adds a row.

        Args:
            action: What is done.
            object_: Id of what it is done to.
            details: Hashes and ids.

        Returns:
            Its sequence.
        """
        step = Step(self._sequence + 1, self.at, self.who, action, object_, canonical(details), self._hash, "")
        digest = step.right_hash()
        self._connection.execute(
            CUSTODY.insert(),
            {
                "sequence": step.sequence, "at": step.at, "who": step.who, "action": action, "object": object_,
                "details": step.details, "previous": step.previous, "hash": digest,
            },
        )  # fmt: skip
        self._sequence, self._hash = step.sequence, digest
        return step.sequence
