"""What was said and noted in a session: the lines of its minutes."""

from datetime import time
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import InterventionKind
from db.models.agenda import AgendaItem
from db.models.base import Base, FreeText, PersonKey, Position, SessionKey
from db.models.outcomes import Outcome
from db.models.people import Person

if TYPE_CHECKING:
    from db.models.sessions import Session


class Intervention(Base):
    """A line of the minutes: an address, presentation, comment, answer, or a note.

    Attributes:
        at: the time of day when it was written, by the user's clock.
        outcome_id: what came of this line: the words are then the outcome's own, and the line
            keeps in its summary only what is not confirmed yet.
    """

    __tablename__ = "interventions"
    __table_args__ = (UniqueConstraint("outcome_id"),)
    owner = "session_id"

    session_id: Mapped[SessionKey]
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    position: Mapped[Position]
    kind: Mapped[InterventionKind]
    at: Mapped[time | None]
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("outcomes.id"))
    title_ar: Mapped[FreeText]
    title_fr: Mapped[FreeText]
    summary_ar: Mapped[FreeText]
    summary_fr: Mapped[FreeText]
    appeal_ar: Mapped[FreeText]
    appeal_fr: Mapped[FreeText]

    session: Mapped["Session"] = relationship(back_populates="interventions")
    agenda_item: Mapped[AgendaItem | None] = relationship()
    outcome: Mapped[Outcome | None] = relationship()
    speakers: Mapped[list["InterventionSpeaker"]] = relationship(
        back_populates="intervention",
        cascade="all, delete-orphan",
        order_by="InterventionSpeaker.position",
    )


class InterventionSpeaker(Base):
    """One of those who spoke."""

    __tablename__ = "intervention_speakers"
    __table_args__ = (UniqueConstraint("intervention_id", "person_id"),)
    owner = "intervention_id"

    intervention_id: Mapped[int] = mapped_column(ForeignKey("interventions.id"), index=True)
    person_id: Mapped[PersonKey]
    position: Mapped[Position]

    intervention: Mapped[Intervention] = relationship(back_populates="speakers")
    person: Mapped[Person] = relationship()
