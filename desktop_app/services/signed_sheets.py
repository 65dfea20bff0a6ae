"""The attendance sheet as it was signed on paper: its scans, kept with the session."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select

from db import models
from db.codes import DocumentKind
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import outputs
from desktop_app.services.records import content_of, found
from desktop_app.wording.bilingual import Bilingual

_NAME: Final = Bilingual("لائحة الحضور الموقعة", "feuille de présence signée")


@dataclass(frozen=True, slots=True)
class SignedSheet:
    """A scan of the signed sheet.

    Attributes:
        added_at: when it came in, in UTC.
        size: in bytes.
    """

    id: int
    file_name: str
    added_at: datetime
    size: int


def keep_sheet(work: UnitOfWork, session_id: int, data: bytes, media_type: str, on: date) -> int:
    """Keep a scan of the signed sheet, beside the sheet that was issued last, if one was.

    Args:
        work: the unit of work.
        session_id: of which session.
        data: the scan.
        media_type: ``application/pdf``, ``image/png``, ``image/jpeg`` or ``image/tiff``.
        on: the day it came back.

    Returns:
        The scan's id.

    Raises:
        UserError: there is no such session.
    """
    session = found(work, models.Session, session_id)
    sheet = models.IssuedDocument
    issued = work.db.scalars(
        select(sheet.id)
        .where(sheet.session_id == session.id, sheet.kind == DocumentKind.ATTENDANCE_SHEET)
        .order_by(sheet.id.desc())
    ).first()
    if issued is not None:
        return outputs.keep_signed_copy(work, issued, data, media_type, on)
    copy = models.Attachment(
        session_id=session.id,
        file_name=f"{_NAME.ar}.{media_type.rpartition('/')[2]}",
        description_ar=_NAME.ar,
        description_fr=_NAME.fr,
        added_at=work.at,
        content=content_of(work, data, media_type),
    )
    work.db.add(copy)
    work.db.flush()
    return copy.id


def remove_sheet(work: UnitOfWork, sheet_id: int) -> None:
    """Take a scan away; without any, the sheet that was issued waits for its signature again.

    Raises:
        UserError: there is no such scan.
    """
    copy = found(work, models.Attachment, sheet_id)
    if copy.document_id is not None:
        outputs.remove_signed_copy(work, sheet_id)
    else:
        work.db.delete(copy)


def signed_sheets(reading: Reading, session_id: int) -> tuple[SignedSheet, ...]:
    """Give the scans of the signed sheet of a session, as they came in."""
    copies, papers, contents = models.Attachment, models.IssuedDocument, models.Content
    query = (
        select(copies.id, copies.file_name, copies.added_at, contents.size)
        .join(contents, contents.id == copies.content_id)
        .outerjoin(papers, papers.id == copies.document_id)
        .where(copies.session_id == session_id)
        .where((papers.kind == DocumentKind.ATTENDANCE_SHEET) | (copies.description_ar == _NAME.ar))
        .order_by(copies.id)
    )
    return tuple(SignedSheet(*row) for row in reading.db.execute(query))
