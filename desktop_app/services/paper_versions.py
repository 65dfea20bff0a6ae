"""Which paper is the same paper, which version of it was issued last, and what comes next."""

from dataclasses import dataclass

from sqlalchemy import select

from db import models
from db.codes import DocumentKind, DocumentLanguage
from db.unit_of_work import Reading
from desktop_app.services import final_minutes
from desktop_app.services.paper_codes import paper_uid
from desktop_app.services.records import found


@dataclass(frozen=True, slots=True)
class PaperIdentity:
    """What all versions of a paper have in common.

    Attributes:
        session_id: None for a paper of no session.
        person_id: whose it is, if it is one person's.
        subject: what it is about, if not a whole session.
    """

    session_id: int | None
    kind: DocumentKind
    language: DocumentLanguage
    person_id: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class ComingPaper:
    """What a paper would be if it were issued now.

    Attributes:
        issued_id: of its last version, when that says the same and would only be given again.
        uid: of the issued paper, the same on every machine.
        version: from 1.
    """

    issued_id: int | None
    uid: str
    version: int


def last_version(reading: Reading, paper: PaperIdentity) -> models.IssuedDocument | None:
    """Give the version of a paper that was issued last, if one was."""
    kept = models.IssuedDocument
    query = (
        select(kept)
        .where(
            kept.session_id == paper.session_id,
            kept.subject == paper.subject,
            kept.kind == paper.kind,
            kept.language == paper.language,
            kept.person_id == paper.person_id,
        )
        .order_by(kept.version.desc())
    )
    return reading.db.scalars(query).first()


def coming(reading: Reading, paper: PaperIdentity, digest: str) -> ComingPaper:
    """Tell what a paper would be if it were issued now.

    Args:
        reading: where to read.
        paper: which.
        digest: of its words; empty for one that always is a version more.

    Raises:
        UserError: there is no such session or person.
    """
    last = last_version(reading, paper)
    if last is not None and digest and last.digest == digest and shows_now(reading, last):
        return ComingPaper(last.id, last.uid, last.version)
    version = last.version + 1 if last is not None else 1
    return ComingPaper(None, uid_of(reading, paper, version), version)


def shows_now(reading: Reading, issued: models.IssuedDocument) -> bool:
    """Tell whether an issued paper shows the version that its session's minutes are at."""
    now = final_minutes.version_shown(reading, issued.session_id, issued.kind)
    return issued.minutes_version == now


def uid_of(reading: Reading, paper: PaperIdentity, version: int) -> str:
    """Give the uid of a version of a paper.

    Raises:
        UserError: there is no such session or person.
    """
    session, person = paper.session_id, paper.person_id
    return paper_uid(
        "" if session is None else found(reading, models.Session, session).uid,
        str(paper.kind),
        str(paper.language),
        "" if person is None else found(reading, models.Person, person).uid,
        paper.subject,
        version,
    )
