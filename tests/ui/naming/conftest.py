"""A desk with the sample centre, and a window to show fields in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.engine import open_store
from desktop_app.ui.desk import Desk
from desktop_app.ui.kept import Kept
from desktop_app.ui.style import load_fonts

Show = Callable[..., QWidget]
KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "PgUp": Qt.Key.Key_PageUp,
    "PgDn": Qt.Key.Key_PageDown,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Back": Qt.Key.Key_Backspace,
    "Del": Qt.Key.Key_Delete,
    "Tab": Qt.Key.Key_Tab,
}
NONE = Qt.KeyboardModifier.NoModifier


def press(widget: QObject, *names: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press keys by their names."""
    for name in names:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, KEYS[name], modifiers))


def type_in(widget: QObject, text: str) -> None:
    """Type a text, letter by letter."""
    for letter in text:
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, letter)
        )


@pytest.fixture
def desk(qapp: QApplication, kept: Kept, record: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A desk in Arabic with the sample centre, whose roster is read."""
    qapp.setStyle("Fusion")
    load_fonts()
    kept.appearance = "light"
    made = Desk(qapp, kept, "ar")
    made.store = open_store(record)
    made.store.subscribe(made.notifier.heard)
    with qtbot.waitSignal(made.roster.changed):
        made.roster.need()
    yield made
    made.leave()
    QApplication.processEvents()  # what was written meanwhile is told while there is a widget


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show widgets, one under the other, in a window that has the keyboard."""
    windows: list[QWidget] = []

    def show_them(*widgets: QWidget, size: tuple[int, int] = (600, 500)) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show_them
    for window in windows:
        window.close()
        window.deleteLater()
