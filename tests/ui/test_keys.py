"""Keys as the layouts send them: (key, modifiers, key code of the place)."""

import sys

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.keys import Keys, chord

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
ARABIC_NOON, ARABIC_HAH, ARABIC_BEH = 0x646, 0x62D, 0x628


def _press(key: int, modifiers: Qt.KeyboardModifier, place: int = 0, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, virtual, 0, "")


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (_press(Qt.Key.Key_P, CTRL, 33), "Ctrl+P"),
        (_press(Qt.Key.Key_P, CTRL | SHIFT, 33), "Ctrl+Shift+P"),
        (_press(ARABIC_HAH, CTRL, 33), "Ctrl+P"),
        (_press(ARABIC_NOON, CTRL, 45), "Ctrl+K"),
        (_press(ARABIC_BEH, CTRL, 41), "Ctrl+F"),
        (_press(Qt.Key.Key_W, CTRL, 52), "Ctrl+W"),
        (_press(Qt.Key.Key_1, CTRL, 10), "Ctrl+1"),
        (_press(Qt.Key.Key_Ampersand, CTRL, 10), "Ctrl+1"),
        (_press(Qt.Key.Key_Eacute, CTRL, 11), "Ctrl+2"),
        (_press(Qt.Key.Key_Agrave, CTRL, 19), "Ctrl+0"),
        (_press(Qt.Key.Key_F3, NONE, 69), "F3"),
        (_press(Qt.Key.Key_Return, NONE, 36), "Enter"),
        (_press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 104), "Enter"),
        (_press(Qt.Key.Key_Escape, NONE, 9), "Esc"),
        (_press(Qt.Key.Key_PageDown, CTRL, 117), "Ctrl+PgDn"),
        (_press(Qt.Key.Key_P, NONE, 33), ""),
        (_press(ARABIC_HAH, NONE, 33), ""),
        (_press(Qt.Key.Key_Left, CTRL, 113), ""),
    ],
)
def test_a_press_is_named_by_its_letter_or_its_place(event: QKeyEvent, name: str) -> None:
    assert chord(event) == name


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (_press(ARABIC_HAH, CTRL, 0x19, ord("P")), "Ctrl+P"),
        (_press(Qt.Key.Key_Ampersand, CTRL, 2, ord("1")), "Ctrl+1"),
        (_press(ARABIC_HAH, CTRL, 0x19, 0), ""),
    ],
)
def test_windows_keeps_latin_codes_in_every_layout(
    event: QKeyEvent, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert chord(event) == name


def test_only_what_means_something_is_taken(qapp: QApplication) -> None:
    asked: list[str] = []

    def obey(name: str) -> bool:
        asked.append(name)
        return name == "Ctrl+P"

    watched = QObject()
    filtering = Keys(obey, qapp)
    watched.installEventFilter(filtering)
    assert filtering.eventFilter(watched, _press(Qt.Key.Key_P, CTRL, 33))
    assert not filtering.eventFilter(watched, _press(Qt.Key.Key_F3, NONE, 69))
    assert not filtering.eventFilter(watched, _press(Qt.Key.Key_P, NONE, 33))
    assert not filtering.eventFilter(watched, QEvent(QEvent.Type.Show))
    assert asked == ["Ctrl+P", "F3"]
