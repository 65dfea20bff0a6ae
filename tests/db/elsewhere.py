"""SQLite under another name: what the program takes for a server."""

from alembic.ddl.sqlite import SQLiteImpl
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite


class Elsewhere(SQLiteDialect_pysqlite):
    """A dialect that is not called SQLite."""

    name = "elsewhere"
    supports_statement_cache = True


class ElsewhereImpl(SQLiteImpl):
    """How Alembic speaks to it."""

    __dialect__ = "elsewhere"
