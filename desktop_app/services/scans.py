"""Scans of signed papers: to which issued paper each belongs, and keeping it there.

Told of any paper, too: whether it is the one that was issued.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from db import models
from db.codes import DocumentKind, DocumentLanguage, DocumentState
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import outputs
from desktop_app.services.paper_codes import PaperCode
from desktop_app.services.records import by_uid, found

MOST_WAITING: Final = 200
NO_SESSION: Final = UserError(
    "The scan was not kept: its paper belongs to no session, and signed copies are kept with"
    " sessions. Keep the file in a folder of the centre; it is left where it is."
)


class Match(StrEnum):
    """What a file has to do with a paper that was issued."""

    ORIGINAL = "original"
    """It is the very file that was issued."""
    SIGNED_COPY = "signed_copy"
    """It is a scan that is kept already."""
    CODE = "code"
    """It carries the code of the paper's last version."""
    OLDER = "older"
    """It carries the code of a version that was followed by another."""
    OTHER_WORDS = "other_words"
    """It carries the code of a paper whose words are not those that the code tells."""
    UNKNOWN = "unknown"
    """It carries a code, but of no paper of this record."""
    NO_CODE = "no_code"
    """It carries no code that can be read."""


@dataclass(frozen=True, slots=True)
class PaperFound:
    """An issued paper, as a scan of it is named.

    Attributes:
        session_id: None for a paper of no session, beside which no scan can be kept.
        latest: the last version that was issued.
        signed: whether a signed copy is kept.
    """

    id: int
    session_id: int | None
    kind: DocumentKind
    language: DocumentLanguage
    reference: str
    file_name: str
    version: int
    latest: int
    dated: date | None
    issued_at: datetime
    signed: bool


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file was recognised as; no paper where it is none of this record."""

    match: Match
    paper: PaperFound | None = None

    @property
    def is_as_issued(self) -> bool:
        """Whether it is a paper that was issued, as far as can be told."""
        return self.match in {Match.ORIGINAL, Match.SIGNED_COPY, Match.CODE}

    @property
    def is_of_no_session(self) -> bool:
        """Whether its paper belongs to no session, so that no scan of it is kept."""
        return self.paper is not None and self.paper.session_id is None

    @property
    def can_be_kept(self) -> bool:
        """Whether it is a scan that is not kept yet, of a paper of a session."""
        return self.match in {Match.CODE, Match.OLDER} and not self.is_of_no_session


def recognise(reading: Reading, data: bytes, codes: Sequence[PaperCode]) -> tuple[Recognised, ...]:
    """Tell which papers a file is of: itself, else by each code that it carries.

    Args:
        reading: where to read.
        data: the file.
        codes: those that were read from it.
    """
    if (known := _known(reading, sha256(data).hexdigest())) is not None:
        return (known,)
    if not codes:
        return (Recognised(Match.NO_CODE),)
    return tuple(_of_code(reading, code) for code in codes)


def waiting(reading: Reading) -> tuple[PaperFound, ...]:
    """Give the papers of sessions that wait for their signature, the latest first."""
    kept = models.IssuedDocument
    query = _papers().where(
        kept.session_id.is_not(None), kept.state.in_((DocumentState.TO_SIGN, DocumentState.SENT))
    )
    return _found(reading, query.limit(MOST_WAITING))


def keep(work: UnitOfWork, document_id: int, data: bytes, media_type: str, on: date) -> int:
    """Keep a scan as the signed copy of an issued paper, once; give the copy's id.

    Args:
        work: the unit of work.
        document_id: of which issued paper.
        data: the scan.
        media_type: what it is (``application/pdf``, ``image/png``).
        on: the day it came back.

    Raises:
        UserError: there is no such paper, or it is of no session.
    """
    paper = found(work, models.IssuedDocument, document_id)
    if paper.session_id is None:
        raise NO_SESSION
    digest = sha256(data).hexdigest()
    for copy in paper.signed_copies:
        if copy.content.sha256 == digest:
            return copy.id
    return outputs.keep_signed_copy(work, document_id, data, media_type, on)


def _known(reading: Reading, digest: str) -> Recognised | None:
    contents, copies = models.Content, models.Attachment
    content_id = reading.db.scalar(select(contents.id).where(contents.sha256 == digest))
    if content_id is None:
        return None
    issued = _papers().where(models.IssuedDocument.content_id == content_id)
    for paper in _found(reading, issued):
        return Recognised(Match.ORIGINAL, paper)
    signed = select(copies.document_id).where(copies.content_id == content_id)
    for paper in _found(reading, _papers().where(models.IssuedDocument.id.in_(signed))):
        return Recognised(Match.SIGNED_COPY, paper)
    return None


def _of_code(reading: Reading, code: PaperCode) -> Recognised:
    record = by_uid(reading, models.IssuedDocument, code.uid)
    if record is None:
        return Recognised(Match.UNKNOWN)
    (paper,) = _found(reading, _papers().where(models.IssuedDocument.id == record.id))
    if record.version != code.version or not record.digest.startswith(code.start):
        return Recognised(Match.OTHER_WORDS, paper)
    older = paper.version < paper.latest
    return Recognised(Match.OLDER if older else Match.CODE, paper)


def _papers() -> Select[Any]:
    kept, other = models.IssuedDocument, aliased(models.IssuedDocument)
    latest = (
        select(other.version)
        .where(
            other.session_or_none == kept.session_or_none,
            other.kind == kept.kind,
            other.language == kept.language,
            other.person_or_nobody == kept.person_or_nobody,
            other.subject == kept.subject,
        )
        .order_by(other.version.desc())
        .limit(1)
        .scalar_subquery()
    )
    signed = select(models.Attachment.id).where(models.Attachment.document_id == kept.id).exists()
    return select(
        kept.id,
        kept.session_id,
        kept.kind,
        kept.language,
        kept.reference,
        kept.file_name,
        kept.version,
        latest,
        kept.dated,
        kept.issued_at,
        signed,
    ).order_by(kept.issued_at.desc(), kept.id.desc())


def _found(reading: Reading, query: Select[Any]) -> tuple[PaperFound, ...]:
    rows: Iterable[Any] = reading.db.execute(query)
    return tuple(PaperFound(*row) for row in rows)
