"""The agenda of a session, point by point: each keeps its record and its history."""

from collections.abc import Mapping

from db import models
from db.errors import UserError
from db.unit_of_work import UnitOfWork
from desktop_app.services import words
from desktop_app.services.directory import Directory, maybe, under_uids
from desktop_app.services.drafts import AgendaDraft, Label, changed
from desktop_app.services.records import found
from desktop_app.services.validation import checked, require

MOST_ITEMS = 100
MOST_MINUTES = 1440


def add_item(work: UnitOfWork, session_id: int, draft: AgendaDraft) -> int:
    """Add a point at the end of an agenda and give its id.

    Raises:
        UserError: there is no such session, or the point is refused.
    """
    session = found(work, models.Session, session_id)
    require(
        len(session.agenda) < MOST_ITEMS,
        ("agenda",),
        UserError("it has more than {limit} entries.", limit=MOST_ITEMS),
    )
    record = models.AgendaItem(position=len(session.agenda) + 1)
    _fill(work, record, draft)
    session.agenda.append(record)
    work.db.flush()
    return record.id


def edit_item(work: UnitOfWork, item_id: int, changes: Mapping[tuple[str, ...], object]) -> None:
    """Change some fields of a point, and none of the others.

    Args:
        work: the unit of work.
        item_id: of the point.
        changes: new values by the paths of their fields in `AgendaDraft`; the presenter by id.

    Raises:
        UserError: there is no such point, or it is refused with these values.
    """
    record = found(work, models.AgendaItem, item_id)
    title = words.of(record, "title")
    draft = AgendaDraft(
        title=Label(title.ar, title.fr),
        presenter=record.presenter.uid if record.presenter else None,
        planned_minutes=record.planned_minutes,
    )
    for path, value in under_uids(work, changes).items():
        draft = changed(draft, path, value)
    _fill(work, record, draft)


def move_item(work: UnitOfWork, item_id: int, position: int) -> None:
    """Give a point another position, from 1; those between make room.

    Raises:
        UserError: there is no such point.
    """
    record = found(work, models.AgendaItem, item_id)
    items = [item for item in record.session.agenda if item is not record]
    items.insert(max(position - 1, 0), record)
    _number(items)


def remove_item(work: UnitOfWork, item_id: int) -> None:
    """Take a point out; what was said and decided under it stays in the session.

    Raises:
        UserError: there is no such point.
    """
    record = found(work, models.AgendaItem, item_id)
    session = record.session
    parts: list[models.Intervention | models.Outcome] = [*session.interventions, *session.outcomes]
    for part in parts:
        if part.agenda_item is record:
            part.agenda_item = None
    session.agenda.remove(record)
    _number(session.agenda)


def _fill(work: UnitOfWork, record: models.AgendaItem, draft: AgendaDraft) -> None:
    minutes: object = draft.planned_minutes  # as it was typed
    require(
        minutes is None or (isinstance(minutes, int) and 1 <= minutes <= MOST_MINUTES),
        ("planned_minutes",),
        UserError("a number of minutes from 1 to {most} is expected.", most=MOST_MINUTES),
    )
    draft = checked(draft, AgendaDraft)
    words.put(record, words.columns(title=draft.title))
    record.presenter_id = maybe(Directory(work).person, draft.presenter, ("presenter",))
    record.planned_minutes = draft.planned_minutes


def _number(items: list[models.AgendaItem]) -> None:
    for position, item in enumerate(items, 1):
        item.position = position
