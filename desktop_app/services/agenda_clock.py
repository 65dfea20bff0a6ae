"""The clock of an agenda: how long each point took."""

from db import models
from db.unit_of_work import UnitOfWork
from desktop_app.services.records import found


def spend(work: UnitOfWork, item_id: int, seconds: int) -> None:
    """Add to the time that a point of the agenda took.

    Raises:
        UserError: there is no such point.
    """
    record = found(work, models.AgendaItem, item_id)
    record.spent_seconds = (record.spent_seconds or 0) + seconds
