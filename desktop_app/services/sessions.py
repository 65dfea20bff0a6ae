"""Sessions: prepared, held, written down."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, selectinload

from db import models
from db.codes import FollowUpState, SessionRole
from db.errors import UserError
from db.unit_of_work import Reading
from desktop_app.services import words
from desktop_app.services.bodies import body_on
from desktop_app.services.people import WITH_FUNCTIONS, person_on
from desktop_app.services.people_data import Person
from desktop_app.services.session_data import (
    AgendaItem,
    Attendance,
    CarriedOutcome,
    Intervention,
    InvitationLetter,
    Outcome,
    Place,
    Session,
)
from desktop_app.wording.session_types import SESSION_TYPES, SessionType


def session_types(reading: Reading) -> dict[str, SessionType]:
    """Give the types that ship and those that the user added, by their codes."""
    added = {
        record.code: SessionType(
            code=record.code,
            indefinite=record.indefinite,
            definite=record.definite,
            gender="f" if record.gender == "f" else "m",
            plural=record.plural,
            french=record.french,
            french_gender="f" if record.french_gender == "f" else "m",
            french_plural=record.french_plural,
            verbs="B" if record.verbs == "B" else "C" if record.verbs == "C" else "A",
            training=record.training,
            remote=record.remote,
        )
        for record in reading.db.scalars(select(models.SessionType))
    }
    return {**SESSION_TYPES, **added}


def first_day_of_session() -> ScalarSelect[Any]:
    """Give the first day of the session that an enclosing query selects."""
    return _of_session(func.min(models.SessionDay.day), models.SessionDay.session_id)


def get_session(reading: Reading, session_id: int) -> Session:
    """Give a session with all that is known of it.

    People and bodies come with the functions and names that they had on its last day, or with
    the latest while no day is fixed.

    Raises:
        UserError: there is no such session.
    """
    query = select(models.Session).where(models.Session.id == session_id).options(*_WHOLE)
    record = reading.db.scalars(query).one_or_none()
    if record is None:
        raise UserError(
            "There is no session {id}: look its number up in the list of sessions.", id=session_id
        )
    days = tuple(day.day for day in record.days)
    on = days[-1] if days else date.max
    return Session(
        id=record.id,
        uid=record.uid,
        type=session_types(reading)[record.type_code],
        theme=words.of(record, "theme"),
        state=record.state,
        since=record.since,
        reason=record.reason,
        purpose=words.of(record, "purpose"),
        objectives=words.bilinguals(record.objectives),
        framework=words.of(record, "framework"),
        days=days,
        start=record.start_time,
        end=record.end_time,
        hijri=words.of(record, "hijri"),
        place=Place(
            mode=record.mode,
            room=words.of(record, "room"),
            site=words.of(record, "site"),
            platform=record.platform,
        ),
        organiser=body_on(record.organiser, on) if record.organiser else None,
        chair=_person(record.chair, on),
        on_behalf_of=_person(record.on_behalf_of, on),
        rapporteur=_person(record.rapporteur, on),
        facilitators=_in_role(record, SessionRole.FACILITATOR, on),
        signatories=_in_role(record, SessionRole.SIGNATORY, on),
        invitation=_letter(record.letter),
        agenda=tuple(_agenda_item(item, on) for item in record.agenda),
        attendance=_sheet(record.attendance, on),
        interventions=tuple(_intervention(said, on) for said in record.interventions),
        outcomes=tuple(outcome_of(outcome, on) for outcome in record.outcomes),
        opened_with_quran=record.opened_with_quran,
        opened_with_anthem=record.opened_with_anthem,
        agenda_exhausted=record.agenda_exhausted,
        conclusions=words.bilinguals(record.conclusions),
        other_business=words.of(record, "other_business"),
        enclosures=words.bilinguals(record.enclosures),
        copies=words.bilinguals(record.copies),
        reference=record.reference,
        registry_reference=record.registry_reference,
        registry_date=record.registry_date,
        minutes_dated=record.minutes_dated,
        minutes_state=record.minutes_state,
        minutes_version=record.minutes_version,
        minutes_final=record.minutes_final,
        reopening=record.reopening,
        series_id=record.series_id,
        carried=tuple(_carried(reading, record, on)) if record.carried else (),
    )


_WHOLE = (
    selectinload(models.Session.days),
    selectinload(models.Session.letter),
    selectinload(models.Session.roles)
    .joinedload(models.SessionPerson.person)
    .options(WITH_FUNCTIONS),
    selectinload(models.Session.agenda),
    selectinload(models.Session.attendance)
    .joinedload(models.Attendance.person)
    .options(WITH_FUNCTIONS),
    selectinload(models.Session.interventions).selectinload(models.Intervention.speakers),
    selectinload(models.Session.outcomes).selectinload(models.Outcome.owner_bodies),
)


def _of_session(
    value: ColumnElement[Any],
    key: InstrumentedAttribute[int],
    *conditions: ColumnElement[bool] | InstrumentedAttribute[bool],
) -> ScalarSelect[Any]:
    return select(value).where(key == models.Session.id, *conditions).scalar_subquery()


def _person(record: models.Person | None, on: date) -> Person | None:
    return person_on(record, on) if record else None


def _in_role(record: models.Session, role: SessionRole, on: date) -> tuple[Person, ...]:
    return tuple(person_on(part.person, on) for part in record.roles if part.role is role)


def _letter(record: models.InvitationLetter | None) -> InvitationLetter:
    if record is None:
        return InvitationLetter()
    return InvitationLetter(
        reference=record.reference,
        dated=record.dated,
        binding=record.binding,
        addressees=words.of(record, "addressees"),
        under=words.of(record, "under"),
        references=words.bilinguals(record.references),
        enclosures=words.bilinguals(record.enclosures),
        copies=words.bilinguals(record.copies),
        agenda_enclosed=record.agenda_enclosed,
        reply_by=record.reply_by,
    )


def _agenda_item(record: models.AgendaItem, on: date) -> AgendaItem:
    return AgendaItem(
        id=record.id,
        uid=record.uid,
        position=record.position,
        title=words.of(record, "title"),
        presenter=_person(record.presenter, on),
        planned_minutes=record.planned_minutes,
        spent_seconds=record.spent_seconds,
        origin=record.origin,
        of_session_id=record.of_session_id,
    )


def _carried(reading: Reading, record: models.Session, on: date) -> Iterator[CarriedOutcome]:
    """Give the outcomes that are followed up; final minutes tell how they stood by then."""
    version = models.FinalVersion
    query = select(func.max(version.finalised_at)).where(version.session_id == record.id)
    until = reading.db.scalar(query) if record.minutes_final else None
    for row in record.carried:
        session, outcome = row.outcome.session, outcome_of(row.outcome, on)
        if until is not None:
            outcome = _as_it_stood(outcome, row.outcome.changes, until)
        day = session.days[0].day if session.days else None
        yield CarriedOutcome(outcome, session.id, session.reference, day)


def _as_it_stood(
    outcome: Outcome, changes: Sequence[models.OutcomeChange], until: datetime
) -> Outcome:
    known = [change for change in changes if change.at <= until]
    if not known:
        first = FollowUpState.NOT_STARTED
        return replace(outcome, state=first, percent=0) if changes else outcome
    one = known[-1]
    return replace(outcome, state=one.state, due=one.due, ongoing=one.ongoing, percent=one.percent)


def _sheet(records: Sequence[models.Attendance], on: date) -> tuple[Attendance, ...]:
    people = {record.id: record.person_id for record in records}
    return tuple(
        Attendance(
            id=record.id,
            uid=record.uid,
            position=record.position,
            person=person_on(record.person, on),
            invited=record.invited,
            answer=record.answer,
            state=record.state,
            represented_by_id=people.get(record.represented_by_id or 0),
            late=record.late,
            left_early=record.left_early,
        )
        for record in records
    )


def _intervention(record: models.Intervention, on: date) -> Intervention:
    return Intervention(
        id=record.id,
        uid=record.uid,
        position=record.position,
        kind=record.kind,
        speakers=tuple(person_on(speaker.person, on) for speaker in record.speakers),
        title=words.of(record, "title"),
        summary=words.of(record, "summary"),
        appeal=words.of(record, "appeal"),
        agenda_item_id=record.agenda_item_id,
        at=record.at,
        outcome_id=record.outcome_id,
    )


def outcome_of(record: models.Outcome, on: date) -> Outcome:
    """Give an outcome, its owners under the functions and names of a day."""
    return Outcome(
        id=record.id,
        uid=record.uid,
        position=record.position,
        kind=record.kind,
        text=words.of(record, "text"),
        owner_person=_person(record.owner_person, on),
        owner_bodies=tuple(body_on(owner.body, on) for owner in record.owner_bodies),
        owner_text=words.of(record, "owner_text"),
        partners=words.of(record, "partners"),
        due=record.due,
        ongoing=record.ongoing,
        priority=record.priority,
        state=record.state,
        percent=record.percent,
        reason=record.reason,
        remarks=words.of(record, "remarks"),
        review_on=record.review_on,
        agenda_item_id=record.agenda_item_id,
    )
