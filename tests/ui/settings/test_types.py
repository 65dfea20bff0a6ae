"""The types of session in the settings."""

from pathlib import Path

import pytest

from desktop_app.direction import bare
from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services import session_types
from desktop_app.services.session_types import TypeDraft, list_types
from desktop_app.ui.addresses import Address
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.settings.type_dialog import TypeDialog
from desktop_app.ui.settings.types import SessionTypes
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import settle

FORUM = TypeDraft(
    indefinite="ملتقى جهوي",
    definite="الملتقى الجهوي",
    plural="ملتقيات جهوية",
    french="forum régional",
    french_plural="forums régionaux",
    verbs="B",
)


def opened(window: MainWindow) -> SessionTypes:
    window.go(Address("settings", None, "types"))
    settle(window)
    page = window.page
    assert isinstance(page, SettingsPage)
    (shown,) = page.form.findChildren(SessionTypes)
    return shown


def type_in(dialog: TypeDialog, name: str, text: str) -> None:
    editor = dialog.fields[name].editor
    assert isinstance(editor, LineEdit)
    editor.setText(text)
    editor.textEdited.emit(text)


def choose(dialog: TypeDialog, name: str, value: str) -> None:
    editor = dialog.fields[name].editor
    assert isinstance(editor, Segmented)
    editor.choose(value)
    editor.chosen.emit(value)


def asked(window: MainWindow, key: str) -> TypeDialog:
    assert window.obey(key)
    settle(window)
    assert isinstance(window.dialog, TypeDialog)
    return window.dialog


def codes(window: MainWindow) -> list[str]:
    assert window.desk.store
    with window.desk.store.read() as reading:
        return [one.kind.indefinite for one in list_types(reading) if one.own]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_type_is_added_edited_and_deleted_by_keys(
    open_window: Open, record: Path, language: Language
) -> None:
    window = open_window(record, language)
    shown = opened(window)
    assert len(shown.table.rows.rows_in(range(99))) == 13
    dialog = asked(window, "Ctrl+N")
    for name in ("indefinite", "definite", "plural", "french", "french_plural"):
        type_in(dialog, name, getattr(FORUM, name))
    choose(dialog, "verbs", "B")
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is None
    assert codes(window) == ["ملتقى جهوي"]
    first = shown.table.rows.rows_in(range(99))[0]
    assert (first.own, first.kind.verbs) == (True, "B")
    shown.table.choose(first.kind.code)
    shown.table.setFocus()
    dialog = asked(window, "Enter")
    type_in(dialog, "indefinite", "منتدى")
    assert window.obey("Enter")
    settle(window)
    assert codes(window) == ["منتدى"]
    assert window.obey("Del")
    settle(window)
    assert codes(window) == []
    assert window.obey("Ctrl+Z")
    settle(window)
    assert codes(window) == ["منتدى"]


def test_the_example_follows_each_form(open_window: Open, record: Path) -> None:
    window = open_window(record)
    opened(window)
    dialog = asked(window, "Ctrl+N")
    type_in(dialog, "definite", "الندوة الوطنية")
    type_in(dialog, "french", "colloque")
    said = _said(dialog)
    assert "انعقد الندوة الوطنية" in said
    assert "Le colloque s’est tenu" in said
    choose(dialog, "gender", "f")
    choose(dialog, "verbs", "C")
    said = _said(dialog)
    assert "أجريت الندوة الوطنية" in said
    assert "Le colloque a été effectué" in said


def _said(dialog: TypeDialog) -> str:
    return bare(" ".join(dialog.example))


def test_what_is_missing_is_said_at_its_field_and_the_rest_stays(
    open_window: Open, record: Path
) -> None:
    window = open_window(record, "en")
    opened(window)
    dialog = asked(window, "Ctrl+N")
    type_in(dialog, "indefinite", "ملتقى")
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is dialog
    wrong = [name for name, field in dialog.fields.items() if field.error]
    assert wrong == ["definite"]
    assert dialog.draft.indefinite == "ملتقى"
    type_in(dialog, "definite", "x" * 500)
    assert window.obey("Enter")
    settle(window)
    assert "shorten it" in dialog.fields["definite"].error


def test_what_ships_or_is_used_stays(open_window: Open, record: Path) -> None:
    window = open_window(record, "en")
    assert window.desk.store
    with window.desk.store.write("x") as work:
        session_types.add(work, FORUM)
    shown = opened(window)
    shown.table.choose("workshop")
    assert not window.obey("Del")
    edit, remove = shown.acts[1], shown.acts[2]
    assert "ships" in edit.reason
    assert "ships" in remove.reason
