"""The segmented control: one of a few, all in sight."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import RADIUS_CONTROL, font
from desktop_app.ui.widgets.painting import draw_focus_ring, text_width

_HEIGHT: Final = 30
_PADDING: Final = 14


class _Segment(QAbstractButton):
    def __init__(self, desk: Desk, message: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._message = message
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self) -> float:
        """Take the words anew; gives the width they ask for."""
        self.setText(self._desk.say(self._message))
        self.setAccessibleName(self.text())
        return text_width(self.text(), font(13, QFont.Weight.DemiBold)) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """Fixed by the control, so that all are of one width."""
        return QSize(self.minimumWidth(), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Tint and weight show what is chosen."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        painter.setFont(font(13, weight))
        painter.setPen(QColor(tokens.accent if self.isChecked() else tokens.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CONTROL)


class Segmented(QWidget):
    """Equal segments; the arrow keys move the choice.

    Attributes:
        chosen: emitted with the value the user chose.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, name: str, choices: dict[str, str]) -> None:
        """Make the control.

        Args:
            desk: gives words and colours.
            name: English message that says what is chosen.
            choices: English message of each value.
        """
        super().__init__()
        self._desk = desk
        self._name = name
        self._group = QButtonGroup(self)
        self._segments = {
            value: _Segment(desk, message, self) for value, message in choices.items()
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, segment in self._segments.items():
            self._group.addButton(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            segment.toggled.connect(lambda _: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.dress)
        self.dress()

    @property
    def value(self) -> str:
        """What is chosen."""
        return next(value for value, one in self._segments.items() if one.isChecked())

    def choose(self, value: str) -> None:
        """Show a value as chosen, without telling anyone."""
        self._segments[value].setChecked(True)

    def dress(self) -> None:
        """Take the words anew; all segments as wide as the widest."""
        self.setAccessibleName(self._desk.say(self._name))
        width = round(max(segment.dress() for segment in self._segments.values()))
        for segment in self._segments.values():
            segment.setFixedSize(width, _HEIGHT)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """The frame and the lines between."""
        tokens = self._desk.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.fillPath(shape, QColor(tokens.surface))
        painter.setClipPath(shape)
        for segment in self._segments.values():
            if segment.isChecked():
                painter.fillRect(segment.geometry(), tokens.tint("accent"))
            painter.setPen(QPen(QColor(tokens.line), 1))
            edge = segment.geometry()
            if edge.left() > 0:
                painter.drawLine(edge.topLeft(), edge.bottomLeft())
        painter.setClipping(False)
        painter.setPen(QPen(QColor(tokens.line2), 1))
        painter.drawPath(shape)
