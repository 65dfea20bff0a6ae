"""Who still holds the post for which he was invited, and who holds another one by now."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from db import models
from db.unit_of_work import Reading
from desktop_app.services.people import WITH_FUNCTIONS, person_on
from desktop_app.services.people_data import Person


@dataclass(frozen=True, slots=True)
class Post:
    """A person's post on a day, held against that of an earlier day.

    Attributes:
        person: with the function and the body of the day.
        changed: another function or body than on the earlier day.
        left: no function any more, or somebody else has the one that a single person holds.
        successor: who that is, with the function of the day.
    """

    person: Person
    changed: bool = False
    left: bool = False
    successor: Person | None = None


def posts_on(
    reading: Reading, person_ids: Collection[int], on: date, since: date | None = None
) -> tuple[Post, ...]:
    """Give the posts of some people on a day, in the order of their ids given.

    Args:
        reading: where they are recorded.
        person_ids: whose.
        on: the day.
        since: the earlier day; without one nothing is called changed.
    """
    query = select(models.Person).where(models.Person.id.in_(person_ids)).options(WITH_FUNCTIONS)
    people = {record.id: record for record in reading.db.scalars(query)}
    rivals = _single_holders(reading, people.values(), on)
    posts = []
    for person_id in person_ids:
        record = people[person_id]
        now = record.held_on(on)
        before = record.held_on(since) if since is not None else now
        after = _successor(now, rivals, on)
        posts.append(
            Post(
                person=person_on(record, on),
                changed=now is not before and not _is_empty(now),
                left=after is not None or (_is_empty(now) and len(record.appointments) > 1),
                successor=person_on(after.person, on) if after is not None else None,
            )
        )
    return tuple(posts)


def _single_holders(
    reading: Reading, people: Iterable[models.Person], on: date
) -> dict[int, list[models.Appointment]]:
    """Give the functions that one person alone holds in the bodies of some people."""
    held = (person.held_on(on) for person in people)
    bodies = {one.body_id for one in held if one is not None and one.single and one.body_id}
    if not bodies:
        return {}
    query = (
        select(models.Appointment)
        .where(models.Appointment.body_id.in_(bodies), models.Appointment.single)
        .options(joinedload(models.Appointment.person).options(WITH_FUNCTIONS))
    )
    by_body: dict[int, list[models.Appointment]] = {}
    for one in reading.db.scalars(query):
        by_body.setdefault(one.body_id or 0, []).append(one)
    return by_body


def _successor(
    held: models.Appointment | None, rivals: dict[int, list[models.Appointment]], on: date
) -> models.Appointment | None:
    """Give who took a single function over after it was taken, and still holds it."""
    if held is None or not held.single or held.body_id is None:
        return None
    begun = held.valid_from or date.min
    later = [
        one
        for one in rivals.get(held.body_id, ())
        if one.person_id != held.person_id
        and one.valid_from is not None
        and begun < one.valid_from <= on
        and one.person.held_on(on) is one
        and _is_same(one, held)
    ]
    return max(later, key=lambda one: one.valid_from or date.min, default=None)


def _is_same(one: models.Appointment, other: models.Appointment) -> bool:
    """Tell whether two titles name one function, whoever holds it: رئيس, رئيسة; *chef, cheffe*."""
    if one.title_ar and other.title_ar:
        return _without_gender(one.title_ar) == _without_gender(other.title_ar)
    these, those = one.title_fr.split(), other.title_fr.split()
    return bool(these) and (these == those or these[2:] == those[2:] != [])


def _without_gender(title: str) -> list[str]:
    return [word.removesuffix("ة") for word in title.split()]


def _is_empty(held: models.Appointment | None) -> bool:
    return held is None or not (held.body_id or held.title_ar or held.title_fr)
