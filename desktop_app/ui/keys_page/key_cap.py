"""A key cap as a widget."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import scaled
from desktop_app.ui.widgets.buttons import key_cap
from desktop_app.ui.widgets.painting import draw_key_cap, key_cap_width

_HEIGHT = 20


class KeyCap(QWidget):
    """A chord as it is pressed, from left to right in every language."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self.keys = key_cap(key)
        self.setAccessibleName(self.keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as what is written on it."""
        return QSize(round(key_cap_width(self.keys) + 0.5), scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint frame and chord."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, edge = QColor(tokens.text1), QColor(tokens.line2)
        draw_key_cap(painter, QRectF(self.rect()), self.keys, ink, edge)
