"""A new session, in the real window."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.i18n import LANGUAGES, Language
from desktop_app.services.sessions import get_session
from desktop_app.ui.sessions.new_session import NewSessionDialog
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import Open
from tests.ui.tour import settle


def asked(window: MainWindow) -> NewSessionDialog:
    assert window.obey("Ctrl+N")
    settle(window)
    assert isinstance(window.dialog, NewSessionDialog)
    return window.dialog


def fill(dialog: NewSessionDialog, theme: str, day: str = "") -> None:
    assert isinstance(dialog.theme.editor, LineEdit)
    dialog.theme.editor.setText(theme)
    dialog.day.line.setText(day)
    dialog.day.line.textEdited.emit(day)


@pytest.mark.parametrize("language", LANGUAGES)
def test_enter_makes_it_and_opens_its_preparation(
    open_window: Open, record: Path, language: Language
) -> None:
    window = open_window(record, language)
    dialog = asked(window)
    assert dialog.theme.editor.hasFocus()
    fill(dialog, "موضوع جديد", "13/01/2027")
    editor = dialog.type.editor
    assert isinstance(editor, Choice)
    editor.choose("conference")
    assert window.obey("Enter")
    settle(window)
    address = window.address
    assert address
    assert (address.place, address.part) == ("session", "prepare")
    assert window.desk.store
    assert address.key
    with window.desk.store.read() as reading:
        session = get_session(reading, address.key)
    assert session.type.code == "conference"
    assert session.days == (date(2027, 1, 13),)
    assert getattr(session.theme, "fr" if language == "fr" else "ar") == "موضوع جديد"
    assert window.obey("Ctrl+Z")
    settle(window)
    assert window.address
    assert window.address.place == "sessions"


def test_the_type_used_most_comes_first(open_window: Open, record: Path) -> None:
    dialog = asked(open_window(record, "en"))
    editor = dialog.type.editor
    assert isinstance(editor, Choice)
    assert (editor.value, editor.itemText(0), editor.count()) == ("workshop", "Workshop", 13)


def test_a_holiday_warns_and_hinders_nothing(open_window: Open, record: Path) -> None:
    window = open_window(record, "fr")
    dialog = asked(window)
    fill(dialog, "Objet", "11/01/2027")
    settle(window)
    said = "\n".join(dialog.notes.words)
    assert "Lundi 11 janvier 2027" in said
    assert "Le lundi 11 janvier 2027" in said
    fill(dialog, "Objet", "")
    assert dialog.notes.words == []
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is None


@pytest.mark.parametrize(
    ("theme", "day", "wrong"),
    [("", "13/01/2027", "theme"), ("س" * 500, "", "theme"), ("س", "x", "day")],
)
def test_what_is_wrong_is_said_at_the_field_and_stays(
    open_window: Open, record: Path, theme: str, day: str, wrong: str
) -> None:
    window = open_window(record, "en")
    dialog = asked(window)
    fill(dialog, theme, day)
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is dialog
    errors = {"theme": dialog.theme.error, "day": dialog.day.error}
    assert [name for name, error in errors.items() if error] == [wrong]
    assert isinstance(dialog.theme.editor, LineEdit)
    assert dialog.theme.editor.text() == theme
    typed = dialog.day.line.text()  # a day is written out in full when it is left
    assert typed == ("Wednesday 13 January 2027" if day == "13/01/2027" else day)
    fill(dialog, "موضوع", "")
    assert window.obey("Enter")
    settle(window)
    assert window.dialog is None
