"""The agenda of a session."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import AgendaOrigin
from db.models.base import Base, FreeText, Position, SessionKey
from db.models.people import Person

if TYPE_CHECKING:
    from db.models.sessions import Session


class AgendaItem(Base):
    """One point of the agenda.

    Attributes:
        planned_minutes: how long it is to take.
        spent_seconds: how long it took up to now; None when it was not begun.
        of_session_id: the session whose minutes it approves, if it is for that.
        carried_from_id: the point of an earlier session that was not reached, if it is that one.
        carried_into: the points of later sessions that it went over to.
    """

    __tablename__ = "agenda_items"
    __table_args__ = (
        CheckConstraint("planned_minutes >= 0", name="minutes_not_negative"),
        CheckConstraint("spent_seconds >= 0", name="spent_not_negative"),
    )
    owner = "session_id"

    session_id: Mapped[SessionKey]
    position: Mapped[Position]
    title_ar: Mapped[FreeText]
    title_fr: Mapped[FreeText]
    presenter_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    planned_minutes: Mapped[int | None]
    spent_seconds: Mapped[int | None]
    origin: Mapped[AgendaOrigin] = mapped_column(default=AgendaOrigin.TYPED)
    of_session_id: Mapped[int | None] = mapped_column(ForeignKey("sessions.id"), index=True)
    carried_from_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)

    session: Mapped["Session"] = relationship(
        back_populates="agenda", foreign_keys="AgendaItem.session_id"
    )
    presenter: Mapped[Person | None] = relationship()
    carried_into: Mapped[list["AgendaItem"]] = relationship(foreign_keys=carried_from_id)
