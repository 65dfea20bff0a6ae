"""Recording a whole session at once, from a file or a filled form."""

from datetime import date

from db import models
from db.errors import UserError
from db.unit_of_work import UnitOfWork
from desktop_app.services import session_edits as edits
from desktop_app.services.directory import Directory
from desktop_app.services.drafts import SessionDraft
from desktop_app.services.records import by_uid
from desktop_app.services.validation import checked, require


def record_session(
    work: UnitOfWork, draft: SessionDraft, directory: Directory | None = None
) -> int:
    """Record a session with the people and bodies it speaks of, and give its id.

    Args:
        work: the unit of work.
        draft: as it was typed or read; it is checked here.
        directory: people and bodies that the draft may speak of beside its own.

    Raises:
        FieldError: something in the draft is refused; nothing is recorded then.
    """
    draft = checked(draft, SessionDraft)
    require(
        not draft.uid or by_uid(work, models.Session, draft.uid) is None,
        ("uid",),
        UserError("this session is recorded already."),
    )
    directory = directory or Directory(work, draft.days[-1] if draft.days else date.max)
    directory.add_bodies(draft.bodies)
    directory.add_people(draft.people)
    record = models.Session(reference=draft.reference)
    if draft.uid:
        record.uid = draft.uid
    edits.fill_basics(record, draft, directory)
    edits.fill_agenda(record, draft.agenda, directory)
    edits.fill_attendance(record, draft.attendance, directory)
    edits.fill_interventions(record, draft.interventions, directory)
    edits.fill_outcomes(record, draft.outcomes, directory)
    work.db.add(record)
    work.db.flush()
    return record.id
