"""How a line of the palette is painted."""

import re
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.direction import isolated
from desktop_app.services.search import spans
from desktop_app.ui.desk import Desk
from desktop_app.ui.icons import mirrored
from desktop_app.ui.palette.lines import Entry, Head, Line
from desktop_app.ui.theme import ICON, RADIUS_CONTROL, Tokens, font, scaled
from desktop_app.ui.widgets.buttons import key_cap
from desktop_app.ui.widgets.painting import (
    direction_of,
    draw_key_cap,
    draw_line,
    key_cap_width,
    text_width,
)
from desktop_app.ui.widgets.rows import start_of, without_start

ROW: Final = 38
HEAD: Final = 30
SIDE: Final = 8
_PADDING: Final = 10
_SPACE: Final = 12
_CAP: Final = 18
_BOLDER: Final = 8
"""Room for words that stand out, which are a little wider."""
_DETAIL_AT_MOST: Final = 0.4
_Index = QModelIndex | QPersistentModelIndex
_RTL: Final = Qt.LayoutDirection.RightToLeft


class LineDelegate(QStyledItemDelegate):
    """Paints heads and entries, with the words that were asked for standing out.

    Attributes:
        query: what was typed, without its sign.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.query = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Heads are lower than entries."""
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        return QSize(0, scaled(HEAD if isinstance(line, Head) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line from the start side."""
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0)
        if isinstance(line, Head):
            painter.setFont(font(12, QFont.Weight.DemiBold))
            painter.setPen(QColor(self._desk.tokens.text2))
            inner = box.adjusted(_PADDING, scaled(4), -_PADDING, 0)
            draw_line(painter, inner, line.title, option.direction)
        else:
            self._paint_entry(painter, box, line, option)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, box: QRectF, line: Entry, option: QStyleOptionViewItem
    ) -> None:
        tokens, direction = self._desk.tokens, option.direction
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint if selected else tokens.hover))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = box.adjusted(_PADDING, 0, -_PADDING, 0)
        self._paint_icon(painter, start_of(inner, ICON, direction), line, direction)
        inner = without_start(inner, ICON + _SPACE, direction)
        keys = dict.fromkeys(filter(None, (key_cap(line.key), "Enter" if selected else "")))
        inner = _paint_keys(painter, inner, [*keys], tokens)
        self._paint_words(painter, inner, line, direction)

    def _paint_icon(
        self, painter: QPainter, at: QRectF, line: Entry, direction: Qt.LayoutDirection
    ) -> None:
        drawn = self._desk.icons.pixmap(line.icon, self._desk.tokens.text2)
        if line.mirror and direction is _RTL:
            drawn = mirrored(drawn)
        painter.drawPixmap(round(at.left()), round(at.center().y() - ICON / 2), drawn)

    def _paint_words(
        self, painter: QPainter, box: QRectF, line: Entry, direction: Qt.LayoutDirection
    ) -> None:
        tokens, small = self._desk.tokens, font(12)
        detail = text_width(line.detail, small) + _BOLDER if line.detail else 0
        detail = min(detail, box.width() * _DETAIL_AT_MOST)
        space = _SPACE if line.detail else 0
        title = start_of(box, box.width() - detail - space, direction)
        accent = QColor(tokens.accent)
        painter.setFont(font(13, QFont.Weight.Medium))
        painter.setPen(QColor(tokens.text1))
        used = draw_found(painter, title, line.title, self.query, accent, direction)
        painter.setFont(small)
        painter.setPen(QColor(tokens.text2))
        rest = without_start(box, used + space, direction)
        draw_found(painter, rest, line.detail, self.query, accent, direction)


def _paint_keys(painter: QPainter, box: QRectF, keys: list[str], tokens: Tokens) -> QRectF:
    """Paint key caps at the end side, the last one outermost; give what is left."""
    height = scaled(_CAP)
    for key in reversed(keys):
        width = key_cap_width(key)
        rtl = painter.layoutDirection() is _RTL
        at = box.left() if rtl else box.right() - width
        cap = QRectF(at, box.center().y() - height / 2, width, height)
        painter.save()
        draw_key_cap(painter, cap, key, QColor(tokens.text2), QColor(tokens.line))
        painter.restore()
        taken = width + SIDE
        box = box.adjusted(taken, 0, 0, 0) if rtl else box.adjusted(0, 0, -taken, 0)
    return box


def draw_found(
    painter: QPainter,
    box: QRectF,
    text: str,
    query: str,
    accent: QColor,
    direction: Qt.LayoutDirection,
) -> float:
    """Draw a line, in the painter's font and pen, whose words that were asked for stand out.

    Whole words do, because Arabic letters would not join where the look changes.

    Returns:
        The width that was used.
    """
    face = painter.font()
    text = isolated(text, right_to_left=direction_of(text, direction) is _RTL)
    room = box.width() - _BOLDER
    shown = _fitting(text, query, QFontMetricsF(face), room)
    found = QTextCharFormat()
    found.setForeground(accent)
    found.setFontWeight(QFont.Weight.DemiBold)
    layout = QTextLayout(shown, face)
    option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(direction_of(shown, direction))
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_over(start, end, found) for start, end in _words_of(shown, query)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width() + 1)
    layout.endLayout()
    used = line.naturalTextWidth()
    at = box.right() - used if direction is _RTL else box.left()
    layout.draw(painter, QPointF(at, box.center().y() - line.height() / 2))
    return used


def _fitting(text: str, query: str, metrics: QFontMetricsF, room: float) -> str:
    """Cut a text that is too long so that a word that was asked for stays in sight."""
    right, left = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft
    shown = metrics.elidedText(text, right, room)
    words = _words_of(text, query)
    if words and not spans(shown, query):
        shown = metrics.elidedText(text, left, room)
        shown = re.sub(r"…\S*\s", "… ", shown, count=1)  # from a whole word on
        if not spans(shown, query):
            shown = metrics.elidedText(f"… {text[words[0][0] :]}", right, room)
    return shown


def _over(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made


def _words_of(text: str, query: str) -> list[tuple[int, int]]:
    found = spans(text, query)
    return [
        word.span()
        for word in re.finditer(r"[^\s«»“”]+", text)
        if any(start < word.end() and end > word.start() for start, end in found)
    ]
