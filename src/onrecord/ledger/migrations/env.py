"""Runs migrations on the transaction that it is handed; there is no ini file and no offline mode."""

from alembic import context

from onrecord.ledger.migrate import VERSION_TABLE
from onrecord.ledger.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
