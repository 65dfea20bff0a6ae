"""Everybody as lines of a list, read as bare columns: a thousand people in four questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select

from db import models
from db.codes import AttendanceState, Civility
from db.unit_of_work import Reading
from desktop_app.wording.bilingual import Bilingual

THERE = frozenset({AttendanceState.PRESENT, AttendanceState.REMOTE})
"""States of those who attended themselves."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as a line of a list, with the function and the body held now.

    Attributes:
        body: its short name, or its name when it has none.
        attended: number of sessions, in the room or at a distance.
    """

    id: int
    uid: str
    civility: Civility
    name: Bilingual
    function: Bilingual = Bilingual()
    body: Bilingual = Bilingual()
    town: Bilingual = Bilingual()
    email: str = ""
    attended: int = 0


def list_rows(reading: Reading, on: date) -> tuple[PersonRow, ...]:
    """Give everybody with the function and the body of a day, in the order of their names."""
    ask = reading.connection.execute
    person, held, line = models.Person, models.Appointment, models.Attendance
    titles = _in_force(
        ask(select(held.person_id, held.valid_from, held.title_ar, held.title_fr, held.body_id)),
        on,
    )
    bodies = {
        body_id: (_cell_name(named), Bilingual(named.town_ar, named.town_fr))
        for body_id, named in _in_force(ask(_BODY_NAMES), on).items()
    }
    attended = ask(
        select(line.person_id, func.count()).where(line.state.in_(THERE)).group_by(line.person_id)
    )
    counts = {row[0]: row[1] for row in attended}
    columns = (person.id, person.uid, person.civility, person.name_ar, person.name_fr, person.email)
    order = (person.name_ar == "", person.name_ar, person.name_fr, person.id)
    nowhere = (Bilingual(), Bilingual())
    rows = []
    for key, uid, civility, ar, fr, email in ask(select(*columns).order_by(*order)):
        title = titles.get(key)
        body, town = bodies[title.body_id] if title and title.body_id else nowhere
        rows.append(
            PersonRow(
                id=key,
                uid=uid,
                civility=civility,
                name=Bilingual(ar, fr),
                function=Bilingual(title.title_ar, title.title_fr) if title else Bilingual(),
                body=body,
                town=town,
                email=email,
                attended=counts.get(key, 0),
            )
        )
    return tuple(rows)


_NAME = models.BodyName
_BODY_NAMES = select(
    _NAME.body_id,
    _NAME.valid_from,
    *(_NAME.name_ar, _NAME.name_fr, _NAME.short_name_ar, _NAME.short_name_fr),
    *(models.Body.town_ar, models.Body.town_fr),
).join(_NAME.body)


def _cell_name(named: Row[Any]) -> Bilingual:
    return Bilingual(named.short_name_ar or named.name_ar, named.short_name_fr or named.name_fr)


def _in_force(rows: Iterable[Row[Any]], on: date) -> dict[int, Row[Any]]:
    """Keep of each owner (the first column) what holds on a day, as the records choose it."""

    def rank(row: Row[Any]) -> tuple[bool, int]:
        since = (row.valid_from or date.min).toordinal()
        holds = since <= on.toordinal()
        return holds, since if holds else -since

    kept: dict[int, Row[Any]] = {}
    for row in rows:
        if row[0] not in kept or rank(row) > rank(kept[row[0]]):
            kept[row[0]] = row
    return kept
