"""Follow-ups: the outcomes of all sessions on their way to being done."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import OVER, FollowUpState, OutcomeKind, Priority
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.bodies import body_on
from desktop_app.services.drafts import ProgressDraft
from desktop_app.services.people import WITH_FUNCTIONS, person_on
from desktop_app.services.people_data import Body, Person
from desktop_app.services.records import found
from desktop_app.services.sessions import first_day_of_session
from desktop_app.services.validation import checked, require
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An outcome with the session it came from.

    Attributes:
        session_day: first day of that session.
        late: computed: its due date is past and it still waits for something.
    """

    id: int
    uid: str
    session_id: int
    session_theme: Bilingual
    session_day: date | None
    position: int
    kind: OutcomeKind
    text: Bilingual
    owner_person: Person | None
    owner_bodies: tuple[Body, ...]
    owner_text: Bilingual
    due: date | None
    ongoing: bool
    priority: Priority
    state: FollowUpState
    percent: int
    reason: str
    late: bool


def list_follow_ups(
    reading: Reading, today: date, owner_id: int | None = None
) -> tuple[FollowUp, ...]:
    """Give all outcomes, those due first on top and those without due date below.

    Args:
        reading: where to read.
        today: the day against which delay is reckoned.
        owner_id: of the one person in charge whose outcomes are wanted; everybody's when None.
    """
    outcome = models.Outcome
    query = (
        select(
            outcome,
            models.Session.theme_ar,
            models.Session.theme_fr,
            first_day_of_session(),
        )
        .join(outcome.session)
        .options(
            selectinload(outcome.owner_person).options(WITH_FUNCTIONS),
            selectinload(outcome.owner_bodies)
            .joinedload(models.OutcomeBody.body)
            .selectinload(models.Body.names),
        )
        .order_by(outcome.due.is_(None), outcome.due, outcome.id)
    )
    if owner_id is not None:
        query = query.where(outcome.owner_person_id == owner_id)
    return tuple(
        _follow_up(record, Bilingual(theme_ar, theme_fr), day, today)
        for record, theme_ar, theme_fr, day in reading.db.execute(query)
    )


def record_progress(work: UnitOfWork, outcome_id: int, draft: ProgressDraft) -> None:
    """Write how far an outcome is; the change is kept in its history.

    Raises:
        UserError: there is no such outcome, or the draft is refused.
    """
    draft = checked(draft, ProgressDraft)
    record = found(work, models.Outcome, outcome_id)
    if draft.due != record.due:
        check_due(record, draft.due)
    reached = record.percent % 100
    if draft.state is FollowUpState.DONE:
        reached = 100
    words.put(
        record,
        {
            "state": draft.state,
            "percent": reached if draft.percent is None else draft.percent,
            "reason": draft.reason,
            "due": draft.due,
            "ongoing": draft.ongoing,
            "review_on": draft.review_on,
        },
    )


def check_due(record: models.Outcome, due: date | None) -> None:
    """Refuse a due date that is chosen before the session was held.

    Raises:
        FieldError: it lies before the first day of the session.
    """
    first = min((one.day for one in record.session.days), default=None)
    require(
        due is None or first is None or due >= first,
        ("due",),
        UserError(
            "this date lies before the session, which was held on {day}: choose a later one.",
            day=f"{first:%d/%m/%Y}" if first else "",
        ),
    )


def _follow_up(record: models.Outcome, theme: Bilingual, day: date | None, today: date) -> FollowUp:
    return FollowUp(
        id=record.id,
        uid=record.uid,
        session_id=record.session_id,
        session_theme=theme,
        session_day=day,
        position=record.position,
        kind=record.kind,
        text=words.of(record, "text"),
        owner_person=person_on(record.owner_person, today) if record.owner_person else None,
        owner_bodies=tuple(body_on(owner.body, today) for owner in record.owner_bodies),
        owner_text=words.of(record, "owner_text"),
        due=record.due,
        ongoing=record.ongoing,
        priority=record.priority,
        state=record.state,
        percent=record.percent,
        reason=record.reason,
        late=record.due is not None and record.due < today and record.state not in OVER,
    )
