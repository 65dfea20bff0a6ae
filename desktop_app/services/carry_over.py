"""What a session of a series takes over from those before it, and what stays behind.

Nothing is taken over by itself: `preview` says what could go, what is proposed and why; `carry`
does what was chosen, and takes off what was chosen before and is not any more. An outcome stays
the record of its own session, however many sessions follow it up.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Final

from sqlalchemy import func, or_, select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import OVER, AgendaOrigin, SessionState
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.follow_up_data import Line as FollowUp
from desktop_app.services.follow_up_list import read_lines
from desktop_app.services.records import found
from desktop_app.services.sessions import session_types
from desktop_app.services.validation import MET
from desktop_app.wording import carried
from desktop_app.wording.bilingual import Bilingual

_OUT: Final = frozenset({SessionState.POSTPONED, SessionState.CANCELLED})
_GENERATED: Final = frozenset({AgendaOrigin.APPROVAL, AgendaOrigin.FOLLOW_UP})
Key = tuple[str, int]
"""What goes over or stays: ``("approval", session)``, ``("outcome", id)``, ``("item", id)``."""


class Why(StrEnum):
    """Why something is proposed to go over, or not."""

    MINUTES = "minutes"
    OPEN = "open"
    OVER = "over"
    NOT_REACHED = "not_reached"
    EXHAUSTED = "exhausted"


@dataclass(frozen=True, slots=True)
class Before:
    """The session before."""

    id: int
    reference: str
    day: date | None
    theme: Bilingual


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that can go over.

    Attributes:
        proposed: whether it goes unless the user says otherwise.
        carried: whether it is on the agenda or followed up already.
        outcome: it, when it is one.
        age: for how many days an outcome is on file; since the session that it came of.
        changed: the day on which it came to its state, where that is told.
        reason: why it is cancelled or passed on.
    """

    key: Key
    why: Why
    proposed: bool
    carried: bool
    title: Bilingual
    outcome: FollowUp | None = None
    age: int | None = None
    changed: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What goes over into a session and what stays.

    Attributes:
        before: the session before; None where there is none.
        begun: whether anything is carried already: then what is carried is what was chosen.
        item: position of the point that follows up, or will.
    """

    session_id: int
    before: Before | None
    lines: tuple[Line, ...]
    begun: bool
    item: int

    @property
    def chosen(self) -> frozenset[Key]:
        """What goes over unless something is flipped."""
        return frozenset(
            one.key for one in self.lines if (one.carried if self.begun else one.proposed)
        )


def preview(reading: Reading, session_id: int, today: date) -> Preview:
    """Tell what goes over into a session from those before it in its series, and what stays.

    Every open outcome of those sessions is there, whoever followed it up since; of those that
    wait for nothing, the ones of the session before and the ones that it followed up.

    Raises:
        UserError: there is no such session.
    """
    session = found(reading, models.Session, session_id)
    earlier, before = _earlier(reading, session)
    lines = list(_outcomes(reading, session, earlier, before, today))
    if before is not None:
        lines = [_approval(reading, session, before), *lines, *_items(session, before)]
    begun = bool(session.carried) or any(
        item.origin is not AgendaOrigin.TYPED for item in session.agenda
    )
    approves = any(one.key[0] == "approval" for one in lines)
    place = next(
        (item.position for item in session.agenda if item.origin is AgendaOrigin.FOLLOW_UP),
        2 if approves else 1,
    )
    return Preview(
        session_id,
        None if before is None else _before(before),
        tuple(lines),
        begun,
        place,
    )


def carry(work: UnitOfWork, session_id: int, chosen: Collection[Key], today: date) -> None:
    """Take over what was chosen, and nothing else of what could be.

    Args:
        work: the unit of work.
        session_id: of the session.
        chosen: keys of `preview`; any other is left out.
        today: the day on which it is asked.

    Raises:
        UserError: there is no such session, or its minutes are final.
    """
    session = found(work, models.Session, session_id)
    told = preview(work, session_id, today)
    goes = {one.key for one in told.lines if one.key in chosen}
    _carry_approval(work, session, goes)
    _carry_outcomes(work, session, told, goes)
    _carry_items(work, session, told, goes)
    for position, item in enumerate(session.agenda, 1):
        item.position = position


# --- what could go ---


def _earlier(reading: Reading, session: models.Session) -> tuple[list[int], models.Session | None]:
    """Give the sessions before one in its series, and the last of them that was not put off."""
    if session.series_id is None:
        return [], None
    first = func.coalesce(func.min(models.SessionDay.day), date.max)
    query = (
        select(models.Session.id, models.Session.state, first)
        .outerjoin(models.SessionDay)
        .where(models.Session.series_id == session.series_id)
        .group_by(models.Session.id, models.Session.state)
    )
    rows = {key: ((day, key), state) for key, state, day in reading.db.execute(query)}
    here = rows[session.id][0]
    earlier = sorted(key for key, (place, _) in rows.items() if place < here)
    last = max(
        (key for key in earlier if rows[key][1] not in _OUT),
        key=lambda key: rows[key][0],
        default=None,
    )
    return earlier, None if last is None else found(reading, models.Session, last)


def _before(record: models.Session) -> Before:
    day = record.days[0].day if record.days else None
    return Before(record.id, record.reference, day, words.of(record, "theme"))


def _approval(reading: Reading, session: models.Session, before: models.Session) -> Line:
    return Line(
        ("approval", before.id),
        Why.MINUTES,
        proposed=True,
        carried=any(item.of_session_id == before.id for item in session.agenda),
        title=carried.approval(session_types(reading)[before.type_code]),
    )


def _outcomes(
    reading: Reading,
    session: models.Session,
    earlier: Sequence[int],
    before: models.Session | None,
    today: date,
) -> Iterator[Line]:
    last = 0 if before is None else before.id
    outcome, row = models.Outcome, models.CarriedOutcome
    followed = select(row.outcome_id).where(row.session_id.in_(earlier))
    just = select(row.outcome_id).where(row.session_id.in_((last, session.id)))
    query = (
        select(outcome)
        .options(selectinload(outcome.changes))
        .where(
            or_(outcome.session_id.in_(earlier), outcome.id.in_(followed), outcome.id.in_(just)),
            outcome.session_id != session.id,
            or_(
                outcome.state.not_in(OVER),
                outcome.session_id == last,
                outcome.id.in_(just),
            ),
        )
        .order_by(outcome.session_id, outcome.position)
    )
    records = {record.id: record for record in reading.db.scalars(query)}
    here = {one.outcome_id for one in session.carried}
    for line in read_lines(reading, list(records), today):
        record = records[line.id]
        over = line.state in OVER
        yield Line(
            ("outcome", line.id),
            Why.OVER if over else Why.OPEN,
            proposed=not over,
            carried=line.id in here,
            title=line.text,
            outcome=line,
            age=(today - line.day).days if line.day else None,
            changed=_since(record),
            reason=record.reason,
        )


def _since(record: models.Outcome) -> date | None:
    """Give the day on which an outcome came to its state."""
    day = None
    for change in reversed(record.changes):
        if change.state is not record.state:
            break
        day = change.at.date()
    return day


def _items(session: models.Session, before: models.Session) -> Iterator[Line]:
    """Give the points of the session before of which nothing was said, once it was held."""
    if before.state not in MET:
        return
    parts: Iterator[models.Intervention | models.Outcome] = chain(
        before.interventions, before.outcomes
    )
    written = {part.agenda_item_id for part in parts}
    here = {item.carried_from_id for item in session.agenda}
    for item in before.agenda:
        reached = item.id in written or item.spent_seconds
        if item.origin in _GENERATED or (reached and item.id not in here):
            continue
        exhausted = before.agenda_exhausted
        yield Line(
            ("item", item.id),
            Why.EXHAUSTED if exhausted else Why.NOT_REACHED,
            proposed=not exhausted,
            carried=item.id in here,
            title=words.of(item, "title"),
        )


# --- taking over ---


def _carry_approval(work: UnitOfWork, session: models.Session, goes: set[Key]) -> None:
    wanted = next((key for what, key in goes if what == "approval"), None)
    item = _generated(session, AgendaOrigin.APPROVAL)
    if wanted is None:
        if item is not None:
            _take_off(session, item)
        return
    if item is None:
        item = models.AgendaItem(origin=AgendaOrigin.APPROVAL)
        session.agenda.insert(0, item)
    if item.of_session_id != wanted:
        item.of_session_id = wanted
        kind = session_types(work)[found(work, models.Session, wanted).type_code]
        words.put(item, words.columns(title=carried.approval(kind)))


def _carry_outcomes(
    work: UnitOfWork, session: models.Session, told: Preview, goes: set[Key]
) -> None:
    named = {one.key[1] for one in told.lines if one.outcome is not None}
    for row in list(session.carried):
        if row.outcome_id in named and ("outcome", row.outcome_id) not in goes:
            session.carried.remove(row)
    here = {row.outcome_id for row in session.carried}
    for one in told.lines:
        if one.key in goes and one.outcome is not None and one.key[1] not in here:
            outcome = found(work, models.Outcome, one.key[1])
            session.carried.append(models.CarriedOutcome(outcome=outcome))
    for position, row in enumerate(session.carried, 1):
        row.position = position
    item = _generated(session, AgendaOrigin.FOLLOW_UP)
    if session.carried and item is None:
        approval = _generated(session, AgendaOrigin.APPROVAL)
        at = 0 if approval is None else session.agenda.index(approval) + 1
        item = models.AgendaItem(
            origin=AgendaOrigin.FOLLOW_UP, **words.columns(title=carried.FOLLOW_UP)
        )
        session.agenda.insert(at, item)
    elif item is not None and not session.carried:
        _take_off(session, item)


def _carry_items(work: UnitOfWork, session: models.Session, told: Preview, goes: set[Key]) -> None:
    """Put points that were not reached before the others; one that is there already is the one."""
    for one in told.lines:
        what, key = one.key
        if what != "item":
            continue
        here = next((item for item in session.agenda if item.carried_from_id == key), None)
        if one.key not in goes:
            if here is not None:
                _take_off(session, here)
        elif here is None:
            before = found(work, models.AgendaItem, key)
            item = _same(session, before)
            if item is None:
                item = models.AgendaItem(
                    title_ar=before.title_ar,
                    title_fr=before.title_fr,
                    presenter_id=before.presenter_id,
                    planned_minutes=before.planned_minutes,
                )
                session.agenda.insert(_after_carried(session), item)
            item.origin, item.carried_from_id = AgendaOrigin.CARRIED, key


def _same(session: models.Session, before: models.AgendaItem) -> models.AgendaItem | None:
    """Give the point that came over with the agenda already, under the same title."""
    title = words.of(before, "title")
    typed = (item for item in session.agenda if item.origin is AgendaOrigin.TYPED)
    return next((item for item in typed if words.of(item, "title") == title), None)


def _after_carried(session: models.Session) -> int:
    origins = [item.origin for item in session.agenda]
    return next(
        (at for at, origin in enumerate(origins) if origin is AgendaOrigin.TYPED), len(origins)
    )


def _generated(session: models.Session, origin: AgendaOrigin) -> models.AgendaItem | None:
    return next((item for item in session.agenda if item.origin is origin), None)


def _take_off(session: models.Session, item: models.AgendaItem) -> None:
    parts: Iterator[models.Intervention | models.Outcome] = chain(
        session.interventions, session.outcomes
    )
    for part in parts:
        if part.agenda_item is item:
            part.agenda_item = None
    session.agenda.remove(item)
