"""A person over time: sessions attended, outcomes owned, attestations, papers received."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from db import models
from db.codes import OVER, AttendanceState, DocumentKind, FollowUpState
from db.unit_of_work import Reading
from desktop_app.calendar import first_of_school_year, school_year
from desktop_app.services.people_list import THERE
from desktop_app.services.sessions import first_day_of_session
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to another, both within."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Tell whether a day lies within; what has no day lies in all time alone."""
        return self == ALWAYS if day is None else self.first <= day <= self.last


ALWAYS: Final = Period(date.min, date.max)


def year_of(day: date) -> Period:
    """Give the school year of a day."""
    first = first_of_school_year(day)
    return Period(first, first.replace(year=first.year + 1) - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Attended:
    """Where the person was on the day of a session, and who came instead."""

    day: date | None
    state: AttendanceState
    substitute: Bilingual = Bilingual()


@dataclass(frozen=True, slots=True)
class Owned:
    """An outcome in the person's charge, by the first day of its session."""

    day: date | None
    state: FollowUpState
    late: bool


@dataclass(frozen=True, slots=True)
class Received:
    """A paper that was sent to the person.

    Attributes:
        on: the day on which it went.
        confirmed: whether it is known that it arrived.
    """

    id: int
    kind: DocumentKind
    session_id: int | None
    theme: Bilingual
    reference: str
    on: date
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """What a period comes to; being represented is the body's presence, not the person's.

    Attributes:
        attended, held: sessions attended, of those in which the attendance is recorded.
        represented: sessions in which another came instead; substitutes: who, each once.
        owned, done, late: outcomes of the sessions of the period, in the person's charge.
        attested, received: attestations and papers of the period, with the day of the last.
    """

    attended: int
    held: int
    represented: int
    substitutes: tuple[Bilingual, ...]
    owned: int
    done: int
    late: int
    attested: int
    last_attested: date | None
    received: int
    last_received: date | None

    @property
    def rate(self) -> int | None:
        """Attendance in percent; None when nothing is recorded."""
        return round(100 * self.attended / self.held) if self.held else None


def figures(
    period: Period,
    attended: Iterable[Attended],
    owned: Iterable[Owned],
    attested: Iterable[date],
    received: Iterable[Received],
) -> Figures:
    """Count what lies in a period."""
    held = [
        one
        for one in attended
        if period.holds(one.day) and one.state is not AttendanceState.NOT_RECORDED
    ]
    away = [one for one in held if one.state is AttendanceState.REPRESENTED]
    outcomes = [one for one in owned if period.holds(one.day)]
    given = [day for day in attested if period.holds(day)]
    sent = [one.on for one in received if period.holds(one.on)]
    return Figures(
        attended=sum(one.state in THERE for one in held),
        held=len(held),
        represented=len(away),
        substitutes=tuple(dict.fromkeys(one.substitute for one in away if one.substitute)),
        owned=len(outcomes),
        done=sum(one.state is FollowUpState.DONE for one in outcomes),
        late=sum(one.late for one in outcomes),
        attested=len(given),
        last_attested=max(given, default=None),
        received=len(sent),
        last_received=max(sent, default=None),
    )


def years_of(days: Iterable[date | None]) -> tuple[str, ...]:
    """Give the school years of some days, the latest first."""
    return tuple(sorted({school_year(day) for day in days if day}, reverse=True))


def list_owned(reading: Reading, person_id: int, today: date) -> tuple[Owned, ...]:
    """Give the outcomes that a person is, or was, in charge of."""
    outcome = models.Outcome
    query = (
        select(first_day_of_session(), outcome.state, outcome.due)
        .join(models.Session, models.Session.id == outcome.session_id)
        .where(outcome.owner_person_id == person_id)
    )
    return tuple(
        Owned(day, state, due is not None and due < today and state not in OVER)
        for day, state, due in reading.connection.execute(query)
    )


def list_received(reading: Reading, person_id: int) -> tuple[Received, ...]:
    """Give the papers that were sent to a person, the latest first."""
    sent, paper, session = models.Delivery, models.IssuedDocument, models.Session
    query = (
        select(
            *(sent.id, paper.kind, paper.session_id, session.theme_ar, session.theme_fr),
            *(paper.reference, session.reference, sent.sent_at, sent.confirmed_at),
        )
        .join(paper, paper.id == sent.document_id)
        .outerjoin(session, session.id == paper.session_id)
        .where(sent.person_id == person_id)
        .order_by(sent.sent_at.desc(), sent.id.desc())
    )
    return tuple(
        Received(
            id=key,
            kind=kind,
            session_id=session_id,
            theme=Bilingual(ar or "", fr or ""),
            reference=own or of_session or "",
            on=at.astimezone().date(),
            confirmed=confirmed is not None,
        )
        for key, kind, session_id, ar, fr, own, of_session, at, confirmed in (
            reading.connection.execute(query)
        )
    )
