"""A key as it is drawn on the board, and what it does."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import font, scaled
from desktop_app.ui.widgets.buttons import key_cap
from desktop_app.ui.widgets.painting import draw_key_cap, draw_line, key_cap_width, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_HEIGHT: Final = 18
_SPACE: Final = 6


class KeyHint(QWidget):
    """A key cap, and words after it.

    Args:
        key: the chord, as `keys.chord` names it.
        message: English catalogue message, or empty for the cap alone.
    """

    def __init__(self, desk: Desk, key: str, message: str = "") -> None:
        super().__init__()
        self._desk = desk
        self._key = key_cap(key)
        self._message = message
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self._words = self._desk.say(self._message) if self._message else ""
        self.setAccessibleName(f"{self._key} {self._words}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for cap and words."""
        words = text_width(self._words, font(12)) + _SPACE if self._words else 0
        return QSize(round(key_cap_width(self._key) + words + 1.5), scaled(_HEIGHT) + 2)

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Cap and words from the start side."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, width = QRectF(self.rect()), key_cap_width(self._key)
        cap = start_of(box, width, layout).adjusted(0, 1, 0, -1)
        draw_key_cap(painter, cap, self._key, QColor(tokens.text2), QColor(tokens.line))
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, without_start(box, width + _SPACE, layout), self._words, layout)
