"""Yes or no: a switch for what holds at once, a box for what is ticked in a list."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import CONTROL_HEIGHT, ICON, RADIUS_CHIP, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_TRACK: Final = QSize(34, 20)
_RING: Final = 3
_SPACE: Final = 8


class Toggle(QAbstractButton):
    """A switch: on, its knob stands at the end side. A `Field` gives it its words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The track, and room for the ring around it."""
        return QSize(_TRACK.width() + 2 * _RING, max(_TRACK.height() + 2 * _RING, CONTROL_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Track and knob."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(0, 0, _TRACK.width(), _TRACK.height())
        track.moveCenter(QRectF(self.rect()).center())
        on = self.isChecked()
        colour = tokens.accent if on else tokens.line2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour if self.isEnabled() else tokens.line))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        size = track.height() - 4
        inner = track.adjusted(2, 2, -2, -2)
        knob = start_of(inner, size, self.layoutDirection())
        if on:
            knob = without_start(inner, inner.width() - size, self.layoutDirection())
        painter.setBrush(QColor(tokens.on_accent if on else tokens.surface))
        painter.drawEllipse(knob)
        if self.hasFocus():
            ring = track.adjusted(-_RING, -_RING, _RING, _RING)
            draw_focus_ring(painter, ring, tokens, ring.height() / 2)


class CheckBox(QAbstractButton):
    """A box with its words.

    Args:
        message: English catalogue message.
    """

    def __init__(self, desk: Desk, message: str) -> None:
        super().__init__()
        self._desk = desk
        self._message = message
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setText(self._desk.say(self._message))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        width = text_width(self.text(), font()) + ICON + _SPACE + 2 * _RING
        return QSize(round(width + 0.5), scaled(26))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Box, tick, words."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(_RING, 0, -_RING, 0)
        place = start_of(inner, ICON, self.layoutDirection())
        paint_box(painter, place, self._desk, ticked=self.isChecked(), enabled=self.isEnabled())
        painter.setFont(font())
        painter.setPen(QColor(tokens.text1 if self.isEnabled() else tokens.text3))
        words = without_start(inner, ICON + _SPACE, self.layoutDirection())
        draw_line(painter, words, self.text(), self.layoutDirection())
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), tokens, RADIUS_CONTROL)


def paint_box(
    painter: QPainter, place: QRectF, desk: Desk, *, ticked: bool, enabled: bool = True
) -> None:
    """Paint a box in the middle of a place, also in a row of a table."""
    tokens = desk.tokens
    box = QRectF(0, 0, ICON - 1, ICON - 1)
    box.moveCenter(place.center())
    ground = tokens.accent if ticked else tokens.surface
    edge = tokens.accent if ticked else tokens.line2
    if not enabled:
        ground, edge = tokens.line if ticked else tokens.surface, tokens.line
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, RADIUS_CHIP - 1, RADIUS_CHIP - 1)
    if ticked:
        pixmap = desk.icons.pixmap("check", tokens.on_accent, 12)
        corner = box.center().toPoint()
        painter.drawPixmap(corner.x() - 6, corner.y() - 6, pixmap)
