"""Preparing a session in the real window, as its user does."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop_app.services.drafts import SessionDraft
from desktop_app.services.recording import record_session
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.services.validation import checked
from desktop_app.ui.addresses import Address
from desktop_app.ui.naming.pair_field import PairField
from desktop_app.ui.session.prepare.tab import PrepareTab
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import LineLabel
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import session_of
from tests.ui.tour import settle


def prepared(window: MainWindow, **fields: object) -> PrepareTab:
    """Record a session and open the tab on which it is prepared."""
    assert window.desk.store is not None
    whole = {"type": "meeting", "theme": {"ar": "اجتماع تنسيقي"}, **fields}
    with window.desk.store.write("test") as work:
        key = record_session(work, checked(whole, SessionDraft))
    window.go(Address("session", key, "prepare"))
    settle(window)
    return tab_of(window)


def tab_of(window: MainWindow) -> PrepareTab:
    """The tab of preparation, which is in front."""
    part = session_of(window).part
    assert isinstance(part, PrepareTab)
    return part


def on_file(window: MainWindow) -> Session:
    """The session in front, as it is recorded."""
    key = session_of(window).session_id
    assert window.desk.store is not None
    assert key is not None
    with window.desk.store.read() as reading:
        return get_session(reading, key)


def press(window: MainWindow, *keys: str) -> None:
    """Press keys as chords and wait for what comes of it."""
    for key in keys:
        if not window.obey(key):
            focus = window.focusWidget()
            QTest.keyClick(focus, _QT_KEYS[key])
    settle(window)


_QT_KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Tab": Qt.Key.Key_Tab,
    "Del": Qt.Key.Key_Delete,
}


def write(window: MainWindow, text: str) -> None:
    """Type a text into what has the focus, letter by letter."""
    focus = window.focusWidget()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            no_key, none = Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(focus, QKeyEvent(kind, no_key, none, letter))


def fill(window: MainWindow, editor: QWidget, text: str) -> None:
    """Put a text in the place of what stands in an editor, and go on to the next."""
    editor.setFocus()
    focus = window.focusWidget()
    assert isinstance(focus, QLineEdit)
    focus.selectAll()
    if text:
        write(window, text)
    else:
        QTest.keyClick(focus, Qt.Key.Key_Backspace)
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    settle(window)


def editor_of(tab: PrepareTab, *path: str) -> QWidget:
    """What is typed in, of a field of the form."""
    field = tab.form.field(*path)
    assert isinstance(field, Field)
    return field.editor


def line_of(tab: PrepareTab, *path: str) -> QLineEdit:
    """The line of text in which the window's language is typed."""
    line = editor_of(tab, *path).focusProxy()
    assert isinstance(line, QLineEdit)
    return line


def error_of(tab: PrepareTab, *path: str) -> str:
    """The sentence at a field of the form."""
    field = tab.form.field(*path)
    assert isinstance(field, Field)
    return field.error


def french(pair: QWidget) -> QLineEdit:
    """The French line of a field in two languages."""
    assert isinstance(pair, PairField)
    line = pair.editor("fr")
    assert isinstance(line, QLineEdit)
    return line


def said_at(field: Field) -> str:
    """The sentence under a field: its hint, or what deserves a thought."""
    return field.editor.accessibleDescription()


def hijri_words(tab: PrepareTab) -> str:
    """The Hijri date under the day."""
    label = tab.form.when.hijri.findChild(LineLabel)
    assert label is not None
    return label.text()
