"""What became of an issued paper here: printed, saved as a file, come back signed."""

from datetime import date
from typing import Final

from db import models
from db.codes import DocumentKind, DocumentState, OutputMeans, SessionState
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import session_states
from desktop_app.services.papers import mark_signed
from desktop_app.services.records import content_of, found
from desktop_app.services.text import cleaned
from desktop_app.services.validation import whole

_SIGNED: Final = {"ar": "موقع", "fr": "signé", "both": "موقع"}
_MINUTES: Final = frozenset({DocumentKind.MINUTES, DocumentKind.REPORT})
_UNSIGNED: Final = frozenset({SessionState.HELD, SessionState.DRAFTING})


def record_print(work: UnitOfWork, document_id: int, printer: str, copies: int = 1) -> None:
    """Note that an issued paper was printed.

    Raises:
        UserError: there is no such paper.
    """
    _record(work, document_id, OutputMeans.PRINTER, printer, copies)


def record_saved(work: UnitOfWork, document_id: int, file_name: str) -> None:
    """Note that an issued paper was saved as a file.

    Raises:
        UserError: there is no such paper.
    """
    _record(work, document_id, OutputMeans.FILE, file_name, 1)


def keep_signed_copy(
    work: UnitOfWork, document_id: int, data: bytes, media_type: str, on: date
) -> int:
    """Keep the scan of a signed paper beside it; the paper is then signed.

    Signed minutes bring a session that was held to its next step.

    Args:
        work: the unit of work.
        document_id: of which issued paper.
        data: the scan.
        media_type: ``application/pdf``, ``image/png``, ``image/jpeg`` or ``image/tiff``.
        on: the day it came back.

    Returns:
        The id of the signed copy, which is named after the paper.

    Raises:
        UserError: there is no such paper.
    """
    record = found(work, models.IssuedDocument, document_id)
    stem = record.file_name.rpartition(".")[0] or record.file_name
    ending = media_type.rpartition("/")[2]
    copy = models.Attachment(
        session_id=record.session_id,
        document_id=document_id,
        file_name=f"{stem}-{_SIGNED[record.language]}.{ending}",
        added_at=work.at,
        content=content_of(work, data, media_type),
    )
    record.signed_copies.append(copy)
    mark_signed(work, document_id, on)
    session = found(work, models.Session, record.session_id) if record.session_id else None
    if session and record.kind in _MINUTES and session.state in _UNSIGNED and session.days:
        session_states.move(work, session.id, SessionState.SIGNED, on)
    work.db.flush()
    return copy.id


def remove_signed_copy(work: UnitOfWork, copy_id: int) -> None:
    """Take a signed copy away; without any, the paper waits for its signature again.

    Raises:
        UserError: there is no such signed copy.
    """
    copy = found(work, models.Attachment, copy_id)
    record = found(work, models.IssuedDocument, copy.document_id or 0)
    record.signed_copies.remove(copy)
    work.db.delete(copy)
    if not record.signed_copies:
        for signatory in record.signatories:
            signatory.signed_on = None
        if record.state is DocumentState.SIGNED:
            record.state = DocumentState.TO_SIGN


def signed_copy(reading: Reading, copy_id: int) -> bytes:
    """Give the scan of a signed paper, byte for byte.

    Raises:
        UserError: there is no such signed copy.
    """
    return found(reading, models.Attachment, copy_id).content.data


def _record(
    work: UnitOfWork, document_id: int, means: OutputMeans, target: str, copies: int
) -> None:
    record = found(work, models.IssuedDocument, document_id)
    whole(target, ("target",))
    record.outputs.append(
        models.Output(
            means=means,
            target=cleaned(target, one_line=True),
            copies=max(copies, 1),
            made_at=work.at,
        )
    )
