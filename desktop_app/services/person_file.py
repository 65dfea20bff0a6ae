"""All that one page tells of a person: who, which sessions, what is open, what was attested."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import aliased

from db import models
from db.codes import OVER, AttendanceState, DocumentKind, DocumentLanguage
from db.unit_of_work import Reading
from desktop_app.services.careers import HeldFunction, list_held
from desktop_app.services.follow_ups import FollowUp, list_follow_ups
from desktop_app.services.people import person_on
from desktop_app.services.people_data import Person
from desktop_app.services.people_list import THERE
from desktop_app.services.person_history import (
    Attended,
    Figures,
    Owned,
    Period,
    Received,
    figures,
    list_owned,
    list_received,
    years_of,
)
from desktop_app.services.records import found
from desktop_app.services.sessions import first_day_of_session, session_types
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class GivenAttestation:
    """An attestation that was issued, under its latest version.

    Attributes:
        reference: its number, empty when papers are not numbered.
        issued_on: the day it was made.
    """

    id: int
    reference: str
    language: DocumentLanguage
    issued_on: date


@dataclass(frozen=True, slots=True)
class SessionOfPerson:
    """A session that a person was asked to or came to.

    Attributes:
        day: its first day, if it is fixed.
        substitute: who came instead, when the person was represented.
        attestation: the one given last for it, if any.
    """

    id: int
    type_label: Bilingual
    theme: Bilingual
    day: date | None
    reference: str
    state: AttendanceState
    substitute: Bilingual = Bilingual()
    attestation: GivenAttestation | None = None

    @property
    def attended(self) -> bool:
        """Whether the person was there, in the room or at a distance."""
        return self.state in THERE


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A person's page.

    Attributes:
        person: with the function and the body held today.
        since: the first day of that function, if it is known.
        sessions: the latest first, those without a day on top.
        follow_ups: outcomes in that person's charge that still wait for something.
        attestations: the latest first, one for each session.
        held: all functions, the latest first.
        groups: ids and names of those the person is in.
        owned: outcomes that are, or were, in that person's charge.
        received: papers that were sent to the person, the latest first.
    """

    person: Person
    since: date | None
    sessions: tuple[SessionOfPerson, ...]
    follow_ups: tuple[FollowUp, ...]
    attestations: tuple[GivenAttestation, ...]
    held: tuple[HeldFunction, ...] = ()
    groups: tuple[tuple[int, Bilingual], ...] = ()
    owned: tuple[Owned, ...] = ()
    received: tuple[Received, ...] = ()

    @property
    def attended(self) -> tuple[SessionOfPerson, ...]:
        """The sessions that can be attested."""
        return tuple(session for session in self.sessions if session.attended)

    @property
    def years(self) -> tuple[str, ...]:
        """The school years of those sessions, the latest first."""
        return years_of(session.day for session in self.sessions)

    def figures(self, period: Period) -> Figures:
        """Count what lies in a period."""
        return figures(
            period,
            (Attended(one.day, one.state, one.substitute) for one in self.sessions),
            self.owned,
            (one.issued_on for one in self.attestations),
            self.received,
        )


def get_person_file(reading: Reading, person_id: int, today: date) -> PersonFile:
    """Give all that a person's page tells.

    Args:
        reading: where to read.
        person_id: whose.
        today: the day of the function, and against which delay is reckoned.

    Raises:
        UserError: there is no such person.
    """
    record = found(reading, models.Person, person_id)
    held = record.held_on(today)
    attestations = _attestations(reading, person_id)
    return PersonFile(
        person=person_on(record, today),
        since=held.valid_from if held else None,
        sessions=_sessions(reading, person_id, attestations),
        follow_ups=tuple(
            outcome
            for outcome in list_follow_ups(reading, today, owner_id=person_id)
            if outcome.state not in OVER
        ),
        attestations=tuple(attestations.values()),
        held=list_held(reading, person_id),
        groups=_groups(reading, person_id),
        owned=list_owned(reading, person_id, today),
        received=list_received(reading, person_id),
    )


def _groups(reading: Reading, person_id: int) -> tuple[tuple[int, Bilingual], ...]:
    group, member = models.Group, models.GroupMember
    query = (
        select(group.id, group.name_ar, group.name_fr)
        .join(member, member.group_id == group.id)
        .where(member.person_id == person_id)
        .order_by(group.id)
    )
    return tuple((key, Bilingual(ar, fr)) for key, ar, fr in reading.db.execute(query))


def _attestations(reading: Reading, person_id: int) -> dict[int | None, GivenAttestation]:
    issued = models.IssuedDocument
    query = (
        select(issued.id, issued.session_id, issued.reference, issued.language, issued.issued_at)
        .where(issued.person_id == person_id, issued.kind == DocumentKind.ATTESTATION)
        .order_by(issued.issued_at.desc(), issued.id.desc())
    )
    given: dict[int | None, GivenAttestation] = {}
    for key, session_id, reference, language, at in reading.db.execute(query):
        one = GivenAttestation(key, reference, language, at.astimezone().date())
        given.setdefault(session_id, one)
    return given


def _sessions(
    reading: Reading, person_id: int, attestations: dict[int | None, GivenAttestation]
) -> tuple[SessionOfPerson, ...]:
    session, line, other = models.Session, models.Attendance, aliased(models.Attendance)
    substitute = models.Person
    columns = (session.id, session.type_code, session.theme_ar, session.theme_fr)
    query = (
        select(
            *columns,
            first_day_of_session(),
            *(session.reference, line.state, substitute.name_ar, substitute.name_fr),
        )
        .join(line, line.session_id == session.id)
        .outerjoin(other, other.id == line.represented_by_id)
        .outerjoin(substitute, substitute.id == other.person_id)
        .where(line.person_id == person_id)
    )
    types = session_types(reading)
    sessions = [
        SessionOfPerson(
            id=key,
            type_label=Bilingual(types[code].indefinite, types[code].french),
            theme=Bilingual(ar, fr),
            day=day,
            reference=reference,
            state=state,
            substitute=Bilingual(came_ar or "", came_fr or ""),
            attestation=attestations.get(key),
        )
        for key, code, ar, fr, day, reference, state, came_ar, came_fr in reading.db.execute(query)
    ]
    sessions.sort(key=lambda one: (one.day or date.max, one.id), reverse=True)
    return tuple(sessions)
