"""Attendance on the day: one line of the sheet changed at a time, and what the lines add up to.

Whoever represents another has a line of his own and is there; it goes with the one that it was
made for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select

from db import models
from db.codes import AttendanceState, SessionState
from db.errors import UserError
from db.journal import Operation, entries
from db.unit_of_work import UnitOfWork
from desktop_app.services.people_data import Body
from desktop_app.services.records import found
from desktop_app.services.session_data import Attendance, Session

THERE: Final = frozenset({AttendanceState.PRESENT, AttendanceState.REMOTE})
_CAME: Final = THERE | {AttendanceState.REPRESENTED}
_NOT_YET_HELD: Final = frozenset({SessionState.PLANNED, SessionState.INVITED})
STANDS_IN: Final = UserError(
    "This was not recorded: this person came in the place of somebody else. Change the line of the"
    " one represented first; nothing was changed."
)
REPRESENTED_TOO: Final = UserError(
    "The substitute was not recorded: this person is represented by somebody else. Choose one who"
    " came; nothing was changed."
)
HIMSELF: Final = UserError("nobody represents himself.")
ON_THE_LIST: Final = UserError("this person already has a line in the attendance.")


def mark(work: UnitOfWork, line_id: int, state: AttendanceState) -> None:
    """Record where somebody was; a substitute who came only for him loses his line.

    Raises:
        UserError: there is no such line, the state needs a substitute (see `represent`), or this
            is a substitute, who is there.
    """
    line = found(work, models.Attendance, line_id)
    if state is line.state:
        return
    if state is AttendanceState.REPRESENTED:
        raise UserError("Name the person who came instead.")
    if state not in THERE and _represents(work, line):
        raise STANDS_IN
    substitute, line.represented_by, line.state = line.represented_by, None, state
    if state not in THERE:
        line.late = line.left_early = False
    _let_go(work, substitute)


def mark_rest(work: UnitOfWork, session_id: int) -> int:
    """Record as present everybody who is not recorded yet, and tell how many.

    Raises:
        UserError: there is no such session.
    """
    session = found(work, models.Session, session_id)
    rest = [line for line in session.attendance if line.state is AttendanceState.NOT_RECORDED]
    for line in rest:
        line.state = AttendanceState.PRESENT
    return len(rest)


def represent(work: UnitOfWork, line_id: int, person_id: int) -> int:
    """Record that somebody came in the place of another, and give the line of the substitute.

    Raises:
        UserError: there is no such line or person, it is the same person, one of them is
            represented already, or the other one stands in himself.
    """
    line = found(work, models.Attendance, line_id)
    person = found(work, models.Person, person_id)
    if person.id == line.person_id:
        raise HIMSELF
    if _represents(work, line):
        raise STANDS_IN
    own = _line_of(work, line.session_id, person.id) or _add_line(work, line.session_id, person.id)
    if own.state is AttendanceState.REPRESENTED:
        raise REPRESENTED_TOO
    if own.state not in THERE:
        own.state = AttendanceState.PRESENT
    before, line.represented_by = line.represented_by, own
    line.state = AttendanceState.REPRESENTED
    line.late = line.left_early = False
    if before is not own:
        _let_go(work, before)
    return own.id


def set_late(work: UnitOfWork, line_id: int, late: bool) -> None:
    """Record that somebody came late, or that he did not; whoever came late is there.

    Raises:
        UserError: there is no such line.
    """
    _bring_in(work, line_id, there=late).late = late


def set_left_early(work: UnitOfWork, line_id: int, left_early: bool) -> None:
    """Record that somebody left early, or that he did not; whoever left early was there.

    Raises:
        UserError: there is no such line.
    """
    _bring_in(work, line_id, there=left_early).left_early = left_early


def walk_in(work: UnitOfWork, session_id: int, person_id: int) -> int:
    """Record somebody who came without an invitation, at the end, and give his line.

    Raises:
        UserError: there is no such session or person, or the person has a line already.
    """
    session = found(work, models.Session, session_id)
    person = found(work, models.Person, person_id)
    if _line_of(work, session.id, person.id) is not None:
        raise ON_THE_LIST
    return _add_line(work, session.id, person.id).id


def remove_line(work: UnitOfWork, line_id: int) -> None:
    """Take somebody off the sheet who came without an invitation.

    Raises:
        UserError: there is no such line, the person was invited, or represents somebody.
    """
    line = found(work, models.Attendance, line_id)
    if line.invited:
        raise UserError(
            "Only somebody who came without an invitation is taken off here; who is invited is"
            " chosen on the tab of preparation. Nothing was changed."
        )
    if _represents(work, line):
        raise STANDS_IN
    substitute, line.represented_by = line.represented_by, None
    line.state = AttendanceState.NOT_RECORDED
    line.late = line.left_early = False
    work.db.flush()
    work.db.delete(line)
    _let_go(work, substitute)


def day_held(session: Session, today: date) -> date | None:
    """Give the day on which a session proves to have been held when its attendance is taken.

    Returns:
        None when it is known to be held already, or when no day of it has come.
    """
    past = [day for day in session.days if day <= today]
    return past[-1] if past and session.state in _NOT_YET_HELD else None


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """How many of those whom one body was to send came.

    Attributes:
        body: None for people who belong to none.
        came: of those invited, in the room, at a distance, or by somebody in their place.
        invited: all of them.
        more: came without an invitation, and in nobody's place.
    """

    body: Body | None
    came: int
    invited: int
    more: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the lines of a session add up to.

    Attributes:
        by_state: how many lines are in each state; those not recorded are in none of the others.
        by_body: in the order in which bodies come first.
    """

    by_state: dict[AttendanceState, int]
    by_body: tuple[BodyFigures, ...]


def figures(lines: Sequence[Attendance]) -> Figures:
    """Count the lines of a session by state and by body."""
    by_state = dict.fromkeys(AttendanceState, 0)
    bodies: dict[int, list[Attendance]] = {}
    substitutes = {line.represented_by_id for line in lines}
    for line in lines:
        by_state[line.state] += 1
        bodies.setdefault(line.person.body.id if line.person.body else 0, []).append(line)
    by_body = tuple(
        BodyFigures(
            body=of_body[0].person.body,
            came=sum(line.invited and line.state in _CAME for line in of_body),
            invited=sum(line.invited for line in of_body),
            more=sum(
                not line.invited and line.state in THERE and line.person.id not in substitutes
                for line in of_body
            ),
        )
        for of_body in bodies.values()
    )
    return Figures(by_state, by_body)


def _bring_in(work: UnitOfWork, line_id: int, *, there: bool) -> models.Attendance:
    line = found(work, models.Attendance, line_id)
    if there and line.state not in THERE:
        mark(work, line_id, AttendanceState.PRESENT)
    return line


def _line_of(work: UnitOfWork, session_id: int, person_id: int) -> models.Attendance | None:
    lines = models.Attendance
    query = select(lines).where(lines.session_id == session_id, lines.person_id == person_id)
    return work.db.scalars(query).one_or_none()


def _add_line(work: UnitOfWork, session_id: int, person_id: int) -> models.Attendance:
    last = select(func.max(models.Attendance.position)).where(
        models.Attendance.session_id == session_id
    )
    line = models.Attendance(
        session_id=session_id,
        person_id=person_id,
        position=(work.db.scalar(last) or 0) + 1,
        invited=False,
        state=AttendanceState.PRESENT,
    )
    work.db.add(line)
    work.db.flush()
    return line


def _represents(work: UnitOfWork, line: models.Attendance) -> bool:
    represented = select(models.Attendance.id).where(models.Attendance.represented_by_id == line.id)
    return work.db.scalars(represented).first() is not None


def _let_go(work: UnitOfWork, substitute: models.Attendance | None) -> None:
    """Remove the line of somebody who came in the place of one who is not represented any more."""
    work.db.flush()
    if (
        substitute is not None
        and not substitute.invited
        and not _represents(work, substitute)
        and _came_in_a_place(work, substitute)
    ):
        work.db.delete(substitute)


def _came_in_a_place(work: UnitOfWork, line: models.Attendance) -> bool:
    """Tell whether a line was made when another one came to be represented, by the journal."""
    told = entries(work, record_uid=line.uid)
    made = [entry.unit for entry in told if entry.operation is Operation.ADDED][-1:]
    return any(
        entry.operation is Operation.CHANGED
        and (entry.after or {}).get("represented_by_id") == line.id
        for unit in made
        for entry in entries(work, unit=unit, subject="attendance")
    )
