"""All settings of the record as one tree, each changed alone under its path."""

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.calendar_settings import CalendarDraft, get_calendar, set_calendar
from desktop_app.services.drafts import Draft, InstitutionDraft
from desktop_app.services.institution import get_settings, set_institution
from desktop_app.services.validation import FieldError

Path = Sequence[str]
AnyDraft = TypeVar("AnyDraft", bound=Draft)


class Settings(Draft, frozen=True):
    """What the centre set, as it typed it."""

    institution: InstitutionDraft = InstitutionDraft()
    calendar: CalendarDraft = CalendarDraft()

    def value(self, path: Path) -> object:
        """Give one setting: ``("institution", "city", "ar")``."""
        value: object = self
        for name in path:
            value = getattr(value, name)
        return value

    def changed(self, path: Path, value: object) -> "Settings":
        """Give the settings with one of them changed; whether it may be is asked by `change`."""
        return _changed(self, path, value)


def get_all(reading: Reading) -> Settings:
    """Give every setting of the record."""
    return Settings(institution=get_settings(reading), calendar=get_calendar(reading))


def change(work: UnitOfWork, path: Path, value: object) -> object:
    """Change one setting, and give what it was before.

    Raises:
        FieldError: the setting is refused.
    """
    former = get_all(work)
    draft = former.changed(path, value)
    try:
        if path[0] == "institution":
            set_institution(work, draft.institution)
        else:
            set_calendar(work, draft.calendar)
    except FieldError as error:
        raise FieldError((path[0], *error.path), error.problem) from error
    return former.value(path)


def _changed(draft: AnyDraft, path: Path, value: object) -> AnyDraft:
    name, *rest = path
    return msgspec.structs.replace(
        draft, **{name: _changed(getattr(draft, name), rest, value) if rest else value}
    )
