"""Attestations: one number for each person and session, kept when it is made again."""

from datetime import date

from sqlalchemy import select

from db import models
from db.codes import DocumentKind
from db.unit_of_work import UnitOfWork
from desktop_app.services.papers import next_number


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
    issued = models.IssuedDocument
    query = (
        select(issued.reference)
        .where(
            issued.kind == DocumentKind.ATTESTATION,
            issued.session_id == session_id,
            issued.person_id == person_id,
            issued.reference != "",
        )
        .order_by(issued.id.desc())
    )
    return work.db.scalars(query).first() or next_number(work, DocumentKind.ATTESTATION, on)
