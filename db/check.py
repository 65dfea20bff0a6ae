"""Verifies a record: the file, its ties, its schema, and that the journal tells all it holds."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection

from db import migrations
from db.engine import open_store
from db.errors import UserError
from db.failures import explained
from db.journal import entries, records, replayed
from db.models import Base
from db.unit_of_work import Reading, Store


def check(path_or_url: str | Path) -> tuple[UserError, ...]:
    """Give what is wrong with a record, a sentence each; nothing when it is whole.

    Raises:
        UserError: it cannot be opened at all.
    """
    with open_store(path_or_url, writing=False) as store:
        findings: list[UserError] = []
        try:
            with explained(store.name), store.engine.connect() as connection:
                findings += _findings(store, connection)
        except UserError as error:
            findings.append(error)
        except (LookupError, ValueError) as error:  # what SQLAlchemy and json make of odd values
            findings.append(
                UserError(
                    "{file} holds a value that cannot be read ({detail}); restore the last backup"
                    " under another name; this file is left as it is.",
                    file=store.name,
                    detail=str(error),
                )
            )
    return tuple(findings)


def _findings(store: Store, connection: Connection) -> Iterator[UserError]:
    if connection.dialect.name == "sqlite":
        yield from _file(store.name, connection)
    for difference in migrations.differences(connection):
        yield UserError(
            "The tables of {file} are not those that this version of Mahdar makes ({detail});"
            " restore the last backup; what can be read is left as it is.",
            file=store.name,
            detail=str(difference),
        )
    with store.read() as reading:
        yield from _journal(store.name, reading, connection)


def _file(name: str, connection: Connection) -> Iterator[UserError]:
    for (detail,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if detail != "ok":
            yield UserError(
                "{file} is damaged ({detail}); restore the last backup under another name; the"
                " damaged file is left as it is.",
                file=name,
                detail=detail,
            )
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield UserError(
            "In {file}, line {row} of {table} names a line of {parent} that is missing; restore"
            " the last backup; what can be read is left as it is.",
            file=name,
            row=row,
            table=table,
            parent=parent,
        )


def _journal(name: str, reading: Reading, connection: Connection) -> Iterator[UserError]:
    told = replayed(entries(reading))
    for mapper in Base.registry.mappers:
        table = Base.metadata.tables[mapper.class_.__tablename__]
        held = {record["uid"]: record for record in records(connection, table)}
        known = told.get(table.name, {})
        # A column that a later version added is told only since then.
        wrong = (held.keys() ^ known.keys()) | {
            uid
            for uid in held.keys() & known.keys()
            if any(
                held[uid][field] != known[uid][field] for field in known[uid] if field in held[uid]
            )
        }
        if wrong:
            yield UserError(
                "In {file}, {table} were changed by something else than Mahdar ({count} records);"
                " look at them before you rely on them; nothing was changed.",
                file=name,
                table=table.name,
                count=len(wrong),
            )
