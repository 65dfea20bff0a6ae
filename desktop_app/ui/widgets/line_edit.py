"""Fields of text: one line, or several."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.committing import Typing

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
    """

    committed = Signal(str)

    def __init__(self, desk: Desk, *, placeholder: str = "", latin: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._placeholder = placeholder
        self._latin = latin
        self._typing = Typing(self.text, self)
        self._typing.committed.connect(self.committed)
        self.textEdited.connect(lambda _: self._typing.typed())
        self.editingFinished.connect(self._typing.flush)
        desk.dressed.connect(self.dress)
        self.dress()

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
    """

    committed = Signal(str)

    def __init__(self, desk: Desk, *, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._desk = desk
        self._placeholder = placeholder
        self._lines = lines
        self._showing = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self._typing = Typing(self.toPlainText, self)
        self._typing.committed.connect(self.committed)
        self.textChanged.connect(self._follow)
        desk.dressed.connect(self.dress)
        self.dress()

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

    def _follow(self) -> None:
        if not self._showing:
            self._typing.typed()
