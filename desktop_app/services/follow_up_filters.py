"""What the register is narrowed to, as conditions of a query."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, false, or_, select

from db import models
from db.codes import OVER, BodyKind, FollowUpState
from db.search import Wanted, holding, wanted
from db.unit_of_work import Reading
from desktop_app.services.follow_up_data import Due, Filters, Standing
from desktop_app.services.in_force import functions_on

_OUTCOME: Final = models.Outcome
_OPEN: Final = tuple(state for state in FollowUpState if state not in OVER)
WAITS: Final = _OUTCOME.state.in_(_OPEN)
"""Counted by state."""
STILL_WAITS: Final = _OUTCOME.state.not_in(OVER)
"""The same, looked for by due date: where the first are wanted."""


def narrowed(
    reading: Reading, filters: Filters, today: date
) -> tuple[Sequence[ColumnElement[bool]], Sequence[ColumnElement[bool]]]:
    """Give the conditions of all filters but the standing.

    Returns:
        The conditions, and the same ones as they are tried on one outcome after the other: quicker
        where very much is left, of which the first are wanted alone.
    """
    exact = {
        _OUTCOME.kind: filters.kind,
        _OUTCOME.state: filters.state,
        _OUTCOME.priority: filters.priority,
        _OUTCOME.owner_person_id: filters.person_id,
        _OUTCOME.session_id: filters.session_id,
    }
    conditions = [column == value for column, value in exact.items() if value is not None]
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
        conditions += [WAITS, or_(_OUTCOME.due.is_(None), _OUTCOME.due > sunday(today))]
    if filters.held_from is not None or filters.held_to is not None:
        conditions.append(_OUTCOME.session_id.in_(_held(filters.held_from, filters.held_to)))
    if filters.words.strip():
        words = [Wanted(word) for word in wanted(filters.words)]
        held = holding(reading.connection, "outcome", words) if words else None
        conditions.append(false() if held is None else _OUTCOME.id.in_(held))
    if filters.body_id is None:
        return conditions, conditions
    owned, tried = _owned_by(reading, filters.body_id, today)
    return (*conditions, owned), (*conditions, tried)


def _held(first: date | None, last: date | None) -> Select[int]:
    """Give the sessions that begin between two days."""
    day = models.SessionDay
    earlier = day.__table__.alias()
    query = select(day.session_id)
    if first is not None:
        begun = select(earlier.c.id).where(earlier.c.session_id == day.session_id)
        query = query.where(day.day >= first, ~begun.where(earlier.c.day < first).exists())
    return query if last is None else query.where(day.day <= last)


def standing_of(standing: Standing, today: date) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions of a standing."""
    match standing:
        case Standing.OPEN:
            return (WAITS,)
        case Standing.LATE:
            return within(Due.LATE, today)
        case Standing.WEEK:
            return within(Due.WEEK, today)
        case Standing.DONE:
            return (_OUTCOME.state == FollowUpState.DONE,)
        case _:
            return ()


def _owned_by(
    reading: Reading, body_id: int, today: date
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Say in both ways that a body, one below it, or who works there now is in charge."""
    below = _below(reading, body_id)
    people = [key for key, held in functions_on(reading, today).items() if held.body_id in below]
    owner = models.OutcomeBody
    owned = select(owner.outcome_id).where(owner.body_id.in_(below))
    is_owned = owned.where(owner.outcome_id == _OUTCOME.id).exists()
    is_theirs = _OUTCOME.owner_person_id.in_(people)
    return or_(_OUTCOME.id.in_(owned), is_theirs), or_(is_owned, is_theirs)


def within(
    group: Due, today: date, waits: ColumnElement[bool] = WAITS
) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions of a group by due date.

    Args:
        group: which.
        today: the day against which delay is reckoned.
        waits: `WAITS`, or `STILL_WAITS`.
    """
    match group:
        case Due.LATE:
            return (waits, _OUTCOME.due < today)
        case Due.WEEK:
            return (waits, _OUTCOME.due.between(today, sunday(today)))
        case Due.AFTER:
            return (waits, _OUTCOME.due > sunday(today))
        case Due.NEVER:
            return (waits, _OUTCOME.due.is_(None))
        case _:
            return (_OUTCOME.state.in_(OVER),)


def due_first() -> tuple[Any, ...]:
    """Give the order in which the oldest due date is first, and none at all last."""
    return (_OUTCOME.due.nulls_last(), _OUTCOME.id)


def _parents(reading: Reading) -> dict[int, tuple[int | None, BodyKind]]:
    body = models.Body
    rows = reading.connection.execute(select(body.id, body.parent_id, body.kind))
    return {key: (parent, kind) for key, parent, kind in rows}


def directorates_above(reading: Reading) -> dict[int | None, int]:
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


def sunday(today: date) -> date:
    """Give the last day of a week."""
    return today + timedelta(days=6 - today.weekday())
