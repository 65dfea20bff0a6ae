"""The journal: what each unit of work changed, record by record.

An entry holds the record before and after: whole when it was added or removed, the changed fields
alone when it was changed. Dates and moments stand as ISO 8601, codes as they are stored. The bytes
of files are left out: `Content` names them by their fingerprint and never changes or loses them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Column, Integer, LargeBinary, String, Table, Text, select

from db.models.base import Base, UtcDateTime

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row

    from db.unit_of_work import Reading

JOURNAL = Table(
    "journal",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("unit", String(36), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("use_case", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("record_uid", String(36), nullable=False, index=True),
    Column("root_uid", String(36), nullable=False, index=True),
    Column("operation", String(8), nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
)
"""Kept out of the mapped classes: only the unit of work writes it."""

Record = dict[str, Any]
"""A record as JSON: names of its columns and their values."""


class Operation(StrEnum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One record added, changed or removed by one unit of work.

    Attributes:
        unit: uid shared by all entries of one unit of work.
        at: in UTC.
        who: the system's user, or the one named by who started the unit.
        subject: the table.
        root_uid: of the record that this one is part of (the session of an attendance line), or
            its own.
        before, after: the record, or only what changed.
    """

    id: int
    unit: str
    at: datetime
    who: str
    use_case: str
    subject: str
    record_uid: str
    root_uid: str
    operation: Operation
    before: Record | None
    after: Record | None


def entries(
    reading: "Reading",
    *,
    record_uid: str | None = None,
    root_uid: str | None = None,
    unit: str | None = None,
    subject: str | None = None,
    since: datetime | None = None,
    ids: Iterable[int] | None = None,
) -> tuple[JournalEntry, ...]:
    """Give the entries that fit all that is asked, oldest first.

    Args:
        reading: where to read.
        record_uid: of one record.
        root_uid: of one record and all its parts.
        unit: of one unit of work.
        subject: of one table.
        since: from this moment on.
        ids: some entries by their own ids.
    """
    query = select(JOURNAL).order_by(JOURNAL.c.id)
    asked = {"record_uid": record_uid, "root_uid": root_uid, "unit": unit, "subject": subject}
    for name, value in asked.items():
        if value is not None:
            query = query.where(JOURNAL.c[name] == value)
    if since is not None:
        query = query.where(JOURNAL.c.at >= since)
    if ids is not None:
        query = query.where(JOURNAL.c.id.in_(tuple(ids)))
    return tuple(_entry(row) for row in reading.db.execute(query))


def _entry(row: "Row[Any]") -> JournalEntry:
    values = dict(row._mapping)  # noqa: SLF001 - public in spite of its name
    return JournalEntry(**{**values, "operation": Operation(values["operation"])})


def records(
    connection: "Connection", table: Table, condition: "ColumnElement[bool] | None" = None
) -> list[Record]:
    """Read the records that meet a condition, or all, as the journal writes them."""
    query = select(*(c for c in table.columns if not (c.computed or is_bytes(c))))
    if condition is not None:
        query = query.where(condition)
    return [_record(row) for row in connection.execute(query)]


def is_bytes(column: Column[Any]) -> bool:
    """Tell whether a column holds the bytes of a file, which the journal leaves out."""
    return isinstance(column.type, LargeBinary)


def _record(row: "Row[Any]") -> Record:
    return {name: _plain(value) for name, value in row._mapping.items()}  # noqa: SLF001 - public


def _plain(value: object) -> object:
    match value:
        case StrEnum():
            return value.value
        case date() | time():
            return value.isoformat()
        case tuple():
            return [{"ar": ar, "fr": fr} for ar, fr in value]
        case _:
            return value


def replayed(read: Iterable[JournalEntry]) -> dict[str, dict[str, Record]]:
    """Give what the tables hold if the journal is right: by subject, then by uid."""
    tables: dict[str, dict[str, Record]] = {}
    for entry in read:
        held = tables.setdefault(entry.subject, {})
        if entry.after is None:
            held.pop(entry.record_uid, None)
        else:
            held[entry.record_uid] = {**held.get(entry.record_uid, {}), **entry.after}
    return tables
