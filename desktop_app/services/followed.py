"""Outcomes as papers follow them up: chosen, with where each comes from and when it last moved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import OVER, OutcomeKind
from db.unit_of_work import Reading
from desktop_app.services import words
from desktop_app.services.bodies import body_on
from desktop_app.services.outcomes import REMINDED
from desktop_app.services.people import WITH_FUNCTIONS, person_on
from desktop_app.services.people_data import Body, Person
from desktop_app.services.records import found
from desktop_app.services.session_data import Outcome
from desktop_app.services.sessions import outcome_of, session_types
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.session_types import SessionType

_AT_ONCE: Final = 500
"""So many ids at most are named in one question to the database."""


@dataclass(frozen=True, slots=True)
class Group:
    """Outcomes under a head of their own, in the order in which a list shows them."""

    title: Bilingual
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Which outcomes a paper is about; all when nothing is said.

    Attributes:
        session_id: those that came of one session.
        person_id, body_id: those that one person, or a body with what belongs to it, has in hand.
        kinds: of these kinds alone.
        late: only those that are late; unfinished: only those that wait for something.
        groups: exactly these, grouped and ordered as they are here.
        told: of the groups, in words, for under the title (``المديرية الإقليمية بأزيلال``).
    """

    session_id: int | None = None
    person_id: int | None = None
    body_id: int | None = None
    kinds: frozenset[OutcomeKind] = frozenset()
    late: bool = False
    unfinished: bool = False
    groups: tuple[Group, ...] | None = None
    told: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True)
class Origin:
    """The session that an outcome came of.

    Attributes:
        reference: the number of its minutes, as the registry desk gave it or as the centre did.
    """

    id: int
    type: SessionType
    theme: Bilingual
    reference: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Followed:
    """An outcome with where it comes from.

    Attributes:
        updated: the day on which its follow-up last changed; None while it never did.
        late: its due date is past and it still waits for something.
    """

    outcome: Outcome
    origin: Origin
    updated: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class Register:
    """The outcomes that a paper shows, by groups; one group without title when there are none.

    Attributes:
        person, body: whose they are, if that was asked for.
    """

    which: Which
    groups: tuple[tuple[Bilingual, tuple[Followed, ...]], ...]
    person: Person | None = None
    body: Body | None = None

    @property
    def lines(self) -> tuple[Followed, ...]:
        """All of them, in order."""
        return tuple(line for _, lines in self.groups for line in lines)


def read_register(reading: Reading, which: Which, today: date) -> Register:
    """Read the outcomes that a paper is about: by meeting, then number, unless they are grouped.

    Args:
        reading: where to read.
        which: they are.
        today: the day against which delay is reckoned, and under whose names people are told.

    Raises:
        UserError: there is no such person or body.
    """
    person = body = None
    if which.person_id is not None:
        person = person_on(found(reading, models.Person, which.person_id), today)
    if which.body_id is not None:
        body = body_on(found(reading, models.Body, which.body_id), today)
    if which.groups is None:
        lines = sorted(_lines(reading, _chosen(reading, which, today), today), key=_by_meeting)
        return Register(which, ((Bilingual(), tuple(lines)),), person, body)
    lines_by_id = _by_id(reading, which.groups, today)
    groups = tuple(
        (group.title, tuple(lines_by_id[one] for one in group.ids if one in lines_by_id))
        for group in which.groups
    )
    return Register(which, groups, person, body)


def session_of(reading: Reading, outcome_id: int) -> int:
    """Give the id of the session that an outcome came of.

    Raises:
        UserError: there is no such outcome.
    """
    return found(reading, models.Outcome, outcome_id).session_id


def owners_of(reading: Reading, ids: Iterable[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the ids of the people, and of the bodies, in charge of some outcomes, each once."""
    wanted = list(ids)
    people: set[int] = set()
    bodies: set[int] = set()
    outcome, owning = models.Outcome, models.OutcomeBody
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        person = select(outcome.owner_person_id).where(outcome.id.in_(part))
        people.update(one for one in reading.db.scalars(person) if one is not None)
        body = select(owning.body_id).where(owning.outcome_id.in_(part))
        bodies.update(reading.db.scalars(body))
    return tuple(sorted(people)), tuple(sorted(bodies))


def _by_meeting(line: Followed) -> tuple[date, str, int, int]:
    origin = line.origin
    return origin.day or date.max, origin.reference, origin.id, line.outcome.position


def _by_id(reading: Reading, groups: Iterable[Group], today: date) -> Mapping[int, Followed]:
    ids = [one for group in groups for one in group.ids]
    lines: dict[int, Followed] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = select(models.Outcome).where(models.Outcome.id.in_(ids[start : start + _AT_ONCE]))
        lines.update({line.outcome.id: line for line in _lines(reading, query, today)})
    return lines


def _chosen(reading: Reading, which: Which, today: date) -> Select[models.Outcome]:
    outcome = models.Outcome
    query = select(outcome)
    if which.session_id is not None:
        query = query.where(outcome.session_id == which.session_id)
    if which.person_id is not None:
        query = query.where(outcome.owner_person_id == which.person_id)
    if which.body_id is not None:
        owned = select(models.OutcomeBody.outcome_id).where(
            models.OutcomeBody.body_id.in_(_with_parts(reading, which.body_id))
        )
        query = query.where(outcome.id.in_(owned))
    if which.kinds:
        query = query.where(outcome.kind.in_(which.kinds))
    if which.late or which.unfinished:
        query = query.where(outcome.state.not_in(OVER))
    if which.late:
        query = query.where(outcome.due < today)
    return query


def _with_parts(reading: Reading, body_id: int) -> list[int]:
    """Give a body and all that belong to it, however deep."""
    bodies = [body_id]
    for one in bodies:
        inside = select(models.Body.id).where(models.Body.parent_id == one)
        bodies.extend(part for part in reading.db.scalars(inside) if part not in bodies)
    return bodies


def _lines(reading: Reading, query: Select[models.Outcome], today: date) -> Iterator[Followed]:
    types = session_types(reading)
    whole = query.options(
        selectinload(models.Outcome.owner_person).options(WITH_FUNCTIONS),
        selectinload(models.Outcome.owner_bodies)
        .joinedload(models.OutcomeBody.body)
        .selectinload(models.Body.names),
        selectinload(models.Outcome.session).selectinload(models.Session.days),
    )
    records = reading.db.scalars(whole).all()
    updated = _updated(reading, [record.id for record in records])
    for record in records:
        session = record.session
        moved = updated.get(record.id)
        yield Followed(
            outcome=outcome_of(record, today),
            origin=Origin(
                id=session.id,
                type=types[session.type_code],
                theme=words.of(session, "theme"),
                reference=session.registry_reference or session.reference,
                day=session.days[0].day if session.days else None,
            ),
            updated=moved.astimezone().date() if moved else None,
            late=record.due is not None and record.due < today and record.state not in OVER,
        )


def _updated(reading: Reading, ids: Sequence[int]) -> dict[int, datetime]:
    """Give when the follow-up of each last changed; a reminder changes nothing."""
    change = models.OutcomeChange
    moments: dict[int, datetime] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = (
            select(change.outcome_id, func.max(change.at))
            .where(change.outcome_id.in_(ids[start : start + _AT_ONCE]))
            .where(~change.why.startswith(REMINDED, autoescape=True))
            .group_by(change.outcome_id)
        )
        moments.update((outcome_id, at) for outcome_id, at in reading.db.execute(query))
    return moments
