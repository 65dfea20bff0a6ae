"""The functions that a person held and holds: corrected in place, changed from a day on, ended."""

from dataclasses import dataclass
from datetime import date

from db import models
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.bodies import body_on
from desktop_app.services.drafts import FunctionDraft, Label
from desktop_app.services.naming import function_of
from desktop_app.services.people import appoint
from desktop_app.services.people_data import Body
from desktop_app.services.records import found
from desktop_app.services.validation import check_day, checked, require
from desktop_app.wording.bilingual import Bilingual
from desktop_app.wording.persons import Function


@dataclass(frozen=True, slots=True)
class HeldFunction:
    """A function from a day on, until the next.

    Attributes:
        since: its first day; None for always.
        body: under the name of its first day.
    """

    id: int
    since: date | None
    function: Function
    body: Body | None = None

    @property
    def is_none(self) -> bool:
        """Whether the person left service that day."""
        return not self.function.title and self.body is None


def list_held(reading: Reading, person_id: int) -> tuple[HeldFunction, ...]:
    """Give the functions of a person, the latest first.

    Raises:
        UserError: there is no such person.
    """
    record = found(reading, models.Person, person_id)
    held = sorted(record.appointments, key=lambda one: one.valid_from or date.min, reverse=True)
    return tuple(
        HeldFunction(
            one.id,
            one.valid_from,
            Function(words.of(one, "title"), one.single, one.code),
            body_on(one.body, one.valid_from or date.min) if one.body else None,
        )
        for one in held
    )


def set_title(work: UnitOfWork, person_id: int, title: Label, on: date) -> None:
    """Correct the title of the function held on a day.

    Raises:
        UserError: there is no such person, or the title is refused.
    """
    held = _held(work, person_id, on)
    if title.bilingual() != words.of(held, "title"):
        _entitle(held, title)


def set_unique(work: UnitOfWork, person_id: int, unique: bool, on: date) -> None:
    """Say whether one person alone holds the function of a day.

    Raises:
        UserError: there is no such person.
    """
    _held(work, person_id, on).single = unique


def set_body(work: UnitOfWork, person_id: int, body_id: int | None, on: date) -> None:
    """Correct where the function of a day is held.

    Raises:
        UserError: there is no such person or body.
    """
    if body_id is not None:
        found(work, models.Body, body_id)
    _held(work, person_id, on).body_id = body_id


def change_post(
    work: UnitOfWork, person_id: int, title: Label, body_id: int | None, since: date
) -> None:
    """Give a person another function from a day on; earlier sessions keep the earlier one.

    Raises:
        UserError: there is no such person or body, or title or day is refused.
    """
    check_day(since, ("since",))
    if body_id is not None:
        found(work, models.Body, body_id)
    draft = _drafted(title)
    require(
        draft.title.bilingual() or body_id,
        ("title",),
        UserError("a new post needs a function or a body."),
    )
    appoint(work, person_id, draft, body_id, since)


def leave_service(work: UnitOfWork, person_id: int, since: date) -> None:
    """Note that a person holds no function from a day on.

    Raises:
        UserError: there is no such person, or the day is refused.
    """
    check_day(since, ("since",))
    appoint(work, person_id, FunctionDraft(), None, since)


def correct(
    work: UnitOfWork, held_id: int, title: Label, body_id: int | None, since: date | None
) -> None:
    """Correct a function that is or was held.

    Raises:
        UserError: there is no such function or body, the title is refused, or another function
            begins that day.
    """
    held = found(work, models.Appointment, held_id)
    check_day(since, ("since",))
    require(
        all(one.id == held.id or one.valid_from != since for one in held.person.appointments),
        ("since",),
        UserError("another function of this person begins that day."),
    )
    if body_id is not None:
        found(work, models.Body, body_id)
    if title.bilingual() != words.of(held, "title"):
        _entitle(held, title)
    held.body_id, held.valid_from = body_id, since


def forget(work: UnitOfWork, held_id: int) -> None:
    """Take a function off a person's list, as if it had never been held.

    Raises:
        UserError: there is no such function.
    """
    work.db.delete(found(work, models.Appointment, held_id))


def _held(work: UnitOfWork, person_id: int, on: date) -> models.Appointment:
    """Give the function of a day, an empty one when there is none yet."""
    record = found(work, models.Person, person_id)
    held = record.held_on(on)
    if held is None:
        held = models.Appointment()
        record.appointments.append(held)
    return held


def _entitle(held: models.Appointment, title: Label) -> None:
    before = words.of(held, "title")
    draft = _drafted(title, before)
    if not draft.code and before:  # words of the user's own for the same function
        held.single = held.single and bool(draft.title.bilingual())
    else:
        held.single = draft.unique
    held.code = draft.code
    words.put(held, words.columns(title=draft.title))


def _drafted(title: Label, before: Bilingual = Bilingual()) -> FunctionDraft:
    """Find the function in the vocabulary, first by the title of the language that was changed."""
    title = checked(FunctionDraft(title=title), FunctionDraft).title
    ar, fr = function_of(title.ar), function_of(title.fr)
    first, second = (fr, ar) if title.ar == before.ar else (ar, fr)
    known = first if first.code else second
    return FunctionDraft(
        title=Label(ar.title.ar or title.ar, fr.title.fr or title.fr),
        unique=known.unique,
        code=known.code,
    )
