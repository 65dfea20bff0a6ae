"""A new session: an empty one, or one like an earlier one, in one minute."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from db import models
from db.codes import AgendaOrigin, AttendanceState, SessionState
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.drafts import Label, SessionBasics
from desktop_app.services.posts import Post, posts_on
from desktop_app.services.records import found
from desktop_app.services.session_edits import create_session
from desktop_app.services.validation import check_day
from desktop_app.wording.bilingual import Bilingual

_KEPT = (
    *("type_code", "theme_ar", "theme_fr", "purpose_ar", "purpose_fr", "objectives"),
    *("framework_ar", "framework_fr", "start_time", "end_time", "mode", "platform"),
    *("room_ar", "room_fr", "site_ar", "site_fr", "organiser_id"),
    *("chair_id", "on_behalf_of_id", "rapporteur_id", "copies"),
)
_KEPT_OF_LETTER = (
    *("binding", "addressees_ar", "addressees_fr", "under_ar", "under_fr"),
    *("references", "enclosures", "copies", "agenda_enclosed"),
)
_KEPT_OF_POINT = ("title_ar", "title_fr", "presenter_id", "planned_minutes")
_KEPT_OF_ROLE = ("role", "person_id", "position")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda that comes over."""

    title: Bilingual
    presenter: Post | None = None
    planned_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes over into a new session from an earlier one.

    Attributes:
        session_id: the earlier one.
        days: of the new one: as many as the earlier one had, at the same distance.
        people: who was invited, in the order of the invitation, with their posts of the new day.
        agenda: without the time that was spent.
        notes, outcomes: how many stay behind with the answers and the attendance.
    """

    session_id: int
    theme: Bilingual
    days: tuple[date, ...]
    people: tuple[Post, ...]
    agenda: tuple[Point, ...]
    notes: int
    outcomes: int

    @property
    def left(self) -> tuple[Post, ...]:
        """Those who left the post that they were invited for."""
        return tuple(post for post in self.people if post.left)

    @property
    def changed(self) -> tuple[Post, ...]:
        """Those who have another function now."""
        return tuple(post for post in self.people if post.changed and not post.left)

    @property
    def without_address(self) -> tuple[Post, ...]:
        """Those whom no e-mail reaches."""
        return tuple(post for post in self.people if not post.person.email)


def preview(reading: Reading, session_id: int, on: date | None, today: date) -> Coming:
    """Tell what would come over into a session like an earlier one.

    Args:
        reading: where it is recorded.
        session_id: the earlier one.
        on: the first day of the new one; None while it has none.
        today: for whose posts are meant then.

    Raises:
        UserError: there is no such session.
    """
    record = found(reading, models.Session, session_id)
    since = record.days[-1].day if record.days else None
    days = _days(record, on)
    invited = [line.person_id for line in record.attendance if line.invited]
    presenting = [item.presenter_id for item in _repeated(record) if item.presenter_id]
    ids = list(dict.fromkeys([*invited, *presenting]))
    posts = dict(zip(ids, posts_on(reading, ids, days[-1] if days else today, since), strict=True))
    return Coming(
        session_id=session_id,
        theme=words.of(record, "theme"),
        days=days,
        people=tuple(posts[person_id] for person_id in invited),
        agenda=tuple(
            Point(
                words.of(item, "title"),
                posts[item.presenter_id] if item.presenter_id else None,
                item.planned_minutes,
            )
            for item in _repeated(record)
        ),
        notes=len(record.interventions),
        outcomes=len(record.outcomes),
    )


def begin_again(work: UnitOfWork, session_id: int, day: date | None) -> int:
    """Prepare a session like an earlier one, on another day, and give its id.

    Its words, people, place, hours, letter and agenda come over; what was answered, attended,
    said and decided does not.

    Raises:
        UserError: there is no such session, or the day lies outside the years that papers can
            write.
    """
    earlier = found(work, models.Session, session_id)
    days = _days(earlier, day)
    for one in days:
        check_day(one, ("days",))
    record = models.Session(**_copied(earlier, _KEPT))
    record.days = [models.SessionDay(day=one) for one in days]
    record.roles = [models.SessionPerson(**_copied(one, _KEPT_OF_ROLE)) for one in earlier.roles]
    record.agenda = [
        models.AgendaItem(position=position, **_copied(one, _KEPT_OF_POINT))
        for position, one in enumerate(_repeated(earlier), 1)
    ]
    record.letter = models.InvitationLetter(
        **_copied(earlier.letter, _KEPT_OF_LETTER) if earlier.letter else {}
    )
    invited = [line.person_id for line in earlier.attendance if line.invited]
    record.attendance = [
        models.Attendance(person_id=person_id, position=position)
        for position, person_id in enumerate(invited, 1)
    ]
    work.db.add(record)
    work.db.flush()
    return record.id


def begin(work: UnitOfWork, type_code: str, theme: Label, day: date | None) -> int:
    """Prepare a session of which only this is known, and give its id.

    Raises:
        FieldError: there is no such type, the theme is refused, or the day lies outside the years
            that papers can write.
    """
    days = () if day is None else (day,)
    return create_session(work, SessionBasics(type=type_code, theme=theme, days=days))


def delete(work: UnitOfWork, session_id: int) -> None:
    """Remove a session of which nothing but its preparation is on file.

    Raises:
        UserError: there is no such session, or more is on file, or a number that papers bear: then
            it is cancelled instead.
    """
    record = found(work, models.Session, session_id)
    in_use = (
        record.state is not SessionState.PLANNED
        or record.interventions
        or record.outcomes
        or any(line.state is not AttendanceState.NOT_RECORDED for line in record.attendance)
        or _has(work, models.IssuedDocument, session_id)
        or _has(work, models.Attachment, session_id)
    )
    if in_use:
        raise UserError(
            "This session was not deleted, because more than its preparation is on file: papers,"
            " attendance or minutes; cancel it instead, and it stays with its reason. Nothing was"
            " changed."
        )
    if number := record.reference or (record.letter.reference if record.letter else ""):
        raise UserError(
            "This session was not deleted, because its papers bear the number {number}, which would"
            " be missing among the others; cancel it instead, and the number stays with it."
            " Nothing was changed.",
            number=number,
        )
    query = select(models.ReplacedWording).where(models.ReplacedWording.session_id == session_id)
    for wording in work.db.scalars(query):
        work.db.delete(wording)
    work.db.flush()
    work.db.delete(record)


def _has(
    reading: Reading, kind: type[models.IssuedDocument] | type[models.Attachment], session_id: int
) -> bool:
    query = select(kind.id).where(kind.session_id == session_id).limit(1)
    return reading.db.scalar(query) is not None


def _repeated(earlier: models.Session) -> list[models.AgendaItem]:
    """Give the points that come again: not those about the session before."""
    own = (AgendaOrigin.TYPED, AgendaOrigin.CARRIED)
    return [item for item in earlier.agenda if item.origin in own]


def _days(earlier: models.Session, on: date | None) -> tuple[date, ...]:
    if on is None:
        return ()
    days = [one.day for one in earlier.days] or [on]
    return tuple(on + (day - days[0]) for day in days)


def _copied(record: models.Base, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(record, field) for field in fields}
