"""A chip that is pressed, and stays pressed where it is one of several."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.desk import Desk
from desktop_app.ui.theme import RADIUS_CHIP, scaled
from desktop_app.ui.widgets.chips import CHIP_HEIGHT, Chip
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_focus_ring

_RING: Final = 2


class ChipButton(QAbstractButton):
    """Shows a chip.

    Args:
        chip: gives it as it looks now, pressed or not.
    """

    def __init__(self, desk: Desk, chip: Callable[[bool], Chip]) -> None:
        super().__init__()
        self._desk = desk
        self._chip = chip
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self.dress())
        desk.dressed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the words anew."""
        words = self._chip(self.isChecked()).label
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the chip and the ring around it."""
        width = round(self._chip(self.isChecked()).width() + 0.5) + 2 * _RING
        return QSize(width, scaled(CHIP_HEIGHT) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """As much as the size hint: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # small enough to paint whole
        """The chip, and the ring around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        desk, box = self._desk, QRectF(self.rect())
        canvas = Canvas(painter, desk.tokens, desk.icons, self.layoutDirection(), selected=False)
        chip = self._chip(self.isChecked())
        chip.paint(canvas, box.adjusted(_RING, _RING, -_RING, -_RING))
        if self.hasFocus():
            draw_focus_ring(painter, box, desk.tokens, RADIUS_CHIP + _RING)
