"""Bodies: ministry, academy, directorates, centres, services, schools and partners."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import BodyKind
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.drafts import BodyDraft, Label
from desktop_app.services.people_data import Body, BodyName
from desktop_app.services.records import by_uid, fill, found
from desktop_app.services.validation import check_day, checked, require
from desktop_app.wording.bilingual import Bilingual


def body_on(record: models.Body, on: date) -> Body:
    """Give a body under the names that it had on a day."""
    named = record.name_on(on)
    return Body(
        id=record.id,
        uid=record.uid,
        kind=record.kind,
        name=words.of(named, "name") if named else Bilingual(),
        short_name=words.of(named, "short_name") if named else Bilingual(),
        town=words.of(record, "town"),
        email=record.email,
        parent_id=record.parent_id,
    )


def list_bodies(reading: Reading, on: date) -> tuple[Body, ...]:
    """Give all bodies under the names of a day, in the order in which they were recorded."""
    query = select(models.Body).options(selectinload(models.Body.names)).order_by(models.Body.id)
    return tuple(body_on(record, on) for record in reading.db.scalars(query))


def list_names(reading: Reading, body_id: int) -> tuple[BodyName, ...]:
    """Give the names that a body has had, oldest first."""
    record = found(reading, models.Body, body_id)
    return tuple(
        BodyName(name.valid_from, words.of(name, "name"), words.of(name, "short_name"))
        for name in sorted(record.names, key=lambda name: name.valid_from or date.min)
    )


def find_or_create(work: UnitOfWork, draft: BodyDraft, parent_id: int | None = None) -> int:
    """Give the id of a body on file with the same uid, or the same kind and name, or record it.

    What is on file stays as it is; only what is empty there is filled.

    Raises:
        FieldError: the draft is refused.
    """
    draft = checked(draft, BodyDraft)
    record = _known(work, draft)
    values = {"email": draft.email, **words.columns(town=draft.town)}
    if record is None:
        record = models.Body(kind=draft.kind, parent_id=parent_id, **values)
        if draft.uid:
            record.uid = draft.uid
        record.names.append(
            models.BodyName(
                valid_from=draft.valid_from,
                **words.columns(name=draft.name, short_name=draft.short_name),
            )
        )
        work.db.add(record)
    else:
        fill(record, {"parent_id": parent_id, **values})
    work.db.flush()
    return record.id


def add(work: UnitOfWork, draft: BodyDraft) -> int:
    """Record a body, whichever bears the same name, and give the id.

    Raises:
        FieldError: the draft is refused.
    """
    draft = checked(draft, BodyDraft)
    named = words.columns(name=draft.name, short_name=draft.short_name)
    record = models.Body(
        kind=draft.kind,
        email=draft.email,
        names=[models.BodyName(valid_from=draft.valid_from, **named)],
        **words.columns(town=draft.town),
    )
    work.db.add(record)
    work.db.flush()
    return record.id


def rename(work: UnitOfWork, body_id: int, name: BodyName) -> None:
    """Give a body new names from a day on; what was signed before keeps the old ones.

    Raises:
        UserError: there is no such body, or the name is empty.
    """
    record = found(work, models.Body, body_id)
    check_day(name.valid_from, ("since",))
    labels = (Label(text.ar, text.fr) for text in (name.name, name.short_name))
    draft = _named(record, *labels)
    same_day = [known for known in record.names if known.valid_from == name.valid_from]
    entry = same_day[0] if same_day else models.BodyName(valid_from=name.valid_from)
    words.put(entry, words.columns(name=draft.name, short_name=draft.short_name))
    if not same_day:
        record.names.append(entry)


def set_name(work: UnitOfWork, body_id: int, name: Label, short_name: Label, on: date) -> None:
    """Correct the names that a body has on a day.

    Raises:
        UserError: there is no such body, or the names are refused.
    """
    record = found(work, models.Body, body_id)
    draft = _named(record, name, short_name)
    named = record.name_on(on)
    if named is None:
        named = models.BodyName()
        record.names.append(named)
    words.put(named, words.columns(name=draft.name, short_name=draft.short_name))


def forget_name(work: UnitOfWork, body_id: int, since: date | None) -> None:
    """Take a name off a body's list, as if it had never had it; its only name stays.

    Raises:
        UserError: there is no such body.
    """
    record = found(work, models.Body, body_id)
    if len(record.names) > 1:
        record.names = [one for one in record.names if one.valid_from != since]


def set_kind(work: UnitOfWork, body_id: int, kind: BodyKind) -> None:
    """Say what a body is.

    Raises:
        UserError: there is no such body.
    """
    found(work, models.Body, body_id).kind = kind


def set_town(work: UnitOfWork, body_id: int, town: Label) -> None:
    """Say in which town a body is.

    Raises:
        UserError: there is no such body, or the town is refused.
    """
    record = found(work, models.Body, body_id)
    named = {"kind": record.kind, "name": {"ar": "-"}, "town": town}
    words.put(record, words.columns(town=checked(named, BodyDraft).town))


def set_parent(work: UnitOfWork, body_id: int, parent_id: int | None) -> None:
    """Say what a body belongs to.

    Raises:
        UserError: there is no such body, or one would belong to itself.
    """
    record = found(work, models.Body, body_id)
    at = None if parent_id is None else found(work, models.Body, parent_id)
    while at is not None:
        require(at.id != body_id, ("parent",), UserError("a body cannot belong to itself."))
        at = at.parent
    record.parent_id = parent_id


def set_email(work: UnitOfWork, body_id: int, email: str) -> None:
    """Note the e-mail address of a body; an empty one takes it away.

    Raises:
        UserError: there is no such body, or this is no address.
    """
    record = found(work, models.Body, body_id)
    named = {"kind": record.kind, "name": {"ar": "-"}, "email": email}
    record.email = checked(named, BodyDraft).email


def _named(record: models.Body, name: Label, short_name: Label) -> BodyDraft:
    return checked(BodyDraft(kind=record.kind, name=name, short_name=short_name), BodyDraft)


def _known(work: UnitOfWork, draft: BodyDraft) -> models.Body | None:
    if draft.uid:
        return by_uid(work, models.Body, draft.uid)
    name = models.BodyName
    same = name.name_ar == draft.name.ar if draft.name.ar else name.name_fr == draft.name.fr
    query = select(models.Body).join(name).where(same, models.Body.kind == draft.kind)
    return work.db.scalars(query.order_by(models.Body.id)).first()
