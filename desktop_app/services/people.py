"""People: who is invited, attends, speaks, decides and signs."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db import models
from db.codes import Civility
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.bodies import body_on
from desktop_app.services.drafts import FunctionDraft, Label, PersonDraft
from desktop_app.services.people_data import Person
from desktop_app.services.records import by_uid, fill, found
from desktop_app.services.validation import checked
from desktop_app.wording.functions import in_gender
from desktop_app.wording.persons import Function

WITH_FUNCTIONS = (
    selectinload(models.Person.appointments)
    .joinedload(models.Appointment.body)
    .selectinload(models.Body.names)
)
"""Loads the functions and bodies of people with them, not one by one."""


def person_on(record: models.Person, on: date) -> Person:
    """Give a person with the function and the body held on a day."""
    held = record.held_on(on)
    return Person(
        id=record.id,
        uid=record.uid,
        civility=record.civility,
        name=words.of(record, "name"),
        function=Function(words.of(held, "title"), held.single, held.code) if held else Function(),
        body=body_on(held.body, on) if held and held.body else None,
        email=record.email,
        phone=record.phone,
    )


def list_people(reading: Reading, on: date) -> tuple[Person, ...]:
    """Give everybody with the function of a day, in the order of their Arabic names."""
    query = (
        select(models.Person)
        .options(WITH_FUNCTIONS)
        .order_by(models.Person.name_ar, models.Person.name_fr, models.Person.id)
    )
    return tuple(person_on(record, on) for record in reading.db.scalars(query))


def find_or_create(
    work: UnitOfWork,
    draft: PersonDraft,
    body_id: int | None = None,
    on: date | None = None,
    others: Collection[int] = (),
) -> int:
    """Give the id of a person on file, or record that person.

    It is the same person when the uid is the same, or the name is and neither body contradicts
    it: two of one name in two bodies are two people. What is on file stays as it is; only what is
    empty there is filled.

    Args:
        work: the unit of work.
        draft: who; its `body` is a key of the caller's, resolved already to `body_id`.
        body_id: where.
        on: the day of the function, to compare it with the one held then; the latest when None.
        others: ids of people who are not this one, whatever their name.

    Raises:
        FieldError: the draft is refused.
    """
    draft = checked(draft, PersonDraft)
    record = _known(work, draft, body_id, on or date.max, others)
    values = {
        "email": draft.email,
        "phone": draft.phone,
        **words.columns(name=draft.name),
    }
    if record is None:
        record = models.Person(civility=draft.civility, **values)
        if draft.uid:
            record.uid = draft.uid
        work.db.add(record)
    else:
        fill(record, values)
        if record.civility is Civility.UNKNOWN:
            record.civility = draft.civility
    title = words.columns(title=draft.function.title)
    if not record.appointments and (body_id or any(title.values())):
        record.appointments.append(
            models.Appointment(
                body_id=body_id, single=draft.function.unique, code=draft.function.code, **title
            )
        )
    work.db.flush()
    return record.id


def add(work: UnitOfWork, draft: PersonDraft) -> int:
    """Record a person, whoever bears the same name, and give the id.

    Raises:
        FieldError: the draft is refused.
    """
    draft = checked(draft, PersonDraft)
    record = models.Person(
        civility=draft.civility,
        email=draft.email,
        phone=draft.phone,
        **words.columns(name=draft.name),
    )
    work.db.add(record)
    work.db.flush()
    return record.id


def appoint(
    work: UnitOfWork, person_id: int, function: FunctionDraft, body_id: int | None, since: date
) -> None:
    """Give a person a new function from a day on; earlier sessions keep the earlier one.

    Raises:
        UserError: there is no such person, or the function is refused.
    """
    record = found(work, models.Person, person_id)
    function = checked(function, FunctionDraft)
    same_day = [held for held in record.appointments if held.valid_from == since]
    held = same_day[0] if same_day else models.Appointment(valid_from=since)
    words.put(held, words.columns(title=function.title))
    held.single, held.code, held.body_id = function.unique, function.code, body_id
    if not same_day:
        record.appointments.append(held)


def set_name(work: UnitOfWork, person_id: int, name: Label) -> None:
    """Give a person other names; papers that were issued keep theirs.

    Raises:
        UserError: there is no such person, or the names are refused.
    """
    record = found(work, models.Person, person_id)
    words.put(record, words.columns(name=checked(PersonDraft(name=name), PersonDraft).name))


def set_civility(work: UnitOfWork, person_id: int, civility: Civility) -> None:
    """Say how a person is addressed; the function held last follows where its forms are known.

    Raises:
        UserError: there is no such person.
    """
    record = found(work, models.Person, person_id)
    record.civility = civility
    held = record.held_on(date.max)
    if held is not None and civility is not Civility.UNKNOWN:
        title = words.of(held, "title")
        title = in_gender(held.code, title, "f" if civility is Civility.MRS else "m")
        words.put(held, words.columns(title=title))


def set_email(work: UnitOfWork, person_id: int, email: str) -> None:
    """Note the e-mail address of a person; an empty one takes it away.

    Raises:
        UserError: there is no such person, or this is no address.
    """
    _set_contact(work, person_id, email=email)


def set_phone(work: UnitOfWork, person_id: int, phone: str) -> None:
    """Note the phone number of a person, as it is dialled; an empty one takes it away.

    Raises:
        UserError: there is no such person, or the number is too long or damaged.
    """
    _set_contact(work, person_id, phone=phone)


def _set_contact(work: UnitOfWork, person_id: int, **fields: str) -> None:
    record = found(work, models.Person, person_id)
    name = Label(record.name_ar, record.name_fr)
    draft = checked({"name": name, **fields}, PersonDraft)
    words.put(record, {field: getattr(draft, field) for field in fields})


def _known(
    work: UnitOfWork,
    draft: PersonDraft,
    body_id: int | None,
    on: date,
    others: Collection[int],
) -> models.Person | None:
    person = models.Person
    if draft.uid:
        return by_uid(work, person, draft.uid)
    same = person.name_ar == draft.name.ar if draft.name.ar else person.name_fr == draft.name.fr
    for record in work.db.scalars(select(person).where(same).order_by(person.id)):
        held = record.held_on(on)
        if record.id in others:
            continue
        if body_id is None or held is None or held.body_id in {None, body_id}:
            return record
    return None
