"""Named groups of people, to be invited at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db import models
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import words
from desktop_app.services.drafts import Label
from desktop_app.services.records import found
from desktop_app.services.validation import checked, require
from desktop_app.wording.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Group:
    """People who are often invited together, in their order."""

    id: int
    uid: str
    name: Bilingual
    members: tuple[int, ...]


def list_groups(reading: Reading) -> tuple[Group, ...]:
    """Give all groups with the ids of their members."""
    query = (
        select(models.Group).options(selectinload(models.Group.members)).order_by(models.Group.id)
    )
    return tuple(
        Group(
            id=record.id,
            uid=record.uid,
            name=words.of(record, "name"),
            members=tuple(member.person_id for member in record.members),
        )
        for record in reading.db.scalars(query)
    )


def create_group(work: UnitOfWork, name: Label, members: Sequence[int]) -> int:
    """Record a group and give its id.

    Raises:
        FieldError: it has no name.
    """
    name = checked(name, Label)
    require(name.bilingual(), ("name",), UserError("a group needs a name."))
    record = models.Group(**words.columns(name=name))
    work.db.add(record)
    _fill(record, members)
    work.db.flush()
    return record.id


def rename_group(work: UnitOfWork, group_id: int, name: Label) -> None:
    """Give a group another name.

    Raises:
        UserError: there is no such group, or it would have no name.
    """
    record = found(work, models.Group, group_id)
    name = checked(name, Label)
    require(name.bilingual(), ("name",), UserError("a group needs a name."))
    words.put(record, words.columns(name=name))


def set_members(work: UnitOfWork, group_id: int, members: Sequence[int]) -> None:
    """Replace the members of a group; those who stay keep their record.

    Raises:
        UserError: there is no such group.
    """
    _fill(found(work, models.Group, group_id), members)


def _fill(record: models.Group, members: Sequence[int]) -> None:
    kept = {member.person_id: member for member in record.members}
    record.members = [
        kept.get(person_id) or models.GroupMember(person_id=person_id)
        for person_id in dict.fromkeys(members)
    ]
    for position, member in enumerate(record.members):
        member.position = position
