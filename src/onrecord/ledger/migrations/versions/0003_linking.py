"""Tables and views for what was linked: copies, happenings, claims with their stances, and what they are worked out from."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the tables, indexes and views; nothing is linked yet."""
    connection = op.get_bind()
    file = Path(__file__).with_name(f"0003_linking.{connection.dialect.name}.sql")
    for statement in file.read_text(encoding="utf-8").strip().split("\n\n"):
        connection.exec_driver_sql(statement)
