"""Watches one unit of work: what it changes, that nothing is written around it, its journal."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Table, event, insert, inspect, select, update
from sqlalchemy.orm import Session, object_session

from db.carried import refuse_loss
from db.frozen import refuse_changes
from db.journal import JOURNAL, Operation, Record, is_bytes, records
from db.models.base import Base
from db.search import follow
from db.statements import only_reads

_Key = tuple[str, str]
_TYPED_ON = timedelta(minutes=1)
"""Since the beginning of what one goes on typing."""
_AT_ONCE = 1000  # SQLite 3.40 takes 32,766 values a statement


class Recorder:
    """Keeps what each record was before a unit of work touched it first.

    Everything that a session flushes passes here, whatever caused it; any other statement that
    writes is refused.
    """

    def __init__(self, session: Session, connection: Connection) -> None:
        self._session = session
        self._connection = connection
        self._before: dict[_Key, Record | None] = {}
        self._roots: dict[_Key, str] = {}
        self._targets: dict[_Key, Base] = {}
        self._seen: set[tuple[str, int]] = set()
        self._flushing = False
        self._finished = False
        session.info["recorder"] = self
        event.listen(session, "before_flush", self._begin_flush)
        event.listen(session, "after_flush", self._end_flush)
        event.listen(session, "after_soft_rollback", self._end_flush)
        event.listen(connection, "before_cursor_execute", self._refuse)
        event.listen(connection, "commit", self._refuse_commit)

    def added(self, target: Base) -> None:
        """Take note of a record that was just inserted."""
        key = (_table(target).name, target.uid)
        self._before.setdefault(key, None)
        self._targets[key] = target

    def touched(self, target: Base) -> None:
        """Keep what a record is before it is changed or deleted."""
        table, number = _table(target), target.id
        lasting = ["id", "uid", *(c.key for c in table.columns if is_bytes(c))]
        attributes = inspect(target).attrs
        if any(attributes[name].history.has_changes() for name in lasting):
            raise RuntimeError(f"keys and bytes never change: {table.name}")
        if (table.name, number) in self._seen:
            return
        self._seen.add((table.name, number))
        for record in records(self._connection, table, table.c.id == number):
            key = (table.name, record["uid"])
            if key not in self._before:
                self._before[key] = record
                self._roots[key] = self._root(table, record, {})
            self._targets[key] = target

    def finish(
        self, *, unit: str, at: datetime, who: str, use_case: str, typing: bool = False
    ) -> list[int]:
        """Flush what is left and write the journal of the unit.

        Args:
            unit: its uid.
            at: when it began.
            who: does it.
            use_case: its name.
            typing: whether it keeps what is being typed: an entry that the same use case wrote of
                the same record a moment ago then tells of both.

        Returns:
            The ids of the entries that tell of more now.

        Raises:
            UserError: what final minutes tell was changed.
            RuntimeError: a frozen field was changed, or a record deleted that is kept for ever.
        """
        self._session.flush()
        for key, before, after in list(self._changes()):
            if before and after:
                self._targets[key].remember(before, after, at=at, who=who)
        self._session.flush()
        changes = list(self._changes())
        told = [(key[0], before, after) for key, before, after in changes]
        refuse_changes(self._connection, told)
        refuse_loss(told)
        roots: dict[tuple[str, int], str] = {}
        unit_values = {"unit": unit, "at": at, "who": who, "use_case": use_case}
        rows = [
            {**unit_values, **self._entry(key, before, after, roots)}
            for key, before, after in changes
        ]
        joined: list[int] = []
        self._flushing = True
        if typing:
            found = [(row, self._last_typed(row)) for row in rows]
            rows = [row for row, last in found if last is None]
            joined = [_join(self._connection, row, last) for row, last in found if last is not None]
        if rows:
            self._connection.execute(insert(JOURNAL), rows)
        if changes:
            follow(self._connection, ((key[0], before, after) for key, before, after in changes))
        self._flushing = False
        self._finished = True
        return joined

    def _last_typed(self, row: dict[str, Any]) -> Row[Any] | None:
        """Find the entry that what was typed now goes on with."""
        if row["operation"] is not Operation.CHANGED:
            return None
        of_record = select(JOURNAL).where(JOURNAL.c.record_uid == row["record_uid"])
        last = self._connection.execute(of_record.order_by(JOURNAL.c.id.desc()).limit(1)).first()
        same = last is not None and all(
            last._mapping[name] == row[name]  # noqa: SLF001 - public in spite of its name
            for name in ("subject", "use_case", "who", "root_uid")
        )
        if last is None or not same or last.after is None:
            return None
        return last if row["at"] - last.at <= _TYPED_ON else None

    def _changes(self) -> Iterator[tuple[_Key, Record | None, Record | None]]:
        now = self._now()
        for key, before in self._before.items():
            after = now.get(key)
            if before != after:
                yield key, before, after

    def _now(self) -> dict[_Key, Record]:
        touched: defaultdict[str, list[str]] = defaultdict(list)
        for name, uid in self._before:
            touched[name].append(uid)
        return {
            (name, record["uid"]): record
            for name, uids in touched.items()
            for start in range(0, len(uids), _AT_ONCE)
            for record in self._some(name, uids[start : start + _AT_ONCE])
        }

    def _some(self, name: str, uids: list[str]) -> list[Record]:
        table = Base.metadata.tables[name]
        return records(self._connection, table, table.c.uid.in_(uids))

    def _entry(
        self,
        key: _Key,
        before: Record | None,
        after: Record | None,
        roots: dict[tuple[str, int], str],
    ) -> dict[str, Any]:
        name, uid = key
        table = Base.metadata.tables[name]
        kind = type(self._targets[key])
        entry: dict[str, Any] = {"subject": name, "record_uid": uid}
        if after is None:
            if kind.kept:
                raise RuntimeError(f"{name} are never deleted")
            entry |= {"operation": Operation.REMOVED, "root_uid": self._roots[key]}
        else:
            entry["root_uid"] = self._root(table, after, roots)
            if before is None:
                entry["operation"] = Operation.ADDED
            else:
                fields = {field for field in after if before[field] != after[field]}
                if broken := fields & kind.frozen:
                    raise RuntimeError(f"{sorted(broken)} of {name} never change")
                before = {field: before[field] for field in fields}
                after = {field: after[field] for field in fields}
                entry["operation"] = Operation.CHANGED
        return {**entry, "before": before, "after": after}

    def _root(self, table: Table, record: Record, known: dict[tuple[str, int], str]) -> str:
        name = _owners()[table.name]
        if name is None or record[name] is None:
            return str(record["uid"])
        above = next(
            key.column.table for key in table.columns[name].foreign_keys if key.column.name == "id"
        )
        found = (above.name, record[name])
        if found not in known:
            (parent,) = records(self._connection, above, above.c.id == record[name])
            known[found] = self._root(above, parent, known)
        return known[found]

    def _begin_flush(self, *_: object) -> None:
        self._flushing = True

    def _end_flush(self, *_: object) -> None:
        self._flushing = False

    def _refuse(self, _connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not (self._flushing or only_reads(statement)):
            raise RuntimeError(f"written around the journal: {statement}")

    def _refuse_commit(self, connection: Connection) -> None:
        if not self._finished:
            connection.connection.rollback()  # SQLAlchemy takes the transaction for ended
            raise RuntimeError("a unit of work commits by itself, at its end")


def _join(connection: Connection, row: dict[str, Any], last: Row[Any]) -> int:
    """Let an entry tell of what was typed on, too, and give its id."""
    before = None if last.before is None else {**row["before"], **last.before}
    values = {"before": before, "after": {**last.after, **row["after"]}}
    connection.execute(update(JOURNAL).where(JOURNAL.c.id == last.id).values(values))
    return int(last.id)


def _table(target: Base) -> Table:
    return Base.metadata.tables[target.__tablename__]


def _owners() -> dict[str, str | None]:
    return {m.class_.__tablename__: m.class_.owner for m in Base.registry.mappers}


def _recorder(target: Base) -> Recorder:
    session = object_session(target)
    recorder = session.info.get("recorder") if session else None
    if not isinstance(recorder, Recorder):
        raise TypeError("records are written by a unit of work alone")
    return recorder


@event.listens_for(Base, "after_insert", propagate=True)
def _added(_mapper: object, _connection: object, target: Base) -> None:
    _recorder(target).added(target)


@event.listens_for(Base, "before_update", propagate=True)
@event.listens_for(Base, "before_delete", propagate=True)
def _touched(_mapper: object, _connection: object, target: Base) -> None:
    _recorder(target).touched(target)
