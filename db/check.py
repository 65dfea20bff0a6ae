"""Verifies a record: the file, its ties, its schema, and that the journal tells all it holds."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from db import migrations, search
from db.engine import open_store
from db.errors import UserError
from db.failures import explained
from db.journal import entries, records, replayed
from db.models import Base, Content, IssuedDocument
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
    yield from _found(store.name, connection)
    yield from _contents(store.name, connection)


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


def _contents(name: str, connection: Connection) -> Iterator[UserError]:
    """Tell of kept files whose bytes are not those that were kept, a paper's name where known."""
    contents, papers = Content.__table__, IssuedDocument.__table__
    query = (
        select(contents.c.sha256, contents.c.data, papers.c.file_name)
        .outerjoin(papers, papers.c.content_id == contents.c.id)
        .order_by(contents.c.id)
        .execution_options(yield_per=1)
    )
    for fingerprint, data, file_name in connection.execute(query):
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != fingerprint:
            yield UserError(
                "In {file}, the kept file “{paper}” is not the one that was kept: its bytes were"
                " changed by something else than Mahdar. Restore it from a backup; nothing was"
                " changed.",
                file=name,
                paper=file_name or fingerprint[:8],
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


def _found(name: str, connection: Connection) -> Iterator[UserError]:
    if not search.is_current(connection):
        yield UserError(
            "{file} cannot be searched, because the words of its records were left behind by"
            " something else than Mahdar; open it once for writing, which makes them anew; what is"
            " recorded is safe.",
            file=name,
        )
    elif count := search.differing(connection):
        yield UserError(
            "The words by which {file} is searched are not those of its records ({count} of them);"
            " have them made anew with “rebuild”; what is recorded is safe.",
            file=name,
            count=count,
        )
