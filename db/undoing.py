"""Takes back what a unit of work did, from the journal; that is a write like any other.

What it added is removed, what it removed comes back under its own id and uid, what it changed is
put back. The dated history of an outcome that stays is not taken back: that it was put back is
added to it; but a note that stands there alone, such as that of a reminder, goes. Files stay;
issued papers are never taken back.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Column, Date, Table, Time, select
from sqlalchemy.exc import IntegrityError

from db.errors import UserError
from db.journal import JournalEntry, Operation, Record, entries, records
from db.models.base import Base, UtcDateTime, Words, WordsList
from db.unit_of_work import UnitOfWork

CHANGED_SINCE: Final = UserError(
    "This was not undone, because what it touched was changed since; undo the later change first,"
    " or change it by hand; what is recorded is safe."
)
KEPT_FOR_EVER: Final = UserError(
    "This was not undone, because a paper was issued by it, and issued papers are kept for ever;"
    " issue a new version instead; what is recorded is safe."
)
_HISTORY: Final = "outcome_changes"
_CONTENTS: Final = "contents"


def undo(work: UnitOfWork, unit: str) -> None:
    """Take back all that a unit of work did, or nothing of it.

    Args:
        work: the unit of work that takes it back.
        unit: uid of the one that is taken back.

    Raises:
        UserError: what it touched was changed since, or it issued a paper.
    """
    told = list(_to_undo(entries(work, unit=unit)))
    order = {table.name: n for n, table in enumerate(Base.metadata.sorted_tables)}
    told.sort(key=lambda one: order[one.subject])
    with work.db.no_autoflush:
        try:
            for one in _parents_first(_of(told, Operation.REMOVED)):
                work.db.add(_kind(one)(**_values(one.subject, one.before)))
                work.db.flush()
            for one in _of(told, Operation.CHANGED):
                _put_back(work, one)
            work.db.flush()
            added = _of(told, Operation.ADDED)
            _refuse_if_used(work, added)
            for one in reversed(_parents_first(added)):
                work.db.delete(_unchanged(work, one))
                work.db.flush()
        except IntegrityError as error:
            raise CHANGED_SINCE from error


def _to_undo(told: Iterable[JournalEntry]) -> Iterator[JournalEntry]:
    """Leave out files, which are kept for ever, and what the history of outcomes gained."""
    told = tuple(told)
    followed = any(one.subject == "outcomes" for one in told)
    new = {_whole(one)["id"] for one in _of(told, Operation.ADDED) if one.subject == "outcomes"}
    for one in told:
        added = one.operation is Operation.ADDED
        history = added and followed and one.subject == _HISTORY
        if history and _whole(one)["outcome_id"] not in new:
            continue
        if one.subject != _CONTENTS:
            if added and _kind(one).kept:
                raise KEPT_FOR_EVER
            yield one


def _of(told: Iterable[JournalEntry], operation: Operation) -> list[JournalEntry]:
    return [one for one in told if one.operation is operation]


def _parents_first(told: list[JournalEntry]) -> list[JournalEntry]:
    """Put each record after those of its own table that it refers to; tables stay in order."""
    return [
        one
        for subject, group in groupby(told, key=lambda one: one.subject)
        for one in _referred_first({_whole(one)["id"]: one for one in group}, _own_keys(subject))
    ]


def _referred_first(
    waiting: dict[int, JournalEntry], keys: list[Column[Any]]
) -> Iterator[JournalEntry]:
    while waiting:
        ready = [
            number
            for number, one in waiting.items()
            if not any(_whole(one)[key.name] in waiting.keys() - {number} for key in keys)
        ]
        for number in ready or list(waiting):
            yield waiting.pop(number)


def _own_keys(subject: str) -> list[Column[Any]]:
    table = Base.metadata.tables[subject]
    return [
        column
        for column in table.columns
        if column.name != "session_id"
        and any(
            key.column.table is table and key.column.name == "id" for key in column.foreign_keys
        )
    ]


def _whole(entry: JournalEntry) -> Record:
    return entry.before or entry.after or {}


def _put_back(work: UnitOfWork, entry: JournalEntry) -> None:
    record = _unchanged(work, entry)
    for field, value in _values(entry.subject, entry.before).items():
        setattr(record, field, value)


def _refuse_if_used(work: UnitOfWork, added: list[JournalEntry]) -> None:
    """Refuse to remove what others refer to that were not added with it."""
    own = {(one.subject, one.record_uid) for one in added}
    ids: dict[str, list[int]] = {}
    for one in added:
        _unchanged(work, one)
        ids.setdefault(one.subject, []).append(_whole(one)["id"])
    for table in Base.metadata.tables.values():
        for column in table.columns:
            for key in column.foreign_keys:
                above = ids.get(key.column.table.name) if key.column.name == "id" else None
                if above and not _all_own(work, table, column, above, own):
                    raise CHANGED_SINCE


def _all_own(
    work: UnitOfWork, table: Table, column: Column[Any], ids: list[int], own: set[tuple[str, str]]
) -> bool:
    if table.name == _HISTORY:
        return True
    using = work.connection.scalars(select(table.c.uid).where(column.in_(ids)))
    return all((table.name, uid) in own for uid in using)


def _unchanged(work: UnitOfWork, entry: JournalEntry) -> Base:
    """Give the record of an entry, if it still is what the entry made of it."""
    table = Base.metadata.tables[entry.subject]
    found = records(work.connection, table, table.c.uid == entry.record_uid)
    if not found or any(found[0][field] != value for field, value in (entry.after or {}).items()):
        raise CHANGED_SINCE
    return work.db.get_one(_kind(entry), found[0]["id"])


def _kind(entry: JournalEntry) -> type[Base]:
    return next(
        mapper.class_
        for mapper in Base.registry.mappers
        if mapper.class_.__tablename__ == entry.subject
    )


def _values(subject: str, record: Record | None) -> dict[str, Any]:
    columns = Base.metadata.tables[subject].columns
    return {name: _value(columns[name], value) for name, value in (record or {}).items()}


def _value(column: Column[Any], value: Any) -> Any:  # noqa: ANN401 - any JSON, any value
    """Read a value as the journal wrote it."""
    match column.type:
        case _ if value is None:
            return None
        case Date():
            return date.fromisoformat(value)
        case Time():
            return time.fromisoformat(value)
        case UtcDateTime():
            return datetime.fromisoformat(value)
        case WordsList():
            return tuple(Words(**one) for one in value)
        case _:
            return value
