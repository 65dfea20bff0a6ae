"""Named groups of people, to be invited at once."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Base, FreeText, PersonKey, Position
from db.models.people import Person


class Group(Base):
    """People who are often invited together."""

    __tablename__ = "groups"
    __table_args__ = (CheckConstraint("name_ar <> '' OR name_fr <> ''", name="named"),)

    name_ar: Mapped[FreeText]
    name_fr: Mapped[FreeText]

    members: Mapped[list["GroupMember"]] = relationship(
        back_populates="group", cascade="all, delete-orphan", order_by="GroupMember.position"
    )


class GroupMember(Base):
    """A person's place in a group."""

    __tablename__ = "group_members"
    __table_args__ = (UniqueConstraint("group_id", "person_id"),)
    owner = "group_id"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    person_id: Mapped[PersonKey]
    position: Mapped[Position]

    group: Mapped[Group] = relationship(back_populates="members")
    person: Mapped[Person] = relationship()
