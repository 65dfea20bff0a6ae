"""A page of the minutes that is written on, without the panes around it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.minutes import PageLine, lines_of
from desktop_app.services.session_data import Session
from desktop_app.services.sessions import get_session
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.editor import MinutesEditor
from desktop_app.ui.session.minutes.lines import Line
from desktop_app.wording.bilingual import PaperLanguage
from tests.ui.naming.conftest import press, type_in

TODAY = date(2026, 5, 20)
SESSION = 2
Write = Callable[..., "Written"]


class Written:
    """A page in a window that has the keyboard.

    Attributes:
        desk: with the record.
        editor: the page.
    """

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.editor = MinutesEditor(desk, lambda: TODAY)
        self._qtbot = qtbot

    def read(self) -> Session:
        """Give the session as the record holds it."""
        assert self.desk.store is not None
        with self.desk.store.read() as reading:
            return get_session(reading, SESSION)

    def show(self, item: int | None, language: PaperLanguage = "ar") -> None:
        """Show a point of the agenda, by its place from 1; 0 is what belongs to none."""
        session = self.read()
        item_id = session.agenda[item - 1].id if item else None
        self.editor.show_page(session, item_id, language)

    def forget(self) -> None:
        """Show another session, so that this one is read anew when it is shown again."""
        assert self.desk.store is not None
        with self.desk.store.read() as reading:
            self.editor.show_page(get_session(reading, 1), None, "ar")

    def type(self, text: str) -> None:
        """Type letters, and Enter where the text holds a line feed."""
        for n, line in enumerate(text.split("\n")):
            if n:
                press(self.editor, "Enter")
            type_in(self.editor, line)

    def press(self, *names: str, shift: bool = False) -> None:
        """Press keys."""
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        press(self.editor, *names, modifiers=modifier)

    def tab(self, *, back: bool = False) -> bool:
        """Press Tab as the window hands it on, and tell whether the page had a use for it."""
        return self.editor.focusNextPrevChild(not back)

    def undo(self) -> None:
        """Press Ctrl+Z."""
        QTest.keyClick(self.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        """Redo as Qt knows it on every system."""
        self.editor.redo()

    def paste(self, text: str) -> None:
        """Paste a text from elsewhere."""
        QApplication.clipboard().setText(text)
        self.editor.paste()

    def go(self, line: int, place: int = -1) -> None:
        """Put the caret into a line, at its end unless a place is given."""
        block = self.editor.document().findBlockByNumber(line)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + (block.length() - 1 if place < 0 else place))
        self.editor.setTextCursor(cursor)

    @property
    def texts(self) -> list[str]:
        """What stands in the blocks, with their signs of direction."""
        return self.editor.toPlainText().split("\n")

    def lines(self) -> list[Line]:
        """The lines as they stand."""
        return list(self.editor.lines)

    def line(self) -> Line:
        """The line that has the caret."""
        assert self.editor.current is not None
        return self.editor.current

    def chips(self, line: int = -1) -> list[str]:
        """What stands under a line, the one with the caret unless a number is given."""
        page = self.editor.page
        assert page is not None
        block = self.editor.textCursor().block()
        if line >= 0:
            block = self.editor.document().findBlockByNumber(line)
        return [one.chip.label for one in page.chips(block)]

    def keep(self) -> None:
        """Wait until all is kept."""
        self.editor.flush()
        self._qtbot.waitUntil(lambda: not self.editor.pending)

    def kept(self, item: int | None = 2, language: PaperLanguage = "ar") -> list[PageLine]:
        """Give the lines that the record holds, once all is kept."""
        self.keep()
        session = self.read()
        item_id = session.agenda[item - 1].id if item else None
        return list(lines_of(session, item_id, language))
