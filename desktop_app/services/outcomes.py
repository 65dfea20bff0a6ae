"""What came of a session, one outcome at a time: added, edited field by field, moved, removed.

How far an outcome is goes by `desktop_app.services.follow_ups`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from db import models
from db.codes import FollowUpState, OutcomeKind
from db.journal import Operation, entries
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.direction import has_arabic
from desktop_app.services.directory import Directory
from desktop_app.services.drafts import Label, OutcomeDraft, ProgressDraft, Words, changed
from desktop_app.services.follow_ups import check_due, record_progress
from desktop_app.services.note_reading import Reading as Line
from desktop_app.services.records import found
from desktop_app.services.session_edits import fill_outcome
from desktop_app.services.validation import checked

REMINDED: Final = "✉ "
"""Begins the why of a moment at which nothing changed, but somebody was reminded."""


@dataclass(frozen=True, slots=True)
class Step:
    """How an outcome stood from a moment on.

    Attributes:
        at: in UTC.
        who: changed it, as the journal names him.
        why: the reason that was given, or empty.
    """

    at: datetime
    who: str
    why: str
    state: FollowUpState
    due: date | None
    ongoing: bool
    percent: int

    @property
    def reminded(self) -> str:
        """Who was reminded of it then, if anybody was."""
        return self.why.removeprefix(REMINDED) if self.why.startswith(REMINDED) else ""


def steps_of(reading: Reading, outcome_id: int) -> tuple[Step, ...]:
    """Give how an outcome stood when it was recorded and after each change, the oldest first.

    Raises:
        UserError: there is no such outcome.
    """
    record = found(reading, models.Outcome, outcome_id)
    told = entries(reading, record_uid=record.uid)
    first = [
        Step(
            one.at,
            one.who,
            "",
            FollowUpState(one.after["state"]),
            date.fromisoformat(one.after["due"]) if one.after["due"] else None,
            one.after["ongoing"],
            one.after["percent"],
        )
        for one in told
        if one.operation is Operation.ADDED and one.after
    ]
    return (
        *first[:1],
        *(
            Step(one.at, one.who, one.why, one.state, one.due, one.ongoing, one.percent)
            for one in record.changes
        ),
    )


def add(work: UnitOfWork, session_id: int, draft: OutcomeDraft) -> int:
    """Record an outcome after the others of its session, and give its id.

    Raises:
        UserError: there is no such session, or the draft is refused.
    """
    session = found(work, models.Session, session_id)
    draft = checked(draft, OutcomeDraft)
    outcome = models.Outcome(position=len(session.outcomes) + 1)
    if draft.uid:
        outcome.uid = draft.uid
    fill_outcome(outcome, session, draft, Directory(work))
    session.outcomes.append(outcome)
    work.db.flush()
    return outcome.id


def add_line(
    work: UnitOfWork,
    session_id: int,
    kind: OutcomeKind,
    line: Line,
    agenda_item: int | None = None,
) -> int:
    """Record an outcome from a line as it was read, and give its id.

    Args:
        work: the unit of work.
        session_id: of the session.
        kind: of outcome.
        line: its text, who and until when.
        agenda_item: the point of the agenda that it came of, from 1.

    Raises:
        UserError: there is no such session, or the line says nothing.
    """
    person, bodies = line.person_id, line.body_ids
    return add(
        work,
        session_id,
        OutcomeDraft(
            kind=kind,
            text=Words(ar=line.text) if has_arabic(line.text) else Words(fr=line.text),
            owner_person=None if person is None else found(work, models.Person, person).uid,
            owner_bodies=tuple(found(work, models.Body, one).uid for one in bodies),
            due=line.due,
            ongoing=line.ongoing,
            agenda_item=agenda_item,
        ),
    )


def edit(work: UnitOfWork, outcome_id: int, changes: Mapping[tuple[str, ...], object]) -> None:
    """Change some fields of an outcome, and none of the others.

    Args:
        work: the unit of work.
        outcome_id: of the outcome.
        changes: new values by the paths of their fields in `OutcomeDraft`, as in
            ``{("text", "fr"): "Préparer la salle"}``; people and bodies by their uids.

    Raises:
        UserError: there is no such outcome, or it is refused with these values.
    """
    record = found(work, models.Outcome, outcome_id)
    draft = _draft_of(record)
    for path, value in changes.items():
        draft = changed(draft, path, value)
    if draft.due != record.due:
        check_due(record, draft.due)
    fill_outcome(record, record.session, checked(draft, OutcomeDraft), Directory(work))


def set_state(
    work: UnitOfWork,
    outcome_id: int,
    state: FollowUpState,
    reason: str = "",
    percent: int | None = None,
) -> None:
    """Write how far an outcome is; its dates stay.

    Raises:
        UserError: there is no such outcome, or the state needs a reason.
    """
    record = found(work, models.Outcome, outcome_id)
    record_progress(
        work,
        outcome_id,
        ProgressDraft(
            state=state,
            percent=percent,
            reason=reason,
            due=record.due,
            ongoing=record.ongoing,
            review_on=record.review_on,
        ),
    )


def move(work: UnitOfWork, outcome_id: int, steps: int) -> None:
    """Move an outcome up or down among those of its session; it stops at either end.

    Raises:
        UserError: there is no such outcome.
    """
    record = found(work, models.Outcome, outcome_id)
    order = list(record.session.outcomes)
    place = order.index(record)
    order.insert(max(place + steps, 0), order.pop(place))
    _number(order)


def remove(work: UnitOfWork, outcome_id: int) -> None:
    """Remove an outcome; the line of the minutes that it was lifted from has its words again.

    Raises:
        UserError: there is no such outcome.
    """
    record = found(work, models.Outcome, outcome_id)
    session = record.session
    for line in session.interventions:
        if line.outcome is record:
            line.outcome = None
            if not (line.summary_ar or line.summary_fr):
                line.summary_ar, line.summary_fr = record.text_ar, record.text_fr
    session.outcomes.remove(record)
    _number(session.outcomes)


def _number(outcomes: list[models.Outcome]) -> None:
    for position, outcome in enumerate(outcomes, 1):
        outcome.position = position


def _draft_of(record: models.Outcome) -> OutcomeDraft:
    agenda = record.session.agenda
    return OutcomeDraft(
        kind=record.kind,
        text=Words(ar=record.text_ar, fr=record.text_fr),
        owner_person=record.owner_person.uid if record.owner_person else None,
        owner_bodies=tuple(owner.body.uid for owner in record.owner_bodies),
        owner_text=Label(record.owner_text_ar, record.owner_text_fr),
        partners=Label(record.partners_ar, record.partners_fr),
        due=record.due,
        ongoing=record.ongoing,
        priority=record.priority,
        state=record.state,
        percent=record.percent,
        reason=record.reason,
        remarks=Words(ar=record.remarks_ar, fr=record.remarks_fr),
        review_on=record.review_on,
        agenda_item=agenda.index(record.agenda_item) + 1 if record.agenda_item else None,
    )
