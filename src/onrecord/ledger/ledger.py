"""The ledger: what one opens, adds to, finds in and closes."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, select

from onrecord.errors import NotInLedger
from onrecord.ledger import adding
from onrecord.ledger.adding import Added
from onrecord.ledger.connect import Store, open_store
from onrecord.ledger.custody import Log, head_of
from onrecord.ledger.originals import Originals
from onrecord.ledger.postgres import database_of, is_address
from onrecord.ledger.tables import RECORDS, REPORTS
from onrecord.record.codec import loads
from onrecord.record.original import Original
from onrecord.record.provenance import Reader
from onrecord.record.record import Record

_REPORT: Final = re.compile(r"r\d+")
_READING: Final = re.compile(r"r\d+\.\d+")


def open_ledger(
    where: str | Path,
    *,
    create: bool = False,
    read_only: bool = False,
    originals: Path | None = None,
    timeout: float = 30.0,
    who: str | None = None,
) -> Ledger:
    """Opens a ledger.

    Args:
        where: Its file, or the address of a PostgreSQL database (postgresql://host/name).
        create: Whether one is made where there is none.
        read_only: Whether nothing may be written.
        originals: The folder of originals; by default beside the file, or in the working folder, named after the ledger.
        timeout: Seconds to wait while another program writes.
        who: Who writes, for the custody log; by default the name of the user.

    Raises:
        LedgerError: It cannot be opened; the message says why and what to do.
    """
    name = str(where)
    store = open_store(name, create=create, read_only=read_only, timeout=timeout)
    if originals is None:
        originals = Path(f"{database_of(name)}.originals") if is_address(name) else _beside(Path(name))
    return Ledger(store, Originals(originals), who or _user())


class Ledger:
    """Reports, what was read in them, and everything that was done with both. Made by `open_ledger`.

    It may be used by several threads; each call is a transaction of its own.
    """

    def __init__(self, store: Store, originals: Originals, who: str) -> None:
        self._store = store
        self._originals = originals
        self._who = who
        self._swept = False

    @property
    def where(self) -> str:
        """Its place, for messages."""
        return self._store.where

    @property
    def originals(self) -> Originals:
        """Where its originals are kept."""
        return self._originals

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._store.database.dispose()

    def add(self, original: Original, record: Record, *, at: datetime | None = None) -> Added:
        """Adds a report; when this returns, it outlives whatever happens to the program.

        Args:
            original: Its bytes and how they came.
            record: What was read in them.
            at: When; now, if nothing is said.

        Raises:
            LedgerError: It could not be added; nothing of it was.
            RecordError: The record cannot be written as JSON.
        """
        return self.add_many([(original, record)], at=at)[0]

    def add_many(self, reports: Sequence[tuple[Original, Record]], *, at: datetime | None = None) -> list[Added]:
        """Adds several reports in one transaction: all of them or none; see `add`."""
        with self._store.writing() as connection:
            log = self._log(connection, at)
            return [adding.add(connection, self._originals, original, record, log) for original, record in reports]

    def known(self, sha256s: Iterable[str], reader: Reader | None) -> set[str]:
        """Which originals have nothing left to do: this reader has read them, or they were purged.

        Args:
            sha256s: Hashes of originals.
            reader: Name, version and hash of the weights count.
        """
        with self._store.reading() as connection:
            return adding.known(connection, sha256s, reader)

    def get_record(self, id_: str) -> Record:
        """Gives a record back exactly as it was added.

        Args:
            id_: A reading ("r12.1"), or a report ("r12") for its newest reading.

        Raises:
            NotInLedger: There is none.
        """
        with self._store.reading() as connection:
            reading: str | None = id_
            if _REPORT.fullmatch(id_):
                reading = connection.scalar(select(REPORTS.c.latest_reading).where(REPORTS.c.id == id_))
            elif not _READING.fullmatch(id_):
                raise NotInLedger(f"{id_!r} is no id of a report (r12) or a reading (r12.1)")
            line = connection.scalar(select(RECORDS.c.record).where(RECORDS.c.reading == reading))
        if line is None:
            raise NotInLedger(f"{id_}: there is nothing of this id in {self.where}")
        return loads(line, name=id_)

    def head(self) -> tuple[int, str]:
        """Sequence and hash of the newest row of the custody log: written down elsewhere, they prove all rows before."""
        with self._store.reading() as connection:
            return head_of(connection)

    def _log(self, connection: Connection, at: datetime | None = None) -> Log:
        if not self._swept:
            self._originals.sweep()
            self._swept = True
        return Log(connection, _moment(at), self._who)


def _moment(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.stem if path.suffix == '.db' else path.name}.originals")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
