"""The ground that every painted row shares: hairline, hover, selection."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.theme import Tokens
from desktop_app.ui.widgets.painting import fill


def paint_row_ground(
    painter: QPainter,
    rect: QRectF,
    tokens: Tokens,
    layout: Qt.LayoutDirection,
    *,
    selected: bool,
    hovered: bool,
    first: bool = True,
    line: bool = True,
) -> None:
    """Paint the ground of a row, or of one of its cells.

    Args:
        painter: draws.
        rect: of the row or cell.
        tokens: the colours of the moment.
        layout: of the window.
        selected: whether it is chosen.
        hovered: whether the pointer is on the row.
        first: whether it holds the row's start edge, where the bar of a chosen row stands.
        line: whether a hairline ends it.
    """
    if selected:
        fill(painter, rect, tokens.tint("accent"))
    elif hovered:
        fill(painter, rect, QColor(tokens.hover))
    if line:
        hairline = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        fill(painter, hairline, QColor(tokens.line))
    if selected and first:
        rtl = layout is Qt.LayoutDirection.RightToLeft
        at = rect.right() - 3 if rtl else rect.left()
        fill(painter, QRectF(at, rect.top(), 3, rect.height() - 1), QColor(tokens.accent))


def paint_row_ring(
    painter: QPainter, rect: QRectF, tokens: Tokens, layout: Qt.LayoutDirection, *, last: bool
) -> None:
    """Paint a cell's part of the ring around the row that has the focus.

    Args:
        painter: draws.
        rect: of the cell.
        tokens: the colours of the moment.
        layout: of the window.
        last: whether the cell ends the row.
    """
    accent = QColor(tokens.accent)
    fill(painter, QRectF(rect.left(), rect.top(), rect.width(), 1), accent)
    fill(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), accent)
    if last:
        rtl = layout is Qt.LayoutDirection.RightToLeft
        at = rect.left() if rtl else rect.right() - 1
        fill(painter, QRectF(at, rect.top(), 1, rect.height()), accent)


def without_start(rect: QRectF, width: float, layout: Qt.LayoutDirection) -> QRectF:
    """Give what is left of a rectangle when its start side is taken."""
    if layout is Qt.LayoutDirection.RightToLeft:
        return rect.adjusted(0, 0, -width, 0)
    return rect.adjusted(width, 0, 0, 0)


def start_of(rect: QRectF, width: float, layout: Qt.LayoutDirection) -> QRectF:
    """Give the start side of a rectangle."""
    if layout is Qt.LayoutDirection.RightToLeft:
        return QRectF(rect.right() - width, rect.top(), width, rect.height())
    return QRectF(rect.left(), rect.top(), width, rect.height())
