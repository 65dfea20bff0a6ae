"""People, bodies and groups taken off file: only what nothing in the record names."""

from db import models
from db.errors import UserError
from db.unit_of_work import UnitOfWork
from desktop_app.services import uses, words
from desktop_app.services.records import found


def remove_person(work: UnitOfWork, person_id: int) -> None:
    """Take a person off file, with the functions held.

    Raises:
        UserError: there is no such person, or something still names that person.
    """
    record = found(work, models.Person, person_id)
    if named := uses.uses_of(work, models.Person, person_id):
        raise UserError(
            "“{name}” was not deleted, because the record still names this person ({uses}); merge"
            " the two records if it is a double, or take the person out there first; nothing was"
            " changed.",
            name=words.of(record, "name").best("ar"),
            uses=uses.told(named),
        )
    work.db.delete(record)


def remove_body(work: UnitOfWork, body_id: int) -> None:
    """Take a body off file, with its names.

    Raises:
        UserError: there is no such body, or something still names it.
    """
    record = found(work, models.Body, body_id)
    if named := uses.uses_of(work, models.Body, body_id):
        raise UserError(
            "“{name}” was not deleted, because the record still names this body ({uses}); merge the"
            " two records if it is a double, or take the body out there first; nothing was"
            " changed.",
            name=words.of(record.names[-1], "name").best("ar") if record.names else "",
            uses=uses.told(named),
        )
    work.db.delete(record)


def remove_group(work: UnitOfWork, group_id: int) -> None:
    """Take a group off file; its members stay.

    Raises:
        UserError: there is no such group.
    """
    work.db.delete(found(work, models.Group, group_id))
