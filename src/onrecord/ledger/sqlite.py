"""A ledger in one SQLite file: how it is opened, and what SQLite's errors mean."""

from __future__ import annotations

import sqlite3
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from onrecord.errors import (
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerLocked,
    LedgerMissing,
    LedgerReadOnly,
    NotALedger,
)

APPLICATION: Final = 0x6F6E7263
"""What the file says it belongs to: "onrc"."""
BEGIN: Final = "onrecord_begin"
"""The option of a connection that says how its transactions begin: "BEGIN IMMEDIATE" takes the lock for writing, "" begins none."""
_PAUSE: Final = 0.02
_MAGIC: Final = b"SQLite format 3\0"
_DAMAGED: Final = ("malformed", "not a database", "disk image")


def check_file(path: Path, *, create: bool, read_only: bool) -> None:
    """Refuses what cannot be a ledger before SQLite touches it.

    Raises:
        LedgerError: There is no file, or it is something else, or it cannot be written.
    """
    if not path.exists():
        if not create:
            raise LedgerMissing(f"{path}: there is no ledger; `onrecord add` makes one, or name another with --ledger")
        if not path.absolute().parent.is_dir():
            raise LedgerMissing(f"{path}: the folder {path.absolute().parent} is not there; make it first")
        return
    if not path.is_file():
        raise NotALedger(f"{path}: is no file; name the ledger's file")
    try:
        with path.open("rb") as stream:
            beginning = stream.read(len(_MAGIC))
    except OSError as error:
        raise LedgerError(f"{path}: cannot be read ({error.strerror}); give yourself the right to read it") from error
    if beginning != _MAGIC and not (create and not beginning):
        raise NotALedger(f"{path}: is no SQLite file, so it is no ledger; name another file, it was left as it is")
    if not read_only and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise LedgerReadOnly(f"{path}: may not be written; change its permissions, or open it for reading only")


def open_sqlite(path: Path, *, read_only: bool, timeout: float) -> Engine:
    """Makes what connects to the file; nothing is opened yet."""

    def connect() -> sqlite3.Connection:
        connection = _connect(path, read_only=read_only, timeout=timeout)
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA secure_delete=ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if beginning := connection.get_execution_options().get(BEGIN, "BEGIN"):
            connection.exec_driver_sql(beginning)

    return engine


def _connect(path: Path, *, read_only: bool, timeout: float) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    opened: Callable[[str], sqlite3.Connection] = lambda mode: sqlite3.connect(  # noqa: E731
        f"{address}?{mode}", uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
    )
    if not read_only:
        return opened("mode=rwc")
    connection = opened("mode=ro")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        # In a folder that cannot be written SQLite can make no shared memory; without a log none is needed.
        connection.close()
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise
        connection = opened("mode=ro&immutable=1")
    return connection


def check_application(connection: Connection, path: Path) -> None:
    """Refuses an SQLite file that belongs to another program.

    Raises:
        NotALedger: It does.
    """
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    empty = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar() == 0
    if application != APPLICATION and not empty:
        raise NotALedger(f"{path}: is an SQLite file of another program; name another file, it was left as it is")


def use_log(connection: Connection, timeout: float) -> None:
    """Lets the file be written through a log, so that readers never wait; it has to be outside a transaction.

    Args:
        connection: A connection without a transaction.
        timeout: Seconds to wait for another program, which SQLite does not do here by itself.
    """
    end = time.monotonic() + timeout
    while not _log_is_used(connection, end):
        time.sleep(_PAUSE)


def _log_is_used(connection: Connection, end: float) -> bool:
    try:
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    except OperationalError as error:
        if "locked" not in str(error.orig) or time.monotonic() > end:
            raise
        return False
    return True


def claim(connection: Connection) -> None:
    """Writes into the file that it is a ledger."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")


def meaning_of(error: sqlite3.Error, where: str, timeout: float) -> LedgerError | None:
    """What an error of SQLite means to the user; None where it is a fault in onrecord."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return LedgerLocked(
            f"{where}: another program was writing to it for {timeout:g} seconds; wait until it is done, or stop it"
        )
    if "disk is full" in said:
        return LedgerFull(f"{where}: there is no space left; nothing of this was written. Make room and do it again")
    if "readonly" in said:
        return LedgerReadOnly(f"{where}: may not be written; change its permissions, or open it for reading only")
    if any(word in said for word in _DAMAGED):
        return LedgerDamaged(f"{where}: is damaged ({said}); keep the file, restore a copy, and run `onrecord verify`")
    if isinstance(error, sqlite3.OperationalError) and ("unable to open" in said or "I/O error" in said):
        return LedgerError(f"{where}: cannot be read or written ({said}); look at the disk and the permissions")
    return None
