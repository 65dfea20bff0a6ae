"""Attestations: one number for each person and session, kept when it is made again."""

from datetime import date

from sqlalchemy import select

from db import models
from db.codes import DocumentKind
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.papers import next_number


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
