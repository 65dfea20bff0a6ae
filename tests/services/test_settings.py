"""Every setting of the record, changed alone, and what it was before."""

from datetime import date

import pytest

from db.codes import DocumentKind
from db.errors import UserError
from db.unit_of_work import Store
from desktop_app.services import settings
from desktop_app.services.institution import get_institution
from desktop_app.services.institution_data import HeaderMode
from desktop_app.services.papers import coming_number, next_number
from desktop_app.services.session_list import centre_name
from desktop_app.services.settings import Settings
from desktop_app.services.validation import FieldError
from tests.services.drafts import PNG

DAY = date(2026, 3, 4)


def leaves(value: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Give the path of every single setting."""
    if not hasattr(value, "__struct_fields__"):
        return [path]
    return [
        leaf
        for name in value.__struct_fields__
        for leaf in leaves(getattr(value, name), (*path, name))
    ]


PATHS = leaves(Settings())


@pytest.mark.parametrize("path", PATHS, ids=".".join)
def test_one_setting_changes_and_all_others_stay(path: tuple[str, ...]) -> None:
    value = 7
    changed = Settings().changed(path, value)
    assert changed.value(path) == value
    for other in PATHS:
        if other != path:
            assert changed.value(other) == Settings().value(other)


def test_a_code_that_is_typed_is_the_code() -> None:
    changed = Settings().changed(("institution", "header_mode"), "picture")
    assert changed.institution.header_mode is HeaderMode.PICTURE


def test_a_setting_is_changed_and_set_back_to_what_it_was(store: Store) -> None:
    path = ("institution", "city", "ar")
    with store.write("x") as work:
        assert settings.change(work, path, "  خنيفرة\n") == ""
    with store.read() as reading:
        assert get_institution(reading, DAY).city.ar == "خنيفرة"
        assert centre_name(reading).fr == "le centre régional du système d’information"
    with store.write("x") as work:
        assert settings.change(work, path, "") == "خنيفرة"
    with store.read() as reading:
        assert settings.get_all(reading) == Settings()


def test_the_calendar_decides_the_hijri_dates_of_papers(store: Store) -> None:
    with store.write("x") as work:
        settings.change(work, ("calendar", "correction"), 0)
    with store.read() as reading:
        assert get_institution(reading, DAY).hijri.usual == 0


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("institution", "email"), "centre at example", ("institution", "email")),
        (("institution", "reference_pattern"), "{seq}", ("institution", "reference_pattern")),
        (("institution", "blank_lines"), 41, ("institution", "blank_lines")),
        (("institution", "signatory"), "nobody", ("institution", "signatory")),
        (("calendar", "correction"), 1, ("calendar", "correction")),
    ],
)
def test_what_is_refused_names_its_place_and_changes_nothing(
    store: Store, path: tuple[str, ...], value: object, where: tuple[str, ...]
) -> None:
    with pytest.raises(FieldError) as refused, store.write("x") as work:
        settings.change(work, path, value)
    assert refused.value.path == where
    with store.read() as reading:
        assert settings.get_all(reading) == Settings()


@pytest.mark.parametrize("name", ["header", "emblem"])
def test_a_picture_is_changed_like_any_setting(store: Store, name: str) -> None:
    path = ("pictures", name)
    with store.write("x") as work:
        assert settings.change(work, path, PNG) == b""
    with store.read() as reading:
        centre = get_institution(reading, DAY)
    assert {"header": centre.header_picture, "emblem": centre.emblem}[name] == PNG
    with store.write("x") as work:
        assert settings.change(work, path, b"") == PNG
    with pytest.raises(UserError, match="no PNG or JPEG"), store.write("x") as work:
        settings.change(work, path, b"text")
    with store.read() as reading:
        assert settings.get_all(reading) == Settings()


def test_a_centre_needs_a_name_in_one_language(store: Store) -> None:
    with store.write("x") as work:
        settings.change(work, ("institution", "name", "fr"), "")
    with pytest.raises(FieldError, match="a centre needs a name"), store.write("x") as work:
        settings.change(work, ("institution", "name", "ar"), "")


def test_the_coming_number_is_the_one_that_is_given_next(store: Store) -> None:
    kind = DocumentKind.MINUTES
    with store.read() as reading:
        assert coming_number(reading, kind, DAY) == "1/26"
    with store.write("x") as work:
        next_number(work, kind, DAY)
        assert coming_number(work, kind, DAY) == "2/26"
        assert next_number(work, kind, DAY) == "2/26"
        settings.change(work, ("institution", "numbering"), "blank")
        assert coming_number(work, kind, DAY) == ""
