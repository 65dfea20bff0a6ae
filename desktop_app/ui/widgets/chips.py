"""State chips: icon, word and tint; painted in rows, or as widgets."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import RADIUS_CHIP, font, scaled
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_focus_ring, draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

CHIP_HEIGHT: Final = 22
_ICON: Final = 14
_PADDING: Final = 7
_SPACE: Final = 6
_RING: Final = 2
Look = Literal["tinted", "outlined", "dashed"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A state as it is shown.

    Attributes:
        label: in the window's language.
        icon: file name in ``icons/``, or empty.
        tone: a name that `Tokens` has a tint for.
        look: tinted; outlined for what is to be verified, dashed for what was not recorded.
    """

    label: str
    icon: str
    tone: str
    look: Look = "tinted"

    def width(self) -> float:
        """Measure it in logical pixels."""
        icon = _ICON + _SPACE if self.icon else 0
        frame = 0 if self.look == "tinted" else 1
        return text_width(self.label, _face()) + icon + 2 * _PADDING + frame

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Paint it at the start side of a cell; on a selected row its ground is the surface.

        Returns:
            Whether its word had to be cut.
        """
        painter, tokens, layout = canvas.painter, canvas.tokens, canvas.layout
        width, height = min(self.width(), box.width()), scaled(CHIP_HEIGHT)
        place = start_of(box, width, layout)
        frame = QRectF(place.left(), box.center().y() - height / 2, width, height)
        ink = tokens.ink(self.tone)
        plain = canvas.selected or self.look != "tinted"
        painter.setBrush(QColor(tokens.surface) if plain else tokens.tint(self.tone))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.look != "tinted":
            style = Qt.PenStyle.DashLine if self.look == "dashed" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(tokens.line2), 1, style))
            frame = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        inner = frame.adjusted(_PADDING, 0, -_PADDING, 0)
        if self.icon:
            at = start_of(inner, _ICON, layout).toRect()
            pixmap = canvas.icons.pixmap(self.icon, ink, _ICON)
            painter.drawPixmap(at.left(), at.center().y() - _ICON // 2, pixmap)
            inner = without_start(inner, _ICON + _SPACE, layout)
        painter.setFont(_face())
        painter.setPen(ink)
        return draw_line(painter, inner, self.label, layout)


class ChipLabel(QWidget):
    """A chip that stands by itself."""

    def __init__(self, desk: Desk, chip: Chip) -> None:
        super().__init__()
        self._desk = desk
        self._chip = chip
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        desk.dressed.connect(self.updateGeometry)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Show another state."""
        self._chip = chip
        self.setAccessibleName(chip.label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(round(self._chip.width() + 0.5), scaled(CHIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Paint the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        desk, layout = self._desk, self.layoutDirection()
        canvas = Canvas(painter, desk.tokens, desk.icons, layout, selected=False)
        self._chip.paint(canvas, QRectF(self.rect()))


class RemovableChip(QAbstractButton):
    """A word that was chosen and can be given up: click, Delete or Backspace.

    Args:
        label: in the window's language, or as recorded.

    Attributes:
        removed: emitted when it is given up.
    """

    removed = Signal()

    def __init__(self, desk: Desk, label: str) -> None:
        super().__init__()
        self._desk = desk
        self._label = label
        self.setText(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _: self.removed.emit())
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self._desk.say("Remove {what}", what=self._label))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the word and ✕."""
        width = text_width(self._label, _face()) + _SPACE + _ICON + 2 * _PADDING + 2 * _RING
        return QSize(round(width + 0.5), scaled(CHIP_HEIGHT) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace give it up."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """Ground, word, ✕."""
        tokens, layout = self._desk.tokens, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        painter.setPen(QPen(QColor(tokens.line2), 1) if self.underMouse() else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.tint("neutral"))
        painter.drawRoundedRect(frame, RADIUS_CHIP, RADIUS_CHIP)
        inner = frame.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setFont(_face())
        painter.setPen(tokens.ink("neutral"))
        draw_line(painter, inner, self._label, layout)
        end = without_start(inner, inner.width() - _ICON, layout).center().toPoint()
        pixmap = self._desk.icons.pixmap("x", tokens.neutral, 12)
        painter.drawPixmap(end.x() - 6, end.y() - 5, pixmap)
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), tokens, RADIUS_CHIP + _RING)


def _face() -> QFont:
    return font(12, QFont.Weight.Medium)
