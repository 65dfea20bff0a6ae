"""Brings older databases to today's schema, with Alembic; imported only when that is needed."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from db import search
from db.journal import JOURNAL

SCRIPTS = Path(__file__).parent


def is_known(revision: str) -> bool:
    """Tell whether this version of the program has a revision of the schema."""
    try:
        return ScriptDirectory(str(SCRIPTS)).get_revision(revision) is not None
    except CommandError:
        return False


def head() -> str | None:
    """Give the newest revision."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


def upgrade(connection: Connection) -> None:
    """Bring the schema to the newest revision, inside the connection's own transaction."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def differences(connection: Connection) -> list[Any]:
    """Give what the schema has more or less than the models, as Alembic tells it."""
    context = MigrationContext.configure(connection, opts={"include_name": _is_of_the_record})
    return list(compare_metadata(context, JOURNAL.metadata))


def _is_of_the_record(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out what `db.search` makes: it follows from the rest, and is checked there."""
    return kind != "table" or not str(name).startswith(search.TABLES)
