"""The schema's versions: which one a database has, and how it gets to this one, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

NEWEST: Final = "0003"
"""The schema that this version of onrecord writes."""
VERSION_TABLE: Final = "schema_version"
_SCRIPTS: Final = Path(__file__).parent / "migrations"


def version_of(connection: Connection) -> str | None:
    """The version of the schema that a database has; None where it has no ledger."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608


def migrate(connection: Connection, scripts: Path = _SCRIPTS, to: str = "head") -> None:
    """Brings a database to the newest schema, within the transaction that it is given.

    Args:
        connection: An open transaction.
        scripts: The folder of migrations.
        to: The version to go to.
    """
    from alembic import command  # noqa: PLC0415 (slow to import, and needed once in a ledger's life)
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, to)
