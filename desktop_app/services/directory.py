"""Who and what the keys of a draft stand for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from db import models
from db.errors import UserError
from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services import bodies, people
from desktop_app.services.drafts import BodyDraft, PersonDraft
from desktop_app.services.records import by_uid, found
from desktop_app.services.validation import FieldError, Path


class Directory:
    """People and bodies by the keys of a draft; another key is taken for a uid on file.

    Args:
        work: where they are recorded and looked up.
        on: the day of the functions that are compared with those on file.

    Attributes:
        work: the unit of work.
    """

    def __init__(self, work: UnitOfWork, on: date = date.max) -> None:
        self.work = work
        self._on = on
        self._bodies: dict[str, int] = {}
        self._people: dict[str, int] = {}

    def add_bodies(self, drafts: Sequence[BodyDraft], path: Path = ("bodies",)) -> None:
        """Find or record bodies, each after the one it belongs to.

        Raises:
            FieldError: a body belongs to itself by way of others, or its parent is unknown.
        """
        waiting = dict(enumerate(drafts))
        while waiting:
            own = {draft.key for draft in waiting.values()}
            ready = [n for n, draft in waiting.items() if draft.parent not in own]
            if not ready:
                first = min(waiting)
                raise FieldError(
                    (*path, first, "parent"), UserError("a body cannot belong to itself.")
                )
            for n in ready:
                draft = waiting.pop(n)
                parent = maybe(self.body, draft.parent, (*path, n, "parent"))
                body_id = bodies.find_or_create(self.work, draft, parent)
                self._bodies[draft.key or draft.uid] = body_id

    def add_people(self, drafts: Sequence[PersonDraft], path: Path = ("people",)) -> None:
        """Find or record people; two of one list are two, even if they have one name.

        Raises:
            FieldError: a person's body is unknown.
        """
        others: set[int] = set()
        for n, draft in enumerate(drafts):
            body_id = maybe(self.body, draft.body, (*path, n, "body"))
            person_id = people.find_or_create(self.work, draft, body_id, self._on, others)
            others.add(person_id)
            self._people[draft.key or draft.uid] = person_id

    def body(self, key: str, path: Path) -> int:
        """Give the id of a body.

        Raises:
            FieldError: the key stands for none.
        """
        return self._look_up(key, path, self._bodies, models.Body)

    def person(self, key: str, path: Path) -> int:
        """Give the id of a person.

        Raises:
            FieldError: the key stands for none.
        """
        return self._look_up(key, path, self._people, models.Person)

    def _look_up(
        self,
        key: str,
        path: Path,
        known: dict[str, int],
        kind: type[models.Body] | type[models.Person],
    ) -> int:
        if key not in known:
            record = by_uid(self.work, kind, key)
            if record is None:
                raise FieldError(
                    path,
                    UserError("“{key}” is neither a key of this draft nor a uid on file.", key=key),
                )
            known[key] = record.id
        return known[key]


def maybe(look_up: Callable[[str, Path], int], key: str | None, path: Path) -> int | None:
    """Look a key up that may be left out."""
    return None if key is None else look_up(key, path)


_NAMING: dict[str, type[models.Person] | type[models.Body]] = {
    **dict.fromkeys(("organiser", "owner_bodies"), models.Body),
    **dict.fromkeys(
        (
            *("chair", "on_behalf_of", "rapporteur", "facilitators", "signatories", "presenter"),
            *("speakers", "owner_person"),
        ),
        models.Person,
    ),
}
"""Fields of drafts that name people or bodies."""


def under_uids(
    reading: Reading, changes: Mapping[tuple[str, ...], object]
) -> dict[tuple[str, ...], object]:
    """Give changes of a draft with the uids of the people and bodies that they name by id.

    Raises:
        UserError: one of them is not on file.
    """

    def named(path: tuple[str, ...], value: object) -> object:
        kind = _NAMING.get(path[-1])
        if kind is not None and isinstance(value, int):
            return found(reading, kind, value).uid
        if kind is not None and isinstance(value, list | tuple):
            return [named(path, one) for one in value]
        return value

    return {path: named(path, value) for path, value in changes.items()}
