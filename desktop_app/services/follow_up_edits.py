"""Many outcomes changed at once, in one unit of work: state, date, owner, priority, percent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import FollowUpState, Priority
from db.unit_of_work import UnitOfWork
from desktop_app.services.directory import Directory, maybe
from desktop_app.services.drafts import ProgressDraft
from desktop_app.services.follow_ups import record_progress
from desktop_app.services.records import found
from desktop_app.services.validation import NEEDS_REASON
from desktop_app.wording.bilingual import Bilingual

_BATCH = 500


@dataclass(frozen=True, slots=True)
class InCharge:
    """Who is in charge from now on.

    Attributes:
        person, bodies: by their uids.
        text: what papers print in their place.
    """

    person: str | None = None
    bodies: tuple[str, ...] = ()
    text: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of outcomes; None leaves a field as it is.

    Attributes:
        due: replaces *ongoing*; ongoing: replaces the due date.
        reason: why: it is told in the dated history, and kept where the state asks for it.
    """

    state: FollowUpState | None = None
    percent: int | None = None
    due: date | None = None
    ongoing: bool | None = None
    priority: Priority | None = None
    in_charge: InCharge | None = None
    reason: str = ""


def edit_many(work: UnitOfWork, outcome_ids: Sequence[int], changes: Changes) -> int:
    """Change outcomes of any sessions, all of them or none, and tell how many there were.

    Raises:
        UserError: one of them is not there any more, or is refused with these changes.
    """
    _load(work, outcome_ids)
    directory = Directory(work)
    for key in outcome_ids:
        _edit(work, found(work, models.Outcome, key), changes, directory)
    return len(outcome_ids)


def _load(work: UnitOfWork, outcome_ids: Sequence[int]) -> None:
    """Read them in a few questions rather than one by one."""
    outcome = models.Outcome
    whole = select(outcome).options(
        selectinload(outcome.session).selectinload(models.Session.days),
        selectinload(outcome.owner_bodies),
        selectinload(outcome.changes),
    )
    for at in range(0, len(outcome_ids), _BATCH):
        some = outcome_ids[at : at + _BATCH]
        work.db.scalars(whole.where(outcome.id.in_(some))).all()


def _edit(work: UnitOfWork, record: models.Outcome, changes: Changes, directory: Directory) -> None:
    ongoing = record.ongoing if changes.ongoing is None else changes.ongoing
    due = None if changes.ongoing else changes.due or record.due
    state = changes.state or record.state
    percent = changes.percent
    if percent is not None and changes.state is None:
        state = _state_at(percent, record.state)
    record.why = changes.reason
    record_progress(
        work,
        record.id,
        ProgressDraft(
            state=state,
            percent=percent,
            reason=changes.reason if changes.state in NEEDS_REASON else record.reason,
            due=due,
            ongoing=ongoing and changes.due is None,
            review_on=record.review_on,
        ),
    )
    if changes.priority is not None:
        record.priority = changes.priority
    if changes.in_charge is not None:
        _put_in_charge(record, changes.in_charge, directory)


def _state_at(percent: int, state: FollowUpState) -> FollowUpState:
    """Give the state that goes with a percent, where the one before does not."""
    if percent == 100:
        return FollowUpState.DONE
    begun = {FollowUpState.NOT_STARTED, FollowUpState.DONE}
    return FollowUpState.IN_PROGRESS if percent and state in begun else state


def _put_in_charge(record: models.Outcome, owners: InCharge, directory: Directory) -> None:
    record.owner_person_id = maybe(directory.person, owners.person, ("owners",))
    record.owner_text_ar, record.owner_text_fr = owners.text.ar, owners.text.fr
    kept = {one.body_id: one for one in record.owner_bodies}
    ids = [directory.body(uid, ("owners",)) for uid in owners.bodies]
    record.owner_bodies = [
        kept.get(body_id) or models.OutcomeBody(body_id=body_id) for body_id in ids
    ]
    for position, owner in enumerate(record.owner_bodies, 1):
        owner.position = position
