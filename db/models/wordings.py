"""Wordings that the user typed over generated ones, and phrases he uses again."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.codes import DocumentKind
from db.models.base import Base, FreeText, PersonOrNobody, SessionOrNone


class ReplacedWording(Base):
    """The words of one block of one paper, in place of those that were generated.

    Attributes:
        session_id: None for a paper of no session, such as a synthesis.
        subject: what a paper of no session is about, as in ``2025-09-01/2026-08-31``.
        person_id: for the paper of one person alone; for everybody's when None.
    """

    __tablename__ = "replaced_wordings"
    __table_args__ = (
        CheckConstraint("language IN ('ar', 'fr')", name="language"),
        CheckConstraint("block <> ''", name="of_a_block"),
        UniqueConstraint(
            "session_or_none", "subject", "kind", "block", "language", "person_or_nobody"
        ),
    )
    owner = "session_id"

    session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    session_or_none: Mapped[SessionOrNone]
    subject: Mapped[FreeText]
    kind: Mapped[DocumentKind]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    person_or_nobody: Mapped[PersonOrNobody]
    block: Mapped[str]
    language: Mapped[str]
    text: Mapped[FreeText]


class Phrase(Base):
    """A phrase that an abbreviation stands for while typing."""

    __tablename__ = "phrases"
    __table_args__ = (
        UniqueConstraint("category", "abbreviation_ar", "abbreviation_fr"),
        CheckConstraint("text_ar <> '' OR text_fr <> ''", name="worded"),
    )

    category: Mapped[FreeText]
    abbreviation_ar: Mapped[FreeText]
    abbreviation_fr: Mapped[FreeText]
    text_ar: Mapped[FreeText]
    text_fr: Mapped[FreeText]
