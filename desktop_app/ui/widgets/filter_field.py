"""The field that filters a list as one types."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON
from desktop_app.ui.widgets.painting import draw_key_cap, key_cap_width

_KEY = "Ctrl F"


class FilterField(QLineEdit):
    """A text field with a magnifier and its key.

    Args:
        placeholder: English catalogue message that says what is looked through.

    Attributes:
        stepped: emitted with 1 or -1 when ↓ or ↑ was pressed: one moves in the list meanwhile.
    """

    stepped = Signal(int)

    def __init__(self, desk: Desk, placeholder: str) -> None:
        super().__init__()
        self._desk = desk
        self._placeholder = placeholder
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setPlaceholderText(self._desk.say(self._placeholder))
        self.setAccessibleName(self._desk.say("Filter"))
        rtl = self._desk.say.right_to_left
        start, end = ICON + (6 if rtl else 8), round(key_cap_width(_KEY)) + 10
        self.setTextMargins(end if rtl else start, 0, start if rtl else end, 0)

    def go_there(self) -> None:
        """Let one type other words."""
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list while one types."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if step := steps.get(Qt.Key(event.key()), 0):
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add magnifier and key cap to the stock field."""
        super().paintEvent(event)
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self._desk.say.right_to_left
        box = QRectF(self.rect())
        icon = box.right() - 11 - ICON if rtl else box.left() + 11
        place = QRectF(icon, 0, ICON, box.height())
        self._desk.icons.paint(painter, "magnifying-glass", tokens.text2, place)
        width = key_cap_width(_KEY)
        at = box.left() + 10 if rtl else box.right() - 10 - width
        cap = QRectF(at, (box.height() - 18) / 2, width, 18)
        draw_key_cap(painter, cap, _KEY, QColor(tokens.text2), QColor(tokens.line))
