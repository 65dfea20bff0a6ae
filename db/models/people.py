"""People, and what they did where from which day on."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import Civility
from db.models.base import Base, Flag, FreeText, PersonKey
from db.models.bodies import Body


class Person(Base):
    """Somebody who is invited, attends, speaks, decides or signs."""

    __tablename__ = "people"
    __table_args__ = (CheckConstraint("name_ar <> '' OR name_fr <> ''", name="named"),)

    civility: Mapped[Civility] = mapped_column(default=Civility.UNKNOWN)
    name_ar: Mapped[FreeText]
    name_fr: Mapped[FreeText]
    email: Mapped[FreeText]
    phone: Mapped[FreeText]

    appointments: Mapped[list["Appointment"]] = relationship(
        back_populates="person", cascade="all, delete-orphan", order_by="Appointment.valid_from"
    )

    def held_on(self, day: date) -> "Appointment | None":
        """Give the function held that day, or the oldest known when all came later."""
        held = [a for a in self.appointments if a.valid_from is None or a.valid_from <= day]
        if held:
            return max(held, key=lambda a: a.valid_from or date.min)
        return min(self.appointments, key=lambda a: a.valid_from or date.min, default=None)


class Appointment(Base):
    """A person's function and body from a day on (from always, when none is given).

    Attributes:
        single: one person alone holds this function in that body.
        code: entry of the functions' vocabulary that the title comes from, or empty.
    """

    __tablename__ = "appointments"
    __table_args__ = (UniqueConstraint("person_id", "valid_from"),)
    owner = "person_id"

    person_id: Mapped[PersonKey]
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)
    valid_from: Mapped[date | None]
    title_ar: Mapped[FreeText]
    title_fr: Mapped[FreeText]
    single: Mapped[Flag]
    code: Mapped[FreeText]

    person: Mapped[Person] = relationship(back_populates="appointments")
    body: Mapped[Body | None] = relationship()
