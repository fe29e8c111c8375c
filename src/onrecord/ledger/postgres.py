"""A ledger in a PostgreSQL database: how it is opened, and what PostgreSQL's errors mean."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from onrecord.errors import LedgerDamaged, LedgerError, LedgerFull, LedgerLocked, LedgerReadOnly, LedgerUnreachable

# Any number will do, as long as every onrecord takes the same one.
_LOCK: Final = 0x6F6E7265636F7264 >> 1
_PREFIXES: Final = ("postgresql://", "postgres://", "postgresql+psycopg://")


def is_address(where: str) -> bool:
    """Whether a ledger's place is the address of a database rather than a file."""
    return where.startswith(_PREFIXES)


def name_of(where: str) -> str:
    """What to call the database in a message: its address without the password."""
    return make_url(where).render_as_string(hide_password=True)


def database_of(where: str) -> str:
    """The name of the database."""
    return make_url(where).database or "postgres"


def open_postgres(where: str, *, read_only: bool, timeout: float) -> Engine:
    """Makes what connects to the database; nothing is opened yet.

    Raises:
        LedgerUnreachable: psycopg is not installed, or the address is malformed.
    """
    try:
        import psycopg  # noqa: F401, PLC0415 (an extra)
    except ImportError as error:
        raise LedgerUnreachable(
            f"{where.partition('@')[2] or where}: a ledger in PostgreSQL needs the extra `postgres`; "
            "run: pip install 'onrecord[postgres]'"
        ) from error
    try:
        url = make_url(where).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise LedgerUnreachable(f"{where}: is no address of a database; write postgresql://host/name") from error
    settings = f"-c lock_timeout={round(timeout * 1000)} -c client_encoding=UTF8"
    if read_only:
        settings += " -c default_transaction_read_only=on"
    given = url.query.get("options")
    options = f"{given} {settings}" if isinstance(given, str) else settings
    return create_engine(
        url.difference_update_query(["options"]),
        connect_args={"options": options, "connect_timeout": max(1, round(timeout))},
        pool_pre_ping=False,
    )


def lock(connection: Connection) -> None:
    """Waits until nobody else writes; the lock ends with the transaction."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def meaning_of(error: BaseException, where: str, timeout: float) -> LedgerError | None:
    """What an error of PostgreSQL means to the user; None where it is a fault in onrecord."""
    state = getattr(error, "sqlstate", None) or ""
    said = " ".join(str(error).split())
    if state == "55P03":
        return LedgerLocked(
            f"{where}: another program was writing to it for {timeout:g} seconds; wait until it is done, or stop it"
        )
    if state == "53100":
        return LedgerFull(f"{where}: there is no space left; nothing of this was written. Make room and do it again")
    if state in {"25006", "42501"}:
        return LedgerReadOnly(f"{where}: may not be written ({said}); ask for the right, or open it for reading only")
    if state.startswith("XX"):
        return LedgerDamaged(f"{where}: is damaged ({said}); restore a copy, and run `onrecord verify`")
    if not state or state.startswith(("08", "28", "3D", "57")):
        return LedgerUnreachable(f"{where}: cannot be reached ({said}); is the server running, and the address right?")
    return None
