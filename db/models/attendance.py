"""Who was invited to a session, what each answered, and where each was on the day."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import Answer, AttendanceState
from db.models.base import Base, Flag, PersonKey, Position, SessionKey
from db.models.people import Person

if TYPE_CHECKING:
    from db.models.sessions import Session


class Attendance(Base):
    """One line of the attendance sheet: answer to the invitation, and state on the day.

    Attributes:
        invited: false for a walk-in and for a substitute.
        represented_by_id: the substitute's own line in the same session; named when, and only
            when, the state is *represented*.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("session_id", "person_id"),
        UniqueConstraint("session_id", "id"),
        ForeignKeyConstraint(
            ["session_id", "represented_by_id"], ["attendance.session_id", "attendance.id"]
        ),
        CheckConstraint(
            "(state = 'represented') = (represented_by_id IS NOT NULL)",
            name="represented_by_somebody",
        ),
        CheckConstraint("represented_by_id <> id", name="represented_by_another"),
        CheckConstraint(
            "state IN ('present', 'remote') OR NOT (late OR left_early)", name="late_only_if_there"
        ),
    )
    owner = "session_id"

    session_id: Mapped[SessionKey]
    person_id: Mapped[PersonKey]
    position: Mapped[Position]
    invited: Mapped[bool] = mapped_column(default=True)
    answer: Mapped[Answer] = mapped_column(default=Answer.NONE)
    state: Mapped[AttendanceState] = mapped_column(default=AttendanceState.NOT_RECORDED)
    represented_by_id: Mapped[int | None] = mapped_column(index=True)
    late: Mapped[Flag]
    left_early: Mapped[Flag]

    session: Mapped["Session"] = relationship(back_populates="attendance")
    person: Mapped[Person] = relationship()
    represented_by: Mapped["Attendance | None"] = relationship(
        primaryjoin="Attendance.represented_by_id == remote(Attendance.id)",
        foreign_keys=represented_by_id,
    )
