"""Settings, and the counters that number papers."""

from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, JsonValue


class Setting(Base):
    """A setting: any JSON value under its key; replaced whole, never changed in place."""

    __tablename__ = "settings"
    __table_args__ = (UniqueConstraint("key"), CheckConstraint("key <> ''", name="keyed"))

    key: Mapped[str]
    value: Mapped[Any] = mapped_column(JsonValue, nullable=False)


class NumberingCounter(Base):
    """The last number given to a kind of paper (or to all: ``common``) in a civil year."""

    __tablename__ = "numbering_counters"
    __table_args__ = (
        UniqueConstraint("kind", "year"),
        CheckConstraint("kind <> ''", name="of_a_kind"),
        CheckConstraint("last >= 0", name="last_not_negative"),
    )

    kind: Mapped[str]
    year: Mapped[int]
    last: Mapped[int] = mapped_column(default=0)


class SavedView(Base):
    """A choice of what a list shows, kept by name.

    Attributes:
        place: the list, as in ``follow-ups``.
        filters: what is chosen, as that list understands it.
    """

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("place", "name"),
        CheckConstraint("name <> ''", name="named"),
    )

    place: Mapped[str]
    name: Mapped[str]
    filters: Mapped[Any] = mapped_column(JsonValue, nullable=False)
