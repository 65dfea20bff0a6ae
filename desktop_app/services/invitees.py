"""Who is invited to a session, in which order, and what each answered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, func, select

from db import models
from db.codes import Answer, AttendanceState
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.posts import Post, posts_on
from desktop_app.services.records import found

_CAME = frozenset({AttendanceState.PRESENT, AttendanceState.REMOTE})


@dataclass(frozen=True, slots=True)
class SameAgain:
    """What came of inviting those who were invited last time.

    Attributes:
        session_id: the earlier session; None when there is none like it.
        came_over: those who were added, in their order, with their posts of the new day.
    """

    session_id: int | None = None
    came_over: tuple[Post, ...] = ()

    @property
    def left(self) -> tuple[Post, ...]:
        """Those who left the post that they were invited for."""
        return tuple(post for post in self.came_over if post.left)

    @property
    def without_address(self) -> tuple[Post, ...]:
        """Those whom no e-mail reaches."""
        return tuple(post for post in self.came_over if not post.person.email)


def invite(work: UnitOfWork, session_id: int, person_ids: Iterable[int]) -> tuple[int, ...]:
    """Invite people after those invited already, each once.

    Returns:
        The ids of those who were not invited before.

    Raises:
        UserError: there is no such session or person.
    """
    record = found(work, models.Session, session_id)
    lines = {line.person_id: line for line in record.attendance}
    last = max((line.position for line in record.attendance), default=0)
    added = []
    for person_id in dict.fromkeys(person_ids):
        line = lines.get(person_id)
        if line is None:
            last += 1
            found(work, models.Person, person_id)
            line = models.Attendance(person_id=person_id, position=last, invited=True)
            record.attendance.append(line)
        elif line.invited:
            continue
        else:
            line.invited = True
        added.append(person_id)
    work.db.flush()
    return tuple(added)


def invite_group(work: UnitOfWork, session_id: int, group_id: int) -> tuple[int, ...]:
    """Invite the members of a group in their order.

    Returns:
        The ids of those who were not invited before.

    Raises:
        UserError: there is no such session or group.
    """
    group = found(work, models.Group, group_id)
    return invite(work, session_id, [member.person_id for member in group.members])


def same_as_last(work: UnitOfWork, session_id: int, today: date) -> SameAgain:
    """Invite whoever was invited to the session before; walk-ins stay as they are.

    Args:
        work: the unit of work.
        session_id: which session.
        today: for whose posts are meant while the session has no day.

    Raises:
        UserError: there is no such session.
    """
    record = found(work, models.Session, session_id)
    earlier = last_like(work, session_id)
    if earlier is None:
        return SameAgain()
    here = {line.person_id for line in record.attendance}
    last = found(work, models.Session, earlier)
    added = [line.person_id for line in last.attendance if line.invited]
    added = [person_id for person_id in added if person_id not in here]
    invite(work, session_id, added)
    on = record.days[-1].day if record.days else today
    since = last.days[-1].day if last.days else None
    return SameAgain(earlier, posts_on(work, added, on, since))


def last_like(reading: Reading, session_id: int) -> int | None:
    """Give the session whose people are most likely meant: the last one of the same type.

    Else the last one on the same theme, else the last that somebody invited here was invited to.

    Raises:
        UserError: there is no such session.
    """
    record = found(reading, models.Session, session_id)
    before = record.days[0].day if record.days else date.max
    line = models.Attendance
    first = (
        select(func.min(models.SessionDay.day))
        .where(models.SessionDay.session_id == models.Session.id)
        .scalar_subquery()
    )
    earlier = (
        select(models.Session.id)
        .where(
            models.Session.id != session_id,
            first <= before,
            exists().where(line.session_id == models.Session.id, line.invited),
        )
        .order_by(first.desc(), models.Session.id.desc())
        .limit(1)
    )
    theme = models.Session.theme_ar if record.theme_ar else models.Session.theme_fr
    here = [one.person_id for one in record.attendance if one.invited]
    for is_like in (
        models.Session.type_code == record.type_code,
        theme == (record.theme_ar or record.theme_fr),
        exists().where(
            line.session_id == models.Session.id, line.invited, line.person_id.in_(here)
        ),
    ):
        if (found_id := reading.db.scalar(earlier.where(is_like))) is not None:
            return found_id
    return None


def uninvite(work: UnitOfWork, session_id: int, person_ids: Collection[int]) -> None:
    """Take people off the list; whoever came, or stands in for another, stays without invitation.

    Raises:
        UserError: there is no such session.
    """
    record = found(work, models.Session, session_id)
    substitutes = {line.represented_by_id for line in record.attendance}
    for line in list(record.attendance):
        if line.person_id not in person_ids or not line.invited:
            continue
        if line.state in _CAME or line.id in substitutes:
            line.invited, line.answer = False, Answer.NONE
        else:
            record.attendance.remove(line)


def set_answer(work: UnitOfWork, session_id: int, person_id: int, answer: Answer) -> None:
    """Note what somebody answered to the invitation.

    Raises:
        UserError: there is no such session.
    """
    record = found(work, models.Session, session_id)
    for line in record.attendance:
        if line.person_id == person_id:
            line.answer = answer
