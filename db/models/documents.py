"""Papers that were issued, to whom they went, and files that are kept."""

import hashlib
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import (
    DeliveryMeans,
    DocumentKind,
    DocumentLanguage,
    DocumentState,
    OutputMeans,
)
from db.models.base import (
    Base,
    FreeText,
    Moment,
    PersonKey,
    PersonOrNobody,
    Position,
    SessionKey,
    SessionOrNone,
    UtcDateTime,
)
from db.models.people import Person


class Content(Base):
    """The bytes of a file, kept once, never changed and never deleted.

    The journal names them by their fingerprint, so what they were is never lost.
    """

    __tablename__ = "contents"
    __table_args__ = (UniqueConstraint("sha256"),)
    frozen = frozenset({"sha256", "size", "media_type"})
    kept = True

    sha256: Mapped[str]
    size: Mapped[int]
    media_type: Mapped[FreeText]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)

    @classmethod
    def of(cls, data: bytes, media_type: str) -> "Content":
        """Make the record of some bytes; its fingerprint tells whether it is kept already."""
        return cls(
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            media_type=media_type,
            data=data,
        )


class IssuedDocument(Base):
    """A paper as it was issued: its PDF never changes; a correction is a new version.

    Attributes:
        person_id: whose attestation or invitation it is, if it is one person's.
        reference: the number printed on it, empty when the registry desk stamps it.
        registry_reference, registry_date: what the registry desk gave it later.
        dated: the date printed on it.
        issued_at: when it was made.
        subject: what a paper of no session is about, as in ``2025-09-01/2026-08-31``.
        digest: SHA-256 of the words on it, whose start is in its code.
        minutes_version: the final version of the minutes that it shows; None for a draft and for
            every other paper.
    """

    __tablename__ = "issued_documents"
    __table_args__ = (
        CheckConstraint("version >= 1", name="version_from_one"),
        UniqueConstraint(
            "session_or_none", "kind", "language", "person_or_nobody", "subject", "version"
        ),
    )
    owner = "session_id"
    kept = True
    frozen = frozenset(
        {"session_id", "person_id", "kind", "reference", "version", "language", "dated"}
        | {"issued_at", "content_id", "subject", "digest", "minutes_version"}
    )

    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    person_or_nobody: Mapped[PersonOrNobody]
    session_or_none: Mapped[SessionOrNone]
    kind: Mapped[DocumentKind]
    reference: Mapped[FreeText]
    version: Mapped[int] = mapped_column(default=1)
    language: Mapped[DocumentLanguage]
    state: Mapped[DocumentState] = mapped_column(default=DocumentState.DRAFT)
    file_name: Mapped[FreeText]
    dated: Mapped[date | None]
    registry_reference: Mapped[FreeText]
    registry_date: Mapped[date | None]
    issued_at: Mapped[Moment]
    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id"), index=True)
    subject: Mapped[FreeText]
    digest: Mapped[FreeText]
    minutes_version: Mapped[int | None]

    person: Mapped[Person | None] = relationship()
    content: Mapped[Content] = relationship()
    signatories: Mapped[list["DocumentSignatory"]] = relationship(
        back_populates="document",
        cascade="all, delete-orphan",
        order_by="DocumentSignatory.position",
    )
    deliveries: Mapped[list["Delivery"]] = relationship(
        back_populates="document", cascade="all, delete-orphan", order_by="Delivery.id"
    )
    outputs: Mapped[list["Output"]] = relationship(
        back_populates="document", cascade="all, delete-orphan", order_by="Output.id"
    )
    signed_copies: Mapped[list["Attachment"]] = relationship(order_by="Attachment.id")


class FinalVersion(Base):
    """Minutes as they were when they became final: what the record said then, word for word.

    Attributes:
        number: from 1 in each session.
        reason: why the version before was re-opened; empty for the first.
        content_id: the session as JSON, as `desktop_app.services.final_minutes` writes it.
    """

    __tablename__ = "final_versions"
    __table_args__ = (
        CheckConstraint("number >= 1", name="number_from_one"),
        CheckConstraint("number = 1 OR reason <> ''", name="reason_given"),
        UniqueConstraint("session_id", "number"),
    )
    owner = "session_id"
    kept = True
    frozen = frozenset({"session_id", "number", "reason", "finalised_at", "content_id"})

    session_id: Mapped[SessionKey]
    number: Mapped[int]
    reason: Mapped[FreeText]
    finalised_at: Mapped[Moment]
    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id"), index=True)

    content: Mapped[Content] = relationship()


class DocumentSignatory(Base):
    """One who signs an issued paper, and when he did."""

    __tablename__ = "document_signatories"
    __table_args__ = (UniqueConstraint("document_id", "person_id"),)
    owner = "document_id"

    document_id: Mapped[int] = mapped_column(ForeignKey("issued_documents.id"), index=True)
    person_id: Mapped[PersonKey]
    position: Mapped[Position]
    signed_on: Mapped[date | None]

    document: Mapped[IssuedDocument] = relationship(back_populates="signatories")
    person: Mapped[Person] = relationship()


class Delivery(Base):
    """An issued paper sent to somebody.

    Attributes:
        recipient: as written at that time, whoever holds the place today.
        address: where it went (e-mail address, office), empty for a hand-over.
        content_id: the file that went: the paper itself, or its signed copy.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("recipient <> ''", name="to_somebody"),
        CheckConstraint("confirmed_at >= sent_at", name="confirmed_after_sent"),
    )
    owner = "document_id"

    document_id: Mapped[int] = mapped_column(ForeignKey("issued_documents.id"), index=True)
    recipient: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    address: Mapped[FreeText]
    means: Mapped[DeliveryMeans]
    content_id: Mapped[int | None] = mapped_column(ForeignKey("contents.id"), index=True)
    sent_at: Mapped[Moment]
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    document: Mapped[IssuedDocument] = relationship(back_populates="deliveries")
    content: Mapped[Content | None] = relationship()


class Output(Base):
    """An issued paper printed or saved as a file; who did it, the journal tells.

    Attributes:
        target: name of the printer, or of the file.
    """

    __tablename__ = "outputs"
    __table_args__ = (CheckConstraint("copies >= 1", name="copies_from_one"),)
    owner = "document_id"
    kept = True
    frozen = frozenset({"document_id", "means", "target", "copies", "made_at"})

    document_id: Mapped[int] = mapped_column(ForeignKey("issued_documents.id"), index=True)
    means: Mapped[OutputMeans]
    target: Mapped[FreeText]
    copies: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[Moment]

    document: Mapped[IssuedDocument] = relationship(back_populates="outputs")


class Attachment(Base):
    """A file kept with a session, such as a presentation or the signed copy of a paper.

    Attributes:
        document_id: the issued paper of which it is the signed copy, if it is one.
    """

    __tablename__ = "attachments"
    __table_args__ = (CheckConstraint("file_name <> ''", name="named"),)
    owner = "session_id"

    session_id: Mapped[SessionKey]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("issued_documents.id"), index=True)
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("outcomes.id"), index=True)
    file_name: Mapped[str]
    description_ar: Mapped[FreeText]
    description_fr: Mapped[FreeText]
    added_at: Mapped[Moment]
    content_id: Mapped[int] = mapped_column(ForeignKey("contents.id"), index=True)

    content: Mapped[Content] = relationship()
