"""Papers of a session: their kept wordings, their numbers, and those that were issued."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import DeliveryMeans, DocumentKind, DocumentLanguage, DocumentState
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import final_minutes, references
from desktop_app.services.deliveries import delivery_of
from desktop_app.services.drafts import LONGEST_LINE, InstitutionDraft
from desktop_app.services.institution import get_settings
from desktop_app.services.institution_data import NumberingMode
from desktop_app.services.paper_data import IssuedPaper, Output, SignedCopy
from desktop_app.services.paper_versions import PaperIdentity, last_version, shows_now, uid_of
from desktop_app.services.records import content_of, found
from desktop_app.services.text import cleaned
from desktop_app.services.validation import check_text, require, whole
from desktop_app.wording.bilingual import PaperLanguage

_COMMON = "common"


def kept_wordings(
    reading: Reading,
    session_id: int | None,
    kind: DocumentKind,
    person_id: int | None = None,
    subject: str = "",
) -> dict[tuple[str, PaperLanguage], str]:
    """Give the wordings typed over a paper's own, by block and language.

    Args:
        reading: where to read.
        session_id: of which session; None for a paper of no session.
        kind: of paper.
        person_id: whose; the wordings for everybody serve where there is none for that person.
        subject: what it is about, if not a whole session.
    """
    kept = models.ReplacedWording
    query = (
        select(kept)
        .where(kept.session_id == session_id, kept.kind == kind, kept.subject == subject)
        .where(kept.person_id.is_(None) | (kept.person_id == person_id))
        .order_by(kept.person_id.is_not(None))
    )
    return {
        (record.block, "fr" if record.language == "fr" else "ar"): record.text
        for record in reading.db.scalars(query)
    }


def replace_wording(
    work: UnitOfWork,
    session_id: int | None,
    kind: DocumentKind,
    block: str,
    language: PaperLanguage,
    text: str,
    *,
    person_id: int | None = None,
    subject: str = "",
) -> None:
    """Keep the words that a user typed over a block of one paper.

    Raises:
        UserError: there is no such session, or the text is damaged.
    """
    whole(text, (block,))
    if session_id is not None:
        found(work, models.Session, session_id)
    query = _wording(session_id, kind, block, language, person_id, subject)
    record = work.db.scalars(query).first()
    if record is None:
        record = models.ReplacedWording(
            session_id=session_id,
            kind=kind,
            block=block,
            language=language,
            person_id=person_id,
            subject=subject,
        )
        work.db.add(record)
    record.text = cleaned(text, tabs=True)


def put_back(
    work: UnitOfWork,
    session_id: int | None,
    kind: DocumentKind,
    block: str,
    language: PaperLanguage,
    *,
    person_id: int | None = None,
    subject: str = "",
) -> None:
    """Let a block of one paper have its generated words again."""
    query = _wording(session_id, kind, block, language, person_id, subject)
    for record in work.db.scalars(query):
        work.db.delete(record)


def give_number(work: UnitOfWork, session_id: int, kind: DocumentKind, on: date) -> str:
    """Number the minutes (or the report) or the invitation of a session, once.

    Args:
        work: the unit of work; a number is used up only when it is kept.
        session_id: which session.
        kind: minutes and report have one number between them.
        on: the day of the paper, whose civil year has numbers of its own.

    Returns:
        The number, the one it had if it had one; empty when papers are not numbered.

    Raises:
        UserError: there is no such session, or papers of that kind bear no number of its own.
    """
    numbered = _numbered(work, session_id, kind)
    if not numbered.reference:
        series = DocumentKind.MINUTES if kind is DocumentKind.REPORT else kind
        numbered.reference = next_number(work, series, on)
        work.db.flush()
    return numbered.reference


def set_number(work: UnitOfWork, session_id: int, kind: DocumentKind, number: str) -> None:
    """Write the number of the minutes (or the report) or the invitation of a session by hand.

    Args:
        work: the unit of work.
        session_id: which session.
        kind: minutes and report have one number between them.
        number: as typed; empty where the registry desk numbers.

    Raises:
        UserError: there is no such session, papers of that kind bear no number of its own, or
            the number is damaged or too long.
    """
    check_text(number, ("reference",), LONGEST_LINE)
    _numbered(work, session_id, kind).reference = cleaned(number, one_line=True)


def next_number(work: UnitOfWork, kind: DocumentKind, on: date) -> str:
    """Use up the next number of a kind of paper (of all, if they are numbered in common).

    Numbers follow one another from 1 in each civil year; one that a paper bears already, because
    it was typed by hand, is passed over.

    Returns:
        The reference, or nothing when papers are not numbered by a pattern.
    """
    settings = get_settings(work)
    if settings.numbering is not NumberingMode.PATTERN:
        return ""
    locked = _counter(settings, kind, on).with_for_update()  # on a server, others wait for it
    counter = work.db.scalars(locked).first()
    if counter is None:
        counter = models.NumberingCounter(kind=_series(settings, kind), year=on.year, last=0)
        work.db.add(counter)
    counter.last, given = _following(work, settings, counter.last, kind, on)
    return given


def coming_number(
    reading: Reading, kind: DocumentKind, on: date, settings: InstitutionDraft | None = None
) -> str:
    """Give the number that `next_number` would give, and leave it unused.

    Args:
        reading: where to read.
        kind: of paper.
        on: the day of the paper.
        settings: in place of those kept; their pattern is in order.
    """
    settings = settings or get_settings(reading)
    if settings.numbering is not NumberingMode.PATTERN:
        return ""
    counter = reading.db.scalars(_counter(settings, kind, on)).first()
    return _following(reading, settings, counter.last if counter else 0, kind, on)[1]


def issue(  # noqa: PLR0913 - what a document is
    work: UnitOfWork,
    pdf: bytes,
    *,
    session_id: int | None,
    kind: DocumentKind,
    language: DocumentLanguage,
    file_name: str,
    dated: date | None,
    reference: str = "",
    person_id: int | None = None,
    subject: str = "",
    digest: str = "",
    signatories: Sequence[int] = (),
) -> int:
    """Keep a paper as it was issued, for ever; changed since, it is a new version of itself.

    Args:
        work: the unit of work.
        pdf: the file itself.
        session_id: of which session; None for a paper of no session.
        kind: of paper.
        language: it is written in.
        person_id: whose it is, if it is one person's.
        subject: what it is about, if not a whole session.
        file_name: under which it is handed out.
        dated: the date printed on it.
        reference: the number printed on it.
        digest: of its words, in hexadecimal digits.
        signatories: ids of those who sign, in order.

    Returns:
        The id of the issued paper; of its last version, when that is this very file.

    Raises:
        UserError: there is no such session.
    """
    if session_id is not None:
        found(work, models.Session, session_id)
    paper = PaperIdentity(session_id, kind, language, person_id, subject)
    last = last_version(work, paper)
    content = content_of(work, pdf, "application/pdf")
    if last and last.content.sha256 == content.sha256 and shows_now(work, last):
        return last.id
    version = last.version + 1 if last else 1
    record = models.IssuedDocument(
        uid=uid_of(work, paper, version),
        session_id=session_id,
        person_id=person_id,
        subject=subject,
        kind=kind,
        reference=reference,
        version=version,
        language=language,
        state=DocumentState.TO_SIGN,
        file_name=file_name,
        dated=dated,
        issued_at=work.at,
        content=content,
        digest=digest,
        minutes_version=final_minutes.version_shown(work, session_id, kind),
    )
    record.signatories = [
        models.DocumentSignatory(person_id=signatory, position=position)
        for position, signatory in enumerate(dict.fromkeys(signatories), 1)
    ]
    work.db.add(record)
    work.db.flush()
    return record.id


def mark_signed(work: UnitOfWork, document_id: int, on: date) -> None:
    """Note that all who sign an issued paper have signed it; what was sent stays so.

    Raises:
        UserError: there is no such paper.
    """
    record = found(work, models.IssuedDocument, document_id)
    if record.state is not DocumentState.SENT:
        record.state = DocumentState.SIGNED
    for signatory in record.signatories:
        signatory.signed_on = signatory.signed_on or on
    final_minutes.follow_paper(work, record, on)


def deliver(
    work: UnitOfWork,
    document_id: int,
    recipient: str,
    means: DeliveryMeans,
    *,
    address: str = "",
    person_id: int | None = None,
    body_id: int | None = None,
    signed_copy_id: int | None = None,
) -> int:
    """Note that an issued paper was sent to somebody, and give the id of that note.

    Args:
        work: the unit of work.
        document_id: of the issued paper.
        recipient: as they are called now.
        means: how it went; by e-mail, the very file that went is noted too.
        address: where it went.
        person_id: who that is, if they are on file.
        body_id: likewise, of a body.
        signed_copy_id: of the scan that went in place of the paper itself.

    Raises:
        UserError: there is no such paper or signed copy, or nobody is named.
    """
    record = found(work, models.IssuedDocument, document_id)
    file: models.IssuedDocument | models.Attachment = record
    if signed_copy_id is not None:
        file = found(work, models.Attachment, signed_copy_id)
    recipient = cleaned(recipient, one_line=True)
    require(recipient, ("recipient",), UserError("the recipient is missing."))
    delivery = models.Delivery(
        recipient=recipient,
        address=cleaned(address, one_line=True),
        means=means,
        person_id=person_id,
        body_id=body_id,
        content=file.content if means is DeliveryMeans.EMAIL else None,
        sent_at=work.at,
    )
    record.deliveries.append(delivery)
    record.state = DocumentState.SENT
    final_minutes.follow_paper(work, record, work.at.astimezone().date())
    work.db.flush()
    return delivery.id


def confirm_delivery(work: UnitOfWork, delivery_id: int) -> None:
    """Note that a paper has arrived.

    Raises:
        UserError: there is no such delivery.
    """
    found(work, models.Delivery, delivery_id).confirmed_at = work.at


def list_issued(
    reading: Reading, session_id: int | None = None, kind: DocumentKind | None = None
) -> tuple[IssuedPaper, ...]:
    """Give the issued papers, of one session or of all, of a kind or of all, the latest first."""
    kept = models.IssuedDocument
    query = (
        select(kept)
        .options(
            selectinload(kept.deliveries).selectinload(models.Delivery.content),
            selectinload(kept.outputs),
            selectinload(kept.signed_copies).selectinload(models.Attachment.content),
            selectinload(kept.content),
        )
        .order_by(kept.issued_at.desc(), kept.id.desc())
    )
    if session_id is not None:
        query = query.where(kept.session_id == session_id)
    if kind is not None:
        query = query.where(kept.kind == kind)
    return tuple(_issued(record) for record in reading.db.scalars(query))


def issued_pdf(reading: Reading, document_id: int) -> bytes:
    """Give the file of an issued paper, byte for byte.

    Raises:
        UserError: there is no such paper.
    """
    return found(reading, models.IssuedDocument, document_id).content.data


def _wording(
    session_id: int | None,
    kind: DocumentKind,
    block: str,
    language: str,
    person_id: int | None,
    subject: str,
) -> Select[models.ReplacedWording]:
    kept = models.ReplacedWording
    return select(kept).where(
        kept.session_id == session_id,
        kept.subject == subject,
        kept.kind == kind,
        kept.block == block,
        kept.language == language,
        kept.person_id.is_(None) if person_id is None else kept.person_id == person_id,
    )


def _numbered(
    work: UnitOfWork, session_id: int, kind: DocumentKind
) -> models.Session | models.InvitationLetter:
    """Give the record that bears the number of a paper."""
    session = found(work, models.Session, session_id)
    if kind in {DocumentKind.MINUTES, DocumentKind.REPORT}:
        return session
    if kind is not DocumentKind.INVITATION:
        raise UserError("Papers of this kind bear no number; nothing was changed.")
    session.letter = letter = session.letter or models.InvitationLetter()
    return letter


def _series(settings: InstitutionDraft, kind: DocumentKind) -> str:
    return _COMMON if settings.common_numbers else kind.value


def _counter(
    settings: InstitutionDraft, kind: DocumentKind, on: date
) -> Select[models.NumberingCounter]:
    kept = models.NumberingCounter
    return select(kept).where(kept.kind == _series(settings, kind), kept.year == on.year)


def _following(
    reading: Reading, settings: InstitutionDraft, last: int, kind: DocumentKind, on: date
) -> tuple[int, str]:
    """Give the first number after the last one that no paper bears, and how it is written."""
    taken = _taken(reading, None if settings.common_numbers else kind)
    pattern, service = settings.reference_pattern, settings.service_code
    while True:
        last += 1
        given = references.reference(pattern, last, on, service)
        if given not in taken:
            return last, given


def _taken(reading: Reading, kind: DocumentKind | None) -> set[str]:
    """Give the references that papers of a kind (of all kinds) bear already."""
    issued = select(models.IssuedDocument.reference)
    taken: set[str] = set()
    if kind in {None, DocumentKind.MINUTES}:
        taken.update(reading.db.scalars(select(models.Session.reference)))
    if kind in {None, DocumentKind.INVITATION}:
        taken.update(reading.db.scalars(select(models.InvitationLetter.reference)))
    if kind is not None:
        issued = issued.where(models.IssuedDocument.kind == kind)
    taken.update(reading.db.scalars(issued))
    return taken


def _issued(record: models.IssuedDocument) -> IssuedPaper:
    return IssuedPaper(
        id=record.id,
        uid=record.uid,
        session_id=record.session_id,
        person_id=record.person_id,
        subject=record.subject,
        kind=record.kind,
        reference=record.reference,
        version=record.version,
        language=record.language,
        state=record.state,
        file_name=record.file_name,
        dated=record.dated,
        issued_at=record.issued_at,
        sha256=record.content.sha256,
        digest=record.digest,
        minutes_version=record.minutes_version,
        deliveries=tuple(delivery_of(delivery) for delivery in record.deliveries),
        outputs=tuple(
            Output(output.means, output.target, output.copies, output.made_at)
            for output in record.outputs
        ),
        signed_copies=tuple(
            SignedCopy(copy.id, copy.file_name, copy.content.media_type, copy.added_at)
            for copy in record.signed_copies
        ),
    )
