"""A figure that matters, what it means, and the list behind it."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CARD_PADDING, ICON, RADIUS_CARD, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_HEIGHT: Final = 76
_LABEL: Final = 22
_FIGURE: Final = 39
_SPACE: Final = 8


class FigureCard(QAbstractButton):
    """Icon, label, figure, meaning; all of it opens the list that was counted.

    Args:
        message: the label, an English catalogue message.
        icon: file name in ``icons/``.
        tone: name of the icon's colour in `Tokens`.
    """

    def __init__(self, desk: Desk, message: str, icon: str, tone: str = "text2") -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self._icon = icon
        self._tone = tone
        self._figure = ""
        self._meaning = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    def show_figure(self, figure: str, meaning: str) -> None:
        """Show what was counted, and what that means, in the window's language."""
        self._figure, self._meaning = figure, meaning
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._message))
        parts = (self.text(), self._figure, self._meaning)
        self.setAccessibleName(" ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        label = text_width(self.text(), font()) + ICON + _SPACE
        figure = text_width(self._figure, _large()) + _SPACE + text_width(self._meaning, font(12))
        return QSize(round(max(label, figure) + 0.5) + 2 * CARD_PADDING, scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer left."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Card, icon and label, figure and meaning on one base line."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.hover if self.underMouse() else tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CARD)
        inner = box.adjusted(CARD_PADDING, scaled(8), -CARD_PADDING, 0)
        head = QRectF(inner.left(), inner.top(), inner.width(), scaled(_LABEL))
        ink = tokens.ink(self._tone)
        self._desk.icons.paint(painter, self._icon, ink, start_of(head, ICON, layout))
        painter.setFont(font())
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, without_start(head, ICON + _SPACE, layout), self.text(), layout)
        foot = QRectF(inner.left(), head.bottom() - 2, inner.width(), scaled(_FIGURE))
        painter.setFont(_large())
        painter.setPen(QColor(tokens.text1))
        draw_line(painter, foot, self._figure, layout)
        rest = without_start(foot, text_width(self._figure, _large()) + _SPACE, layout)
        painter.setFont(font(12))
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, rest.adjusted(0, scaled(6), 0, 0), self._meaning, layout)


def _large() -> QFont:
    return font(26, QFont.Weight.DemiBold)
