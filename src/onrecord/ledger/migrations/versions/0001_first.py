"""The first schema."""

from alembic import op

from onrecord.ledger import parts  # noqa: F401
from onrecord.ledger.tables import METADATA

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables."""
    METADATA.create_all(op.get_bind(), checkfirst=False)
