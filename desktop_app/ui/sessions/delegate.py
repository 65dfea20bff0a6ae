"""Paints the rows of the list of sessions."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.services.session_row import SessionRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.sessions.model import Column, SessionsModel
from desktop_app.ui.sessions.rows import Group
from desktop_app.ui.theme import ROW_HEIGHT, font
from desktop_app.ui.widgets.chips import chip_width, paint_chip
from desktop_app.ui.widgets.painting import draw_line, fill, text_width
from desktop_app.ui.widgets.rows import paint_row_ground, without_start

CELL_PADDING: Final = 10
_MEASURED_ROWS: Final = 60
_STRONG: Final = frozenset(
    {Column.THEME, Column.DAY, Column.INVITED, Column.PRESENT, Column.OUTCOMES}
)
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Hairlines, hover, selection with its bar at the start edge, chips.

    Attributes:
        hovered: row under the pointer, or -1.
        cut: columns in which the last painting had to cut something that never may be cut.
    """

    def __init__(self, desk: Desk, model: SessionsModel) -> None:
        super().__init__()
        self._desk = desk
        self._model = model
        self.hovered = -1
        self.cut: set[Column] = set()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Width of a cell's words, for the column; the view sets the height of rows."""
        line = self._model.line(index.row())
        lines = [line] if isinstance(line, SessionRow) else []
        return QSize(self._width(lines, Column(index.column())), ROW_HEIGHT)

    def column_width(self, column: Column) -> int:
        """Width that the words of the first rows of a column ask for."""
        rows = range(min(_MEASURED_ROWS, self._model.rowCount()))
        lines = [line for line in map(self._model.line, rows) if isinstance(line, SessionRow)]
        return self._width(lines, column)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        tokens = self._desk.tokens
        rect = QRectF(option.rect)
        line = self._model.line(index.row())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Group):
            fill(painter, rect, QColor(tokens.bg))
        paint_row_ground(
            painter,
            rect,
            tokens,
            option.direction,
            selected=selected,
            hovered=index.row() == self.hovered and not isinstance(line, Group),
            first=index.column() == 0,
        )
        if isinstance(line, Group):
            self._paint_group(painter, rect, line, option.direction)
        else:
            self._paint_cell(painter, option, line, Column(index.column()), selected=selected)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, rect: QRectF, group: Group, direction: Qt.LayoutDirection
    ) -> None:
        tokens = self._desk.tokens
        inner = rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        words = self._desk.say(group.message)
        painter.setFont(font(12, QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.text1))
        draw_line(painter, inner, words, direction)
        count = without_start(inner, text_width(words, painter.font()) + 8, direction)
        painter.setPen(QColor(tokens.text2))
        draw_line(painter, count, str(group.count), direction)

    def _paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: SessionRow,
        column: Column,
        *,
        selected: bool,
    ) -> None:
        tokens = self._desk.tokens
        cell = QRectF(option.rect).adjusted(CELL_PADDING, 0, -CELL_PADDING, -1)
        if column is Column.STATE:
            cut = paint_chip(
                painter,
                cell,
                self._model.chip(line),
                tokens,
                self._desk.icons,
                option.direction,
                on_selection=selected,
            )
        else:
            strong = column in _STRONG
            painter.setFont(_face(column))
            painter.setPen(QColor(tokens.text1 if strong else tokens.text2))
            words = self._model.cell(line, column)
            cut = draw_line(painter, cell, words, option.direction)
        if cut and column not in {Column.THEME, Column.PLACE}:
            self.cut.add(column)

    def _width(self, lines: Iterable[SessionRow], column: Column) -> int:
        if column is Column.STATE:
            widths = {chip_width(chip) for chip in {self._model.chip(line) for line in lines}}
        else:
            face = QFontMetricsF(_face(column))
            words = {self._model.cell(line, column) for line in lines}
            widths = {face.horizontalAdvance(each) for each in words}
        return round(max(widths) + 0.5) + 2 * CELL_PADDING if widths else 0


def _face(column: Column) -> QFont:
    return font(13, QFont.Weight.Medium if column is Column.THEME else QFont.Weight.Normal)
