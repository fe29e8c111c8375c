"""One way to reach a ledger, whichever database it lies in: transactions, and errors that say what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, Double, Engine, Integer, Table, Text
from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerFull, LedgerMissing, LedgerReadOnly, LedgerTooNew, LedgerTooOld
from onrecord.ledger import postgres, sqlite
from onrecord.ledger.migrate import NEWEST, migrate, version_of

_TYPES: Final[dict[type, str]] = {Text: "text", Integer: "integer", BigInteger: "bigint", Double: "double precision"}


@dataclass(frozen=True, slots=True)
class Store:
    """A database that holds a ledger.

    Attributes:
        where: What to call it in a message.
        database: Makes connections.
        path: Its file, for SQLite.
        read_only: Whether nothing may be written.
        timeout: Seconds to wait for another writer.
    """

    where: str
    database: Engine
    path: Path | None
    read_only: bool
    timeout: float

    @property
    def is_sqlite(self) -> bool:
        """Whether it is an SQLite file."""
        return self.path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger and changes nothing."""
        with self._explained(), self.database.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only transaction that writes: another waits until this one is done.

        Raises:
            LedgerError: It cannot be written; nothing of it was.
        """
        if self.read_only:
            raise LedgerReadOnly(f"{self.where}: was opened for reading only; open it for writing")
        with self._explained(), self.database.connect() as bare:
            connection = bare.execution_options(**{sqlite.BEGIN: "BEGIN IMMEDIATE"})
            with connection.begin():
                if not self.is_sqlite:
                    postgres.lock(connection)
                yield connection

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """A connection without a transaction, for what databases only do outside of one."""
        with self._explained(), self.database.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT", **{sqlite.BEGIN: ""})

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            cause = error.orig
            if isinstance(cause, sqlite3.Error):
                meaning = sqlite.meaning_of(cause, self.where, self.timeout)
            else:
                meaning = None if cause is None else postgres.meaning_of(cause, self.where, self.timeout)
            if meaning is None:
                raise
            raise meaning from error
        except sqlite3.Error as error:
            if meaning := sqlite.meaning_of(error, self.where, self.timeout):
                raise meaning from error
            raise
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
                raise LedgerFull(
                    f"{self.where}: there is no space left for originals; nothing of this was written. "
                    "Make room and do it again"
                ) from error
            if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
                raise LedgerReadOnly(f"{self.where}: originals may not be written ({error})") from error
            raise


def open_store(where: str, *, create: bool, read_only: bool, timeout: float) -> Store:
    """Reaches a database and makes sure that it holds a ledger of this version.

    Args:
        where: A path, or the address of a database.
        create: Whether one is made where there is none.
        read_only: Whether nothing may be written.
        timeout: Seconds to wait for another writer.

    Raises:
        LedgerError: There is none, or it cannot be used; the message says why and what to do.
    """
    if postgres.is_address(where):
        database = postgres.open_postgres(where, read_only=read_only, timeout=timeout)
        store = Store(postgres.name_of(where), database, None, read_only, timeout)
    else:
        path = Path(where)
        sqlite.check_file(path, create=create and not read_only, read_only=read_only)
        database = sqlite.open_sqlite(path, read_only=read_only, timeout=timeout)
        store = Store(where, database, path, read_only, timeout)
    try:
        _check(store, create=create)
    except BaseException:
        store.database.dispose()
        raise
    return store


def _check(store: Store, *, create: bool) -> None:
    """Looks at the version of the schema, and brings it up where that is wanted."""
    with store.reading() as connection:
        if store.path:
            sqlite.check_application(connection, store.path)
        version = version_of(connection)
    if store.is_sqlite and not store.read_only and (create or version is not None):
        with store.outside() as connection:
            sqlite.use_log(connection, store.timeout)
    if version == NEWEST:
        return
    if version is None and (store.read_only or not create):
        raise LedgerMissing(f"{store.where}: holds no ledger yet; `onrecord add` makes one")
    if version is not None and version > NEWEST:
        raise LedgerTooNew(
            f"{store.where}: has schema {version}, this onrecord knows {NEWEST}; update onrecord, it was left as it is"
        )
    if store.read_only:
        raise LedgerTooOld(
            f"{store.where}: has schema {version}, this onrecord needs {NEWEST}; open it for writing once"
        )
    with store.writing() as connection:
        # Another program may have been first.
        version = version_of(connection)
        if version is not None and version > NEWEST:
            raise LedgerTooNew(f"{store.where}: has schema {version} by now; update onrecord, it was left as it is")
        if version != NEWEST:
            migrate(connection)
        if store.path:
            sqlite.claim(connection)


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Adds rows by the fastest way that the database has.

    Args:
        connection: The transaction.
        table: The table.
        rows: Values in the order of its columns.
    """
    if not rows:
        return
    statement = _insertion(table, connection.dialect.name)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(statement, list(rows))
    else:
        connection.exec_driver_sql(statement, tuple(map(list, zip(*rows, strict=True))))


@cache
def _insertion(table: Table, dialect: str) -> str:
    """SQLite takes one row after the other, PostgreSQL whole columns: each row by itself would be a message to the server."""
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    if dialect == "sqlite":
        values = f"VALUES ({', '.join('?' * len(table.columns))})"
    else:
        arrays = (f"%s::{_TYPES[type(column.type)]}[]" for column in table.columns)
        values = f"SELECT * FROM unnest({', '.join(arrays)})"  # noqa: S608
    return " ".join(("INSERT INTO", f'"{table.name}"', f"({columns})", values))
