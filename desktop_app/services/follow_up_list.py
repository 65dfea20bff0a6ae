"""The register of outcomes over all sessions, read as bare columns and by windows of lines.

However long the register is, what is shown first is counted where it lies and read by its first
lines; the order of the rest is a list of ids, and lines are read when they come into sight.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, CompoundSelect, case, func, literal, select, union_all

from db import models
from db.codes import OVER, FollowUpState
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
from desktop_app.services.follow_up_filters import (
    STILL_WAITS,
    WAITS,
    directorates_above,
    due_first,
    narrowed,
    standing_of,
    sunday,
    within,
)
from desktop_app.services.follow_up_sections import SECTIONS
from desktop_app.services.in_force import BodyLine, bodies_on, functions_on
from desktop_app.wording.bilingual import Bilingual

FIRST: Final = 200
"""So many lines are named at once, before the order of all of them is known."""
_BATCH: Final = 500
_COUNTED: Final = 5000
"""Of so many at most it is counted of how many sessions they came."""
_MANY: Final = 10_000
"""Of so many the first are soon found by trying one after the other."""
_OUTCOME: Final = models.Outcome
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
    others, tried = narrowed(reading, filters, today)
    searched = bool(filters.words.strip())
    if whole or searched:
        groups = _ids_by_group(reading, others, today)
        counts = {code: len(ids) for code, ids in groups.items()}
    else:
        counting = _counts if filters.body_id is None else _counts_at_once
        groups, counts = {}, counting(reading, others, today)
    chosen = (*others, *standing_of(filters.standing, today))
    if grouping is not Grouping.DUE:
        sections = SECTIONS[grouping](reading, chosen, today)
    elif whole or searched:
        sections = _by_due(groups, filters.standing)
    else:
        first = tried if sum(counts.values()) > _MANY else others
        sections = _first_by_due(reading, first, counts, filters.standing, today)
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
    where = (*narrowed(reading, filters, today)[0], _OUTCOME.due.between(first, last))
    over = case((WAITS, 0), else_=1)
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
    held, above = functions_on(reading, today), directorates_above(reading)
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
    late = select(func.count()).select_from(_OUTCOME).where(WAITS, _OUTCOME.due < today)
    return reading.connection.scalar(late) or 0


# --- by due date ---


def _group(today: date) -> ColumnElement[str]:
    """Give the `Due` of an outcome, and what is done apart from what is otherwise over."""
    return case(
        (_OUTCOME.state == FollowUpState.DONE, _DONE),
        (_OUTCOME.state.in_(OVER), Due.OVER.value),
        (_OUTCOME.due.is_(None), Due.NEVER.value),
        (_OUTCOME.due < today, Due.LATE.value),
        (_OUTCOME.due <= sunday(today), Due.WEEK.value),
        else_=Due.AFTER.value,
    )


def _counts(reading: Reading, where: Sequence[ColumnElement[bool]], today: date) -> dict[str, int]:
    """Count by `Due`, and what is done apart from what is otherwise over."""
    every = func.count()
    waiting = [
        select(literal(group.value), every).where(*where, *within(group, today))
        for group in _GROUPS[Standing.OPEN]
    ]
    ended = select(_OUTCOME.state, every).where(*where, *within(Due.OVER, today))
    query: CompoundSelect[str, int] = union_all(*waiting, ended.group_by(_OUTCOME.state))
    counts: Counter[str] = Counter()
    for code, count in reading.connection.execute(query):
        counts[code if code in {*_GROUPS[Standing.OPEN], _DONE} else Due.OVER.value] += count
    return +counts


def _counts_at_once(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> dict[str, int]:
    """Count as `_counts` does, where conditions are dear: each outcome is asked once."""
    group = _group(today)
    rows = reading.connection.execute(select(group, func.count()).where(*where).group_by(group))
    return {row[0]: row[1] for row in rows}


def _ids_by_group(
    reading: Reading, where: Sequence[ColumnElement[bool]], today: date
) -> dict[str, list[int]]:
    """Give all ids by `Due`, those due first before; the done stand apart from the over."""
    group = _group(today)
    query = select(_OUTCOME.id, group).where(*where).order_by(*due_first())
    groups: dict[str, list[int]] = {}
    for key, code in reading.plain_rows(query):
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
        where_in = within(group, today, STILL_WAITS)
        if group is Due.OVER:
            done = counts.get(_DONE, 0)
            count = done if standing is Standing.DONE else count + done
            if standing is Standing.DONE:
                where_in = (_OUTCOME.state == FollowUpState.DONE,)
        ids: tuple[int, ...] = ()
        if count and room:
            order = (_OUTCOME.state != FollowUpState.DONE,) if group is Due.OVER else ()
            query = select(_OUTCOME.id).where(*where, *where_in).order_by(*order, *due_first())
            ids = tuple(reading.connection.execute(query.limit(room)).scalars())
            room -= len(ids)
        if count:
            sections.append(Section(group.value, count, ids))
    return tuple(sections)


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
