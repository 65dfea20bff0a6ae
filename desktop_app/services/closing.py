"""The end of a session: what its minutes still lack, and the step to drafting them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from db import models
from db.codes import OVER, AttendanceState, Mode, OutcomeKind, SessionState
from db.unit_of_work import UnitOfWork
from desktop_app.services.records import found
from desktop_app.services.session_data import Outcome, Session
from desktop_app.services.session_edits import edit_fields
from desktop_app.services.session_states import STEPS, move

What = Literal[
    "attendance",
    "due",
    "signatory",
    "owner",
    "rapporteur",
    "chair",
    "place",
    "end",
    "text",
    "second",
]
"""*Second*: one alone signs, who makes a report of the minutes."""
REQUIRED: Final = frozenset({"attendance", "due", "signatory"})
"""Without these, minutes cannot be finalised."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that the minutes lack.

    Attributes:
        outcome: the one that lacks it, where it is one.
        count: of how many lines or points it is missing.
    """

    what: What
    outcome: Outcome | None = None
    count: int = 1

    @property
    def required(self) -> bool:
        """Whether minutes cannot be finalised without it."""
        return self.what in REQUIRED


def lacks(session: Session) -> tuple[Lack, ...]:
    """Give what the minutes of a session lack: what is required first."""
    return tuple(sorted(_lacks(session), key=lambda lack: not lack.required))


def close(work: UnitOfWork, session_id: int, end: str | None, on: date) -> None:
    """Note when a session ended, and begin to draft its minutes unless that was begun before.

    Args:
        work: the unit of work.
        session_id: of the session.
        end: ``12:30``; None to leave it as it is.
        on: the day on which its minutes are begun.

    Raises:
        UserError: there is no such session, it has no day, or it ended before it began.
    """
    record = found(work, models.Session, session_id)
    if end is not None:
        edit_fields(work, session_id, {("end",): end})
    if record.state not in STEPS[STEPS.index(SessionState.DRAFTING) :]:
        move(work, session_id, SessionState.DRAFTING, on)


def _lacks(session: Session) -> Iterator[Lack]:
    unrecorded = [line for line in session.attendance if line.state is AttendanceState.NOT_RECORDED]
    if unrecorded:
        yield Lack("attendance", count=len(unrecorded))
    for outcome in session.outcomes:
        yield from _of_outcome(outcome)
    if not session.signatories:
        yield Lack("signatory")
    if session.end is None:
        yield Lack("end")
    if session.chair is None:
        yield Lack("chair")
    if session.rapporteur is None:
        yield Lack("rapporteur")
    place = session.place
    far = place.mode is Mode.REMOTE or session.type.remote
    if not (place.platform if far else place.room or place.site):
        yield Lack("place")
    written = {line.agenda_item_id for line in session.interventions}
    written |= {outcome.agenda_item_id for outcome in session.outcomes}
    if silent := [item for item in session.agenda if item.id not in written]:
        yield Lack("text", count=len(silent))


def _of_outcome(outcome: Outcome) -> Iterator[Lack]:
    if outcome.state in OVER or outcome.kind is OutcomeKind.PROPOSAL:
        return
    if outcome.due is None and not outcome.ongoing:
        yield Lack("due", outcome)
    if not (outcome.owner_person or outcome.owner_bodies or outcome.owner_text):
        yield Lack("owner", outcome)
