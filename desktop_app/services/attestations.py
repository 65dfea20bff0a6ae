"""Attestations: one number for each person and session, kept when it is made again."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db import models
from db.codes import DocumentKind
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.papers import next_number
from desktop_app.services.people import WITH_FUNCTIONS, person_on
from desktop_app.services.people_data import Person


@dataclass(frozen=True, slots=True)
class Given:
    """An attestation as the register lists it.

    Attributes:
        dated: the day on it when it was first given.
        person: with the function and the body of that day.
        session_reference: the number of the session's minutes, or empty.
    """

    reference: str
    dated: date
    person: Person
    session_id: int
    session_reference: str


def given(reading: Reading, session_id: int) -> dict[int, str]:
    """Give the numbers that attestations of a session bear already, by the person's id."""
    issued = models.IssuedDocument
    query = (
        select(issued.person_id, issued.reference)
        .where(
            issued.kind == DocumentKind.ATTESTATION,
            issued.session_id == session_id,
            issued.person_id.is_not(None),
            issued.reference != "",
        )
        .order_by(issued.id)
    )
    return {person_id or 0: reference for person_id, reference in reading.db.execute(query)}


def number(work: UnitOfWork, session_id: int, person_id: int, on: date) -> str:
    """Give the number of somebody's attestation: the one it bears already, or the next.

    Args:
        work: the unit of work; a number is used up only when it is kept.
        session_id: what is attested.
        person_id: of whom.
        on: the day of the paper, whose civil year has numbers of its own.

    Returns:
        The number, the same in both languages; empty when papers are not numbered.
    """
    borne = given(work, session_id).get(person_id)
    return borne or next_number(work, DocumentKind.ATTESTATION, on)


def register(
    reading: Reading, *, session_id: int | None = None, period: tuple[date, date] | None = None
) -> tuple[Given, ...]:
    """List the attestations in the order in which they were first given, each once.

    Args:
        reading: where to read.
        session_id: of which session; of all when None.
        period: first and last day on them; any when None.
    """
    issued = models.IssuedDocument
    query = (
        select(issued, models.Session, models.Person)
        .join(models.Session, models.Session.id == issued.session_id)
        .join(models.Person, models.Person.id == issued.person_id)
        .where(issued.kind == DocumentKind.ATTESTATION)
        .options(WITH_FUNCTIONS)
        .order_by(issued.id)
    )
    if session_id is not None:
        query = query.where(issued.session_id == session_id)
    if period is not None:
        query = query.where(issued.dated.between(*period))
    listed: dict[tuple[int, int], Given] = {}
    for record, session, person in reading.db.execute(query):
        key = session.id, person.id
        day = record.dated or record.issued_at.astimezone().date()
        listed.setdefault(
            key,
            Given(
                reference=record.reference,
                dated=day,
                person=person_on(person, day),
                session_id=session.id,
                session_reference=session.registry_reference or session.reference,
            ),
        )
    return tuple(listed.values())
