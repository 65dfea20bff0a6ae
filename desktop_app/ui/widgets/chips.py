"""State chips: icon, word and tint."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop_app.ui.icons import Icons
from desktop_app.ui.theme import RADIUS_CHIP, Tokens, font
from desktop_app.ui.widgets.columns import Canvas
from desktop_app.ui.widgets.painting import draw_line, text_width
from desktop_app.ui.widgets.rows import start_of, without_start

CHIP_HEIGHT: Final = 22
_ICON: Final = 14
_PADDING: Final = 7
_SPACE: Final = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A state as it is shown.

    Attributes:
        tone: a name that `Tokens` has a tint for; empty for what is not there yet, in dashes.
    """

    label: str
    icon: str
    tone: str

    def width(self) -> float:
        """Measure it in logical pixels."""
        return chip_width(self)

    def paint(self, canvas: Canvas, box: QRectF) -> bool:
        """Paint it at the start side of a cell."""
        return paint_chip(
            canvas.painter,
            box,
            self,
            canvas.tokens,
            canvas.icons,
            canvas.layout,
            on_selection=canvas.selected,
        )


def chip_width(chip: Chip) -> float:
    """Measure a chip in logical pixels."""
    return text_width(chip.label, _face()) + _ICON + _SPACE + 2 * _PADDING


def paint_chip(
    painter: QPainter,
    cell: QRectF,
    chip: Chip,
    tokens: Tokens,
    icons: Icons,
    layout: Qt.LayoutDirection,
    *,
    on_selection: bool = False,
) -> bool:
    """Paint a chip at the start side of a cell.

    Args:
        painter: draws.
        cell: where.
        chip: what.
        tokens: the colours of the moment.
        icons: draws its icon.
        layout: of the window.
        on_selection: on a selected row its ground is the surface.

    Returns:
        Whether its word had to be cut.
    """
    width = min(chip_width(chip), cell.width())
    box = start_of(cell, width, layout)
    box = QRectF(box.left(), cell.center().y() - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
    if chip.tone:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface) if on_selection else tokens.tint(chip.tone))
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
    else:
        painter.setPen(QPen(QColor(tokens.line2), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
    ink = tokens.ink(chip.tone or "neutral")
    place = start_of(inner, _ICON, layout).toRect()
    painter.drawPixmap(
        place.left(), place.center().y() - _ICON // 2, icons.pixmap(chip.icon, ink, _ICON)
    )
    painter.setFont(_face())
    painter.setPen(ink)
    words = without_start(inner, _ICON + _SPACE, layout)
    return draw_line(painter, words, chip.label, layout)


def _face() -> QFont:
    return font(12, QFont.Weight.Medium)
