"""The register of outcomes over all sessions, read as bare columns and by windows of lines.

However long the register is, what is shown first is counted where it lies and read by its first
lines; the order of the rest is a list of ids, and lines are read when they come into sight.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, false, func, or_, select

from db import models
from db.codes import OVER, BodyKind, FollowUpState
from db.search import Wanted, holding, wanted
from db.unit_of_work import Reading
from desktop_app.services.follow_up_data import (
    DayCount,
    Due,
    Filters,
    Grouping,
    Line,
    Owner,
    Register,
    Section,
    Series,
    Standing,
)
from desktop_app.services.in_force import NOTHING_HELD, BodyLine, bodies_on, functions_on
from desktop_app.wording.bilingual import Bilingual

FIRST: Final = 200
"""So many lines are named at once, before the order of all of them is known."""
_BATCH: Final = 500
_MOST_SECTIONS: Final = 300
_COUNTED: Final = 5000
"""Of so many at most it is counted of how many sessions they came."""
_OUTCOME: Final = models.Outcome
_OPEN: Final = tuple(state for state in FollowUpState if state not in OVER)
_WAITS: Final = _OUTCOME.state.in_(_OPEN)
_GROUPS: Final = {
    Standing.OPEN: (Due.LATE, Due.WEEK, Due.AFTER, Due.NEVER),
    Standing.LATE: (Due.LATE,),
    Standing.WEEK: (Due.WEEK,),
    Standing.DONE: (Due.OVER,),
    Standing.ALL: tuple(Due),
}
_DONE: Final = "done"


def read_register(
    reading: Reading,
    filters: Filters,
    today: date,
    grouping: Grouping = Grouping.DUE,
    *,
    whole: bool = False,
) -> Register:
    """Give the outcomes that filters leave, counted and in sections.

    Args:
        reading: where to read.
        filters: what is left.
        today: the day against which delay is reckoned.
        grouping: by what they stand together.
        whole: whether sections by due date name all their outcomes, and not the first alone.
    """
    others = _narrowed(reading, filters, today)
    searched = bool(filters.words.strip()) or filters.body_id is not None
    if whole or searched:
        groups = _ids_by_group(reading, others, today)
        counts = {code: len(ids) for code, ids in groups.items()}
    else:
        groups, counts = {}, _counts(reading, others, today)
    chosen = (*others, *_standing(filters.standing, today))
    if grouping is not Grouping.DUE:
        sections = _SECTIONS[grouping](reading, chosen, today)
    elif whole or searched:
        sections = _by_due(groups, filters.standing)
    else:
        sections = _first_by_due(reading, others, counts, filters.standing, today)
    waiting = sum(counts.get(group, 0) for group in _GROUPS[Standing.OPEN])
    standings = {
        Standing.OPEN: waiting,
        Standing.LATE: counts.get(Due.LATE, 0),
        Standing.WEEK: counts.get(Due.WEEK, 0),
        Standing.DONE: counts.get(_DONE, 0),
        Standing.ALL: sum(counts.values()),
    }
    count = sum(section.count for section in sections)
    sessions = None
    if count <= _COUNTED:
        of_sessions = select(func.count(_OUTCOME.session_id.distinct())).where(*chosen)
        sessions = reading.connection.scalar(of_sessions)
    named = sum(len(section.ids) for section in sections)
    return Register(sections, standings, sessions, whole=named == count)


def read_lines(
    reading: Reading,
    ids: Sequence[int],
    today: date,
    bodies: Mapping[int, BodyLine] | None = None,
) -> list[Line]:
    """Give the lines of some outcomes, in the order of their ids; what is gone is left out.

    Args:
        reading: where to read.
        ids: of the outcomes.
        today: the day against which delay is reckoned.
        bodies: of `desktop_app.services.in_force.bodies_on`, where they are known already.
    """
    names = bodies_on(reading, today) if bodies is None else bodies
    found: dict[int, Line] = {}
    for at in range(0, len(ids), _BATCH):
        some = ids[at : at + _BATCH]
        owners: dict[int, list[int]] = {}
        body = models.OutcomeBody
        owned = select(body.outcome_id, body.body_id).where(body.outcome_id.in_(some))
        for key, body_id in reading.connection.execute(
            owned.order_by(body.outcome_id, body.position, body.id)
        ):
            owners.setdefault(key, []).append(body_id)
        for row in reading.connection.execute(_LINES.where(_OUTCOME.id.in_(some))):
            found[row.id] = _line(row, owners.get(row.id, ()), names, today)
    return [found[key] for key in ids if key in found]


def read_month(
    reading: Reading, filters: Filters, first: date, last: date, today: date
) -> dict[date, DayCount]:
    """Count what is due on each day from a first to a last one, by all filters but the standing."""
    where = (*_narrowed(reading, filters, today), _OUTCOME.due.between(first, last))
    over = case((_WAITS, 0), else_=1)
    rows = reading.connection.execute(
        select(_OUTCOME.due, over, func.count()).where(*where).group_by(_OUTCOME.due, over)
    )
    counts: dict[date, DayCount] = {}
    for day, is_over, count in rows:
        before = counts.get(day, DayCount())
        late = not is_over and day < today
        counts[day] = DayCount(
            before.open + (0 if is_over or late else count),
            before.late + (count if late else 0),
            before.over + (count if is_over else 0),
        )
    return counts


def read_owners(reading: Reading, today: date) -> tuple[Owner, ...]:
    """Give the bodies, and then the people, that are in charge of any outcome.

    A directorate is among them when a body below it, or a person who works there, is.
    """
    ask = reading.connection.execute
    bodies = set(ask(select(models.OutcomeBody.body_id).distinct()).scalars())
    query = select(_OUTCOME.owner_person_id).where(_OUTCOME.owner_person_id.is_not(None)).distinct()
    people = set(ask(query).scalars())
    held, above = functions_on(reading, today), _directorates(reading)
    working = {held[one].body_id for one in people if one is not None and one in held}
    bodies |= {above[one] for one in bodies | working if one in above}
    person = models.Person
    names = ask(
        select(person.id, person.name_ar, person.name_fr)
        .where(person.id.in_(query))
        .order_by(person.name_ar, person.name_fr, person.id)
    )
    return (
        *(
            Owner("body", key, line.short)
            for key, line in bodies_on(reading, today).items()
            if key in bodies
        ),
        *(Owner("person", key, Bilingual(ar, fr)) for key, ar, fr in names),
    )


def read_series(reading: Reading) -> tuple[Series, ...]:
    """Give the series that sessions belong to."""
    one = models.Series
    rows = reading.connection.execute(
        select(one.id, one.name_ar, one.name_fr).order_by(one.name_ar, one.name_fr, one.id)
    )
    return tuple(Series(key, Bilingual(ar, fr)) for key, ar, fr in rows)


def count_late(reading: Reading, today: date) -> int:
    """Count what is late."""
    late = select(func.count()).select_from(_OUTCOME).where(_WAITS, _OUTCOME.due < today)
    return reading.connection.scalar(late) or 0


# --- what is left ---


def _narrowed(reading: Reading, filters: Filters, today: date) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions of all filters but the standing."""
    exact = {
        _OUTCOME.kind: filters.kind,
        _OUTCOME.state: filters.state,
        _OUTCOME.priority: filters.priority,
        _OUTCOME.owner_person_id: filters.person_id,
        _OUTCOME.session_id: filters.session_id,
    }
    conditions = [column == value for column, value in exact.items() if value is not None]
    if filters.body_id is not None:
        conditions.append(_owned_by(reading, filters.body_id, today))
    if filters.series_id is not None:
        series = select(models.Session.id).where(models.Session.series_id == filters.series_id)
        conditions.append(_OUTCOME.session_id.in_(series))
    if filters.due_from is not None:
        conditions.append(_OUTCOME.due >= filters.due_from)
    if filters.due_to is not None:
        conditions.append(_OUTCOME.due <= filters.due_to)
    if filters.review:
        conditions.append(_OUTCOME.review_on <= today)
    if filters.ahead:
        conditions += [_WAITS, or_(_OUTCOME.due.is_(None), _OUTCOME.due > _sunday(today))]
    if filters.held_from is not None or filters.held_to is not None:
        conditions.append(_OUTCOME.session_id.in_(_held(filters.held_from, filters.held_to)))
    if filters.words.strip():
        words = [Wanted(word) for word in wanted(filters.words)]
        held = holding(reading.connection, "outcome", words) if words else None
        conditions.append(false() if held is None else _OUTCOME.id.in_(held))
    return tuple(conditions)


def _held(first: date | None, last: date | None) -> Select[int]:
    """Give the sessions that begin between two days."""
    day = models.SessionDay
    earlier = day.__table__.alias()
    query = select(day.session_id)
    if first is not None:
        begun = select(earlier.c.id).where(earlier.c.session_id == day.session_id)
        query = query.where(day.day >= first, ~begun.where(earlier.c.day < first).exists())
    return query if last is None else query.where(day.day <= last)


def _standing(standing: Standing, today: date) -> tuple[ColumnElement[bool], ...]:
    match standing:
        case Standing.OPEN:
            return (_WAITS,)
        case Standing.LATE:
            return _within(Due.LATE, today)
        case Standing.WEEK:
            return _within(Due.WEEK, today)
        case Standing.DONE:
            return (_OUTCOME.state == FollowUpState.DONE,)
        case _:
            return ()


def _owned_by(reading: Reading, body_id: int, today: date) -> ColumnElement[bool]:
    """Say that a body, one below it, or a person who works there now is in charge."""
    below = _below(reading, body_id)
    people = [key for key, held in functions_on(reading, today).items() if held.body_id in below]
    owner = models.OutcomeBody
    owned = select(owner.outcome_id).where(owner.body_id.in_(below))
    return or_(_OUTCOME.id.in_(owned), _OUTCOME.owner_person_id.in_(people))


# --- in which sections ---


def _group(today: date) -> ColumnElement[str]:
    """Give the `Due` of an outcome, and what is done apart from what is otherwise over."""
    return case(
        (_OUTCOME.state == FollowUpState.DONE, _DONE),
        (_OUTCOME.state.in_(OVER), Due.OVER.value),
        (_OUTCOME.due.is_(None), Due.NEVER.value),
        (_OUTCOME.due < today, Due.LATE.value),
        (_OUTCOME.due <= _sunday(today), Due.WEEK.value),
        else_=Due.AFTER.value,
    )


def _counts(reading: Reading, where: Sequence[ColumnElement[bool]], today: date) -> dict[str, int]:
    group = _group(today)
    rows = reading.connection.execute(select(group, func.count()).where(*where).group_by(group))
    return {row[0]: row[1] for row in rows}


def _ids_by_group(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> dict[str, list[int]]:
    """Give all ids by `Due`, those due first before; the done stand apart from the over."""
    group = _group(today)
    query = select(_OUTCOME.id, group).where(*where).order_by(*_due_first())
    groups: dict[str, list[int]] = {}
    for key, code in reading.connection.execute(query):
        groups.setdefault(code, []).append(key)
    return groups


def _by_due(groups: Mapping[str, list[int]], standing: Standing) -> tuple[Section, ...]:
    sections = []
    for group in _GROUPS[standing]:
        ids = groups.get(group, [])
        if group is Due.OVER:
            done = groups.get(_DONE, [])
            ids = done if standing is Standing.DONE else done + ids
        if ids:
            sections.append(Section(group.value, len(ids), tuple(ids)))
    return tuple(sections)


def _first_by_due(
    reading: Reading,
    where: Sequence[ColumnElement[bool]],
    counts: Mapping[str, int],
    standing: Standing,
    today: date,
) -> tuple[Section, ...]:
    """Give the sections with the first of their ids, as many as one sees at once."""
    sections: list[Section] = []
    room = FIRST
    for group in _GROUPS[standing]:
        count = counts.get(group, 0)
        within = _within(group, today)
        if group is Due.OVER:
            done = counts.get(_DONE, 0)
            count = done if standing is Standing.DONE else count + done
            if standing is Standing.DONE:
                within = (_OUTCOME.state == FollowUpState.DONE,)
        ids: tuple[int, ...] = ()
        if count and room:
            order = (_OUTCOME.state != FollowUpState.DONE,) if group is Due.OVER else ()
            query = select(_OUTCOME.id).where(*where, *within).order_by(*order, *_due_first())
            ids = tuple(reading.connection.execute(query.limit(room)).scalars())
            room -= len(ids)
        if count:
            sections.append(Section(group.value, count, ids))
    return tuple(sections)


def _within(group: Due, today: date) -> tuple[ColumnElement[bool], ...]:
    match group:
        case Due.LATE:
            return (_WAITS, _OUTCOME.due < today)
        case Due.WEEK:
            return (_WAITS, _OUTCOME.due.between(today, _sunday(today)))
        case Due.AFTER:
            return (_WAITS, _OUTCOME.due > _sunday(today))
        case Due.NEVER:
            return (_WAITS, _OUTCOME.due.is_(None))
        case _:
            return (_OUTCOME.state.in_(OVER),)


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
        select(_OUTCOME.id, person, body).where(*where).order_by(*_due_first())
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
    above, held = _directorates(reading), functions_on(reading, today)
    owner = models.OutcomeBody
    owned: dict[int, set[int]] = {}
    pairs = select(owner.outcome_id, owner.body_id).join(owner.outcome).where(*where)
    for key, body_id in reading.connection.execute(pairs):
        if body_id in above:
            owned.setdefault(key, set()).add(above[body_id])
    rows = reading.connection.execute(
        select(_OUTCOME.id, _OUTCOME.owner_person_id).where(*where).order_by(*_due_first())
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


_SECTIONS: Final[
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


def _due_first() -> tuple[Any, ...]:
    return (_OUTCOME.due.is_(None), _OUTCOME.due, _OUTCOME.id)


def _titled(reference: str, theme: str) -> str:
    return " · ".join(filter(None, (reference, theme)))


# --- bodies ---


def _parents(reading: Reading) -> dict[int, tuple[int | None, BodyKind]]:
    body = models.Body
    rows = reading.connection.execute(select(body.id, body.parent_id, body.kind))
    return {key: (parent, kind) for key, parent, kind in rows}


def _directorates(reading: Reading) -> dict[int | None, int]:
    """Give the directorate that each body is or lies below, where there is one."""
    parents = _parents(reading)
    above: dict[int | None, int] = {}
    for key in parents:
        at: int | None = key
        while at is not None and parents[at][1] is not BodyKind.DIRECTORATE:
            at = parents[at][0]
        if at is not None:
            above[key] = at
    return above


def _below(reading: Reading, body_id: int) -> set[int]:
    """Give a body and all that lie below it."""
    parents = _parents(reading)
    below = {body_id}
    while more := {key for key, (parent, _) in parents.items() if parent in below} - below:
        below |= more
    return below


# --- lines ---

_ITEM: Final = models.AgendaItem
_LINES: Final = (
    select(
        *(_OUTCOME.id, _OUTCOME.uid, _OUTCOME.session_id, _OUTCOME.position, _OUTCOME.kind),
        *(_OUTCOME.text_ar, _OUTCOME.text_fr, _OUTCOME.owner_person_id),
        *(_OUTCOME.owner_text_ar, _OUTCOME.owner_text_fr, _OUTCOME.due, _OUTCOME.ongoing),
        *(_OUTCOME.priority, _OUTCOME.state, _OUTCOME.percent),
        *(models.Session.reference, models.Session.theme_ar, models.Session.theme_fr),
        *(models.Person.name_ar, models.Person.name_fr),
        *(_ITEM.position.label("item_position"), _ITEM.title_ar, _ITEM.title_fr),
        select(func.min(models.SessionDay.day))
        .where(models.SessionDay.session_id == _OUTCOME.session_id)
        .scalar_subquery()
        .label("day"),
    )
    .join(models.Session, models.Session.id == _OUTCOME.session_id)
    .outerjoin(models.Person, models.Person.id == _OUTCOME.owner_person_id)
    .outerjoin(_ITEM, _ITEM.id == _OUTCOME.agenda_item_id)
)


def _line(
    row: Any,  # noqa: ANN401 - a row of `_LINES`
    body_ids: Sequence[int],
    names: Mapping[int, BodyLine],
    today: date,
) -> Line:
    late = (today - row.due).days if row.due is not None and row.state not in OVER else 0
    return Line(
        id=row.id,
        uid=row.uid,
        session_id=row.session_id,
        reference=row.reference,
        theme=Bilingual(row.theme_ar, row.theme_fr),
        day=row.day,
        position=row.position,
        item_position=row.item_position or 0,
        item=Bilingual(row.title_ar or "", row.title_fr or ""),
        kind=row.kind,
        text=Bilingual(row.text_ar, row.text_fr),
        person_id=row.owner_person_id,
        person=Bilingual(row.name_ar or "", row.name_fr or ""),
        body_ids=tuple(body_ids),
        bodies=tuple(names[body_id].short for body_id in body_ids),
        owner_text=Bilingual(row.owner_text_ar, row.owner_text_fr),
        due=row.due,
        ongoing=row.ongoing,
        priority=row.priority,
        state=row.state,
        percent=row.percent,
        late=max(late, 0),
    )


def _sunday(today: date) -> date:
    return today + timedelta(days=6 - today.weekday())
