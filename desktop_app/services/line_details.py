"""All that is known of a line of the minutes, beside its words on the page."""

from collections.abc import Mapping
from datetime import time

from db import models
from db.unit_of_work import UnitOfWork
from desktop_app.services import words
from desktop_app.services.directory import Directory, under_uids
from desktop_app.services.drafts import InterventionDraft, Label, Words, changed
from desktop_app.services.records import found
from desktop_app.services.validation import checked


def edit_line(work: UnitOfWork, line_id: int, changes: Mapping[tuple[str, ...], object]) -> None:
    """Change some fields of a line, and none of the others.

    Args:
        work: the unit of work.
        line_id: of the line.
        changes: new values by the paths of their fields in `InterventionDraft`, as in
            ``{("title", "fr"): "Bilan"}``; people by their ids.

    Raises:
        UserError: there is no such line, or it is refused with these values.
    """
    record = found(work, models.Intervention, line_id)
    draft = _draft_of(record)
    for path, value in under_uids(work, changes).items():
        draft = changed(draft, path, value)
    draft = checked(draft, InterventionDraft)
    record.kind = draft.kind
    record.at = time.fromisoformat(draft.at) if draft.at else None
    words.put(
        record,
        words.columns(title=draft.title, summary=draft.summary, appeal=draft.appeal),
    )
    directory = Directory(work)
    ids = [directory.person(uid, ("speakers", n)) for n, uid in enumerate(draft.speakers)]
    on_file = {speaker.person_id: speaker for speaker in record.speakers}
    record.speakers = [
        on_file.get(person_id) or models.InterventionSpeaker(person_id=person_id)
        for person_id in dict.fromkeys(ids)
    ]
    for position, speaker in enumerate(record.speakers, 1):
        speaker.position = position


def _draft_of(record: models.Intervention) -> InterventionDraft:
    return InterventionDraft(
        kind=record.kind,
        speakers=tuple(speaker.person.uid for speaker in record.speakers),
        title=Label(record.title_ar, record.title_fr),
        summary=Words(ar=record.summary_ar, fr=record.summary_fr),
        appeal=Words(ar=record.appeal_ar, fr=record.appeal_fr),
        at=f"{record.at:%H:%M}" if record.at else None,
    )
