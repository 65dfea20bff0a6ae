"""Bodies and groups as lines of a list, and all that one page tells of each."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from db import models
from db.codes import BodyKind
from db.unit_of_work import Reading
from desktop_app.services.bodies import body_on, list_names
from desktop_app.services.in_force import functions_on
from desktop_app.services.people_data import Body, BodyName
from desktop_app.services.people_list import THERE, PersonRow, list_rows
from desktop_app.services.records import found
from desktop_app.services.words import of
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body as a line of a list, under the names of the day.

    Attributes:
        people: how many work there.
    """

    id: int
    kind: BodyKind
    name: Bilingual
    short_name: Bilingual = Bilingual()
    town: Bilingual = Bilingual()
    email: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class BodyFile:
    """A body's page.

    Attributes:
        since: the first day of its name, if it has one.
        names: all that it had, the oldest first.
        parent: name of the body it belongs to.
        people: who works there, by name.
        below: the bodies that belong to it.
        sessions: how many were attended by somebody who worked there on that day.
        organised: how many it organised.
    """

    body: Body
    since: date | None
    names: tuple[BodyName, ...]
    parent: Bilingual
    people: tuple[PersonRow, ...]
    below: tuple[BodyRow, ...]
    sessions: int
    organised: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group as a line of a list; `first` are the names of its first members."""

    id: int
    name: Bilingual
    members: int
    first: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFile:
    """A group's page: its members in their order."""

    id: int
    name: Bilingual
    members: tuple[PersonRow, ...]


def list_body_rows(reading: Reading, on: date) -> tuple[BodyRow, ...]:
    """Give all bodies under the names of a day, in the order in which they were recorded."""
    workers = Counter(held.body_id for held in functions_on(reading, on).values())
    named = models.BodyName
    query = (
        select(models.Body.id, models.Body.kind, models.Body.town_ar, models.Body.town_fr)
        .add_columns(models.Body.email, named.valid_from, named.name_ar, named.name_fr)
        .add_columns(named.short_name_ar, named.short_name_fr)
        .join(named, named.body_id == models.Body.id)
        .order_by(models.Body.id, named.valid_from)
    )
    rows: dict[int, BodyRow] = {}
    for key, kind, town_ar, town_fr, email, since, *names in reading.connection.execute(query):
        if key in rows and since is not None and since > on:
            continue
        rows[key] = BodyRow(
            id=key,
            kind=kind,
            name=Bilingual(*names[:2]),
            short_name=Bilingual(*names[2:]),
            town=Bilingual(town_ar, town_fr),
            email=email,
            people=workers[key],
        )
    return tuple(rows.values())


def get_body_file(reading: Reading, body_id: int, today: date) -> BodyFile:
    """Give all that a body's page tells.

    Raises:
        UserError: there is no such body.
    """
    record = found(reading, models.Body, body_id)
    named = record.name_on(today)
    above = record.parent.name_on(today) if record.parent else None
    held = functions_on(reading, today)
    below = set(reading.db.scalars(select(models.Body.id).where(models.Body.parent_id == body_id)))
    organised = select(func.count()).where(models.Session.organiser_id == body_id)
    return BodyFile(
        body=body_on(record, today),
        since=named.valid_from if named else None,
        names=list_names(reading, body_id),
        parent=of(above, "name") if above else Bilingual(),
        people=tuple(
            row
            for row in list_rows(reading, today)
            if row.id in held and held[row.id].body_id == body_id
        ),
        below=tuple(row for row in list_body_rows(reading, today) if row.id in below),
        sessions=_attended(reading, body_id),
        organised=reading.db.scalar(organised) or 0,
    )


def list_group_rows(reading: Reading) -> tuple[GroupRow, ...]:
    """Give all groups with their first members, in the order in which they were recorded."""
    group, member, person = models.Group, models.GroupMember, models.Person
    names: dict[int, list[Bilingual]] = {}
    query = (
        select(member.group_id, person.name_ar, person.name_fr)
        .join(person, person.id == member.person_id)
        .order_by(member.position, member.id)
    )
    for key, ar, fr in reading.connection.execute(query):
        names.setdefault(key, []).append(Bilingual(ar, fr))
    query_of_groups = select(group.id, group.name_ar, group.name_fr).order_by(group.id)
    return tuple(
        GroupRow(key, Bilingual(ar, fr), len(names.get(key, ())), tuple(names.get(key, ())[:4]))
        for key, ar, fr in reading.connection.execute(query_of_groups)
    )


def get_group_file(reading: Reading, group_id: int, today: date) -> GroupFile:
    """Give all that a group's page tells.

    Raises:
        UserError: there is no such group.
    """
    record = found(reading, models.Group, group_id)
    rows = {row.id: row for row in list_rows(reading, today)}
    return GroupFile(
        record.id, of(record, "name"), tuple(rows[member.person_id] for member in record.members)
    )


def _attended(reading: Reading, body_id: int) -> int:
    """Count the sessions attended by somebody under a function held there that day."""
    line, held, day = models.Attendance, models.Appointment, models.SessionDay
    later = held.__table__.alias()
    current = ~(
        select(later.c.id)
        .where(later.c.person_id == held.person_id, later.c.valid_from <= day.day)
        .where(later.c.valid_from > func.coalesce(held.valid_from, date.min))
        .exists()
    )
    query = (
        select(func.count(line.session_id.distinct()))
        .join(held, held.person_id == line.person_id)
        .join(day, day.session_id == line.session_id)
        .where(line.state.in_(THERE), held.body_id == body_id, current)
        .where(or_(held.valid_from.is_(None), held.valid_from <= day.day))
    )
    return reading.db.scalar(query) or 0
