"""Fields of text: one line, or several."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit

from desktop_app.direction import LRM
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.committing import Typing
from desktop_app.ui.widgets.typed_order import (
    LONGEST,
    changes,
    place_of,
    units,
    with_marks,
    without_marks,
)

_LINE: Final = 20
_AROUND: Final = 12
_CURSOR: Final = 2
"""Room for the cursor that Qt leaves at the right of a text that stands there."""


class LineEdit(QLineEdit):
    """One line of text.

    Args:
        placeholder: English catalogue message that says what is asked for, or empty.
        latin: whether it holds an address, a number or a reference, which run from the left and
            still stand under their label.

    Attributes:
        committed: emitted with the text at Enter, when the focus leaves and soon after the last
            key; never with what `show_text` put there.
        edited: emitted when a key changed the text.
    """

    committed = Signal(str)
    edited = Signal()

    def __init__(self, desk: Desk, *, placeholder: str = "", latin: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._mending = False
        self._typed = ""
        self._placeholder = placeholder
        self._latin = latin
        self._typing = Typing(self.text, self)
        self._typing.committed.connect(self.committed)
        self.textEdited.connect(lambda _: self._follow())
        self.cursorPositionChanged.connect(self._pass_mark)
        self.editingFinished.connect(self._typing.flush)
        desk.dressed.connect(self.dress)
        self.dress()

    def text(self) -> str:
        """Give what was typed or shown, without the signs that keep its order."""
        return without_marks(super().text())

    def setText(self, text: str | None) -> None:
        """Show a text, as nobody typed it."""
        self._typed = without_marks(text or "")
        super().setText(self._typed if self._latin else with_marks(self._typed))

    def show_text(self, text: str) -> None:
        """Show what is on file, unless one is typing here."""
        if not self._typing.pending and text != self.text():
            self._typing.take(text)
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Say what was typed now, before the page is left."""
        self._typing.flush()

    def dress(self) -> None:
        """Take words and direction anew."""
        if self._placeholder:
            self.setPlaceholderText(self._desk.say(self._placeholder))
        if self._latin:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        align_start(self, right=self._desk.say.right_to_left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo what one typed, copy it, delete it: never a sign alone."""
        steps = {QKeySequence.StandardKey.Undo: self.undo, QKeySequence.StandardKey.Redo: self.redo}
        step = next((do for key, do in steps.items() if event.matches(key)), None)
        if step is not None:
            self._step(step)
            return
        if event.key() == Qt.Key.Key_Backspace and not self.hasSelectedText():
            at = self.cursorPosition()
            if self._raw_before(at).endswith(LRM):
                self._mending = True
                self.setCursorPosition(at - 1)
                self._mending = False
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(
            QKeySequence.StandardKey.Cut
        ):
            clipboard = QGuiApplication.clipboard()
            if LRM in clipboard.text():
                clipboard.setText(without_marks(clipboard.text()))

    def _step(self, do: Callable[[], None]) -> None:
        """Go one step back or forth in what was typed."""
        before, raw = self.text(), ""
        while self.text() == before and super().text() != raw:
            raw = super().text()
            self._mending = True
            do()
            self._mending = False
        self._typed = self.text()
        self._typing.typed()
        self.edited.emit()

    def _follow(self) -> None:
        if self._mending:
            return
        if not self._latin and self.text() != self._typed:
            self._mend()
        self._typed = self.text()
        self._typing.typed()
        self.edited.emit()

    def _mend(self) -> None:
        """Put in the signs that the order needs, and take out those it does not need any more."""
        before = without_marks(self._raw_before(self.cursorPosition()))
        self._mending = True
        for place, missing in changes(super().text()):
            if missing:
                self.setCursorPosition(place)
                self.insert(LRM)
            else:
                self.setSelection(place, 1)
                self.del_()
        at = left = 0
        raw = super().text()
        while at < len(raw) and (left < len(before) or raw[at] == LRM):
            left += raw[at] != LRM
            at += 1
        self.setCursorPosition(units(raw, at))
        self._mending = False

    def _raw_before(self, position: int) -> str:
        raw = super().text()
        return raw[: place_of(raw, position)]

    def _pass_mark(self, old: int, new: int) -> None:
        """Never rest before a sign."""
        raw = super().text()
        if not self._mending and LRM in raw and raw[place_of(raw, new) :].startswith(LRM):
            self.cursorForward(self.hasSelectedText(), 1 if new > old else -1)


def align_start(field: QLineEdit, *, right: bool) -> None:
    """Keep a text under its label, whatever language it is in, as near to it on either side."""
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    field.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    field.setTextMargins(0, 0, -_CURSOR if right else 0, 0)


class TextArea(QTextEdit):
    """Several lines of plain text; each paragraph finds its own direction.

    Args:
        placeholder: English catalogue message that says what is asked for, or empty.
        lines: how many are seen.

    Attributes:
        committed: emitted with the text when the focus leaves and soon after the last key; never
            with what `show_text` put there.
        edited: emitted when a key changed the text.
    """

    committed = Signal(str)
    edited = Signal()

    def __init__(self, desk: Desk, *, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._desk = desk
        self._placeholder = placeholder
        self._lines = lines
        self._showing = False
        self._caret = 0
        self._deletes = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self._typing = Typing(self.toPlainText, self)
        self._typing.committed.connect(self.committed)
        self.textChanged.connect(self._follow)
        self.cursorPositionChanged.connect(self._pass_mark)
        desk.dressed.connect(self.dress)
        self.dress()

    def toPlainText(self) -> str:
        """Give what was typed or shown, without the signs that keep its order."""
        return without_marks(super().toPlainText())

    def setPlainText(self, text: str) -> None:
        """Show a text."""
        super().setPlainText(with_marks(text))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, and of a huge one as much as is refused when it is written."""
        self.insertPlainText(source.text()[: LONGEST + 1])

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is chosen without these signs."""
        copied = QMimeData()
        copied.setText(without_marks(self.textCursor().selection().toPlainText()))
        return copied

    def show_text(self, text: str) -> None:
        """Show what is on file, unless one is typing here."""
        if not self._typing.pending and text != self.toPlainText():
            self._typing.take(text)
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def commit(self) -> None:
        """Say what was typed now, before the page is left."""
        self._typing.flush()

    def dress(self) -> None:
        """Take words and height anew."""
        if self._placeholder:
            self.setPlaceholderText(self._desk.say(self._placeholder))
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(240, scaled(_LINE) * self._lines + _AROUND)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed counts."""
        super().focusOutEvent(event)
        self._typing.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo what one typed, delete it: never a sign alone."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo) or event.matches(keys.Redo):
            self._showing = True
            super().keyPressEvent(event)
            self._showing = False
            self._typing.typed()
            self.edited.emit()
            return
        cursor = self.textCursor()
        self._deletes = event.key() == Qt.Key.Key_Backspace
        deletes = self._deletes and not cursor.hasSelection()
        if deletes and self.document().characterAt(cursor.position() - 1) == LRM:
            self._showing = True
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
            self.setTextCursor(cursor)
            self._showing = False
        super().keyPressEvent(event)
        self._deletes = False

    def _follow(self) -> None:
        if not self._showing:
            self._mend()
            self._typing.typed()
            self.edited.emit()

    def _mend(self) -> None:
        """Put in the signs that the order needs, and take out those it does not need any more."""
        needed = list(changes(super().toPlainText()))
        if not needed:
            return
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        for place, missing in needed:
            cursor.setPosition(place)
            if missing:
                cursor.insertText(LRM)
            else:
                cursor.deleteChar()
        cursor.endEditBlock()
        self._showing = False

    def _pass_mark(self) -> None:
        """Never rest before a sign."""
        cursor = self.textCursor()
        old, self._caret = self._caret, cursor.position()
        if not self._showing and self.document().characterAt(cursor.position()) == LRM:
            moves = QTextCursor.MoveOperation
            onwards = self._caret > old or self._deletes
            way = moves.NextCharacter if onwards else moves.PreviousCharacter
            keeps = cursor.anchor() != cursor.position()
            modes = QTextCursor.MoveMode
            cursor.movePosition(way, modes.KeepAnchor if keeps else modes.MoveAnchor)
            self.setTextCursor(cursor)
