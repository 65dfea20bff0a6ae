"""The life of a session: its six steps, its two side exits, and when each was reached."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from db import models
from db.codes import SessionState
from db.errors import UserError
from db.journal import JournalEntry, entries
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.records import found
from desktop_app.services.text import cleaned
from desktop_app.services.validation import MET, check_day, check_text, require

STEPS: Final = (
    SessionState.PLANNED,
    SessionState.INVITED,
    SessionState.HELD,
    SessionState.DRAFTING,
    SessionState.SIGNED,
    SessionState.SENT,
)
"""In their order; postponed and cancelled stand beside them."""
NOT_YET: Final = UserError("this day has not come yet.")


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six steps of a session.

    Attributes:
        passed: the session has come this far.
        on: the day on which it did, where it is known.
    """

    state: SessionState
    passed: bool
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """How far a session is.

    Attributes:
        steps: all six; those passed before it was postponed or cancelled stay passed.
        state: the present one.
        since: the day on which it came to it, where it is known.
        reason: why it is postponed or cancelled.
    """

    steps: tuple[Step, ...]
    state: SessionState
    since: date | None
    reason: str

    @property
    def following(self) -> SessionState | None:
        """The step that comes next, if one does."""
        if self.state is SessionState.CANCELLED:
            return None
        return next((step.state for step in self.steps if not step.passed), None)


def move(work: UnitOfWork, session_id: int, state: SessionState, on: date) -> None:
    """Bring a session to one of its steps, forwards or back.

    Args:
        work: the unit of work.
        session_id: which session.
        state: one of `STEPS`.
        on: the day on which it came to that.

    Raises:
        UserError: there is no such session, it was to be held without a day, or the day is to
            come.
    """
    record = found(work, models.Session, session_id)
    require(
        record.days or state not in MET,
        ("days",),
        UserError("a session that was held needs its day."),
    )
    _leave(work, record, state, on)


def postpone(
    work: UnitOfWork, session_id: int, on: date, *, to: date | None = None, reason: str = ""
) -> None:
    """Put a session off, to another day if that is known.

    Args:
        work: the unit of work.
        session_id: which session.
        on: the day on which that was decided.
        to: its new first day; its other days follow at the same distance.
        reason: why, if it is known.

    Raises:
        UserError: there is no such session, the day of the decision is to come, or a new day
            lies outside the years that papers can write.
    """
    record = found(work, models.Session, session_id)
    _leave(work, record, SessionState.POSTPONED, on, reason)
    if to is not None:
        check_day(to, ("days",))
        days = [day.day for day in record.days] or [to]
        days = [day + (to - days[0]) for day in days]
        check_day(days[-1], ("days",))
        kept = {part.day: part for part in record.days}
        record.days = [kept.get(day) or models.SessionDay(day=day) for day in days]


def cancel(work: UnitOfWork, session_id: int, on: date, reason: str) -> None:
    """Give a session up.

    Raises:
        UserError: there is no such session, the reason is empty, or the day is to come.
    """
    record = found(work, models.Session, session_id)
    _leave(work, record, SessionState.CANCELLED, on, reason)


def get_steps(reading: Reading, session_id: int) -> Steps:
    """Give how far a session is, and when it came so far as the journal has it.

    Raises:
        UserError: there is no such session.
    """
    record = found(reading, models.Session, session_id)
    reached: dict[SessionState, date | None] = {}
    told: dict[str, Any] = {}
    furthest = 0
    for entry in entries(reading, record_uid=record.uid, subject=record.__tablename__):
        told |= entry.after or {}
        state = SessionState(told["state"])
        if state in STEPS and (entry.after or {}).keys() & {"state", "since"}:
            furthest = STEPS.index(state)
            reached[state] = _day(told["since"], entry, state, reached)
    if record.letter is not None and not reached.get(SessionState.INVITED):
        reached[SessionState.INVITED] = record.letter.dated
    if record.days and not reached.get(SessionState.HELD):
        reached[SessionState.HELD] = record.days[-1].day
    return Steps(
        steps=tuple(
            Step(state, passed=n <= furthest, on=reached.get(state) if n <= furthest else None)
            for n, state in enumerate(STEPS)
        ),
        state=record.state,
        since=record.since,
        reason=record.reason,
    )


def _day(
    since: str | None,
    entry: JournalEntry,
    state: SessionState,
    reached: dict[SessionState, date | None],
) -> date | None:
    """The day that was noted, or else that on which the step was journaled as taken."""
    if since:
        return date.fromisoformat(since)
    if state in reached:
        return reached[state]
    if entry.before is None and state is not SessionState.PLANNED:
        return None  # recorded long after it was planned
    return entry.at.astimezone().date()


def _leave(
    work: UnitOfWork, record: models.Session, state: SessionState, on: date, reason: str = ""
) -> None:
    check_text(reason, ("reason",))
    reason = cleaned(reason)
    require(
        reason or state is not SessionState.CANCELLED,
        ("reason",),
        UserError("a session that is cancelled needs its reason."),
    )
    today = work.at.astimezone().date()
    require(on <= today, ("since",), NOT_YET)
    record.state, record.since, record.reason = state, on, reason
