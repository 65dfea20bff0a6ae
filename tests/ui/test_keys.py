"""Keys as the layouts send them: (key, modifiers, key code of the place), recorded on X."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.keys import Keys, chord

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier
PLACES = (24, 25, 29, 33, 38, 40, 41, 45, 47, 52, 53, 54, 55, 57, 58)
ARABIC = dict(zip(PLACES, map(ord, "ضصغحشيبنكئءؤرىة"), strict=True))
"""What an Arabic layout writes at each place."""
MEANT = dict(zip(PLACES, "AZYPADFKMZXCVNM", strict=True))
"""What that place means with Ctrl."""
AZERTY_DIGITS = (
    *(Key.Key_Ampersand, Key.Key_Eacute, Key.Key_QuoteDbl, Key.Key_Apostrophe),
    *(Key.Key_ParenLeft, Key.Key_Minus, Key.Key_Egrave, Key.Key_Underscore),
    *(Key.Key_Ccedilla, Key.Key_Agrave),
)


def _press(key: int, modifiers: Qt.KeyboardModifier, place: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, 0, 0, text)


@pytest.fixture(params=["linux", "win32"])
def first_place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """What is taken from a place to have the number that this system gives."""
    monkeypatch.setattr(sys, "platform", request.param)
    return 8 if request.param == "win32" else 0


@pytest.mark.parametrize("place", MEANT)
def test_an_arabic_letter_is_a_place(place: int, first_place: int) -> None:
    event = _press(ARABIC[place], CTRL, place - first_place)
    assert chord(event) == f"Ctrl+{MEANT[place]}"
    assert chord(_press(ARABIC[place], CTRL | SHIFT, place - first_place)) == (
        f"Ctrl+Shift+{MEANT[place]}"
    )
    assert chord(_press(ARABIC[place], NONE, place - first_place)) == ""


@pytest.mark.parametrize("letter", "ABCDEFGHIJKLMNOPRSTUVXYZ")
def test_a_latin_letter_is_believed_wherever_it_is(letter: str, first_place: int) -> None:
    for place in (24, 38, 47, 52, 58):
        assert chord(_press(ord(letter), CTRL, place - first_place)) == f"Ctrl+{letter}"
        assert chord(_press(ord(letter), NONE, place - first_place)) == ""


@pytest.mark.parametrize("letter", "QW")
def test_the_letters_that_azerty_puts_aside_mean_nothing(letter: str) -> None:
    assert chord(_press(ord(letter), CTRL, 24)) == ""
    assert chord(_press(ord(letter), CTRL | SHIFT, 24)) == ""


@pytest.mark.parametrize("number", range(10))
def test_the_digit_row_is_a_place(number: int, first_place: int) -> None:
    place, digit = 10 + number - first_place, str((number + 1) % 10)
    for key in (ord(digit), AZERTY_DIGITS[number], 0x661 + number):
        assert chord(_press(key, CTRL, place)) == f"Ctrl+{digit}"
        assert chord(_press(key, NONE, place)) == digit
    assert chord(_press(ord(digit), SHIFT, place)) == digit
    assert chord(_press(ord("!@#$%^&*()"[number]), SHIFT, place)) == ""
    assert chord(_press(ord("&~#{[|`\\^@"[number]), CTRL | ALT, place)) == ""


def test_what_azerty_writes_with_altgr_is_no_digit() -> None:
    for number, sign in enumerate("~#{[|`\\^@", start=1):
        assert chord(_press(ord(sign), NONE, 10 + number)) == ""


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (_press(Key.Key_7, PAD, 79), "7"),
        (_press(Key.Key_7, PAD | CTRL, 79), "Ctrl+7"),
        (_press(Key.Key_Home, PAD, 79), ""),
        (_press(Key.Key_Minus, PAD | CTRL, 82), "Ctrl+-"),
        (_press(Key.Key_Asterisk, PAD | CTRL, 63), ""),
        (_press(Key.Key_Enter, PAD, 104), "Enter"),
        (_press(Key.Key_Plus, CTRL | SHIFT, 21), "Ctrl++"),
        (_press(Key.Key_Equal, CTRL, 21), "Ctrl++"),
        (_press(Key.Key_Minus, CTRL, 20), "Ctrl+-"),
        (_press(Key.Key_ParenRight, CTRL, 20), "Ctrl+-"),
        (_press(Key.Key_Minus, CTRL, 15), "Ctrl+6"),
        (_press(Key.Key_Semicolon, CTRL, 47), ""),
        (_press(Key.Key_F3, NONE, 69), "F3"),
        (_press(Key.Key_F9, SHIFT, 75), "Shift+F9"),
        (_press(Key.Key_Return, NONE, 36), "Enter"),
        (_press(Key.Key_Return, CTRL, 36), "Ctrl+Enter"),
        (_press(Key.Key_Escape, NONE, 9), "Esc"),
        (_press(Key.Key_PageDown, CTRL, 117), "Ctrl+PgDn"),
        (_press(Key.Key_Up, CTRL, 111), "Ctrl+Up"),
        (_press(Key.Key_Left, CTRL, 113), "Ctrl+Left"),
        (_press(Key.Key_Up, NONE, 111), ""),
        (_press(Key.Key_Insert, NONE, 118), "Insert"),
        (_press(Key.Key_Delete, NONE, 119), "Del"),
        (_press(Key.Key_Space, NONE, 65), "Space"),
        (_press(Key.Key_Slash, NONE, 61), "/"),
        (_press(Key.Key_Slash, SHIFT, 60), "/"),
        (_press(Key.Key_P, ALT, 33), ""),
        (_press(Key.Key_P, Qt.KeyboardModifier.MetaModifier, 33), ""),
        (_press(Key.Key_P, CTRL | Qt.KeyboardModifier.MetaModifier, 33), ""),
        (_press(Key.Key_1, ALT, 10), ""),
    ],
)
def test_other_keys(event: QKeyEvent, name: str) -> None:
    assert chord(event) == name


def test_only_what_means_something_is_taken(qapp: QApplication) -> None:
    asked: list[str] = []

    def obey(name: str) -> bool:
        asked.append(name)
        return name == "Ctrl+P"

    watched = QObject()
    filtering = Keys(obey, qapp)
    watched.installEventFilter(filtering)
    assert filtering.eventFilter(watched, _press(Key.Key_P, CTRL, 33))
    assert not filtering.eventFilter(watched, _press(Key.Key_F3, NONE, 69))
    assert not filtering.eventFilter(watched, _press(Key.Key_P, NONE, 33))
    assert not filtering.eventFilter(watched, QEvent(QEvent.Type.Show))
    assert asked == ["Ctrl+P", "F3"]


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QLineEdit | QPlainTextEdit]:
    """A field of a window whose keys are filtered; it has the focus."""
    window = QWidget()
    made: QLineEdit | QPlainTextEdit = request.param(window)
    qtbot.addWidget(window)
    window.show()
    handle = window.windowHandle()
    assert handle is not None
    handle.installEventFilter(Keys(lambda _: False, window))
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    QGuiApplication.clipboard().clear()


def _send(field: QWidget, key: int, place: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Send a key as the system does, through the window."""
    handle = field.window().windowHandle()
    assert handle is not None
    QApplication.sendEvent(handle, _press(key, modifiers, place))


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize("arabic", [True, False])
def test_a_text_is_copied_and_undone_under_every_layout(
    field: QLineEdit | QPlainTextEdit, arabic: bool
) -> None:
    def press(letter: str, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        place = next(place for place, name in MEANT.items() if name == letter)
        _send(field, ARABIC[place] if arabic else ord(letter), place, modifiers)

    QApplication.sendEvent(field, _press(0x646, NONE, 45, "نص"))
    press("A")
    press("C")
    assert QGuiApplication.clipboard().text() == "نص"
    press("X")
    assert _text(field) == ""
    press("V")
    press("V")
    assert _text(field) == "نصنص"
    press("Z")
    assert _text(field) == "نص"
    press("Y")
    assert _text(field) == "نصنص"
    press("Z")
    press("Z", CTRL | SHIFT)
    assert _text(field) == "نصنص"


def test_a_text_that_cannot_be_changed_is_not(field: QLineEdit | QPlainTextEdit) -> None:
    QApplication.sendEvent(field, _press(0x646, NONE, 45, "نص"))
    field.setReadOnly(True)
    _send(field, ARABIC[38], 38)
    _send(field, ARABIC[53], 53)
    assert _text(field) == "نص"


ON_X = """
import subprocess, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from desktop_app.ui.keys import chord

class Listener(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.KeyPress and event.nativeScanCode() not in (37, 50):
            heard.append(chord(event))
        return False

heard, application = [], QApplication([])
window, listener = QWidget(), Listener()
window.show()
window.windowHandle().installEventFilter(listener)
while not window.isActiveWindow():
    subprocess.run(["xdotool", "windowfocus", str(int(window.winId()))], check=True)
    application.processEvents()
for layout in sys.argv[1:]:
    subprocess.run(["setxkbmap", *layout.split()], check=True)
    heard.clear()
    keys = ["ctrl+45", "ctrl+33", "ctrl+57", "ctrl+29", "ctrl+10", "13", "19", "ctrl+shift+33"]
    subprocess.run(["xdotool", "key", *keys], check=True)
    while len(heard) < len(keys):
        application.processEvents()
    print(*heard)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no X")
@pytest.mark.parametrize(
    "layout", ["us", "fr", "ara", "ara,fr", "ma", "ma -variant french", "ara -variant azerty"]
)
def test_on_a_real_board_every_layout_means_the_same(layout: str) -> None:
    run = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", ON_X, layout],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        timeout=120,
    )
    assert run.stdout == "Ctrl+K Ctrl+P Ctrl+N Ctrl+Y Ctrl+1 4 0 Ctrl+Shift+P\n", run.stderr
