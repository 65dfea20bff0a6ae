"""All settings of the record as one tree, each changed alone under its path."""

from collections.abc import Sequence

from db.unit_of_work import Reading, UnitOfWork
from desktop_app.services.calendar_settings import CalendarDraft, get_calendar, set_calendar
from desktop_app.services.drafts import Draft, InstitutionDraft, changed
from desktop_app.services.institution import (
    emblem,
    get_settings,
    header_picture,
    set_emblem,
    set_header_picture,
    set_institution,
)
from desktop_app.services.validation import FieldError

Path = Sequence[str]


class Pictures(Draft, frozen=True):
    """The pictures of the papers' head, as files hold them; empty where there is none."""

    header: bytes = b""
    emblem: bytes = b""


class Settings(Draft, frozen=True):
    """What the centre set, as it typed it."""

    institution: InstitutionDraft = InstitutionDraft()
    calendar: CalendarDraft = CalendarDraft()
    pictures: Pictures = Pictures()

    def value(self, path: Path) -> object:
        """Give one setting: ``("institution", "city", "ar")``."""
        value: object = self
        for name in path:
            value = getattr(value, name)
        return value

    def changed(self, path: Path, value: object) -> "Settings":
        """Give the settings with one of them changed; whether it may be is asked by `change`."""
        return changed(self, path, value)


def get_all(reading: Reading) -> Settings:
    """Give every setting of the record."""
    return Settings(
        institution=get_settings(reading),
        calendar=get_calendar(reading),
        pictures=Pictures(header=header_picture(reading), emblem=emblem(reading)),
    )


def change(work: UnitOfWork, path: Path, value: object) -> object:
    """Change one setting, and give what it was before.

    Raises:
        FieldError: the setting is refused.
        UserError: it is a picture that is refused.
    """
    former = get_all(work)
    draft = former.changed(path, value)
    if draft.pictures != former.pictures:
        keep = set_header_picture if path[-1] == "header" else set_emblem
        keep(work, getattr(draft.pictures, path[-1]))
        return former.value(path)
    try:
        if path[0] == "institution":
            set_institution(work, draft.institution)
        else:
            set_calendar(work, draft.calendar)
    except FieldError as error:
        raise FieldError((path[0], *error.path), error.problem) from error
    return former.value(path)
