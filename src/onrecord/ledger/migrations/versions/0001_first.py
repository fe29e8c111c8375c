"""The first schema: the statements of the file beside this one, which are parted by empty lines."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables, indexes and views."""
    connection = op.get_bind()
    file = Path(__file__).with_name(f"0001_first.{connection.dialect.name}.sql")
    for statement in file.read_text(encoding="utf-8").strip().split("\n\n"):
        connection.exec_driver_sql(statement)
