"""What happened to a session, from the journal, in the order in which one reads it: newest first.

Everything that one unit of work wrote is one event; units of one use case that follow closely, as
when one types, are one too, with what they came to in the end. Values come as they are kept (days,
codes, texts in two languages), names in place of ids; the window puts them into words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any, Final, cast

from sqlalchemy import Column, Date, Enum, Time, select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import DocumentLanguage
from db.journal import JournalEntry, Operation, Record, entries
from db.models.base import Base, UtcDateTime, WordsList
from db.unit_of_work import Reading
from desktop_app.services import words
from desktop_app.services.bodies import body_on
from desktop_app.services.records import found
from desktop_app.services.sessions import session_types
from desktop_app.wording.bilingual import Bilingual

Value = Bilingual | tuple[Bilingual, ...] | StrEnum | datetime | date | time | bool | int | str
"""A value of a record; an empty text stands for none."""

_NAMED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "session_days": ("day",),
    "session_people": ("person_id", "role"),
    "agenda_items": ("title",),
    "attendance": ("person_id",),
    "interventions": ("kind", "title", "summary"),
    "intervention_speakers": ("intervention_id", "person_id"),
    "outcomes": ("kind", "text"),
    "outcome_bodies": ("outcome_id", "body_id"),
    "issued_documents": ("kind", "person_id", "reference", "language"),
    "document_signatories": ("document_id", "person_id"),
    "deliveries": ("document_id", "recipient", "address"),
    "outputs": ("document_id", "means", "target"),
    "attachments": ("file_name",),
    "replaced_wordings": ("kind", "language"),
    "final_versions": ("number",),
    "carried_outcomes": ("outcome_id",),
}
"""Columns that tell one record of a table from another, for the reader; by their first names."""

_TOLD_WHEN_ADDED: Final[Mapping[str, tuple[str, ...]]] = {
    "issued_documents": ("version", "dated", "file_name", "content_id"),
    "deliveries": ("means", "confirmed_at"),
    "outputs": ("copies",),
    "attachments": ("content_id",),
    "replaced_wordings": ("text",),
    "final_versions": ("reason", "content_id"),
}
_ASIDE: Final[Mapping[str, tuple[str, str]]] = {
    "invitation_letters": ("sessions", "session_id"),
    "intervention_speakers": ("interventions", "intervention_id"),
    "outcome_bodies": ("outcomes", "outcome_id"),
    "document_signatories": ("issued_documents", "document_id"),
}
"""What comes and goes with the record it belongs to, and is then told with it."""
_OF_A_PAPER: Final = frozenset({"deliveries", "outputs"})
_ELSEWHERE: Final[Mapping[str, tuple[type[Base], str]]] = {
    "series": (models.Series, "name"),
    "sessions": (models.Session, "theme"),
    "agenda_items": (models.AgendaItem, "title"),
    "outcomes": (models.Outcome, "text"),
}
"""Records of other sessions that one may speak of, and the text that names each."""
_SILENT: Final = frozenset({"outcome_changes"})
"""Written beside the records that they repeat."""
_SILENT_FIELDS: Final = frozenset(
    {"id", "uid", "position", "session_id", "session_or_none", "person_or_nobody", "spent_seconds"}
)
"""Of no interest to a reader."""
_BY_THEMSELVES: Final = frozenset({"issued_documents", "deliveries", "outputs", "attachments"})
"""Each of them is an event, however soon it follows another."""
_SOON: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a record, before and after; empty before when the record was added.

    Attributes:
        field: the column, without the language that its name ends in.
        language: ``ar`` or ``fr`` for a text that is kept in both, or empty.
    """

    field: str
    language: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that was added, changed or removed.

    Attributes:
        subject: its table.
        name: what tells it from its brothers, without what is empty.
        changes: of a changed record; of an added one what is worth telling beside its name.
    """

    subject: str
    operation: Operation
    name: tuple[Value, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One unit of work, or several that follow closely.

    Attributes:
        unit: uid of the first.
        at, until: when the first and the last were written, in UTC.
        who: did it, as the journal names him.
    """

    unit: str
    at: datetime
    until: datetime
    who: str
    use_case: str
    entries: tuple[Entry, ...]


def session_history(reading: Reading, session_id: int) -> tuple[Event, ...]:
    """Give what happened to a session and its parts, the latest first.

    Raises:
        UserError: there is no such session.
    """
    record = found(reading, models.Session, session_id)
    told = entries(reading, root_uid=record.uid)
    replay = _Replay(_names(reading, told))
    events = []
    for units in _joined(told):
        written = list(_summed(units))
        come_or_gone = {
            (one.subject, (one.after or one.before or {}).get("id"))
            for one in written
            if one.operation is not Operation.CHANGED
        }
        shown = tuple(
            entry
            for one in written
            if (entry := replay.entry(one)) and not replay.is_aside(one, come_or_gone)
        )
        if shown:
            first, last = units[0], units[-1]
            events.append(Event(first.unit, first.at, last.at, first.who, first.use_case, shown))
    return tuple(reversed(events))


def _joined(told: Iterable[JournalEntry]) -> Iterator[list[JournalEntry]]:
    """Put units together of which each goes on with what the one before it did."""
    together: list[JournalEntry] = []
    for _, group in groupby(told, key=lambda entry: entry.unit):
        unit = list(group)
        if together and not _goes_on(together, unit):
            yield together
            together = []
        together += unit
    yield together


def _goes_on(before: list[JournalEntry], unit: list[JournalEntry]) -> bool:
    last, first = before[-1], unit[0]
    return (
        (last.use_case, last.who) == (first.use_case, first.who)
        and first.at - last.at <= _SOON
        and not any(one.subject in _BY_THEMSELVES or _is_step(one) for one in (*before, *unit))
    )


def _is_step(written: JournalEntry) -> bool:
    """Tell whether a session came to another state."""
    return written.subject == "sessions" and "state" in (written.after or {})


def _summed(told: Iterable[JournalEntry]) -> Iterator[JournalEntry]:
    """Give what entries came to: one for each record that is not as it was before them."""
    by_record: dict[tuple[str, str], JournalEntry] = {}
    for one in told:
        key = (one.subject, one.record_uid)
        earlier = by_record.get(key)
        summed = _sum(earlier, one) if earlier else one
        if summed is None:
            del by_record[key]
        else:
            by_record[key] = summed
    yield from by_record.values()


def _sum(first: JournalEntry, second: JournalEntry) -> JournalEntry | None:
    """Give what two entries of one record came to; None when it is as it was."""
    before = None if first.before is None else {**(second.before or {}), **first.before}
    after = None if second.after is None else {**(first.after or {}), **second.after}
    if before is None and after is None:
        return None
    if before is None or after is None:
        operation = Operation.ADDED if before is None else Operation.REMOVED
        return replace(second, operation=operation, before=before, after=after)
    fields = {name for name in after if before.get(name) != after[name]}
    if not fields:
        return None
    return replace(
        second,
        operation=Operation.CHANGED,
        before={name: before.get(name) for name in fields},
        after={name: after[name] for name in fields},
    )


class _Replay:
    """Follows the records of a session through its journal, and puts names to them."""

    def __init__(self, names: Mapping[tuple[str, object], Value]) -> None:
        self._names = names
        self._records: dict[tuple[str, str], Record] = {}
        self._by_id: dict[tuple[str, object], Record] = {}

    def entry(self, written: JournalEntry) -> Entry | None:
        """Tell what one entry of the journal says, unless that is of no interest."""
        subject = written.subject
        before = self._records.get((subject, written.record_uid), {})
        record = {**before, **(written.after or {})}
        self._records[subject, written.record_uid] = record
        self._by_id[subject, record["id"]] = record
        if subject in _SILENT:
            return None
        changes = tuple(self._changes(written, before, record))
        if written.operation is Operation.CHANGED and not changes:
            return None
        name = (self._text_or_value(subject, field, record) for field in _NAMED_BY.get(subject, ()))
        return Entry(subject, written.operation, tuple(part for part in name if part), changes)

    def is_aside(self, written: JournalEntry, come_or_gone: set[tuple[str, object]]) -> bool:
        """Tell whether an entry is part of another that came or went in the same unit."""
        if written.subject not in _ASIDE or written.operation is Operation.CHANGED:
            return False
        table, field = _ASIDE[written.subject]
        return (table, self._records[written.subject, written.record_uid][field]) in come_or_gone

    def _changes(self, written: JournalEntry, before: Record, record: Record) -> Iterator[Change]:
        columns = Base.metadata.tables[written.subject].columns
        fields: Iterable[str] = ()
        if written.operation is Operation.CHANGED:
            fields = written.after or ()
        elif written.operation is Operation.ADDED:
            fields = _TOLD_WHEN_ADDED.get(written.subject, ())
        for column in columns:
            if column.name in fields and column.name not in _SILENT_FIELDS:
                was = self._value(column, before.get(column.name))
                now = self._value(column, record[column.name])
                if was != now:
                    yield Change(*_parted(column), was, now)
        if written.operation is Operation.ADDED and written.subject in _OF_A_PAPER:
            paper = self._by_id["issued_documents", record["document_id"]]
            yield Change("content_id", "", "", self._names["contents", paper["content_id"]])

    def _text_or_value(self, subject: str, field: str, record: Record) -> Value:
        columns = Base.metadata.tables[subject].columns
        if field in columns:
            return self._value(columns[field], record[field])
        return Bilingual(record[f"{field}_ar"], record[f"{field}_fr"])

    def _value(self, column: Column[Any], kept: Any) -> Value:  # noqa: ANN401 - any JSON
        if kept is None:
            return ""
        for key in column.foreign_keys:
            return self._named(key.column.table.name, kept)
        if column.name == "type_code":
            return self._names[column.name, kept]
        return _read(column, kept)

    def _named(self, table: str, key: object) -> Value:
        """Name a record by its id: a part of this session, or one that lies outside of it."""
        record = self._by_id.get((table, key))
        if record is None:
            return self._names.get((table, key), "")
        parts = (self._text_or_value(table, field, record) for field in _NAMED_BY[table])
        return next(part for part in parts if part)


_READ: Final[tuple[tuple[type, Callable[[Any], Value]], ...]] = (
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
    (UtcDateTime, datetime.fromisoformat),
    (WordsList, lambda kept: tuple(Bilingual(**text) for text in kept)),
)


def _read(column: Column[Any], kept: Any) -> Value:  # noqa: ANN401 - any JSON
    """Give what the journal writes as text its type again."""
    if column.name == "language":
        return DocumentLanguage(kept)
    if isinstance(column.type, Enum):
        return cast("type[StrEnum]", column.type.enum_class)(kept)
    read = next((read for kind, read in _READ if isinstance(column.type, kind)), None)
    return read(kept) if read else cast("Value", kept)


def _parted(column: Column[Any]) -> tuple[str, str]:
    """Part the name of a text kept in two languages from its language."""
    name, _, language = column.name.rpartition("_")
    return (name, language) if language in {"ar", "fr"} else (column.name, "")


def _names(reading: Reading, told: Iterable[JournalEntry]) -> dict[tuple[str, object], Value]:
    """Name the people, bodies, files, types and other sessions that the entries speak of."""
    tables = ("people", "bodies", "contents", *_ELSEWHERE)
    ids: dict[str, set[object]] = {table: set() for table in tables}
    for entry in told:
        for column in Base.metadata.tables[entry.subject].columns:
            for key in column.foreign_keys:
                spoken_of = ids.get(key.column.table.name)
                if spoken_of is not None:
                    spoken_of |= {(entry.before or {}).get(column.name)}
                    spoken_of |= {(entry.after or {}).get(column.name)}
    person, body, content = models.Person, models.Body, models.Content
    names: dict[tuple[str, object], Value] = {
        ("type_code", kind.code): Bilingual(kind.indefinite, kind.french)
        for kind in session_types(reading).values()
    }
    names |= dict(_gone(reading, ids))
    for one in reading.db.scalars(select(person).where(person.id.in_(ids["people"]))):
        names["people", one.id] = words.of(one, "name")
    with_names = select(body).options(selectinload(body.names))
    for other in reading.db.scalars(with_names.where(body.id.in_(ids["bodies"]))):
        names["bodies", other.id] = body_on(other, date.max).name
    files = select(content.id, content.sha256).where(content.id.in_(ids["contents"]))
    names |= {("contents", number): sha256 for number, sha256 in reading.db.execute(files)}
    for table, (kind, field) in _ELSEWHERE.items():
        for record in reading.db.scalars(select(kind).where(kind.id.in_(ids[table]))):
            names[table, record.id] = words.of(record, field)
    return names


def _gone(
    reading: Reading, ids: Mapping[str, set[object]]
) -> Iterator[tuple[tuple[str, object], Value]]:
    """Name people and bodies that are not on file any more, as they were called last."""
    for subject, table, key in (("people", "people", "id"), ("body_names", "bodies", "body_id")):
        for entry in entries(reading, subject=subject):
            was = entry.before
            if entry.operation is Operation.REMOVED and was and was[key] in ids[table]:
                yield (table, was[key]), Bilingual(was["name_ar"], was["name_fr"])
