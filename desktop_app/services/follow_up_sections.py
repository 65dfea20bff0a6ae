"""The register in sections by who is in charge, by directorate and by session."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, case, func, select

from db import models
from db.unit_of_work import Reading
from desktop_app.services.follow_up_data import Grouping, Section
from desktop_app.services.follow_up_filters import directorates_above, due_first
from desktop_app.services.in_force import NOTHING_HELD, bodies_on, functions_on
from desktop_app.wording.bilingual import Bilingual

_OUTCOME: Final = models.Outcome
_MOST_SECTIONS: Final = 300


def _by_owner(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> tuple[Section, ...]:
    owner = models.OutcomeBody
    first = (
        select(owner.body_id)
        .where(owner.outcome_id == _OUTCOME.id)
        .order_by(owner.position, owner.id)
        .limit(1)
        .scalar_subquery()
    )
    person = _OUTCOME.owner_person_id
    body = case((person.is_(None), first))
    rows = reading.connection.execute(
        select(_OUTCOME.id, person, body).where(*where).order_by(*due_first())
    )
    names: dict[str, Bilingual] = {
        f"b{key}": line.short for key, line in bodies_on(reading, today).items()
    }
    on_file = models.Person
    people = select(on_file.id, on_file.name_ar, on_file.name_fr)
    names |= {f"p{key}": Bilingual(ar, fr) for key, ar, fr in reading.connection.execute(people)}

    def code(person_id: int | None, body_id: int | None) -> str:
        return f"p{person_id}" if person_id else f"b{body_id}" if body_id else ""

    return _sections(((code(*keys), key) for key, *keys in rows), names)


def _by_directorate(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> tuple[Section, ...]:
    above, held = directorates_above(reading), functions_on(reading, today)
    owner = models.OutcomeBody
    owned: dict[int, set[int]] = {}
    pairs = select(owner.outcome_id, owner.body_id).join(owner.outcome).where(*where)
    for key, body_id in reading.connection.execute(pairs):
        if body_id in above:
            owned.setdefault(key, set()).add(above[body_id])
    rows = reading.connection.execute(
        select(_OUTCOME.id, _OUTCOME.owner_person_id).where(*where).order_by(*due_first())
    )

    def code(key: int, person_id: int | None) -> str:
        directorates = set(owned.get(key, ()))
        where_held = held.get(person_id or 0, NOTHING_HELD).body_id
        if not directorates and where_held in above:
            directorates = {above[where_held]}
        if len(directorates) > 1:
            return "several"
        return f"b{directorates.pop()}" if directorates else ""

    names = {f"b{key}": line.short for key, line in bodies_on(reading, today).items()}
    return _sections(((code(key, person_id), key) for key, person_id in rows), names)


def _by_session(
    reading: Reading, where: Sequence[ColumnElement[bool]], _: date
) -> tuple[Section, ...]:
    session, day = models.Session, models.SessionDay
    rows = reading.connection.execute(
        select(_OUTCOME.session_id, _OUTCOME.id)
        .where(*where)
        .order_by(_OUTCOME.session_id, _OUTCOME.position, _OUTCOME.id)
    ).all()
    ids: dict[int, list[int]] = {}
    for session_id, key in rows:
        ids.setdefault(session_id, []).append(key)
    first = select(day.session_id, func.min(day.day)).group_by(day.session_id)
    days: dict[int, date] = {row[0]: row[1] for row in reading.connection.execute(first)}
    order = sorted(ids, key=lambda one: (days.get(one, date.max), one), reverse=True)
    shown = select(session.id, session.reference, session.theme_ar, session.theme_fr)
    named = {
        key: Bilingual(_titled(reference, ar), _titled(reference, fr or ar))
        for key, reference, ar, fr in reading.connection.execute(
            shown.where(session.id.in_(order[:_MOST_SECTIONS]))
        )
    }
    return _capped(
        Section(f"s{key}", len(ids[key]), tuple(ids[key]), named.get(key, Bilingual()))
        for key in order
    )


SECTIONS: Final[
    Mapping[
        Grouping,
        Callable[[Reading, Sequence[ColumnElement[bool]], date], tuple[Section, ...]],
    ]
] = {
    Grouping.OWNER: _by_owner,
    Grouping.DIRECTORATE: _by_directorate,
    Grouping.SESSION: _by_session,
}


def _sections(
    coded: Iterable[tuple[str, int]], names: Mapping[str, Bilingual]
) -> tuple[Section, ...]:
    """Put ids under their codes, by name; several come before none, both at the end."""
    ids: dict[str, list[int]] = {}
    for code, key in coded:
        ids.setdefault(code, []).append(key)
    unnamed = {"several": 1, "": 2}

    def place(code: str) -> tuple[int, str]:
        return unnamed.get(code, 0), names.get(code, Bilingual()).best("ar")

    return _capped(
        Section(code, len(ids[code]), tuple(ids[code]), names.get(code, Bilingual()))
        for code in sorted(ids, key=place)
    )


def _capped(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Put the last of very many sections into one: nobody reads thousands of heads."""
    every = tuple(sections)
    if len(every) <= _MOST_SECTIONS:
        return every
    rest = tuple(key for section in every[_MOST_SECTIONS:] for key in section.ids)
    return (*every[:_MOST_SECTIONS], Section("rest", len(rest), rest))


def _titled(reference: str, theme: str) -> str:
    return " · ".join(filter(None, (reference, theme)))
