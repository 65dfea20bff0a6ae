"""Writing a session: what is known of it, its agenda, attendance, interventions and outcomes.

Lists are replaced whole: what is named by its uid (a line of attendance: by its person) keeps its
record and its history, what is not named any more is removed.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import time
from typing import Any, TypeVar

from db import models
from db.codes import AttendanceState, FollowUpState, SessionRole
from db.errors import UserError
from db.unit_of_work import UnitOfWork
from desktop_app.services import words
from desktop_app.services.directory import Directory, maybe, under_uids
from desktop_app.services.drafts import (
    AgendaDraft,
    AttendanceDraft,
    InterventionDraft,
    OutcomeDraft,
    SessionBasics,
    changed,
)
from desktop_app.services.records import by_uid, found
from desktop_app.services.session_basics import basics_of
from desktop_app.services.sessions import session_types
from desktop_app.services.validation import Path, checked, checked_list, require

Item = TypeVar("Item", models.AgendaItem, models.Intervention, models.Outcome)
Part = TypeVar("Part", bound=models.Base)
PartKey = TypeVar("PartKey", bound=Hashable)


def create_session(work: UnitOfWork, draft: SessionBasics) -> int:
    """Record a session that is being prepared and give its id.

    Raises:
        FieldError: the draft is refused.
    """
    record = models.Session()
    fill_basics(record, checked(draft, SessionBasics), Directory(work))
    work.db.add(record)
    work.db.flush()
    return record.id


def edit_session(work: UnitOfWork, session_id: int, draft: SessionBasics) -> None:
    """Replace what is known of a session beside its lists.

    Raises:
        UserError: there is no such session, or the draft is refused.
    """
    record = found(work, models.Session, session_id)
    fill_basics(record, checked(draft, SessionBasics), Directory(work))


def edit_fields(
    work: UnitOfWork, session_id: int, changes: Mapping[tuple[str, ...], object]
) -> None:
    """Change some fields of what is known of a session, and none of the others.

    Args:
        work: the unit of work.
        session_id: of the session.
        changes: new values by the paths of their fields in `SessionBasics`, as in
            ``{("theme", "ar"): "جودة المعطيات"}``; people and bodies by their ids.

    Raises:
        UserError: there is no such session, or it is refused with these values.
    """
    record = found(work, models.Session, session_id)
    draft = basics_of(record)
    for path, value in under_uids(work, changes).items():
        draft = changed(draft, path, value)
    fill_basics(record, checked(draft, SessionBasics), Directory(work))


def set_agenda(work: UnitOfWork, session_id: int, items: Sequence[AgendaDraft]) -> None:
    """Replace the agenda of a session.

    Raises:
        UserError: there is no such session, or an item is refused.
    """
    record = found(work, models.Session, session_id)
    fill_agenda(record, checked_list(items, AgendaDraft, "agenda"), Directory(work))


def set_attendance(work: UnitOfWork, session_id: int, lines: Sequence[AttendanceDraft]) -> None:
    """Replace the attendance of a session; a substitute without a line gets one.

    Raises:
        UserError: there is no such session, or a line is refused.
    """
    record = found(work, models.Session, session_id)
    fill_attendance(record, checked_list(lines, AttendanceDraft, "attendance"), Directory(work))


def set_interventions(work: UnitOfWork, session_id: int, said: Sequence[InterventionDraft]) -> None:
    """Replace what was said in a session.

    Raises:
        UserError: there is no such session, or an intervention is refused.
    """
    record = found(work, models.Session, session_id)
    fill_interventions(
        record, checked_list(said, InterventionDraft, "interventions"), Directory(work)
    )


def set_outcomes(work: UnitOfWork, session_id: int, outcomes: Sequence[OutcomeDraft]) -> None:
    """Replace what came of a session.

    Raises:
        UserError: there is no such session, or an outcome is refused.
    """
    record = found(work, models.Session, session_id)
    fill_outcomes(record, checked_list(outcomes, OutcomeDraft, "outcomes"), Directory(work))


def fill_basics(record: models.Session, draft: SessionBasics, directory: Directory) -> None:
    """Write what is known of a session, from a checked draft."""
    require(
        draft.type in session_types(directory.work),
        ("type",),
        UserError("{type} is no type of session on file.", type=draft.type),
    )
    words.put(
        record,
        {
            "type_code": draft.type,
            "state": draft.state,
            "since": draft.since,
            "reason": draft.reason,
            "objectives": words.listed(draft.objectives),
            "start_time": draft.start and time.fromisoformat(draft.start),
            "end_time": draft.end and time.fromisoformat(draft.end),
            "mode": draft.place.mode,
            "platform": draft.place.platform,
            "organiser_id": maybe(directory.body, draft.organiser, ("organiser",)),
            "chair_id": maybe(directory.person, draft.chair, ("chair",)),
            "on_behalf_of_id": maybe(directory.person, draft.on_behalf_of, ("on_behalf_of",)),
            "rapporteur_id": maybe(directory.person, draft.rapporteur, ("rapporteur",)),
            "opened_with_quran": draft.opened_with_quran,
            "opened_with_anthem": draft.opened_with_anthem,
            "agenda_exhausted": draft.agenda_exhausted,
            "conclusions": words.listed(draft.conclusions),
            "enclosures": words.listed(draft.enclosures),
            "copies": words.listed(draft.copies),
            "registry_reference": draft.registry_reference,
            "registry_date": draft.registry_date,
            "minutes_dated": draft.minutes_dated,
            **words.columns(
                theme=draft.theme,
                purpose=draft.purpose,
                framework=draft.framework,
                hijri=draft.hijri,
                room=draft.place.room,
                site=draft.place.site,
                other_business=draft.other_business,
            ),
        },
    )
    record.days = _kept(
        record.days, lambda part: part.day, draft.days, lambda day: models.SessionDay(day=day)
    )
    _fill_roles(record, draft, directory)
    _fill_letter(record, draft)


def fill_agenda(
    record: models.Session, drafts: Iterable[AgendaDraft], directory: Directory
) -> None:
    """Write the agenda of a session, from checked drafts."""
    items = _listed(models.AgendaItem, record.agenda, drafts, directory, "agenda")
    for n, (item, draft) in enumerate(items):
        words.put(item, words.columns(title=draft.title))
        item.presenter_id = maybe(directory.person, draft.presenter, ("agenda", n, "presenter"))
        item.planned_minutes = draft.planned_minutes
    kept = [item for item, _ in items]
    parts: list[models.Intervention | models.Outcome] = [*record.interventions, *record.outcomes]
    for part in parts:
        if part.agenda_item not in kept:
            part.agenda_item = None
    record.agenda = kept


def fill_attendance(
    record: models.Session, drafts: Sequence[AttendanceDraft], directory: Directory
) -> None:
    """Write the attendance of a session, from checked drafts; a substitute gets his own line."""
    lines: dict[int, AttendanceDraft] = {}
    stood_in: dict[int, int] = {}
    for n, line in enumerate(drafts):
        here = ("attendance", n)
        person_id = directory.person(line.person, (*here, "person"))
        require(
            person_id not in lines,
            (*here, "person"),
            UserError("this person already has a line in the attendance."),
        )
        lines[person_id] = line
        if line.represented_by is not None:
            stood_in[person_id] = directory.person(line.represented_by, (*here, "represented_by"))
            require(
                stood_in[person_id] != person_id,
                (*here, "represented_by"),
                UserError("nobody represents himself."),
            )
    for person_id in stood_in.values():
        lines.setdefault(
            person_id,
            AttendanceDraft(person="", invited=False, state=AttendanceState.PRESENT),
        )
    record.attendance = _kept(
        record.attendance,
        lambda line: line.person_id,
        lines,
        lambda person_id: models.Attendance(person_id=person_id),
    )
    by_id = dict(zip(lines, record.attendance, strict=True))
    for n, (person_id, line) in enumerate(lines.items(), 1):
        kept = by_id[person_id]
        kept.position = n
        kept.invited, kept.answer, kept.state = line.invited, line.answer, line.state
        kept.late, kept.left_early = line.late, line.left_early
        kept.represented_by = by_id[stood_in[person_id]] if person_id in stood_in else None


def fill_interventions(
    record: models.Session, drafts: Iterable[InterventionDraft], directory: Directory
) -> None:
    """Write what was said in a session, from checked drafts."""
    items = _listed(models.Intervention, record.interventions, drafts, directory, "interventions")
    for n, (said, draft) in enumerate(items):
        here = ("interventions", n)
        words.put(
            said,
            words.columns(title=draft.title, summary=draft.summary, appeal=draft.appeal),
        )
        said.kind = draft.kind
        said.at = draft.at and time.fromisoformat(draft.at)
        said.agenda_item = _agenda_item(record, draft.agenda_item)
        ids = [
            directory.person(key, (*here, "speakers", k)) for k, key in enumerate(draft.speakers)
        ]
        said.speakers = _kept(
            said.speakers,
            lambda speaker: speaker.person_id,
            ids,
            lambda person_id: models.InterventionSpeaker(person_id=person_id),
        )
        for position, speaker in enumerate(said.speakers, 1):
            speaker.position = position
    record.interventions = [said for said, _ in items]


def fill_outcomes(
    record: models.Session, drafts: Iterable[OutcomeDraft], directory: Directory
) -> None:
    """Write what came of a session, from checked drafts."""
    items = _listed(models.Outcome, record.outcomes, drafts, directory, "outcomes")
    for n, (outcome, draft) in enumerate(items):
        fill_outcome(outcome, record, draft, directory, ("outcomes", n))
    record.outcomes = [outcome for outcome, _ in items]
    record.interventions = [
        line
        for line in record.interventions
        if line.outcome is None or line.outcome in record.outcomes
    ]


def fill_outcome(
    outcome: models.Outcome,
    session: models.Session,
    draft: OutcomeDraft,
    directory: Directory,
    path: Path = (),
) -> None:
    """Write one outcome of a session, from a checked draft."""
    done = 100 if draft.state is FollowUpState.DONE else 0
    words.put(
        outcome,
        {
            "kind": draft.kind,
            "due": draft.due,
            "ongoing": draft.ongoing,
            "priority": draft.priority,
            "state": draft.state,
            "percent": done if draft.percent is None else draft.percent,
            "reason": draft.reason,
            "review_on": draft.review_on,
            "owner_person_id": maybe(directory.person, draft.owner_person, (*path, "owner_person")),
            "agenda_item": _agenda_item(session, draft.agenda_item),
            **words.columns(
                text=draft.text,
                owner_text=draft.owner_text,
                partners=draft.partners,
                remarks=draft.remarks,
            ),
        },
    )
    ids = [
        directory.body(key, (*path, "owner_bodies", k)) for k, key in enumerate(draft.owner_bodies)
    ]
    outcome.owner_bodies = _kept(
        outcome.owner_bodies,
        lambda owner: owner.body_id,
        ids,
        lambda body_id: models.OutcomeBody(body_id=body_id),
    )
    for position, owner in enumerate(outcome.owner_bodies, 1):
        owner.position = position


def _fill_roles(record: models.Session, draft: SessionBasics, directory: Directory) -> None:
    wanted = [
        (role, directory.person(key, (field, n)))
        for role, field, keys in (
            (SessionRole.FACILITATOR, "facilitators", draft.facilitators),
            (SessionRole.SIGNATORY, "signatories", draft.signatories),
        )
        for n, key in enumerate(keys)
    ]
    record.roles = _kept(
        record.roles,
        lambda part: (part.role, part.person_id),
        wanted,
        lambda key: models.SessionPerson(role=key[0], person_id=key[1]),
    )
    for position, part in enumerate(record.roles, 1):
        part.position = position


def _fill_letter(record: models.Session, draft: SessionBasics) -> None:
    letter = draft.invitation
    if record.letter is None:
        record.letter = models.InvitationLetter()
    words.put(
        record.letter,
        {
            "reference": letter.reference,
            "dated": letter.dated,
            "binding": letter.binding,
            "references": words.listed(letter.references),
            "enclosures": words.listed(letter.enclosures),
            "copies": words.listed(letter.copies),
            "agenda_enclosed": letter.agenda_enclosed,
            "reply_by": letter.reply_by,
            **words.columns(addressees=letter.addressees, under=letter.under),
        },
    )


def _agenda_item(record: models.Session, position: int | None) -> models.AgendaItem | None:
    if position is None:
        return None
    require(
        position <= len(record.agenda),
        ("agenda_item",),
        UserError("the agenda has no such point."),
    )
    return record.agenda[position - 1]


def _kept(
    parts: Iterable[Part],
    key_of: Callable[[Part], PartKey],
    wanted: Iterable[PartKey],
    make: Callable[[PartKey], Part],
) -> list[Part]:
    """Give the parts for the keys wanted, each once: those on file, and new ones."""
    on_file = {key_of(part): part for part in parts}
    return [on_file.get(key) or make(key) for key in dict.fromkeys(wanted)]


def _listed(
    kind: type[Item],
    on_file: Iterable[Item],
    drafts: Iterable[AgendaDraft | InterventionDraft | OutcomeDraft],
    directory: Directory,
    field: str,
) -> list[tuple[Item, Any]]:
    """Pair each draft with its record, in order: the one with its uid, or a new one."""
    known = {record.uid: record for record in on_file}
    pairs: list[tuple[Item, Any]] = []
    for position, draft in enumerate(drafts, 1):
        taken = draft.uid in {record.uid for record, _ in pairs} or (
            draft.uid not in known and by_uid(directory.work, kind, draft.uid)
        )
        require(
            not (draft.uid and taken),
            (field, position - 1, "uid"),
            UserError("this uid is already given to another."),
        )
        record = known.get(draft.uid) or kind(**({"uid": draft.uid} if draft.uid else {}))
        record.position = position
        pairs.append((record, draft))
    return pairs
