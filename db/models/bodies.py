"""Bodies, under names that have their day."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.codes import BodyKind
from db.models.base import Base, BodyKey, FreeText


class Body(Base):
    """A ministry, academy, directorate, centre, service, school or partner."""

    __tablename__ = "bodies"
    __table_args__ = (CheckConstraint("parent_id <> id", name="not_its_own_parent"),)

    kind: Mapped[BodyKind]
    town_ar: Mapped[FreeText]
    town_fr: Mapped[FreeText]
    email: Mapped[FreeText]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)

    parent: Mapped["Body | None"] = relationship(remote_side="Body.id")
    names: Mapped[list["BodyName"]] = relationship(
        back_populates="body", cascade="all, delete-orphan", order_by="BodyName.valid_from"
    )

    def name_on(self, day: date) -> "BodyName | None":
        """Give the names in force that day, or the oldest known when all came later."""
        in_force = [n for n in self.names if n.valid_from is None or n.valid_from <= day]
        if in_force:
            return max(in_force, key=lambda n: n.valid_from or date.min)
        return min(self.names, key=lambda n: n.valid_from or date.min, default=None)


class BodyName(Base):
    """The names of a body from a day on (from always, when none is given)."""

    __tablename__ = "body_names"
    __table_args__ = (
        UniqueConstraint("body_id", "valid_from"),
        CheckConstraint("name_ar <> '' OR name_fr <> ''", name="named"),
    )
    owner = "body_id"

    body_id: Mapped[BodyKey]
    valid_from: Mapped[date | None]
    name_ar: Mapped[FreeText]
    name_fr: Mapped[FreeText]
    short_name_ar: Mapped[FreeText]
    short_name_fr: Mapped[FreeText]

    body: Mapped[Body] = relationship(back_populates="names")
