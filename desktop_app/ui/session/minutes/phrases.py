"""Phrases at the caret: ``/`` and a few letters find one, Enter puts it there."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from desktop_app.i18n import N_
from desktop_app.services.phrases import Phrase, list_phrases, matching, restore_shipped
from desktop_app.ui.desk import Desk
from desktop_app.ui.session.minutes.editor import MinutesEditor
from desktop_app.ui.widgets.suggestions import Suggestion, Suggestions

if TYPE_CHECKING:
    from db.unit_of_work import Store

_WORD: Final = re.compile(r"(?:^|(?<=\s))/([^\s/]{0,30})$")
_MOST: Final = 30
_EDGE: Final = 14
"""What the list leaves free at the sides of the page."""


class PhraseFinder(QObject):
    """Watches what is typed on the page.

    Args:
        editor: the page.
        worded: gives a phrase as it would stand there now, or nothing.

    Attributes:
        turned: emitted when the list opens or closes.
        list: the phrases that the letters find.
    """

    turned = Signal()

    def __init__(self, desk: Desk, editor: MinutesEditor, worded: Callable[[Phrase], str]) -> None:
        super().__init__(editor)
        self._desk = desk
        self._editor = editor
        self._worded = worded
        self._phrases: tuple[Phrase, ...] | None = None
        self._dismissed: str | None = None
        self.list = Suggestions(desk, N_("Phrases"), editor)
        self.list.chosen.connect(self._take)
        editor.installEventFilter(self)
        self.list.installEventFilter(self)
        editor.textChanged.connect(self.look)
        desk.notifier.subscribe({"phrases"}, self._forget)

    def ask(self) -> None:
        """Begin with ``/``, unless that is typed already."""
        self._editor.setFocus()
        self._dismissed = None
        if self._typed() is None:
            cursor = self._editor.textCursor()
            before = cursor.block().text()[: cursor.positionInBlock()]
            cursor.insertText("/" if not before or before[-1].isspace() else " /")
        self.look()

    def look(self) -> None:
        """Offer what the letters after ``/`` find."""
        typed = self._typed()
        if typed != self._dismissed:
            self._dismissed = None
        if typed is None or typed == self._dismissed or not self._editor.hasFocus():
            self.list.close_list()
            return
        if self._phrases is None:
            self._read()
            return
        lines = [
            Suggestion(words, icon="chat-centered-text", value=words)
            for phrase in matching(self._phrases, typed)[:_MOST]
            if (words := self._worded(phrase))
        ]
        page = self._editor.viewport().geometry()
        caret = self._editor.cursorRect().translated(page.topLeft())
        place = QRect(page.left() + _EDGE, caret.top(), page.width() - 2 * _EDGE, caret.height())
        self.list.offer(self._editor, lines, place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the open list have its keys."""
        if watched is self.list:
            if event.type() is QEvent.Type.Hide:
                self._dismissed = self._typed()  # else the next mark on the page would open it
            if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
                self.turned.emit()
            return False
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        return pressed and self.list.press(event)  # type: ignore[arg-type]  # a key press, as asked

    def _typed(self) -> str | None:
        """The letters between ``/`` and the caret; None when no phrase is being asked for."""
        cursor = self._editor.textCursor()
        found = _WORD.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found and not cursor.hasSelection() else None

    def _take(self, line: Suggestion) -> None:
        typed = self._typed()
        if typed is None:
            return
        cursor = self._editor.textCursor()
        start = cursor.position() - len(typed) - 1
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._editor.setTextCursor(cursor)
        self._editor.insert_phrase(str(line.value))

    def _read(self) -> None:
        store = self._desk.store
        if store is not None:
            self._desk.runner.run(lambda _: _read(store), self._got)

    def _got(self, phrases: tuple[Phrase, ...]) -> None:
        if not phrases:  # a record made before the phrases shipped
            self._desk.write("phrases.restore_shipped", restore_shipped, undoable=False)
            return
        self._phrases = phrases
        self.look()

    def _forget(self) -> None:
        """Read again what was changed."""
        self._phrases = None
        self.look()


def _read(store: "Store") -> tuple[Phrase, ...]:
    with store.read() as reading:
        return list_phrases(reading)
