"""Runs the revisions on the connection that `migrations.upgrade` gives."""

from alembic import context

from db.journal import JOURNAL

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=JOURNAL.metadata,  # gives constraints their names
)
context.run_migrations()
