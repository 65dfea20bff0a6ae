"""The tab of the minutes in the real window, driven by keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.unit_of_work import Store
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.addresses import Address
from desktop_app.ui.session.minutes.tab import MinutesTab
from desktop_app.ui.window import MainWindow
from tests.ui.conftest import WAIT_MS, session_of

WORKSHOP = 1
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
K = Qt.Key


class Minutes:
    """Goes to the minutes of a session, presses keys there, and reads what is kept."""

    def __init__(self, window: MainWindow, qtbot: QtBot, session_id: int) -> None:
        self.window = window
        self.qtbot = qtbot
        self.session_id = session_id
        window.go(Address("session", session_id, "minutes"))
        page = session_of(window)
        self.wait(lambda: page.session is not None and page.session.id == session_id)
        assert isinstance(page.part, MinutesTab)
        self.tab = page.part
        self.wait(self.tab.editor.hasFocus)

    @property
    def store(self) -> Store:
        store = self.window.desk.store
        assert store is not None
        return store

    @property
    def session(self) -> Session:
        """As it is recorded."""
        with self.store.read() as reading:
            return get_session(reading, self.session_id)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is, in any script."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, NONE, letter)
                QApplication.sendEvent(self.window.focusWidget(), event)

    def enter(self) -> None:
        QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)

    def wait(self, fulfilled: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(fulfilled, timeout=WAIT_MS)

    def settle(self) -> None:
        """Wait until all that was typed or asked for is written and read again."""
        self.tab.editor.flush()
        self.wait(lambda: not self.tab.editor.pending)
        self.wait(lambda: self.window.desk.runner.idle)
