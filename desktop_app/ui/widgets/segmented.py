"""The segmented control: one of a few, all in sight."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, font, scaled
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

_HEIGHT: Final = 30
_PADDING: Final = 10
_SPACE: Final = 8


@dataclass(frozen=True, slots=True)
class Choosable:
    """A segment; `message` is an English catalogue message.

    Attributes:
        icon: shown when it is chosen, and always where there is no digit; or empty.
        digit: the key that chooses it, shown while it is not chosen; or empty.
    """

    message: str
    icon: str = ""
    digit: str = ""


class _Segment(QAbstractButton):
    def __init__(self, desk: Desk, what: Choosable, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._what = what
        self._count: int | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_count(self, count: int | None) -> None:
        """Say how many it would leave."""
        self._count = count

    def dress(self) -> float:
        """Take the words anew; gives the width they ask for."""
        words = self._desk.say(self._what.message)
        self.setText(words if self._count is None else f"{words} {self._count}")
        self.setAccessibleName(self.text())
        mark = ICON + _SPACE if self._what.icon else 0
        digit = text_width(self._what.digit, font(11)) + _SPACE if self._what.digit else 0
        words_width = text_width(self.text(), _face(chosen=True))
        return words_width + max(mark, digit) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """Fixed by the control, so that all are of one width."""
        return QSize(self.minimumWidth(), scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Tint, weight and icon show what is chosen; the others show their digit."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, chosen = QRectF(self.rect()), self.isChecked()
        face = _face(chosen=chosen)
        ink = QColor(tokens.accent if chosen else tokens.text2)
        icon = self._what.icon if chosen or not self._what.digit else ""
        digit = "" if chosen else self._what.digit
        mark = ICON if icon else text_width(digit, font(11)) if digit else -_SPACE
        whole = mark + _SPACE + text_width(self.text(), face)
        inner = QRectF(box.center().x() - whole / 2, box.top(), whole, box.height())
        place = start_of(inner, mark, layout)
        if icon:
            self._desk.icons.paint(painter, icon, ink, place)
        elif digit:
            painter.setFont(font(11))
            painter.setPen(QColor(tokens.text3))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, digit)
        painter.setFont(face)
        painter.setPen(ink)
        draw_line(painter, without_start(inner, mark + _SPACE, layout), self.text(), layout)
        if self.hasFocus():
            draw_focus_ring(painter, box, tokens, RADIUS_CONTROL)


class Segmented(QWidget):
    """Equal segments; the arrow keys move the choice.

    Attributes:
        chosen: emitted with the value the user chose.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, name: str, choices: Mapping[str, str | Choosable]) -> None:
        """Make the control.

        Args:
            desk: gives words and colours.
            name: English message that says what is chosen.
            choices: each value with its English message, or with more.
        """
        super().__init__()
        self._desk = desk
        self._name = name
        self._group = QButtonGroup(self)
        self._segments = {
            value: _Segment(desk, Choosable(what) if isinstance(what, str) else what, self)
            for value, what in choices.items()
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
        return next((value for value, one in self._segments.items() if one.isChecked()), "")

    def choose(self, value: str) -> None:
        """Show a value as chosen, without telling anyone; nothing when it is none of them."""
        self._group.setExclusive(value in self._segments)
        for each, segment in self._segments.items():
            segment.setChecked(each == value)
        self._group.setExclusive(True)
        if value in self._segments:
            self.setFocusProxy(self._segments[value])

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many each would leave."""
        for value, segment in self._segments.items():
            segment.set_count(counts.get(value))
        self.dress()

    def dress(self) -> None:
        """Take the words anew; all segments as wide as the widest."""
        self.setAccessibleName(self._desk.say(self._name))
        width = round(max(segment.dress() for segment in self._segments.values()) + 0.5)
        for segment in self._segments.values():
            segment.setFixedSize(width, scaled(_HEIGHT))
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


def _face(*, chosen: bool) -> QFont:
    return font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
