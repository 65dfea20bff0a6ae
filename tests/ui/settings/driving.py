"""Changes settings as the user does, and looks at what came of it."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.settings import Settings, get_all
from desktop_app.ui.addresses import Address
from desktop_app.ui.settings import declared
from desktop_app.ui.settings.declared import Part, Setting
from desktop_app.ui.settings.form import Row
from desktop_app.ui.settings.page import SettingsPage
from desktop_app.ui.settings.parts import PARTS
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.line_edit import LineEdit, TextArea
from desktop_app.ui.window import MainWindow

if TYPE_CHECKING:
    from desktop_app.ui.settings.picture_pick import PicturePick
    from desktop_app.ui.widgets.segmented import Segmented
    from desktop_app.ui.widgets.toggle import Toggle

WAIT_MS = 30_000
SETTINGS = [
    (part.code, entry) for part in PARTS for entry in part.entries if isinstance(entry, Setting)
]


def show(window: MainWindow, qtbot: QtBot, code: str) -> SettingsPage:
    """Go to a part of the settings, and wait until it shows what is kept."""
    window.go(Address("settings", part=code))
    page = window.page
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: window.desk.runner.idle, timeout=WAIT_MS)
    return page


def kept(window: MainWindow) -> Settings:
    """Read what the record keeps."""
    store = window.desk.store
    assert store is not None
    with store.read() as reading:
        return get_all(reading)


def row_of(page: SettingsPage, setting: Setting) -> Row:
    """Give the row of a setting."""
    return next(row for row in page.form.findChildren(Row) if row.path == setting.path)


def editor_of(page: SettingsPage, setting: Setting) -> QWidget:
    """Give the widget in which a setting is changed."""
    field = row_of(page, setting).findChild(Field)
    assert field is not None
    return field.editor


def write(edit: LineEdit | TextArea, text: str) -> None:
    """Type a text over what stands in a field, and leave it."""
    edit.setFocus()
    if isinstance(edit, LineEdit):
        edit.selectAll()
        edit.insert(text)
        edit.textEdited.emit(text)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    else:
        edit.setPlainText(text)
        edit.commit()


def change(page: SettingsPage, setting: Setting, picture: str) -> None:
    """Give a setting another value by its editor."""
    editor = editor_of(page, setting)
    match setting.editor:
        case declared.Toggle():
            cast("Toggle", editor).click()
        case declared.Segments():
            segments = cast("Segmented", editor).findChildren(QAbstractButton)
            next(one for one in segments if not one.isChecked()).click()
        case declared.Pick() | declared.PersonPick():
            choice = cast("QComboBox", editor)
            other = (choice.currentIndex() + 1) % choice.count()
            choice.setCurrentIndex(other)
            choice.activated.emit(other)
        case declared.PicturePick():
            cast("PicturePick", editor).take_file(picture)
        case declared.Pair():
            for typed, edit in zip(("نص", "Texte"), _fields(editor), strict=True):
                write(edit, typed)
        case declared.Lines():
            write(cast("TextArea", editor), "Ligne à part")
        case declared.Line():
            write(cast("LineEdit", editor), line(setting))


def _fields(both: QWidget) -> list[LineEdit | TextArea]:
    lines = both.findChildren(LineEdit)
    return [*lines] or [*both.findChildren(TextArea)]


def line(setting: Setting) -> str:
    return {"email": "autre@example.org", "reference_pattern": "{yyyy}.{seq}"}.get(
        setting.path[-1], "12"
    )


def setting_of(part: Part, name: str) -> Setting:
    """Give a declared setting by the end of its path."""
    return next(one for one in part.entries if isinstance(one, Setting) and one.path[-1] == name)
