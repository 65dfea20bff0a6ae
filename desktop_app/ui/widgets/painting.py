"""Lines of text painted by hand: direction, alignment and ellipsis in one place."""

import unicodedata
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from desktop_app.direction import isolated
from desktop_app.ui.theme import RADIUS_CHIP, Tokens, font

_LINE: Final = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_AT_LEFT: Final = int(_LINE | Qt.AlignmentFlag.AlignLeft) | Qt.TextFlag.TextSingleLine
_AT_RIGHT: Final = int(_LINE | Qt.AlignmentFlag.AlignRight) | Qt.TextFlag.TextSingleLine


@lru_cache(4096)
def direction_of(text: str, layout: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Choose the base direction of a line.

    Arabic words inside an Arabic window run from the right whatever their first letter; a line
    wholly in Latin letters runs from the left, or its ellipsis would stand before its first word.
    """
    strong = [kind for kind in map(unicodedata.bidirectional, text) if kind in {"L", "R", "AL"}]
    if not strong:
        return layout
    if layout is Qt.LayoutDirection.RightToLeft and set(strong) != {"L"}:
        return layout
    return Qt.LayoutDirection.LeftToRight if strong[0] == "L" else Qt.LayoutDirection.RightToLeft


def draw_line(
    painter: QPainter, rect: QRectF, text: str, layout: Qt.LayoutDirection, *, end: bool = False
) -> bool:
    """Draw one line in the painter's font and pen, in the middle of the rectangle's height.

    Args:
        painter: draws.
        rect: where.
        text: what; its own direction is found by `direction_of`, and what reads from left to
            right keeps its order in it.
        layout: of the window; the line stands at its start side.
        end: at its end side instead.

    Returns:
        Whether an ellipsis took the place of some of it.
    """
    metrics = QFontMetricsF(painter.font())
    direction = direction_of(text, layout)
    whole = shown = isolated(text, right_to_left=direction is Qt.LayoutDirection.RightToLeft)
    if metrics.horizontalAdvance(whole) > rect.width() + 0.5:
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, rect.width())
    painter.setLayoutDirection(direction)
    right = (layout is Qt.LayoutDirection.RightToLeft) is not end
    painter.drawText(rect, _AT_RIGHT if right else _AT_LEFT, shown)
    return shown != whole


def draw_lines(
    painter: QPainter,
    rect: QRectF,
    text: str,
    layout: Qt.LayoutDirection,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw a text on as many lines as it needs, in the painter's font and pen.

    Args:
        painter: draws.
        rect: where, in the middle of its height unless the alignment says otherwise.
        text: what; the direction of each line of it is found by `direction_of`.
        layout: of the window; lines stand at its start side, or in the middle.
        alignment: as of a label.
    """
    flags = Qt.AlignmentFlag
    rtl = layout is Qt.LayoutDirection.RightToLeft
    mirrored = rtl and not alignment & flags.AlignAbsolute
    at_left = bool(alignment & flags.AlignRight) is mirrored
    side = flags.AlignLeft if at_left else flags.AlignRight
    if alignment & flags.AlignHCenter:
        side = flags.AlignHCenter
    made = [_wrapped(line, painter, rect.width(), layout, side) for line in text.split("\n")]
    height = sum(one.boundingRect().height() for one in made)
    top = rect.top()
    if not alignment & flags.AlignTop:
        top += (rect.height() - height) / (1 if alignment & flags.AlignBottom else 2)
    for one in made:
        one.draw(painter, QPointF(rect.left(), top))
        top += one.boundingRect().height()


def draw_two_lines(painter: QPainter, rect: QRectF, text: str, layout: Qt.LayoutDirection) -> bool:
    """Draw a text on one line, or on two if it needs them, in the middle of the height.

    Args:
        painter: draws, in its font and pen.
        rect: where.
        text: what; its own direction is found by `direction_of`.
        layout: of the window; the lines stand at its start side.

    Returns:
        Whether an ellipsis took the place of some of it.
    """
    rtl = layout is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    made = _wrapped(text, painter, rect.width(), layout, side)
    cut = made.lineCount() > 2
    if cut:
        whole = made.text()
        start = len(whole.encode("utf-16-le")[: 2 * made.lineAt(1).textStart()].decode("utf-16-le"))
        metrics, room = QFontMetricsF(painter.font()), rect.width() - 1
        second = metrics.elidedText(whole[start:], Qt.TextElideMode.ElideRight, room)
        made = _wrapped(whole[:start] + second, painter, rect.width(), layout, side)
    height = made.boundingRect().height()
    made.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - height) / 2))
    return cut


def _wrapped(
    text: str, painter: QPainter, width: float, layout: Qt.LayoutDirection, side: Qt.AlignmentFlag
) -> QTextLayout:
    direction = direction_of(text, layout)
    shown = isolated(text, right_to_left=direction is Qt.LayoutDirection.RightToLeft)
    made = QTextLayout(shown, painter.font())
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    made.setTextOption(option)
    made.beginLayout()
    height = 0.0
    while (line := made.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    made.endLayout()
    return made


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a rectangle to the pixel, so that two side by side leave no seam at any scale.

    Qt's own `fillRect` would first load the names of 180 gradients.
    """
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)


def text_width(text: str, face: QFont) -> float:
    """Measure a line in logical pixels."""
    return QFontMetricsF(face).horizontalAdvance(text)


def key_cap_width(key: str) -> float:
    """Width of a key cap, and 0 for none."""
    return text_width(key, font(11, QFont.Weight.Medium)) + 12 if key else 0


def draw_key_cap(painter: QPainter, rect: QRectF, key: str, ink: QColor, edge: QColor) -> None:
    """Draw the key that does the same, always from left to right."""
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
    painter.setFont(font(11, QFont.Weight.Medium))
    painter.setPen(ink)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


def draw_focus_ring(painter: QPainter, rect: QRectF, tokens: Tokens, radius: float) -> None:
    """Draw the accent ring around what has the focus."""
    painter.setPen(QPen(QColor(tokens.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
