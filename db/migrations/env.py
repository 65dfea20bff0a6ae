"""Runs the revisions on the connection that `migrations.upgrade` gives."""

from alembic import context

from db.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
