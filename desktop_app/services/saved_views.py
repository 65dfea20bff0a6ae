"""What a list is narrowed to, kept by name."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db import models
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.drafts import LONGEST_LINE
from desktop_app.services.records import found
from desktop_app.services.text import cleaned
from desktop_app.services.validation import check_text


@dataclass(frozen=True, slots=True)
class View:
    """Filters under a name.

    Attributes:
        filters: as the list wrote them, JSON.
    """

    id: int
    name: str
    filters: Any


def list_views(reading: Reading, place: str) -> tuple[View, ...]:
    """Give the views of a list, by name."""
    view = models.SavedView
    rows = reading.db.scalars(select(view).where(view.place == place).order_by(view.name))
    return tuple(View(row.id, row.name, row.filters) for row in rows)


def keep(work: UnitOfWork, place: str, name: str, filters: object) -> int:
    """Keep filters by name, in place of those that had it, and give the id of the view.

    Raises:
        UserError: the name is empty, or too long.
    """
    name = " ".join(cleaned(name).split())
    if not name:
        raise UserError("The view was not kept: it has no name. Give it one and try again.")
    check_text(name, ("name",), LONGEST_LINE)
    view = models.SavedView
    record = work.db.scalars(select(view).where(view.place == place, view.name == name)).first()
    if record is None:
        record = view(place=place, name=name, filters=filters)
        work.db.add(record)
    else:
        record.filters = filters
    work.db.flush()
    return record.id


def forget(work: UnitOfWork, view_id: int) -> None:
    """Forget a view.

    Raises:
        UserError: there is no such view.
    """
    work.db.delete(found(work, models.SavedView, view_id))
