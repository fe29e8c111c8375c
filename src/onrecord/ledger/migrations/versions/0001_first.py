"""The first schema."""

from alembic import op

from onrecord.ledger import parts  # noqa: F401
from onrecord.ledger.search import DDL
from onrecord.ledger.tables import METADATA
from onrecord.ledger.views import VIEWS

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables."""
    METADATA.create_all(op.get_bind(), checkfirst=False)
    for statement in DDL[op.get_bind().dialect.name]:
        op.execute(statement)
    for name, view in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {view.query}")
