"""Tells statements that read from those that could write."""

import re

from sqlalchemy import Connection, event

_READS = re.compile(
    r"\s*(SELECT|SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT"
    r"|WITH(?!.*\b(INSERT|UPDATE|DELETE)\b))\b",
    re.DOTALL,
)


def only_reads(statement: str) -> bool:
    """Tell whether a statement leaves the record as it is, whatever comes of it."""
    return _READS.match(statement) is not None


def read_only(connection: Connection) -> None:
    """Refuse from now on every statement on a connection that could write."""

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not only_reads(statement):
            raise RuntimeError(f"written while reading: {statement}")

    event.listen(connection, "before_cursor_execute", refuse)
